// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/migrations/steps.h"

#include "core/schema/projection.h"

namespace ffp::migrations {

/// Where a household was before it moved, and what was decided of entries that look alike.
Result<> movesAndDoubles(Database &db)
{
    return projection::syncTables(db);
}

} // namespace ffp::migrations
