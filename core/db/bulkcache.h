// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

namespace ffp {

/// More page cache for the calling thread's connection while it lives: a bulk change touches pages all over
/// the indexes, and each page that does not stay in memory is written and read again.
class BulkCache
{
public:
    static constexpr int kMib = 48;

    explicit BulkCache(const Database &db);
    ~BulkCache();
    BulkCache(const BulkCache &) = delete;
    BulkCache &operator=(const BulkCache &) = delete;

private:
    const Database &m_db;
};

} // namespace ffp
