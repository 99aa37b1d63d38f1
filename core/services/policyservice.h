// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policypack.h"
#include "core/services/session.h"

namespace ffp {

/// A value of the pack as an office sees it.
struct PolicyValue {
    QString key; ///< as in PolicyOverrides
    LocalText title;
    LocalText ruleTitle; ///< of a rule's own value, else empty
    QString ruleId;
    QString text;    ///< that counts today, as on screen; empty = none
    QString shipped; ///< that of the pack
    QString unit;
    PolicyMark mark = PolicyMark::LocalDefault;
    bool set = false; ///< this office or one above it has set it
    bool yesNo = false;
    /// Nothing else is possible: code and words. Empty: any text that parses.
    std::vector<std::pair<QString, LocalText>> choices;
    QString basis; ///< clauses as officials cite them, or where the value was met

    bool isEditable() const { return mark != PolicyMark::Policy; }
};

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
    /// Every value of the pack, then those of its red-flag and quality rules, with what counts today.
    Result<std::vector<PolicyValue>> values() const;

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
