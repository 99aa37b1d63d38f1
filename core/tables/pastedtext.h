// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/workbook.h"

#include <QStringList>

namespace ffp {

/// Rows of what a spreadsheet program puts on the clipboard as text: cells end with a tab, rows with a line
/// break; a cell in quotation marks may hold both, "" is one of them. Blank rows are left out, each row has
/// as many cells as the longest. TooLarge beyond kLargestPaste characters or kMostPastedRows rows;
/// WrongEncoding for a text with NUL characters, which is no text; TruncatedFile for a quotation mark that is
/// never closed.
Result<QList<QStringList>> rowsOfPaste(QStringView text);

inline constexpr qsizetype kLargestPaste = 4 << 20;
inline constexpr qsizetype kMostPastedRows = 1'000;

/// The same rows as a workbook with one sheet, for what reads files. TooLarge as SheetBuilder.
Result<Workbook> workbookOf(const QList<QStringList> &rows);

} // namespace ffp
