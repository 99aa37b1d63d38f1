// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/undo.h"

#include "core/db/query.h"
#include "core/domain/columnnames.h"
#include "core/log/history.h"
#include "core/log/oplog.h"

#include <algorithm>
#include <map>
#include <set>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

Error blocked(const QStringList &facts)
{
    Error error = Error::of(ErrorKind::Blocked);
    error.args = facts;
    return error;
}

/// One taking back, inside its transaction.
class Reversal
{
public:
    Reversal(Database &db, const LogCipher &cipher, ChangeWriter &writer, const Change &target)
        : m_db(db),
          m_index(db),
          m_log(db, cipher, m_index),
          m_writer(writer),
          m_target(target)
    {}

    Result<> run(const Undo::Around &around)
    {
        FFP_TRY(loadLaterChanges());
        FFP_ASSIGN(const std::vector<TouchedRecord> touched, touchedRecords());
        const auto reverseAll = [&] { return reverse(std::span(touched)); };
        return around ? around(touched, reverseAll) : reverseAll();
    }

private:
    Result<> reverse(std::span<const TouchedRecord> touched)
    {
        for (const TouchedRecord &record : touched) {
            FFP_TRY(reverse(record.rid));
            if (m_blockers.size() >= Undo::kMostBlockers)
                break;
        }
        if (m_blockers.isEmpty() && m_createdAny)
            FFP_TRY(findReferences());
        return m_blockers.isEmpty() ? Result<>() : fail(blocked(m_blockers));
    }

    Result<> loadLaterChanges()
    {
        FFP_ASSIGN(const std::vector<Change> later, ChangeLog(m_db).after(m_target.lastOp));
        for (const Change &change : later)
            m_later.emplace(change.firstOp, change);
        for (const Change &change : later)
            m_byId.emplace(change.id, change);
        return {};
    }

    /// Whether the change of an op that came after the target counts as a newer fact. A change that was
    /// undone, and the undo of a change that is itself newer than the target, cancel each other.
    bool counts(qint64 op) const
    {
        auto it = m_later.upper_bound(op);
        if (it == m_later.begin())
            return true;
        const Change &change = std::prev(it)->second;
        if (op > change.lastOp)
            return true; // came with a package
        if (change.undoneBy != 0)
            return false;
        const auto partner = m_byId.find(change.undoes);
        return partner == m_byId.end() || partner->second.undoneBy != change.id;
    }

    /// Each once, latest first.
    Result<std::vector<TouchedRecord>> touchedRecords()
    {
        Query query(m_db, u"SELECT op.rid, r.type FROM op JOIN record r ON r.rid = op.rid"
                          " WHERE op.n BETWEEN ? AND ? ORDER BY op.n DESC"_s);
        FFP_TRY(query.run(m_target.firstOp, m_target.lastOp));
        std::vector<TouchedRecord> out;
        std::set<qint64> seen;
        while (true) {
            FFP_ASSIGN(const bool row, query.next());
            if (!row)
                return out;
            if (!seen.insert(query.integer(0)).second)
                continue;
            const EntityDef *entity = entityById(query.text(1).toLatin1().toStdString());
            if (!entity)
                return fail(ErrorKind::Damaged, u"changed record of an unknown type"_s);
            out.push_back({entity->entity, query.integer(0)});
        }
    }

    void block(const FoldOp &create, RecordId record, const QString &field)
    {
        const QString fact = u"%1 %2: %3"_s.arg(QString::fromLatin1(create.type), record.toString(), field);
        if (!m_blockers.contains(fact) && m_blockers.size() < Undo::kMostBlockers)
            m_blockers << fact;
    }

    Result<> reverse(qint64 rid)
    {
        FFP_ASSIGN(std::vector<FoldOp> ops, m_log.read(rid));
        const Folded folded = foldOps(ops);
        FFP_ASSIGN(const std::optional<QByteArray> id,
                   queryBytes(m_db, u"SELECT rec FROM record WHERE rid = ?"_s, rid));
        if (!folded.create || !id)
            return fail(ErrorKind::Damaged, u"changed record without its create op"_s);
        const RecordId record = RecordId::fromBytes(*id);
        const auto inTarget = [this](const FoldOp &op) {
            return op.n >= m_target.firstOp && op.n <= m_target.lastOp;
        };
        const bool created = inTarget(*folded.create);

        // Field → the first op of the change that sets it.
        std::map<QByteArray, const FoldOp *> fields;
        for (const FoldOp &op : ops)
            if (inTarget(op) && op.isEdit())
                for (const QByteArray &field : op.fields)
                    fields.emplace(field, &op);
        bool free = true;
        for (const FoldOp &op : ops) {
            if (op.n <= m_target.lastOp || op.eff != eff::Effective || !op.isEdit() || !counts(op.n))
                continue;
            for (const QByteArray &field : op.fields)
                if (created || fields.contains(field)) {
                    block(*folded.create, record, QString::fromUtf8(field));
                    free = false;
                }
        }
        if (!free)
            return {};
        if (created) {
            m_createdAny = true;
            return m_writer.setVoid(record, true, u"撤销"_s);
        }
        return restore(ops, folded, record, fields);
    }

