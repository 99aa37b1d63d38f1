// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/look.h"

#include "ui/common/theme.h"
#include "ui/common/translations.h"

#include <QApplication>

namespace ffp::ui {

void applyLook(const Settings &settings)
{
    installTranslations(settings.value(settings::kLanguage));
    QApplication::setApplicationDisplayName(QCoreApplication::translate("Program", "Fangfanpin"));
    applyTheme(themeModeFrom(settings.value(settings::kTheme)),
               textSizeFrom(settings.value(settings::kTextSize)));
}

} // namespace ffp::ui
