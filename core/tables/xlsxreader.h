// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/workbook.h"

namespace ffp {

class ZipFile;

/// Office Open XML (ECMA-376), transitional and strict, from a zip that has [Content_Types].xml.
/// Errors as readWorkbook().
Result<Workbook> readXlsx(ZipFile &zip, const ReadOptions &options, Progress &progress);

} // namespace ffp
