// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/backup.h"

#include <QFile>

#include <sqlite3.h>
#include <unistd.h>

namespace ffp {
namespace {

constexpr int kPagesPerStep = 2048; // 8 MiB: some milliseconds, so that cancel and progress answer at once

Error backupError(int code, const QString &target, const char *words)
{
    const ErrorKind kind = (code & 0xff) == SQLITE_FULL ? ErrorKind::DiskFull : ErrorKind::BackupFailed;
    return Error::onFile(kind, target, QString::fromUtf8(words));
}

Result<> copyPages(sqlite3 *from, sqlite3 *to, const QString &target, Progress &progress)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup)
        return fail(backupError(sqlite3_errcode(to), target, sqlite3_errmsg(to)));
    int code = SQLITE_OK;
    bool cancelled = false;
    while ((code = sqlite3_backup_step(backup, kPagesPerStep)) == SQLITE_OK) {
        const int total = sqlite3_backup_pagecount(backup);
        progress.report("backup", total - sqlite3_backup_remaining(backup), total);
        if ((cancelled = progress.cancelled()))
            break;
    }
    const int finished = sqlite3_backup_finish(backup);
    if (cancelled)
        return fail(ErrorKind::Cancelled);
    if (code != SQLITE_DONE)
        return fail(backupError(code, target, sqlite3_errstr(code)));
    if (finished != SQLITE_OK)
        return fail(backupError(finished, target, sqlite3_errmsg(to)));
    return {};
}

Result<> syncFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || ::fsync(file.handle()) != 0)
        return fail(Error::onFile(ErrorKind::BackupFailed, path, QStringLiteral("fsync")));
    return {};
}

} // namespace

Result<> copyDatabase(const Database &db, const QString &target, Progress &progress)
{
    if (QFile::exists(target))
        return fail(Error::onFile(ErrorKind::AlreadyExists, target));
    sqlite3 *copy = nullptr;
    const int opened = sqlite3_open_v2(QFile::encodeName(target).constData(), &copy,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Result<> result;
    if (opened != SQLITE_OK || !db.handle())
        result = fail(backupError(opened, target, copy ? sqlite3_errmsg(copy) : "no memory"));
    else
        result = copyPages(db.handle(), copy, target, progress);
    // The copy takes over the WAL flag of the original's header: put it away, the copy is one file.
    if (result && sqlite3_exec(copy, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr) != SQLITE_OK)
        result = fail(backupError(sqlite3_errcode(copy), target, sqlite3_errmsg(copy)));
    const int closed = sqlite3_close(copy);
    if (result && closed != SQLITE_OK)
        result = fail(backupError(closed, target, "close"));
    if (result)
        result = syncFile(target);
    if (!result) {
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(target + QLatin1String(suffix));
    }
    return result;
}

} // namespace ffp
