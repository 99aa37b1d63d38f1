// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

#include <span>

namespace ffp {

/// "FFPX", in every site file (exchange.md §8.1).
inline constexpr int kApplicationId = 0x46465058;

/// One step of the schema. `apply` runs inside the step's transaction.
struct Migration {
    int version;
    const char *name;
    Result<> (*apply)(Database &);
};

std::span<const Migration> schemaSteps();
/// Schema version that this program writes (user_version).
int schemaVersion();

/// Makes a new site file with empty tables. AlreadyExists; leaves nothing behind when it fails.
Result<std::unique_ptr<Database>> createSiteFile(const QString &path);

/// Opens a site file and brings it to the present schema. Kinds: FileUnreadable, NotOurFile (no SQLite, or
/// another program's), NewerVersion (args[0] = its version), Damaged, FileUnwritable, DiskFull. A file of
/// an older version is copied to migrationCopyPath() first; read-only it is NewerVersion's mirror:
/// FileUnwritable.
Result<std::unique_ptr<Database>> openSiteFile(const QString &path,
                                               Database::Mode mode = Database::Mode::ReadWrite);

/// Whether openSiteFile() would take it, older versions included, without touching it: FileUnreadable,
/// NotOurFile, NewerVersion, Damaged.
Result<> checkSiteFile(const QString &path);

/// "site.ffp" → "site.ffp.v3": where the copy of a version 3 file is kept.
QString migrationCopyPath(const QString &path, int version);

/// Runs the steps that `db` lacks. Invariants, each with a test in tests/core/schema/tst_schema.cpp:
///  1. Each step is one BEGIN IMMEDIATE with user_version set inside it: a step is there whole or not at all.
///  2. The file is copied before the first step; without the copy there is no step.
///  3. A file that is already present is not touched (no copy, no write).
///  4. A newer file is refused and not touched.
///  5. A file that is not ours is refused and not touched.
///  6. A failing step leaves the file at the version before it, and the copy.
Result<> migrate(Database &db, std::span<const Migration> steps);

} // namespace ffp
