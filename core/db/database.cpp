// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/database.h"

#include "core/base/systemerror.h"
#include "core/db/statementpool.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include <sqlite3.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace ffp {
namespace {

constexpr char kFileMagic[] = "SQLite format 3"; // with its final zero: the first 16 bytes of every file
constexpr int kBusyTimeoutMs = 5000;

QString nextConnectionName()
{
    static std::atomic<quint64> counter{0};
    return QStringLiteral("ffp-%1").arg(++counter);
}

sqlite3 *handleOf(const QSqlDatabase &connection)
{
    if (!connection.isOpen())
        return nullptr;
    const QVariant handle = connection.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

Result<> runPragma(sqlite3 *handle, const char *sql)
{
    if (sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(sqliteError(handle, QString::fromLatin1(sql)));
    return {};
}

Result<> applyPragmas(sqlite3 *handle, Database::Mode mode)
{
    // exchange.md §8.1. journal_mode is a property of the file and needs write access.
    static constexpr const char *kEvery[] = {
        "PRAGMA foreign_keys=ON",    "PRAGMA temp_store=MEMORY",  "PRAGMA secure_delete=ON",
        "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA synchronous=FULL",
    };
    for (const char *sql : kEvery)
        FFP_TRY(runPragma(handle, sql));
    const QByteArray cache = "PRAGMA cache_size=-" + QByteArray::number(Database::kCacheMib * 1024);
    FFP_TRY(runPragma(handle, cache.constData()));
    if (mode == Database::Mode::ReadWrite)
        FFP_TRY(runPragma(handle, "PRAGMA journal_mode=WAL"));
    return {};
}

} // namespace

struct Database::Private {
    QString path;
    Mode mode = Mode::ReadWrite;

    std::mutex mutex;
    struct Connection {
        QString name;
        std::shared_ptr<StatementPool> statements;
    };
    std::map<std::thread::id, Connection> connections; // of each thread
    bool closed = false;

    std::mutex writerMutex;
    std::condition_variable writerFree;
    std::thread::id writer; // default = nobody

    Result<> openConnection(const QString &name, bool create) const;
    static Connection adopt(const std::shared_ptr<Private> &d, const QString &name);
    void drop(std::thread::id thread);
    static Connection connectionOf(const std::shared_ptr<Private> &d);
};

namespace {

/// Closes a thread's connections when the thread ends.
struct ThreadConnections {
    std::vector<std::pair<std::weak_ptr<void>, std::function<void()>>> closers;
    ~ThreadConnections()
    {
        for (auto &[alive, close] : closers)
            if (const auto held = alive.lock())
                close();
    }
};
thread_local ThreadConnections threadConnections;

} // namespace

Result<> Database::Private::openConnection(const QString &name, bool create) const
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    if (!connection.isValid())
        return fail(ErrorKind::Internal, QStringLiteral("the QSQLITE driver is missing"));
    connection.setDatabaseName(path);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyTimeoutMs);
    if (mode == Mode::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    connection.setConnectOptions(options);
    if (!create && !QFileInfo::exists(path))
        return fail(Error::onFile(ErrorKind::FileUnreadable, path, QStringLiteral("no such file")));
    if (!connection.open())
        return fail(Error::onFile(ErrorKind::FileUnreadable, path, connection.lastError().text()));
    sqlite3 *handle = handleOf(connection);
    if (!handle)
        return fail(ErrorKind::Internal, QStringLiteral("the driver gives no usable handle"));
    sqlite3_extended_result_codes(handle, 1);
    return applyPragmas(handle, mode);
}

/// Makes `name` the calling thread's connection, to be closed with the thread.
Database::Private::Connection Database::Private::adopt(const std::shared_ptr<Private> &d, const QString &name)
{
    const std::thread::id self = std::this_thread::get_id();
    const Connection connection{name, std::make_shared<StatementPool>()};
    {
        const std::lock_guard lock(d->mutex);
        d->connections.emplace(self, connection);
    }
    threadConnections.closers.emplace_back(d, [p = d.get(), self] { p->drop(self); });
    return connection;
}

void Database::Private::drop(std::thread::id thread)
{
    Connection connection;
    {
        const std::lock_guard lock(mutex);
        const auto it = connections.find(thread);
        if (it == connections.end())
            return;
        connection = it->second;
        connections.erase(it);
    }
    connection.statements->close();
    QSqlDatabase::removeDatabase(connection.name);
}

Database::Database(std::shared_ptr<Private> d_) : d(std::move(d_)) {}

Result<std::unique_ptr<Database>> Database::open(const QString &path, Mode mode, bool create)
{
    const QFileInfo info(path);
    if (create && info.exists())
        return fail(Error::onFile(ErrorKind::AlreadyExists, path));
    if (!create) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(Error::onFile(ErrorKind::FileUnreadable, path, file.errorString()));
        if (file.read(sizeof kFileMagic) != QByteArray(kFileMagic, sizeof kFileMagic))
            return fail(Error::onFile(ErrorKind::NotOurFile, path, QStringLiteral("not an SQLite file")));
        if (mode == Mode::ReadWrite && !info.isWritable())
            return fail(Error::onFile(ErrorKind::FileUnwritable, path));
    }
    auto d = std::make_shared<Private>();
    d->path = path;
    d->mode = mode;
    const QString name = nextConnectionName();
    if (Result<> opened = d->openConnection(name, create); !opened) {
        QSqlDatabase::removeDatabase(name);
        Error error = std::move(opened.error());
        error.subject.file = path;
        return fail(std::move(error));
    }
    Private::adopt(d, name);
    return std::unique_ptr<Database>(new Database(std::move(d)));
}

