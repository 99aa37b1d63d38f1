// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <map>
#include <memory>
#include <mutex>

class QSqlQuery;
struct sqlite3_stmt;

namespace ffp {

/// Prepared statements of one connection that nobody uses right now, by their text: preparing the same dozen
/// statements anew took a fifth of the time of saving one form. Thread-safe, because a connection may be
/// closed by another thread than its own.
class StatementPool
{
public:
    StatementPool();
    ~StatementPool();
    StatementPool(const StatementPool &) = delete;
    StatementPool &operator=(const StatementPool &) = delete;

    /// nullptr when there is none.
    sqlite3_stmt *take(const QByteArray &sql);
    std::unique_ptr<QSqlQuery> takeQuery(const QString &sql);
    /// Without rows and parameters afterwards. A second one of the same text, or one of a connection that is
    /// closed, is finalized.
    void give(sqlite3_stmt *statement);
    void giveQuery(const QString &sql, std::unique_ptr<QSqlQuery> query);
    /// Finalizes all, for good: the connection goes.
    void close();

private:
    /// Statements whose text is made at run time come once: this many of each kind are kept.
    static constexpr qsizetype kMost = 128;

    void finalizeStatements();
    void finalizeAll();
    std::mutex m_mutex;
    bool m_closed = false;
    QHash<QByteArray, sqlite3_stmt *> m_statements;
    std::map<QString, std::unique_ptr<QSqlQuery>> m_queries;
};

} // namespace ffp
