// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/printfonts.h"

#include <QColor>
#include <QLineF>
#include <QPainter>

namespace ffp::ui {

/// The characters drawn with each face, in the order of their first use: the order in which Qt puts
/// glyphs into the fonts of a PDF.
class GlyphLog
{
public:
    /// When several characters share a glyph the ordinary one is kept: 户 rather than the Kangxi radical ⼾.
    void add(int face, quint32 glyph, char32_t character);
    const std::vector<std::u32string> &faces() const { return m_characters; }

private:
    std::vector<std::u32string> m_characters;   ///< by face
    std::vector<std::vector<quint32>> m_places; ///< by face and glyph: place in m_characters from 1, 0 = new
};

/// Collects the text and rules of one page and draws them in few calls. 1 unit = 1 pt, y downwards.
class PageCanvas
{
public:
    /// `log` may be null.
    PageCanvas(QPainter &painter, PrintFonts &fonts, GlyphLog *log);
    ~PageCanvas();
    PageCanvas(const PageCanvas &) = delete;
    PageCanvas &operator=(const PageCanvas &) = delete;

    PrintFonts &fonts() { return m_fonts; }
    /// Draws one line from `x`; `baseline` is its base line.
    void text(FontRole role, double size, double x, double baseline, QStringView text,
              const QColor &color = Qt::black);
    void line(double x1, double y1, double x2, double y2, double width = kThin);

    static constexpr double kThin = 0.5;
    static constexpr double kThick = 1.0;

private:
    struct Run {
        int face;
        double size;
        QRgb color;
        std::u32string characters; ///< one per glyph
        QList<quint32> glyphs;
        QList<QPointF> positions;
    };
    Run &run(int face, double size, QRgb color);

    QPainter &m_painter;
    PrintFonts &m_fonts;
    GlyphLog *m_log;
    std::vector<Run> m_runs;
    std::vector<std::pair<double, QList<QLineF>>> m_lines; ///< by width
};

} // namespace ffp::ui
