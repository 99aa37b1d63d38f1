// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/chaintests.h"

#include "core/base/yearmonth.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/planfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/domain/fields/stepfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/measurerules.h"
#include "core/services/householdchanges.h"

#include <algorithm>
#include <set>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QDate dateIn(const Record &record, FieldRef field)
{
    return QDate::fromString(record[field].toText(), Qt::ISODate);
}

qint64 parameter(const ChainFacts &facts, const char *id)
{
    return facts.pack.value(QLatin1String(id), facts.today).toInt();
}

std::vector<const Record *> risksOf(const ChainFacts &facts)
{
    std::vector<const Record *> risks;
    for (const Record &risk : facts.household.risks)
        if (!risk.voided && (facts.caseId.isNull() || risk[case_risk::f("case_id")].toRef() == facts.caseId))
            risks.push_back(&risk);
    return risks;
}

bool hasOpenRisk(const ChainFacts &facts)
{
    const std::vector<const Record *> risks = risksOf(facts);
    return std::any_of(risks.begin(), risks.end(),
                       [](const Record *risk) { return (*risk)[case_risk::f("cleared_on")].isBlank(); });
}

/// The newest statement that says something of a whole year; nullptr when there is none.
const Record *newestStatement(const ChainFacts &facts)
{
    for (const Record &one : facts.household.incomes) // newest window first
        if (!one.voided && !one[income::f("net_total")].isBlank() && one[income::f("population")].toInt() > 0)
            return &one;
    return nullptr;
}

/// Unrounded (domain.md I-05): 19,999.98 among four is below 5000.
bool isBelowLine(const ChainFacts &facts)
{
    const Value line = facts.pack.value(u"income_line"_s, facts.today);
    const Record *const statement = newestStatement(facts);
    return statement && !line.isBlank()
           && (*statement)[income::f("net_total")].toInt()
                  < line.toInt() * (*statement)[income::f("population")].toInt();
}

bool isRegistered(const ChainFacts &facts)
{
    return facts.household.household[household::f("household_type")].toText() == "exited"_L1;
}

bool hasNoOpenRed(const ChainFacts &facts)
{
    return std::none_of(facts.household.flags.begin(), facts.household.flags.end(), [](const Record &flag) {
        return !flag.voided && flag[flag::f("level")].toText() == "red"_L1
               && flag[flag::f("closed_on")].isBlank();
    });
}

/// Of each safeguard and person the newest check counts.
bool areSafeguardsMet(const ChainFacts &facts)
{
    std::map<std::pair<QString, RecordId>, const Record *> newest;
    for (const Record &one : facts.household.safeguards) {
        if (one.voided)
            continue;
        const Record *&place =
            newest[{one[safeguard::f("item")].toText(), one[safeguard::f("member_id")].toRef()}];
        if (!place
            || (*place)[safeguard::f("checked_on")].toText() < one[safeguard::f("checked_on")].toText())
            place = &one;
    }
    return std::none_of(newest.begin(), newest.end(), [](const auto &entry) {
        const Record &one = *entry.second;
        return one[safeguard::f("status")].toText() == "not_met"_L1
               && one[safeguard::f("fixed_on")].isBlank();
    });
}

/// The newest record that fills this field.
const Record *stepWith(const ChainFacts &facts, FieldRef field)
{
    for (const Record &one : facts.steps)
        if (!one[field].isBlank())
            return &one;
    return nullptr;
}

bool areBothThere(const ChainFacts &facts)
{
    const Record *const minutes = facts.step(facts.stepKey);
    return minutes && !(*minutes)[step::f("team")].isBlank() && !(*minutes)[step::f("committees")].isBlank();
}

bool doVotesAddUp(const ChainFacts &facts)
{
    const Record *const votes = stepWith(facts, step::f("votes_present"));
    if (!votes)
        return false;
    const auto count = [votes](FieldRef field) { return (*votes)[field].toInt(); };
    return count(step::f("votes_present")) <= count(step::f("votes_due"))
           && count(step::f("votes_for")) + count(step::f("votes_against")) + count(step::f("votes_abstain"))
                  == count(step::f("votes_present"));
}

bool doVotesCarry(const ChainFacts &facts)
{
    const Record *const votes = stepWith(facts, step::f("votes_present"));
    const qint64 share = parameter(facts, "review_quorum_share");
    const qint64 whole = parameter(facts, "review_quorum_of");
    if (!votes)
        return false;
    const qint64 present = (*votes)[step::f("votes_present")].toInt();
    return present * whole >= (*votes)[step::f("votes_due")].toInt() * share
           && (*votes)[step::f("votes_for")].toInt() * 2 > present;
}

/// Both days count, and the notice is over before the step.
bool hasNoticeRun(const ChainFacts &facts, const char *days)
{
    const Record *const notice = stepWith(facts, step::f("notice_to"));
    if (!notice)
        return false;
    const QDate from = dateIn(*notice, step::f("notice_from"));
    const QDate until = dateIn(*notice, step::f("notice_to"));
    return from.isValid() && from.daysTo(until) + 1 >= parameter(facts, days) && until < facts.today;
}

bool isAuthorised(const ChainFacts &facts)
{
    const Record *const paper = stepWith(facts, step::f("authorised_on"));
    return paper && dateIn(*paper, step::f("authorised_on")) <= facts.today;
}

