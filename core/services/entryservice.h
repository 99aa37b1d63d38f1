// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "core/log/transact.h"
#include "core/services/session.h"

#include <span>

namespace ffp {

/// Entries about a household that no other verb makes: living conditions of a year, checks of safeguards,
/// risks of a monitoring case, helpers, spells of work. What must hold of them, however they are changed,
/// stands in checkEntry().
///
/// Common errors: Locked, NotAllowed, NotFound, InvalidValue (all faults at once), Busy, DiskFull, Database.
class EntryService
{
public:
    explicit EntryService(Session &session) : m_session(session) {}

    /// In the order of the household page.
    static std::span<const Entity> kinds();
    static bool isKind(Entity entity);

    /// A risk belongs to the case named in `values`, else to the one open case of the household (RuleBroken
    /// "no_case" when there is none, "which_case" when there are several) and comes last in its order.
    /// A spell of work is one of a member named in `values` who is in the household; InvalidValue
    /// "member_id: not_there" for somebody else.
    /// RuleBroken "members_of_void" when the household is no longer in the register.
    Result<RecordId> add(Entity entity, RecordId household, const FieldValues &values,
                         const QString &note = {});
    /// One of these kinds, also a voided one; NotFound for others.
    Result<Record> entry(RecordId id) const;
    Result<ChangeSummary> edit(RecordId id, const FieldValues &values, const QString &note);
    /// What was entered by mistake; it keeps its history. `reason` must not be empty.
    Result<ChangeSummary> voidMistake(RecordId id, const QString &reason);

private:
    Session &m_session;
};

} // namespace ffp
