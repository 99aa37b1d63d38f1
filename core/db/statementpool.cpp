// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/statementpool.h"

#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

namespace ffp {

StatementPool::StatementPool() = default;

StatementPool::~StatementPool()
{
    finalizeAll();
}

sqlite3_stmt *StatementPool::take(const QByteArray &sql)
{
    const std::lock_guard lock(m_mutex);
    return m_statements.take(sql);
}

std::unique_ptr<QSqlQuery> StatementPool::takeQuery(const QString &sql)
{
    const std::lock_guard lock(m_mutex);
    auto node = m_queries.extract(sql);
    return node ? std::move(node.mapped()) : nullptr;
}

void StatementPool::give(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    const QByteArray sql(sqlite3_sql(statement));
    const std::lock_guard lock(m_mutex);
    if (m_closed || m_statements.contains(sql)) {
        sqlite3_finalize(statement);
        return;
    }
    if (m_statements.size() >= kMost)
        finalizeStatements();
    m_statements.insert(sql, statement);
}

void StatementPool::giveQuery(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish();
    for (int i = int(query->boundValues().size()) - 1; i >= 0; --i)
        query->bindValue(i, QVariant()); // as clear_bindings() above
    const std::lock_guard lock(m_mutex);
    if (m_closed || m_queries.contains(sql))
        return;
    if (qsizetype(m_queries.size()) >= kMost)
        m_queries.clear();
    m_queries.emplace(sql, std::move(query));
}

void StatementPool::close()
{
    const std::lock_guard lock(m_mutex);
    m_closed = true;
    finalizeAll();
}

void StatementPool::finalizeStatements()
{
    for (sqlite3_stmt *statement : std::as_const(m_statements))
        sqlite3_finalize(statement);
    m_statements.clear();
}

void StatementPool::finalizeAll()
{
    finalizeStatements();
    m_queries.clear();
}

} // namespace ffp
