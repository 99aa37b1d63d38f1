// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/helplaws.h"

#include "core/base/about.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/planfields.h"
#include "core/domain/measurerules.h"
#include "core/log/logcipher.h"
#include "core/services/householdchanges.h"
#include "core/services/policyservice.h"

#include <algorithm>
#include <set>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What op.2 §四(一)3 asks of a signed plan.
struct PlanRule {
    const char *id;
    const char16_t *title;
    const char *english;
};
constexpr PlanRule kHelper{"HV-05", u"脱贫户须有在任的帮扶责任人",
                           "An exited household needs a helper in office"};
constexpr PlanRule kMeasures{"HV-17",
                             u"一户一方案、一人一措施：方案须有整户的措施，每个有劳动能力的人须有自己的措施",
                             "A plan needs a measure for the household and one for each person who can work"};
const QString kPlanClause = QStringLiteral("op.2 §四(一)3");

bool isDecided(const Record &monitorCase)
{
    const QString status = monitorCase[casefile::f("status")].toText();
    return status != "candidate"_L1 && status != "in_review"_L1 && status != "rejected"_L1;
}

/// Still part of what is done for the household under a plan of that day.
bool belongsTo(const Record &measure, const QString &planDate)
{
    const QString ended = measure[measure::f("ended_on")].toText();
    return measure[measure::f("status")].toText() != "stopped"_L1 && (ended.isEmpty() || ended >= planDate);
}

/// No more of it, and not only now put to use.
bool isSameMoney(const Record &now, const Record &before)
{
    const FieldRef status = measure::f("status");
    const bool begins = before[status].toText() == "planned"_L1
                        && (now[status].toText() == "doing"_L1 || now[status].toText() == "done"_L1);
    return now[measure::f("fund_source")] == before[measure::f("fund_source")]
           && now[measure::f("amount")].toInt() <= before[measure::f("amount")].toInt() && !begins;
}

FieldRef householdOf(Entity entity)
{
    return entity == Entity::Measure ? measure::f("household_id") : plan::f("household_id");
}

tl::unexpected<Error> broken(const char *entity, const char *field, const QString &rule,
                             const QString &clause, const QString &title, const QString &english)
{
    return fail(Error{ErrorKind::RuleBroken,
                      aboutField(QLatin1String(entity), QLatin1String(field)),
                      {rule, clause, title, english},
                      {}});
}

} // namespace

Result<FundUse> fundClassOf(const RecordStore &store, const Record &household)
{
    FundUse use;
    use.exitClass = household[household::f("exit_class")].toText();
    FFP_ASSIGN(std::vector<Record> cases, store.referring(casefile::f("household_id"), household.id));
    std::erase_if(cases, [](const Record &one) { return !isDecided(one); });
    if (cases.empty()) {
        use.monitorClass = household[household::f("monitor_class")].toText();
        return use;
    }
    for (const Record &one : cases) // of two classes the one that forbids more counts
        if (isOpenCase(one) && use.monitorClass != "edge"_L1)
            use.monitorClass = one[casefile::f("monitor_class")].toText();
    return use;
}

HelpLaws::HelpLaws(Session &session) : m_session(session), m_store(session.database(), session.cipher()) {}

Result<> HelpLaws::readPack()
{
    if (!m_pack) {
        FFP_ASSIGN(m_pack, PolicyService(m_session).pack());
    }
    return {};
}

Result<> HelpLaws::watch(Entity entity, qint64 rid)
{
    if ((entity != Entity::Measure && entity != Entity::Plan) || m_before.contains(rid))
        return {};
    FFP_ASSIGN(Record record, m_store.record(entity, rid));
    FFP_ASSIGN(const Record household, m_store.record(record[householdOf(entity)].toRef()));
    Before before{entity, {}, !household.voided, false};
    if (!record.voided) {
        if (entity == Entity::Measure) {
            FFP_TRY(readPack());
            FFP_ASSIGN(const std::vector<FundBan> bans, bansOn(record));
            before.moneyBanned = !bans.empty();
        }
        before.record = std::move(record);
    }
    m_before.emplace(rid, std::move(before));
    return {};
}

void HelpLaws::watchNew(Entity entity, qint64 rid)
{
    if (entity == Entity::Measure || entity == Entity::Plan)
        m_before.emplace(rid, Before{entity, {}, true, false});
}

void HelpLaws::carried(qint64 from, qint64 to)
{
    auto known = m_before.extract(from);
    if (known.empty())
        return;
    known.key() = to;
    m_before.insert(std::move(known));
}

Result<> HelpLaws::check()
{
    for (const auto &[rid, before] : m_before)
        FFP_TRY(checkOne(rid, before));
    return {};
}

Result<> HelpLaws::checkOne(qint64 rid, const Before &before)
{
    FFP_ASSIGN(const Record now, m_store.record(before.entity, rid));
    if (now.voided || (before.record && before.record->values == now.values))
        return {};
    FFP_TRY(readPack());
    const QDate today = m_session.clock().today();
    if (before.entity == Entity::Plan) {
        FFP_TRY(checkValues(now, before, planFaults(now, today),
                            before.record ? planFaults(*before.record, today) : QStringList()));
        return checkSigned(now, before);
    }
    FFP_ASSIGN(const QStringList foreign, foreignReferences(now, before));
    FFP_TRY(checkValues(now, before, measureFaults(now, today) + outsideThePack(now, before) + foreign,
                        before.record ? measureFaults(*before.record, today) : QStringList()));
    return checkMoney(now, before);
}

