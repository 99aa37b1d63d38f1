// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/services/session.h"

#include <optional>

namespace ffp {

struct Change;
class People;

/// One change group of the log.
struct ChangeEntry {
    qint64 change = 0;
    QString verb; ///< "visit.add", "check.run", "undo" …
    qint64 atMs = 0;
    OfficialId actor;
    QString actorName;
    QString note;
    RecordId about; ///< may be null
    qint64 ops = 0;
    bool undone = false;
    bool undoable = false; ///< can be undone at all and is not undone now; newer facts may still forbid it
    qint64 undoes = 0;     ///< for an undo or redo: the change it took back
};

/// Undo and redo are further changes in the log; nothing is removed. Everybody takes back what they did
/// themselves, latest first; administrators also single changes of others. Viewers nothing.
///
/// Kinds of the three writing functions: NotFound (nothing left, or no such change), NotAllowed, Blocked
/// (args = "entity record: field", the newer facts that forbid it; nothing was changed), RuleBroken (a
/// household would no longer be lawful, HouseholdLaws), Locked, Busy, DiskFull, Database.
class UndoService
{
public:
    explicit UndoService(Session &session) : m_session(session) {}

    /// Everybody's, newest first.
    Result<std::vector<ChangeEntry>> changes(int limit) const;
    /// What undo() and redo() would take back and put back now; for the menu. A redo is offered until its
    /// user changes something else.
    Result<std::optional<ChangeEntry>> nextUndo() const;
    Result<std::optional<ChangeEntry>> nextRedo() const;

    Result<ChangeSummary> undo();
    Result<ChangeSummary> redo();
    /// Takes one change back as a whole, whatever came after it (an import, for example).
    Result<ChangeSummary> undoChange(qint64 change);

private:
    Result<ChangeSummary> takeBack(const Change &change, const char *verb);

    Session &m_session;
};

} // namespace ffp
