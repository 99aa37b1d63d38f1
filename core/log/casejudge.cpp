// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/casejudge.h"

#include "core/log/fold.h"
#include "core/trust/cbor.h"

#include <algorithm>
#include <set>

namespace ffp {
namespace {

/// Records that say what was done with the matter rather than what it is about: an official's own note of a
/// step does not make him the author of the content.
bool isContent(QByteArrayView type)
{
    return type != "step" && type != "proceeding";
}

/// Whether `upto` (exchange.md §11.2, end) covers a position.
bool covers(const QByteArray &upto, const LoggedAction &action)
{
    cbor::Reader reader(upto);
    quint64 tips = 0;
    if (!reader.array(tips))
        return false;
    for (quint64 i = 0; i < tips; ++i) {
        quint64 parts = 0;
        QByteArrayView inc;
        QByteArrayView area;
        QByteArrayView head;
        qint64 lane = 0;
        qint64 count = 0;
        if (!reader.array(parts) || parts != 5 || !reader.bytes(inc) || !reader.utf8(area)
            || !reader.integer(lane) || !reader.integer(count) || !reader.bytes(head))
            return false;
        if (Incarnation::fromBytes(inc) == action.inc && area == action.area.toString().toUtf8()
            && lane == qint64(action.lane))
            return action.seq <= count;
    }
    return false;
}

/// One matter being judged. Actions whose predecessors are judged are looked at; each gets its verdict once.
class Judge
{
public:
    Judge(std::vector<LoggedAction> actions, const CaseFacts &facts) : m_facts(facts)
    {
        std::sort(actions.begin(), actions.end(), [](const LoggedAction &a, const LoggedAction &b) {
            return std::tie(a.hlc, a.id) < std::tie(b.hlc, b.id);
        });
        for (LoggedAction &one : actions)
            m_actions.push_back({std::move(one), 0, "", false});
        m_workflow = facts.workflows(facts.wf);
    }

    Result<CaseOutcome> run()
    {
        // An action may carry an older clock than one it follows: rounds instead of one pass.
        bool news = true;
        while (news) {
            news = false;
            for (JudgedAction &one : m_actions) {
                if (one.eff != 0 || !predecessorsJudged(one))
                    continue;
                FFP_ASSIGN(const char *const fault, faultOf(one));
                one.fault = fault;
                const bool waits = fault == casefault::Workflow || fault == casefault::Basis
                                   || fault == casefault::After;
                one.eff = *fault == '\0' ? eff::Effective : waits ? eff::Waiting : eff::Unverified;
                news = true;
            }
        }
        for (JudgedAction &one : m_actions)
            if (one.eff == 0) {
                one.eff = eff::Waiting;
                one.fault = casefault::After;
            }
        return outcome();
    }

private:
    const JudgedAction *find(const OpId &id) const
    {
        const auto found = std::find_if(m_actions.begin(), m_actions.end(),
                                        [&id](const JudgedAction &one) { return one.logged.id == id; });
        return found == m_actions.end() ? nullptr : &*found;
    }

    bool predecessorsJudged(const JudgedAction &one) const
    {
        if (!one.logged.action)
            return true;
        return std::all_of(one.logged.action->after.begin(), one.logged.action->after.end(),
                           [this](const OpId &id) {
                               const JudgedAction *before = find(id);
                               return !before || before->eff != 0;
                           });
    }

    Result<const char *> faultOf(const JudgedAction &one) const
    {
        const LoggedAction &logged = one.logged;
        if (!logged.action)
            return casefault::Form;
        if (const char *fault = signerFault(logged); *fault)
            return fault;
        const CaseAction &action = *logged.action;
        if (!m_workflow || action.wf != m_facts.wf)
            return m_workflow ? casefault::Move : casefault::Workflow;
        const WorkflowMove *move = m_workflow->move(action.step, action.from);
        if (!move || move->to != action.to)
            return casefault::Move;
        if (const char *fault = entitlementFault(logged, *move); *fault)
            return fault;
        std::set<OpId> path;
        for (const OpId &id : action.after) {
            const JudgedAction *before = find(id);
            if (!before || !before->isVerified())
                return casefault::After;
            collect(*before, path);
        }
        if (stateOf(path).state != action.from)
            return casefault::Move;
        if (basisDigest(action.basis) != logged.digest)
            return casefault::Digest;
        return contentFault(logged, *move, path);
    }

