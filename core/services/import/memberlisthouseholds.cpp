// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/codelist.h"
#include "core/domain/contact.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/heldrowfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/householdrules.h"
#include "core/services/import/memberlist.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

QString relationCode(int relation)
{
    static const std::vector<QString> codes = [] {
        std::vector<QString> out;
        for (const Code &code : codeList("relation")->codes)
            out.push_back(QString::fromLatin1(code.code));
        return out;
    }();
    return relation < 0 ? QString() : codes[size_t(relation)];
}

Sex sexOf(const Record &record)
{
    const QString code = record[member::f("sex")].toText();
    return code == u"male" ? Sex::Male : code == u"female" ? Sex::Female : Sex::Unknown;
}

} // namespace

/// The list has as many rows of the household as it says persons.
bool MemberList::isComplete(const Household &household) const
{
    if (m_around.part)
        return false;
    for (int i = household.first; i >= 0; i = m_rows[size_t(i)].next)
        if (m_rows[size_t(i)].stated > household.rows)
            return false;
    return true;
}

Result<> MemberList::judgeHousehold(Household &household, const KnownHousehold &known)
{
    checkStructure(household, known);
    chooseFacts(household);
    if (household.facts < 0)
        return {};
    checkHouseholdCells(household);
    checkMonitoringOf(household);
    checkDifferences(household);
    return {};
}

void MemberList::checkStructure(Household &household, const KnownHousehold &known)
{
    std::vector<HouseholdRow> rows;
    std::vector<const Row *> own;
    eachRow(household, [&](const Row &row) {
        HouseholdRow one;
        one.relation = relationCode(row.relation);
        one.sex = row.sex;
        if (row.stated >= 0)
            one.statedCount = row.stated;
        one.village = m_villages.place(row.place).village.toString();
        rows.push_back(std::move(one));
        own.push_back(&row);
    });
    // A part of a household, such as corrected rows only, is judged together with what is known of the rest.
    if (!isComplete(household)) {
        for (const Record &record : known.members)
            if (std::none_of(own.begin(), own.end(), [&](const Row *row) { return row->member == record.id; })
                && !hasLeft(record))
                rows.push_back({record[member::f("relation")].toText(), sexOf(record), {}, {}});
        // Of two rows with the same key each stands for one record.
        QHash<QString, int> here;
        eachRow(household, [&](const Row &row) {
            if (!m_held.saysOrigin(row.at))
                ++here[keyOf(row, household.number)];
        });
        for (const Record &record : known.held)
            if (isListRow(record) && !m_held.isInFile(record.id) && here[HeldRows::keyOf(record)]-- <= 0)
                rows.push_back({record[held_row::f("relation")].toText(), Sex::Unknown, {}, {}});
    }
    for (const RowFinding &found : checkHousehold(rows)) {
        const Row &row = *own[size_t(found.row) < own.size() ? size_t(found.row) : 0];
        int column = 0;
        QStringList args{household.number};
        switch (found.finding) {
        case Finding::HouseholdTwoHeads:
        case Finding::HouseholdNoHead:
        case Finding::HouseholdTwoSpouses: column = sheetColumn(m_at.relation); break;
        case Finding::SpouseSameSex: column = sheetColumn(m_at.id); break;
        case Finding::MemberCountMismatch:
            args += {QString::number(row.stated), QString::number(rows.size())};
            [[fallthrough]];
        case Finding::MemberCountInconsistent: column = sheetColumn(m_at.stated); break;
        case Finding::HouseholdInTwoVillages: {
            column = m_villages.column();
            args.append(m_villages.place(own.front()->place).name);
            args.append(m_villages.place(row.place).name);
            break;
        }
        default: break;
        }
        m_book.add(found.finding, row.at.number, column, Scope::Household, args);
        household.held = household.held || findingDef(found.finding).severity == FindingSeverity::Error;
    }
}

