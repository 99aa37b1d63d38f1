// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/duplicateservice.h"

#include "core/base/about.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/householdnumber.h"
#include "core/domain/memberfacts.h"
#include "core/log/changelog.h"
#include "core/log/logcipher.h"
#include "core/services/fieldcheck.h"
#include "core/services/session.h"
#include "core/services/undoservice.h"

#include <algorithm>
#include <set>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr FieldRef kDistinctPerson = member::f("distinct_from");
constexpr FieldRef kDistinctHousehold = household::f("distinct_from");

bool saidDistinct(const Record &a, const Record &b, FieldRef field)
{
    return a[field].toList().contains(b.id.toString()) || b[field].toList().contains(a.id.toString());
}

LikeEntries bothOf(LikeEntry a, LikeEntry b, const char *why)
{
    return {std::move(a), std::move(b), QString::fromLatin1(why)};
}

Result<> addEverybody(LookalikeFinder &finder, const PersonStore &store, const AreaCode &area)
{
    return store.eachPresent(area, [&finder](PersonLine &line) {
        finder.add(std::move(line));
        return true;
    });
}

} // namespace

Result<LikeEntry> DuplicateService::entryOf(const RecordStore &store, RecordId member) const
{
    FFP_ASSIGN(const Record person, store.record(member));
    FFP_ASSIGN(const Record home, store.record(person[member::f("household_id")].toRef()));
    return LikeEntry{person.id,
                     home.id,
                     person[member::f("name")].toText(),
                     householdNumber(home),
                     m_session.divisions().fullName(home.area, AreaLevel::Township),
                     person[member::f("birth_date")].toText()};
}

Result<LikeEntry> DuplicateService::householdEntry(RecordId household) const
{
    FFP_ASSIGN(const HouseholdDetail detail, RegistryService(m_session).household(household));
    LikeEntry entry{household,       household, detail.headName, householdNumber(detail.household),
                    detail.areaName, {}};
    if (!detail.members.empty())
        entry.birth = detail.members.front()[member::f("birth_date")].toText(); // the head stands first
    return entry;
}

Result<std::vector<LikeEntries>> DuplicateService::persons(const AreaCode &area, Progress &progress) const
{
    LookalikeFinder finder;
    FFP_TRY(addEverybody(finder, PersonStore(m_session.database()), area));
    FFP_ASSIGN(const std::vector<LikePair> pairs, finder.pairs(progress));
    const RecordStore store(m_session.database(), m_session.cipher());
    std::vector<LikeEntries> out;
    for (const LikePair &pair : pairs) {
        const std::array rids{pair.a.rid, pair.b.rid};
        const std::array fields{kDistinctPerson};
        FFP_ASSIGN(const std::vector<Record> both, store.records(Entity::Member, rids, fields));
        if (both.size() != rids.size() || saidDistinct(both[0], both[1], kDistinctPerson))
            continue;
        FFP_ASSIGN(LikeEntry a, entryOf(store, both[0].id));
        FFP_ASSIGN(LikeEntry b, entryOf(store, both[1].id));
        out.push_back(bothOf(std::move(a), std::move(b), likenessCode(pair.why)));
    }
    return out;
}

Result<std::vector<LikeEntries>> DuplicateService::households(const AreaCode &area, Progress &progress) const
{
    const PersonStore people(m_session.database());
    std::vector<std::tuple<qint64, qint64, const char *>> pairs;
    std::set<std::pair<qint64, qint64>> known;
    const auto add = [&](qint64 a, qint64 b, const char *why) {
        if (a != b && known.insert(std::minmax(a, b)).second)
            pairs.emplace_back(std::min(a, b), std::max(a, b), why);
    };
    const auto addGroups = [&](const std::vector<std::vector<qint64>> &groups, const char *why) {
        for (const std::vector<qint64> &group : groups)
            for (size_t i = 1; i < group.size(); ++i)
                add(group.front(), group[i], why);
    };
    FFP_ASSIGN(const auto numbers, people.sameHouseholdNumber(area));
    addGroups(numbers, "same_household_no");
    FFP_ASSIGN(const auto accounts, people.sameAccount(area));
    addGroups(accounts, "same_account");
    LookalikeFinder heads;
    FFP_TRY(people.eachPresent(area, [&heads](PersonLine &line) {
        if (line.head)
            heads.add(std::move(line));
        return true;
    }));
    FFP_ASSIGN(const std::vector<LikePair> alike, heads.pairs(progress));
    for (const LikePair &pair : alike)
        add(pair.a.household, pair.b.household, likenessCode(pair.why));

    const RecordStore store(m_session.database(), m_session.cipher());
    std::vector<LikeEntries> out;
    for (const auto &[first, second, why] : pairs) {
        FFP_ASSIGN(const Record a, store.record(Entity::Household, first));
        FFP_ASSIGN(const Record b, store.record(Entity::Household, second));
        if (saidDistinct(a, b, kDistinctHousehold))
            continue;
        FFP_ASSIGN(LikeEntry one, householdEntry(a.id));
        FFP_ASSIGN(LikeEntry other, householdEntry(b.id));
        out.push_back(bothOf(std::move(one), std::move(other), why));
    }
    return out;
}

