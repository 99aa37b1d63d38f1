// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/verbtext.h"

#include <QCoreApplication>

namespace ffp::ui {
namespace {

constexpr std::pair<const char *, const char *> kVerbs[] = {
    {"import", QT_TRANSLATE_NOOP("Verb", "Import")},
    {"import.undo", QT_TRANSLATE_NOOP("Verb", "Import taken back")},
    {"import.mapping", QT_TRANSLATE_NOOP("Verb", "Column mapping saved")},
    {"import.dismiss", QT_TRANSLATE_NOOP("Verb", "Rows set aside dismissed")},
    {"income.set", QT_TRANSLATE_NOOP("Verb", "Income statement")},
    {"income.void", QT_TRANSLATE_NOOP("Verb", "Mistaken income statement taken out")},
    {"visit.add", QT_TRANSLATE_NOOP("Verb", "New visit")},
    {"visit.edit", QT_TRANSLATE_NOOP("Verb", "Visit changed")},
    {"case.open", QT_TRANSLATE_NOOP("Verb", "Matter started")},
    {"case.note", QT_TRANSLATE_NOOP("Verb", "Record of a step")},
    {"case.submit", QT_TRANSLATE_NOOP("Verb", "Submitted")},
    {"case.approve", QT_TRANSLATE_NOOP("Verb", "Approved")},
    {"case.record", QT_TRANSLATE_NOOP("Verb", "Recorded")},
    {"case.return", QT_TRANSLATE_NOOP("Verb", "Returned")},
    {"case.reject", QT_TRANSLATE_NOOP("Verb", "Rejected")},
    {"case.withdraw", QT_TRANSLATE_NOOP("Verb", "Taken back")},
    {"measure.add", QT_TRANSLATE_NOOP("Verb", "New measure")},
    {"measure.edit", QT_TRANSLATE_NOOP("Verb", "Measure changed")},
    {"measure.end", QT_TRANSLATE_NOOP("Verb", "Measure ended")},
    {"measure.void", QT_TRANSLATE_NOOP("Verb", "Mistaken measure taken out")},
    {"attachment.add", QT_TRANSLATE_NOOP("Verb", "New attachment")},
    {"attachment.void", QT_TRANSLATE_NOOP("Verb", "Mistaken attachment taken out")},
    {"entry.add", QT_TRANSLATE_NOOP("Verb", "New entry")},
    {"entry.void", QT_TRANSLATE_NOOP("Verb", "Mistaken entry taken out")},
    {"plan.add", QT_TRANSLATE_NOOP("Verb", "New plan of help")},
    {"plan.edit", QT_TRANSLATE_NOOP("Verb", "Plan of help changed")},
    {"plan.sign", QT_TRANSLATE_NOOP("Verb", "Plan of help signed")},
    {"plan.end", QT_TRANSLATE_NOOP("Verb", "Plan of help ended")},
    {"plan.void", QT_TRANSLATE_NOOP("Verb", "Mistaken plan taken out")},
    {"household.add", QT_TRANSLATE_NOOP("Verb", "New household")},
    {"bulk.assign", QT_TRANSLATE_NOOP("Verb", "Helper of many households")},
    {"bulk.set", QT_TRANSLATE_NOOP("Verb", "Value of many households")},
    {"bulk.visit", QT_TRANSLATE_NOOP("Verb", "Visit to many households")},
    {"household.split", QT_TRANSLATE_NOOP("Verb", "Household split")},
    {"household.merge", QT_TRANSLATE_NOOP("Verb", "Households merged")},
    {"household.move", QT_TRANSLATE_NOOP("Verb", "Household moved")},
    {"household.distinct", QT_TRANSLATE_NOOP("Verb", "Not the same household")},
    {"person.merge", QT_TRANSLATE_NOOP("Verb", "Two entries of one person taken together")},
    {"person.distinct", QT_TRANSLATE_NOOP("Verb", "Not the same person")},
    {"household.head", QT_TRANSLATE_NOOP("Verb", "New head")},
    {"household.void", QT_TRANSLATE_NOOP("Verb", "Mistaken household taken out")},
    {"member.join", QT_TRANSLATE_NOOP("Verb", "Member came")},
    {"member.leave", QT_TRANSLATE_NOOP("Verb", "Member left")},
    {"member.void", QT_TRANSLATE_NOOP("Verb", "Mistaken member taken out")},
    {"household.edit", QT_TRANSLATE_NOOP("Verb", "Household changed")},
    {"member.add", QT_TRANSLATE_NOOP("Verb", "New member")},
    {"member.edit", QT_TRANSLATE_NOOP("Verb", "Member changed")},
    {"record.edit", QT_TRANSLATE_NOOP("Verb", "Entry changed")},
    {"record.add", QT_TRANSLATE_NOOP("Verb", "New entry")},
    {"edit", QT_TRANSLATE_NOOP("Verb", "Change")},
    {"add", QT_TRANSLATE_NOOP("Verb", "New entry")},
    {"check", QT_TRANSLATE_NOOP("Verb", "Month-end check")},
    {"check.run", QT_TRANSLATE_NOOP("Verb", "Month-end check")},
    {"quality.answer", QT_TRANSLATE_NOOP("Verb", "Finding answered")},
    {"alert.due", QT_TRANSLATE_NOOP("Verb", "Due date of an alert")},
    {"alert.state", QT_TRANSLATE_NOOP("Verb", "State of an alert")},
    {"undo", QT_TRANSLATE_NOOP("Verb", "Undo")},
    {"redo", QT_TRANSLATE_NOOP("Verb", "Redo")},
    {"site.create", QT_TRANSLATE_NOOP("Verb", "Data file set up")},
    {"user.add", QT_TRANSLATE_NOOP("Verb", "New user")},
    {"user.disable", QT_TRANSLATE_NOOP("Verb", "User disabled")},
    {"division.import", QT_TRANSLATE_NOOP("Verb", "Divisions imported")},
    {"division.add", QT_TRANSLATE_NOOP("Verb", "Village added")},
    {"table.save", QT_TRANSLATE_NOOP("Verb", "Table saved")},
    {"table.remove", QT_TRANSLATE_NOOP("Verb", "Table removed")},
    {"policy.value", QT_TRANSLATE_NOOP("Verb", "Local value of the policy")},
    {"demo", QT_TRANSLATE_NOOP("Verb", "Practice data")},
};

constexpr std::pair<const char *, const char *> kRoles[] = {
    {"reporter", QT_TRANSLATE_NOOP("Role", "Reporter")},
    {"reviewer", QT_TRANSLATE_NOOP("Role", "Reviewer")},
    {"approver", QT_TRANSLATE_NOOP("Role", "Approver")},
    {"admin", QT_TRANSLATE_NOOP("Role", "Administrator")},
    {"viewer", QT_TRANSLATE_NOOP("Role", "Viewer")},
};

} // namespace

QString verbText(const QString &verb)
{
    for (const auto &[code, text] : kVerbs)
        if (verb == QLatin1String(code))
            return QCoreApplication::translate("Verb", text);
    return verb;
}

QString roleText(const QString &roleCode)
{
    for (const auto &[code, text] : kRoles)
        if (roleCode == QLatin1String(code))
            return QCoreApplication::translate("Role", text);
    return roleCode;
}

} // namespace ffp::ui
