// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "ui/common/errortext.h"
#include "ui/common/translations.h"
#include "ui/shell/actions.h"
#include "ui/shell/lockscreen.h"

#include <QTranslator>
#include <QtTest>

using namespace ffp;

class TestInstallTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchesBothWays()
    {
        const Error error = Error::of(ErrorKind::Cancelled);
        const auto qtText = [] { return QCoreApplication::translate("QPlatformTheme", "Cancel"); };
        ui::installTranslations(QStringLiteral("en"));
        const QString english = ui::errorText(error);
        QCOMPARE(qtText(), QStringLiteral("Cancel"));
        QVERIFY(!ui::chineseLabels());

        ui::installTranslations(QStringLiteral("zh_CN"));
        QVERIFY(ui::errorText(error).contains(QStringLiteral("取消")));
        QCOMPARE(qtText(), QStringLiteral("取消"));
        QVERIFY(ui::chineseLabels());

        ui::installTranslations(QStringLiteral("en"));
        QCOMPARE(ui::errorText(error), english);
        QCOMPARE(qtText(), QStringLiteral("Cancel"));
    }
    void textsOfWidgetsAreFoundUnderTheirFullClassName()
    {
        ui::installTranslations(QStringLiteral("zh_CN"));
        QCOMPARE(ui::LockScreen::tr("Unlock"), QStringLiteral("解锁"));
        for (const ui::CommandSpec &command : ui::commandSpecs())
            QVERIFY2(qstrcmp(command.group, "language") == 0
                         || QCoreApplication::translate("Command", command.text)
                                != QString::fromUtf8(command.text),
                     command.text);
    }
    void anUnknownLanguageIsChinese()
    {
        ui::installTranslations(QStringLiteral("fr"));
        QCOMPARE(ui::currentLanguage(), QStringLiteral("zh_CN"));
    }
    void bothTranslationsTravelInTheProgram()
    {
        for (const char *name : {"fangfanpin_zh_CN", "qtbase_zh_CN"}) {
            QTranslator translator;
            QVERIFY2(translator.load(QLatin1String(name), QStringLiteral(":/i18n")), name);
        }
    }
};

QTEST_GUILESS_MAIN(TestInstallTranslations)
#include "tst_installtranslations.moc"
