// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/ledgerreport.h"
#include "core/services/tableservice.h"

namespace ffp {

/// A table of TableService as a document: heads, rows, totals, and below it what each figure means. S-class
/// values are shortened unless `request.sensitiveShown`.
TableDocument tableDocument(const TableRequest &request, const TableAnswer &answer,
                            const LedgerOffice &office, Language language = Language::Chinese);

/// Header of a column: "耕地面积（亩）合计".
QString tableHeadText(const TableHead &head, Language language);

struct AdHocTables {
    TableDocument printed;               ///< Chinese
    std::optional<TableDocument> screen; ///< the same in another language; empty = printed
};
/// Reads and makes it; kinds of TableService::make().
Result<AdHocTables> makeTable(Session &session, const TableRequest &request, Language language,
                              Progress &progress);
/// Access log: the table left the program.
Result<> recordTableUse(Session &session, const TableRequest &request, const QString &how, int pages);

} // namespace ffp
