// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/sheetfacts.h"

#include "core/base/text.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

void note(FindingBook &book, const char *kind, int column = 0, QStringList args = {})
{
    book.add({kind, FindingSeverity::Info, Scope::File, 0, column, std::move(args)});
}

void noteDimension(const Sheet &sheet, FindingBook &book)
{
    const std::optional<CellRange> stated = parseRange(sheet.statedDimension().toStdString());
    if (stated && (stated->lastRow < sheet.lastRow() || stated->lastColumn < sheet.lastColumn()))
        note(book, "wrong_dimension", 0, {sheet.statedDimension()});
}

/// What walking all cells below the header tells.
struct Walk {
    std::vector<bool> filled; ///< by index of the layout's columns
    int firstFormulaColumn = 0;
    bool wrapped = false;
};

Walk walk(const SheetLayout &layout)
{
    Walk out;
    out.filled.resize(layout.columns.size());
    for (qsizetype row = 0; row < layout.sheet->storedRowCount(); ++row) {
        if (layout.sheet->storedRowNumber(row) <= layout.headerRow)
            continue;
        for (size_t i = 0; i < layout.columns.size(); ++i) {
            const Cell cell = layout.sheet->storedCell(row, layout.columns[i].column);
            if (cell.isEmpty())
                continue;
            out.filled[i] = true;
            out.wrapped = out.wrapped || cell.wasWrapped();
            if (cell.isFormula()
                && (out.firstFormulaColumn == 0 || layout.columns[i].column < out.firstFormulaColumn))
                out.firstFormulaColumn = layout.columns[i].column;
        }
    }
    return out;
}

/// A field that the national lists do not have: people add a column for it.
bool isAdded(const ColumnRole &role)
{
    return role.type == ColumnRole::Type::Kept || role.is(member::f("remark"))
           || role.is(household::f("remark"));
}

bool isLabel(const LayoutColumn &column)
{
    return column.role.type != ColumnRole::Type::Field
           || headerKey(column.title) == headerKey(QStringView(fieldDef(column.role.field).label));
}

void noteHeaders(const SheetLayout &layout, FindingBook &book)
{
    const auto synonym = [](const LayoutColumn &column) { return column.repeats < 0 && !isLabel(column); };
    if (std::any_of(layout.columns.begin(), layout.columns.end(), synonym))
        note(book, "header_synonyms");
    for (const LayoutColumn &column : layout.columns) {
        const QString written = layout.sheet->cell(layout.headerRow, column.column).text();
        const QString inside = written.trimmed();
        if (inside.contains(u'\n') || inside.contains(u'\r'))
            note(book, "header_with_line_break", column.column);
        if (inside.size() != written.size())
            note(book, "header_with_trailing_space", column.column);
        if (column.repeats >= 0)
            note(book, "duplicate_header", layout.columns[size_t(column.repeats)].column,
                 {columnLetters(column.column)});
    }
}

void noteColumns(const SheetLayout &layout, const Walk &cells, FindingBook &book)
{
    for (size_t i = 0; i < layout.columns.size(); ++i) {
        const LayoutColumn &column = layout.columns[i];
        const bool hidden = layout.sheet->columnIsHidden(column.column);
        if (hidden)
            note(book, cells.filled[i] ? "hidden_column" : "empty_hidden_column", column.column);
        if (isAdded(column.role) && column.repeats < 0 && (cells.filled[i] || !hidden))
            note(book, isDepartmentKind(layout.kind) ? "column_not_read" : "extra_column", column.column);
    }
}

/// Another sheet with the same header is not read: one file, one list.
void noteFurtherSheets(const Workbook &workbook, const SheetLayout &layout, FindingBook &book)
{
    const HeaderKind wanted[] = {kindDef(layout.kind).headers};
    for (const Sheet &sheet : workbook.sheets) {
        if (&sheet == layout.sheet)
            continue;
        const QList<HeaderMatch> matches = matchHeaders(sheet, wanted);
        if (!matches.isEmpty() && matches.first().complete() && sheet.lastRow() > matches.first().row)
            book.add({"further_sheet", FindingSeverity::Warning, Scope::File, 0, 0, {sheet.name()}});
    }
}

} // namespace

void noteSheetFacts(const Workbook &workbook, const SheetLayout &layout, FindingBook &book)
{
    if (workbook.encoding == u"GB18030")
        note(book, "encoding_gb18030");
    if (layout.headerRow == 1)
        note(book, "header_row_1");
    else
        note(book, "title_rows_merged_header_row_3", 0, {QString::number(layout.headerRow)});
    noteDimension(*layout.sheet, book);
    const Walk cells = walk(layout);
    if (cells.wrapped)
        note(book, "equals_quote_wrapper");
    if (cells.firstFormulaColumn)
        note(book, "formula_cells", cells.firstFormulaColumn);
    if (const auto [row, column] = layout.sheet->firstUncomputed(); row > 0)
        book.add({"formula_without_value",
                  FindingSeverity::Warning,
                  Scope::File,
                  row,
                  column,
                  {QString::number(layout.sheet->uncomputedCells())}});
    noteHeaders(layout, book);
    noteColumns(layout, cells, book);
    noteFurtherSheets(workbook, layout, book);
}

} // namespace ffp::imports
