// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace ffp::ui {
namespace {

struct Installed {
    QString language = QStringLiteral("en");
    QTranslator own;
    QTranslator qt;
};

Installed &installed()
{
    static Installed one;
    return one;
}

} // namespace

void installTranslations(const QString &language)
{
    Installed &now = installed();
    QCoreApplication::removeTranslator(&now.own);
    QCoreApplication::removeTranslator(&now.qt);
    now.language = language == QLatin1String("en") ? language : QStringLiteral("zh_CN");
    if (now.language == QLatin1String("en"))
        return;
    const QString qtbase = QStringLiteral("qtbase_zh_CN");
    if (now.qt.load(qtbase, QLibraryInfo::path(QLibraryInfo::TranslationsPath))
        || now.qt.load(qtbase, QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&now.qt);
    if (now.own.load(QStringLiteral(":/i18n/fangfanpin_zh_CN.qm")))
        QCoreApplication::installTranslator(&now.own);
}

QString currentLanguage()
{
    return installed().language;
}

} // namespace ffp::ui
