// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/log/logcipher.h"
#include "core/services/import/sheetimport.h"
#include "core/tables/plaintable.h"

namespace ffp::imports {

/// Where an import happens and who does it.
struct Office {
    Database &db;
    const LogCipher &cipher;
    Log &log;
    const Clock &clock;
    const DivisionTable &divisions;
    AreaCode area;
    OfficialId actor;
    QString actorName;
};

/// Files on their way into the register. Invariants (tests in tests/core/services/tst_import*.cpp):
///  1. preview() changes nothing; of several files each is judged as if those before it were in already (they
///     are written into a transaction that is rolled back).
///  2. apply() writes what preview() showed: when the register has changed in between, it writes nothing
///     (Conflict).
///  3. The files of one run are one change of the log: all of each (less its set-aside rows), or nothing.
///  4. A file that changes nothing writes nothing, not even a batch.
///  5. The report of set-aside rows is complete before anything is written, and takes its name after.
class ImportRun
{
public:
    explicit ImportRun(Office office);
    ~ImportRun();

    Result<std::vector<FilePreview>> preview(const QStringList &files, const ImportOptions &options,
                                             Progress &progress);
    /// Rows of known households that come from no file. `name` is what the history calls them.
    Result<FilePreview> previewPart(const QString &name, Workbook workbook, const ImportOptions &options,
                                    Progress &progress);
    /// See ImportService::look().
    static Result<FilePreview> look(const QString &file, const ImportOptions &options, Progress &progress);
    /// Judges the files of the last preview again, with other choices; nothing is read anew. When it fails,
    /// the last preview stays.
    Result<std::vector<FilePreview>> choose(const QMap<QString, ImportChoice> &choices, const QString &reason,
                                            Progress &progress);
    Result<std::vector<FilePreview>> apply(Progress &progress);
    /// Whether apply() would write anything.
    bool changesAnything() const;
    /// InvalidValue about the reason when a side was chosen somewhere and nobody said why; the preview stays.
    Result<> checkReason() const;
    /// Report files of a preview that is not applied; their paths, in the order of files.
    Result<QStringList> writeReports() const;

private:
    struct File;
    /// `alone`: the run has no other file.
    Result<std::unique_ptr<File>> read(const QString &path, bool alone, Progress &progress) const;
    Result<std::unique_ptr<File>> recognised(std::unique_ptr<File> file, bool alone) const;
    Result<> judge(File &file, Progress &progress) const;
    Result<> judgeAll(Progress &progress);
    Result<> judgeAllButLastWritten(Progress &progress);
    Result<std::vector<FilePreview>> previews() const;
    Result<> writeBatch(const File &file, ChangeWriter &writer, RecordId batch) const;
    /// Complete, but under a name of its own still; null when there is nothing to write.
    Result<std::unique_ptr<PlainTable>> makeReport(size_t index, const SheetImport &sheet) const;
    Result<qint64> lastChange() const;
    static QString reportPathOf(const QString &wanted, size_t index);

    Office m_office;
    ImportOptions m_options;
    std::vector<std::unique_ptr<File>> m_files;
    qint64 m_seenChange = 0;
};

/// File name for the batch record and the history: without digits that may be somebody's number (T-21).
QString harmlessFileName(const QString &path);

} // namespace ffp::imports
