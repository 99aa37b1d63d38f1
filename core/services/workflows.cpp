// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/workflows.h"

#include <map>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

const std::vector<QByteArray> kJudges{"reviewer", "approver"};
const std::vector<QByteArray> kEverybody{"reporter", "reviewer", "approver"};

void addMoves(const Chain &chain, const ChainStep &step, std::vector<WorkflowMove> &moves)
{
    const bool judges = step.act == ChainStep::Act::Approve;
    const std::vector<QByteArray> &roles = judges ? kJudges : kEverybody;
    const ChainStep *const next = chain.next(step.key);
    const QByteArray key = step.key.toUtf8();
    const QByteArray forward = key + '.' + chainActCode(step.act);
    const QByteArray to = next ? next->key.toUtf8() : QByteArray(kStateDone);
    moves.push_back({forward, key, to, step.levels, roles, judges, {}});
    for (const QString &back : step.returnsTo)
        moves.push_back(
            {key + ".return." + back.toUtf8(), key, back.toUtf8(), step.levels, roles, judges, {}});
    if (step.rejects)
        moves.push_back({key + ".reject", key, kStateRejected, step.levels, roles, judges, {}});
    // What ended the matter stands: only an office above, or a new matter, changes it.
    if (next)
        moves.push_back({key + ".withdraw", to, key, step.levels, roles, false, forward});
}

std::map<QByteArray, Workflow> readShipped()
{
    std::map<QByteArray, Workflow> book;
    for (const QString &id : PolicyPack::shipped())
        if (const Result<PolicyPack> pack = PolicyPack::load(id))
            for (const Chain &chain : pack->chains()) {
                Workflow workflow = workflowOf(*pack, chain);
                book.emplace(workflow.id, std::move(workflow));
            }
    return book;
}

} // namespace

QByteArray workflowId(const QString &packStamp, const QString &chain)
{
    return (packStamp + u'/' + chain).toUtf8();
}

Workflow workflowOf(const PolicyPack &pack, const Chain &chain)
{
    Workflow workflow{workflowId(pack.stamp(), chain.id), chain.first().key.toUtf8(), {}};
    for (const ChainStep &step : chain.steps)
        if (step.isSigned())
            addMoves(chain, step, workflow.moves);
    return workflow;
}

WorkflowBook shippedWorkflows()
{
    static const std::map<QByteArray, Workflow> book = readShipped();
    return [](QByteArrayView id) -> const Workflow * {
        const auto found = book.find(id.toByteArray());
        return found == book.end() ? nullptr : &found->second;
    };
}

} // namespace ffp