    const char *signerFault(const LoggedAction &logged) const
    {
        const auto key = m_facts.registry.keys().find(logged.signer);
        if (key == m_facts.registry.keys().end() || key->second.role != KeyEntry::Role::Official
            || key->second.owner != logged.actor.bytes()
            || !crypto::verify(key->second.pub, opkind::signTag(opkind::Action), view(logged.id),
                               logged.signature))
            return casefault::Signature;
        if (key->second.state == KeyEntry::State::Ended && !covers(key->second.upto, logged))
            return casefault::Disabled;
        return "";
    }

    const char *entitlementFault(const LoggedAction &logged, const WorkflowMove &move) const
    {
        const auto official = m_facts.registry.officials().find(logged.actor);
        const auto writer = m_facts.registry.incarnations().find(logged.inc);
        if (official == m_facts.registry.officials().end() || writer == m_facts.registry.incarnations().end()
            || writer->second.site != official->second.site)
            return casefault::Site;
        const OfficialPost post = postOf(m_facts.registry, official->second);
        if (!post.area.covers(m_facts.area))
            return casefault::Area;
        if (!post.level
            || std::find(move.levels.begin(), move.levels.end(), *post.level) == move.levels.end())
            return casefault::Level;
        const QByteArray role = official->second.role.toLatin1();
        if (std::find(move.roles.begin(), move.roles.end(), role) == move.roles.end())
            return casefault::Role;
        return "";
    }

    /// Checks 7 (presence) and 8 of §12.3, and who may take an action back.
    Result<const char *> contentFault(const LoggedAction &logged, const WorkflowMove &move,
                                      const std::set<OpId> &path) const
    {
        const CaseAction &action = *logged.action;
        std::set<OpId> known; // by the last submission
        for (const JudgedAction &one : m_actions)
            if (path.contains(one.logged.id) && one.logged.action->step.endsWith(".submit")) {
                known.clear();
                for (const BasisItem &item : one.logged.action->basis)
                    known.insert(item.ops.begin(), item.ops.end());
            }
        bool authored = logged.actor == m_facts.author;
        for (const BasisItem &item : action.basis)
            for (const OpId &id : item.ops) {
                FFP_ASSIGN(const std::optional<OpFact> fact, m_facts.op(id));
                if (!fact)
                    return casefault::Basis;
                authored = authored
                           || (!known.contains(id) && fact->actor == logged.actor && isContent(fact->type));
            }
        if (!move.onlyAfter.isEmpty()) {
            const JudgedAction *before = action.after.size() == 1 ? find(action.after.front()) : nullptr;
            return before && before->logged.actor == logged.actor
                           && before->logged.action->step == move.onlyAfter
                       ? ""
                       : casefault::NotYours;
        }
        if (!move.byAnother)
            return "";
        for (const JudgedAction &one : m_actions)
            if (path.contains(one.logged.id) && one.logged.actor == logged.actor
                && stepKeyOf(one) != move.stepKey())
                return casefault::OwnStep;
        return authored ? casefault::OwnContent : "";
    }

    static QByteArray stepKeyOf(const JudgedAction &one)
    {
        const QByteArray &code = one.logged.action->step;
        return code.left(code.indexOf('.'));
    }

    void collect(const JudgedAction &from, std::set<OpId> &path) const
    {
        if (!path.insert(from.logged.id).second)
            return;
        for (const OpId &id : from.logged.action->after)
            if (const JudgedAction *before = find(id))
                collect(*before, path);
    }

    struct State {
        QByteArray state;
        std::vector<const JudgedAction *> tips;
        std::set<OpId> standing;
        bool disputed = false;
    };

    AreaLevel levelOf(const JudgedAction &one) const
    {
        const auto official = m_facts.registry.officials().find(one.logged.actor);
        const OfficialPost post = postOf(m_facts.registry, official->second);
        return post.level.value_or(AreaLevel::Village);
    }

