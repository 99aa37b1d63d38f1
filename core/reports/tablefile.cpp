// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/tablefile.h"

#include "core/base/money.h"
#include "core/base/outputfile.h"
#include "core/base/text.h"
#include "core/tables/ledgerworkbook.h"

#include <QFile>
#include <QStringEncoder>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kStep = 256;

/// Reads all rows with progress and cancel.
Result<TableTotals> eachRow(const TableDocument &document, Progress &progress,
                            const std::function<Result<>(const TableRow &)> &use)
{
    TableTotals totals(document);
    const qsizetype count = document.rows->count();
    FFP_TRY(document.rows->read(0, count, [&](qsizetype index, const TableRow &row) -> Result<> {
        if (index % kStep == 0) {
            if (progress.cancelled())
                return fail(ErrorKind::Cancelled);
            progress.report("write", index, count);
        }
        if (row.cells.size() != document.columns.size())
            return fail(ErrorKind::InvalidArgument,
                        u"row %1 has %2 cells"_s.arg(index).arg(row.cells.size()));
        totals.add(row);
        return use(row);
    }));
    return totals;
}

QString itemsLine(const std::vector<LabelledItem> &items)
{
    QStringList parts;
    for (const LabelledItem &item : items)
        parts.append(item.label.isEmpty() ? item.value : item.label + u'：' + item.value);
    return parts.join(u"　　"_s);
}

/// Columns before the first one that holds a sum: room for the word 合计.
size_t labelSpan(const TableDocument &document)
{
    size_t span = 0;
    while (span < document.columns.size() && !document.columns[span].summable)
        ++span;
    return span;
}

SheetColumn sheetColumn(const TableColumn &column)
{
    SheetColumn sheet;
    sheet.header = column.header;
    sheet.group = column.group;
    sheet.width = column.width;
    sheet.wraps = column.kind == ColumnKind::Text && column.wraps;
    switch (column.kind) {
    case ColumnKind::Text: sheet.kind = SheetColumn::Kind::Text; break;
    case ColumnKind::Integer: sheet.kind = SheetColumn::Kind::Integer; break;
    case ColumnKind::Money: sheet.kind = SheetColumn::Kind::Money; break;
    case ColumnKind::Percent: sheet.kind = SheetColumn::Kind::Percent; break;
    case ColumnKind::Date: sheet.kind = SheetColumn::Kind::Date; break;
    }
    const CellAlign align = alignOf(column);
    sheet.align = align == CellAlign::Right    ? SheetColumn::Align::Right
                  : align == CellAlign::Center ? SheetColumn::Align::Center
                                               : SheetColumn::Align::Left;
    return sheet;
}

SheetCell sheetCell(const TableColumn &column, const TableCell &cell, EmptyCell empty)
{
    SheetCell sheet;
    sheet.red = cell.red;
    // Figures and dates go as such; texts and red marks as printed.
    const bool plain = !cell.red && !std::holds_alternative<QString>(cell.value)
                       && !std::holds_alternative<std::monostate>(cell.value);
    if (plain && column.kind != ColumnKind::Text)
        sheet.value = cell.value;
    else if (const QString text = cellText(column, cell, empty); !text.isEmpty())
        sheet.value = text;
    return sheet;
}

