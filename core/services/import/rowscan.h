// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/sheetlayout.h"

namespace ffp::imports {

/// A row that holds data: its place among the stored rows of the sheet, and its number.
struct DataRow {
    qsizetype stored = 0;
    int number = 0;
};

struct RowScan {
    std::vector<DataRow> rows;
    qint64 blank = 0;   ///< between header and last row
    qint64 notData = 0; ///< totals, footers, repeated headers
};

/// Sorts out the rows below the header (T-13): blank, total and footer rows and repeated headers are noted
/// and left out; hidden rows and merged ranges are noted.
RowScan scanRows(const SheetLayout &layout, FindingBook &book);

} // namespace ffp::imports
