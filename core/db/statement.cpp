// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/statement.h"

#include "core/db/statementpool.h"

#include <sqlite3.h>

namespace ffp {

Result<Statement> Statement::prepare(const Database &db, const QString &sql)
{
    const QByteArray utf8 = sql.toUtf8();
    std::shared_ptr<StatementPool> pool = db.statements();
    if (!pool)
        return fail(sqliteError(nullptr, sql.left(200)));
    if (sqlite3_stmt *idle = pool->take(utf8))
        return Statement(idle, std::move(pool));
    sqlite3 *handle = db.handle();
    sqlite3_stmt *stmt = nullptr;
    if (!handle
        || sqlite3_prepare_v3(handle, utf8.constData(), static_cast<int>(utf8.size()),
                              SQLITE_PREPARE_PERSISTENT, &stmt, nullptr)
               != SQLITE_OK)
        return fail(sqliteError(handle, sql.left(200)));
    return Statement(stmt, std::move(pool));
}

Statement::~Statement()
{
    if (m_stmt)
        m_pool->give(m_stmt);
}

Statement::Statement(Statement &&other) noexcept
    : m_stmt(std::exchange(other.m_stmt, nullptr)),
      m_pool(std::move(other.m_pool))
{}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_stmt, other.m_stmt);
    std::swap(m_pool, other.m_pool);
    return *this;
}

void Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_stmt, index, value);
}

void Statement::bind(int index, QStringView value)
{
    // UTF-8 here, not UTF-16 in SQLite: Qt's converter is the faster one.
    bindUtf8(index, value.toUtf8());
}

void Statement::bind(int index, const QByteArray &value)
{
    bindBytes(index, value.constData(), value.size());
}

void Statement::bindBytes(int index, const void *data, qsizetype size)
{
    if (size == 0)
        sqlite3_bind_zeroblob(m_stmt, index, 0);
    else
        sqlite3_bind_blob64(m_stmt, index, data, static_cast<sqlite3_uint64>(size), SQLITE_TRANSIENT);
}

void Statement::bindUtf8(int index, QByteArrayView value)
{
    sqlite3_bind_text64(m_stmt, index, value.isNull() ? "" : value.data(),
                        static_cast<sqlite3_uint64>(value.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bindKeptUtf8(int index, QByteArrayView value)
{
    sqlite3_bind_text64(m_stmt, index, value.isNull() ? "" : value.data(),
                        static_cast<sqlite3_uint64>(value.size()), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindKeptBytes(int index, QByteArrayView value)
{
    if (value.isEmpty())
        sqlite3_bind_zeroblob(m_stmt, index, 0);
    else
        sqlite3_bind_blob64(m_stmt, index, value.data(), static_cast<sqlite3_uint64>(value.size()),
                            SQLITE_STATIC);
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_stmt);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_stmt);
        return false;
    }
    Error error = sqliteError(sqlite3_db_handle(m_stmt), QString::fromUtf8(sqlite3_sql(m_stmt)).left(200));
    sqlite3_reset(m_stmt);
    return fail(std::move(error));
}

Result<> Statement::run()
{
    Result<bool> stepped = step();
    reset();
    if (!stepped)
        return fail(std::move(stepped.error()));
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_stmt);
    sqlite3_clear_bindings(m_stmt);
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_stmt, column);
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(utf8View(column));
}

QByteArrayView Statement::utf8View(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_stmt, column));
    return {data, sqlite3_column_bytes(m_stmt, column)};
}

QByteArrayView Statement::bytesView(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_stmt, column));
    return {data, sqlite3_column_bytes(m_stmt, column)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_stmt, column) == SQLITE_NULL;
}

bool Statement::isInteger(int column) const
{
    return sqlite3_column_type(m_stmt, column) == SQLITE_INTEGER;
}

bool Statement::isText(int column) const
{
    return sqlite3_column_type(m_stmt, column) == SQLITE_TEXT;
}

} // namespace ffp
