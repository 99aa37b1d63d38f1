// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/ledgerworkbook.h"

#include "core/base/outputfile.h"
#include "core/tables/closeworkbook.h"

#include <QFileInfo>

#include <xlsxwriter.h>

#include <algorithm>
#include <map>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr lxw_row_t kMaxRows = 1'048'576;
constexpr int kMaxCellText = 32'767; ///< UTF-16 units that Excel accepts in one cell

QString sheetName(const QString &wanted)
{
    QString name;
    for (const QChar c : wanted)
        if (!u"[]:*?/\\'"_s.contains(c))
            name += c;
    name = name.left(31).trimmed();
    return name.isEmpty() ? u"台账"_s : name;
}

constexpr double kHeadLine = 12; ///< points, at 9 pt
/// Excel counts widths in digits.
double digits(const SheetColumn &column)
{
    return column.width * 1.9 + 0.8;
}

/// Lines that a head takes; no program finds the height of merged cells by itself.
int headLines(const SheetColumn &column)
{
    const int perLine = std::max(1, int(column.width));
    return int(column.header.size() + perLine - 1) / perLine;
}

/// '&' begins a code in headers and footers.
QString footerText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

struct LedgerWorkbook::Private {
    explicit Private(const QString &path) : output(path) {}
    ~Private()
    {
        if (workbook)
            lxw_workbook_free(workbook); // never closed: nothing was written
    }

    lxw_format *format(SheetColumn::Kind kind, SheetColumn::Align align, bool wraps, bool red, bool bold);
    lxw_format *cellFormat(size_t column, bool red, bool bold = false);
    Result<> put(lxw_col_t column, const SheetCell &cell, lxw_format *format);
    Result<> checked(lxw_error error);
    Result<> nextRow();
    Result<> writeHead(const SheetHead &head);
    Result<> writeGroups();

    OutputFile output;
    QByteArray folder;
    lxw_workbook *workbook = nullptr;
    lxw_worksheet *sheet = nullptr;
    std::vector<SheetColumn> columns;
    std::map<std::tuple<int, int, bool, bool, bool>, lxw_format *> formats;
    lxw_format *head = nullptr;
    lxw_format *line = nullptr;
    lxw_row_t row = 0;
    lxw_row_t firstHead = 0;
};

lxw_format *LedgerWorkbook::Private::format(SheetColumn::Kind kind, SheetColumn::Align align, bool wraps,
                                            bool red, bool bold)
{
    lxw_format *&known = formats[{int(kind), int(align), wraps, red, bold}];
    if (known)
        return known;
    known = workbook_add_format(workbook);
    format_set_font_name(known, "宋体");
    format_set_font_size(known, 9);
    format_set_border(known, LXW_BORDER_THIN);
    format_set_align(known, LXW_ALIGN_VERTICAL_CENTER);
    format_set_align(known, align == SheetColumn::Align::Right    ? LXW_ALIGN_RIGHT
                            : align == SheetColumn::Align::Center ? LXW_ALIGN_CENTER
                                                                  : LXW_ALIGN_LEFT);
    switch (kind) {
    case SheetColumn::Kind::Text: format_set_num_format(known, "@"); break;
    case SheetColumn::Kind::Integer: format_set_num_format(known, "0"); break;
    case SheetColumn::Kind::Money: format_set_num_format(known, "0.00"); break;
    case SheetColumn::Kind::Percent: format_set_num_format(known, "0.00%"); break;
    case SheetColumn::Kind::Date: format_set_num_format(known, "yyyy-mm-dd"); break;
    }
    if (wraps)
        format_set_text_wrap(known);
    if (red)
        format_set_font_color(known, 0xC00000);
    if (bold)
        format_set_bold(known);
    return known;
}

lxw_format *LedgerWorkbook::Private::cellFormat(size_t column, bool red, bool bold)
{
    const SheetColumn &c = columns[column];
    return format(c.kind, c.align, c.wraps, red, bold);
}

Result<> LedgerWorkbook::Private::checked(lxw_error error)
{
    if (error == LXW_NO_ERROR)
        return {};
    return fail(output.error(QString::fromUtf8(lxw_strerror(error))));
}

Result<> LedgerWorkbook::Private::nextRow()
{
    if (++row < kMaxRows)
        return {};
    Error error = Error::of(ErrorKind::TooLarge, u"rows of a sheet"_s);
    error.args = {QString::number(kMaxRows)};
    return fail(std::move(error));
}

