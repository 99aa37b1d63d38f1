// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/visitsheet.h"

#include "core/base/text.h"
#include "core/domain/datetext.h"
#include "core/domain/fields/heldrowfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/idnumber.h"
#include "core/store/columns.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

VisitSheet::VisitSheet(const SheetLayout &layout, const Surroundings &around)
    : SheetImport(layout, around),
      m_number(layout.indexOf(household::f("household_no"))),
      m_id(layout.indexOf(household::f("head_id_no"))),
      m_on(layout.indexOf(visit::f("visited_on"))),
      m_mode(layout.indexOf(visit::f("mode"))),
      m_changed(layout.indexOf(visit::f("changes")))
{}

Result<> VisitSheet::judgeRows(const RegisterView &view, Progress &progress)
{
    const std::vector<int> duplicates = exactDuplicates();
    m_rows.resize(m_scan.rows.size());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].at = m_scan.rows[i];
        if (duplicates[i] >= 0)
            markDuplicate(m_rows[i], m_on, duplicates[i]);
        else
            readKeys(m_rows[i]);
    }
    const auto chunk = size_t(RegisterView::kChunk);
    for (size_t from = 0; from < m_rows.size(); from += chunk) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("judge", qint64(from), qint64(m_rows.size()));
        const size_t to = std::min(from + chunk, m_rows.size());
        FFP_TRY(findHouseholds(view, from, to));
        FFP_TRY(judgeChunk(view, from, to));
    }
    noteSameDay();
    keepErrorsOfHeldRows(m_rows);
    FFP_TRY(collectHeldRows());
    count();
    return {};
}

void VisitSheet::readKeys(Row &row)
{
    const Cell number = m_reader.cell(row.at.stored, m_number);
    const Cell id = m_reader.cell(row.at.stored, m_id);
    if (!isBlankText(number.text())) {
        const ParsedValue &parsed = m_reader.read(row.at.stored, m_number);
        if (parsed.fault)
            return error(row, m_number, findingDef(*parsed.fault).kind, {number.text()});
        row.number = parsed.value.toText();
    }
    if (!isBlankText(id.text()))
        row.personKey = parseIdNumber(id.text(), m_layout.dataDate).personKey;
    if (row.number.isEmpty() && row.personKey.isEmpty())
        error(row, m_number >= 0 ? m_number : m_id, "visit_without_key");
}

/// Persons first: a row without a household number gets that of its person.
Result<> VisitSheet::findHouseholds(const RegisterView &view, size_t from, size_t to)
{
    QStringList keys;
    for (size_t i = from; i < to; ++i)
        if (!m_rows[i].error && !m_rows[i].personKey.isEmpty())
            keys.append(m_rows[i].personKey);
    FFP_ASSIGN(const auto persons, view.persons(keys));
    QHash<RecordId, QString> numbers;
    for (size_t i = from; i < to; ++i) {
        Row &row = m_rows[i];
        const auto person = persons.constFind(row.personKey);
        if (row.error || row.duplicate)
            continue;
        if (person == persons.cend()) {
            // Nobody of the register has the number: the household number alone decides.
            if (row.number.isEmpty())
                error(row, m_id, "visit_household_unknown", {shown(fieldAt(m_id), text(row.at, m_id))});
            continue;
        }
        QString &number = numbers[person->household];
        if (number.isEmpty()) {
            FFP_ASSIGN(number, view.numberOf(person->household));
        }
        if (row.number.isEmpty())
            row.number = number;
        else if (row.number != number)
            error(row, m_number, "visit_keys_disagree", {row.number, number});
    }
    return {};
}

Result<> VisitSheet::judgeChunk(const RegisterView &view, size_t from, size_t to)
{
    QStringList numbers;
    for (size_t i = from; i < to; ++i)
        if (!m_rows[i].number.isEmpty())
            numbers.append(m_rows[i].number);
    FFP_ASSIGN(const auto known, view.households(numbers, RegisterView::Visits | RegisterView::Held));
    static const KnownHousehold unknown;
    for (size_t i = from; i < to; ++i) {
        Row &row = m_rows[i];
        const auto it = known.constFind(row.number);
        const KnownHousehold &there = it == known.cend() ? unknown : *it;
        if (row.error || row.duplicate)
            continue;
        if (!there.exists()) {
            row.waits = std::any_of(there.held.begin(), there.held.end(), isListRow);
            if (row.waits)
                add(row.at, m_number, "household_held", FindingSeverity::Info, Scope::Household,
                    {row.number});
            else
                error(row, m_number, "visit_household_unknown", {row.number});
            continue;
        }
        row.household = there.household.id;
        row.area = there.household.area;
        checkCells(row);
        FFP_TRY(compare(row, there));
    }
    return {};
}