Database::~Database()
{
    // The destructor cannot report; close() before it when the outcome matters.
    (void)close();
}

const QString &Database::path() const
{
    return d->path;
}

Database::Mode Database::mode() const
{
    return d->mode;
}

/// The calling thread's connection, opened when there is none; empty when that is not possible.
Database::Private::Connection Database::Private::connectionOf(const std::shared_ptr<Private> &d)
{
    {
        const std::lock_guard lock(d->mutex);
        if (d->closed)
            return {};
        if (const auto it = d->connections.find(std::this_thread::get_id()); it != d->connections.end())
            return it->second;
    }
    const QString name = nextConnectionName();
    if (Result<> opened = d->openConnection(name, true); !opened) {
        qWarning("database connection: %s", qPrintable(opened.error().detail));
        QSqlDatabase::removeDatabase(name);
        return {};
    }
    return adopt(d, name);
}

QSqlDatabase Database::connection() const
{
    const Private::Connection own = Private::connectionOf(d);
    return own.statements ? QSqlDatabase::database(own.name, false) : QSqlDatabase();
}

std::shared_ptr<StatementPool> Database::statements() const
{
    return Private::connectionOf(d).statements;
}

sqlite3 *Database::handle() const
{
    return handleOf(connection());
}

void Database::closeThread()
{
    d->drop(std::this_thread::get_id());
}

Result<> Database::close()
{
    {
        const std::lock_guard lock(d->mutex);
        if (d->closed)
            return {};
    }
    const std::thread::id self = std::this_thread::get_id();
    std::vector<std::thread::id> others;
    {
        const std::lock_guard lock(d->mutex);
        for (const auto &[thread, name] : d->connections)
            if (thread != self)
                others.push_back(thread);
    }
    for (const std::thread::id thread : others)
        d->drop(thread);
    Result<> result;
    if (d->mode == Mode::ReadWrite)
        if (sqlite3 *own = handle()) {
            sqlite3_busy_timeout(own, 0); // a reader elsewhere must not hold up the end of the program
            result = runPragma(own, "PRAGMA wal_checkpoint(TRUNCATE)");
            if (result)
                result = runPragma(own, "PRAGMA journal_mode=DELETE");
        }
    {
        const std::lock_guard lock(d->mutex);
        d->closed = true;
    }
    d->drop(self);
    return result;
}

bool ranOutOfRoom(sqlite3 *handle)
{
    // The connection's own copy may come from a later call; the files keep that of their last failed write.
    if (isNoRoom(sqlite3_system_errno(handle)))
        return true;
    int code = 0;
    if (sqlite3_file_control(handle, "main", SQLITE_FCNTL_LAST_ERRNO, &code) == SQLITE_OK && isNoRoom(code))
        return true;
    sqlite3_file *journal = nullptr; // or the WAL
    code = 0;
    return sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &journal) == SQLITE_OK
           && journal && journal->pMethods
           && journal->pMethods->xFileControl(journal, SQLITE_FCNTL_LAST_ERRNO, &code) == SQLITE_OK
           && isNoRoom(code);
}

Error sqliteError(sqlite3 *handle, const QString &what)
{
    if (!handle)
        return Error::of(ErrorKind::Database, what + QStringLiteral(": no connection"));
    const int code = sqlite3_extended_errcode(handle);
    Error error = Error::of(ErrorKind::Database, QStringLiteral("%1: %2 (%3)")
                                                     .arg(what, QString::fromUtf8(sqlite3_errmsg(handle)))
                                                     .arg(code));
    switch (code & 0xff) {
    case SQLITE_FULL: error.kind = ErrorKind::DiskFull; break;
    case SQLITE_IOERR:
        if (ranOutOfRoom(handle))
            error.kind = ErrorKind::DiskFull;
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: error.kind = ErrorKind::Busy; break;
    case SQLITE_CORRUPT: error.kind = ErrorKind::Damaged; break;
    case SQLITE_NOTADB: error.kind = ErrorKind::NotOurFile; break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM: error.kind = ErrorKind::FileUnreadable; break;
    case SQLITE_READONLY: error.kind = ErrorKind::FileUnwritable; break;
    case SQLITE_INTERRUPT: error.kind = ErrorKind::Cancelled; break;
    default: break;
    }
    return error;
}

WriterLock::WriterLock(std::shared_ptr<Database::Private> d_) : d(std::move(d_)) {}

WriterLock::WriterLock(WriterLock &&other) noexcept : d(std::move(other.d)) {}

Result<WriterLock> WriterLock::take(const Database &db)
{
    const std::shared_ptr<Database::Private> &d = db.d;
    const std::thread::id self = std::this_thread::get_id();
    std::unique_lock lock(d->writerMutex);
    if (d->writer == self)
        return fail(ErrorKind::Internal, QStringLiteral("a transaction inside a transaction"));
    if (d->writer != std::thread::id()) {
        const QCoreApplication *app = QCoreApplication::instance();
        if (app && app->thread() == QThread::currentThread())
            return fail(ErrorKind::Busy, QStringLiteral("another writer holds the database"));
        d->writerFree.wait(lock, [&] { return d->writer == std::thread::id(); });
    }
    d->writer = self;
    return WriterLock(d);
}

WriterLock::~WriterLock()
{
    if (!d)
        return;
    {
        const std::lock_guard lock(d->writerMutex);
        d->writer = std::thread::id();
    }
    d->writerFree.notify_one();
}

} // namespace ffp