Result<qint64> writeXlsx(const TableDocument &document, const QString &path, Progress &progress)
{
    SheetHead head;
    head.name = document.title;
    head.title = document.title;
    head.subtitle = document.subtitle;
    head.headLine = itemsLine(document.head);
    for (const TableColumn &column : document.columns)
        head.columns.push_back(sheetColumn(column));
    head.a3 = document.paper == PaperSize::A3;
    head.portrait = document.portrait;
    if (document.isConfidential())
        head.footerLeft = kPrivacyMark.toString();
    if (document.operatorShown)
        head.footerRight = document.operatorName + u' ' + document.printedOn.toString(Qt::ISODate);
    FFP_ASSIGN(const auto workbook, LedgerWorkbook::create(path, head));
    std::vector<SheetCell> cells(document.columns.size());
    FFP_ASSIGN(const TableTotals totals, eachRow(document, progress, [&](const TableRow &row) {
                   for (size_t i = 0; i < cells.size(); ++i)
                       cells[i] = sheetCell(document.columns[i], row.cells[i], document.emptyCell);
                   return workbook->addRow(cells);
               }));
    if (document.grandTotal) {
        for (size_t i = 0; i < cells.size(); ++i) {
            cells[i] = {};
            if (totals.sum(i))
                cells[i].value = *totals.sum(i);
        }
        FFP_TRY(workbook->addTotal(totals.label(kTotalWord.toString()), labelSpan(document), cells));
    }
    for (const QString &note : document.notes)
        FFP_TRY(workbook->addLine(note));
    if (!document.foot.empty())
        FFP_TRY(workbook->addLine(itemsLine(document.foot)));
    if (document.seal)
        FFP_TRY(workbook->addLine(document.seal->label + u'：' + document.seal->unit + u"　　"_s
                                  + document.seal->date));
    FFP_TRY(workbook->close());
    return document.rows->count();
}

QString csvField(const QString &text, bool isText)
{
    return csvQuoted(isText ? neutraliseFormula(text) : text);
}

Result<qint64> writeCsv(const TableDocument &document, const QString &path, bool gb18030, Progress &progress)
{
    OutputFile output(path);
    FFP_TRY(output.begin());
    QFile file(output.temporaryPath());
    if (!file.open(QIODevice::WriteOnly))
        return fail(output.error(file.errorString()));
    QStringEncoder encoder = gb18030 ? QStringEncoder("GB18030") : QStringEncoder(QStringConverter::Utf8);
    if (!encoder.isValid())
        return fail(ErrorKind::Internal, u"no GB18030 encoder"_s);
    const auto writeLine = [&](const QStringList &fields) -> Result<> {
        const QByteArray bytes = encoder(fields.join(u',') + u"\r\n"_s);
        if (file.write(bytes) != bytes.size())
            return fail(output.error(file.errorString()));
        return {};
    };
    if (!gb18030 && file.write("\xEF\xBB\xBF") != 3)
        return fail(output.error(file.errorString()));
    const size_t columns = document.columns.size();
    QStringList fields;
    for (size_t i = 0; i < columns; ++i) // one head line: what programs read
        fields.append(csvField(document.loneHeader(i), true));
    FFP_TRY(writeLine(fields));
    FFP_ASSIGN(const TableTotals totals, eachRow(document, progress, [&](const TableRow &row) {
                   fields.clear();
                   for (size_t i = 0; i < columns; ++i)
                       fields.append(csvField(cellText(document.columns[i], row.cells[i], document.emptyCell),
                                              std::holds_alternative<QString>(row.cells[i].value)));
                   return writeLine(fields);
               }));
    if (document.grandTotal) {
        fields = {csvField(totals.label(kTotalWord.toString()), true)};
        for (size_t i = 1; i < columns; ++i)
            fields.append(totals.sumText(i));
        FFP_TRY(writeLine(fields));
    }
    if (!file.flush())
        return fail(output.error(file.errorString()));
    file.close();
    FFP_TRY(output.commit());
    return document.rows->count();
}

} // namespace

Result<qint64> writeTableFile(const TableDocument &document, const QString &path, OutputFormat format,
                              Progress &progress)
{
    if (!document.rows || document.columns.empty())
        return fail(ErrorKind::InvalidArgument, u"document without rows or columns"_s);
    if (format == OutputFormat::Xlsx)
        return writeXlsx(document, path, progress);
    return writeCsv(document, path, format == OutputFormat::CsvGb18030, progress);
}

std::optional<OutputFormat> outputFormatOf(const QString &path)
{
    if (path.endsWith(u".xlsx"_s, Qt::CaseInsensitive))
        return OutputFormat::Xlsx;
    if (path.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return OutputFormat::CsvUtf8;
    return std::nullopt;
}

} // namespace ffp
