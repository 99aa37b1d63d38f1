// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/printing/pagecanvas.h"

#include <string>
#include <vector>

namespace ffp::ui {

/// What was drawn with one face, in the order of first use.
struct DrawnFace {
    std::u32string characters;
    /// What Qt names each of them in the PDF: the lowest BMP code with the same glyph, 0 when there is none.
    std::u16string named;
};

std::vector<DrawnFace> drawnFaces(const GlyphLog &log, PrintFonts &fonts);

/// Qt 6.4 fills the ToUnicode maps of a PDF from the font, lowest code point first. In CJK fonts the Kangxi
/// radicals share glyphs with 户 人 行 风 …, so nobody finds those words in the file (and NFKC does not cure
/// it). This puts the characters that were really drawn in place, without changing a length or offset.
/// Returns how many characters stay unsearchable for want of room (beyond the BMP, very many in one face).
/// PrintFailed with args[0] = "no_text_map" when the file holds no readable map for a face that was used,
/// "text_map_unknown" when a map is not that of any face.
Result<qint64> correctTextMaps(char *pdf, qsizetype size, const std::vector<DrawnFace> &faces);

} // namespace ffp::ui
