// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/bulkcache.h"

#include <sqlite3.h>

namespace ffp {

namespace {

/// A failure only costs time: the cache stays as large as it was.
void setCache(sqlite3 *handle, int mib)
{
    const QByteArray sql = "PRAGMA cache_size=-" + QByteArray::number(mib * 1024);
    sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr);
}

} // namespace

BulkCache::BulkCache(const Database &db) : m_db(db)
{
    setCache(m_db.handle(), kMib);
}

BulkCache::~BulkCache()
{
    setCache(m_db.handle(), Database::kCacheMib);
    sqlite3_db_release_memory(m_db.handle());
}

} // namespace ffp
