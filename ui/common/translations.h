// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp::ui {

/// Installs the program's and Qt's own translations for "zh_CN" or "en" (source text), replacing
/// what was installed before. Widgets hear of it through QEvent::LanguageChange.
void installTranslations(const QString &language);
/// The language installed last.
QString currentLanguage();
/// True when texts that stand in the tables (field labels, code labels) are to be shown in Chinese.
inline bool chineseLabels()
{
    return currentLanguage() != QLatin1String("en");
}

} // namespace ffp::ui