Result<std::vector<LikeEntries>> DuplicateService::like(const FieldValues &person, const AreaCode &village,
                                                        RecordId self) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    FieldValues values = person;
    completeMember(values, nullptr, m_session.clock().today());
    PersonLine one;
    one.area = village;
    one.name = valueIn(values, member::f("name")).toText();
    one.sex = valueIn(values, member::f("sex")).toText();
    one.birth = valueIn(values, member::f("birth_date")).toText();
    if (const QString key = valueIn(values, member::f("person_key")).toText(); !key.isEmpty()) {
        FFP_ASSIGN(one.key, m_session.cipher().blindIndex(fieldDef(member::f("person_key")).column, key));
    }
    Record stored;
    if (!self.isNull()) {
        FFP_ASSIGN(stored, store.record(self));
        one.rid = stored.rid;
    }
    FFP_ASSIGN(std::vector<PersonLine> lines, PersonStore(m_session.database()).like(one));
    LookalikeFinder finder;
    for (PersonLine &line : lines)
        finder.add(std::move(line));
    std::vector<LikeEntries> out;
    for (const auto &[line, why] : finder.like(one)) {
        FFP_ASSIGN(const Record other, store.record(Entity::Member, line.rid));
        if (!self.isNull() && saidDistinct(stored, other, kDistinctPerson))
            continue;
        FFP_ASSIGN(LikeEntry entry, entryOf(store, other.id));
        out.push_back(bothOf({self, {}, one.name, {}, {}, one.birth}, std::move(entry), likenessCode(why)));
    }
    return out;
}

Result<ChangeSummary> DuplicateService::setDistinct(RecordId a, RecordId b, bool distinct,
                                                    const QString &reason)
{
    FFP_TRY(mayWrite(m_session));
    if (reason.trimmed().isEmpty())
        return fail(Error{ErrorKind::InvalidValue, {}, {u"occasion.reason: required"_s}, {}});
    if (a == b)
        return fail(Error{ErrorKind::RuleBroken, aboutKey(u"member"_s, a.toString()), {u"same_entry"_s}, {}});
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const Record first, store.record(a));
    FFP_ASSIGN(const Record second, store.record(b));
    const bool people = first.entity == Entity::Member;
    if ((!people && first.entity != Entity::Household) || second.entity != first.entity)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"member"_s, b.toString()), {}, {}});
    const FieldRef field = people ? kDistinctPerson : kDistinctHousehold;
    const Operation operation{.verb = people ? "person.distinct" : "household.distinct",
                              .actor = m_session.user().id,
                              .note = reason,
                              .about = a};
    return m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        for (const auto &[one, other] : {std::pair(&first, &second), std::pair(&second, &first)}) {
            QStringList ids = (*one)[field].toList();
            ids.removeAll(other->id.toString());
            if (distinct)
                ids << other->id.toString();
            FFP_TRY(writer.edit(one->id, {{field, Value(ids)}}, reason));
        }
        return {};
    });
}

Result<RecordId> DuplicateService::findPerson(const QString &key) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    const RecordId id = RecordId::fromString(key.trimmed());
    if (!id.isNull()) {
        FFP_ASSIGN(const auto place, store.locate(id));
        if (place && place->entity == Entity::Member)
            return id;
    }
    Selection byNumber;
    byNumber.where = u"t.member_no = ?"_s;
    byNumber.args = {key.trimmed()};
    byNumber.fields = {member::f("member_no")};
    FFP_ASSIGN(const auto found, store.select(Entity::Member, byNumber));
    if (found.size() != 1)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"member"_s, key), {}, {}});
    return found.front().id;
}

} // namespace ffp
