// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"

#include "core/db/statementpool.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace ffp {

Query::Query(const Database &db, const QString &sql) : m_db(&db), m_sql(sql), m_pool(db.statements())
{
    if (m_pool)
        m_query = m_pool->takeQuery(sql);
    if (m_query) {
        m_prepared = true;
        return;
    }
    m_query = std::make_unique<QSqlQuery>(db.connection());
    m_query->setForwardOnly(true);
    m_prepared = m_query->prepare(sql);
}

Query::~Query()
{
    if (m_pool && m_query && m_prepared && m_query->lastError().type() == QSqlError::NoError)
        m_pool->giveQuery(m_sql, std::move(m_query));
}

Query::Query(Query &&) noexcept = default;
Query &Query::operator=(Query &&) noexcept = default;

void Query::clear()
{
    m_query->finish();
    m_bound = 0;
}

void Query::bind(qint64 value)
{
    m_query->bindValue(m_bound++, QVariant(value));
}

void Query::bind(const QString &value)
{
    m_query->bindValue(m_bound++, value.isNull() ? QVariant(QStringLiteral("")) : QVariant(value));
}

void Query::bind(const QByteArray &value)
{
    m_query->bindValue(m_bound++, value.isNull() ? QVariant(QByteArray("")) : QVariant(value));
}

void Query::bind(std::nullopt_t)
{
    m_query->bindValue(m_bound++, QVariant());
}

Error Query::error() const
{
    Error error = sqliteError(m_db->handle(), m_sql.left(200));
    // A fault of the binding (wrong number of parameters) is the driver's, SQLite then has nothing to say.
    if (error.kind == ErrorKind::Database)
        error.detail += QStringLiteral("; ") + m_query->lastError().text();
    return error;
}

Result<> Query::exec()
{
    if (!m_prepared || !m_query->exec())
        return fail(error());
    m_bound = 0;
    return {};
}

Result<bool> Query::next()
{
    if (m_query->next())
        return true;
    if (m_query->lastError().type() != QSqlError::NoError)
        return fail(error());
    return false;
}

qint64 Query::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

QString Query::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Query::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

bool Query::isNull(int column) const
{
    return m_query->isNull(column);
}

std::optional<qint64> Query::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

qint64 Query::changedRows() const
{
    return m_query->numRowsAffected();
}

} // namespace ffp
