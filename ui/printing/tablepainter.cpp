// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/tablepainter.h"

#include <algorithm>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;
using namespace metrics;

namespace {

double leftOf(const ColumnBand &band)
{
    return band.front().x;
}

double rightOf(const ColumnBand &band)
{
    return band.back().x + band.back().width;
}

} // namespace

TablePainter::TablePainter(const TableLayout &layout, TextBoxes &text)
    : m_layout(layout),
      m_document(layout.document()),
      m_text(text),
      m_canvas(text.canvas())
{}

Result<double> TablePainter::paintTable(int page)
{
    const ColumnBand &band = m_layout.bands()[size_t(m_layout.bandOf(page))];
    const double top = m_layout.tableTop(page);
    paintHead(page);
    if (!m_document.headless)
        paintHeader(band, top);
    FFP_ASSIGN(double bottom, paintRows(page, top + m_layout.groupHeight() + m_layout.headerHeight()));
    if (m_document.pageSubtotals) {
        FFP_ASSIGN(const TableTotals subtotals, m_layout.subtotals(page));
        bottom = paintTotal(band, subtotals, kSubtotalWord.toString(), bottom);
    }
    const bool last = m_layout.rowsOf(page).last;
    if (last && m_document.grandTotal)
        bottom = paintTotal(band, m_layout.grandTotals(), kTotalWord.toString(), bottom);
    const double left = leftOf(band);
    const double right = rightOf(band);
    m_canvas.line(left, top, right, top, PageCanvas::kThick);
    m_canvas.line(left, bottom, right, bottom, PageCanvas::kThick);
    m_canvas.line(left, top, left, bottom, PageCanvas::kThick);
    m_canvas.line(right, top, right, bottom, PageCanvas::kThick);
    // With split columns the signatures stand once, on the last page of all.
    if (last && page + 1 == m_layout.pageCount())
        paintEnd(bottom);
    return bottom;
}

void TablePainter::paintHead(int page)
{
    const PageSetup &setup = m_layout.setup();
    const double left = setup.marginSide;
    const double width = setup.bodyWidth();
    if (!m_layout.isFirstRows(page)) {
        if (!m_layout.isPart())
            paintRunningHead(m_text, setup, m_document.title + u"（续）"_s,
                             m_document.head.empty() ? QString() : itemText(m_document.head.back()));
        return;
    }
    double y = m_layout.top();
    const auto put = [&](const QString &text, const TextStyle &style, double least) {
        if (text.isEmpty())
            return;
        const size_t lines = m_text.breaker().lines(style.role, text, width / style.size).size();
        const double height = std::max(least, double(lines) * style.size * kLineHeight);
        m_text.line({left, y, width, height}, text, style);
        y += height;
    };
    put(m_layout.bandOf(page) > 0 ? m_document.title + u"（续）"_s : m_document.title,
        {FontRole::Title, kTitleFont, CellAlign::Center}, 0);
    put(m_document.subtitle, {FontRole::Body, kSubtitleFont, CellAlign::Center}, 0);
    if (!m_document.title.isEmpty())
        y += 4;
    put(m_document.heading, {FontRole::Heading, kHeadingFont}, kHeading);
    put(m_document.subheading, {FontRole::Heading, kHeadFont}, kSubheading);
    paintItems(m_document.head, m_layout.headPlaces(), y, kHeadItemLine);
}

void TablePainter::paintItems(const std::vector<LabelledItem> &items, const std::vector<ItemPlace> &places,
                              double top, double pitch)
{
    const double width = m_layout.setup().bodyWidth();
    for (const ItemPlace &place : places) {
        const LabelledItem &item = items[place.item];
        const QString text = itemText(item);
        const double y = top + double(place.line) * pitch;
        // An item that is longer than the line goes on below it.
        const size_t lines = m_text.breaker().lines(FontRole::Body, text, width / kHeadFont).size();
        m_text.line({place.x, y, width, pitch * double(std::max<size_t>(lines, 1))}, text,
                    {FontRole::Body, kHeadFont, CellAlign::Left});
        if (!item.value.isEmpty())
            continue;
        const double from = place.x + m_text.fonts().width(FontRole::Body, text) * kHeadFont;
        const double baseline = y + pitch / 2 + kHeadFont * (kAscent - 0.5);
        m_canvas.line(from, baseline + 2, from + item.blank * kHeadFont, baseline + 2);
    }
}

