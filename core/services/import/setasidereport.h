// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/sheetimport.h"
#include "core/tables/plaintable.h"

namespace ffp::imports {

/// The rows that a file left behind, as they were: title rows, header, the rows, and three columns more, the
/// row number, the reasons (`options.wording` words them) and what the row is known again by when the report
/// was corrected and is imported.
Result<> writeSetAside(PlainTable &table, const SheetImport &sheet, const ImportOptions &options);

} // namespace ffp::imports
