// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/yearsheet.h"

#include "core/domain/fields/heldrowfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

YearSheet::YearSheet(const SheetLayout &layout, const Surroundings &around)
    : SheetImport(layout, around),
      m_number(layout.indexOf(household::f("household_no"))),
      m_year(layout.indexOf(living::f("year"))),
      m_stated(layout.indexOf(household::f("population_year"))),
      m_villages(layout, around.divisions, around.site, around.options.villages)
{
    if (m_stated < 0)
        m_stated = layout.indexOf(household::f("population_current"));
}

Result<> YearSheet::judgeRows(const RegisterView &view, Progress &progress)
{
    const std::vector<int> duplicates = exactDuplicates();
    m_rows.resize(m_scan.rows.size());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].at = m_scan.rows[i];
        if (duplicates[i] >= 0)
            markDuplicate(m_rows[i], m_number, duplicates[i]); // what is wrong with it is said once
        else
            readKeys(m_rows[i]);
    }
    findDoubleYears();
    const auto chunk = size_t(RegisterView::kChunk);
    for (size_t from = 0; from < m_rows.size(); from += chunk) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("judge", qint64(from), qint64(m_rows.size()));
        FFP_TRY(judgeChunk(view, from, std::min(from + chunk, m_rows.size())));
    }
    FFP_TRY(listMissing(view));
    keepErrorsOfHeldRows(m_rows);
    FFP_TRY(collectHeldRows());
    count();
    return {};
}

/// Household number and year: nothing else of the row matters without them.
void YearSheet::readKeys(Row &row)
{
    const Cell cell = m_reader.cell(row.at.stored, m_number);
    if (cell.isEmpty())
        return error(row, m_number, "missing_household_number");
    const ParsedValue number = m_reader.read(row.at.stored, m_number);
    if (number.fault || cell.kind() == CellKind::Error)
        return error(row, m_number, number.fault ? findingDef(*number.fault).kind : "formula_error_value",
                     {cell.text()});
    row.number = number.value.toText();
    const ParsedValue year = m_reader.read(row.at.stored, m_year);
    if (year.value.isBlank())
        return error(row, m_year, "missing_year", {text(row.at, m_year)});
    row.year = int(year.value.toInt());
    for (const Finding note : number.notes)
        m_book.add(note, row.at.number, sheetColumn(m_number), Scope::Row);
    for (const Finding note : year.notes)
        m_book.add(note, row.at.number, sheetColumn(m_year), Scope::Row);
}

/// Two different rows of a household for one year are both held; rows of two years are both right.
void YearSheet::findDoubleYears()
{
    QHash<std::pair<QString, int>, QList<int>> byKey;
    QHash<QString, int> newest;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const Row &row = m_rows[size_t(i)];
        if (row.error || row.duplicate)
            continue;
        byKey[{row.number, row.year}].append(i);
        newest[row.number] = std::max(newest.value(row.number), row.year);
        m_newestYear = std::max(m_newestYear, row.year);
    }
    for (int i = 0; i < int(m_rows.size()); ++i) {
        Row &row = m_rows[size_t(i)];
        if (row.error || row.duplicate)
            continue;
        const QList<int> same = byKey.value({row.number, row.year});
        if (same.size() > 1) {
            const int other = same[0] == i ? same[1] : same[0];
            error(row, m_number, "household_year_duplicate",
                  {row.number, u'#' + QString::number(m_rows[size_t(other)].at.number)});
        } else if (newest.value(row.number) > row.year) {
            add(row.at, m_year, "two_years_of_one_household", FindingSeverity::Info, Scope::Row);
        }
    }
}

Result<> YearSheet::judgeChunk(const RegisterView &view, size_t from, size_t to)
{
    QStringList numbers;
    for (size_t i = from; i < to; ++i)
        numbers.append(m_rows[i].number);
    using View = RegisterView;
    FFP_ASSIGN(const auto known, view.households(numbers, View::Members | View::Living | View::Incomes
                                                              | View::Lines | View::Held));
    static const KnownHousehold unknown;
    for (size_t i = from; i < to; ++i) {
        Row &row = m_rows[i];
        const auto it = known.constFind(row.number);
        const KnownHousehold &there = it == known.cend() ? unknown : *it;
        if (row.error || row.duplicate)
            continue;
        judgeRow(row, there);
        if (row.loads())
            FFP_TRY(compare(row, there));
    }
    return {};
}

void YearSheet::judgeRow(Row &row, const KnownHousehold &known)
{
    const bool heldInList = std::any_of(known.held.begin(), known.held.end(), isListRow);
    if (!known.exists() && !heldInList) {
        m_unknown.insert(row.number);
        return error(row, m_number, "household_unknown", {row.number});
    }
    if (hasFormulaError(row))
        return;
    if (!known.exists()) {
        // The list of members has the household, but somebody must decide about it first.
        row.waits = true;
        add(row.at, m_number, "household_held", FindingSeverity::Info, Scope::Household, {row.number});
        return;
    }
    m_villagesHere.insert(known.household.area.toString());
    const VillageFinder::Place &place = m_villages.place(m_villages.at(row.at.stored));
    if (place.variant)
        m_book.add({"village_name_variant",
                    FindingSeverity::Info,
                    Scope::Row,
                    row.at.number,
                    m_villages.column(),
                    {}});
    if (place.spaces)
        m_book.add({"village_trailing_ideographic_space",
                    FindingSeverity::Info,
                    Scope::Row,
                    row.at.number,
                    m_villages.column(),
                    {}});
    checkCells(row);
    if (row.year == m_newestYear) {
        checkCount(row, known);
        checkHead(row, known);
    }
    checkFigures(row);
}