Result<> HelpLaws::checkValues(const Record &now, const Before &before, QStringList faults,
                               QStringList known) const
{
    if (!before.householdStood)
        return {};
    faults.removeIf([&known](const QString &fault) { return known.contains(fault); });
    if (faults.isEmpty())
        return {};
    return fail(Error{ErrorKind::InvalidValue,
                      aboutField(QLatin1String(entityDef(now.entity).id), faults.first().section(u':', 0, 0)),
                      faults,
                      {}});
}

Result<QStringList> HelpLaws::foreignReferences(const Record &measure, const Before &before) const
{
    QStringList faults;
    const auto same = [&](FieldRef field) {
        return before.record && (*before.record)[field] == measure[field];
    };
    const RecordId household = measure[measure::f("household_id")].toRef();
    const RecordId person = measure[measure::f("member_id")].toRef();
    // Somebody may have gone to another household since, and a person's measure may have followed while the
    // case stayed: what was right once is not asked again.
    if (!person.isNull() && !(same(measure::f("member_id")) && same(measure::f("household_id")))) {
        FFP_ASSIGN(const std::vector<Record> members,
                   m_store.referring(member::f("household_id"), household));
        if (std::none_of(members.begin(), members.end(),
                         [person](const Record &one) { return one.id == person; }))
            faults << u"member_id: not_there"_s;
    }
    if (const RecordId id = measure[measure::f("risk_id")].toRef();
        !id.isNull() && !same(measure::f("risk_id"))) {
        FFP_ASSIGN(const Record risk, m_store.record(id));
        FFP_ASSIGN(const std::vector<Record> cases,
                   m_store.referring(casefile::f("household_id"), household));
        if (risk.entity != Entity::CaseRisk
            || std::none_of(cases.begin(), cases.end(), [&risk](const Record &one) {
                   return one.id == risk[case_risk::f("case_id")].toRef();
               }))
            faults << u"risk_id: risk_elsewhere"_s;
    }
    return faults;
}

QStringList HelpLaws::outsideThePack(const Record &measure, const Before &before) const
{
    QStringList faults;
    for (const FieldRef field : {measure::f("category"), measure::f("fund_source")}) {
        const Value &value = measure[field];
        if (value.isBlank() || (before.record && (*before.record)[field] == value))
            continue;
        const FieldDef &def = fieldDef(field);
        if (!m_pack->isCodeAvailable(QLatin1String(def.list), value.toText()))
            faults << u"%1: not_in_pack"_s.arg(QLatin1String(def.id));
    }
    return faults;
}

Result<std::vector<FundBan>> HelpLaws::bansOn(const Record &measure) const
{
    FFP_ASSIGN(const Record household, m_store.record(measure[measure::f("household_id")].toRef()));
    FFP_ASSIGN(FundUse use, fundClassOf(m_store, household));
    use.source = measure[measure::f("fund_source")].toText();
    use.cause = measure[measure::f("exception_cause")].toText();
    use.safeguardInTrouble = !measure[measure::f("exception_safeguards")].isBlank();
    use.cannotAfford = measure[measure::f("cannot_afford")].toBool();
    return m_pack->bansFor(use);
}

Result<> HelpLaws::checkMoney(const Record &measure, const Before &before) const
{
    FFP_ASSIGN(const std::vector<FundBan> bans, bansOn(measure));
    const bool wasSo = before.record && before.moneyBanned && isSameMoney(measure, *before.record);
    if (bans.empty() || wasSo || !before.householdStood)
        return {};
    const FundBan &ban = bans.front();
    return broken("measure", "fund_source", ban.id, m_pack->clauseTitles(ban.clauses), ban.title.zh,
                  ban.title.en);
}

Result<> HelpLaws::checkSigned(const Record &plan, const Before &before) const
{
    const FieldRef signedOn = plan::f("signed_on");
    const bool signedNow = !plan[signedOn].isBlank()
                           && (!before.record || (*before.record)[signedOn].isBlank());
    if (!signedNow || !before.householdStood)
        return {};
    const auto refuse = [this](const PlanRule &rule) -> Result<> {
        QString clause = m_pack->clauseTitle(kPlanClause);
        if (clause.isEmpty())
            clause = kPlanClause;
        return broken("plan", "signed_on", QLatin1String(rule.id), clause, QString::fromUtf16(rule.title),
                      QString::fromUtf8(rule.english));
    };
    const RecordId id = plan[plan::f("household_id")].toRef();
    FFP_ASSIGN(const Record household, m_store.record(id));
    FFP_ASSIGN(const std::vector<Record> helpers, m_store.referring(assignment::f("household_id"), id));
    const bool helped = std::any_of(helpers.begin(), helpers.end(), [](const Record &one) {
        return one[assignment::f("role")].toText() == "helper"_L1 && one[assignment::f("ended_on")].isBlank();
    });
    if (household[household::f("household_type")].toText() == "exited"_L1 && !helped)
        return refuse(kHelper);

    FFP_ASSIGN(const std::vector<Record> measures, m_store.referring(measure::f("household_id"), id));
    std::set<RecordId> served; // the null id: the household as a whole
    for (const Record &one : measures)
        if (belongsTo(one, plan[plan::f("made_on")].toText()))
            served.insert(one[measure::f("member_id")].toRef());
    FFP_ASSIGN(const std::vector<Record> members, m_store.referring(member::f("household_id"), id));
    const bool everybody = std::all_of(members.begin(), members.end(), [&served](const Record &one) {
        return !isInHousehold(one) || !canWork(one) || served.contains(one.id);
    });
    return everybody && served.contains(RecordId()) ? Result<>() : refuse(kMeasures);
}

} // namespace ffp
