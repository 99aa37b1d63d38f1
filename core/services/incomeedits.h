// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/services/session.h"

namespace ffp {

/// Edits of the totals of a statement, as a form of single fields makes them (a visit, the history):
///   - what a file brought stays as it came: the change goes into a typed statement beside it;
///   - what is computed from items is changed by its items (RuleBroken income_from_items);
///   - figures follow: net from its parts, per person from net and population. A stated figure that
///   contradicts
///     them is refused, and one that its parts do not explain has to be stated anew (InvalidValue, all
///     faults).
///   - HV-36: population of 1 or more, its basis, a rule set.
class IncomeEdits
{
public:
    IncomeEdits(Session &session, ChangeWriter &writer) : m_session(session), m_writer(writer) {}

    Result<> edit(const Record &statement, const FieldValues &values, const QString &note);
    /// Of one item of a statement: what it is for, but no amount.
    Result<> editLine(const Record &line, const FieldValues &values, const QString &note);

private:
    /// The typed statement beside an imported one; null id when there is none yet.
    Result<Record> typedBeside(const Record &imported) const;
    Result<FieldValues> ruleSet(const Record &statement) const;

    Session &m_session;
    ChangeWriter &m_writer;
};

/// The values with everything that follows from them; InvalidValue with "field: why" for what contradicts.
Result<FieldValues> followedIncomeFigures(const Record &stored, const FieldValues &edits);

} // namespace ffp
