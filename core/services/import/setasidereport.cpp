// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/setasidereport.h"

#include "core/services/import/cellreader.h"

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Rows above the data as the sheet has them; of a merged title only the first cell.
QStringList headRow(const SheetLayout &layout, int row)
{
    QStringList cells;
    for (int column = 1; column <= layout.sheet->lastColumn(); ++column) {
        const Cell cell = layout.sheet->cell(row, column);
        const bool continued = cell.isMerged() && column > 1
                               && layout.sheet->cell(row, column - 1).textIndex() == cell.textIndex();
        cells.append(continued ? QString() : cell.text());
    }
    return cells;
}

/// Text of a cell of a held row. Digits of a number that a numeric cell has lost are not made up: whoever
/// corrects the row must see that they are missing.
QString cellText(const SheetLayout &layout, const Cell &cell, int column)
{
    constexpr qsizetype kDigitsOfADouble = 15;
    for (const LayoutColumn &one : layout.columns) {
        if (one.column != column || one.role.type != ColumnRole::Type::Field || !lostItsEnd(cell))
            continue;
        const TextForm form = fieldDef(one.role.field).form;
        if (form == TextForm::IdNumber || form == TextForm::BankAccount)
            return cell.text().left(kDigitsOfADouble) + u"***"_s;
    }
    return cell.text();
}

} // namespace

Result<> writeSetAside(PlainTable &table, const SheetImport &sheet, const ImportOptions &options)
{
    const SheetLayout &layout = sheet.layout();
    // A report that was made from a report has the columns already.
    const int rowColumn = layout.ownColumn(kReportRowHeader);
    const int reasonColumn = layout.ownColumn(kReportReasonHeader);
    const int originColumn = layout.ownColumn(kReportOriginHeader);
    const auto set = [](QStringList &cells, int column, const QString &text) {
        if (column > 0)
            cells[column - 1] = text;
        else
            cells.append(text);
    };
    for (int row = 1; row < layout.headerRow; ++row)
        FFP_TRY(table.addRow(headRow(layout, row)));
    QStringList header = headRow(layout, layout.headerRow);
    set(header, rowColumn, kReportRowHeader.toString());
    set(header, reasonColumn, kReportReasonHeader.toString());
    set(header, originColumn, kReportOriginHeader.toString());
    FFP_TRY(table.addRow(header));

    for (const HeldRows::Row &row : sheet.held().rows()) {
        QStringList cells;
        for (int column = 1; column <= layout.sheet->lastColumn(); ++column)
            cells.append(cellText(layout, layout.sheet->storedCell(row.at.stored, column), column));
        QStringList reasons;
        for (const QString &kind : row.reasons)
            reasons.append(options.wording ? options.wording(kind) : kind);
        set(cells, rowColumn, QString::number(row.at.number));
        set(cells, reasonColumn, reasons.join(u'\n'));
        set(cells, originColumn, row.origin);
        FFP_TRY(table.addRow(cells));
    }
    return {};
}

} // namespace ffp::imports