/// Household facts come from the head's row, or from the first row in order when that is held.
void MemberList::chooseFacts(Household &household)
{
    int firstInOrder = -1;
    int placed = -1;
    for (int i = household.first; i >= 0; i = m_rows[size_t(i)].next) {
        const Row &row = m_rows[size_t(i)];
        if (household.head < 0 && isHead(row))
            household.head = i;
        if (!row.error && firstInOrder < 0)
            firstInOrder = i;
        if (placed < 0 && !m_villages.place(row.place).village.isNull())
            placed = i;
    }
    const bool headInOrder = household.head >= 0 && !m_rows[size_t(household.head)].error;
    household.facts = headInOrder ? household.head : firstInOrder;
    if (household.head >= 0 && !m_villages.place(m_rows[size_t(household.head)].place).village.isNull())
        placed = household.head;
    household.place = placed < 0 ? -1 : m_rows[size_t(placed)].place;
}

void MemberList::checkHouseholdCells(Household &household)
{
    const DataRow &row = m_rows[size_t(household.facts)].at;
    const VillageFinder::Place &place = m_villages.place(m_rows[size_t(household.facts)].place);
    const auto villageNote = [&](const char *kind) {
        m_book.add({kind, FindingSeverity::Info, Scope::Household, row.number, m_villages.column(), {}});
    };
    if (place.variant)
        villageNote("village_name_variant");
    if (place.spaces)
        villageNote("village_trailing_ideographic_space");

    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const LayoutColumn &column = m_layout.columns[size_t(i)];
        const bool risk = column.role.type == ColumnRole::Type::Risk;
        if ((column.role.type != ColumnRole::Type::Field && !risk)
            || column.role.field.entity == Entity::Member || i == m_at.number)
            continue;
        const Cell cell = m_reader.cell(row.stored, i);
        if (column.repeats >= 0) {
            const Cell first = m_reader.cell(row.stored, column.repeats);
            if (fieldAt(i).type != FieldType::Codes && !cell.isEmpty() && !first.isEmpty()
                && cell.textIndex() != first.textIndex())
                add(row, i, "duplicate_header_values_differ", FindingSeverity::Warning, Scope::Household,
                    {shown(fieldAt(i), first.text()), shown(fieldAt(i), cell.text())});
            continue;
        }
        if (cell.isEmpty())
            continue;
        const ParsedValue &parsed = m_reader.read(row.stored, i);
        if (!noteParsed(row, i, fieldAt(i), parsed, Scope::Household))
            continue;
        if (fieldAt(i).type == FieldType::Money && parsed.value.toInt() < 0)
            m_book.add(Finding::NegativeIncome, row.number, column.column, Scope::Household,
                       {shown(fieldAt(i), cell.text())});
        if (column.role.field.entity == Entity::LivingConditions && fieldAt(i).type == FieldType::Dec
            && parsed.value.toInt() < 0)
            m_book.add(Finding::NegativeArea, row.number, column.column, Scope::Household,
                       {shown(fieldAt(i), cell.text())});
    }
    const FieldRef main = household::f("cause_main");
    const FieldRef others = household::f("cause_others");
    if (index(main) >= 0 && index(others) >= 0) {
        QStringList kept;
        QString mainCause;
        QStringList otherCauses;
        for (const auto &[field, value] : valuesOf(row, Entity::Household, kept)) {
            if (field == main)
                mainCause = value.toText();
            if (field == others)
                otherCauses = value.toList();
        }
        if (!causesAreRight(mainCause, otherCauses))
            m_book.add(Finding::CausesRepeated, row.number, sheetColumn(index(others)), Scope::Household,
                       {household.number});
    }
}