Result<> LedgerWorkbook::Private::put(lxw_col_t column, const SheetCell &cell, lxw_format *format)
{
    if (const auto *text = std::get_if<QString>(&cell.value)) {
        // A text is never a formula here; a longer one would make the file unreadable for Excel.
        if (text->size() > kMaxCellText) {
            Error error = Error::of(ErrorKind::TooLarge, u"characters of a cell"_s);
            error.args = {QString::number(kMaxCellText)};
            return fail(std::move(error));
        }
        return checked(worksheet_write_string(sheet, row, column, text->toUtf8().constData(), format));
    }
    if (const auto *number = std::get_if<qint64>(&cell.value)) {
        double value = double(*number);
        if (columns[column].kind == SheetColumn::Kind::Money)
            value /= 100;
        else if (columns[column].kind == SheetColumn::Kind::Percent)
            value /= 10'000;
        return checked(worksheet_write_number(sheet, row, column, value, format));
    }
    if (const auto *date = std::get_if<QDate>(&cell.value)) {
        lxw_datetime moment{date->year(), date->month(), date->day(), 0, 0, 0};
        return checked(worksheet_write_datetime(sheet, row, column, &moment, format));
    }
    return checked(worksheet_write_blank(sheet, row, column, format));
}

/// The upper head row: groups over their columns, the other heads by themselves.
Result<> LedgerWorkbook::Private::writeGroups()
{
    for (size_t first = 0; first < columns.size();) {
        size_t end = first + 1;
        while (!columns[first].group.isEmpty() && end < columns.size()
               && columns[end].group == columns[first].group)
            ++end;
        const QByteArray text =
            (columns[first].group.isEmpty() ? columns[first].header : columns[first].group).toUtf8();
        const auto from = lxw_col_t(first);
        const auto to = lxw_col_t(end - 1);
        FFP_TRY(checked(from == to
                            ? worksheet_write_string(sheet, row, from, text.constData(), head)
                            : worksheet_merge_range(sheet, row, from, row, to, text.constData(), head)));
        first = end;
    }
    return {};
}

Result<> LedgerWorkbook::Private::writeHead(const SheetHead &wanted)
{
    const auto last = lxw_col_t(columns.size() - 1);
    const auto over = [&](const QString &text, lxw_format *format) -> Result<> {
        if (text.isEmpty())
            return {};
        const QByteArray bytes = text.toUtf8();
        FFP_TRY(checked(last == 0
                            ? worksheet_write_string(sheet, row, 0, bytes.constData(), format)
                            : worksheet_merge_range(sheet, row, 0, row, last, bytes.constData(), format)));
        return nextRow();
    };
    lxw_format *title = workbook_add_format(workbook);
    format_set_font_name(title, "宋体");
    format_set_font_size(title, 18);
    format_set_bold(title);
    format_set_align(title, LXW_ALIGN_CENTER);
    format_set_align(title, LXW_ALIGN_VERTICAL_CENTER);
    lxw_format *subtitle = workbook_add_format(workbook);
    format_set_font_name(subtitle, "宋体");
    format_set_font_size(subtitle, 12);
    format_set_align(subtitle, LXW_ALIGN_CENTER);
    line = workbook_add_format(workbook);
    format_set_font_name(line, "宋体");
    format_set_font_size(line, 10);
    format_set_align(line, LXW_ALIGN_LEFT);
    format_set_align(line, LXW_ALIGN_VERTICAL_CENTER);
    head = workbook_add_format(workbook);
    format_set_font_name(head, "黑体");
    format_set_font_size(head, 9);
    format_set_bold(head);
    format_set_border(head, LXW_BORDER_THIN);
    format_set_text_wrap(head);
    format_set_align(head, LXW_ALIGN_CENTER);
    format_set_align(head, LXW_ALIGN_VERTICAL_CENTER);

    if (!wanted.title.isEmpty())
        worksheet_set_row(sheet, row, 30, nullptr);
    FFP_TRY(over(wanted.title, title));
    FFP_TRY(over(wanted.subtitle, subtitle));
    FFP_TRY(over(wanted.headLine, line));

    firstHead = row;
    const bool grouped = std::any_of(columns.begin(), columns.end(),
                                     [](const SheetColumn &c) { return !c.group.isEmpty(); });
    const lxw_row_t lastHead = grouped ? row + 1 : row;
    int lines = 1;
    for (const SheetColumn &column : columns)
        lines = std::max(lines, headLines(column));
    if (grouped)
        FFP_TRY(writeGroups());
    FFP_TRY(checked(worksheet_set_row(sheet, lastHead, lines * kHeadLine + 4, nullptr)));
    for (size_t i = 0; i < columns.size(); ++i) {
        const bool spans = grouped && columns[i].group.isEmpty();
        const QByteArray text = spans ? QByteArray() : columns[i].header.toUtf8();
        FFP_TRY(checked(worksheet_write_string(sheet, lastHead, lxw_col_t(i), text.constData(), head)));
    }
    // Only now: the upper row is written and gone, so that of a merged cell just its extent is kept.
    for (size_t i = 0; i < columns.size(); ++i)
        if (grouped && columns[i].group.isEmpty())
            FFP_TRY(checked(
                worksheet_merge_range(sheet, firstHead, lxw_col_t(i), lastHead, lxw_col_t(i), "", head)));
    row = lastHead;
    FFP_TRY(nextRow());
    FFP_TRY(checked(worksheet_repeat_rows(sheet, firstHead, lastHead)));
    worksheet_freeze_panes(sheet, row, 0);
    for (size_t i = 0; i < columns.size(); ++i)
        FFP_TRY(
            checked(worksheet_set_column(sheet, lxw_col_t(i), lxw_col_t(i), digits(columns[i]), nullptr)));
    if (wanted.portrait)
        worksheet_set_portrait(sheet);
    else
        worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, wanted.a3 ? 8 : 9);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.7);
    worksheet_center_horizontally(sheet);
    const QString footer = u"&L%1&C第&P页 共&N页&R%2"_s.arg(footerText(wanted.footerLeft),
                                                            footerText(wanted.footerRight));
    return checked(worksheet_set_footer(sheet, footer.toUtf8().constData()));
}

