// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/householdchanges.h"

#include "core/base/about.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/attachmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/planfields.h"
#include "core/domain/householdrules.h"
#include "core/domain/memberfacts.h"
#include "core/log/logcipher.h"
#include "core/services/entrylaws.h"
#include "core/services/familychange.h"
#include "core/services/fieldcheck.h"
#include "core/services/personcheck.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;
using namespace family;

namespace {

constexpr FieldRef kRelation = member::f("relation");
constexpr FieldRef kHousehold = member::f("household_id");

Kin kinOf(const Record &person)
{
    return {person[kRelation].toText(), sexOf(person[member::f("sex")].toText())};
}

Result<RecordId> householdOf(Session &session, RecordId memberId)
{
    FFP_ASSIGN(const Record person, RecordStore(session.database(), session.cipher()).record(memberId));
    if (person.entity != Entity::Member || !isInHousehold(person))
        return broken("not_there", u"member"_s, memberId.toString());
    return person[kHousehold].toRef();
}

bool isOneOf(const QString &kind, bool leaving)
{
    const CodeList &list = *codeList("member_change");
    return findCode(list, kind) && leavesHousehold(kind) == leaving && kind != "split"_L1;
}

tl::unexpected<Error> unknownKind(const QString &kind)
{
    return fail(Error{ErrorKind::InvalidArgument, aboutField(u"member"_s, u"change_kind"_s), {kind}, {}});
}

/// Somebody with this number who left the household: who comes back goes on with the old entry.
Result<std::optional<Record>> whoLeft(const RecordStore &store, RecordId household, const FieldValues &person)
{
    const QString key = valueIn(person, member::f("person_key")).toText();
    if (key.isEmpty())
        return std::optional<Record>();
    FFP_ASSIGN(std::vector<Record> members, store.referring(kHousehold, household));
    for (Record &one : members)
        if (!isInHousehold(one) && one[member::f("person_key")].toText() == key)
            return std::optional(std::move(one));
    return std::optional<Record>();
}

} // namespace

bool isInHousehold(const Record &member)
{
    return !member.voided && !leavesHousehold(member[member::f("change_kind")].toText());
}

bool isOpenCase(const Record &monitorCase)
{
    const QString status = monitorCase[casefile::f("status")].toText();
    return status != "removed"_L1 && status != "rejected"_L1 && status != "natural_loss"_L1;
}

std::vector<RelationProposal> proposedRelations(std::span<const Record> members, RecordId newHead)
{
    std::vector<Kin> kins;
    std::optional<size_t> position;
    for (const Record &person : members) {
        if (person.id == newHead)
            position = kins.size();
        kins.push_back(kinOf(person));
    }
    if (!position)
        return {};
    const std::vector<CarriedRelation> carried = relationsTo(kins, *position);
    std::vector<RelationProposal> out;
    for (size_t i = 0; i < kins.size(); ++i)
        out.push_back({members[i].id, members[i][member::f("name")].toText(), kins[i].relation, carried[i]});
    return out;
}

Result<std::vector<RelationProposal>> HouseholdChanges::relations(RecordId household, RecordId newHead,
                                                                  std::span<const RecordId> leaving) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const Family family, familyOf(store, household));
    const Record *head = family.find(newHead);
    if (!head)
        return broken("not_there", u"member"_s, newHead.toString());
    std::vector<RelationProposal> proposals = proposedRelations(family.there, head->id);
    std::erase_if(proposals, [leaving](const RelationProposal &one) {
        return std::find(leaving.begin(), leaving.end(), one.member) != leaving.end();
    });
    return proposals;
}

Result<RecordId> HouseholdChanges::join(RecordId household, const QString &kind, const FieldValues &person,
                                        const ChangeOccasion &occasion)
{
    FFP_TRY(permitted(m_session, occasion));
    if (!isOneOf(kind, false))
        return unknownKind(kind);
    FieldValues values = person;
    completeMember(values, nullptr, m_session.clock().today());
    FFP_TRY(checkFields(values, m_session.clock().today()));
    FFP_TRY(checkNewEntry(RecordStore(m_session.database(), m_session.cipher()), Entity::Member, values,
                          m_session.clock().today()));
    if (!fits(valueIn(values, kRelation).toText(), sexOf(valueIn(values, member::f("sex")).toText())))
        return fail(
            Error{ErrorKind::RuleBroken, aboutField(u"member"_s, u"relation"_s), {u"relation_unfit"_s}, {}});
    values.emplace_back(kHousehold, Value(household));
    values.emplace_back(member::f("change_kind"), Value(kind));
    values.emplace_back(member::f("change_on"), Value(occasion.on.toString(Qt::ISODate)));
    RecordId made;
    const auto work = [&](FamilyChange &families) -> Result<> {
        FFP_ASSIGN(const Family family, families.open(household));
        FFP_TRY(checkPersonIsNew(families.store(), values));
        FFP_ASSIGN(const std::optional<Record> before, whoLeft(families.store(), household, values));
        if (before && (*before)[member::f("change_kind")].toText() == "death"_L1)
            return broken("has_died", u"member"_s, before->id.toString());
        if (before) {
            made = before->id;
            FFP_TRY(families.edit(made, values));
        } else {
            FFP_ASSIGN(made, families.writer().create(Entity::Member, family.household.area, values));
        }
        return families.addPersons(family.household, 1);
    };
    FFP_TRY(change(m_session, "member.join", household, occasion.reason, work));
    return made;
}

