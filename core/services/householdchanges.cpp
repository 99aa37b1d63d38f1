// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/householdchanges.h"

#include "core/base/about.h"
#include "core/domain/alertcounts.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/householdrules.h"
#include "core/domain/memberfacts.h"
#include "core/log/changelog.h"
#include "core/log/logcipher.h"
#include "core/services/fieldcheck.h"
#include "core/services/householdlaws.h"
#include "core/services/personcheck.h"
#include "core/services/undoservice.h"
#include "core/store/recordstore.h"

#include <algorithm>
#include <set>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr FieldRef kRelation = member::f("relation");
constexpr FieldRef kHousehold = member::f("household_id");

/// What a household that splits off takes over from the old one; its own numbers, phone and bank it has not.
constexpr FieldRef kTakenOver[] = {
    household::f("natural_village"),  household::f("villager_group"),
    household::f("address"),          household::f("household_type"),
    household::f("registered"),       household::f("exit_class"),
    household::f("poverty_attr"),     household::f("exit_status"),
    household::f("exit_year"),        household::f("identify_standard"),
    household::f("first_identified"), household::f("cause_main"),
    household::f("cause_others"),     household::f("year"),
};
/// Of a helper who stays the helper of both parts.
constexpr FieldRef kHelper[] = {
    assignment::f("role"), assignment::f("name"), assignment::f("sex"),   assignment::f("political"),
    assignment::f("unit"), assignment::f("post"), assignment::f("phone"),
};

tl::unexpected<Error> broken(const char *law, const QString &entity = {}, const QString &key = {})
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

Kin kinOf(const Record &person)
{
    return {person[kRelation].toText(), sexOf(person[member::f("sex")].toText())};
}

/// The code is in the list, is not the head's, and suits the sex.
bool fits(const QString &relation, Sex sex)
{
    const Code *code = findCode(*codeList("relation"), relation);
    if (!code || relation == "head"_L1)
        return false;
    const std::string_view must = code->extra;
    return !(must == "M" && sex == Sex::Female) && !(must == "F" && sex == Sex::Male);
}

/// A household and who is there, the head first.
struct Family {
    Record household;
    std::vector<Record> there;

    const Record *find(RecordId id) const
    {
        const auto it = std::find_if(there.begin(), there.end(),
                                     [id](const Record &person) { return person.id == id; });
        return it == there.end() ? nullptr : &*it;
    }
    const Record *head() const
    {
        const auto it = std::find_if(there.begin(), there.end(), isHead);
        return it == there.end() ? nullptr : &*it;
    }
};

Result<Family> familyOf(const RecordStore &store, RecordId id)
{
    Family family;
    FFP_ASSIGN(family.household, store.record(id));
    if (family.household.entity != Entity::Household || family.household.voided)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"household"_s, id.toString()), {}, {}});
    FFP_ASSIGN(const std::vector<Record> members,
               store.referring(kHousehold, id,
                               u"CASE t.relation WHEN 'head' THEN 0 ELSE 1 END, t.member_no, t.rid"_s));
    std::copy_if(members.begin(), members.end(), std::back_inserter(family.there), isInHousehold);
    return family;
}

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

/// One change of families inside its transaction.
class FamilyChange
{
public:
    FamilyChange(Session &session, ChangeWriter &writer, QString reason)
        : m_store(session.database(), session.cipher()),
          m_writer(writer),
          m_laws(session.database(), session.cipher()),
          m_reason(std::move(reason))
    {}

    const RecordStore &store() const { return m_store; }
    ChangeWriter &writer() { return m_writer; }
    HouseholdLaws &laws() { return m_laws; }

    Result<Family> open(RecordId household)
    {
        FFP_TRY(m_laws.watch(household));
        return familyOf(m_store, household);
    }
    Result<> edit(RecordId id, const FieldValues &values) { return m_writer.edit(id, values, m_reason); }

    /// Gives the household the head, and every member of `who` the relation to it. Somebody who leaves gets
    /// the likeliest one without being asked for.
    Result<> giveHead(const Family &family, RecordId household, const NewHead &next,
                      const std::function<bool(const Record &)> &who, RecordId leaver = {})
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
    /// The stated number of persons follows what happened; a number that was wrong before stays as wrong.
    Result<> addPersons(const Record &household, qint64 more)
    {
        const Value stated = household[household::f("population_current")];
        if (stated.isBlank() || stated.toInt() + more < 0)
            return {};
        return edit(household.id, {{household::f("population_current"), Value(stated.toInt() + more)}});
    }
    Result<> follow(FieldRef reference, const std::vector<Record> &records, RecordId household)
    {
        for (const Record &record : records)
            FFP_TRY(edit(record.id, {{reference, Value(household)}}));
        return {};
    }
    Result<std::vector<Record>> openCases(RecordId household) const
    {
        FFP_ASSIGN(std::vector<Record> cases, m_store.referring(casefile::f("household_id"), household));
        std::erase_if(cases, [](const Record &one) { return !isOpenCase(one); });
        return cases;
    }
    Result<std::vector<Record>> openFlags(RecordId household) const
    {
        FFP_ASSIGN(std::vector<Record> flags, m_store.referring(flag::f("household_id"), household));
        std::erase_if(flags, [](const Record &one) { return alertSettled(one[flag::f("status")].toText()); });
        return flags;
    }

private:
    Result<QString> settled(const Record &person, const RelationProposal &proposal, const NewHead &next,
                            RecordId leaver) const
    {
        if (person.id == next.head)
            return u"head"_s;
        const auto given = next.relations.find(person.id);
        if (given == next.relations.end()) {
            if (!proposal.after.sure && person.id != leaver)
                return broken("relation_unsure", u"member"_s, person.id.toString());
            return proposal.after.relation;
        }
        if (!fits(given->second, kinOf(person).sex))
            return broken("relation_unfit", u"member"_s, person.id.toString());
        return given->second;
    }

