// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/migrations/steps.h"

#include "core/schema/projection.h"

namespace ffp::migrations {

/// The mark of a division that the office added itself (division.local).
Result<> localDivisions(Database &db)
{
    return projection::syncTables(db);
}

} // namespace ffp::migrations
