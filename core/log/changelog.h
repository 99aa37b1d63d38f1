// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/log/transact.h"

#include <map>
#include <optional>
#include <vector>

namespace ffp {

/// One row of table `change`: what one transact() wrote.
struct Change {
    qint64 id = 0;
    QString verb;
    qint64 atMs = 0;
    OfficialId actor;
    QString note;
    RecordId about;
    qint64 firstOp = 0;
    qint64 lastOp = 0;
    bool undoable = false;
    qint64 undoes = 0;   ///< the change that this one took back
    qint64 undoneBy = 0; ///< the change that took this one back and still stands
};

/// The changes made on this site, newest first.
class ChangeLog
{
public:
    explicit ChangeLog(const Database &db) : m_db(db) {}

    Result<std::vector<Change>> latest(int limit) const;
    /// NotFound.
    Result<Change> change(qint64 id) const;
    /// Changes whose ops come after `op`, oldest first.
    Result<std::vector<Change>> after(qint64 op) const;
    /// The latest change of this verb that stands and is about the record or touched it; of whomever.
    Result<std::optional<Change>> latestStanding(const QString &verb, RecordId record) const;
    /// Rows of this entity that were touched by changes about the record, or by those of this verb that
    /// touched the record itself; each with the last op of the latest such change.
    Result<std::map<qint64, qint64>> touchedBy(RecordId about, const QString &verb, Entity entity) const;
    /// The official's latest change that stands, is undoable and is not itself an undo or redo.
    Result<std::optional<Change>> nextUndo(OfficialId actor) const;
    /// The official's latest undo that stands, unless they have changed something else since.
    Result<std::optional<Change>> nextRedo(OfficialId actor) const;

private:
    const Database &m_db;
};

} // namespace ffp
