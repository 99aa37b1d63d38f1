// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/migrations/steps.h"

#include "core/schema/projection.h"

namespace ffp::migrations {

/// The table of spells of work (domain.md §3.10).
Result<> spellsOfWork(Database &db)
{
    return projection::syncTables(db);
}

} // namespace ffp::migrations
