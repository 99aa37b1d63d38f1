// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/history.h"

#include "core/db/statement.h"
#include "core/log/opcodec.h"
#include "core/log/oplog.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Which change group an op belongs to.
class ChangeFinder
{
public:
    explicit ChangeFinder(const Database &db) : m_db(db) {}

    Result<> fill(FieldChange &entry)
    {
        if (entry.op < m_first || entry.op > m_last)
            FFP_TRY(find(entry.op));
        if (entry.op >= m_first && entry.op <= m_last) {
            entry.change = m_change;
            entry.verb = m_verb;
        }
        return {};
    }

private:
    Result<> find(qint64 op)
    {
        if (m_find.isNull()) {
            FFP_ASSIGN(m_find,
                       Statement::prepare(m_db, u"SELECT cid, verb, n_first, n_last FROM change"
                                                " WHERE n_first <= ? ORDER BY n_first DESC LIMIT 1"_s));
        }
        m_find.bind(1, op);
        FFP_ASSIGN(const bool row, m_find.step());
        if (row) {
            m_change = m_find.integer(0);
            m_verb = m_find.text(1);
            m_first = m_find.integer(2);
            m_last = m_find.integer(3);
        }
        m_find.reset();
        return {};
    }

    const Database &m_db;
    Statement m_find;
    qint64 m_change = 0;
    qint64 m_first = 1;
    qint64 m_last = 0;
    QString m_verb;
};

void addEntries(std::span<const FoldOp> ops, const FoldOp &op, FieldChange entry,
                std::vector<FieldChange> &out)
{
    entry.op = op.n;
    entry.atMs = HybridClock::wallMs(op.hlc);
    entry.actor = op.actor;
    entry.site = op.inc;
    entry.created = op.kind == opkind::Create;
    entry.note = QString::fromUtf8(op.payload.note);
    for (const PayloadView::Field &set : op.payload.set) {
        FieldChange &line = out.emplace_back(entry);
        line.fieldName = QString::fromUtf8(set.name);
        const int index = fieldIndex(entry.entity,
                                     std::string_view(set.name.data(), size_t(set.name.size())));
        if (index >= 0)
            line.field = FieldRef{entry.entity, static_cast<quint16>(index)};
        line.before = entry.created ? Value() : valueBefore(ops, op, set.name);
        line.after = valueSet(op, set.name);
    }
}

} // namespace

Value valueSet(const FoldOp &op, QByteArrayView field)
{
    const QByteArrayView item = op.item(field);
    return item.isNull() ? Value() : opcodec::readValue(item).value_or(Value());
}

Value valueBefore(std::span<const FoldOp> ops, const FoldOp &op, QByteArrayView field)
{
    const std::span<const OpId> replaced = op.predecessors(field);
    const FoldOp *latest = nullptr;
    for (const FoldOp &other : ops)
        if (std::find(replaced.begin(), replaced.end(), other.id) != replaced.end()
            && !other.item(field).isNull() && (!latest || latest->before(other)))
            latest = &other;
    return latest ? valueSet(*latest, field) : Value();
}

Result<std::vector<FieldChange>> History::of(std::span<const qint64> rids) const
{
    RecordIndex index(m_db);
    OpLog log(m_db, m_cipher, index);
    ChangeFinder changes(m_db);
    FFP_ASSIGN(Statement recordOf, Statement::prepare(m_db, u"SELECT rec FROM record WHERE rid = ?"_s));
    std::vector<FieldChange> out;
    std::vector<std::pair<quint64, size_t>> order; // hlc, position
    for (const qint64 rid : rids) {
        FFP_ASSIGN(std::vector<FoldOp> ops, log.read(rid));
        const Folded folded = foldOps(ops);
        if (!folded.create)
            continue;
        const QByteArray &type = folded.create->type;
        FieldChange entry;
        entry.entity = entityById(std::string_view(type.constData(), size_t(type.size())))->entity;
        recordOf.bind(1, rid);
        FFP_TRY(recordOf.step());
        entry.record = recordOf.id<RecordId>(0);
        recordOf.reset();
        for (const FoldOp &op : ops) {
            if (op.eff != eff::Effective || (op.kind != opkind::Create && !op.isEdit()))
                continue;
            const size_t from = out.size();
            addEntries(ops, op, entry, out);
            for (size_t i = from; i < out.size(); ++i) {
                FFP_TRY(changes.fill(out[i]));
                order.emplace_back(op.hlc, i);
            }
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<FieldChange> sorted;
    sorted.reserve(out.size());
    for (const auto &[hlc, position] : order)
        sorted.push_back(std::move(out[position]));
    return sorted;
}

} // namespace ffp
