// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace ffp {

/// Rows and columns count from 1 everywhere, as the user sees them: A1 is row 1, column 1.
struct CellRange {
    int firstRow = 0;
    int firstColumn = 0;
    int lastRow = 0;
    int lastColumn = 0;
    bool operator==(const CellRange &) const = default;
};

/// 1 → "A", 27 → "AA"; empty for 0 and less.
QString columnLetters(int column);

/// Reads "AB12" from the front of `text`; row 0 when there are letters only. False when the text
/// is no address or lies beyond column 16,384 (XFD) or row 2^31.
bool parseAddress(std::string_view text, int &row, int &column);

/// "A1:B2" or "A1"; corners in any order.
std::optional<CellRange> parseRange(std::string_view text);

} // namespace ffp