/// Household facts that another row of the household states otherwise (T-12).
void MemberList::checkDifferences(const Household &household)
{
    const DataRow &facts = m_rows[size_t(household.facts)].at;
    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const LayoutColumn &column = m_layout.columns[size_t(i)];
        if (column.role.type != ColumnRole::Type::Field || column.role.field.entity == Entity::Member
            || i == m_at.number || i == m_at.stated || column.repeats >= 0 || (fieldAt(i).flags & kDerived))
            continue;
        const quint32 stated = m_reader.cell(facts.stored, i).textIndex();
        for (int r = household.first; r >= 0; r = m_rows[size_t(r)].next) {
            const Row &row = m_rows[size_t(r)];
            const Cell cell = m_reader.cell(row.at.stored, i);
            if (row.error || row.duplicate || cell.isEmpty() || cell.textIndex() == stated)
                continue;
            const Value mine = m_reader.read(row.at.stored, i).value;
            if (mine == m_reader.read(facts.stored, i).value)
                continue;
            add(row.at, i, "household_values_differ", FindingSeverity::Warning, Scope::Household,
                {shown(fieldAt(i), text(facts, i)), shown(fieldAt(i), text(row.at, i))});
            break;
        }
    }
}

MonitoringFacts MemberList::monitoringFacts(const DataRow &row)
{
    MonitoringFacts facts;
    facts.listOfMonitored = m_layout.kind == Kind::Edge;
    const auto read = [&](FieldRef field) -> ParsedValue {
        const int i = index(field);
        return i < 0 ? ParsedValue() : m_reader.read(row.stored, i);
    };
    facts.householdType = read(household::f("household_type")).value.toText();
    facts.monitorClass = read(household::f("monitor_class")).value.toText();
    if (const QString status = read(casefile::f("status")).value.toText(); !status.isEmpty())
        facts.riskRemoved = status == u"removed";
    const ParsedValue identified = read(casefile::f("identified_ym"));
    facts.identified = YearMonth::fromString(identified.value.toText());
    facts.identifiedUnread = identified.fault.has_value();
    const ParsedValue removed = read(casefile::f("removed_ym"));
    facts.removed = YearMonth::fromString(removed.value.toText());
    facts.removedUnread = removed.fault.has_value();
    return facts;
}

void MemberList::checkMonitoringOf(Household &household)
{
    if (index(household::f("monitor_class")) < 0)
        return;
    const DataRow &row = m_rows[size_t(household.facts)].at;
    const MonitoringFacts facts = monitoringFacts(row);
    // A word that is in no list is a finding of its own.
    const int classColumn = index(household::f("monitor_class"));
    if (m_reader.read(row.stored, classColumn).fault)
        return;
    for (const Finding finding : checkMonitoring(facts, m_layout.dataDate)) {
        FieldRef about = household::f("monitor_class");
        const bool identifiedLater = facts.identified && *facts.identified > YearMonth::of(m_layout.dataDate);
        switch (finding) {
        case Finding::MonitoredWithoutMonth: about = casefile::f("identified_ym"); break;
        case Finding::RemovedWithoutDate:
        case Finding::RemovalBeforeIdentification:
        case Finding::RemovedTooFast: about = casefile::f("removed_ym"); break;
        case Finding::MonthInFuture:
            about = identifiedLater ? casefile::f("identified_ym") : casefile::f("removed_ym");
            break;
        default: break;
        }
        // A list without the column cannot say that the month is missing.
        if (index(about) < 0)
            continue;
        m_book.add(finding, row.number, sheetColumn(index(about)), Scope::Household,
                   {household.number, shown(fieldDef(about), text(row, index(about)))});
        household.held = household.held || findingDef(finding).severity == FindingSeverity::Error;
    }
}

void MemberList::findSharedPhones()
{
    const int column = index(household::f("phone"));
    if (column < 0)
        return;
    std::vector<HouseholdPhone> phones;
    std::vector<const Household *> owners;
    for (const Household &household : m_households) {
        if (household.facts < 0)
            continue;
        QString phone = parsePhone(text(m_rows[size_t(household.facts)].at, column)).text;
        if (phone.isEmpty())
            continue;
        phones.push_back({household.number, std::move(phone)});
        owners.push_back(&household);
    }
    for (const SharedPhone &shared : sharedPhones(phones)) {
        const Household &one = *owners[size_t(shared.entry)];
        m_book.add(Finding::PhoneSharedByTwoHouseholds, m_rows[size_t(one.facts)].at.number,
                   sheetColumn(column), Scope::Household, {one.number, owners[size_t(shared.other)]->number});
    }
}

} // namespace ffp::imports
