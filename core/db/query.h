// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/base/id.h"
#include "core/db/database.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QSqlQuery;

namespace ffp {

/// A prepared statement with positional parameters (`?`), read forward only. An error of preparing is
/// reported by run(). Texts are bound as they are (an empty text stays a text); std::nullopt is NULL.
///
///     Query q(db, u"SELECT n, env FROM op WHERE rid = ? ORDER BY n"_s);
///     FFP_TRY(q.run(rid));
///     while (true) { FFP_ASSIGN(const bool row, q.next()); if (!row) break; use(q.integer(0)); }
///
/// It keeps the statement of one connection: use it in the thread that made it, one per use.
class Query
{
public:
    Query(const Database &db, const QString &sql);
    ~Query();
    Query(Query &&) noexcept;
    Query &operator=(Query &&) noexcept;

    template <class... Args>
    Result<> run(const Args &...args)
    {
        clear();
        (bind(args), ...);
        return exec();
    }
    /// Appends one parameter, for statements whose parameters are known at run time only.
    void bind(qint64 value);
    void bind(int value) { bind(qint64(value)); }
    void bind(bool value) { bind(qint64(value ? 1 : 0)); }
    void bind(const QString &value);
    void bind(const QByteArray &value);
    void bind(const AreaCode &value) { bind(value.toString()); }
    void bind(std::nullopt_t);
    template <class Tag>
    void bind(const Id<Tag> &value)
    {
        bind(value.toBytes());
    }
    template <class T>
    void bind(const std::optional<T> &value)
    {
        if (value)
            bind(*value);
        else
            bind(std::nullopt);
    }
    void bind(const char *) = delete;
    Result<> exec();

    /// The next row; false at the end. A failed step is an error, never an end.
    Result<bool> next();
    qint64 integer(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    QString text(int column) const;
    QByteArray bytes(int column) const;
    bool isNull(int column) const;
    template <class AnyId>
    AnyId id(int column) const
    {
        return AnyId::fromBytes(bytes(column));
    }
    std::optional<qint64> optionalInteger(int column) const;
    qint64 changedRows() const;

private:
    void clear();
    Error error() const;
    const Database *m_db;
    QString m_sql;
    std::shared_ptr<StatementPool> m_pool; ///< where the statement goes when it is no longer used
    std::unique_ptr<QSqlQuery> m_query;
    bool m_prepared = false;
    int m_bound = 0;
};

/// Runs one statement that gives no rows (or whose rows do not matter).
template <class... Args>
Result<> execute(const Database &db, const QString &sql, const Args &...args)
{
    Query query(db, sql);
    return query.run(args...);
}

/// First column of the first row; nullopt without a row or with NULL.
template <class... Args>
Result<std::optional<qint64>> queryInteger(const Database &db, const QString &sql, const Args &...args)
{
    Query query(db, sql);
    FFP_TRY(query.run(args...));
    FFP_ASSIGN(const bool row, query.next());
    return row ? query.optionalInteger(0) : std::nullopt;
}
template <class... Args>
Result<std::optional<QString>> queryText(const Database &db, const QString &sql, const Args &...args)
{
    Query query(db, sql);
    FFP_TRY(query.run(args...));
    FFP_ASSIGN(const bool row, query.next());
    return row && !query.isNull(0) ? std::optional(query.text(0)) : std::nullopt;
}
template <class... Args>
Result<std::optional<QByteArray>> queryBytes(const Database &db, const QString &sql, const Args &...args)
{
    Query query(db, sql);
    FFP_TRY(query.run(args...));
    FFP_ASSIGN(const bool row, query.next());
    return row && !query.isNull(0) ? std::optional(query.bytes(0)) : std::nullopt;
}

} // namespace ffp