void TablePainter::paintHeader(const ColumnBand &band, double top)
{
    const double groupBottom = top + m_layout.groupHeight();
    const double bottom = groupBottom + m_layout.headerHeight();
    const TextStyle style{FontRole::Heading, m_layout.fontSize(), CellAlign::Center, false, true};
    for (size_t i = 0; i < band.size(); ++i) {
        const TableColumn &column = m_document.columns[band[i].column];
        const bool grouped = !column.group.isEmpty();
        const bool goesOn = i > 0 && grouped && m_document.columns[band[i - 1].column].group == column.group;
        if (grouped && !goesOn) {
            double width = 0;
            for (size_t k = i; k < band.size() && m_document.columns[band[k].column].group == column.group;
                 ++k)
                width += band[k].width;
            m_text.cell({band[i].x, top, width, m_layout.groupHeight()}, column.group, style);
            m_canvas.line(band[i].x, groupBottom, band[i].x + width, groupBottom);
        }
        const double cellTop = grouped ? groupBottom : top;
        m_text.cell({band[i].x, cellTop, band[i].width, bottom - cellTop}, column.header, style);
        if (i > 0)
            m_canvas.line(band[i].x, goesOn ? groupBottom : top, band[i].x, bottom);
    }
    m_canvas.line(leftOf(band), bottom, rightOf(band), bottom);
}

Result<double> TablePainter::paintRows(int page, double top)
{
    const ColumnBand &band = m_layout.bands()[size_t(m_layout.bandOf(page))];
    const std::vector<RowSlice> &slices = m_layout.rowsOf(page).slices;
    if (slices.empty()) {
        if (m_document.rows->count() > 0)
            return top;
        m_text.cell({leftOf(band), top, rightOf(band) - leftOf(band), kSmallestRow}, u"（无记录）"_s,
                    {FontRole::Body, m_layout.fontSize(), CellAlign::Center});
        m_canvas.line(leftOf(band), top + kSmallestRow, rightOf(band), top + kSmallestRow);
        return top + kSmallestRow;
    }
    double y = top;
    double ruled = top; // down to here the lines between columns are drawn
    const auto ruleTo = [&](double bottom) {
        for (size_t i = 1; i < band.size() && bottom > ruled; ++i)
            m_canvas.line(band[i].x, ruled, band[i].x, bottom);
        ruled = bottom;
    };
    const qsizetype first = slices.front().row;
    FFP_TRY(m_document.rows
                ->read(first, slices.back().row - first + 1,
                       [&](qsizetype index, const TableRow &row) -> Result<> {
                           const auto at = size_t(index - first);
                           const RowSlice &slice = slices[at];
                           double householdHeight = double(slice.height);
                           for (size_t k = at + 1; k < slices.size() && !slices[k].firstOnPage; ++k)
                               householdHeight += double(slices[k].height);
                           if (row.wide)
                               ruleTo(y);
                           paintRow(band, row, slice, y, householdHeight);
                           y += double(slice.height);
                           if (row.wide && band.size() > 1) {
                               m_canvas.line(band[1].x, ruled, band[1].x, y);
                               ruled = y;
                           }
                           const bool householdEnds = at + 1 == slices.size() || slices[at + 1].firstOnPage;
                           for (size_t from = 0;
                                from < band.size();) { // the rule under the row, not through joined cells
                               size_t to = from;
                               while (to < band.size()
                                      && (householdEnds || !m_document.columns[band[to].column].perHousehold))
                                   ++to;
                               if (to > from)
                                   m_canvas.line(band[from].x, y, band[to - 1].x + band[to - 1].width, y);
                               from = to + 1;
                           }
                           return {};
                       }));
    ruleTo(y);
    return y;
}