void VisitSheet::checkCells(Row &row)
{
    dayOf(row, true);
    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const LayoutColumn &column = m_layout.columns[size_t(i)];
        if (column.role.type != ColumnRole::Type::Field || column.role.field.entity != Entity::Visit
            || column.repeats >= 0 || i == m_on || m_reader.cell(row.at.stored, i).isEmpty())
            continue;
        const ParsedValue &parsed = m_reader.read(row.at.stored, i);
        if (i == m_mode && parsed.fault)
            add(row.at, i, "visit_mode_unknown", FindingSeverity::Warning, Scope::Row, {text(row.at, i)});
        // What changed is told in free words as often as in those of the list; the words are kept anyway.
        else if (!(i == m_changed && parsed.fault))
            noteParsed(row.at, i, fieldAt(i), parsed, Scope::Row);
    }
}

QDate VisitSheet::dayOf(const Row &row, bool note)
{
    const QString written = text(row.at, m_on);
    const auto warn = [&](const char *kind) {
        if (note)
            add(row.at, m_on, kind, FindingSeverity::Warning, Scope::Row,
                written.isEmpty() ? QStringList() : QStringList{cleaned(written)});
        return QDate();
    };
    if (m_reader.cell(row.at.stored, m_on).kind() == CellKind::Error)
        return warn("visit_date_missing");
    const DateText date = parseDateText(written, m_layout.serials);
    if (date.fault == Finding::AmbiguousDate)
        return warn("visit_date_ambiguous");
    if (date.fault == Finding::ImpossibleDate || date.fault == Finding::ImpossibleMonth)
        return warn("visit_date_impossible");
    if (!date.day.isValid())
        return warn("visit_date_missing");
    if (date.day > m_layout.dataDate)
        return warn("visit_date_in_future");
    if (note && date.variant)
        m_book.add(Finding::DateFormatVariant, row.at.number, sheetColumn(m_on), Scope::Row);
    return date.day;
}

FieldValues VisitSheet::visitValues(const Row &row)
{
    QStringList kept;
    FieldValues values = valuesOf(row.at, Entity::Visit, kept);
    keepTexts(row.at, kept);
    const QDate day = dayOf(row, false);
    std::erase_if(values, [](const auto &one) { return one.first == visit::f("visited_on"); });
    if (day.isValid())
        values.emplace_back(visit::f("visited_on"), Value(day.toString(Qt::ISODate)));
    else if (const QString written = text(row.at, m_on); !written.isEmpty()) {
        const QString line = titleOf(m_on) + u'：' + written;
        if (!kept.contains(line))
            kept.append(line);
    }
    if (m_changed >= 0) {
        // The words themselves say more than the codes: 新增就医支出.
        const QString words = cleaned(text(row.at, m_changed));
        kept.removeAll(titleOf(m_changed) + u'：' + text(row.at, m_changed));
        const ParsedValue &parsed = m_reader.read(row.at.stored, m_changed);
        const bool plain = words == displayText(fieldAt(m_changed), parsed.value, Language::Chinese);
        const bool noted = std::any_of(values.begin(), values.end(),
                                       [](const auto &one) { return one.first == visit::f("change_note"); });
        if (!words.isEmpty() && !plain && !noted)
            values.emplace_back(visit::f("change_note"), Value(words));
    }
    if (!kept.isEmpty())
        values.emplace_back(visit::f("kept_text"), Value(kept.join(u'\n')));
    return values;
}

/// The same visit is in the register when nothing of it is said otherwise there; what it lacks there it gets.
Result<> VisitSheet::compare(Row &row, const KnownHousehold &known)
{
    const FieldValues values = visitValues(row);
    const EntityDef &entity = entityDef(Entity::Visit);
    std::vector<std::pair<FieldRef, Value>> wanted;
    for (const auto &[field, value] : values) {
        FFP_ASSIGN(Value canonical, columns::canonical(entity, fieldDef(field), value));
        wanted.emplace_back(field, std::move(canonical));
    }
    const auto lacks = [&](const Record &one) { // -1 = another visit
        int missing = 0;
        for (const auto &[field, value] : wanted) {
            if (field == visit::f("kept_text") || one[field] == value)
                continue;
            if (!one[field].isBlank())
                return -1;
            ++missing;
        }
        return missing;
    };
    const Record *best = nullptr;
    int fewest = 0;
    for (const Record &one : known.visits) {
        const int missing = m_taken.contains(one.id) ? -1 : lacks(one);
        if (missing >= 0 && (!best || missing < fewest)) {
            best = &one;
            fewest = missing;
        }
    }
    row.act = best ? Act::None : Act::Create;
    if (fewest > 0) {
        FFP_ASSIGN(row.act, actOn(best, values, Place{row.at, row.number, {}, {}}));
    }
    if (best) {
        row.visit = best->id;
        m_taken.insert(best->id);
    }
    QHash<QDate, int> further;
    for (const Record &one : known.visits)
        if (const QDate day = QDate::fromString(one[visit::f("visited_on")].toText(), Qt::ISODate);
            day.isValid())
            further[day] += !m_taken.contains(one.id);
    for (const auto &[day, visits] : further.asKeyValueRange())
        m_known[{row.household, day}] = visits;
    return {};
}

