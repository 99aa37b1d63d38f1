// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/reasontext.h"

#include "ui/common/findingtext.h"

#include <QCoreApplication>

#include <optional>
#include <span>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::pair<const char *, const char *> kReasons[] = {
    {"unknown_field", QT_TRANSLATE_NOOP("Reason", "there is no such field")},
    {"unknown_entity", QT_TRANSLATE_NOOP("Reason", "there is no such kind of record")},
    {"bad_condition", QT_TRANSLATE_NOOP("Reason", "a condition is FIELD OP VALUE")},
    {"bad_figure", QT_TRANSLATE_NOOP("Reason", "this cannot be counted here")},
    {"bad_bands", QT_TRANSLATE_NOOP("Reason", "bands need rising numbers of a field with numbers")},
    // Of what a person types; a file's cell has sentences of its own.
    {"unknown_code_label", QT_TRANSLATE_NOOP("Reason", "is not one of the list")},
    {"text_in_number", QT_TRANSLATE_NOOP("Reason", "is not a number")},
    {"bad_value", QT_TRANSLATE_NOOP("Reason", "this value does not fit the field")},
    {"sensitive", QT_TRANSLATE_NOOP("Reason", "sensitive fields take = only, and some cannot be asked for")},
    {"one_head", QT_TRANSLATE_NOOP("Reason", "a household has one head only")},
    {"no_head", QT_TRANSLATE_NOOP("Reason", "a household needs a head; please say who follows")},
    {"no_members", QT_TRANSLATE_NOOP("Reason", "somebody must stay in a household, and somebody must go")},
    {"head_elsewhere", QT_TRANSLATE_NOOP("Reason", "the named head is not the head of this household")},
    {"members_of_void", QT_TRANSLATE_NOOP("Reason", "the household is no longer in the register")},
    {"relation_unsure", QT_TRANSLATE_NOOP("Reason", "please say what each member is to the head")},
    {"relation_unfit", QT_TRANSLATE_NOOP("Reason", "this relation to the head does not fit the person")},
    {"not_there", QT_TRANSLATE_NOOP("Reason", "this person is not in the household")},
    {"other_village",
     QT_TRANSLATE_NOOP("Reason", "the two households live in different villages; please say in which "
                                 "one from now on")},
    {"same_village", QT_TRANSLATE_NOOP("Reason", "the household is in this village already")},
    {"same_entry", QT_TRANSLATE_NOOP("Reason", "an entry cannot be compared with itself")},
    {"two_cases",
     QT_TRANSLATE_NOOP("Reason", "both households are monitored; one of the two cases must end first")},
    {"has_died", QT_TRANSLATE_NOOP("Reason", "this person is recorded as dead; please take that back first")},
    {"person_known",
     QT_TRANSLATE_NOOP("Reason", "somebody with this certificate number is in a household already")},
    {"not_found", QT_TRANSLATE_NOOP("Reason", "is not in the register")},
    {"same_value", QT_TRANSLATE_NOOP("Reason", "has this value already")},
    {"has_helper", QT_TRANSLATE_NOOP("Reason", "is in this person's care already")},
    {"year_known",
     QT_TRANSLATE_NOOP("Reason", "is there for this household already; please edit that entry")},
    {"spell_known",
     QT_TRANSLATE_NOOP("Reason", "a spell of this person that began on that day is there already")},
    {"spell_no_start", QT_TRANSLATE_NOOP("Reason", "must be filled in unless the spell is only planned")},
    {"no_case", QT_TRANSLATE_NOOP("Reason", "the household is not monitored; a risk belongs to a case")},
    {"which_case", QT_TRANSLATE_NOOP("Reason", "the household has several cases; please say which one")},
    {"second_visit", QT_TRANSLATE_NOOP("Reason", "was visited by this person on this day already")},
    {"negative", QT_TRANSLATE_NOOP("Reason", "must not be below 0")},
    {"too_precise", QT_TRANSLATE_NOOP("Reason", "has more decimals than are kept")},
    {"income_population", QT_TRANSLATE_NOOP("Reason", "must be 1 or more (HV-36)")},
    {"income_window", QT_TRANSLATE_NOOP("Reason", "must be full months: 12, or the quarter or month itself")},
    {"income_period", QT_TRANSLATE_NOOP("Reason", "a period is 2020, 2020-09, 2020Q3 or 2019-09..2020-08")},
    {"income_no_rules", QT_TRANSLATE_NOOP("Reason", "the policy pack has no such rule set (HV-36)")},
    {"income_rules_not_in_force", QT_TRANSLATE_NOOP("Reason", "is not in force on that day")},
    {"income_rules_differ",
     QT_TRANSLATE_NOOP("Reason", "the months follow different rule sets and make no sum")},
    {"income_no_factor", QT_TRANSLATE_NOOP("Reason", "this rule set has no factor for the item")},
    {"income_factor", QT_TRANSLATE_NOOP("Reason", "must lie above 0 and not above 1")},
    {"income_repeated",
     QT_TRANSLATE_NOOP("Reason", "is there twice with the same person and factor; please put them together")},
    {"income_too_large", QT_TRANSLATE_NOOP("Reason", "the sum is too large")},
    {"income_claims_twice",
     QT_TRANSLATE_NOOP("Reason",
                       "insurance against poverty counts as item D6-14 already; please take one out")},
    {"income_from_items",
     QT_TRANSLATE_NOOP("Reason", "the statement is computed from items; please change the items")},
    {"income_restate",
     QT_TRANSLATE_NOOP("Reason", "its parts do not give it; please state it anew together with them")},
    {"income_per_capita", QT_TRANSLATE_NOOP("Reason", "is not the total divided by the persons")},
    {"last_admin", QT_TRANSLATE_NOOP("Reason", "one administrator must stay")},
    {"required", QT_TRANSLATE_NOOP("Reason", "must be filled in")},
    {"derived", QT_TRANSLATE_NOOP("Reason", "is computed and cannot be typed")},
    {"before_birth", QT_TRANSLATE_NOOP("Reason", "must not lie before the birth")},
    {"future", QT_TRANSLATE_NOOP("Reason", "must not lie in the future")},
    {"none_with_others",
     QT_TRANSLATE_NOOP("Reason", "\"no change\" cannot stand beside a change; please take one back")},
    {"before the day it was raised",
     QT_TRANSLATE_NOOP("Reason", "must not lie before the day it was raised")},
    {"division_code", QT_TRANSLATE_NOOP("Reason", "a code has 12 digits")},
    {"division_level", QT_TRANSLATE_NOOP("Reason", "this is no code of a village")},
    {"division_parent", QT_TRANSLATE_NOOP("Reason", "the township of this code is not in the table")},
    {"too_long", QT_TRANSLATE_NOOP("Reason", "is too long")},
    {"role", QT_TRANSLATE_NOOP("Reason", "this role may only look")},
    {"kind_of_other_category", QT_TRANSLATE_NOOP("Reason", "is a kind of another category")},
    {"negative", QT_TRANSLATE_NOOP("Reason", "must not be below zero")},
    {"ended_before_begun", QT_TRANSLATE_NOOP("Reason", "must not lie before the beginning")},
    {"still_going",
     QT_TRANSLATE_NOOP("Reason", "belongs to what is done or stopped; please correct the status")},
    {"amount_without_source", QT_TRANSLATE_NOOP("Reason", "please say where the money comes from")},
    {"amount_without_money", QT_TRANSLATE_NOOP("Reason", "\"no money\" cannot stand beside an amount")},
    {"source_without_amount", QT_TRANSLATE_NOOP("Reason", "please say how much of this money was used")},
    {"risk_elsewhere", QT_TRANSLATE_NOOP("Reason", "is no risk of this household")},
    {"empty", QT_TRANSLATE_NOOP("Reason", "is empty")},
    {"no_attachment_kind", QT_TRANSLATE_NOOP("Reason", "is no jpg, png or pdf, whatever its name says")},
    {"damaged_content", QT_TRANSLATE_NOOP("Reason", "is damaged or not complete")},
    {"personal_number", QT_TRANSLATE_NOOP("Reason", "must not hold a certificate, account or phone number")},
    {"attachment_known", QT_TRANSLATE_NOOP("Reason", "the household has this file already")},
    {"attachment_budget",
     QT_TRANSLATE_NOOP("Reason", "the attachments of this office would take more room than is set for them")},
    {"not_in_pack", QT_TRANSLATE_NOOP("Reason", "the policy of this office does not know it")},
};

