// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/tablepainter.h"

#include <algorithm>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;
using namespace metrics;

namespace {

const QColor kRed(0xC0, 0x00, 0x00);

double leftOf(const ColumnBand &band)
{
    return band.front().x;
}

double rightOf(const ColumnBand &band)
{
    return band.back().x + band.back().width;
}

} // namespace

TablePainter::TablePainter(const TableLayout &layout, PrintFonts &fonts, GlyphLog *log)
    : m_layout(layout),
      m_document(layout.document()),
      m_fonts(fonts),
      m_log(log),
      m_breaker(fonts)
{}

Result<> TablePainter::paint(QPainter &painter, int page)
{
    PageCanvas canvas(painter, m_fonts, m_log);
    const ColumnBand &band = m_layout.bands()[size_t(m_layout.bandOf(page))];
    const double top = m_layout.tableTop(page);
    paintHead(canvas, page);
    paintHeader(canvas, band, top);
    FFP_ASSIGN(double bottom,
               paintRows(canvas, page, top + m_layout.groupHeight() + m_layout.headerHeight()));
    if (m_document.pageSubtotals) {
        FFP_ASSIGN(const TableTotals subtotals, m_layout.subtotals(page));
        bottom = paintTotal(canvas, band, subtotals, kSubtotalWord.toString(), bottom);
    }
    const bool last = m_layout.rowsOf(page).last;
    if (last && m_document.grandTotal)
        bottom = paintTotal(canvas, band, m_layout.grandTotals(), kTotalWord.toString(), bottom);
    const double left = leftOf(band);
    const double right = rightOf(band);
    canvas.line(left, top, right, top, PageCanvas::kThick);
    canvas.line(left, bottom, right, bottom, PageCanvas::kThick);
    canvas.line(left, top, left, bottom, PageCanvas::kThick);
    canvas.line(right, top, right, bottom, PageCanvas::kThick);
    // With split columns the signatures stand once, on the last page of all.
    if (last && page + 1 == m_layout.pageCount())
        paintEnd(canvas, bottom);
    paintFooter(canvas, page, bottom);
    return {};
}

void TablePainter::single(PageCanvas &canvas, const Box &box, const QString &text, const Style &style)
{
    cell(canvas, {box.x - kPadX, box.y, box.width + 2 * kPadX, box.height}, text, style);
}

void TablePainter::cell(PageCanvas &canvas, const Box &box, const QString &text, const Style &style)
{
    const double inner = box.width - 2 * kPadX;
    const std::vector<QStringView> &lines = style.balanced
                                                ? m_breaker.balancedLines(style.role, text,
                                                                          inner / style.size)
                                                : m_breaker.lines(style.role, text, inner / style.size);
    const double lineHeight = style.size * kLineHeight;
    const auto all = qsizetype(lines.size());
    const qsizetype first = style.lineCount < 0 ? 0 : std::min<qsizetype>(style.firstLine, all);
    const qsizetype last = style.lineCount < 0 ? all : std::min<qsizetype>(first + style.lineCount, all);
    const double textTop = style.lineCount < 0 ? box.y + (box.height - double(all) * lineHeight) / 2
                                               : box.y + kPadY;
    double baseline = textTop + (lineHeight - style.size) / 2 + style.size * kAscent;
    for (qsizetype i = first; i < last; ++i, baseline += lineHeight) {
        const QStringView line = lines[size_t(i)];
        double x = box.x + kPadX;
        if (style.align != CellAlign::Left) {
            const double free = inner - m_fonts.width(style.role, line) * style.size;
            x += style.align == CellAlign::Right ? free : free / 2;
        }
        canvas.text(style.role, style.size, x, baseline, line, style.red ? kRed : QColor(Qt::black));
    }
}

void TablePainter::paintHead(PageCanvas &canvas, int page)
{
    const PageSetup &setup = m_layout.setup();
    const double left = setup.marginSide;
    const double width = setup.bodyWidth();
    const double top = setup.marginTop;
    if (!m_layout.isFirstRows(page)) {
        const Box line{left, top, width, kHeadItemLine};
        single(canvas, line, m_document.title + u"（续）"_s, {FontRole::Body, kFooterFont, CellAlign::Left});
        if (!m_document.head.empty())
            single(canvas, line, itemText(m_document.head.back()),
                   {FontRole::Body, kFooterFont, CellAlign::Right});
        return;
    }
    const double subtitle =
        double(m_breaker.lines(FontRole::Body, m_document.subtitle, width / kSubtitleFont).size())
        * kSubtitleFont * kLineHeight;
    double itemsTop = m_layout.tableTop(page);
    if (!m_layout.headPlaces().empty()) {
        size_t lines = 1;
        for (const ItemPlace &place : m_layout.headPlaces())
            lines = std::max(lines, place.line
                                        + m_breaker
                                              .lines(FontRole::Body, itemText(m_document.head[place.item]),
                                                     width / kHeadFont)
                                              .size());
        itemsTop -= double(lines) * kHeadItemLine;
    }
    const double titleHeight = itemsTop - 4 - subtitle - top;
    const QString title = m_layout.bandOf(page) > 0 ? m_document.title + u"（续）"_s : m_document.title;
    single(canvas, {left, top, width, titleHeight}, title, {FontRole::Title, kTitleFont, CellAlign::Center});
    single(canvas, {left, top + titleHeight, width, subtitle}, m_document.subtitle,
           {FontRole::Body, kSubtitleFont, CellAlign::Center});
    paintItems(canvas, m_document.head, m_layout.headPlaces(), itemsTop, kHeadItemLine);
}

