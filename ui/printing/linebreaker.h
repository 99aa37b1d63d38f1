// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/printfonts.h"

#include <vector>

namespace ffp::ui {

/// Breaks text into lines after Unicode UAX #14 (no line begins with ，。） or ends with （《, figures and
/// Latin words stay whole); a word wider than the line is broken anywhere, so nothing ever sticks out.
class LineBreaker
{
public:
    explicit LineBreaker(PrintFonts &fonts) : m_fonts(fonts) {}

    /// Lines of `text` in a width of `width` em; they point into `text`. Valid until the next call. Blank
    /// text gives no line.
    const std::vector<QStringView> &lines(FontRole role, QStringView text, double width);

    /// The same number of lines, as even as can be: for heads, where 户主姓/名 looks wrong and 户主/姓名
    /// right.
    const std::vector<QStringView> &balancedLines(FontRole role, QStringView text, double width);

private:
    void breakParagraph(FontRole role, QStringView text, double width);

    PrintFonts &m_fonts;
    std::vector<QStringView> m_lines;
    std::vector<float> m_ends; ///< width of the paragraph up to and with each UTF-16 unit
    std::vector<unsigned char> m_buffer;
    QString m_forRules; ///< the paragraph with quotation marks that the rules understand
};

} // namespace ffp::ui
