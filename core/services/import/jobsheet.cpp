// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/jobsheet.h"

#include "core/base/text.h"
#include "core/domain/datetext.h"
#include "core/domain/fields/heldrowfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/idnumber.h"
#include "core/domain/personname.h"
#include "core/domain/recordrules.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr FieldRef kStart = job::f("started_on");
constexpr FieldRef kEnd = job::f("ended_on");
constexpr FieldRef kPlanned = job::f("planned_out");

void put(FieldValues &values, FieldRef field, Value value)
{
    std::erase_if(values, [field](const auto &one) { return one.first == field; });
    if (!value.isBlank())
        values.emplace_back(field, std::move(value));
}

} // namespace

JobSheet::JobSheet(const SheetLayout &layout, const Surroundings &around)
    : SheetImport(layout, around),
      m_id(layout.indexOf(member::f("id_no"))),
      m_name(layout.indexOf(member::f("name"))),
      m_start(layout.indexOf(kStart)),
      m_end(layout.indexOf(kEnd)),
      m_planned(layout.indexOf(kPlanned))
{
    for (int i = 0; i < int(layout.columns.size()) && m_out < 0; ++i)
        if (layout.columns[size_t(i)].role.type == ColumnRole::Type::Own)
            m_out = i;
}

Result<> JobSheet::judgeRows(const RegisterView &view, Progress &progress)
{
    const std::vector<int> duplicates = exactDuplicates();
    m_rows.resize(m_scan.rows.size());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].at = m_scan.rows[i];
        if (duplicates[i] >= 0)
            markDuplicate(m_rows[i], m_id, duplicates[i]);
        else
            readRow(m_rows[i]);
    }
    const auto chunk = size_t(RegisterView::kChunk);
    for (size_t from = 0; from < m_rows.size(); from += chunk) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("judge", qint64(from), qint64(m_rows.size()));
        FFP_TRY(findPersons(view, from, std::min(from + chunk, m_rows.size())));
    }
    keepErrorsOfHeldRows(m_rows);
    FFP_TRY(collectHeldRows());
    count();
    return {};
}

void JobSheet::readRow(Row &row)
{
    const Cell cell = m_reader.cell(row.at.stored, m_id);
    if (cell.isEmpty()) {
        error(row, m_id, "missing_id");
        return;
    }
    const IdNumber id = parseIdNumber(cell.text(), m_layout.dataDate);
    if (!id.usable() || id.form == IdForm::Placeholder) {
        error(row, m_id,
              id.form == IdForm::Placeholder ? "id_placeholder_999999" : findingDef(id.findings.front()).kind,
              {shown(fieldAt(m_id), cell.text())});
        return;
    }
    row.personKey = id.personKey;
    row.stays = saysNo(row);
    if (row.stays) {
        add(row.at, isPlan() ? m_planned : m_out, "spell_none", FindingSeverity::Info, Scope::Row);
        return;
    }
    readValues(row);
    if (!row.error)
        checkContradictions(row);
}

bool JobSheet::saysNo(const Row &row) const
{
    const int index = isPlan() ? m_planned : m_out;
    if (index < 0)
        return false;
    const QString written = text(row.at, index);
    const ParsedValue said = parseValue(fieldDef(kPlanned), written, {.today = m_layout.dataDate});
    return !said.fault && !said.value.isBlank() && !said.value.toBool();
}

QString JobSheet::dayOf(Row &row, int index)
{
    const Cell cell = m_reader.cell(row.at.stored, index);
    const QString written = cell.text();
    if (isBlankText(written))
        return {};
    const DateText date = parseDateText(written, m_layout.serials);
    if (cell.kind() == CellKind::Error || date.fault || (!date.day.isValid() && !date.month)) {
        error(row, index, "spell_date_unreadable", {cleaned(written)});
        return {};
    }
    if (date.day.isValid())
        return date.day.toString(Qt::ISODate);
    add(row.at, index, "spell_month_only", FindingSeverity::Info, Scope::Row, {cleaned(written)});
    const QDate day = index == m_end ? date.month->lastDay() : date.month->firstDay();
    return day.toString(Qt::ISODate);
}

