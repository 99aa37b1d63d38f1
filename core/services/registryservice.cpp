// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/registryservice.h"

#include "core/base/about.h"
#include "core/domain/divisions.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/attachmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/planfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/householdnumber.h"
#include "core/domain/idnumber.h"
#include "core/domain/memberfacts.h"
#include "core/log/changelog.h"
#include "core/log/history.h"
#include "core/services/entrylaws.h"
#include "core/services/fieldcheck.h"
#include "core/services/lawfuledits.h"
#include "core/services/people.h"
#include "core/services/personcheck.h"
#include "core/services/recordcarrier.h"
#include "core/store/householdstore.h"
#include "core/store/membersql.h"

#include <map>

namespace ffp {
namespace {

using namespace Qt::Literals::StringLiterals;

std::vector<ListColumn> makeListColumns()
{
    std::vector<ListColumn> columns;
    for (const HouseholdColumn &column : householdColumns()) {
        columns.push_back({column.id, column.label, column.english, column.shownByDefault,
                           column.field && column.field->sensitivity == Sensitivity::S,
                           isNumber(column.type)});
    }
    return columns;
}

QString recordLabel(const Record &record, Language language)
{
    const EntityDef &entity = entityDef(record.entity);
    const QString kind = language == Language::Chinese ? QString::fromUtf16(entity.label)
                                                       : QString::fromUtf8(entity.english);
    const QString name = record.entity == Entity::Member ? record[member::f("name")].toText() : QString();
    return name.isEmpty() ? kind : kind + u' ' + name;
}

/// A person by name, a household by its number; the id of what has neither.
Result<QString> referenceName(const RecordStore &store, RecordId id)
{
    if (id.isNull())
        return QString();
    FFP_ASSIGN(const auto place, store.locate(id));
    if (!place || (place->entity != Entity::Member && place->entity != Entity::Household))
        return id.toString();
    FFP_ASSIGN(const Record record, store.record(place->entity, place->rid));
    if (record.entity == Entity::Member)
        return record[member::f("name")].toText();
    return householdNumber(record);
}

Result<std::vector<Record>> jobsOf(const RecordStore &store, const std::vector<Record> &members,
                                   Voided voided)
{
    std::vector<Record> all;
    for (const Record &person : members) {
        FFP_ASSIGN(const auto jobs,
                   store.referring(job::f("member_id"), person.id,
                                   u"t.started_on IS NOT NULL, t.started_on DESC"_s, voided));
        all.insert(all.end(), jobs.begin(), jobs.end());
    }
    return all;
}

} // namespace

std::span<const ListColumn> RegistryService::columns()
{
    static const std::vector<ListColumn> columns = makeListColumns();
    return columns;
}

Result<std::vector<qint64>> RegistryService::householdIds(const HouseholdQuery &query) const
{
    std::vector<HouseholdOrder> order;
    for (const SortKey &key : query.sort)
        order.push_back({key.column, key.descending});
    return HouseholdStore(m_session.database(), m_session.cipher())
        .ids({query.area, query.where, query.text, query.redFlagged, query.includeVoided,
              m_session.clock().today()},
             order);
}

Result<std::vector<QStringList>> RegistryService::householdCells(std::span<const qint64> rids,
                                                                 const QStringList &columnIds,
                                                                 Language language) const
{
    std::vector<const HouseholdColumn *> columns;
    for (const QString &id : columnIds) {
        columns.push_back(householdColumn(id));
        if (!columns.back())
            return fail(Error{ErrorKind::InvalidArgument, aboutField({}, id), {u"unknown_field"_s}, {}});
    }
    FFP_ASSIGN(const auto rows,
               HouseholdStore(m_session.database(), m_session.cipher()).cells(rids, columns));
    std::vector<QStringList> texts;
    texts.reserve(rows.size());
    for (const std::vector<Value> &row : rows) {
        QStringList line;
        for (size_t i = 0; i < columns.size(); ++i) {
            const HouseholdColumn &column = *columns[i];
            if (column.field)
                line << maskedText(*column.field, row[i], language);
            else if (!column.sql)
                line << m_session.divisions().name(AreaCode::fromString(row[i].toText()));
            else
                line << displayText(FieldDef{column.id, column.label, column.english, column.type}, row[i],
                                    language);
        }
        texts.push_back(std::move(line));
    }
    return texts;
}

Result<HouseholdDetail> RegistryService::household(RecordId id) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    HouseholdDetail detail;
    FFP_ASSIGN(detail.household, store.record(id));
    if (detail.household.entity != Entity::Household)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"household"_s, id.toString()), {}, {}});
    detail.areaName = m_session.divisions().fullName(detail.household.area, AreaLevel::Township);
    FFP_ASSIGN(detail.members,
               store
                   .referring(member::f("household_id"), id,
                              u"CASE t.relation WHEN 'head' THEN 0 ELSE 1 END, NOT (%1), t.member_no, t.rid"_s
                                  .arg(memberIsThere(u"t"))));
    for (const Record &person : detail.members)
        if (person[member::f("relation")].toText() == "head"_L1 && detail.headName.isEmpty())
            detail.headName = person[member::f("name")].toText();
    FFP_ASSIGN(detail.jobs, jobsOf(store, detail.members, Voided::Hide));
    FFP_ASSIGN(detail.living, store.referring(living::f("household_id"), id, u"t.year DESC"_s));
    FFP_ASSIGN(detail.incomes, store.referring(income::f("household_id"), id, u"t.year DESC, t.rid DESC"_s));
    for (const Record &statement : detail.incomes) {
        FFP_ASSIGN(const auto lines,
                   store.referring(income_line::f("statement_id"), statement.id, u"t.item"_s));
        detail.incomeLines.insert(detail.incomeLines.end(), lines.begin(), lines.end());
    }
    FFP_ASSIGN(detail.safeguards,
               store.referring(safeguard::f("household_id"), id, u"t.checked_on DESC, t.rid"_s));
    FFP_ASSIGN(detail.cases,
               store.referring(casefile::f("household_id"), id, u"t.identified_ym DESC, t.rid DESC"_s));
    for (const Record &one : detail.cases) {
        FFP_ASSIGN(const auto risks, store.referring(case_risk::f("case_id"), one.id, u"t.rid"_s));
        detail.risks.insert(detail.risks.end(), risks.begin(), risks.end());
    }
    FFP_ASSIGN(detail.assignments, store.referring(assignment::f("household_id"), id,
                                                   u"t.ended_on IS NOT NULL, t.started_on DESC"_s));
    FFP_ASSIGN(detail.visits,
               store.referring(visit::f("household_id"), id, u"t.visited_on DESC, t.rid DESC"_s));
    FFP_ASSIGN(detail.flags,
               store.referring(flag::f("household_id"), id,
                               u"t.status IN ('closed','refuted'), t.raised_on DESC, t.rid DESC"_s));
    return detail;
}

