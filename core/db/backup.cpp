// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/backup.h"

#include "core/base/systemerror.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace ffp {
namespace {

constexpr int kPagesPerStep = 2048; // 8 MiB: some milliseconds, so that cancel and progress answer at once

Error backupError(sqlite3 *copy, int code, const QString &target, const char *words)
{
    const bool full = (code & 0xff) == SQLITE_FULL
                      || ((code & 0xff) == SQLITE_IOERR && copy && ranOutOfRoom(copy));
    return Error::onFile(full ? ErrorKind::DiskFull : ErrorKind::BackupFailed, target,
                         QString::fromUtf8(words));
}

Result<> copyPages(sqlite3 *from, sqlite3 *to, const QString &target, Progress &progress)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup)
        return fail(backupError(to, sqlite3_errcode(to), target, sqlite3_errmsg(to)));
    int code = SQLITE_OK;
    bool cancelled = progress.cancelled();
    while (code == SQLITE_OK && !cancelled) {
        code = sqlite3_backup_step(backup, kPagesPerStep);
        const int total = sqlite3_backup_pagecount(backup);
        progress.report("backup", total - sqlite3_backup_remaining(backup), total);
        cancelled = progress.cancelled();
    }
    const int finished = sqlite3_backup_finish(backup);
    if (cancelled)
        return fail(ErrorKind::Cancelled);
    if (code != SQLITE_DONE)
        return fail(backupError(to, code, target, sqlite3_errstr(code)));
    if (finished != SQLITE_OK)
        return fail(backupError(to, finished, target, sqlite3_errmsg(to)));
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
    // A copy that breaks off is thrown away as a whole: it needs no journal, no syncs on the way and, as no
    // page is read again, no cache.
    constexpr const char *kOneWay = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-64;"
                                    " PRAGMA locking_mode=EXCLUSIVE";
    Result<> result;
    if (opened != SQLITE_OK || !db.handle()
        || sqlite3_exec(copy, kOneWay, nullptr, nullptr, nullptr) != SQLITE_OK)
        result = fail(backupError(copy, opened, target, copy ? sqlite3_errmsg(copy) : "no memory"));
    else
        result = copyPages(db.handle(), copy, target, progress);
    // The copy takes over the WAL flag of the original's header: put it away, the copy is one file.
    if (result && sqlite3_exec(copy, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr) != SQLITE_OK)
        result = fail(backupError(copy, sqlite3_errcode(copy), target, sqlite3_errmsg(copy)));
    const int closed = sqlite3_close(copy);
    if (result && closed != SQLITE_OK)
        result = fail(backupError(nullptr, closed, target, "close"));
    if (!result) {
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(target + QLatin1String(suffix));
    }
    return result;
}

Result<> syncFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return fail(Error::onFile(ErrorKind::BackupFailed, path, file.errorString()));
    if (::fsync(file.handle()) != 0) {
        const bool full = isNoRoom(errno); // shares say so at the end only
        return fail(Error::onFile(full ? ErrorKind::DiskFull : ErrorKind::BackupFailed, path,
                                  QStringLiteral("fsync")));
    }
    return {};
}

Result<> moveIntoPlace(const QString &from, const QString &to, IfTaken ifTaken)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    const unsigned flags = ifTaken == IfTaken::Refuse ? RENAME_NOREPLACE : 0;
    int failed = ::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), flags);
    // File systems without RENAME_NOREPLACE (a stick's, say) say EINVAL.
    if (failed != 0 && errno == EINVAL && ifTaken == IfTaken::Refuse && !QFile::exists(to))
        failed = ::rename(source.constData(), target.constData());
    if (failed != 0) {
        const int why = errno;
        return fail(Error::onFile(why == EEXIST ? ErrorKind::AlreadyExists : ErrorKind::FileUnwritable, to,
                                  QString::fromLocal8Bit(::strerror(why))));
    }
    const int folder = ::open(QFile::encodeName(QFileInfo(to).absolutePath()).constData(),
                              O_RDONLY | O_DIRECTORY);
    if (folder < 0 || ::fsync(folder) != 0) {
        // FAT and some shares cannot sync folders; anything else is a fault of the disk.
        const int why = errno;
        if (folder >= 0)
            ::close(folder);
        return why == EINVAL || why == ENOSYS || why == EACCES
                   ? Result<>()
                   : Result<>(fail(
                       Error::onFile(ErrorKind::FileUnwritable, to, QStringLiteral("fsync of the folder"))));
    }
    ::close(folder);
    return {};
}

} // namespace ffp
