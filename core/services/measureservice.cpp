// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/measureservice.h"

#include "core/base/about.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/planfields.h"
#include "core/log/logcipher.h"
#include "core/services/fieldcheck.h"
#include "core/services/helplaws.h"
#include "core/services/householdchanges.h"
#include "core/services/householdnames.h"
#include "core/services/lawfuledits.h"
#include "core/services/mistakes.h"
#include "core/services/policyservice.h"
#include "core/store/recordstore.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

Value dateValue(QDate date)
{
    return Value(date.toString(Qt::ISODate));
}

const char *idOf(Entity entity)
{
    return entityDef(entity).id;
}

tl::unexpected<Error> notFound(Entity entity, RecordId id)
{
    return fail(Error{ErrorKind::NotFound, aboutKey(QLatin1String(idOf(entity)), id.toString()), {}, {}});
}

/// See MeasureService::add().
void completeCourse(FieldValues &values, QDate today)
{
    const FieldRef status = measure::f("status");
    const FieldRef from = measure::f("started_on");
    if (!valueIn(values, status).isBlank())
        return;
    std::erase_if(values, [status](const auto &one) { return one.first == status; });
    const QString begins = valueIn(values, from).toText();
    const bool ended = !valueIn(values, measure::f("ended_on")).isBlank();
    const bool later = begins > today.toString(Qt::ISODate);
    if (begins.isEmpty() && !ended)
        values.emplace_back(from, dateValue(today));
    values.emplace_back(status, Value(ended ? u"done"_s : later ? u"planned"_s : u"doing"_s));
}

Selection selectionOf(const MeasureQuery &query)
{
    QStringList parts;
    Selection selection;
    selection.orderBy = u"t.area, t.household_id, t.started_on DESC, t.rid DESC"_s;
    if (!query.household.isNull()) {
        parts << u"t.household_id = (SELECT rid FROM record WHERE rec = ?)"_s;
        selection.args.emplace_back(query.household.toBytes());
    }
    if (!query.area.isNull()) {
        parts << u"t.area BETWEEN ? AND ?"_s;
        for (const QString &bound : areaBounds(query.area))
            selection.args.emplace_back(bound);
    }
    if (query.begunBy.isValid()) {
        parts << u"t.status <> 'planned' AND coalesce(t.started_on, '') <= ?"_s;
        selection.args.emplace_back(query.begunBy.toString(Qt::ISODate));
    }
    for (const auto &[column, code] :
         {std::pair("category", &query.category), std::pair("status", &query.status),
          std::pair("fund_source", &query.fundSource)}) {
        if (code->isEmpty())
            continue;
        parts << u"t.%1 = ?"_s.arg(QLatin1String(column));
        selection.args.emplace_back(*code);
    }
    selection.where = parts.join(u" AND "_s);
    return selection;
}

} // namespace

Result<MeasureForm> MeasureService::prepare(RecordId household) const
{
    FFP_ASSIGN(HouseholdDetail detail, RegistryService(m_session).household(household));
    FFP_ASSIGN(PolicyPack pack, PolicyService(m_session).pack());
    FFP_ASSIGN(FundUse use,
               fundClassOf(RecordStore(m_session.database(), m_session.cipher()), detail.household));
    std::erase_if(detail.members, [](const Record &one) { return !isInHousehold(one); });
    return MeasureForm{std::move(pack), std::move(use), std::move(detail.members), std::move(detail.risks)};
}

Result<RecordId> MeasureService::create(Entity entity, const char *verb, RecordId household,
                                        FieldValues values,
                                        const std::vector<std::pair<RecordId, FieldValues>> &along)
{
    FFP_TRY(mayWrite(m_session));
    FFP_TRY(checkFields(values, m_session.clock().today()));
    FFP_ASSIGN(const Record parent, RecordStore(m_session.database(), m_session.cipher()).record(household));
    if (parent.entity != Entity::Household)
        return notFound(Entity::Household, household);
    if (parent.voided)
        return fail(Error{ErrorKind::RuleBroken,
                          aboutKey(u"household"_s, household.toString()),
                          {u"members_of_void"_s},
                          {}});
    const FieldRef reference{entity, static_cast<quint16>(fieldIndex(entity, "household_id"))};
    values.emplace_back(reference, Value(household));
    RecordId made;
    const Operation operation{.verb = verb, .actor = m_session.user().id, .note = {}, .about = household};
    const auto work = [&](ChangeWriter &writer) -> Result<> {
        LawfulEdits edits(m_session, writer);
        for (const auto &[id, fields] : along)
            FFP_TRY(edits.edit(id, fields));
        FFP_ASSIGN(made, writer.create(entity, parent.area, values));
        HelpLaws laws(m_session);
        laws.watchNew(entity, writer.rid(made));
        FFP_TRY(edits.check());
        return laws.check();
    };
    FFP_TRY(m_session.log().transact(operation, work));
    return made;
}

Result<Record> MeasureService::record(RecordId id) const
{
    FFP_ASSIGN(Record found, RecordStore(m_session.database(), m_session.cipher()).record(id));
    if (found.entity != Entity::Measure && found.entity != Entity::Plan)
        return notFound(Entity::Measure, id);
    return found;
}

Result<ChangeSummary> MeasureService::edit(Entity entity, RecordId id, const FieldValues &values,
                                           const QString &note)
{
    return change(entity, entity == Entity::Measure ? "measure.edit" : "plan.edit", id, values, note);
}

