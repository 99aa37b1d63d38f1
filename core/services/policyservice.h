// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policypack.h"
#include "core/services/session.h"

namespace ffp {

/// The policy pack that the site works under, with the local values of its offices laid over it.
///
/// A local value is a `setting` record "policy.PACK.KEY" and is exchanged like everything else; of several
/// the one of the nearest area counts: the township's own before the county's.
class PolicyService
{
public:
    explicit PolicyService(Session &session) : m_session(session) {}

    /// Lays the local values over the pack each time: keep it for the length of one task. A stored
    /// value of a parameter that this version of the pack does not have is left out. Kinds: NotFound (pack),
    /// InvalidValue, Database.
    Result<PolicyPack> pack() const;

    /// `key` as in PolicyOverrides, `text` as on screen, empty = blank on purpose. Administrators only
    /// (NotAllowed). Kinds: RuleBroken (args: key, clause) when the policy fixes the value, InvalidValue,
    /// NotFound.
    Result<> setLocalValue(const QString &key, const QString &text, const QString &note);
    /// Back to the value of the pack (or of the office above). NotFound when this office has set none.
    Result<> dropLocalValue(const QString &key);

private:
    Result<> mayChange();

    Session &m_session;
};

} // namespace ffp