bool YearSheet::hasFormulaError(Row &row)
{
    int errorAt = -1;
    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const ColumnRole &role = m_layout.columns[size_t(i)].role;
        const bool item = role.type == ColumnRole::Type::Item;
        if (!item && role.type != ColumnRole::Type::Field)
            continue;
        const Cell cell = m_reader.cell(row.at.stored, i);
        if (cell.kind() == CellKind::Error) {
            errorAt = errorAt < 0 ? i : errorAt;
            continue;
        }
        // A figure that cannot be read is listed by itself; the formulas over it fail for the same reason.
        const FieldDef &field = item ? fieldDef(income_line::f("amount")) : fieldAt(i);
        if (field.type == FieldType::Money && m_reader.read(row.at.stored, i, field).fault)
            return false;
    }
    if (errorAt < 0)
        return false;
    const QString shownError = text(row.at, errorAt);
    const bool noPersons = m_stated >= 0 && m_reader.read(row.at.stored, m_stated).value.toInt() <= 0;
    error(row, noPersons ? m_stated : errorAt, "formula_error_value", {shownError});
    return true;
}

void YearSheet::checkCells(const Row &row)
{
    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const LayoutColumn &column = m_layout.columns[size_t(i)];
        const Cell cell = m_reader.cell(row.at.stored, i);
        if (cell.isEmpty() || cell.kind() == CellKind::Error || column.repeats >= 0 || i == m_number
            || i == m_year)
            continue;
        if (column.role.type == ColumnRole::Type::Item) {
            const FieldDef &amount = fieldDef(income_line::f("amount"));
            noteParsed(row.at, i, amount, m_reader.read(row.at.stored, i, amount), Scope::Row);
        } else if (column.role.type == ColumnRole::Type::Field && !(fieldAt(i).flags & kDerived)
                   && fieldAt(i).type != FieldType::Ref) {
            noteParsed(row.at, i, fieldAt(i), m_reader.read(row.at.stored, i), Scope::Row);
        }
    }
}

/// Persons of the list, held ones too.
void YearSheet::checkCount(const Row &row, const KnownHousehold &known)
{
    if (m_stated < 0 || m_reader.read(row.at.stored, m_stated).value.isBlank())
        return;
    qint64 persons = 0;
    for (const Record &one : known.members)
        persons += !hasLeft(one);
    for (const Record &one : known.held)
        persons += isListRow(one);
    const qint64 stated = m_reader.read(row.at.stored, m_stated).value.toInt();
    if (stated != persons)
        m_book.add(Finding::MemberCountMismatch, row.at.number, sheetColumn(m_stated), Scope::Row,
                   {row.number, QString::number(stated), QString::number(persons)});
}

int YearSheet::columnOfFigure(const QString &figure) const
{
    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const LayoutColumn &column = m_layout.columns[size_t(i)];
        const bool item = column.role.type == ColumnRole::Type::Item
                          && figure == QLatin1String(column.role.item);
        const bool field = column.role.type == ColumnRole::Type::Field
                           && figure == QLatin1String(fieldAt(i).id);
        if ((item || field) && column.repeats < 0)
            return i;
    }
    return -1;
}

void YearSheet::checkFigures(const Row &row)
{
    YearFigures figures;
    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const LayoutColumn &column = m_layout.columns[size_t(i)];
        if (column.repeats >= 0)
            continue;
        if (column.role.type == ColumnRole::Type::Item) {
            if (const Value amount = amountAt(row, i); !amount.isBlank())
                figures.insert(QString::fromLatin1(column.role.item), amount.toInt());
        } else if (column.role.type == ColumnRole::Type::Field
                   && (column.role.field.entity == Entity::IncomeStatement
                       || column.role.field.entity == Entity::LivingConditions)) {
            const FieldType type = fieldAt(i).type;
            if (type != FieldType::Money && type != FieldType::Dec)
                continue;
            if (const Value value = m_reader.read(row.at.stored, i).value; !value.isBlank())
                figures.insert(QString::fromLatin1(fieldAt(i).id), value.toInt());
        }
    }
    for (const FigureFinding &found : checkYearFigures(figures)) {
        const int column = columnOfFigure(found.figure);
        if (column >= 0)
            m_book.add(found.finding, row.at.number, sheetColumn(column), Scope::Row, {text(row.at, column)});
    }
}

void YearSheet::count()
{
    QSet<QString> stated;
    qint64 errors = 0;
    for (const Row &row : m_rows) {
        errors += row.error;
        if (!row.number.isEmpty())
            stated.insert(row.number);
        if (!row.loads())
            continue;
        m_counts.imported += row.changes();
        (row.changes() ? m_counts.households.changed : m_counts.households.unchanged) += 1;
        m_changes = m_changes || row.changes();
    }
    m_counts.setAside = qint64(m_held.rows().size());
    m_counts.unchanged = m_counts.rows - m_counts.setAside - m_counts.imported;
    countFindings();
    addMeasure("rows_error", errors);
    addMeasure("households_stated", stated.size());
    addMeasure("households_in_lists_without_row", m_missing);
    addMeasure("households_here_without_members", m_unknown.size());
}

} // namespace ffp::imports
