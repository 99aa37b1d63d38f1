// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/importtypes.h"
#include "core/services/session.h"

namespace ffp {

struct ImportResult {
    qint64 batch = 0; ///< change id of the whole import; 0 = nothing changed
    std::vector<FilePreview> files;
    QString report; ///< the first file of set-aside rows, empty = none; each file names its own
};

/// Import in two steps: preview() reads and judges, apply() writes exactly what was shown. All of it may run
/// in worker threads, one call at a time.
class ImportService
{
public:
    explicit ImportService(Session &session);
    ~ImportService();

    /// What a column of a file of this kind (FilePreview::kind) can go into; empty for an unknown kind.
    static std::vector<ImportTarget> targets(const QString &kind);
    /// Ids of the fields that these headers of such a file are known by, "" = none.
    static QStringList fieldsOf(const QString &kind, const QStringList &headers);
    /// For a file that preview() refuses as UnknownFileKind or MissingColumn: what is known of it, so that
    /// somebody can say the kind and the missing columns (ImportOptions::kinds and mapping). Columns, fields,
    /// first rows, sheet and kind only; the kind is blank when nothing tells it. The preview stays as it is.
    static Result<FilePreview> look(const QString &file, const ImportOptions &options, Progress &progress);
    /// Reads and judges `files` in this order, each as if those before it were in already; writes nothing.
    /// The error of a file that cannot be read at all names it: FileUnreadable, NotAWorkbook,
    /// PasswordProtected, TruncatedFile, TooLarge, WrongEncoding, UnknownFileKind, MissingColumn (args[0] =
    /// header), InvalidArgument (option, sheet, mapping), Cancelled; then no file is kept.
    Result<std::vector<FilePreview>> preview(const QStringList &files, const ImportOptions &options,
                                             Progress &progress);
    /// The last preview with other choices between file and register (ImportOptions::choices); `reason` goes
    /// into the history. InvalidArgument without a preview, Conflict when the register has changed since,
    /// InvalidValue for a reason with somebody's number in it, Cancelled; the last preview stays then.
    Result<std::vector<FilePreview>> choose(const QMap<QString, ImportChoice> &choices, const QString &reason,
                                            Progress &progress);
    /// Writes the last preview in one change, after an automatic backup: every file whole (less its set-aside
    /// rows), or nothing. InvalidValue about the reason of choices, the last preview stays then;
    /// BackupFailed, Conflict when the register has changed since the preview, NotAllowed, DiskFull,
    /// Cancelled; a new preview is needed afterwards in any case.
    Result<ImportResult> apply(Progress &progress);
    /// Writes the set-aside rows of the last preview without importing anything; paths in the order of files.
    Result<QStringList> writeReports() const;
    /// Takes an import back as a whole. NotFound when `batch` is no import; NotAllowed when it is another
    /// person's and the user no administrator; Blocked names the newer facts, or the change that has taken it
    /// back already.
    Result<> undo(qint64 batch);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ffp
