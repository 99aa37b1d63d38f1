// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/workbook.h"

class QFile;

namespace ffp {

/// Comma, semicolon or tab separated text (RFC 4180, quotes optional, records over several lines,
/// any line ending). A row is a record; every cell is Text. Encodings: a byte order mark decides
/// between UTF-8 and UTF-16; without one the whole file must be right UTF-8 or right GB18030.
/// Errors as readWorkbook(): WrongEncoding (subject.row where known), NotAWorkbook for binary
/// content, TruncatedFile when a quote is never closed.
Result<Workbook> readCsv(QFile &file, const ReadOptions &options, Progress &progress);

} // namespace ffp