    Result<> restore(std::span<const FoldOp> ops, const Folded &folded, RecordId record,
                     const std::map<QByteArray, const FoldOp *> &fields)
    {
        const QByteArray &type = folded.create->type;
        const EntityDef &entity = *entityById(std::string_view(type.constData(), size_t(type.size())));
        FieldValues values;
        for (const auto &[field, op] : fields) {
            if (field == kVoidField || field == kVoidReasonField)
                continue;
            const int index = fieldIndex(entity.entity,
                                         std::string_view(field.constData(), size_t(field.size())));
            if (index < 0)
                return fail(
                    Error::onField(ErrorKind::Internal, entity.id, field.constData(), u"unknown field"_s));
            values.emplace_back(FieldRef{entity.entity, static_cast<quint16>(index)},
                                valueBefore(ops, *op, field));
        }
        FFP_TRY(m_writer.edit(record, values, {}));
        const auto voided = fields.find(kVoidField);
        const auto reason = fields.find(kVoidReasonField);
        if (voided == fields.end() && reason == fields.end())
            return {};
        const auto before = [&](auto it, QByteArrayView field) {
            if (it != fields.end())
                return valueBefore(ops, *it->second, field);
            const auto state = folded.edited.find(field.toByteArray());
            return state == folded.edited.end() || !state->second.shown
                       ? Value()
                       : valueSet(*state->second.shown, field);
        };
        return m_writer.setVoid(record, before(voided, kVoidField).toBool(),
                                before(reason, kVoidReasonField).toText());
    }

    /// Records that stand and refer to one that was created by the change and is voided now.
    Result<> findReferences()
    {
        for (const EntityDef &entity : entities()) {
            for (const FieldDef &field : entity.fields) {
                if (field.type != FieldType::Ref || !isStored(field) || field.sensitivity == Sensitivity::S)
                    continue;
                Query query(
                    m_db,
                    u"SELECT r.rec FROM \"%1\" t JOIN record r ON r.rid = t.rid WHERE t.void = 0"
                    " AND t.\"%2\" IN (SELECT rid FROM op WHERE n BETWEEN ? AND ? AND kind = 1) LIMIT ?"_s
                        .arg(QLatin1String(entity.table), QLatin1String(field.id)));
                FFP_TRY(query.run(m_target.firstOp, m_target.lastOp, qint64(Undo::kMostBlockers)));
                while (m_blockers.size() < Undo::kMostBlockers) {
                    FFP_ASSIGN(const bool row, query.next());
                    if (!row)
                        break;
                    m_blockers << u"%1 %2: %3"_s.arg(QLatin1String(entity.id),
                                                     query.id<RecordId>(0).toString(),
                                                     QLatin1String(field.id));
                }
            }
        }
        return {};
    }

    Database &m_db;
    RecordIndex m_index;
    OpLog m_log;
    ChangeWriter &m_writer;
    const Change &m_target;
    std::map<qint64, Change> m_later; ///< by first op
    std::map<qint64, Change> m_byId;
    QStringList m_blockers;
    bool m_createdAny = false;
};

} // namespace

Result<ChangeSummary> Undo::takeBack(qint64 id, Operation operation, const Around &around)
{
    FFP_ASSIGN(const Change asked, ChangeLog(m_db).change(id));
    operation.about = asked.about;
    operation.undoes = id;
    return m_log.transact(operation, [&](ChangeWriter &writer) -> Result<> {
        // Read again: until now another thread may have undone it.
        FFP_ASSIGN(const Change target, ChangeLog(m_db).change(id));
        if (!target.undoable)
            return fail(ErrorKind::NotAllowed, u"change cannot be undone"_s);
        if (target.undoneBy != 0)
            return fail(blocked({u"change %1"_s.arg(target.undoneBy)}));
        return Reversal(m_db, m_cipher, writer, target).run(around);
    });
}

} // namespace ffp
