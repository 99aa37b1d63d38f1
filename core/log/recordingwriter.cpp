// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/recordingwriter.h"

#include "core/db/query.h"
#include "core/domain/columnnames.h"
#include "core/log/caseaction.h"
#include "core/log/opcodec.h"
#include "core/log/preparedrecord.h"
#include "core/schema/projection.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// From here on an import is worth preparing for.
constexpr qint64 kManyRecords = 1000;
/// New ids that share a millisecond.
constexpr qint64 kIdsPerMs = 16;
/// More records than this and screens reload their lists instead of single rows.
constexpr size_t kBulkRids = 1000;

Error notFound(RecordId id)
{
    Error error = Error::of(ErrorKind::NotFound);
    error.subject.key = id.toString();
    return error;
}

} // namespace

RecordingWriter::RecordingWriter(Database &db, const LogCipher &cipher, const LogOwner &owner,
                                 const Operation &operation)
    : m_db(db),
      m_cipher(cipher),
      m_owner(owner),
      m_operation(operation),
      m_records(db),
      m_ops(db, cipher, m_records),
      m_projector(db, cipher, m_records, m_ops),
      m_store(db, cipher)
{}

Result<> RecordingWriter::begin(qint64 nowMs)
{
    FFP_TRY(m_records.begin());
    FFP_TRY(m_ops.begin(m_owner.incarnation, nowMs));
    m_firstN = m_ops.nextN();
    return {};
}

/// Remembers an error that may have left half a record behind: nothing of this transaction can stay.
template <class T>
Result<T> RecordingWriter::guard(Result<T> result)
{
    if (!result && !m_failed)
        m_failed = result.error();
    return result;
}

Result<RecordId> ChangeWriter::create(Entity entity, const AreaCode &area, const FieldValues &values,
                                      RecordId id)
{
    FFP_ASSIGN(const Prepared record, prepare(entity, values, id));
    return create(area, record);
}

RecordId ChangeWriter::idOf(const Prepared &record)
{
    return record->id;
}

Result<Prepared> RecordingWriter::prepare(Entity entity, const FieldValues &values, RecordId id) const
{
    // Ids of one change grow (RFC 9562, 6.2): records that belong together lie together in the index.
    const qint64 ahead = m_prepared++ / kIdsPerMs;
    FFP_ASSIGN(PreparedRecord record, prepareRecord(m_cipher, m_ops.nowMs() + ahead, entity, values, id));
    return std::make_shared<const PreparedRecord>(std::move(record));
}

Result<RecordId> RecordingWriter::create(const AreaCode &area, const Prepared &prepared)
{
    if (m_failed)
        return fail(*m_failed);
    const PreparedRecord &record = *prepared;
    const EntityDef &def = *record.entity;
    if (area.isNull())
        return fail(ErrorKind::InvalidArgument, u"record without an area"_s);
    if (!m_owner.area.covers(area))
        return fail(ErrorKind::NotAllowed, u"area outside the site"_s);
    RecordIndex::Row known;
    if (!record.idIsNew) {
        FFP_ASSIGN(known, guard(m_records.find(record.id)));
        if (known.created) {
            Error error = Error::of(ErrorKind::AlreadyExists);
            error.subject.entity = QString::fromLatin1(def.id);
            error.subject.key = record.id.toString();
            return fail(std::move(error));
        }
    }
    qint64 rid = known.rid;
    const auto write = [&]() -> Result<> {
        if (rid) {
            FFP_TRY(m_records.setCreate(rid, record.id, def.id, area, m_ops.nextN()));
        } else {
            FFP_ASSIGN(rid, m_records.insertCreated(record.id, def.id, area, m_ops.nextN()));
        }
        Op op;
        op.area = area;
        op.actor = m_operation.actor;
        op.kind = opkind::Create;
        op.rec = record.id;
        op.type = def.id;
        op.pred.emplace();
        op.commit = record.commit;
        FFP_TRY(m_ops.append(op, rid, record.payload));
        // Ops that came before their create make it more than the fast path can do.
        const bool onlyOp = !known.rid || known.bare;
        return onlyOp ? m_projector.insertCreated(def, rid, area, record.cells) : m_projector.fold(rid);
    };
    FFP_TRY(guard(write()));
    touched(def.entity, rid, true);
    return record.id;
}

Result<RecordStore::Location> RecordingWriter::writable(RecordId id)
{
    if (m_failed)
        return fail(*m_failed);
    FFP_ASSIGN(const std::optional<RecordStore::Location> where, guard(m_store.locate(id)));
    if (!where)
        return fail(notFound(id));
    if (!m_owner.area.covers(where->area))
        return fail(ErrorKind::NotAllowed, u"area outside the site"_s);
    return *where;
}

