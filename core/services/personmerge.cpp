// SPDX-License-Identifier: GPL-3.0-or-later
// One person who was entered twice: DuplicateService::compare, merge, unmerge.
#include "core/base/about.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/memberfacts.h"
#include "core/log/changelog.h"
#include "core/log/logcipher.h"
#include "core/services/duplicateservice.h"
#include "core/services/familychange.h"
#include "core/services/fieldcheck.h"
#include "core/services/personcheck.h"
#include "core/services/undoservice.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;
using namespace family;

namespace {

constexpr FieldRef kHousehold = member::f("household_id");
constexpr FieldRef kKeptText = member::f("kept_text");
/// Facts of the place in the household, not of the person.
constexpr FieldRef kOfTheHousehold[] = {member::f("relation"), member::f("change_kind"),
                                        member::f("change_on")};

/// The first field of the entity that refers to records of this kind.
std::optional<FieldRef> referenceTo(const char *kind, const EntityDef &entity)
{
    for (quint16 i = 0; i < entity.fields.size(); ++i)
        if (entity.fields[i].type == FieldType::Ref && qstrcmp(entity.fields[i].list, kind) == 0)
            return FieldRef{entity.entity, i};
    return std::nullopt;
}

/// The first reference of an entity says on what it hangs.
bool hangsOn(FieldRef reference)
{
    const auto fields = entityDef(reference.entity).fields;
    return std::none_of(fields.begin(), fields.begin() + reference.index,
                        [](const FieldDef &field) { return field.type == FieldType::Ref; });
}

/// One person taken together with the other.
class TakingTogether
{
public:
    TakingTogether(FamilyChange &families, const PersonMerge &request, QDate today)
        : m_families(families),
          m_request(request),
          m_today(today)
    {}

    Result<> run()
    {
        FFP_ASSIGN(m_keep, m_families.store().record(m_request.keep));
        FFP_ASSIGN(m_drop, m_families.store().record(m_request.drop));
        for (const Record *one : {&m_keep, &m_drop})
            if (one->entity != Entity::Member || !isInHousehold(*one))
                return broken("not_there", u"member"_s, one->id.toString());
        FFP_ASSIGN(m_home, m_families.open(m_keep[kHousehold].toRef()));
        FFP_ASSIGN(m_old, m_families.open(m_drop[kHousehold].toRef()));
        FFP_TRY(passHeadship());
        FFP_TRY(bringWhatNamesIt());
        FFP_TRY(m_families.edit(m_drop.id, {{member::f("merged_into_id"), Value(m_keep.id)}}));
        FFP_TRY(m_families.writer().setVoid(m_drop.id, true, m_families.reason()));
        FFP_TRY(m_families.edit(m_keep.id, values()));
        FFP_TRY(checkNumber());
        FFP_TRY(m_families.addPersons(m_old.household, -1));
        return isLast() ? endOldHousehold() : Result<>();
    }

private:
    bool isOneHousehold() const { return m_home.household.id == m_old.household.id; }
    bool isLast() const { return m_old.there.size() == 1; }

    Result<> passHeadship()
    {
        if (!isHead(m_drop) || isLast())
            return {};
        if (!isOneHousehold()) {
            if (m_request.next.head.isNull())
                return broken("no_head", u"household"_s, m_old.household.id.toString());
            return m_families.giveHead(
                m_old, m_old.household.id, m_request.next, [](const Record &) { return true; }, m_drop.id);
        }
        // The same person is head as before: nobody's relation changes.
        FFP_TRY(m_families.edit(m_keep.id, {{member::f("relation"), Value(u"head"_s)}}));
        return m_families.edit(m_old.household.id, {{household::f("head_member_id"), Value(m_keep.id)}});
    }

    Result<> bringWhatNamesIt()
    {
        FFP_ASSIGN(const std::vector<Record> known, m_families.openFlags(m_home.household.id));
        for (const EntityDef &entity : entities()) {
            const std::optional<FieldRef> person = referenceTo("member", entity);
            if (!person || entity.entity == Entity::Household || entity.entity == Entity::Member)
                continue;
            FFP_ASSIGN(const std::vector<Record> records, m_families.store().referring(*person, m_drop.id));
            for (const Record &one : records)
                FFP_TRY(isKnownAlert(one, known)
                            ? m_families.writer().setVoid(one.id, true, m_families.reason())
                            : bring(one, *person, referenceTo("household", entity)));
        }
        return {};
    }
    /// The kept person has an open alert of this rule already.
    bool isKnownAlert(const Record &record, const std::vector<Record> &known) const
    {
        return record.entity == Entity::Flag
               && std::any_of(known.begin(), known.end(), [&](const Record &other) {
                      return other[flag::f("member_id")].toRef() == m_keep.id
                             && other[flag::f("rule")] == record[flag::f("rule")];
                  });
    }
    Result<> bring(const Record &record, FieldRef person, const std::optional<FieldRef> &home)
    {
        FieldValues values{{person, Value(m_keep.id)}};
        if (hangsOn(person)) // it lives where its person does
            return m_families.bring({{record, values}}, m_keep.area);
        if (!home || isOneHousehold() || record[*home].toRef() != m_old.household.id)
            return m_families.edit(record.id, values);
        values.emplace_back(*home, Value(m_home.household.id));
        return m_families.bring({{record, values}}, m_home.household.area);
    }

