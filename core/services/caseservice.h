// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/casejudge.h"
#include "core/log/transact.h"
#include "core/policy/policypack.h"
#include "core/services/casecontent.h"
#include "core/services/registryservice.h"

namespace ffp {

enum class CaseVerb { Submit, Approve, Record, Return, Reject, Withdraw };
const char *caseVerbCode(CaseVerb verb);
std::optional<CaseVerb> caseVerbFromCode(QStringView code);
/// Leads to the next step.
bool isForward(CaseVerb verb);
/// A field of `step` that a chain names; ChainReader knows that it is there.
FieldRef stepField(const QString &id);

struct NewMatter {
    QString type; ///< id of a chain of the pack
    RecordId household;
    QString reason;
    RecordId clue; ///< may be null
};

struct CaseRequest {
    RecordId matter{};
    CaseVerb verb = CaseVerb::Submit;
    QString comment{};          ///< the opinion; with a return or a rejection the reason, and then not empty
    FieldValues record{};       ///< fields of `step`
    QString returnTo{};         ///< key of the step; empty = the usual one
    QString password{};         ///< of the official, again, for a judgement (approve, return, reject)
    std::optional<Hash> seen{}; ///< digest of the content that was on screen; Conflict when it is another now
};

/// What the next step still lacks: a piece of evidence, a field of its record, or a condition.
struct CaseLack {
    enum class Kind { Evidence, Field, Condition } kind = Kind::Evidence;
    QString step; ///< key
    QString what; ///< evidence id, field of `step`, id of the condition
};

struct CaseStepState {
    QString key;
    QDate doneOn;
    QString person; ///< who signed, or who is named in its record
    QString opinion;
    QDate due;
    bool late = false;
    bool current = false;
    bool done = false; ///< also of a step without signature, once the next signed one was passed
};

struct CaseEvent {
    QString step; ///< key
    QString verb;
    QString actor; ///< shown name
    QString siteName;
    QString date;
    QString opinion;
    QString fault; ///< of casefault; empty = counts
    bool overruled = false;
};

struct CaseView {
    Record matter;
    PolicyPack pack;
    Chain chain;
    QString state; ///< key of the step that is waited for, kStateDone or kStateRejected
    bool disputed = false;
    HouseholdDetail household;
    std::vector<CaseStepState> steps;
    std::vector<CaseEvent> history;     ///< oldest first
    std::vector<Record> records;        ///< of the steps, newest first
    std::vector<CaseLack> lacks;        ///< of the step that is waited for
    std::vector<ContentChange> changed; ///< since the last action
    Hash digest{};
    std::vector<CaseVerb> mayDo; ///< by the user, as far as it is known before trying
    QDate due;
    bool late = false;

    const ChainStep *pending() const { return chain.step(state); }
};

struct CaseRow {
    RecordId id;
    qint64 rid = 0;
    QString type;
    QString pack;
    qint64 householdRid = 0;
    AreaCode area;
    QString headName;
    QString areaName;
    QString state;
    QString typeTitle;  ///< as in the pack, in the language asked
    QString stateTitle; ///< of the pending step, alike; empty at the end
    QString moved;      ///< code of the last move; ".return." in it: came back
    QDate opened;
    QDate since;
    QDate due;
    bool late = false;
    bool disputed = false;
    std::optional<AreaLevel> level; ///< of the pending step
};

/// What waits for me; what I set going or decided that goes on; what came back; what is late; everything.
enum class CaseBox { Waiting, Sent, Returned, Late, All };
std::optional<CaseBox> caseBoxFromCode(QStringView code);

struct CaseQuery {
    CaseBox box = CaseBox::All;
    QString type{};
    RecordId household{};
    AreaCode area{};
    bool finished = true; ///< with those that are done or rejected
};

/// Matters that are reported, reviewed and decided: the chains of the policy pack carried out (domain.md §9,
/// §10), each step a signed action on exactly what was looked at (exchange.md §12). Who may do what is judged
/// by judgeCase() from the log itself; here it is only said earlier and in better words.
///
/// Common errors: Locked, NotFound (matter, household), Busy, DiskFull, Database. Refusals leave an entry in
/// the access log.
class CaseService
{
public:
    explicit CaseService(Session &session) : m_session(session) {}

    /// RuleBroken with args[0]: "matter_open" (the household has one of this kind), "case_open" (it is
    /// monitored already), "no_monitored_case", "members_of_void"; NotFound for a type that the pack does not
    /// have; NotAllowed outside the official's area.
    Result<RecordId> open(const NewMatter &matter);
    /// The record of a step without signature, or of the step that is waited for before it is signed.
    /// RuleBroken "out_of_turn" for another one; NotAllowed for another level.
    Result<ChangeSummary> noteStep(RecordId matter, const QString &key, const FieldValues &values);
    /// RuleBroken with args[0]: "out_of_turn" (args[1] = what is waited for), "lacks" (args[1…] =
    /// CaseLack as "step/kind/what"), "comment", "conflict" (open conflicts in the content), HV-37 (a step
    /// may not predate the one before it), or the id of a condition with its clause and title; NotAllowed
    /// with a fault of casefault, or "own_household"; WrongPassword; Conflict.
    Result<ChangeSummary> act(const CaseRequest &request);

    Result<CaseView> view(RecordId matter) const;
    /// By record id, or the newest of a household (its number or id).
    Result<RecordId> find(const QString &key) const;
    /// Oldest first.
    Result<std::vector<CaseRow>> list(const CaseQuery &query, Language language = Language::Chinese) const;

private:
    Result<ChangeSummary> perform(const CaseRequest &request);
    Result<ActionSigner> signer(const CaseRequest &request, bool again);
    Session &m_session;
};

} // namespace ffp
