// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/services/session.h"

namespace ffp {

/// One change group of the log, newest first.
struct ChangeEntry {
    qint64 change = 0;
    QString verb;
    qint64 atMs = 0;
    OfficialId actor;
    QString actorName;
    QString note;
    qint64 ops = 0;
    bool undone = false;
    bool undoable = false;
};

/// Undo and redo are further changes in the log; nothing is removed.
class UndoService
{
public:
    explicit UndoService(Session &session) : m_session(session) {}

    Result<std::vector<ChangeEntry>> changes(int limit) const;
    /// The session user's latest undoable change, or NotFound.
    Result<ChangeSummary> undo();
    Result<ChangeSummary> redo();
    /// Takes one change back as a whole. Blocked with args = "record: field" of newer facts that forbid it.
    Result<ChangeSummary> undoChange(qint64 change);
    Result<std::optional<ChangeEntry>> nextUndo() const;
    Result<std::optional<ChangeEntry>> nextRedo() const;

private:
    Session &m_session;
};

} // namespace ffp