Result<RecordId> RegistryService::findHousehold(const QString &key) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    const RecordId id = RecordId::fromString(key.trimmed());
    if (!id.isNull()) {
        FFP_ASSIGN(const auto place, store.locate(id));
        if (place && place->entity == Entity::Household)
            return id;
    }
    Selection byNumber;
    byNumber.where = u"t.household_no = ? OR t.local_no = ?"_s;
    byNumber.args = {key.trimmed(), key.trimmed()};
    byNumber.fields = {household::f("household_no")};
    FFP_ASSIGN(const auto found, store.select(Entity::Household, byNumber));
    if (found.empty())
        return fail(Error{ErrorKind::NotFound, aboutKey(u"household"_s, key), {}, {}});
    return found.front().id;
}

Result<RecordId> RegistryService::findMember(const QString &key, RecordId household) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const std::vector<Record> members, store.referring(member::f("household_id"), household));
    const QString wanted = key.trimmed();
    const RecordId id = RecordId::fromString(wanted);
    std::vector<RecordId> found;
    for (const Record &one : members)
        if (one.id == id || one[member::f("member_no")].toText() == wanted
            || one[member::f("name")].toText() == wanted)
            found.push_back(one.id);
    if (found.size() != 1)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"member"_s, key), {}, {}});
    return found.front();
}

Result<RecordId> RegistryService::recordOf(qint64 rid) const
{
    return RecordStore(m_session.database(), m_session.cipher()).idOf(rid);
}

