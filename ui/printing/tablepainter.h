// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/linebreaker.h"
#include "ui/printing/pagecanvas.h"
#include "ui/printing/tablelayout.h"

namespace ffp::ui {

/// Draws single pages of a layout. `fonts` must belong to the calling thread and hold the same faces as
/// those of the layout (they do, on one machine).
class TablePainter
{
public:
    TablePainter(const TableLayout &layout, PrintFonts &fonts, GlyphLog *log = nullptr);

    /// The painter's unit must be one point, its origin the paper's top left corner.
    Result<> paint(QPainter &painter, int page);

private:
    struct Box {
        double x, y, width, height;
    };
    struct Style {
        FontRole role = FontRole::Body;
        double size = 0;
        CellAlign align = CellAlign::Left;
        bool red = false;
        bool balanced = false; ///< lines of even length
        int firstLine = 0;
        int lineCount = -1; ///< −1: all, centred vertically
    };

    void paintHead(PageCanvas &canvas, int page);
    void paintHeader(PageCanvas &canvas, const ColumnBand &band, double top);
    Result<double> paintRows(PageCanvas &canvas, int page, double top);
    void paintRow(PageCanvas &canvas, const ColumnBand &band, const TableRow &row, const RowSlice &slice,
                  double top, double householdHeight);
    double paintTotal(PageCanvas &canvas, const ColumnBand &band, const TableTotals &totals,
                      const QString &word, double top);
    void paintEnd(PageCanvas &canvas, double top);
    void paintItems(PageCanvas &canvas, const std::vector<LabelledItem> &items,
                    const std::vector<ItemPlace> &places, double top, double pitch);
    void paintFooter(PageCanvas &canvas, int page, double tableBottom);
    /// Wrapped text inside a box, padding included.
    void cell(PageCanvas &canvas, const Box &box, const QString &text, const Style &style);
    void single(PageCanvas &canvas, const Box &box, const QString &text, const Style &style);

    const TableLayout &m_layout;
    const TableDocument &m_document;
    PrintFonts &m_fonts;
    GlyphLog *m_log;
    LineBreaker m_breaker;
};

} // namespace ffp::ui
