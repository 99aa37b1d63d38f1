// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/tablelayout.h"

#include "ui/printing/tablepainter.h"

#include <algorithm>

namespace ffp::ui {

bool TableLayout::beginsWell() const
{
    const std::vector<RowSlice> &first = m_pages.front().slices;
    return first.empty() ? m_document->rows->count() == 0 && m_pages.size() == 1 : first.front().whole;
}

Result<> TableLayout::paint(QPainter &painter, PrintFonts &fonts, GlyphLog *log, int page) const
{
    PageCanvas canvas(painter, fonts, log);
    TextBoxes text(canvas, fonts);
    TablePainter table(*this, text);
    FFP_ASSIGN(const double bottom, table.paintTable(page));
    table.paintFooter(page, bottom);
    return {};
}

Result<TableTotals> TableLayout::subtotals(int page) const
{
    const PageRows &rows = rowsOf(page);
    TableTotals totals(*m_document, rows.householdBefore);
    if (rows.slices.empty())
        return totals;
    const qsizetype first = rows.slices.front().row;
    FFP_TRY(m_document->rows->read(first, rows.slices.back().row - first + 1,
                                   [&](qsizetype index, const TableRow &row) -> Result<> {
                                       if (rows.slices[size_t(index - first)].firstLine == 0)
                                           totals.add(row);
                                       return {};
                                   }));
    return totals;
}

PrintReport TableLayout::report() const
{
    PrintReport report;
    report.pages = pageCount();
    report.rows = m_document->rows ? m_document->rows->count() : 0;
    report.columnBands = int(m_bands.size());
    for (const PageRows &rows : m_pages)
        report.rowsSplit += std::count_if(rows.slices.begin(), rows.slices.end(),
                                          [](const RowSlice &s) { return !s.whole && s.firstLine == 0; });
    report.replacedFonts = m_replacedFonts;
    return report;
}

size_t labelSpan(const TableDocument &document, const ColumnBand &band)
{
    size_t span = 0;
    while (span < band.size() && !document.columns[band[span].column].summable)
        ++span;
    return span;
}

QStringList sealTexts(const SealBlock &seal)
{
    const LabelledItem unit{seal.label, seal.unit, 0};
    return {itemText(unit), seal.date};
}

double sealWidth(PrintFonts &fonts, const SealBlock &seal, double bodyWidth)
{
    double width = metrics::kSealSide;
    for (const QString &text : sealTexts(seal))
        width = std::max(width, fonts.width(FontRole::Body, text) * metrics::kHeadFont);
    return std::min(width, bodyWidth / 2);
}

QString itemText(const LabelledItem &item)
{
    return item.label.isEmpty() ? item.value : item.label + u'：' + item.value;
}

double itemWidth(PrintFonts &fonts, const LabelledItem &item)
{
    const double blank = item.value.isEmpty() ? item.blank : 0;
    return (fonts.width(FontRole::Body, itemText(item)) + blank) * metrics::kHeadFont;
}

} // namespace ffp::ui
