// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/reasontext.h"

#include "ui/common/findingtext.h"

#include <QCoreApplication>

namespace ffp::ui {
namespace {

constexpr std::pair<const char *, const char *> kReasons[] = {
    {"unknown_field", QT_TRANSLATE_NOOP("Reason", "there is no such field")},
    {"bad_condition", QT_TRANSLATE_NOOP("Reason", "a condition is FIELD OP VALUE")},
    {"bad_value", QT_TRANSLATE_NOOP("Reason", "this value does not fit the field")},
    {"sensitive", QT_TRANSLATE_NOOP("Reason", "sensitive fields take = only, and some cannot be asked for")},
    {"one_head", QT_TRANSLATE_NOOP("Reason", "a household has one head only")},
    {"last_admin", QT_TRANSLATE_NOOP("Reason", "one administrator must stay")},
    {"required", QT_TRANSLATE_NOOP("Reason", "must be filled in")},
    {"derived", QT_TRANSLATE_NOOP("Reason", "is computed and cannot be typed")},
    {"future", QT_TRANSLATE_NOOP("Reason", "must not lie in the future")},
    {"none_with_others",
     QT_TRANSLATE_NOOP("Reason", "\"no change\" cannot stand beside a change; please take one back")},
    {"before the day it was raised",
     QT_TRANSLATE_NOOP("Reason", "must not lie before the day it was raised")},
    {"role", QT_TRANSLATE_NOOP("Reason", "this role may only look")},
};

} // namespace

QString reasonText(const QString &reason)
{
    if (const qsizetype colon = reason.indexOf(u": "); colon > 0)
        return reason.left(colon + 2) + reasonText(reason.mid(colon + 2));
    for (const auto &[code, text] : kReasons)
        if (reason == QLatin1String(code))
            return QCoreApplication::translate("Reason", text);
    return findingText(reason);
}

} // namespace ffp::ui
