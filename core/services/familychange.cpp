// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/familychange.h"

#include "core/base/about.h"
#include "core/domain/alertcounts.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/logcipher.h"
#include "core/services/fieldcheck.h"
#include "core/services/recordcarrier.h"

#include <algorithm>

namespace ffp::family {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr FieldRef kRelation = member::f("relation");

Result<> checkOccasion(const ChangeOccasion &occasion, QDate today)
{
    QStringList faults;
    if (!occasion.on.isValid())
        faults << u"occasion.on: required"_s;
    else if (occasion.on > today)
        faults << u"occasion.on: future"_s;
    if (occasion.reason.trimmed().isEmpty())
        faults << u"occasion.reason: required"_s;
    return faults.isEmpty() ? Result<>() : fail(Error{ErrorKind::InvalidValue, {}, faults, {}});
}

} // namespace

tl::unexpected<Error> broken(const char *law, const QString &entity, const QString &key)
{
    return fail(Error{ErrorKind::RuleBroken, aboutKey(entity, key), {QString::fromLatin1(law)}, {}});
}

bool isHead(const Record &person)
{
    return person[kRelation].toText() == "head"_L1;
}

Sex sexOf(QStringView code)
{
    return code == u"male" ? Sex::Male : code == u"female" ? Sex::Female : Sex::Unknown;
}

bool fits(const QString &relation, Sex sex)
{
    const Code *code = findCode(*codeList("relation"), relation);
    if (!code || relation == "head"_L1)
        return false;
    const std::string_view must = code->extra;
    return !(must == "M" && sex == Sex::Female) && !(must == "F" && sex == Sex::Male);
}

Result<> permitted(Session &session, const ChangeOccasion &occasion)
{
    FFP_TRY(mayWrite(session));
    return checkOccasion(occasion, session.clock().today());
}

const Record *Family::find(RecordId id) const
{
    const auto it = std::find_if(there.begin(), there.end(),
                                 [id](const Record &person) { return person.id == id; });
    return it == there.end() ? nullptr : &*it;
}

const Record *Family::head() const
{
    const auto it = std::find_if(there.begin(), there.end(), isHead);
    return it == there.end() ? nullptr : &*it;
}

Result<Family> familyOf(const RecordStore &store, RecordId id)
{
    Family family;
    FFP_ASSIGN(family.household, store.record(id));
    if (family.household.entity != Entity::Household || family.household.voided)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"household"_s, id.toString()), {}, {}});
    FFP_ASSIGN(const std::vector<Record> members,
               store.referring(member::f("household_id"), id,
                               u"CASE t.relation WHEN 'head' THEN 0 ELSE 1 END, t.member_no, t.rid"_s));
    std::copy_if(members.begin(), members.end(), std::back_inserter(family.there), isInHousehold);
    return family;
}

FamilyChange::FamilyChange(Session &session, ChangeWriter &writer, QString reason)
    : m_store(session.database(), session.cipher()),
      m_writer(writer),
      m_laws(session.database(), session.cipher()),
      m_helpLaws(session),
      m_reason(std::move(reason)),
      m_today(session.clock().today()),
      m_nowMs(session.clock().nowMs())
{}

Result<> FamilyChange::check()
{
    FFP_TRY(m_laws.check());
    return m_helpLaws.check();
}

Result<Family> FamilyChange::open(RecordId household)
{
    FFP_TRY(m_laws.watch(household));
    return familyOf(m_store, household);
}

Result<> FamilyChange::giveHead(const Family &family, RecordId household, const NewHead &next,
                                const std::function<bool(const Record &)> &who, RecordId leaver)
{
    const Record *head = family.find(next.head);
    if (!head || !who(*head) || head->id == leaver)
        return broken("not_there", u"member"_s, next.head.toString());
    for (const RelationProposal &proposal : proposedRelations(family.there, head->id)) {
        const Record &person = *family.find(proposal.member);
        if (!who(person))
            continue;
        FFP_ASSIGN(const QString relation, settled(person, proposal, next, leaver));
        if (relation != proposal.before)
            FFP_TRY(edit(person.id, {{kRelation, Value(relation)}}));
    }
    return edit(household, {{household::f("head_member_id"), Value(next.head)}});
}

Result<QString> FamilyChange::settled(const Record &person, const RelationProposal &proposal,
                                      const NewHead &next, RecordId leaver) const
{
    if (person.id == next.head)
        return u"head"_s;
    const auto given = next.relations.find(person.id);
    if (given == next.relations.end()) {
        if (!proposal.after.sure && person.id != leaver)
            return broken("relation_unsure", u"member"_s, person.id.toString());
        return proposal.after.relation;
    }
    if (!fits(given->second, sexOf(person[member::f("sex")].toText())))
        return broken("relation_unfit", u"member"_s, person.id.toString());
    return given->second;
}

