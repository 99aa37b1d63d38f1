// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/logcheck.h"
#include "core/services/session.h"

namespace ffp {

struct VerifyReport {
    bool ok = true;
    qint64 ops = 0;
    qint64 records = 0; ///< compared with the log; 0 without `full`
    std::vector<Fault> faults;
    /// Whether the log still holds everything, so that computing the tables anew is the cure; else a backup.
    bool curedByRebuild() const;
};

struct BackupReport {
    QString path;
    qint64 bytes = 0;
    bool verified = false;
};

/// Integrity, rebuild, backup and restore (exchange.md §9.4, §17.4). All of it may run in a worker thread.
class MaintenanceService
{
public:
    explicit MaintenanceService(Session &session) : m_session(session) {}

    /// Hash chains, op ids, commits, signatures, registry and keys, and (full) indexes and that the tables
    /// equal the log. Read-only, sees one state of the file. Locked; Cancelled.
    ///
    /// Codes of the faults: those of LogCheck; "sqlite" (pages, indexes, references), "schema" (a trigger, or
    /// a table or column missing), "registry" (its tables are not what the signed entries say), "key",
    /// "attachment", "projection" (a row is not what the log says) and "tail" (the log ended later when this
    /// PC last saw it).
    Result<VerifyReport> verify(bool full, Progress &progress);

    /// Recomputes every table that is computed from the log in one transaction, after an automatic backup;
    /// returns the number of rows that differed. Damaged (args[0] = code, args[1] = where) when the log
    /// itself is broken: then only a backup helps. Locked; BackupFailed; DiskFull; Cancelled.
    Result<qint64> rebuild(Progress &progress);

    /// Online copy, checked by opening it; `out` is replaced only when complete. DiskFull, BackupFailed (also
    /// when `out` is the site's own file), FileUnwritable, Damaged (the site's file is), Cancelled.
    Result<BackupReport> backup(const QString &out, Progress &progress);

    /// Backup into the folder beside the file (see BackupFolder). `reason` "daily" or "close": one of the
    /// daily ones; any other, such as "import" or "rebuild": one of those before something.
    Result<BackupReport> automaticBackup(const QString &reason, Progress &progress);
    /// Whether there is something new since the last automatic backup, and none of today's date.
    Result<bool> dailyBackupDue() const;
    /// Newest first.
    QStringList automaticBackups() const;

    /// Checks `backupFile` and copies it to `newPath` (AlreadyExists when taken; RemovableDrive); an older
    /// version is brought up to date in the copy. The next open() begins a new incarnation and says so
    /// (Notice::OlderBackup). NotOurFile, NewerVersion, Damaged, FileUnreadable, DiskFull. Needs no session.
    static Result<BackupReport> restore(const QString &backupFile, const QString &newPath,
                                        Progress &progress);

private:
    Result<> checkSchema(VerifyReport &report) const;
    Result<> compareProjection(VerifyReport &report, Progress &progress) const;
    Result<> checkCases(const Registry &registry, VerifyReport &report, Progress &progress) const;
    Session &m_session;
};

} // namespace ffp
