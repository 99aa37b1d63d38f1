// SPDX-License-Identifier: GPL-3.0-or-later
// The changes of HouseholdChanges that concern whole households.
#include "core/base/about.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/householdnumber.h"
#include "core/log/changelog.h"
#include "core/log/logcipher.h"
#include "core/services/familychange.h"
#include "core/services/fieldcheck.h"
#include "core/services/recordcarrier.h"
#include "core/services/undoservice.h"

#include <algorithm>
#include <set>

namespace ffp {

using namespace Qt::Literals::StringLiterals;
using namespace family;

namespace {

constexpr FieldRef kHousehold = member::f("household_id");
constexpr FieldRef kMonitorClass = household::f("monitor_class");

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

Result<QString> nextLocalNumber(const RecordStore &store, const Record &old)
{
    const QString base = householdNumber(old);
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

/// The records are of the other household from now on.
Result<> follow(FamilyChange &families, FieldRef reference, const std::vector<Record> &records,
                RecordId household)
{
    for (const Record &record : records)
        FFP_TRY(families.edit(record.id, {{reference, Value(household)}}));
    return {};
}

/// Leaves out alerts of the whole household that the other one has of the same rule: one is enough.
void eraseKnown(std::vector<Record> &flags, const std::vector<Record> &there)
{
    std::erase_if(flags, [&there](const Record &one) {
        return one[flag::f("member_id")].isBlank()
               && std::any_of(there.begin(), there.end(), [&one](const Record &other) {
                      return other[flag::f("member_id")].isBlank()
                             && other[flag::f("rule")] == one[flag::f("rule")];
                  });
    });
}

/// The people of `from` with the relations that were given.
Result<std::vector<Going>> peopleOf(const Family &from, const MergeRequest &request, RecordId into)
{
    std::vector<Going> out;
    for (const Record &person : from.there) {
        const auto relation = request.relations.find(person.id);
        if (relation == request.relations.end())
            return broken("relation_unsure", u"member"_s, person.id.toString());
        if (!fits(relation->second, sexOf(person[member::f("sex")].toText())))
            return broken("relation_unfit", u"member"_s, person.id.toString());
        out.push_back(
            {person, {{kHousehold, Value(into)}, {member::f("relation"), Value(relation->second)}}});
    }
    return out;
}

/// What the household has of its place, unless `values` say otherwise: the new village has other groups.
FieldValues valuesInTheNewPlace(FieldValues values, QDate on)
{
    for (const FieldRef field :
         {household::f("natural_village"), household::f("villager_group"), household::f("address")})
        if (valueIn(values, field).isBlank())
            values.emplace_back(field, Value());
    values.emplace_back(household::f("moved_on"), Value(on.toString(Qt::ISODate)));
    return values;
}

} // namespace

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
        FFP_TRY(follow(families, flag::f("household_id"), flags, made));
        FFP_ASSIGN(const std::vector<Record> measures, families.openMeasures(old.id));
        std::vector<Going> going;
        for (const Record &one : measures) {
            const RecordId person = one[measure::f("member_id")].toRef();
            if (person.isNull() ? request.casesFollow : leaving.contains(person))
                going.push_back({one, {{measure::f("household_id"), Value(made)}}});
        }
        FFP_TRY(families.bring(going, old.area));
        if (request.casesFollow) {
            FFP_ASSIGN(const std::vector<Record> cases, families.openCases(old.id));
            FFP_TRY(follow(families, casefile::f("household_id"), cases, made));
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
        FFP_ASSIGN(Family into, families.open(request.into));
        if (from.household.area != into.household.area && request.village != from.household.area
            && request.village != into.household.area)
            return broken("other_village", u"household"_s, request.from.toString());
        FFP_ASSIGN(const std::vector<Record> cases, families.openCases(request.from));
        FFP_ASSIGN(const std::vector<Record> casesThere, families.openCases(request.into));
        if (!cases.empty() && !casesThere.empty())
            return broken("two_cases", u"household"_s, request.from.toString());
        if (from.household.area != into.household.area && request.village == from.household.area) {
            FFP_ASSIGN(const RecordId moved, families.moveTo(request.village, into.household,
                                                             valuesInTheNewPlace({}, request.occasion.on)));
            FFP_ASSIGN(into, families.open(moved));
        }
        const RecordId home = into.household.id;
        FFP_ASSIGN(std::vector<Going> going, peopleOf(from, request, home));
        for (const Record &one : cases)
            going.push_back({one, {{casefile::f("household_id"), Value(home)}}});
        FFP_ASSIGN(std::vector<Record> flags, families.openFlags(request.from));
        FFP_ASSIGN(const std::vector<Record> flagsThere, families.openFlags(home));
        eraseKnown(flags, flagsThere);
        for (const Record &one : flags)
            going.push_back({one, {{flag::f("household_id"), Value(home)}}});
        FFP_ASSIGN(const std::vector<Record> measures, families.openMeasures(request.from));
        for (const Record &one : measures)
            going.push_back({one, {{measure::f("household_id"), Value(home)}}});
        FFP_TRY(families.bring(going, into.household.area));
        FFP_TRY(families.addPersons(into.household, qint64(from.there.size())));
        if (!cases.empty())
            FFP_TRY(families.edit(home, {{kMonitorClass, from.household[kMonitorClass]}}));
        return families.end(request.from);
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

Result<RecordId> HouseholdChanges::move(const MoveRequest &request)
{
    FFP_TRY(permitted(m_session, request.occasion));
    FFP_TRY(checkFields(request.values, m_session.clock().today()));
    const bool stays = m_session.site().area.covers(request.to);
    if (stays && request.to.level() != AreaLevel::Village)
        return fail(Error{ErrorKind::InvalidArgument,
                          aboutKey(u"division"_s, request.to.toString()),
                          {u"division_level"_s},
                          {}});
    RecordId now = request.household;
    const auto work = [&](FamilyChange &families) -> Result<> {
        FFP_ASSIGN(const Family family, families.open(request.household));
        if (family.household.area == request.to)
            return broken("same_village", u"household"_s, request.household.toString());
        if (stays) {
            FFP_ASSIGN(now, families.moveTo(request.to, family.household,
                                            valuesInTheNewPlace(request.values, request.occasion.on)));
            return {};
        }
        for (const Record &person : family.there)
            FFP_TRY(families.edit(person.id, {{member::f("change_kind"), Value(u"move_out"_s)},
                                              {member::f("change_on"),
                                               Value(request.occasion.on.toString(Qt::ISODate))}}));
        FFP_TRY(families.addPersons(family.household, -qint64(family.there.size())));
        return families.end(request.household);
    };
    FFP_TRY(change(m_session, "household.move", request.household, request.occasion.reason, work));
    return now;
}

Result<std::map<Entity, qint64>> HouseholdChanges::belongings(RecordId household) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const Family family, familyOf(store, household));
    std::map<Entity, qint64> out;
    FFP_ASSIGN(const std::vector<Record> records, recordsOf(store, family.household));
    for (const Record &one : records)
        ++out[one.entity];
    return out;
}

Result<RecordId> HouseholdChanges::whereItWent(RecordId household) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    while (true) {
        FFP_ASSIGN(const std::vector<Record> next,
                   store.referring(household::f("moved_from_id"), household, u"t.rid DESC"_s));
        if (next.empty())
            return household;
        household = next.front().id;
    }
}

} // namespace ffp