Result<> RecordingWriter::edit(RecordId id, const FieldValues &values, const QString &note)
{
    FFP_ASSIGN(const RecordStore::Location where, writable(id));
    const EntityDef &def = entityDef(where.entity);
    FFP_ASSIGN(std::vector<Value> canonical, canonicalValues(def, values));
    std::vector<FieldRef> fields;
    for (const auto &[field, value] : values)
        fields.push_back(field);
    if (fields.empty())
        return {};
    FFP_ASSIGN(const std::vector<Record> rows,
               guard(m_store.records(where.entity, std::span(&where.rid, 1), fields)));
    if (rows.empty())
        return fail(notFound(id));
    std::vector<Setting> settings;
    for (size_t i = 0; i < values.size(); ++i) {
        const FieldDef &field = fieldDef(values[i].first);
        if (canonical[i] != rows.front()[values[i].first])
            settings.push_back({field.id, std::move(canonical[i]), field.type == FieldType::TextList});
    }
    return writeEdit(where, id, settings, note);
}

Result<> RecordingWriter::setVoid(RecordId id, bool voided, const QString &reason)
{
    FFP_ASSIGN(const RecordStore::Location where, writable(id));
    FFP_ASSIGN(const std::vector<Record> rows,
               guard(m_store.records(where.entity, std::span(&where.rid, 1))));
    if (rows.empty())
        return fail(notFound(id));
    const QString why = reason.normalized(QString::NormalizationForm_C);
    std::vector<Setting> settings;
    if (rows.front().voided != voided)
        settings.push_back({kVoidField, Value(voided), false});
    if (rows.front().voidReason != why)
        settings.push_back({kVoidReasonField, Value(why), false});
    return writeEdit(where, id, settings, {});
}

Result<> RecordingWriter::writeEdit(const RecordStore::Location &where, RecordId id,
                                    const std::vector<Setting> &settings, const QString &note)
{
    if (settings.empty())
        return {};
    const EntityDef &def = entityDef(where.entity);
    std::vector<SetItem> set;
    Op op;
    op.fields.emplace();
    for (const Setting &setting : settings) {
        set.push_back({setting.name, &setting.value, setting.ordered});
        op.fields->push_back(setting.name);
    }
    op.area = where.area;
    op.actor = m_operation.actor;
    op.kind = opkind::Edit;
    op.rec = id;
    op.type = def.id;
    FFP_TRY(opcodec::encodePayload(crypto::random<16>(), set, note.isEmpty() ? m_operation.note : note,
                                   m_payload));
    op.commit = opcodec::commitOf(m_payload);
    const auto write = [&]() -> Result<> {
        FFP_TRY(predecessors(where.rid, op));
        FFP_TRY(m_ops.append(op, where.rid, m_payload));
        const bool plain = std::none_of(op.fields->begin(), op.fields->end(),
                                        [](const QByteArray &field) { return field.startsWith('_'); });
        return plain ? m_projector.foldEdit(where.rid, id, def, *op.fields) : m_projector.fold(where.rid);
    };
    FFP_TRY(guard(write()));
    touched(where.entity, where.rid, false);
    return {};
}

Result<> RecordingWriter::act(RecordId matter, const CaseAction &action, const ActionSigner &signer)
{
    FFP_ASSIGN(const RecordStore::Location where, writable(matter));
    Op op;
    op.area = where.area;
    op.actor = m_operation.actor;
    op.kind = opkind::Action;
    op.rec = matter;
    op.type = entityDef(where.entity).id;
    op.digest = basisDigest(action.basis);
    op.signer = signer.key;
    FFP_TRY(opcodec::encodeMapPayload(crypto::random<16>(), 3, action.encode(), m_operation.note, m_payload));
    op.commit = opcodec::commitOf(m_payload);
    FFP_TRY(guard(m_ops.append(op, where.rid, m_payload, signer.sign)));
    touched(where.entity, where.rid, false);
    return {};
}

