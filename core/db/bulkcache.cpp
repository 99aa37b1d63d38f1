// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/bulkcache.h"

#include <sqlite3.h>

namespace ffp {

namespace {

/// Threads that sort the rows of a new index beside the one that reads them.
constexpr int kSorters = 2;

/// A failure only costs time: the cache stays as large as it was.
void setCache(sqlite3 *handle, int mib, int helpers)
{
    const QByteArray sql = "PRAGMA cache_size=-" + QByteArray::number(mib * 1024)
                           + "; PRAGMA threads=" + QByteArray::number(helpers);
    sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr);
}

} // namespace

BulkCache::BulkCache(const Database &db) : m_db(db)
{
    setCache(m_db.handle(), kMib, kSorters);
}

BulkCache::~BulkCache()
{
    setCache(m_db.handle(), Database::kCacheMib, 0);
    sqlite3_db_release_memory(m_db.handle());
}

} // namespace ffp
