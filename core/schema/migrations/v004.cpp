// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/migrations/steps.h"

#include "core/schema/projection.h"

namespace ffp::migrations {

/// Counts of persons leave out those who died, moved away or married out (projection::indexes()).
Result<> presentMembers(Database &db)
{
    return projection::syncTables(db);
}

} // namespace ffp::migrations
