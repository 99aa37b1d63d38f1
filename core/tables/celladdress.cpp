// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/celladdress.h"

#include <algorithm>
#include <limits>

namespace ffp {

QString columnLetters(int column)
{
    QString letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.prepend(QChar(u'A' + (column - 1) % 26));
    return letters;
}

bool parseAddress(std::string_view text, int &row, int &column)
{
    size_t i = 0;
    int c = 0;
    for (; i < text.size(); ++i) {
        if (text[i] == '$')
            continue;
        const char letter = char(text[i] & ~0x20);
        if (letter < 'A' || letter > 'Z')
            break;
        c = c * 26 + (letter - 'A' + 1);
        if (c > 16'384)
            return false;
    }
    qint64 r = 0;
    for (; i < text.size(); ++i) {
        if (text[i] == '$')
            continue;
        if (text[i] < '0' || text[i] > '9')
            return false;
        r = r * 10 + (text[i] - '0');
        if (r > std::numeric_limits<int>::max())
            return false;
    }
    if (c == 0)
        return false;
    row = int(r);
    column = c;
    return true;
}

std::optional<CellRange> parseRange(std::string_view text)
{
    const size_t colon = text.find(':');
    const std::string_view first = text.substr(0, colon);
    const std::string_view last = colon == std::string_view::npos ? first : text.substr(colon + 1);
    CellRange range;
    if (!parseAddress(first, range.firstRow, range.firstColumn)
        || !parseAddress(last, range.lastRow, range.lastColumn) || range.firstRow < 1 || range.lastRow < 1)
        return std::nullopt;
    if (range.firstRow > range.lastRow)
        std::swap(range.firstRow, range.lastRow);
    if (range.firstColumn > range.lastColumn)
        std::swap(range.firstColumn, range.lastColumn);
    return range;
}

} // namespace ffp
