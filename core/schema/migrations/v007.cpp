// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/migrations/steps.h"

#include "core/schema/projection.h"

namespace ffp::migrations {

/// Place of work, pay and public posts of members (domain.md §3.10).
Result<> jobsAndPosts(Database &db)
{
    return projection::syncTables(db);
}

} // namespace ffp::migrations