    FieldValues values() const
    {
        FieldValues out;
        const auto fields = entityDef(Entity::Member).fields;
        for (quint16 i = 0; i < fields.size(); ++i) {
            const FieldRef field{Entity::Member, i};
            if (!isAsked(field) || m_drop[field].isBlank())
                continue;
            const bool taken = std::find(m_request.taken.begin(), m_request.taken.end(), field)
                               != m_request.taken.end();
            if (taken || m_keep[field].isBlank())
                out.emplace_back(field, m_drop[field]);
        }
        const QString kept = m_keep[kKeptText].toText();
        const QString further = m_drop[kKeptText].toText();
        if (!further.isEmpty() && further != kept)
            out.emplace_back(kKeptText, Value(kept.isEmpty() ? further : kept + u'\n' + further));
        completeMember(out, &m_keep, m_today);
        return out;
    }
    /// A third entry may bear the number.
    Result<> checkNumber()
    {
        FFP_ASSIGN(const Record now, m_families.store().record(m_keep.id));
        return checkPersonIsNew(m_families.store(), {{member::f("person_key"), now[member::f("person_key")]}},
                                m_keep.id);
    }

    Result<> endOldHousehold()
    {
        const RecordId home = m_home.household.id;
        FFP_ASSIGN(const std::vector<Record> cases, m_families.openCases(m_old.household.id));
        FFP_ASSIGN(const std::vector<Record> there, m_families.openCases(home));
        if (!cases.empty() && !there.empty())
            return broken("two_cases", u"household"_s, m_old.household.id.toString());
        std::vector<Going> going;
        for (const Record &one : cases)
            going.push_back({one, {{casefile::f("household_id"), Value(home)}}});
        FFP_TRY(m_families.bring(going, m_home.household.area));
        const FieldRef monitorClass = household::f("monitor_class");
        if (!cases.empty())
            FFP_TRY(m_families.edit(home, {{monitorClass, m_old.household[monitorClass]}}));
        return m_families.end(m_old.household.id);
    }

public:
    static bool isAsked(FieldRef field)
    {
        const FieldDef &def = fieldDef(field);
        return !(def.flags & (kLocalOnly | kDerived)) && def.type != FieldType::Ref
               && std::find(std::begin(kOfTheHousehold), std::end(kOfTheHousehold), field)
                      == std::end(kOfTheHousehold);
    }

private:
    FamilyChange &m_families;
    const PersonMerge &m_request;
    const QDate m_today;
    Record m_keep;
    Record m_drop;
    Family m_home; ///< of the kept entry
    Family m_old;  ///< of the dropped one
};

} // namespace

Result<PersonComparison> DuplicateService::compare(RecordId keep, RecordId drop) const
{
    if (keep == drop)
        return broken("same_entry", u"member"_s, keep.toString());
    const RecordStore store(m_session.database(), m_session.cipher());
    PersonComparison out;
    FFP_ASSIGN(out.keep, store.record(keep));
    FFP_ASSIGN(out.drop, store.record(drop));
    for (const Record *one : {&out.keep, &out.drop})
        if (one->entity != Entity::Member)
            return fail(Error{ErrorKind::NotFound, aboutKey(u"member"_s, one->id.toString()), {}, {}});
    for (quint16 i = 0; i < entityDef(Entity::Member).fields.size(); ++i) {
        const FieldRef field{Entity::Member, i};
        if (TakingTogether::isAsked(field) && out.keep[field] != out.drop[field])
            out.fields.push_back(field);
    }
    return out;
}

Result<ChangeSummary> DuplicateService::merge(const PersonMerge &request)
{
    FFP_TRY(permitted(m_session, request.occasion));
    if (request.keep == request.drop)
        return broken("same_entry", u"member"_s, request.keep.toString());
    return change(m_session, "person.merge", request.keep, request.occasion.reason,
                  [&](FamilyChange &families) {
                      return TakingTogether(families, request, m_session.clock().today()).run();
                  });
}

Result<ChangeSummary> DuplicateService::unmerge(RecordId memberId)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const std::optional<Change> merge,
               ChangeLog(m_session.database()).latestStanding(u"person.merge"_s, memberId));
    if (!merge)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"merge"_s, {}), {}, {}});
    return UndoService(m_session).undoChange(merge->id);
}

} // namespace ffp
