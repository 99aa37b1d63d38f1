// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/db/database.h"

namespace ffp {

/// Online copy of an open file page by page (backup API). `target` must not exist; on failure or cancel
/// nothing is left there. The copy is one file (no WAL), not checked and not synced to the disk: before it is
/// renamed to its place it needs syncFile(). Kinds: AlreadyExists, DiskFull, BackupFailed, Cancelled.
Result<> copyDatabase(const Database &db, const QString &target, Progress &progress);

/// Waits until the disk has all of a file. Kinds: DiskFull, BackupFailed.
Result<> syncFile(const QString &path);

/// Renames a complete, synced file to its place in the same folder and syncs the folder: after a power cut
/// there is the old state or the new one. AlreadyExists when the place is taken and not to be replaced.
enum class IfTaken { Refuse, Replace };
Result<> moveIntoPlace(const QString &from, const QString &to, IfTaken ifTaken);

} // namespace ffp