Result<> FamilyChange::addPersons(const Record &household, qint64 more)
{
    const Value stated = household[household::f("population_current")];
    if (stated.isBlank() || stated.toInt() + more < 0)
        return {};
    return edit(household.id, {{household::f("population_current"), Value(stated.toInt() + more)}});
}

Result<std::vector<Record>> FamilyChange::openCases(RecordId household) const
{
    FFP_ASSIGN(std::vector<Record> cases, m_store.referring(casefile::f("household_id"), household));
    std::erase_if(cases, [](const Record &one) { return !isOpenCase(one); });
    return cases;
}

Result<std::vector<Record>> FamilyChange::openFlags(RecordId household) const
{
    FFP_ASSIGN(std::vector<Record> flags, m_store.referring(flag::f("household_id"), household));
    std::erase_if(flags, [](const Record &one) { return alertSettled(one[flag::f("status")].toText()); });
    return flags;
}

Result<std::vector<Record>> FamilyChange::openMeasures(RecordId household) const
{
    FFP_ASSIGN(std::vector<Record> measures, m_store.referring(measure::f("household_id"), household));
    std::erase_if(measures, [](const Record &one) {
        const QString status = one[measure::f("status")].toText();
        return status != "planned"_L1 && status != "doing"_L1;
    });
    return measures;
}

Result<> FamilyChange::stopMeasures(RecordId household, RecordId person, QDate on)
{
    FFP_ASSIGN(const std::vector<Record> measures, openMeasures(household));
    const QString day = on.toString(Qt::ISODate);
    for (const Record &one : measures) {
        if (!person.isNull() && one[measure::f("member_id")].toRef() != person)
            continue;
        FieldValues values{{measure::f("status"), Value(u"stopped"_s)},
                           {measure::f("ended_on"), Value(day)},
                           {measure::f("end_reason"), Value(m_reason)}};
        if (one[measure::f("started_on")].toText() > day) // never begun
            values.emplace_back(measure::f("started_on"), Value());
        FFP_TRY(edit(one.id, values));
    }
    return {};
}

Result<> FamilyChange::bring(const std::vector<Going> &records, const AreaCode &area)
{
    for (const Going &one :
         records) // before the first of them goes: the class of a household goes with its case
        FFP_TRY(m_helpLaws.watch(one.record.entity, one.record.rid));
    RecordCarrier carrier(m_store, m_writer, m_nowMs, m_reason);
    for (const Going &one : records) {
        if (one.record.area == area) {
            FFP_TRY(edit(one.record.id, one.values));
            continue;
        }
        FFP_TRY(carrier.take(one.record));
        carrier.change(one.record.id, one.values);
    }
    if (carrier.records().empty())
        return {};
    FFP_TRY(carrier.carryTo(area));
    for (const Record &one : carrier.records())
        m_helpLaws.carried(one.rid, m_writer.rid(carrier.idOf(one.id)));
    return {};
}

Result<RecordId> FamilyChange::moveTo(const AreaCode &area, const Record &household,
                                      const FieldValues &values)
{
    RecordCarrier carrier(m_store, m_writer, m_nowMs, m_reason);
    FFP_TRY(carrier.take(household));
    carrier.change(household.id, values);
    FFP_TRY(carrier.carryTo(area));
    const RecordId made = carrier.idOf(household.id);
    // Not among the values: a reference to the old entry would be turned to the new one.
    FFP_TRY(edit(made, {{household::f("moved_from_id"), Value(household.id)}}));
    FFP_TRY(m_laws.watchNew(made));
    return made;
}

Result<> FamilyChange::end(RecordId household)
{
    FFP_ASSIGN(const std::vector<Record> cases, openCases(household));
    for (const Record &one : cases)
        FFP_TRY(edit(one.id, {{casefile::f("status"), Value(u"natural_loss"_s)}}));
    FFP_ASSIGN(const std::vector<Record> flags, openFlags(household));
    for (const Record &one : flags)
        FFP_TRY(edit(one.id, {{flag::f("status"), Value(u"closed"_s)},
                              {flag::f("close_reason"), Value(u"household_gone"_s)},
                              {flag::f("closed_on"), Value(m_today.toString(Qt::ISODate))}}));
    FFP_TRY(stopMeasures(household, {}, m_today));
    return m_writer.setVoid(household, true, m_reason);
}

Result<ChangeSummary> change(Session &session, const char *verb, RecordId about, const QString &reason,
                             const std::function<Result<>(FamilyChange &)> &work)
{
    const Operation operation{.verb = verb, .actor = session.user().id, .note = reason, .about = about};
    return session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        FamilyChange families(session, writer, reason);
        FFP_TRY(work(families));
        return families.check();
    });
}

} // namespace ffp::family
