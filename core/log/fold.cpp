// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/fold.h"

#include "core/log/hlc.h"

#include <algorithm>
#include <set>

namespace ffp {
namespace {

bool isVerdict(int value)
{
    return value == eff::Beyond || value == eff::Unverified || value == eff::Waiting;
}

bool typeIsKnown(const QByteArray &type)
{
    return entityById(std::string_view(type.constData(), static_cast<size_t>(type.size()))) != nullptr;
}

const FoldOp *effectiveCreate(std::span<FoldOp> ops)
{
    const FoldOp *create = nullptr;
    for (const FoldOp &op : ops)
        if (op.kind == opkind::Create && op.eff == eff::Effective && (!create || op.before(*create)))
            create = &op;
    return create;
}

void judge(std::span<FoldOp> ops)
{
    for (FoldOp &op : ops)
        if (!isVerdict(op.eff) && !opkind::isRegistry(op.kind)) // lane 1 is RegistryLog's
            op.eff = opkind::isKnown(op.kind) && typeIsKnown(op.type) ? eff::Effective : eff::Unknown;
    const FoldOp *create = effectiveCreate(ops);
    for (FoldOp &op : ops) {
        if (!create || &op == create || op.eff != eff::Effective)
            continue;
        if (op.kind == opkind::Create)
            op.eff = eff::FurtherCreate;
        else if (op.area != create->area || op.type != create->type)
            op.eff = eff::Foreign;
    }
}

FieldState stateOf(QByteArrayView field, std::vector<const FoldOp *> ops)
{
    std::set<OpId> replaced;
    for (const FoldOp *op : ops) {
        const std::span<const OpId> pred = op->predecessors(field);
        replaced.insert(pred.begin(), pred.end());
    }
    FieldState state;
    for (const FoldOp *op : ops)
        if (!replaced.contains(op->id))
            state.heads.push_back(op);
    std::sort(state.heads.begin(), state.heads.end(),
              [](const FoldOp *a, const FoldOp *b) { return a->before(*b); });
    std::set<QByteArray> values;
    bool erased = false;
    for (const FoldOp *head : state.heads) {
        if (head->erased) {
            erased = true;
            continue;
        }
        state.shown = head;
        const QByteArrayView item = head->item(field);
        values.insert(QByteArray(item.data(), item.size()));
    }
    state.values = static_cast<int>(values.size()) + (erased ? 1 : 0);
    if (state.heads.size() > 1)
        state.sinceMs = HybridClock::wallMs(state.heads[1]->hlc);
    return state;
}

} // namespace

bool FoldOp::sets(QByteArrayView field) const
{
    if (isEdit())
        return std::any_of(fields.begin(), fields.end(),
                           [&](const QByteArray &name) { return name == field; });
    // Nobody knows any more what an erased create held: it may have held every field.
    return kind == opkind::Create && (erased || payload.field(field));
}

std::span<const OpId> FoldOp::predecessors(QByteArrayView field) const
{
    for (const auto &[name, ids] : fpred)
        if (name == field)
            return ids;
    return pred;
}

QByteArrayView FoldOp::item(QByteArrayView field) const
{
    if (erased)
        return {};
    const PayloadView::Field *found = payload.field(field);
    return found ? found->item : QByteArrayView();
}

Folded foldOps(std::span<FoldOp> ops)
{
    judge(ops);
    Folded folded;
    folded.create = effectiveCreate(ops);
    if (!folded.create)
        return folded;
    std::map<QByteArray, std::vector<const FoldOp *>> edits;
    for (const FoldOp &op : ops)
        if (op.isEdit() && op.eff == eff::Effective)
            for (const QByteArray &field : op.fields)
                edits[field].push_back(&op);
    for (auto &[field, fieldOps] : edits) {
        if (folded.create->sets(field))
            fieldOps.push_back(folded.create);
        FieldState state = stateOf(field, std::move(fieldOps));
        if (state.heads.size() != 1 || state.heads.front() != folded.create)
            folded.edited.emplace(field, std::move(state));
    }
    return folded;
}

QByteArrayView shownItem(const Folded &folded, QByteArrayView field)
{
    if (const auto it = folded.edited.find(QByteArray(field.data(), field.size())); it != folded.edited.end())
        return it->second.shown ? it->second.shown->item(field) : QByteArrayView();
    return folded.create ? folded.create->item(field) : QByteArrayView();
}

} // namespace ffp