const Record *theCase(const ChainFacts &facts)
{
    const auto found = std::find_if(facts.household.cases.begin(), facts.household.cases.end(),
                                    [&facts](const Record &one) { return one.id == facts.caseId; });
    return found == facts.household.cases.end() ? nullptr : &*found;
}

bool areMonthsOver(const ChainFacts &facts)
{
    const Record *const one = theCase(facts);
    const QString identified = one ? (*one)[casefile::f("identified_ym")].toText() : QString();
    const QDate from = QDate::fromString(identified + u"-01"_s, Qt::ISODate);
    const QDate now(facts.today.year(), facts.today.month(), 1);
    return from.isValid() && from.addMonths(static_cast<int>(parameter(facts, "min_case_months"))) <= now;
}

bool isHelpTargeted(const ChainFacts &facts)
{
    const std::vector<const Record *> risks = risksOf(facts);
    return std::any_of(facts.measures.begin(), facts.measures.end(), [&risks](const Record &one) {
        const RecordId risk = one[measure::f("risk_id")].toRef();
        return !one.voided && one[measure::f("status")].toText() != "planned"_L1
               && std::any_of(risks.begin(), risks.end(),
                              [&risk](const Record *other) { return other->id == risk; });
    });
}

bool hasLabour(const ChainFacts &facts)
{
    return std::any_of(facts.household.members.begin(), facts.household.members.end(),
                       [](const Record &one) { return isInHousehold(one) && canWork(one); });
}

bool isInUrgentNeed(const ChainFacts &facts)
{
    const QString type = facts.household.household[household::f("household_type")].toText();
    return type == "registered_unexited"_L1 || type == "exited"_L1
           || std::any_of(facts.household.members.begin(), facts.household.members.end(),
                          [](const Record &one) {
                              const QString dibao = one[member::f("dibao")].toText();
                              return isInHousehold(one) && !dibao.isEmpty() && dibao != "no"_L1;
                          });
}

bool hasHelper(const ChainFacts &facts)
{
    return std::any_of(facts.household.assignments.begin(), facts.household.assignments.end(),
                       [](const Record &one) {
                           return !one.voided && one[assignment::f("role")].toText() == "helper"_L1
                                  && one[assignment::f("ended_on")].isBlank();
                       });
}

using Test = bool (*)(const ChainFacts &);
constexpr std::pair<const char *, Test> kTests[] = {
    {"below_line_at_risk", [](const ChainFacts &f) { return isBelowLine(f) && hasOpenRisk(f); }},
    {"at_risk", hasOpenRisk},
    {"registered", isRegistered},
    {"not_registered",
     [](const ChainFacts &f) {
         return f.household.household[household::f("household_type")].toText() == "general"_L1;
     }},
    {"no_open_risk", [](const ChainFacts &f) { return !hasOpenRisk(f); }},
    {"no_open_red", hasNoOpenRed},
    {"safeguards_met", areSafeguardsMet},
    {"both_parties", areBothThere},
    {"votes_add_up", doVotesAddUp},
    {"votes_carry", doVotesCarry},
    {"notice_long_enough", [](const ChainFacts &f) { return hasNoticeRun(f, "notice_days"); }},
    {"removal_notice_long_enough",
     [](const ChainFacts &f) { return hasNoticeRun(f, "removal_notice_days"); }},
    {"authorised", isAuthorised},
    {"months_monitored", areMonthsOver},
    {"targeted_measure", isHelpTargeted},
    {"has_labour", hasLabour},
    {"in_urgent_need", isInUrgentNeed},
    {"has_helper", hasHelper},
};

bool isMadeSince(const std::vector<Record> &records, FieldRef date, QDate opened)
{
    return std::any_of(records.begin(), records.end(),
                       [&](const Record &one) { return !one.voided && dateIn(one, date) >= opened; });
}

} // namespace

const Record *ChainFacts::step(const QString &key) const
{
    const auto found = std::find_if(steps.begin(), steps.end(), [&key](const Record &one) {
        return one[step::f("key")].toText() == key;
    });
    return found == steps.end() ? nullptr : &*found;
}

bool chainTestHolds(const QString &test, const ChainFacts &facts)
{
    for (const auto &[id, holds] : kTests)
        if (test == QLatin1String(id))
            return holds(facts);
    return false;
}

bool hasChainEvidence(const QString &kind, const ChainStep &chainStep, const ChainFacts &facts)
{
    if (kind == "visit"_L1)
        return isMadeSince(facts.household.visits, visit::f("visited_on"), facts.opened);
    if (kind == "safeguard"_L1)
        return isMadeSince(facts.household.safeguards, safeguard::f("checked_on"), facts.opened);
    if (kind == "statement"_L1) // of a period, not of a day: one that is known counts
        return newestStatement(facts) != nullptr;
    if (kind == "risk"_L1)
        return hasOpenRisk(facts);
    if (kind == "plan"_L1)
        return std::any_of(facts.plans.begin(), facts.plans.end(), [](const Record &one) {
            return !one.voided && one[plan::f("ended_on")].isBlank();
        });
    return kind == "step"_L1 && facts.step(chainStep.key);
}

} // namespace ffp
