// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>

class QSqlDatabase;
struct sqlite3;

namespace ffp {

/// One site file. Hands out one connection per thread (created on first use, closed with the thread
/// or the Database), each opened with the pragmas of exchange.md §8.1.
class Database
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const;
    /// The calling thread's connection.
    QSqlDatabase connection() const;
    /// Raw handle of the calling thread's connection, for bulk paths, backup, authorizer; same SQLite
    /// library.
    sqlite3 *handle() const;

private:
    friend class SiteFile;
    struct Private;
    explicit Database(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace ffp
