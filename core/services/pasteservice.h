// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importservice.h"

namespace ffp {

/// Rows of a spreadsheet on their way into one household: its members, or visits to it.
struct Paste {
    enum class Into { Members, Visits };
    Into into = Into::Members;
    RecordId household;
    QStringList fields; ///< what each column goes into, as in ImportOptions::mapping; "" = only kept
    QList<QStringList> rows;
};

/// Pasting goes the way of a file: the same preview, the same rules, one change that can be taken back. Only,
/// nothing is set aside: rows with an error have to be corrected or taken out first.
class PasteService
{
public:
    explicit PasteService(Session &session);
    ~PasteService();

    /// What a column can go into; what the household itself tells is not asked for.
    static std::vector<ImportTarget> targets(Paste::Into into);
    /// Rows of a text from the clipboard, see core/tables/pastedtext.h for its errors; without a header row
    /// when it has one, with what its columns seem to be. InvalidValue about "paste" for a text without rows.
    static Result<Paste> read(const QString &text, Paste::Into into, RecordId household, QDate today);

    /// Judges the rows; writes nothing. Rows of findings count from 1 in the order of `paste`. MissingColumn
    /// (args = names) when something that must be there has no column; NotFound for the household;
    /// InvalidValue about household_no for one without a number of the register.
    Result<FilePreview> preview(const Paste &paste, Progress &progress);
    /// Writes the last preview whole. InvalidValue about "paste" when a row of it has an error; else as
    /// ImportService::apply().
    Result<ImportResult> apply(Progress &progress);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ffp
