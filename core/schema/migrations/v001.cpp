// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/schema/migrations/steps.h"
#include "core/schema/projection.h"

namespace ffp::migrations {
namespace {

// exchange.md §8.2, then what only this site knows. QSQLITE takes one statement at a time.
constexpr const char *kStatements[] = {
    "CREATE TABLE meta(k TEXT PRIMARY KEY, v ANY) STRICT, WITHOUT ROWID",
    // One row per branch of a stream.
    "CREATE TABLE stream(sid INTEGER PRIMARY KEY, inc BLOB NOT NULL, area TEXT NOT NULL, lane INTEGER NOT NULL,"
    " parent INTEGER REFERENCES stream(sid), fork_seq INTEGER NOT NULL DEFAULT 0,"
    " count INTEGER NOT NULL, head BLOB NOT NULL, seal_seq INTEGER, seal_key BLOB, seal_sig BLOB) STRICT",
    "CREATE INDEX stream_key ON stream(inc, area, lane)",
    // A record that is only referred to so far has an empty type and area.
    "CREATE TABLE record(rid INTEGER PRIMARY KEY, rec BLOB NOT NULL UNIQUE, type TEXT NOT NULL,"
    " area TEXT NOT NULL, create_n INTEGER) STRICT",
    // The log: insert only; body may become NULL (erased), eff is a cache (§9.1).
    "CREATE TABLE op(n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id)=32),"
    " sid INTEGER NOT NULL REFERENCES stream(sid), seq INTEGER NOT NULL,"
    " rid INTEGER NOT NULL REFERENCES record(rid), kind INTEGER NOT NULL, hlc INTEGER NOT NULL,"
    " eff INTEGER NOT NULL, env BLOB NOT NULL, body BLOB, sig BLOB, pkg INTEGER, UNIQUE(sid, seq)) STRICT",
    "CREATE INDEX op_rid ON op(rid)",
    // Only fields edited after creation (§9.2).
    "CREATE TABLE head(rid INTEGER, field TEXT, n INTEGER, PRIMARY KEY(rid, field, n)) STRICT, WITHOUT ROWID",
    "CREATE TABLE conflict(rid INTEGER, field TEXT, heads INTEGER, since INTEGER, PRIMARY KEY(rid, field))"
    " STRICT, WITHOUT ROWID",
    "CREATE TABLE finding(fid BLOB PRIMARY KEY, kind INTEGER, rid INTEGER, other BLOB, area TEXT, since INTEGER,"
    " closed_n INTEGER) STRICT, WITHOUT ROWID",
    "CREATE TABLE case_state(rid INTEGER PRIMARY KEY, wf TEXT, state TEXT, tips BLOB, disputed INTEGER,"
    " changed INTEGER, waiting INTEGER) STRICT",
    // Registry caches, rebuilt from lane 1.
    "CREATE TABLE site(site BLOB PRIMARY KEY, name TEXT, area TEXT, level INTEGER, parent BLOB, may_enrol INTEGER,"
    " role INTEGER, status INTEGER, box_pub BLOB, last_seen INTEGER) STRICT, WITHOUT ROWID",
    "CREATE TABLE regkey(key_id BLOB PRIMARY KEY, pub BLOB, role INTEGER, owner BLOB, site BLOB, state INTEGER,"
    " upto BLOB) STRICT, WITHOUT ROWID",
    "CREATE TABLE incarnation(inc BLOB PRIMARY KEY, site BLOB, prior BLOB, reason INTEGER) STRICT, WITHOUT ROWID",
    "CREATE TABLE official(official BLOB PRIMARY KEY, name TEXT, title TEXT, site BLOB, same_as BLOB)"
    " STRICT, WITHOUT ROWID",
    // Officials of this site who may log in.
    "CREATE TABLE account(official BLOB PRIMARY KEY, login TEXT, role TEXT, disabled INTEGER) STRICT,"
    " WITHOUT ROWID",
    // Exchange.
    "CREATE TABLE peer_have(peer BLOB, head BLOB, inc BLOB, area TEXT, lane INTEGER, count INTEGER,"
    " PRIMARY KEY(peer, head)) STRICT, WITHOUT ROWID",
    "CREATE TABLE package(pn INTEGER PRIMARY KEY, pid BLOB NOT NULL UNIQUE, dir INTEGER, kind INTEGER, peer BLOB,"
    " peer_inc BLOB, no INTEGER, created INTEGER, done_at INTEGER, done_by BLOB, result INTEGER, n_new INTEGER,"
    " n_known INTEGER, n_skipped INTEGER, n_conflict INTEGER, file_name TEXT, file_hash BLOB, have BLOB,"
    " acked_at INTEGER) STRICT",
    // Local only, never exchanged.
    "CREATE TABLE keyslot(slot INTEGER PRIMARY KEY, kind INTEGER, owner BLOB, salt BLOB, ops INTEGER,"
    " mem_kib INTEGER, wrapped BLOB, sign_wrapped BLOB) STRICT",
    "CREATE TABLE login_attempt(official BLOB PRIMARY KEY, failures INTEGER NOT NULL, last_at INTEGER NOT NULL)"
    " STRICT, WITHOUT ROWID",
    "CREATE TABLE secret(name TEXT PRIMARY KEY, v BLOB, until INTEGER) STRICT, WITHOUT ROWID",
    "CREATE TABLE attachment(hash BLOB PRIMARY KEY, size INTEGER, data BLOB) STRICT, WITHOUT ROWID",
    "CREATE TABLE access_log(n INTEGER PRIMARY KEY, at INTEGER, official BLOB, what INTEGER, detail TEXT) STRICT",
    // What one transact() wrote: ops n_first … n_last. `undoes` = the change this one takes back,
    // `undone_by` = the change that took this one back and still stands.
    "CREATE TABLE change(cid INTEGER PRIMARY KEY, verb TEXT NOT NULL, at INTEGER NOT NULL, actor BLOB NOT NULL,"
    " note TEXT NOT NULL, about BLOB, n_first INTEGER NOT NULL, n_last INTEGER NOT NULL, undoable INTEGER NOT NULL,"
    " undoes INTEGER, undone_by INTEGER) STRICT",
    "CREATE UNIQUE INDEX change_first ON change(n_first)",
    // Forms being typed; the body is encrypted.
    "CREATE TABLE draft(kind TEXT, about BLOB, at INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY(kind, about))"
    " STRICT, WITHOUT ROWID",
    // Month-end checks that were run: `result` is JSON of counts, no personal data.
    "CREATE TABLE check_run(month TEXT, pack TEXT, at INTEGER NOT NULL, result TEXT NOT NULL,"
    " PRIMARY KEY(month, pack)) STRICT, WITHOUT ROWID",
};

} // namespace

Result<> firstVersion(Database &db)
{
    for (const char *statement : kStatements)
        FFP_TRY(execute(db, QString::fromLatin1(statement)));
    return projection::syncTables(db);
}

} // namespace ffp::migrations
