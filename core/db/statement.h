// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/db/database.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

struct sqlite3_stmt;

namespace ffp {

/// A raw statement for bulk paths (three times faster than QSqlQuery, performance.md item 5). Parameters
/// count from 1, columns from 0, as in SQLite. Bound bytes and texts are copied unless said otherwise.
/// It belongs to the connection of the thread that made it and must go before the connection does.
class Statement
{
public:
    Statement() = default;
    static Result<Statement> prepare(const Database &db, const QString &sql);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;

    bool isNull() const { return !m_stmt; }
    sqlite3_stmt *raw() const { return m_stmt; }

    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, qint64(value)); }
    void bind(int index, QStringView value);
    void bind(int index, const QByteArray &value);
    template <class Tag>
    void bind(int index, const Id<Tag> &value)
    {
        bindBytes(index, value.bytes().data(), 16);
    }
    void bindBytes(int index, const void *data, qsizetype size);
    /// UTF-8 text.
    void bindUtf8(int index, QByteArrayView value);
    /// Not copied: `value` must stay as it is until run() or reset().
    void bindKeptUtf8(int index, QByteArrayView value);
    void bindKeptBytes(int index, QByteArrayView value);
    void bind(int, const char *) = delete;

    /// True = a row is there. After an error or the end the statement is reset.
    Result<bool> step();
    /// step() that expects no row, then reset() and all parameters NULL.
    Result<> run();
    /// Forgets rows and parameters.
    void reset();

    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArrayView utf8View(int column) const;  ///< valid until the next step
    QByteArrayView bytesView(int column) const; ///< valid until the next step
    QByteArray bytes(int column) const { return bytesView(column).toByteArray(); }
    bool isNull(int column) const;
    bool isInteger(int column) const;
    bool isText(int column) const;
    template <class AnyId>
    AnyId id(int column) const
    {
        return AnyId::fromBytes(bytesView(column));
    }

private:
    Statement(sqlite3_stmt *stmt, std::shared_ptr<StatementPool> pool) : m_stmt(stmt), m_pool(std::move(pool))
    {}
    sqlite3_stmt *m_stmt = nullptr;
    std::shared_ptr<StatementPool> m_pool; ///< where it goes when it is no longer used
};

} // namespace ffp
