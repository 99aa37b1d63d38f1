// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/workbook.h"

namespace ffp {

/// Excel 97-2003 (BIFF8, and BIFF5) from an OLE2 file. Errors as readWorkbook().
Result<Workbook> readXls(const QString &path, const ReadOptions &options, Progress &progress);

} // namespace ffp
