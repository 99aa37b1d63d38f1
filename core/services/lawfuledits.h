// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/services/helplaws.h"
#include "core/services/householdlaws.h"
#include "core/services/session.h"

namespace ffp {

/// Edits of single fields inside one transaction, as forms make them: facts of a certificate number follow it
/// (completeMember()), figures of an income statement follow its parts (IncomeEdits), no new contradiction
/// comes in (checkEntry()), and households, measures and plans must stay lawful (HouseholdLaws, HelpLaws).
class LawfulEdits
{
public:
    LawfulEdits(Session &session, ChangeWriter &writer);

    Result<> edit(RecordId id, const FieldValues &values, const QString &note = {});
    /// After the last one; see HouseholdLaws and HelpLaws.
    Result<> check();

private:
    Session &m_session;
    ChangeWriter &m_writer;
    HouseholdLaws m_laws;
    HelpLaws m_helpLaws;
};

} // namespace ffp
