// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/document.h"
#include "ui/printing/linebreaker.h"
#include "ui/printing/pagecanvas.h"
#include "ui/printing/printlayout.h"

namespace ffp::ui {

/// In points, y downwards.
struct Box {
    double x, y, width, height;
};

struct TextStyle {
    FontRole role = FontRole::Body;
    double size = 0;
    CellAlign align = CellAlign::Left;
    bool red = false;
    bool balanced = false; ///< lines of even length
    int firstLine = 0;
    int lineCount = -1; ///< −1: all, centred vertically
};

/// Draws wrapped text into boxes of one page.
class TextBoxes
{
public:
    TextBoxes(PageCanvas &canvas, PrintFonts &fonts) : m_canvas(canvas), m_breaker(fonts) {}

    PageCanvas &canvas() { return m_canvas; }
    LineBreaker &breaker() { return m_breaker; }
    PrintFonts &fonts() { return m_canvas.fonts(); }
    /// With the padding of a cell inside the box.
    void cell(const Box &box, const QString &text, const TextStyle &style);
    /// From edge to edge.
    void line(const Box &box, const QString &text, const TextStyle &style);

private:
    PageCanvas &m_canvas;
    LineBreaker m_breaker;
};

/// Under every page: mark of confidential prints, page number with `note` behind it, who printed it and when.
void paintPageFoot(TextBoxes &text, const PrintLayout &layout, int page, const QString &note = {});
/// Over pages after the first: what they belong to.
void paintRunningHead(TextBoxes &text, const PageSetup &setup, const QString &left, const QString &right);

} // namespace ffp::ui
