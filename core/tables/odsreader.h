// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/workbook.h"

namespace ffp {

class ZipFile;

/// OpenDocument spreadsheet (ISO 26300) from a zip with that mimetype. Errors as readWorkbook().
Result<Workbook> readOds(ZipFile &zip, const ReadOptions &options, Progress &progress);

} // namespace ffp
