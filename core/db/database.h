// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

class QSqlDatabase;
struct sqlite3;

namespace ffp {

class StatementPool;

/// One site file. Hands out one connection per thread (created on first use, closed with the thread
/// or the Database), each opened with the pragmas of exchange.md §8.1. Connections of other threads
/// must be idle when the Database goes.
class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };
    /// Page cache of a connection; a county's file is some hundred MiB.
    static constexpr int kCacheMib = 16;

    /// Opens without looking at what is inside; see openSiteFile() of core/schema for site files.
    /// `create` makes a missing file (AlreadyExists when there is one); without it a missing file is
    /// FileUnreadable. Kinds: also NotOurFile (not SQLite), Damaged, Busy, FileUnwritable.
    static Result<std::unique_ptr<Database>> open(const QString &path, Mode mode, bool create = false);

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const;
    Mode mode() const;
    /// The calling thread's connection; not open when it could not be opened (statements then fail).
    QSqlDatabase connection() const;
    /// Raw handle of the calling thread's connection, for bulk paths, backup, authorizer; same SQLite
    /// library. nullptr when the connection could not be opened.
    sqlite3 *handle() const;
    /// Idle statements of the calling thread's connection, for Statement and Query; null when it could not be
    /// opened.
    std::shared_ptr<StatementPool> statements() const;
    /// Closes the calling thread's connection; the next use opens a new one.
    void closeThread();
    /// Ends all connections. The last writer puts the WAL away so that the site is one file (§8.1);
    /// Busy when another process still reads it (nothing is lost then, the WAL stays).
    Result<> close();

private:
    friend class WriterLock;
    struct Private;
    explicit Database(std::shared_ptr<Private> d);
    std::shared_ptr<Private> d;
};

/// The last failed write of this connection failed because disk, quota or file system had no more room.
/// SQLite says so itself only when the system said ENOSPC.
bool ranOutOfRoom(sqlite3 *handle);
/// What SQLite said on the calling thread's connection, as an Error: DiskFull, Busy, Damaged, NotOurFile,
/// FileUnreadable, FileUnwritable, Cancelled (interrupted) or Database.
Error sqliteError(sqlite3 *handle, const QString &what);

/// Only one writer at a time in the process and file. The UI thread (the thread of the application
/// object) never waits: Busy at once. Workers wait. Taking it twice in one thread is Internal.
class WriterLock
{
public:
    static Result<WriterLock> take(const Database &db);
    WriterLock(WriterLock &&other) noexcept;
    WriterLock &operator=(WriterLock &&) = delete;
    ~WriterLock();

private:
    explicit WriterLock(std::shared_ptr<Database::Private> d);
    std::shared_ptr<Database::Private> d;
};

} // namespace ffp