void TablePainter::paintItems(PageCanvas &canvas, const std::vector<LabelledItem> &items,
                              const std::vector<ItemPlace> &places, double top, double pitch)
{
    const double width = m_layout.setup().bodyWidth();
    for (const ItemPlace &place : places) {
        const LabelledItem &item = items[place.item];
        const QString text = itemText(item);
        const double y = top + double(place.line) * pitch;
        // An item that is longer than the line goes on below it.
        const size_t lines = m_breaker.lines(FontRole::Body, text, width / kHeadFont).size();
        single(canvas, {place.x, y, width, pitch * double(std::max<size_t>(lines, 1))}, text,
               {FontRole::Body, kHeadFont, CellAlign::Left});
        if (!item.value.isEmpty())
            continue;
        const double from = place.x + m_fonts.width(FontRole::Body, text) * kHeadFont;
        const double baseline = y + pitch / 2 + kHeadFont * (kAscent - 0.5);
        canvas.line(from, baseline + 2, from + item.blank * kHeadFont, baseline + 2);
    }
}

void TablePainter::paintHeader(PageCanvas &canvas, const ColumnBand &band, double top)
{
    const double groupBottom = top + m_layout.groupHeight();
    const double bottom = groupBottom + m_layout.headerHeight();
    const Style style{FontRole::Heading, m_layout.fontSize(), CellAlign::Center, false, true};
    for (size_t i = 0; i < band.size(); ++i) {
        const TableColumn &column = m_document.columns[band[i].column];
        const bool grouped = !column.group.isEmpty();
        const bool goesOn = i > 0 && grouped && m_document.columns[band[i - 1].column].group == column.group;
        if (grouped && !goesOn) {
            double width = 0;
            for (size_t k = i; k < band.size() && m_document.columns[band[k].column].group == column.group;
                 ++k)
                width += band[k].width;
            cell(canvas, {band[i].x, top, width, m_layout.groupHeight()}, column.group, style);
            canvas.line(band[i].x, groupBottom, band[i].x + width, groupBottom);
        }
        const double cellTop = grouped ? groupBottom : top;
        cell(canvas, {band[i].x, cellTop, band[i].width, bottom - cellTop}, column.header, style);
        if (i > 0)
            canvas.line(band[i].x, goesOn ? groupBottom : top, band[i].x, bottom);
    }
    canvas.line(leftOf(band), bottom, rightOf(band), bottom);
}

Result<double> TablePainter::paintRows(PageCanvas &canvas, int page, double top)
{
    const ColumnBand &band = m_layout.bands()[size_t(m_layout.bandOf(page))];
    const std::vector<RowSlice> &slices = m_layout.rowsOf(page).slices;
    if (slices.empty()) {
        if (m_document.rows->count() > 0)
            return top;
        cell(canvas, {leftOf(band), top, rightOf(band) - leftOf(band), kSmallestRow}, u"（无记录）"_s,
             {FontRole::Body, m_layout.fontSize(), CellAlign::Center});
        canvas.line(leftOf(band), top + kSmallestRow, rightOf(band), top + kSmallestRow);
        return top + kSmallestRow;
    }
    double y = top;
    const qsizetype first = slices.front().row;
    FFP_TRY(m_document.rows
                ->read(first, slices.back().row - first + 1,
                       [&](qsizetype index, const TableRow &row) -> Result<> {
                           const auto at = size_t(index - first);
                           const RowSlice &slice = slices[at];
                           double householdHeight = double(slice.height);
                           for (size_t k = at + 1; k < slices.size() && !slices[k].firstOnPage; ++k)
                               householdHeight += double(slices[k].height);
                           paintRow(canvas, band, row, slice, y, householdHeight);
                           y += double(slice.height);
                           const bool householdEnds = at + 1 == slices.size() || slices[at + 1].firstOnPage;
                           for (size_t from = 0;
                                from < band.size();) { // the rule under the row, not through joined cells
                               size_t to = from;
                               while (to < band.size()
                                      && (householdEnds || !m_document.columns[band[to].column].perHousehold))
                                   ++to;
                               if (to > from)
                                   canvas.line(band[from].x, y, band[to - 1].x + band[to - 1].width, y);
                               from = to + 1;
                           }
                           return {};
                       }));
    for (size_t i = 1; i < band.size(); ++i)
        canvas.line(band[i].x, top, band[i].x, y);
    return y;
}

