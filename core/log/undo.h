// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/changelog.h"
#include "core/log/logcipher.h"
#include "core/log/transact.h"

#include <span>

namespace ffp {

/// A record of a change by its row id.
struct TouchedRecord {
    Entity entity = Entity::Household;
    qint64 rid = 0;
};

/// Takes a change back by a further change: created records are voided, fields get the value they had
/// before, a void is lifted. Undoing an undo is the redo.
///
/// Invariants (tests in tests/core/log/tst_undo.cpp):
///  1. Nothing newer is overwritten: if a field of the change was set again since, or a created record was
///     changed or is referred to by a record that stands, the undo is Blocked and names those facts. Changes
///     that were themselves undone since do not count.
///  2. All of a change or nothing of it.
///  3. A change that is undone cannot be undone again before it is redone (Blocked).
class Undo
{
public:
    Undo(Log &log, Database &db, const LogCipher &cipher) : m_log(log), m_db(db), m_cipher(cipher) {}

    /// `operation.verb` is "undo" or "redo"; note, about and undoes are filled in here. NotFound; Blocked
    /// with args "entity record: field", at most kMostBlockers; NotAllowed when the change is not undoable.
    /// `around`, when given, runs inside the transaction with the records that the change touched and calls
    /// `reverse` once; what it refuses is not taken back.
    using Around = std::function<Result<>(std::span<const TouchedRecord> touched,
                                          const std::function<Result<>()> &reverse)>;
    Result<ChangeSummary> takeBack(qint64 change, Operation operation, const Around &around = {});

    static constexpr qsizetype kMostBlockers = 20;

private:
    Log &m_log;
    Database &m_db;
    const LogCipher &m_cipher;
};

} // namespace ffp
