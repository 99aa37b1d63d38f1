// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/partslayout.h"

#include "ui/printing/tablepainter.h"

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kPartGap = 10;

bool isTooSmall(const Error &error)
{
    return error.kind == ErrorKind::PrintFailed && error.args.value(0) == u"page_too_small";
}

} // namespace

Result<PartsLayout> PartsLayout::make(DocumentPtr document, const PageSetup &setup, PrintFonts &fonts,
                                      Progress &progress)
{
    PartsLayout layout(document, setup);
    FFP_TRY(layout.add(document, fonts, progress));
    for (const TableDocument &part : document->parts)
        FFP_TRY(layout.add(DocumentPtr(document, &part), fonts, progress));
    FFP_ASSIGN(layout.m_scans, scanPages(document->enclosures, progress));
    return layout;
}

/// Under the running head of a page after the first.
double PartsLayout::freshTop() const
{
    return m_setup.marginTop + metrics::kHeadItemLine;
}

/// Under the part before, or on a page of its own.
Result<TableLayout> PartsLayout::place(const DocumentPtr &part, PrintFonts &fonts, Progress &progress)
{
    if (m_tablePages > 0) {
        auto under = TableLayout::make(part, m_setup, fonts, progress, m_bottom + kPartGap);
        if (under ? under->beginsWell() : !isTooSmall(under.error())) {
            --m_tablePages; // goes on where the last one ended
            return under;
        }
    }
    return TableLayout::make(part, m_setup, fonts, progress,
                             m_tablePages > 0 ? freshTop() : m_setup.marginTop);
}

Result<> PartsLayout::add(const DocumentPtr &part, PrintFonts &fonts, Progress &progress)
{
    FFP_ASSIGN(TableLayout layout, place(part, fonts, progress));
    m_bottom = layout.bottom();
    const int firstPage = m_tablePages;
    m_tablePages += layout.pageCount();
    m_parts.push_back({std::move(layout), firstPage});
    return {};
}

PrintReport PartsLayout::report() const
{
    PrintReport report;
    for (const Part &part : m_parts) {
        const PrintReport one = part.layout.report();
        report.rows += one.rows;
        report.rowsSplit += one.rowsSplit;
        report.columnBands = std::max(report.columnBands, one.columnBands);
        report.replacedFonts = one.replacedFonts; // of all that was measured until then
    }
    report.pages = pageCount();
    report.scansLeftOut = std::count_if(m_scans.begin(), m_scans.end(),
                                        [](const ScanPage &page) { return !page.sentence.isEmpty(); });
    return report;
}

Result<> PartsLayout::paint(QPainter &painter, PrintFonts &fonts, GlyphLog *log, int page) const
{
    PageCanvas canvas(painter, fonts, log);
    TextBoxes text(canvas, fonts);
    if (page > 0)
        paintRunningHead(text, m_setup, m_document->title,
                         m_document->head.empty() ? QString() : itemText(m_document->head.front()));
    for (const Part &part : m_parts)
        if (page >= part.firstPage && page < part.firstPage + part.layout.pageCount())
            FFP_TRY(TablePainter(part.layout, text).paintTable(page - part.firstPage));
    if (page >= m_tablePages) {
        const ScanPage &scan = m_scans[size_t(page - m_tablePages)];
        const QSizeF paper = m_setup.paperSize();
        const double bottom = paper.height() - m_setup.marginBottom - metrics::kFooter;
        paintScan(text, painter, m_document->enclosures[scan.enclosure], scan,
                  {m_setup.marginSide, freshTop(), m_setup.bodyWidth(), bottom - freshTop()});
    }
    paintPageFoot(text, *this, page);
    return {};
}

} // namespace ffp::ui
