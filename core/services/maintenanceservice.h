// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

namespace ffp {

struct Fault {
    QString code;  ///< "chain", "op_id", "commit", "projection", "case_state", "sqlite", …
    QString where; ///< table, row, stream – no S-class data
    QString message;
};

struct VerifyReport {
    bool ok = true;
    qint64 ops = 0;
    qint64 records = 0;
    std::vector<Fault> faults;
};

struct BackupReport {
    QString path;
    qint64 bytes = 0;
    bool verified = false;
};

/// Integrity, rebuild, backup and restore (exchange.md §9.4, §17.4).
class MaintenanceService
{
public:
    explicit MaintenanceService(Session &session) : m_session(session) {}

    /// Hash chains, op ids, commits, and (full) that tables equal the log. Read-only.
    Result<VerifyReport> verify(bool full, Progress &progress);
    /// Recomputes every projected table from the log in one transaction; returns the number of rows that
    /// differed.
    Result<qint64> rebuild(Progress &progress);
    /// Online copy, checked by opening it; `out` is replaced only when complete.
    Result<BackupReport> backup(const QString &out, Progress &progress);
    /// Daily and weekly rotation (7 daily, 8 weekly, last 3 before imports) into the backup folder beside the
    /// file.
    Result<BackupReport> automaticBackup(const QString &reason, Progress &progress);
    /// Checks `backupFile` and copies it to `newPath` (AlreadyExists when taken). Needs no session.
    static Result<BackupReport> restore(const QString &backupFile, const QString &newPath,
                                        Progress &progress);

private:
    Session &m_session;
};

} // namespace ffp