LedgerWorkbook::LedgerWorkbook(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
LedgerWorkbook::~LedgerWorkbook() = default;

Result<std::unique_ptr<LedgerWorkbook>> LedgerWorkbook::create(const QString &path, const SheetHead &head)
{
    if (head.columns.empty())
        return fail(ErrorKind::InvalidArgument, u"sheet without columns"_s);
    auto d = std::make_unique<Private>(path);
    FFP_TRY(d->output.begin());
    const QByteArray file = d->output.temporaryPath().toUtf8();
    // Rows go to a file without a name, on the disk of the target, as soon as they are complete: memory does
    // not grow with the rows, and a full disk is that of the target.
    d->folder = QFileInfo(path).absolutePath().toUtf8();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = d->folder.data();
    d->workbook = workbook_new_opt(file.constData(), &options);
    if (!d->workbook)
        return fail(ErrorKind::Internal, u"workbook_new"_s);
    QByteArray title = head.title.toUtf8();
    QByteArray company = u"防返贫监测帮扶"_s.toUtf8();
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.company = company.data();
    workbook_set_properties(d->workbook, &properties);
    d->sheet = workbook_add_worksheet(d->workbook, sheetName(head.name).toUtf8().constData());
    if (!d->sheet)
        return fail(ErrorKind::Internal, u"workbook_add_worksheet"_s);
    d->columns = head.columns;
    FFP_TRY(d->writeHead(head));
    return std::unique_ptr<LedgerWorkbook>(new LedgerWorkbook(std::move(d)));
}

Result<> LedgerWorkbook::addRow(const std::vector<SheetCell> &cells)
{
    if (cells.size() != d->columns.size())
        return fail(ErrorKind::InvalidArgument, u"%1 cells"_s.arg(cells.size()));
    for (size_t i = 0; i < cells.size(); ++i)
        FFP_TRY(d->put(lxw_col_t(i), cells[i], d->cellFormat(i, cells[i].red)));
    return d->nextRow();
}

Result<> LedgerWorkbook::addTotal(const QString &label, size_t span, const std::vector<SheetCell> &cells)
{
    if (cells.size() != d->columns.size() || span > cells.size())
        return fail(ErrorKind::InvalidArgument, u"%1 cells"_s.arg(cells.size()));
    lxw_format *bold = d->format(SheetColumn::Kind::Text, SheetColumn::Align::Center, false, false, true);
    const QByteArray text = label.toUtf8();
    if (span == 1)
        FFP_TRY(d->checked(worksheet_write_string(d->sheet, d->row, 0, text.constData(), bold)));
    else if (span > 1)
        FFP_TRY(d->checked(
            worksheet_merge_range(d->sheet, d->row, 0, d->row, lxw_col_t(span - 1), text.constData(), bold)));
    for (size_t i = span; i < cells.size(); ++i)
        FFP_TRY(d->put(lxw_col_t(i), cells[i], d->cellFormat(i, false, true)));
    return d->nextRow();
}

Result<> LedgerWorkbook::addLine(const QString &text)
{
    const auto last = lxw_col_t(d->columns.size() - 1);
    const QByteArray bytes = text.toUtf8();
    FFP_TRY(d->checked(
        last == 0 ? worksheet_write_string(d->sheet, d->row, 0, bytes.constData(), d->line)
                  : worksheet_merge_range(d->sheet, d->row, 0, d->row, last, bytes.constData(), d->line)));
    return d->nextRow();
}

Result<> LedgerWorkbook::close()
{
    lxw_workbook *workbook = d->workbook;
    d->workbook = nullptr;
    d->sheet = nullptr;
    FFP_TRY(closeWorkbook(workbook, d->output));
    return d->output.commit();
}

} // namespace ffp