void TablePainter::paintRow(const ColumnBand &band, const TableRow &row, const RowSlice &slice, double top,
                            double householdHeight)
{
    for (size_t i = 0; i < band.size() && !(row.wide && i > 1); ++i) {
        const ColumnBox &box = band[i];
        const TableColumn &column = m_document.columns[box.column];
        if (column.perHousehold && !slice.firstOnPage)
            continue;
        const TableCell &value = row.cells[box.column];
        TextStyle style{column.heading ? FontRole::Heading : FontRole::Body, m_layout.fontSize(),
                        alignOf(column), value.red};
        if (!slice.whole) {
            style.firstLine = column.key ? 0 : slice.firstLine; // who it is about stands on every page
            style.lineCount = slice.lineCount;
        }
        const double height = column.perHousehold ? householdHeight : double(slice.height);
        const double width = row.wide && i == 1 ? rightOf(band) - box.x : box.width;
        m_text.cell({box.x, top, width, height}, cellText(column, value, m_document.emptyCell), style);
    }
}

double TablePainter::paintTotal(const ColumnBand &band, const TableTotals &totals, const QString &word,
                                double top)
{
    const double height = m_layout.totalHeight();
    const size_t span = labelSpan(m_document, band);
    double x = leftOf(band);
    double labelWidth = 0;
    for (size_t i = 0; i < span; ++i)
        labelWidth += band[i].width;
    if (span > 0)
        m_text.cell({x, top, labelWidth, height}, totals.label(word),
                    {FontRole::Heading, m_layout.fontSize(), CellAlign::Center});
    for (size_t i = span; i < band.size(); ++i) {
        x = band[i].x;
        m_text.cell({x, top, band[i].width, height}, totals.sumText(band[i].column),
                    {FontRole::Body, m_layout.fontSize(), CellAlign::Right});
        if (i > 0)
            m_canvas.line(x, top, x, top + height);
    }
    m_canvas.line(leftOf(band), top + height, rightOf(band), top + height);
    return top + height;
}

void TablePainter::paintEnd(double top)
{
    const PageSetup &setup = m_layout.setup();
    double y = top + (m_document.notes.isEmpty() ? 0 : 4);
    for (const QString &note : m_document.notes) {
        const double height =
            double(m_text.breaker().lines(FontRole::Body, note, setup.bodyWidth() / kFooterFont).size())
            * kFooterFont * kLineHeight;
        m_text.line({setup.marginSide, y, setup.bodyWidth(), height}, note,
                    {FontRole::Body, kFooterFont, CellAlign::Left});
        y += height;
    }
    paintItems(m_document.foot, m_layout.footPlaces(), y, kSignatureLine);
    if (!m_document.seal)
        return;
    const double width = sealWidth(m_text.fonts(), *m_document.seal, setup.bodyWidth());
    const double left = setup.marginSide + setup.bodyWidth() - width;
    const QStringList texts = sealTexts(*m_document.seal);
    // Unit and date in the middle of the free square, as the seal is set over them.
    m_text.cell({left - kPadX, y, width + 2 * kPadX, kSealSide}, texts.join(u'\n'),
                {FontRole::Body, kHeadFont, CellAlign::Center});
}

void TablePainter::paintFooter(int page, double tableBottom)
{
    const PageSetup &setup = m_layout.setup();
    if (page + 1 < m_layout.pageCount())
        m_text.line({setup.marginSide, tableBottom, setup.bodyWidth(), kGoesOn}, u"（续下页）"_s,
                    {FontRole::Body, kFooterFont, CellAlign::Right});
    const size_t bands = m_layout.bands().size();
    paintPageFoot(m_text, m_layout, page,
                  bands > 1 ? u"（分栏%1/%2）"_s.arg(m_layout.bandOf(page) + 1).arg(bands) : QString());
}

} // namespace ffp::ui
