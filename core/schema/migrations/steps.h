// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

/// One function per step of the schema, one file per step.
namespace ffp::migrations {

Result<> firstVersion(Database &db);
Result<> listOrder(Database &db);
Result<> localDivisions(Database &db);
Result<> presentMembers(Database &db);
Result<> movesAndDoubles(Database &db);
Result<> helpRecords(Database &db);
Result<> jobsAndPosts(Database &db);
Result<> spellsOfWork(Database &db);
Result<> decidedMatters(Database &db);

} // namespace ffp::migrations