Result<std::vector<HistoryEntry>> RegistryService::history(RecordId household, Language language) const
{
    FFP_ASSIGN(const HouseholdDetail detail, this->household(household));
    std::vector<qint64> rids{detail.household.rid};
    std::map<RecordId, QString> labels{{detail.household.id, recordLabel(detail.household, language)}};
    const auto add = [&](const std::vector<Record> &records) {
        for (const Record &record : records) {
            rids.push_back(record.rid);
            labels[record.id] = recordLabel(record, language);
        }
    };
    // What was voided has a history too.
    const RecordStore store(m_session.database(), m_session.cipher());
    for (const FieldRef reference :
         {member::f("household_id"), living::f("household_id"), safeguard::f("household_id"),
          assignment::f("household_id"), measure::f("household_id"), plan::f("household_id"),
          attachment::f("household_id")}) {
        FFP_ASSIGN(const auto records, store.referring(reference, household, {}, Voided::Show));
        add(records);
    }
    for (const Record &one : detail.cases) {
        FFP_ASSIGN(const auto risks, store.referring(case_risk::f("case_id"), one.id, {}, Voided::Show));
        add(risks);
    }
    FFP_ASSIGN(const auto jobs, jobsOf(store, detail.members, Voided::Show));
    add(jobs);
    // And those who went to another household, until they went.
    FFP_ASSIGN(auto former,
               ChangeLog(m_session.database()).touchedBy(household, u"household.merge"_s, Entity::Member));
    for (const qint64 rid : rids)
        former.erase(rid);
    std::map<RecordId, qint64> lastOps;
    for (const auto &[rid, lastOp] : former) {
        FFP_ASSIGN(const Record person, store.record(Entity::Member, rid));
        rids.push_back(rid);
        labels[person.id] = recordLabel(person, language);
        lastOps[person.id] = lastOp;
    }
    for (const auto *part :
         {&detail.incomes, &detail.incomeLines, &detail.cases, &detail.visits, &detail.flags})
        add(*part);
    // And what it was in the villages before.
    for (RecordId before = detail.household[household::f("moved_from_id")].toRef(); !before.isNull();) {
        FFP_ASSIGN(const Record old, store.record(before));
        FFP_ASSIGN(const std::vector<Record> entries, recordsOf(store, old, Voided::Show));
        add(entries);
        before = old[household::f("moved_from_id")].toRef();
    }

    FFP_ASSIGN(const auto changes, History(m_session.database(), m_session.cipher()).of(rids));
    const People people(m_session);
    std::vector<HistoryEntry> entries;
    for (const FieldChange &change : changes) {
        const auto left = lastOps.find(change.record);
        if (!change.field || (left != lastOps.end() && change.op > left->second))
            continue;
        HistoryEntry entry;
        entry.atMs = change.atMs;
        entry.actor = change.actor;
        entry.actorName = people.nameOf(change.actor);
        entry.siteName = m_session.site().name;
        entry.verb = change.verb;
        entry.record = change.record;
        entry.entity = change.entity;
        entry.recordLabel = labels[change.record];
        entry.field = *change.field;
        entry.before = change.before;
        entry.after = change.after;
        if (fieldDef(entry.field).type == FieldType::Ref) {
            FFP_ASSIGN(entry.beforeName, referenceName(store, change.before.toRef()));
            FFP_ASSIGN(entry.afterName, referenceName(store, change.after.toRef()));
        }
        entry.created = change.created;
        entry.note = change.note;
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<std::vector<AreaCount>> RegistryService::areaCounts() const
{
    FFP_ASSIGN(const auto figures, HouseholdStore(m_session.database(), m_session.cipher()).areaFigures());
    const AreaCode top = m_session.site().area;
    std::map<AreaCode, AreaCount> counts;
    const auto entry = [&](const AreaCode &area) -> AreaCount & {
        AreaCount &count = counts[area];
        if (count.area.isNull()) {
            count.area = area;
            count.name = m_session.divisions().name(area);
        }
        return count;
    };
    entry(top);
    for (const AreaCode &village : m_session.divisions().descendants(top, AreaLevel::Village))
        for (AreaCode area = village; top.covers(area); area = area.parent())
            entry(area);
    for (const HouseholdStore::AreaFigures &figure : figures)
        for (AreaCode area = figure.area; top.covers(area); area = area.parent()) {
            AreaCount &count = entry(area);
            count.households += figure.households;
            count.members += figure.members;
            count.redFlags += figure.redFlags;
        }
    std::vector<AreaCount> list;
    for (auto &[area, count] : counts)
        list.push_back(std::move(count));
    return list;
}

Result<ChangeSummary> RegistryService::edit(RecordId id, const FieldValues &values, const QString &note)
{
    FFP_TRY(mayWrite(m_session));
    FFP_TRY(checkFields(values, m_session.clock().today()));
    const Operation operation{.verb = "edit", .actor = m_session.user().id, .note = note, .about = id};
    return m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        LawfulEdits edits(m_session, writer);
        FFP_TRY(edits.edit(id, values, note));
        return edits.check();
    });
}