/// What is wrong with a line of a division file (core/domain/divisioncsv.cpp).
constexpr std::pair<const char *, const char *> kLines[] = {
    {"code is not 12 digits", QT_TRANSLATE_NOOP("Reason", "a code has 12 digits")},
    {"level does not fit the code", QT_TRANSLATE_NOOP("Reason", "the level does not fit the code")},
    {"name is empty or too long", QT_TRANSLATE_NOOP("Reason", "the name is empty or too long")},
    {"parent_code does not fit the code", QT_TRANSLATE_NOOP("Reason", "parent_code does not fit the code")},
    {"code occurs twice", QT_TRANSLATE_NOOP("Reason", "the code occurs twice")},
    {"parent is not in the file",
     QT_TRANSLATE_NOOP("Reason", "the division above it is neither in the file nor in the table")},
    {"no divisions", QT_TRANSLATE_NOOP("Reason", "there are no divisions in the file")},
};

/// What is asked for and is no field of the register.
constexpr std::pair<const char *, const char *> kAsked[] = {
    {"occasion.on", QT_TRANSLATE_NOOP("Reason", "day of the change")},
    {"items", QT_TRANSLATE_NOOP("Reason", "items")},
    {"occasion.reason", QT_TRANSLATE_NOOP("Reason", "reason of the change")},
    {"file", QT_TRANSLATE_NOOP("Reason", "the file")},
};

std::optional<QString> known(std::span<const std::pair<const char *, const char *>> texts,
                             const QString &wanted)
{
    for (const auto &[code, text] : texts)
        if (wanted == QLatin1String(code))
            return QCoreApplication::translate("Reason", text);
    return std::nullopt;
}

/// "row 3: why"; empty when the reason is of another kind.
QString lineText(const QString &reason)
{
    const QString row = reason.section(u": "_s, 0, 0);
    const QString why = reason.section(u": "_s, 1);
    for (const auto &[code, text] : kLines)
        if (why == QLatin1String(code) && row.startsWith("row "_L1))
            return QCoreApplication::translate("Reason", "row %1: %2")
                .arg(row.mid(4), QCoreApplication::translate("Reason", text));
    return {};
}

} // namespace

QString reasonText(const QString &reason)
{
    if (const QString line = lineText(reason); !line.isEmpty())
        return line;
    if (const qsizetype colon = reason.indexOf(u": "); colon > 0)
        return known(kAsked, reason.left(colon)).value_or(reason.left(colon)) + u": "_s
               + reasonText(reason.mid(colon + 2));
    return known(kReasons, reason).value_or(findingText(reason));
}

} // namespace ffp::ui
