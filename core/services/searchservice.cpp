// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/searchservice.h"

#include "core/domain/divisions.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/logcipher.h"
#include "core/store/recordstore.h"

#include <QHash>
#include <QSet>

namespace ffp {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kPollEvery = 1024;

Selection only(std::vector<FieldRef> fields)
{
    Selection selection;
    selection.fields = std::move(fields);
    return selection;
}

const std::vector<FieldRef> kMemberFields{member::f("household_id"), member::f("name"), member::f("relation"),
                                          member::f("id_no"), member::f("phone")};
const std::vector<FieldRef> kHouseholdFields{household::f("household_no"), household::f("phone")};

SearchRow memberRow(const Record &record, const DivisionTable &divisions)
{
    SearchRow row;
    row.id = record.id;
    row.kind = SearchKind::Member;
    row.household = record[member::f("household_id")].toRef();
    row.name = record[member::f("name")].toText();
    row.area = record.area;
    row.areaName = divisions.name(record.area);
    row.digits = PackedDigits::pack(record[member::f("id_no")].toText(), record[member::f("phone")].toText());
    return row;
}

/// A household is shown under its head's name and found by its numbers; the head is found as a member.
SearchRow householdRow(const Record &record, const QString &head, const DivisionTable &divisions)
{
    SearchRow row;
    row.id = record.id;
    row.kind = SearchKind::Household;
    row.household = record.id;
    row.name = head;
    row.byName = false;
    row.area = record.area;
    row.areaName = divisions.name(record.area);
    row.householdNo = record[household::f("household_no")].toText();
    row.digits = PackedDigits::pack({}, record[household::f("phone")].toText());
    return row;
}

SearchRow villageRow(const AreaCode &area, const DivisionTable &divisions)
{
    SearchRow row;
    row.kind = SearchKind::Village;
    row.name = divisions.name(area);
    row.area = area;
    row.areaName = divisions.name(area.parent());
    return row;
}

} // namespace

Result<> SearchService::build(Progress &progress)
{
    const quint64 rebuild = m_index.beginRebuild();
    const DivisionTable &divisions = m_session.divisions();
    const RecordStore store(m_session.database(), m_session.cipher());
    SearchSegmentBuilder builder;
    const auto fill = [&]() -> Result<> {
        FFP_ASSIGN(const qint64 total, store.count(Entity::Member, u"t.void = 0"_s));
        QHash<RecordId, QString> heads;
        qint64 done = 0;
        const auto addMember = [&](Record &record) {
            if (record[member::f("relation")].toText() == "head"_L1)
                heads.insert(record[member::f("household_id")].toRef(), record[member::f("name")].toText());
            builder.add(memberRow(record, divisions));
            if (++done % kPollEvery == 0)
                progress.report("search", done, total);
            return !progress.cancelled();
        };
        FFP_TRY(store.each(Entity::Member, only(kMemberFields), addMember));
        const auto addHousehold = [&](Record &record) {
            builder.add(householdRow(record, heads.value(record.id), divisions));
            return !progress.cancelled();
        };
        FFP_TRY(store.each(Entity::Household, only(kHouseholdFields), addHousehold));
        const QList<AreaCode> villages = divisions.descendants(m_session.site().area, AreaLevel::Village);
        for (const AreaCode &village : villages)
            builder.add(villageRow(village, divisions));
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        return {};
    };
    if (const auto filled = fill(); !filled) {
        m_index.cancelRebuild(rebuild);
        return filled;
    }
    m_index.finishRebuild(rebuild, builder);
    return {};
}

Result<bool> SearchService::apply(const ChangeSummary &change)
{
    if (change.touches({Entity::Division})) // every row bears the name of its place
        return false;
    const DivisionTable &divisions = m_session.divisions();
    const RecordStore store(m_session.database(), m_session.cipher());
    QVector<SearchRow> changed;
    QVector<RecordId> removed;
    QSet<RecordId> households; // also those of changed members: they show their head's name
    for (const auto &[entity, rid] : change.rids) {
        if (entity != Entity::Member && entity != Entity::Household)
            continue;
        FFP_ASSIGN(const Record record, store.record(entity, rid));
        households.insert(entity == Entity::Member ? record[member::f("household_id")].toRef() : record.id);
        if (record.voided)
            removed << record.id;
        else if (entity == Entity::Member)
            changed << memberRow(record, divisions);
    }
    for (const RecordId &id : households) {
        FFP_ASSIGN(const auto place, store.locate(id));
        if (!place || place->entity != Entity::Household)
            continue;
        FFP_ASSIGN(const Record record, store.record(Entity::Household, place->rid));
        if (record.voided)
            continue;
        FFP_ASSIGN(const auto members, store.referring(member::f("household_id"), id));
        QString head;
        for (const Record &person : members)
            if (person[member::f("relation")].toText() == "head"_L1)
                head = person[member::f("name")].toText();
        changed << householdRow(record, head, divisions);
    }
    m_index.apply(changed, removed);
    if (m_index.needsCompaction())
        m_index.compact();
    return true;
}

} // namespace ffp
