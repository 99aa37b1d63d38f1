// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/outputfile.h"

#include <xlsxwriter.h>

namespace ffp {

/// workbook_close() that sees what the library overlooks: it writes the sheets into temporary files first and
/// does not look whether they got there, so that a disk that fills up leaves a sheet that ends in the middle
/// and is called good. Frees the workbook in any case. DiskFull, FileUnwritable.
Result<> closeWorkbook(lxw_workbook *workbook, const OutputFile &output);

} // namespace ffp
