// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/workbook.h"

class QFile;

namespace ffp {

/// The tables of an HTML page, as web systems write them under the name .xls; one below the other on one
/// sheet, as spreadsheet programs show them. Every cell is Text, except those with a number beside the shown
/// text
/// (`x:num`). Cells over several rows or columns are merged ranges, rows that are not displayed hidden ones.
/// Encodings as readCsv(): what the page says of its encoding is often wrong. Errors as readWorkbook():
/// NotAWorkbook ("html") for a page without a table, TruncatedFile when a table is never closed.
Result<Workbook> readHtml(QFile &file, const ReadOptions &options, Progress &progress);

} // namespace ffp
