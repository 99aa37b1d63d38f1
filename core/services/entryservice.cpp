// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/entryservice.h"

#include "core/base/about.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/logcipher.h"
#include "core/services/entrylaws.h"
#include "core/services/fieldcheck.h"
#include "core/services/householdchanges.h"
#include "core/services/mistakes.h"
#include "core/services/registryservice.h"
#include "core/store/recordstore.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Entity kKinds[] = {Entity::LivingConditions, Entity::SafeguardCheck, Entity::CaseRisk,
                             Entity::Assignment, Entity::Job};

Result<> completeRisk(const RecordStore &store, RecordId household, FieldValues &values)
{
    const FieldRef caseId = case_risk::f("case_id");
    FFP_ASSIGN(std::vector<Record> cases, store.referring(casefile::f("household_id"), household));
    std::erase_if(cases, [](const Record &one) { return !isOpenCase(one); });
    RecordId chosen = valueIn(values, caseId).toRef();
    if (!chosen.isNull())
        std::erase_if(cases, [chosen](const Record &one) { return one.id != chosen; });
    if (cases.size() != 1)
        return fail(Error{ErrorKind::RuleBroken,
                          aboutKey(u"case"_s, household.toString()),
                          {cases.empty() ? u"no_case"_s : u"which_case"_s},
                          {}});
    if (chosen.isNull()) {
        chosen = cases.front().id;
        values.emplace_back(caseId, Value(chosen));
    }
    const FieldRef rank = case_risk::f("rank");
    if (!valueIn(values, rank).isBlank())
        return {};
    std::erase_if(values, [rank](const auto &one) { return one.first == rank; });
    FFP_ASSIGN(const std::vector<Record> risks, store.referring(caseId, chosen));
    qint64 last = 0;
    for (const Record &risk : risks)
        last = std::max(last, risk[rank].toInt());
    values.emplace_back(rank, Value(last + 1));
    return {};
}

/// Who works must be of the household; nobody at all is told with the other required fields.
Result<> checkWorker(const RecordStore &store, RecordId household, const FieldValues &values)
{
    const RecordId worker = valueIn(values, job::f("member_id")).toRef();
    if (worker.isNull())
        return {};
    FFP_ASSIGN(const std::vector<Record> members, store.referring(member::f("household_id"), household));
    if (std::any_of(members.begin(), members.end(), [worker](const Record &one) { return one.id == worker; }))
        return {};
    return fail(Error{ErrorKind::InvalidValue,
                      aboutField(u"job"_s, u"member_id"_s),
                      {u"member_id: not_there"_s},
                      {}});
}

/// Ties the entry to what it hangs on.
Result<> attach(const RecordStore &store, Entity entity, RecordId household, FieldValues &values)
{
    if (entity == Entity::CaseRisk)
        return completeRisk(store, household, values);
    if (entity == Entity::Job)
        return checkWorker(store, household, values);
    values.emplace_back(FieldRef{entity, static_cast<quint16>(fieldIndex(entity, "household_id"))},
                        Value(household));
    return {};
}

tl::unexpected<Error> notFound(RecordId id)
{
    return fail(Error{ErrorKind::NotFound, aboutKey(u"entry"_s, id.toString()), {}, {}});
}

/// Required fields that nobody gave are blank values, for checkFields() to tell.
void nameRequired(Entity entity, FieldValues &values)
{
    const auto fields = entityDef(entity).fields;
    for (quint16 i = 0; i < fields.size(); ++i) {
        const FieldRef field{entity, i};
        const bool given = std::any_of(values.begin(), values.end(),
                                       [field](const auto &one) { return one.first == field; });
        if ((fields[i].flags & kRequired) && !given)
            values.emplace_back(field, Value());
    }
}

} // namespace

std::span<const Entity> EntryService::kinds()
{
    return kKinds;
}

bool EntryService::isKind(Entity entity)
{
    return std::find(std::begin(kKinds), std::end(kKinds), entity) != std::end(kKinds);
}

Result<RecordId> EntryService::add(Entity entity, RecordId household, const FieldValues &given,
                                   const QString &note)
{
    if (!isKind(entity))
        return fail(Error{ErrorKind::InvalidArgument,
                          aboutKey(u"entity"_s, QLatin1String(entityDef(entity).id)),
                          {u"unknown_entity"_s},
                          {}});
    FFP_TRY(mayWrite(m_session));
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const Record parent, store.record(household));
    if (parent.entity != Entity::Household)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"household"_s, household.toString()), {}, {}});
    if (parent.voided)
        return fail(Error{ErrorKind::RuleBroken,
                          aboutKey(u"household"_s, household.toString()),
                          {u"members_of_void"_s},
                          {}});
    FieldValues values = given;
    FFP_TRY(attach(store, entity, household, values));
    nameRequired(entity, values);
    FFP_TRY(checkFields(values, m_session.clock().today()));
    std::erase_if(values, [](const auto &one) { return one.second.isBlank(); });

    RecordId made;
    const Operation operation{.verb = "entry.add",
                              .actor = m_session.user().id,
                              .note = note,
                              .about = household};
    const auto work = [&](ChangeWriter &writer) -> Result<> {
        FFP_TRY(checkNewEntry(store, entity, values, m_session.clock().today()));
        FFP_ASSIGN(made, writer.create(entity, parent.area, values));
        return {};
    };
    FFP_TRY(m_session.log().transact(operation, work));
    return made;
}

Result<Record> EntryService::entry(RecordId id) const
{
    FFP_ASSIGN(Record found, RecordStore(m_session.database(), m_session.cipher()).record(id));
    if (!isKind(found.entity))
        return notFound(id);
    return found;
}

Result<ChangeSummary> EntryService::edit(RecordId id, const FieldValues &values, const QString &note)
{
    FFP_ASSIGN(const Record before, entry(id));
    if (before.voided)
        return notFound(id);
    return RegistryService(m_session).edit(id, values, note);
}

Result<ChangeSummary> EntryService::voidMistake(RecordId id, const QString &reason)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const Record mistake, entry(id));
    if (mistake.voided)
        return notFound(id);
    return takeOutMistake(m_session, "entry.void", id, reason);
}

} // namespace ffp
