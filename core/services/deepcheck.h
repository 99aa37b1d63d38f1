// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

namespace ffp {

/// The check that compares every index with its rows (CheckDepth::Full) takes five times as long as the one
/// of pages and rows. It is made once a week, by the check behind Session::open() or by the first backup
/// after that: such damage is told while there are seven older weekly backups.
Result<bool> deepCheckDue(const Database &db, qint64 nowMs);

/// Remembers that the check found nothing. Not being able to only makes the next one come sooner.
void noteDeepCheck(Database &db, qint64 nowMs);

} // namespace ffp