/// pred = the heads that most fields share, fpred = those of the others. A field that was never edited is
/// replaced at the create op, whether that op gave it a value or not.
Result<> RecordingWriter::predecessors(qint64 rid, Op &op)
{
    if (m_heads.isNull()) {
        FFP_ASSIGN(m_heads,
                   Statement::prepare(m_db, u"SELECT h.field, o.id FROM head h JOIN op o ON o.n = h.n"
                                            " WHERE h.rid = ?"_s));
        FFP_ASSIGN(m_createId,
                   Statement::prepare(m_db, u"SELECT o.id FROM record r JOIN op o ON o.n = r.create_n"
                                            " WHERE r.rid = ?"_s));
    }
    m_createId.reset();
    m_createId.bind(1, rid);
    FFP_ASSIGN(const bool created, m_createId.step());
    OpId create{};
    if (!created || !fromView(m_createId.bytesView(0), create))
        return fail(ErrorKind::Damaged, u"record without its create op"_s);
    m_createId.reset();

    std::map<QByteArray, std::vector<OpId>> heads;
    m_heads.reset();
    m_heads.bind(1, rid);
    while (true) {
        FFP_ASSIGN(const bool row, m_heads.step());
        if (!row)
            break;
        OpId id{};
        if (!fromView(m_heads.bytesView(1), id))
            return fail(ErrorKind::Damaged, u"head without its op"_s);
        heads[m_heads.utf8View(0).toByteArray()].push_back(id);
    }
    std::map<std::vector<OpId>, int> shared;
    std::vector<std::vector<OpId>> pred;
    for (const QByteArray &field : *op.fields) {
        const auto it = heads.find(field);
        std::vector<OpId> ids = it == heads.end() ? std::vector{create} : it->second;
        std::sort(ids.begin(), ids.end());
        ++shared[ids];
        pred.push_back(std::move(ids));
    }
    const auto most = std::max_element(shared.begin(), shared.end(),
                                       [](const auto &a, const auto &b) { return a.second < b.second; });
    op.pred = most->first;
    for (size_t i = 0; i < pred.size(); ++i)
        if (pred[i] != most->first)
            op.fpred.emplace_back((*op.fields)[i], pred[i]);
    return {};
}

qint64 RecordingWriter::rid(RecordId id)
{
    Result<RecordIndex::Row> row = guard(m_records.find(id));
    return row ? row->rid : 0;
}

Result<> RecordingWriter::expectMany(Entity entity, qint64 records)
{
    FFP_ASSIGN(const std::optional<qint64> present,
               guard(queryInteger(m_db, u"SELECT count(*) FROM \"%1\""_s.arg(
                                            QLatin1String(entityDef(entity).table)))));
    if (records >= kManyRecords && !m_cache)
        m_cache.emplace(m_db);
    // Rebuilding an index costs about a third of growing it row by row: it pays from half of the rows on.
    if (records < kManyRecords || records < present.value_or(0) / 2 || m_withoutIndexes.contains(entity))
        return {};
    m_withoutIndexes.insert(entity);
    return guard(projection::dropIndexes(m_db, entityDef(entity)));
}

void RecordingWriter::touched(Entity entity, qint64 rid, bool created)
{
    if (created)
        ++m_summary.created;
    else
        ++m_summary.edited;
    if (!m_summary.bulk) {
        m_touched.emplace(entity, rid);
        m_summary.bulk = m_touched.size() > kBulkRids;
    }
}

/// `change` took `target` back. If the target was an undo itself, what it had taken back stands again.
Result<> RecordingWriter::markUndone(qint64 target, qint64 change)
{
    FFP_TRY(execute(m_db, u"UPDATE change SET undone_by = NULL WHERE undone_by = ?"_s, target));
    return execute(m_db, u"UPDATE change SET undone_by = ? WHERE cid = ?"_s, change, target);
}

Result<ChangeSummary> RecordingWriter::finish()
{
    if (m_failed)
        return fail(*m_failed);
    for (const Entity entity : m_withoutIndexes)
        FFP_TRY(projection::createIndexes(m_db, entityDef(entity)));
    const qint64 last = m_ops.nextN() - 1;
    if (last < m_firstN) {
        // A change whose parts cancel each other is its own undo.
        if (m_operation.undoes)
            FFP_TRY(execute(m_db, u"UPDATE change SET undoable = 0, undone_by = cid WHERE cid = ?"_s,
                            m_operation.undoes));
        return ChangeSummary();
    }
    FFP_TRY(m_ops.flush());
    Query query(m_db, u"INSERT INTO change(verb, at, actor, note, about, n_first, n_last, undoable, undoes)"
                      " VALUES(?,?,?,?,?,?,?,?,?) RETURNING cid"_s);
    FFP_TRY(query.run(QString::fromLatin1(m_operation.verb), m_ops.nowMs(), m_operation.actor,
                      m_operation.note, m_operation.about, m_firstN, last, m_operation.undoable,
                      m_operation.undoes ? std::optional(m_operation.undoes) : std::nullopt));
    FFP_ASSIGN(const bool row, query.next());
    if (!row)
        return fail(ErrorKind::Database, u"no change row"_s);
    m_summary.change = query.integer(0);
    if (m_operation.undoes)
        FFP_TRY(markUndone(m_operation.undoes, m_summary.change));
    if (!m_summary.bulk)
        m_summary.rids.assign(m_touched.begin(), m_touched.end());
    return m_summary;
}

} // namespace ffp
