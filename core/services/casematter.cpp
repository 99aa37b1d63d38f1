// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/casematter.h"

#include "core/base/about.h"
#include "core/base/workdays.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/planfields.h"
#include "core/domain/fields/proceedingfields.h"
#include "core/domain/fields/stepfields.h"
#include "core/log/registrylog.h"
#include "core/services/policyservice.h"
#include "core/store/recordstore.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<Error> notFound(const char *what, const QString &key)
{
    return fail(Error{ErrorKind::NotFound, aboutKey(QLatin1String(what), key), {}, {}});
}

QDate dateOf(const Record &record, FieldRef field)
{
    return QDate::fromString(record[field].toText(), Qt::ISODate);
}

QDate limitEnd(const PolicyPack &pack, const ChainStep::Limit &limit, const StepDays &days, QDate opened,
               QDate today)
{
    const Value length = pack.value(limit.parameter, today);
    const auto from = days.find(limit.from);
    const QDate begin = limit.from.isEmpty() ? opened : from == days.end() ? QDate() : from->second;
    if (length.isBlank() || !begin.isValid())
        return {};
    return dueDate(begin, static_cast<int>(length.toInt()),
                   limit.working ? DayCount::Working : DayCount::Calendar, WorkdayCalendar::shipped());
}

} // namespace

QDate CaseMatter::openedOn() const
{
    return dateOf(matter, proceeding::f("opened_on"));
}

QDate CaseMatter::since() const
{
    const QDate day = QDate::fromString(outcome.since, Qt::ISODate);
    return day.isValid() ? day : openedOn();
}

Result<PolicyPack> packOf(const Session &session, const QString &stamp)
{
    FFP_ASSIGN(PolicyPack present, PolicyService(const_cast<Session &>(session)).pack());
    if (present.stamp() == stamp)
        return present;
    Result<PolicyPack> other = PolicyPack::load(stamp.section(u'@', 0, 0));
    if (!other || other->stamp() != stamp)
        return notFound("pack", stamp);
    return other;
}

Result<CaseMatter> loadMatter(const Session &session, RecordId id)
{
    const RecordStore store(session.database(), session.cipher());
    CaseMatter matter;
    Result<Record> record = store.record(id);
    if (!record || record->entity != Entity::Proceeding || record->voided) {
        if (!record && record.error().kind != ErrorKind::NotFound)
            return fail(std::move(record.error()));
        return notFound("proceeding", id.toString());
    }
    matter.matter = std::move(*record);
    FFP_ASSIGN(matter.pack, packOf(session, matter.matter[proceeding::f("pack")].toText()));
    const QString type = matter.matter[proceeding::f("type")].toText();
    const Chain *const chain = matter.pack.chain(type);
    if (!chain)
        return notFound("pack", type);
    matter.chain = *chain;
    FFP_ASSIGN(matter.registry, RegistryLog(session.database(), session.cipher()).fold());
    FFP_ASSIGN(matter.outcome,
               CaseFold(session.database(), session.cipher(), matter.registry, shippedWorkflows())
                   .judge(matter.matter.rid));
    return matter;
}

Result<std::vector<Record>> stepRecords(const Session &session, RecordId matter)
{
    return RecordStore(session.database(), session.cipher())
        .referring(step::f("proceeding_id"), matter, u"t.rid DESC"_s);
}

Result<ChainFacts> chainFacts(const Session &session, const CaseMatter &matter, const QString &stepKey)
{
    const RecordStore store(session.database(), session.cipher());
    const RecordId household = matter.matter[proceeding::f("household_id")].toRef();
    ChainFacts facts{matter.pack, session.clock().today(), matter.openedOn(), {}, {}, {}, {}, {}, stepKey};
    FFP_ASSIGN(facts.household, RegistryService(const_cast<Session &>(session)).household(household));
    FFP_ASSIGN(facts.measures, store.referring(measure::f("household_id"), household));
    FFP_ASSIGN(facts.plans, store.referring(plan::f("household_id"), household));
    FFP_ASSIGN(facts.steps, stepRecords(session, matter.matter.id));
    facts.caseId = matter.matter[proceeding::f("case_id")].toRef();
    return facts;
}

std::vector<CaseLack> lacksOf(const Chain &chain, const ChainStep &step, const ChainFacts &facts)
{
    std::vector<CaseLack> lacks;
    std::vector<const ChainStep *> steps = chain.workBefore(step.key);
    steps.push_back(&step);
    for (const ChainStep *one : steps) {
        for (const QString &kind : one->evidence)
            if (!hasChainEvidence(kind, *one, facts))
                lacks.push_back({CaseLack::Kind::Evidence, one->key, kind});
        const Record *const record = facts.step(one->key);
        for (const QString &field : one->record)
            if (!record || (*record)[stepField(field)].isBlank())
                lacks.push_back({CaseLack::Kind::Field, one->key, field});
        for (const QString &id : one->conditions)
            if (const ChainCondition *condition = facts.pack.condition(id);
                condition && !chainTestHolds(condition->test, facts))
                lacks.push_back({CaseLack::Kind::Condition, one->key, id});
    }
    return lacks;
}

StepDays daysOf(const CaseOutcome &outcome, const std::vector<Record> &records)
{
    StepDays days;
    for (auto it = records.rbegin(); it != records.rend(); ++it) // the newest last
        days[(*it)[step::f("key")].toText()] = dateOf(*it, step::f("done_on"));
    for (const JudgedAction &one : outcome.actions)
        if (one.isVerified() && !one.overruled)
            days[QString::fromUtf8(one.logged.action->step).section(u'.', 0, 0)] =
                QDate::fromString(one.logged.action->date, Qt::ISODate);
    return days;
}

QDate dueOf(const PolicyPack &pack, const Chain &chain, const ChainStep &step, const StepDays &days,
            QDate opened, QDate today)
{
    QDate due;
    const auto take = [&](const ChainStep &one) {
        for (const ChainStep::Limit &limit : one.limits)
            if (const QDate end = limitEnd(pack, limit, days, opened, today);
                end.isValid() && (!due.isValid() || end < due))
                due = end;
    };
    for (const ChainStep *one : chain.workBefore(step.key))
        if (!days.contains(one->key))
            take(*one);
    take(step);
    return due;
}

} // namespace ffp
