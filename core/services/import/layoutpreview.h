// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/sheetlayout.h"

namespace ffp::imports {

inline constexpr size_t kFirstRows = 20;

/// Sheet, header row, columns and first rows of a file that is read as `layout`; `rows` are those of the
/// first rows as Sheet::storedCell() counts. S-class values are masked.
void showLayout(FilePreview &out, const SheetLayout &layout, const std::vector<qsizetype> &rows,
                Language language);

/// What is known of a file that recognise() refuses as UnknownFileKind or MissingColumn: its sheets, the row
/// that looks like a header, its columns as far as they are known, and first rows. `kind` is blank when
/// neither the file nor the options tell it. InvalidArgument as recognise().
Result<FilePreview> lookAt(const Workbook &workbook, const QString &file, const ImportOptions &options);

} // namespace ffp::imports