Result<RecordId> RegistryService::addHousehold(const AreaCode &village, const FieldValues &household,
                                               const FieldValues &head)
{
    FFP_TRY(mayWrite(m_session));
    if (!m_session.site().area.covers(village) || village.level() != AreaLevel::Village)
        return fail(Error{ErrorKind::NotAllowed, aboutKey(u"division"_s, village.toString()), {}, {}});
    FieldValues person = head;
    completeMember(person, nullptr, m_session.clock().today());
    FFP_TRY(checkFields(household, m_session.clock().today()));
    FFP_TRY(checkFields(person, m_session.clock().today()));
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_TRY(checkNewEntry(store, Entity::Household, household, m_session.clock().today()));
    FFP_TRY(checkNewEntry(store, Entity::Member, person, m_session.clock().today()));
    RecordId made;
    const Operation operation{.verb = "household.add", .actor = m_session.user().id, .note = {}, .about = {}};
    const auto work = [&](ChangeWriter &writer) -> Result<> {
        FFP_TRY(checkPersonIsNew(store, person));
        FFP_ASSIGN(made, writer.create(Entity::Household, village, household));
        person.emplace_back(member::f("household_id"), Value(made));
        person.emplace_back(member::f("relation"), Value(u"head"_s));
        return writer.create(Entity::Member, village, person).map([](const RecordId &) {});
    };
    FFP_TRY(m_session.log().transact(operation, work));
    return made;
}

Result<RecordId> RegistryService::addMember(RecordId household, const FieldValues &values)
{
    FFP_TRY(mayWrite(m_session));
    FieldValues person = values;
    completeMember(person, nullptr, m_session.clock().today());
    FFP_TRY(checkFields(person, m_session.clock().today()));
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_TRY(checkNewEntry(store, Entity::Member, person, m_session.clock().today()));
    FFP_ASSIGN(const Record parent, store.record(household));
    for (const auto &[field, value] : values)
        if (field == member::f("relation") && value.toText() == "head"_L1)
            return fail(
                Error{ErrorKind::RuleBroken, aboutField(u"member"_s, u"relation"_s), {u"one_head"_s}, {}});
    RecordId made;
    const Operation operation{.verb = "member.add",
                              .actor = m_session.user().id,
                              .note = {},
                              .about = household};
    const auto work = [&](ChangeWriter &writer) -> Result<> {
        FFP_TRY(checkPersonIsNew(store, person));
        person.emplace_back(member::f("household_id"), Value(household));
        FFP_ASSIGN(made, writer.create(Entity::Member, parent.area, person));
        return {};
    };
    FFP_TRY(m_session.log().transact(operation, work));
    return made;
}

Result<QString> RegistryService::reveal(RecordId id, FieldRef field)
{
    FFP_ASSIGN(const Record record, RecordStore(m_session.database(), m_session.cipher()).record(id));
    const QString detail = QLatin1String(entityDef(field.entity).id) + u'.'
                           + QLatin1String(fieldDef(field).id) + u' ' + id.toString();
    FFP_TRY(m_session.recordAccess(Session::Access::Unmask, detail));
    return displayText(fieldDef(field), record[field], Language::Chinese);
}

} // namespace ffp
