// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/caseaction.h"
#include "core/trust/registry.h"

#include <map>

namespace ffp {

/// Why an action does not count (exchange.md §12.3); a closed list, also Error::args of a refused action.
namespace casefault {
inline constexpr char Form[] = "form";              ///< no action map
inline constexpr char Signature[] = "signature";    ///< not signed by the official named
inline constexpr char Disabled[] = "disabled";      ///< the key was ended before
inline constexpr char Site[] = "site";              ///< not written at the official's site
inline constexpr char Area[] = "area";              ///< outside the official's area
inline constexpr char Level[] = "level";            ///< another level decides this step
inline constexpr char Role[] = "role";              ///< the official's role does not
inline constexpr char Move[] = "out_of_turn";       ///< not a move from the state of the matter
inline constexpr char Workflow[] = "no_workflow";   ///< pack or version not installed here
inline constexpr char After[] = "after";            ///< follows an action that is not here or does not count
inline constexpr char Digest[] = "digest";          ///< not the content that was signed
inline constexpr char Basis[] = "basis";            ///< content that is not here
inline constexpr char OwnStep[] = "own_step";       ///< the official did another step of this matter
inline constexpr char OwnContent[] = "own_content"; ///< the official entered or changed what is decided on
inline constexpr char NotYours[] = "not_yours";     ///< takes back somebody else's action, or an older one
} // namespace casefault

/// An action of one matter as read from the log.
struct LoggedAction {
    qint64 n = 0;
    OpId id{};
    quint64 hlc = 0;
    OfficialId actor;
    KeyId signer{};
    Signature signature{};
    Incarnation inc;
    AreaCode area;
    quint32 lane = 0;
    qint64 seq = 0;
    Hash digest{};
    std::optional<CaseAction> action;
    int stored = 0; ///< op.eff as it stands in the file
};

struct JudgedAction {
    LoggedAction logged;
    int eff = 0;            ///< eff::Effective, Unverified or Waiting
    const char *fault = ""; ///< of casefault
    bool overruled = false; ///< verified, but another official's move stands instead
    bool isVerified() const;
};

struct CaseOutcome {
    QByteArray wf;
    QByteArray state; ///< start state of the workflow as long as nothing counts
    std::vector<OpId> tips;
    bool disputed = false;
    int waiting = 0;
    QString since;                     ///< date of the action that led here
    QByteArray moved;                  ///< code of that action
    std::vector<JudgedAction> actions; ///< in time order
};

/// What is known of an op that a basis names.
struct OpFact {
    OfficialId actor;
    QByteArray type;
};

struct CaseFacts {
    const Registry &registry;
    const WorkflowBook &workflows;
    QByteArray wf;     ///< that the matter began under
    AreaCode area;     ///< of the matter
    OfficialId author; ///< who opened it
    /// Empty when the op is not here.
    std::function<Result<std::optional<OpFact>>(const OpId &)> op;
};

/// Which actions count and what state they make (exchange.md §12.3, §12.4): a function of the set of actions,
/// never of their order.
Result<CaseOutcome> judgeCase(std::vector<LoggedAction> actions, const CaseFacts &facts);

} // namespace ffp