void JobSheet::readValues(Row &row)
{
    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const LayoutColumn &column = m_layout.columns[size_t(i)];
        if (column.role.type == ColumnRole::Type::Field && column.role.field.entity == Entity::Job
            && column.repeats < 0 && i != m_start && i != m_end && !m_reader.cell(row.at.stored, i).isEmpty())
            noteParsed(row.at, i, fieldAt(i), m_reader.read(row.at.stored, i), Scope::Row);
    }
    QStringList kept;
    row.values = valuesOf(row.at, Entity::Job, kept);
    keepTexts(row.at, kept);
    const QString start = dayOf(row, m_start);
    const QString end = dayOf(row, m_end);
    put(row.values, kStart, start.isEmpty() ? Value() : Value(start));
    put(row.values, kEnd, end.isEmpty() ? Value() : Value(end));
    if (isPlan())
        put(row.values, kPlanned, Value(true));
    else if (start.isEmpty() && !row.error)
        error(row, m_start, "spell_without_start");
    // What a month was taken for does not say that the file had only the month.
    for (const int index : {m_start, m_end})
        if (index >= 0 && parseDateText(text(row.at, index), m_layout.serials).day.isNull())
            if (const QString line = titleOf(index) + u'：' + text(row.at, index);
                !isBlankText(text(row.at, index)) && !kept.contains(line))
                kept.append(line);
    if (!kept.isEmpty())
        row.values.emplace_back(job::f("kept_text"), Value(kept.join(u'\n')));
}

void JobSheet::checkContradictions(Row &row)
{
    Record record;
    record.entity = Entity::Job;
    record = withValues(std::move(record), row.values);
    for (const Contradiction &one : contradictions(record, m_layout.dataDate))
        error(row, m_layout.indexOf(one.field), findingDef(one.finding).kind,
              {text(row.at, m_layout.indexOf(one.field))});
}

Result<> JobSheet::findPersons(const RegisterView &view, size_t from, size_t to)
{
    QStringList keys;
    for (size_t i = from; i < to; ++i)
        if (m_rows[i].loads())
            keys.append(m_rows[i].personKey);
    FFP_ASSIGN(const auto persons, view.persons(keys));
    QHash<RecordId, qint64> rids;
    for (const KnownPerson &person : persons)
        rids.insert(person.id, person.rid);
    FFP_ASSIGN(const auto spells, view.jobs(rids));
    for (size_t i = from; i < to; ++i) {
        Row &row = m_rows[i];
        if (!row.loads())
            continue;
        row.person = persons.value(row.personKey);
        checkPerson(row);
        if (!row.error)
            checkRepeated(row);
        if (!row.error)
            FFP_TRY(compare(row, spells.value(row.person.id)));
    }
    return {};
}

void JobSheet::checkPerson(Row &row)
{
    if (row.person.id.isNull())
        error(row, m_id, "spell_person_unknown", {shown(fieldAt(m_id), text(row.at, m_id))});
    else if (m_name >= 0 && !m_reader.cell(row.at.stored, m_name).isEmpty()
             && !sameName(row.person.name, text(row.at, m_name)))
        error(row, m_name, "match_name_differs", {text(row.at, m_name), row.person.name});
}

/// Two rows that say different things of one spell: nobody knows which is right.
void JobSheet::checkRepeated(Row &row)
{
    const std::pair key(row.person.id, isPlan() ? QString() : valueIn(row.values, kStart).toText());
    const auto first = m_taken.constFind(key);
    if (first != m_taken.cend())
        error(row, isPlan() ? m_id : m_start, "spell_repeated", {u'#' + QString::number(*first)});
    else
        m_taken.insert(key, row.at.number);
}

