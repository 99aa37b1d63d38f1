// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/sheetimport.h"
#include "core/tables/plaintable.h"

namespace ffp::imports {

/// The rows that a file left behind, as they were: title rows, header, the rows, and two columns more, the
/// row number and the reasons (`options.wording` words them). It can be corrected and imported again.
Result<> writeSetAside(PlainTable &table, const SheetImport &sheet, const ImportOptions &options);

} // namespace ffp::imports
