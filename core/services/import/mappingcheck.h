// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/sheetlayout.h"

#include <vector>

namespace ffp::imports {

/// InvalidArgument about field "mapping" of "import", with args header, field, header, field …: all fields
/// that no kind of file has.
Result<> checkFields(const QMap<QString, QString> &mapping);

/// For a file that was not recognised: InvalidArgument about field "mapping_headers" of "import", with the
/// headers of the mapping that stand in none of its header rows as args, which are the likely cause;
/// `otherwise` when all are there.
Error whyNotRecognised(const QMap<QString, QString> &mapping, const Workbook &workbook,
                       const Error &otherwise);

/// A file of a run, with the findings about it.
struct MappedFile {
    const SheetLayout &layout;
    FindingBook &book;
};
/// Notes each entry that changes nothing in any of the files: its header is in none of them (noted with the
/// first file), or its field is none of such files (noted with the first one that has the header).
void noteUnused(const QMap<QString, QString> &mapping, const std::vector<MappedFile> &files);

} // namespace ffp::imports