    /// §12.4 over the verified actions in `among`.
    State stateOf(const std::set<OpId> &among) const
    {
        std::map<std::vector<OpId>, std::vector<const JudgedAction *>> groups; // siblings by what they follow
        for (const JudgedAction &one : m_actions)
            if (one.isVerified() && among.contains(one.logged.id)) {
                std::vector<OpId> after = one.logged.action->after;
                std::sort(after.begin(), after.end());
                groups[after].push_back(&one);
            }
        State state;
        state.state = m_workflow ? m_workflow->start : QByteArray();
        std::set<std::vector<OpId>> open; // groups that could not be settled, by what settles them
        std::set<std::vector<OpId>> done;
        bool news = true;
        while (news) {
            news = false;
            for (const auto &[after, group] : groups) {
                const bool follows = std::all_of(after.begin(), after.end(), [&state](const OpId &id) {
                    return state.standing.contains(id);
                });
                if (done.contains(after) || !(follows || open.contains(after)))
                    continue;
                done.insert(after);
                open.erase(after);
                settle(group, state, open);
                news = true;
            }
        }
        std::set<OpId> followed; // by a standing action, also through what it settled
        for (const JudgedAction &one : m_actions)
            if (state.standing.contains(one.logged.id))
                for (const OpId &id : one.logged.action->after)
                    if (const JudgedAction *before = find(id))
                        collect(*before, followed);
        for (const JudgedAction &one : m_actions)
            if (state.standing.contains(one.logged.id) && !followed.contains(one.logged.id))
                state.tips.push_back(&one);
        finish(state, !open.empty());
        return state;
    }

    void settle(const std::vector<const JudgedAction *> &group, State &state,
                std::set<std::vector<OpId>> &open) const
    {
        AreaLevel highest = AreaLevel::Village;
        for (const JudgedAction *one : group)
            highest = std::min(highest, levelOf(*one));
        std::set<QByteArray> all;
        std::set<QByteArray> ofHighest;
        for (const JudgedAction *one : group) {
            all.insert(one->logged.action->to);
            if (levelOf(*one) == highest)
                ofHighest.insert(one->logged.action->to);
        }
        if (all.size() > 1 && ofHighest.size() > 1) {
            std::vector<OpId> contending;
            for (const JudgedAction *one : group)
                contending.push_back(one->logged.id);
            std::sort(contending.begin(), contending.end());
            open.insert(contending);
            return;
        }
        for (const JudgedAction *one : group)
            if (all.size() == 1 || (levelOf(*one) == highest))
                state.standing.insert(one->logged.id);
    }

    static void finish(State &state, bool unsettled)
    {
        std::set<QByteArray> ends;
        for (const JudgedAction *tip : state.tips)
            ends.insert(tip->logged.action->to);
        state.disputed = unsettled || ends.size() > 1;
        if (ends.size() == 1)
            state.state = *ends.begin();
    }

    CaseOutcome outcome()
    {
        std::set<OpId> all;
        for (const JudgedAction &one : m_actions)
            all.insert(one.logged.id);
        const State state = stateOf(all);
        CaseOutcome out;
        out.wf = m_facts.wf;
        out.state = state.state;
        out.disputed = state.disputed;
        for (const JudgedAction *tip : state.tips) {
            out.tips.push_back(tip->logged.id);
            out.since = tip->logged.action->date;
            out.moved = tip->logged.action->step;
        }
        std::sort(out.tips.begin(), out.tips.end());
        for (JudgedAction &one : m_actions) {
            one.overruled = one.isVerified() && !state.standing.contains(one.logged.id);
            out.waiting += one.eff == eff::Waiting;
        }
        out.actions = std::move(m_actions);
        return out;
    }

    const CaseFacts &m_facts;
    const Workflow *m_workflow = nullptr;
    std::vector<JudgedAction> m_actions;
};

} // namespace

bool JudgedAction::isVerified() const
{
    return eff == eff::Effective;
}

Result<CaseOutcome> judgeCase(std::vector<LoggedAction> actions, const CaseFacts &facts)
{
    return Judge(std::move(actions), facts).run();
}

} // namespace ffp
