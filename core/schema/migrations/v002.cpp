// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/migrations/steps.h"

#include "core/schema/projection.h"

namespace ffp::migrations {

/// Indexes in the order of the household list and of the counts by area (projection::indexes()); brings in
/// the fields that the dictionary got since the first version, too.
Result<> listOrder(Database &db)
{
    return projection::syncTables(db);
}

} // namespace ffp::migrations
