// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/tablelayout.h"
#include "ui/printing/textbox.h"

namespace ffp::ui {

/// Draws the pages of one table. The fonts of `text` must hold the same faces as those of the layout.
class TablePainter
{
public:
    TablePainter(const TableLayout &layout, TextBoxes &text);

    /// Everything but the foot of the page; where it ends.
    Result<double> paintTable(int page);
    void paintFooter(int page, double tableBottom);

private:
    void paintHead(int page);
    void paintHeader(const ColumnBand &band, double top);
    Result<double> paintRows(int page, double top);
    void paintRow(const ColumnBand &band, const TableRow &row, const RowSlice &slice, double top,
                  double householdHeight);
    double paintTotal(const ColumnBand &band, const TableTotals &totals, const QString &word, double top);
    void paintEnd(double top);
    void paintItems(const std::vector<LabelledItem> &items, const std::vector<ItemPlace> &places, double top,
                    double pitch);

    const TableLayout &m_layout;
    const TableDocument &m_document;
    TextBoxes &m_text;
    PageCanvas &m_canvas;
};

} // namespace ffp::ui
