// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/linebreaker.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace ffp::ui {

namespace {

// Sums of float advances may differ in the last bits from the width that was made for them.
constexpr float kSlack = 0.001F;

/// UAX #14 cannot tell an opening “ from a closing ” (class QU) and breaks at neither; in Chinese text they
/// are brackets like 「」.
QString withBrackets(QStringView text)
{
    QString copy = text.toString();
    copy.replace(u'“', u'「');
    copy.replace(u'‘', u'「');
    copy.replace(u'”', u'」');
    copy.replace(u'’', u'」');
    return copy;
}

QStringView withoutSpacesAtEnd(QStringView text)
{
    while (!text.isEmpty() && text.back() == u' ')
        text.chop(1);
    return text;
}

} // namespace

const std::vector<QStringView> &LineBreaker::lines(FontRole role, QStringView text, double width)
{
    m_lines.clear();
    while (!text.isEmpty()) {
        const qsizetype newline = text.indexOf(u'\n');
        breakParagraph(role, newline < 0 ? text : text.first(newline), width);
        if (newline < 0)
            break;
        text = text.mid(newline + 1);
    }
    return m_lines;
}

const std::vector<QStringView> &LineBreaker::balancedLines(FontRole role, QStringView text, double width)
{
    const size_t count = lines(role, text, width).size();
    if (count < 2)
        return m_lines;
    double low = width / double(count) / 2;
    double high = width;
    for (int i = 0; i < 8; ++i) {
        const double middle = (low + high) / 2;
        (lines(role, text, middle).size() > count ? low : high) = middle;
    }
    return lines(role, text, high);
}

void LineBreaker::breakParagraph(FontRole role, QStringView text, double width)
{
    m_ends.resize(size_t(text.size()));
    float sum = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            m_ends[size_t(i)] = sum; // a break inside the pair would come out before it
            sum += m_fonts.glyph(role, QChar::surrogateToUcs4(unit, text[i + 1].unicode())).advance;
            ++i;
        } else {
            sum += m_fonts.glyph(role, QChar::isSurrogate(unit) ? 0xFFFD : unit).advance;
        }
        m_ends[size_t(i)] = sum;
    }
    const float limit = float(width) + kSlack;
    if (sum <= limit) {
        m_lines.push_back(text);
        return;
    }

    m_buffer.resize(size_t(text.size() + 1) * 4);
    QStringView ruled = text;
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c >= u'‘' && c <= u'”'; })) {
        m_forRules = withBrackets(text);
        ruled = m_forRules;
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, ruled.data(), ruled.size(), m_buffer.data(),
                               qsizetype(m_buffer.size()));
    const auto fits = [&](qsizetype start, qsizetype end) {
        const QStringView line = withoutSpacesAtEnd(text.sliced(start, end - start));
        const float before = start == 0 ? 0 : m_ends[size_t(start - 1)];
        return line.isEmpty() || m_ends[size_t(start + line.size() - 1)] - before <= limit;
    };
    const auto emitLine = [&](qsizetype start, qsizetype end) {
        m_lines.push_back(withoutSpacesAtEnd(text.sliced(start, end - start)));
    };
    qsizetype start = 0;
    qsizetype lastFit = 0; // the last allowed break that still fits
    while (start < text.size()) {
        const qsizetype next = finder.toNextBoundary();
        const qsizetype boundary = next < 0 ? text.size() : next;
        if (fits(start, boundary)) {
            lastFit = boundary;
            if (boundary == text.size()) {
                emitLine(start, boundary);
                return;
            }
            continue;
        }
        if (lastFit == start) { // one word wider than the line: as many characters as fit, one at least
            qsizetype end = start;
            do {
                end += text[end].isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
            } while (end < text.size()
                     && fits(start, end + (text[end].isHighSurrogate() && end + 1 < text.size() ? 2 : 1)));
            lastFit = end;
        }
        emitLine(start, lastFit);
        start = lastFit;
        finder.setPosition(start);
    }
}

} // namespace ffp::ui
