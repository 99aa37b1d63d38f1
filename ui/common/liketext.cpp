// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/liketext.h"

#include <QCoreApplication>

namespace ffp::ui {
namespace {

constexpr std::pair<const char *, const char *> kTexts[] = {
    {"same_number", QT_TRANSLATE_NOOP("Likeness", "The same certificate number")},
    {"same_name_and_birth", QT_TRANSLATE_NOOP("Likeness", "The same name and birth date")},
    {"same_name", QT_TRANSLATE_NOOP("Likeness", "The same name in one village; a birth date is missing")},
    {"sounds_alike",
     QT_TRANSLATE_NOOP("Likeness", "Names that sound alike, the same birth date, one village")},
    {"looks_alike",
     QT_TRANSLATE_NOOP("Likeness",
                       "Characters that are easily taken for each other, the same birth date, one village")},
    {"near_name",
     QT_TRANSLATE_NOOP("Likeness",
                       "One character of the name differs, the same birth date and sex, one village")},
    {"same_household_no", QT_TRANSLATE_NOOP("Likeness", "The same household number")},
    {"same_account", QT_TRANSLATE_NOOP("Likeness", "The same bank account")},
};

} // namespace

QString likeText(const QString &why)
{
    for (const auto &[code, text] : kTexts)
        if (why == QLatin1String(code))
            return QCoreApplication::translate("Likeness", text);
    return why;
}

} // namespace ffp::ui
