// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/transaction.h"

#include <sqlite3.h>

namespace ffp {

Transaction::Transaction(Database &db, WriterLock lock) : m_db(&db), m_lock(std::move(lock)) {}

Transaction::Transaction(Transaction &&other) noexcept
    : m_db(other.m_db),
      m_lock(std::move(other.m_lock)),
      m_open(std::exchange(other.m_open, false))
{}

Result<Transaction> Transaction::begin(Database &db)
{
    if (db.mode() == Database::Mode::ReadOnly)
        return fail(ErrorKind::FileUnwritable, QStringLiteral("opened for reading only"));
    FFP_ASSIGN(WriterLock lock, WriterLock::take(db));
    sqlite3 *handle = db.handle();
    if (!handle || sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(sqliteError(handle, QStringLiteral("BEGIN IMMEDIATE")));
    return Transaction(db, std::move(lock));
}

Transaction::~Transaction()
{
    rollback();
}

bool Transaction::alive() const
{
    sqlite3 *handle = m_db->handle();
    return m_open && handle && sqlite3_get_autocommit(handle) == 0;
}

Result<> Transaction::commit()
{
    if (!alive()) {
        m_open = false;
        return fail(ErrorKind::Database, QStringLiteral("the transaction ended before its commit"));
    }
    sqlite3 *handle = m_db->handle();
    if (sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK) {
        Error error = sqliteError(handle, QStringLiteral("COMMIT"));
        rollback();
        return fail(std::move(error));
    }
    m_open = false;
    return {};
}

void Transaction::rollback()
{
    if (!m_open)
        return;
    m_open = false;
    sqlite3 *handle = m_db->handle();
    // A failing ROLLBACK means that SQLite has rolled back already: nothing to report.
    if (handle && sqlite3_get_autocommit(handle) == 0)
        sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

bool inTransaction(const Database &db)
{
    sqlite3 *handle = db.handle();
    return handle && sqlite3_get_autocommit(handle) == 0;
}

Result<ReadSnapshot> ReadSnapshot::begin(const Database &db)
{
    sqlite3 *handle = db.handle();
    if (inTransaction(db))
        return ReadSnapshot(nullptr);
    // The state is taken at the first read, not at BEGIN.
    if (!handle
        || sqlite3_exec(handle, "BEGIN; SELECT 1 FROM sqlite_schema", nullptr, nullptr, nullptr)
               != SQLITE_OK) {
        Error error = sqliteError(handle, QStringLiteral("BEGIN"));
        if (handle && sqlite3_get_autocommit(handle) == 0)
            sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
        return fail(std::move(error));
    }
    return ReadSnapshot(&db);
}

ReadSnapshot::~ReadSnapshot()
{
    sqlite3 *handle = m_db ? m_db->handle() : nullptr;
    if (handle && sqlite3_get_autocommit(handle) == 0)
        sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace ffp