Result<ChangeSummary> HouseholdChanges::leave(RecordId memberId, const QString &kind, const NewHead &next,
                                              const ChangeOccasion &occasion)
{
    FFP_TRY(permitted(m_session, occasion));
    if (!isOneOf(kind, true))
        return unknownKind(kind);
    FFP_ASSIGN(const RecordId household, householdOf(m_session, memberId));
    const auto work = [&](FamilyChange &families) -> Result<> {
        FFP_ASSIGN(const Family family, families.open(household));
        const Record *person = family.find(memberId);
        if (!person)
            return broken("not_there", u"member"_s, memberId.toString());
        const QDate born = QDate::fromString((*person)[member::f("birth_date")].toText(), Qt::ISODate);
        if (born.isValid() && occasion.on < born)
            return fail(Error{ErrorKind::InvalidValue, {}, {u"occasion.on: before_birth"_s}, {}});
        const bool last = family.there.size() == 1;
        if (isHead(*person) && !last) {
            if (next.head.isNull())
                return broken("no_head", u"household"_s, household.toString());
            FFP_TRY(families.giveHead(
                family, household, next, [](const Record &) { return true; }, memberId));
        }
        FFP_TRY(
            families.edit(memberId, {{member::f("change_kind"), Value(kind)},
                                     {member::f("change_on"), Value(occasion.on.toString(Qt::ISODate))}}));
        FFP_TRY(families.addPersons(family.household, -1));
        FFP_TRY(families.stopMeasures(household, last ? RecordId() : memberId, occasion.on));
        if (!last)
            return {};
        return families.end(household);
    };
    return change(m_session, "member.leave", household, occasion.reason, work);
}

Result<ChangeSummary> HouseholdChanges::setHead(RecordId household, const NewHead &head,
                                                const ChangeOccasion &occasion)
{
    FFP_TRY(permitted(m_session, occasion));
    const auto work = [&](FamilyChange &families) -> Result<> {
        FFP_ASSIGN(const Family family, families.open(household));
        return families.giveHead(family, household, head, [](const Record &) { return true; });
    };
    return change(m_session, "household.head", household, occasion.reason, work);
}

Result<ChangeSummary> HouseholdChanges::voidMember(RecordId memberId, const QString &reason)
{
    FFP_TRY(permitted(m_session, {m_session.clock().today(), reason}));
    FFP_ASSIGN(const RecordId household, householdOf(m_session, memberId));
    const auto work = [&](FamilyChange &families) -> Result<> {
        FFP_ASSIGN(const Family family, families.open(household));
        FFP_TRY(families.writer().setVoid(memberId, true, reason));
        return families.addPersons(family.household, -1);
    };
    return change(m_session, "member.void", household, reason, work);
}

Result<ChangeSummary> HouseholdChanges::voidHousehold(RecordId household, const QString &reason)
{
    FFP_TRY(permitted(m_session, {m_session.clock().today(), reason}));
    FFP_ASSIGN(const HouseholdDetail detail, RegistryService(m_session).household(household));
    if (detail.household.voided)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"household"_s, household.toString()), {}, {}});
    const auto work = [&](FamilyChange &families) -> Result<> {
        FFP_TRY(families.open(household));
        for (const auto *part :
             {&detail.members, &detail.living, &detail.incomes, &detail.incomeLines, &detail.safeguards,
              &detail.cases, &detail.risks, &detail.assignments, &detail.visits, &detail.flags, &detail.jobs})
            for (const Record &record : *part)
                FFP_TRY(families.writer().setVoid(record.id, true, reason));
        for (const FieldRef reference :
             {plan::f("household_id"), measure::f("household_id"), attachment::f("household_id")}) {
            FFP_ASSIGN(const std::vector<Record> records, families.store().referring(reference, household));
            for (const Record &record : records)
                FFP_TRY(families.writer().setVoid(record.id, true, reason));
        }
        return families.writer().setVoid(household, true, reason);
    };
    return change(m_session, "household.void", household, reason, work);
}

} // namespace ffp
