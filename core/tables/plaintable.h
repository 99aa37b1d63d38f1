// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <memory>

namespace ffp {

/// Rows of texts as an xlsx or csv (UTF-8 with BOM), told by the suffix; for files that people correct and
/// give back, so every cell is a text as it is: digits keep their zeros. What a spreadsheet program would
/// take for a formula gets an apostrophe in front in a csv; withoutNeutraliser() takes it away again.
/// FileUnwritable, DiskFull; InvalidArgument for another suffix; TooLarge beyond the rows of a sheet.
class PlainTable
{
public:
    static Result<std::unique_ptr<PlainTable>> create(const QString &path);
    virtual ~PlainTable() = default;

    virtual Result<> addRow(const QStringList &cells) = 0;
    /// The file is complete, under a name of its own; publish() gives it the wanted one.
    virtual Result<> finish() = 0;
    virtual Result<> publish() = 0;
};

} // namespace ffp
