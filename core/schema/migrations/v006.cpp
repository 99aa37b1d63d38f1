// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/migrations/steps.h"

#include "core/schema/projection.h"

namespace ffp::migrations {

/// The tables of plans of help and of measures (domain.md §3.9), and of attachments.
Result<> helpRecords(Database &db)
{
    return projection::syncTables(db);
}

} // namespace ffp::migrations