/// Two visits of one day may be one that two people wrote down.
void VisitSheet::noteSameDay()
{
    QHash<std::pair<RecordId, QDate>, int> firstRow;
    for (const Row &row : m_rows) {
        if (!row.loads())
            continue;
        const QDate day = dayOf(row, false);
        if (!day.isValid())
            continue;
        const std::pair key(row.household, day);
        const auto first = firstRow.constFind(key);
        if (first != firstRow.cend())
            add(row.at, m_on, "visit_possible_duplicate", FindingSeverity::Warning, Scope::Row,
                {row.number, u'#' + QString::number(*first)});
        else if (row.act == Act::Create && m_known.value(key) > 0)
            add(row.at, m_on, "visit_possible_duplicate", FindingSeverity::Warning, Scope::Row, {row.number});
        if (first == firstRow.cend())
            firstRow.insert(key, row.at.number);
    }
}

HeldRows::Row VisitSheet::heldRow(const Row &row) const
{
    HeldRows::Row held;
    held.at = row.at;
    held.householdNo = row.number;
    held.content = contentOf(m_layout, row.at);
    // A row has no number of its own: it is known again by what it says.
    held.key = HeldRows::keyOf(m_layout.kind, row.number, {}, held.content);
    held.personKey = row.personKey;
    return held;
}

QString VisitSheet::restOf(const QString &content) const
{
    QStringList lines = content.split(u'\n');
    for (const int key : {m_number, m_id})
        if (key >= 0)
            lines.removeIf([&](const QString &line) { return line.startsWith(titleOf(key) + u'：'); });
    return lines.join(u'\n');
}

/// One of the two keys was what had to be corrected, and nothing else of the row.
bool VisitSheet::isSameRow(const HeldRows::Row &row, const Record &earlier)
{
    return restOf(earlier[held_row::f("content")].toText()) == restOf(row.content);
}

Result<> VisitSheet::collectHeldRows()
{
    const QHash<int, QStringList> reasons = m_book.errorsByRow();
    for (const Row &row : m_rows) {
        if (row.loads() && m_held.concerns(row.at, row.number, row.personKey))
            m_held.addInOrder(heldRow(row));
        if (row.loads() || row.duplicate)
            continue;
        HeldRows::Row held = heldRow(row);
        held.reasons = row.waits ? QStringList{u"household_held"_s} : reasons.value(row.at.number);
        m_held.add(std::move(held));
    }
    return pairHeldRows();
}

void VisitSheet::count()
{
    qint64 errors = 0;
    QSet<int> warned;
    for (const Found &one : m_book.all())
        if (one.severity == FindingSeverity::Warning && one.row > 0)
            warned.insert(one.row);
    qint64 warnings = 0;
    qint64 fine = 0;
    for (const Row &row : m_rows) {
        errors += row.error;
        warnings += !row.error && warned.contains(row.at.number);
        fine += !row.error && !warned.contains(row.at.number);
        if (!row.loads())
            continue;
        m_counts.visits.fresh += row.act == Act::Create;
        m_counts.visits.changed += row.act == Act::Edit;
        m_counts.visits.unchanged += row.act == Act::None;
    }
    m_counts.imported = m_counts.visits.fresh + m_counts.visits.changed;
    m_changes = m_counts.imported > 0;
    m_counts.setAside = qint64(m_held.rows().size());
    m_counts.unchanged = m_counts.rows - m_counts.setAside - m_counts.imported;
    countFindings();
    addMeasure("rows_error", errors);
    addMeasure("rows_visit_ok", fine);
    addMeasure("rows_visit_warning", warnings);
    addMeasure("rows_visit_error", errors);
}

Result<> VisitSheet::writeRows(ChangeWriter &writer, Progress &progress)
{
    FFP_TRY(writer.expectMany(Entity::Visit, m_counts.visits.fresh));
    return writeInOrder(
        writer, m_rows.size(), [this](size_t i, WriteSteps &steps) { return writeRow(m_rows[i], steps); },
        progress);
}

Result<> VisitSheet::writeRow(const Row &row, WriteSteps &steps)
{
    if (!row.loads() || row.act == Act::None)
        return {};
    FieldValues values = visitValues(row);
    if (row.act == Act::Edit) {
        steps.edit(row.visit, taken(row.visit, std::move(values)));
        return {};
    }
    values.emplace_back(visit::f("household_id"), Value(row.household));
    FFP_TRY(steps.create(Entity::Visit, row.area, values));
    return {};
}

} // namespace ffp::imports
