// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/schema/migrations/steps.h"
#include "core/schema/projection.h"

namespace ffp::migrations {
namespace {

// Both are caches computed from the verified actions (exchange.md §12.4). `since` is the business date on
// which the present state began, `moved` the move that led to it, `first` who set the matter going.
constexpr const char *kStatements[] = {
    "DROP TABLE case_state",
    "CREATE TABLE case_state(rid INTEGER PRIMARY KEY, wf TEXT NOT NULL, state TEXT NOT NULL, tips BLOB NOT NULL,"
    " disputed INTEGER NOT NULL, waiting INTEGER NOT NULL, since TEXT NOT NULL, moved TEXT NOT NULL) STRICT",
    "CREATE INDEX case_state_by_state ON case_state(state)",
    "CREATE TABLE case_action(n INTEGER PRIMARY KEY, rid INTEGER NOT NULL, step TEXT NOT NULL, move TEXT NOT NULL,"
    " actor BLOB NOT NULL, day TEXT NOT NULL, eff INTEGER NOT NULL) STRICT",
    "CREATE INDEX case_action_by_rid ON case_action(rid)",
};

} // namespace

/// Matters that are reported, reviewed and decided (exchange.md §12).
Result<> decidedMatters(Database &db)
{
    for (const char *statement : kStatements)
        FFP_TRY(execute(db, QString::fromLatin1(statement)));
    return projection::syncTables(db);
}

} // namespace ffp::migrations