    RecordStore m_store;
    ChangeWriter &m_writer;
    HouseholdLaws m_laws;
    QString m_reason;
};

using FamilyWork = std::function<Result<>(FamilyChange &)>;

Result<ChangeSummary> change(Session &session, const char *verb, RecordId about, const QString &reason,
                             const FamilyWork &work)
{
    const Operation operation{.verb = verb, .actor = session.user().id, .note = reason, .about = about};
    return session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        FamilyChange families(session, writer, reason);
        FFP_TRY(work(families));
        return families.laws().check();
    });
}

Result<> permitted(Session &session, const ChangeOccasion &occasion)
{
    FFP_TRY(mayWrite(session));
    return checkOccasion(occasion, session.clock().today());
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

Result<QString> nextLocalNumber(const RecordStore &store, const Record &old)
{
    QString base = old[household::f("household_no")].toText();
    if (base.isEmpty())
        base = old[household::f("local_no")].toText();
    if (base.isEmpty())
        return QString();
    const std::array args{SqlArg(base + u"-F_%"_s)};
    Selection selection;
    selection.where = u"t.local_no LIKE ?"_s;
    selection.args.assign(args.begin(), args.end());
    selection.fields = {household::f("local_no")};
    selection.voided = Voided::Show;
    FFP_ASSIGN(const std::vector<Record> parts, store.select(Entity::Household, selection));
    return u"%1-F%2"_s.arg(base).arg(parts.size() + 1);
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
    if (!fits(valueIn(values, kRelation).toText(), sexOf(valueIn(values, member::f("sex")).toText())))
        return broken("relation_unfit", u"member"_s);
    values.emplace_back(kHousehold, Value(household));
    values.emplace_back(member::f("change_kind"), Value(kind));
    values.emplace_back(member::f("change_on"), Value(occasion.on.toString(Qt::ISODate)));
    RecordId made;
    const auto work = [&](FamilyChange &families) -> Result<> {
        FFP_ASSIGN(const Family family, families.open(household));
        FFP_TRY(checkPersonIsNew(families.store(), values));
        FFP_ASSIGN(made, families.writer().create(Entity::Member, family.household.area, values));
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
        if (!last)
            return {};
        // Nobody is left: the household ends with its last person, and what was monitored ends with it.
        FFP_ASSIGN(const std::vector<Record> cases, families.openCases(household));
        for (const Record &one : cases)
            FFP_TRY(families.edit(one.id, {{casefile::f("status"), Value(u"natural_loss"_s)}}));
        return families.writer().setVoid(household, true, occasion.reason);
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

Result<RecordId> HouseholdChanges::split(const SplitRequest &request)
{
    FFP_TRY(permitted(m_session, request.occasion));
    FFP_TRY(checkFields(request.values, m_session.clock().today()));
    const std::set<RecordId> leaving(request.leaving.begin(), request.leaving.end());
    const auto leaves = [&leaving](const Record &person) { return leaving.contains(person.id); };
    const auto stays = [&leaves](const Record &person) { return !leaves(person); };
    RecordId made;
    const auto work = [&](FamilyChange &families) -> Result<> {
        FFP_ASSIGN(const Family family, families.open(request.household));
        const Record &old = family.household;
        for (const RecordId &id : leaving)
            if (!family.find(id))
                return broken("not_there", u"member"_s, id.toString());
        if (leaving.empty() || leaving.size() == family.there.size())
            return broken("no_members", u"household"_s, request.household.toString());

        FieldValues values = request.values;
        for (const FieldRef field : kTakenOver)
            if (valueIn(values, field).isBlank() && !old[field].isBlank())
                values.emplace_back(field, old[field]);
        if (valueIn(values, household::f("local_no")).isBlank()) {
            FFP_ASSIGN(const QString number, nextLocalNumber(families.store(), old));
            values.emplace_back(household::f("local_no"), Value(number));
        }
        values.emplace_back(household::f("population_current"), Value(qint64(leaving.size())));
        const FieldRef monitorClass = household::f("monitor_class");
        if (request.casesFollow)
            values.emplace_back(monitorClass, old[monitorClass]);
        FFP_ASSIGN(made, families.writer().create(Entity::Household, old.area, values));
        FFP_TRY(families.laws().watchNew(made));

        if (family.head() && leaves(*family.head())) {
            if (request.remaining.head.isNull())
                return broken("no_head", u"household"_s, request.household.toString());
            FFP_TRY(families.giveHead(family, old.id, request.remaining, stays));
        }
        for (const RecordId &id : leaving)
            FFP_TRY(families.edit(id, {{kHousehold, Value(made)}}));
        FFP_TRY(families.giveHead(family, made, request.head, leaves));
        FFP_TRY(families.addPersons(old, -qint64(leaving.size())));

        FFP_ASSIGN(std::vector<Record> flags, families.openFlags(old.id));
        std::erase_if(flags, [&](const Record &one) {
            const RecordId person = one[flag::f("member_id")].toRef();
            return person.isNull() ? !request.casesFollow : !leaving.contains(person);
        });
        FFP_TRY(families.follow(flag::f("household_id"), flags, made));
        if (request.casesFollow) {
            FFP_ASSIGN(const std::vector<Record> cases, families.openCases(old.id));
            FFP_TRY(families.follow(casefile::f("household_id"), cases, made));
            if (!cases.empty())
                FFP_TRY(families.edit(old.id, {{monitorClass, Value(u"none"_s)}}));
        }
        FFP_ASSIGN(const std::vector<Record> helpers,
                   families.store().referring(assignment::f("household_id"), old.id));
        for (const Record &helper : helpers) {
            if (!helper[assignment::f("ended_on")].isBlank())
                continue;
            FieldValues line{{assignment::f("household_id"), Value(made)},
                             {assignment::f("started_on"), Value(request.occasion.on.toString(Qt::ISODate))}};
            for (const FieldRef field : kHelper)
                if (!helper[field].isBlank())
                    line.emplace_back(field, helper[field]);
            FFP_TRY(families.writer().create(Entity::Assignment, old.area, line));
        }
        return {};
    };
    FFP_TRY(change(m_session, "household.split", request.household, request.occasion.reason, work));
    return made;
}

Result<ChangeSummary> HouseholdChanges::merge(const MergeRequest &request)
{
    FFP_TRY(permitted(m_session, request.occasion));
    if (request.from == request.into)
        return fail(ErrorKind::InvalidArgument, u"one household"_s);
    const auto work = [&](FamilyChange &families) -> Result<> {
        FFP_ASSIGN(const Family from, families.open(request.from));
        FFP_ASSIGN(const Family into, families.open(request.into));
        if (from.household.area != into.household.area)
            return broken("other_village", u"household"_s, request.from.toString());
        FFP_ASSIGN(const std::vector<Record> cases, families.openCases(request.from));
        FFP_ASSIGN(const std::vector<Record> casesThere, families.openCases(request.into));
        if (!cases.empty() && !casesThere.empty())
            return broken("two_cases", u"household"_s, request.from.toString());

        for (const Record &person : from.there) {
            const auto relation = request.relations.find(person.id);
            if (relation == request.relations.end())
                return broken("relation_unsure", u"member"_s, person.id.toString());
            if (!fits(relation->second, kinOf(person).sex))
                return broken("relation_unfit", u"member"_s, person.id.toString());
            FFP_TRY(families.edit(person.id,
                                  {{kHousehold, Value(request.into)}, {kRelation, Value(relation->second)}}));
        }
        FFP_TRY(families.addPersons(into.household, qint64(from.there.size())));
        FFP_TRY(families.follow(casefile::f("household_id"), cases, request.into));
        const FieldRef monitorClass = household::f("monitor_class");
        if (!cases.empty())
            FFP_TRY(families.edit(request.into, {{monitorClass, from.household[monitorClass]}}));
        FFP_ASSIGN(std::vector<Record> flags, families.openFlags(request.from));
        FFP_ASSIGN(const std::vector<Record> flagsThere, families.openFlags(request.into));
        // Of the whole household one alert of a rule is enough.
        std::erase_if(flags, [&flagsThere](const Record &one) {
            return one[flag::f("member_id")].isBlank()
                   && std::any_of(flagsThere.begin(), flagsThere.end(), [&one](const Record &other) {
                          return other[flag::f("member_id")].isBlank()
                                 && other[flag::f("rule")] == one[flag::f("rule")];
                      });
        });
        FFP_TRY(families.follow(flag::f("household_id"), flags, request.into));
        return families.writer().setVoid(request.from, true, request.occasion.reason);
    };
    return change(m_session, "household.merge", request.into, request.occasion.reason, work);
}

Result<ChangeSummary> HouseholdChanges::unmerge(RecordId household)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const std::optional<Change> merge,
               ChangeLog(m_session.database()).latestStanding(u"household.merge"_s, household));
    if (!merge)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"merge"_s, {}), {}, {}});
    return UndoService(m_session).undoChange(merge->id);
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
              &detail.cases, &detail.risks, &detail.assignments, &detail.visits, &detail.flags})
            for (const Record &record : *part)
                FFP_TRY(families.writer().setVoid(record.id, true, reason));
        return families.writer().setVoid(household, true, reason);
    };
    return change(m_session, "household.void", household, reason, work);
}

} // namespace ffp
