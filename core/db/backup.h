// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/db/database.h"

namespace ffp {

/// Online copy of an open file page by page (backup API), synced to the disk. `target` must not exist; on
/// failure or cancel nothing is left there. The copy is one file (no WAL) and not checked: openers do that.
/// Kinds: AlreadyExists, DiskFull, BackupFailed, Cancelled.
Result<> copyDatabase(const Database &db, const QString &target, Progress &progress);

} // namespace ffp
