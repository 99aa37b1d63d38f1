// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/reports/document.h"

namespace ffp {

enum class OutputFormat { Xlsx, CsvUtf8, CsvGb18030 };

/// Writes a document as a workbook or as csv (forms.md §4.4): title, head, rows, total; page subtotals
/// belong to pages and are left out. Text stays text, and what looks like a formula in a csv gets an
/// apostrophe in front. Appears under `path` only when complete; returns the number of rows.
/// Cancelled, FileUnwritable, DiskFull, TooLarge.
Result<qint64> writeTableFile(const TableDocument &document, const QString &path, OutputFormat format,
                              Progress &progress);

/// By the ending .xlsx or .csv (UTF-8 with BOM); nothing for other endings.
std::optional<OutputFormat> outputFormatOf(const QString &path);

} // namespace ffp
