// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/pagecanvas.h"

#include <QGlyphRun>

#include <algorithm>

namespace ffp::ui {

namespace {

bool isRadical(char32_t c)
{
    return c >= 0x2E80 && c <= 0x2FDF;
}

} // namespace

void GlyphLog::add(int face, quint32 glyph, char32_t character)
{
    if (character == u'\t' || character == 0xA0)
        character = u' ';
    const auto at = size_t(face);
    if (at >= m_places.size()) {
        m_places.resize(at + 1);
        m_characters.resize(at + 1);
    }
    std::vector<quint32> &places = m_places[at];
    if (glyph >= places.size())
        places.resize(std::max<size_t>(glyph + 1, 0x10000));
    if (places[glyph] == 0) {
        m_characters[at].push_back(character);
        places[glyph] = quint32(m_characters[at].size());
    } else if (char32_t &known = m_characters[at][places[glyph] - 1]; isRadical(known)) {
        known = character;
    }
}

PageCanvas::PageCanvas(QPainter &painter, PrintFonts &fonts, GlyphLog *log)
    : m_painter(painter),
      m_fonts(fonts),
      m_log(log)
{}

PageCanvas::~PageCanvas()
{
    for (const auto &[width, lines] : m_lines) {
        QPen pen(Qt::black, width);
        pen.setCapStyle(Qt::SquareCap);
        m_painter.setPen(pen);
        m_painter.drawLines(lines);
    }
    for (const Run &run : m_runs) {
        QGlyphRun glyphs;
        glyphs.setRawFont(m_fonts.face(run.face, run.size));
        glyphs.setGlyphIndexes(run.glyphs);
        glyphs.setPositions(run.positions);
        m_painter.setPen(QColor::fromRgb(run.color));
        m_painter.drawGlyphRun({}, glyphs);
        for (size_t i = 0; m_log && i < run.characters.size(); ++i)
            m_log->add(run.face, run.glyphs[qsizetype(i)], run.characters[i]);
    }
}

PageCanvas::Run &PageCanvas::run(int face, double size, QRgb color)
{
    for (Run &run : m_runs)
        if (run.face == face && run.size == size && run.color == color)
            return run;
    return m_runs.emplace_back(Run{face, size, color, {}, {}, {}});
}

void PageCanvas::text(FontRole role, double size, double x, double baseline, QStringView text,
                      const QColor &color)
{
    const QRgb rgb = color.rgb();
    Run *current = nullptr;
    forEachCodePoint(text, [&](char32_t c) {
        const PrintGlyph &glyph = m_fonts.glyph(role, c);
        if (glyph.face >= 0) {
            if (!current || current->face != glyph.face)
                current = &run(glyph.face, size, rgb);
            current->characters.push_back(c);
            current->glyphs.append(glyph.index);
            current->positions.append({x, baseline});
        }
        x += double(glyph.advance) * size;
    });
}

void PageCanvas::line(double x1, double y1, double x2, double y2, double width)
{
    const auto known = std::find_if(m_lines.begin(), m_lines.end(),
                                    [&](const auto &entry) { return entry.first == width; });
    QList<QLineF> &lines = known == m_lines.end() ? m_lines.emplace_back(width, QList<QLineF>()).second
                                                  : known->second;
    lines.append(QLineF(x1, y1, x2, y2));
}

} // namespace ffp::ui