Result<ChangeSummary> MeasureService::change(Entity entity, const char *verb, RecordId id,
                                             const FieldValues &values, const QString &note)
{
    FFP_TRY(mayWrite(m_session));
    FFP_TRY(checkFields(values, m_session.clock().today()));
    FFP_ASSIGN(const Record before, record(id));
    if (before.entity != entity || before.voided)
        return notFound(entity, id);
    const Operation operation{.verb = verb, .actor = m_session.user().id, .note = note, .about = id};
    return m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        LawfulEdits edits(m_session, writer);
        FFP_TRY(edits.edit(id, values, note));
        return edits.check();
    });
}

Result<RecordId> MeasureService::add(RecordId household, const FieldValues &given)
{
    FieldValues values = given;
    completeCourse(values, m_session.clock().today());
    return create(Entity::Measure, "measure.add", household, std::move(values));
}

Result<ChangeSummary> MeasureService::finish(RecordId measure, QDate on, const FieldValues &given)
{
    FieldValues values = given;
    values.emplace_back(measure::f("status"), Value(u"done"_s));
    values.emplace_back(measure::f("ended_on"), dateValue(on));
    return change(Entity::Measure, "measure.end", measure, values, {});
}

Result<ChangeSummary> MeasureService::stop(RecordId measure, const HelpEnd &end)
{
    return change(Entity::Measure, "measure.end", measure,
                  {{measure::f("status"), Value(u"stopped"_s)},
                   {measure::f("ended_on"), dateValue(end.on)},
                   {measure::f("end_reason"), Value(end.reason.trimmed())}},
                  end.reason.trimmed());
}

Result<std::vector<Record>> MeasureService::listOf(RecordId household) const
{
    return RecordStore(m_session.database(), m_session.cipher())
        .referring(measure::f("household_id"), household,
                   u"t.status IN ('done','stopped'), t.started_on DESC, t.rid DESC"_s);
}

Result<std::vector<MeasureRow>> MeasureService::rows(const MeasureQuery &query, Language language) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(std::vector<Record> measures, store.select(Entity::Measure, selectionOf(query)));
    std::vector<MeasureRow> rows;
    for (Record &one : measures) { // those of one household follow each other
        MeasureRow row;
        const RecordId household = one[measure::f("household_id")].toRef();
        FFP_ASSIGN(row.householdRid, store.ridOf(household));
        if (!rows.empty() && rows.back().householdRid == row.householdRid) {
            row.monitorClass = rows.back().monitorClass;
        } else {
            FFP_ASSIGN(const Record parent, store.record(household));
            FFP_ASSIGN(const FundUse use, fundClassOf(store, parent));
            row.monitorClass = use.monitorClass;
        }
        if (const RecordId risk = one[measure::f("risk_id")].toRef(); !risk.isNull()) {
            FFP_ASSIGN(row.risk, store.record(risk));
        }
        if (const RecordId person = one[measure::f("member_id")].toRef(); !person.isNull()) {
            FFP_ASSIGN(const Record member, store.record(person));
            row.memberName = member[member::f("name")].toText();
        }
        row.measure = std::move(one);
        rows.push_back(std::move(row));
    }
    FFP_TRY(nameHouseholds(m_session, rows, language));
    return rows;
}

Result<RecordId> MeasureService::addPlan(RecordId household, const FieldValues &given)
{
    FieldValues values = given;
    if (valueIn(values, plan::f("made_on")).isBlank()) {
        std::erase_if(values, [](const auto &one) { return one.first == plan::f("made_on"); });
        values.emplace_back(plan::f("made_on"), dateValue(m_session.clock().today()));
    }
    FFP_ASSIGN(const std::vector<Record> plans, plansOf(household));
    std::vector<std::pair<RecordId, FieldValues>> along;
    for (const Record &before : plans)
        if (before[plan::f("ended_on")].isBlank())
            along.push_back({before.id,
                             {{plan::f("ended_on"), valueIn(values, plan::f("made_on"))},
                              {plan::f("end_reason"), Value(u"制定新方案"_s)}}});
    return create(Entity::Plan, "plan.add", household, std::move(values), along);
}

Result<ChangeSummary> MeasureService::signPlan(RecordId plan, QDate on)
{
    return change(Entity::Plan, "plan.sign", plan, {{plan::f("signed_on"), dateValue(on)}}, {});
}

Result<ChangeSummary> MeasureService::endPlan(RecordId plan, const HelpEnd &end)
{
    return change(Entity::Plan, "plan.end", plan,
                  {{plan::f("ended_on"), dateValue(end.on)},
                   {plan::f("end_reason"), Value(end.reason.trimmed())}},
                  end.reason.trimmed());
}

Result<std::vector<Record>> MeasureService::plansOf(RecordId household) const
{
    return RecordStore(m_session.database(), m_session.cipher())
        .referring(plan::f("household_id"), household, u"t.made_on DESC, t.rid DESC"_s);
}

Result<ChangeSummary> MeasureService::voidMistake(RecordId id, const QString &reason)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const Record mistake, record(id));
    if (mistake.voided)
        return notFound(mistake.entity, id);
    return takeOutMistake(m_session, mistake.entity == Entity::Measure ? "measure.void" : "plan.void", id,
                          reason);
}

} // namespace ffp