void TablePainter::paintRow(PageCanvas &canvas, const ColumnBand &band, const TableRow &row,
                            const RowSlice &slice, double top, double householdHeight)
{
    for (const ColumnBox &box : band) {
        const TableColumn &column = m_document.columns[box.column];
        if (column.perHousehold && !slice.firstOnPage)
            continue;
        const TableCell &value = row.cells[box.column];
        Style style{FontRole::Body, m_layout.fontSize(), alignOf(column), value.red};
        if (!slice.whole) {
            style.firstLine = column.key ? 0 : slice.firstLine; // who it is about stands on every page
            style.lineCount = slice.lineCount;
        }
        const double height = column.perHousehold ? householdHeight : double(slice.height);
        cell(canvas, {box.x, top, box.width, height}, cellText(column, value, m_document.emptyCell), style);
    }
}

double TablePainter::paintTotal(PageCanvas &canvas, const ColumnBand &band, const TableTotals &totals,
                                const QString &word, double top)
{
    const double height = m_layout.totalHeight();
    const size_t span = labelSpan(m_document, band);
    double x = leftOf(band);
    double labelWidth = 0;
    for (size_t i = 0; i < span; ++i)
        labelWidth += band[i].width;
    if (span > 0)
        cell(canvas, {x, top, labelWidth, height}, totals.label(word),
             {FontRole::Heading, m_layout.fontSize(), CellAlign::Center});
    for (size_t i = span; i < band.size(); ++i) {
        x = band[i].x;
        cell(canvas, {x, top, band[i].width, height}, totals.sumText(band[i].column),
             {FontRole::Body, m_layout.fontSize(), CellAlign::Right});
        if (i > 0)
            canvas.line(x, top, x, top + height);
    }
    canvas.line(leftOf(band), top + height, rightOf(band), top + height);
    return top + height;
}

void TablePainter::paintEnd(PageCanvas &canvas, double top)
{
    const PageSetup &setup = m_layout.setup();
    double y = top + (m_document.notes.isEmpty() ? 0 : 4);
    for (const QString &note : m_document.notes) {
        const double height =
            double(m_breaker.lines(FontRole::Body, note, setup.bodyWidth() / kFooterFont).size())
            * kFooterFont * kLineHeight;
        single(canvas, {setup.marginSide, y, setup.bodyWidth(), height}, note,
               {FontRole::Body, kFooterFont, CellAlign::Left});
        y += height;
    }
    paintItems(canvas, m_document.foot, m_layout.footPlaces(), y, kSignatureLine);
    if (!m_document.seal)
        return;
    const double width = sealWidth(m_fonts, *m_document.seal, setup.bodyWidth());
    const double left = setup.marginSide + setup.bodyWidth() - width;
    const QStringList texts = sealTexts(*m_document.seal);
    // Unit and date in the middle of the free square, as the seal is set over them.
    cell(canvas, {left - kPadX, y, width + 2 * kPadX, kSealSide}, texts.join(u'\n'),
         {FontRole::Body, kHeadFont, CellAlign::Center});
}

void TablePainter::paintFooter(PageCanvas &canvas, int page, double tableBottom)
{
    const PageSetup &setup = m_layout.setup();
    const int pages = m_layout.pageCount();
    const Box line{setup.marginSide, setup.paperSize().height() - setup.marginBottom - kFooter,
                   setup.bodyWidth(), kFooter};
    if (page + 1 < pages)
        single(canvas, {line.x, tableBottom, line.width, kGoesOn}, u"（续下页）"_s,
               {FontRole::Body, kFooterFont, CellAlign::Right});
    if (m_document.isConfidential())
        single(canvas, line, kPrivacyMark.toString(), {FontRole::Heading, kFooterFont, CellAlign::Left});
    QString number = u"第%1页 共%2页"_s.arg(page + 1).arg(pages);
    if (m_layout.bands().size() > 1)
        number += u"（分栏%1/%2）"_s.arg(m_layout.bandOf(page) + 1).arg(m_layout.bands().size());
    single(canvas, line, number, {FontRole::Body, kFooterFont, CellAlign::Center});
    QStringList right;
    if (m_document.operatorShown && !m_document.operatorName.isEmpty())
        right.append(u"打印人：%1"_s.arg(m_document.operatorName));
    if (m_document.operatorShown && m_document.printedOn.isValid())
        right.append(u"打印日期：%1"_s.arg(m_document.printedOn.toString(Qt::ISODate)));
    single(canvas, line, right.join(u"　"_s), {FontRole::Body, kFooterFont, CellAlign::Right});
}

} // namespace ffp::ui
