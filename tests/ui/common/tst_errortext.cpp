// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "ui/common/errortext.h"
#include "ui/common/translations.h"

using namespace ffp;

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsOwnSentence_data()
    {
        QTest::addColumn<bool>("chinese");
        QTest::newRow("English") << false;
        QTest::newRow("Chinese") << true;
    }

    void everyKindHasItsOwnSentence()
    {
        QFETCH(bool, chinese);
        ui::installTranslations(chinese ? QStringLiteral("zh_CN") : QStringLiteral("en"));
        QSet<QString> seen;
        for (int k = 0; k <= static_cast<int>(ErrorKind::Internal); ++k) {
            Error error = Error::of(static_cast<ErrorKind>(k));
            error.subject.file = QStringLiteral("/tmp/a.xlsx");
            error.subject.field = QStringLiteral("name");
            error.subject.entity = QStringLiteral("member");
            const QString text = ui::errorText(error);
            QVERIFY2(!text.isEmpty(), errorCode(error.kind));
            QVERIFY2(!text.contains(QStringLiteral("%1")), qPrintable(text));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen << text;
            if (chinese)
                QVERIFY2(text.endsWith(u'。'), qPrintable(text));
            else
                QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        }
    }

    void waitIsNamed()
    {
        ui::installTranslations(QStringLiteral("en"));
        Error error = Error::of(ErrorKind::WrongPassword);
        QVERIFY(!ui::errorText(error).contains(QStringLiteral("seconds")));
        error.args = {QStringLiteral("0")};
        QVERIFY(!ui::errorText(error).contains(QStringLiteral("seconds")));
        error.args = {QStringLiteral("1")};
        QVERIFY(ui::errorText(error).contains(QStringLiteral("1 seconds")));
    }

    void fieldIsNamedByItsLabel()
    {
        Error error = Error::of(ErrorKind::InvalidValue);
        error.subject.entity = QStringLiteral("member");
        error.subject.field = QStringLiteral("name");
        error.args = {QStringLiteral("too long")};
        ui::installTranslations(QStringLiteral("en"));
        QVERIFY(ui::errorText(error).contains(QStringLiteral("\"Name\"")));
        ui::installTranslations(QStringLiteral("zh_CN"));
        QVERIFY(ui::errorText(error).contains(QStringLiteral("姓名")));
        error.subject.field = QStringLiteral("no_such");
        QVERIFY(ui::errorText(error).contains(QStringLiteral("no_such")));
    }

    void pathsAreNotShown()
    {
        Error error = Error::of(ErrorKind::FileUnreadable);
        error.subject.file = QStringLiteral("/home/secret/a.xlsx");
        QVERIFY(ui::errorText(error).contains(QStringLiteral("a.xlsx")));
        QVERIFY(!ui::errorText(error).contains(QStringLiteral("secret")));
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