const Record *JobSheet::spellOf(const Row &row, const std::vector<Record> &known) const
{
    const Value &start = valueIn(row.values, kStart);
    const Record *same = start.isBlank()
                             ? nullptr
                             : findIn(known, [&](const Record &one) { return one[kStart] == start; });
    if (same || !isPlan())
        return same;
    return findIn(known, [](const Record &one) { return one[kPlanned].toBool(); });
}

Result<> JobSheet::compare(Row &row, const std::vector<Record> &known)
{
    const Record *there = spellOf(row, known);
    if (there) {
        row.known = there->id;
        // A plan that became true is one no more; an older plan says nothing against what was begun.
        if (!isPlan() && (*there)[kPlanned].toBool())
            put(row.values, kPlanned, Value(false));
        if (isPlan() && !(*there)[kPlanned].toBool())
            std::erase_if(row.values, [](const auto &one) { return one.first == kPlanned; });
    }
    const Place place{row.at,
                      text(row.at, m_layout.indexOf(household::f("household_no"))),
                      row.person.name,
                      {}};
    FFP_ASSIGN(row.act, actOn(there, row.values, place));
    return {};
}

HeldRows::Row JobSheet::heldRow(const Row &row) const
{
    HeldRows::Row held;
    held.at = row.at;
    held.householdNo = text(row.at, m_layout.indexOf(household::f("household_no")));
    held.name = text(row.at, m_name);
    held.content = contentOf(m_layout, row.at);
    // A row has no number of its own: it is known again by what it says.
    held.key = HeldRows::keyOf(m_layout.kind, held.householdNo, {}, held.content);
    held.personKey = row.personKey;
    return held;
}

QString JobSheet::restOf(const QString &content) const
{
    QStringList lines = content.split(u'\n');
    for (const int key : {m_id, m_name, m_start, m_end})
        if (key >= 0)
            lines.removeIf([&](const QString &line) { return line.startsWith(titleOf(key) + u'：'); });
    return lines.join(u'\n');
}

/// The person or the days were what had to be corrected, and nothing else of the row.
bool JobSheet::isSameRow(const HeldRows::Row &row, const Record &earlier)
{
    return restOf(earlier[held_row::f("content")].toText()) == restOf(row.content);
}

Result<> JobSheet::collectHeldRows()
{
    const QHash<int, QStringList> reasons = m_book.errorsByRow();
    for (const Row &row : m_rows) {
        HeldRows::Row held = heldRow(row);
        if (row.error) {
            held.reasons = reasons.value(row.at.number);
            m_held.add(std::move(held));
        } else if (row.loads() && m_held.concerns(row.at, held.householdNo, row.personKey)) {
            m_held.addInOrder(std::move(held));
        }
    }
    return pairHeldRows();
}

void JobSheet::count()
{
    for (const Row &row : m_rows) {
        if (!row.loads())
            continue;
        m_counts.jobs.fresh += row.act == Act::Create;
        m_counts.jobs.changed += row.act == Act::Edit;
        m_counts.jobs.unchanged += row.act == Act::None;
    }
    m_counts.imported = m_counts.jobs.fresh + m_counts.jobs.changed;
    m_changes = m_counts.imported > 0;
    m_counts.setAside = qint64(m_held.rows().size());
    m_counts.unchanged = m_counts.rows - m_counts.setAside - m_counts.imported;
    countFindings();
}

Result<> JobSheet::writeRows(ChangeWriter &writer, Progress &progress)
{
    FFP_TRY(writer.expectMany(Entity::Job, m_counts.jobs.fresh));
    return writeInOrder(
        writer, m_rows.size(), [this](size_t i, WriteSteps &steps) { return writeRow(m_rows[i], steps); },
        progress);
}

Result<> JobSheet::writeRow(const Row &row, WriteSteps &steps)
{
    if (row.act == Act::None)
        return {};
    if (row.act == Act::Edit) {
        steps.edit(row.known, taken(row.known, row.values));
        return {};
    }
    FieldValues values = row.values;
    values.emplace_back(job::f("member_id"), Value(row.person.id));
    FFP_TRY(steps.create(Entity::Job, row.person.area, values));
    return {};
}

} // namespace ffp::imports
