// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/projector.h"

#include "core/db/query.h"
#include "core/domain/columnnames.h"
#include "core/log/opcodec.h"
#include "core/store/columns.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QString tableName(const EntityDef &entity)
{
    return QString::fromLatin1(entity.table);
}

const EntityDef *entityOf(QByteArrayView type)
{
    return entityById(std::string_view(type.data(), static_cast<size_t>(type.size())));
}

/// Columns of projectCells(): per field its own and, where it has one, its blind index.
QStringList columnNames(const EntityDef &entity, std::span<const quint16> fields)
{
    QStringList names;
    for (const quint16 index : fields) {
        const FieldDef &field = entity.fields[index];
        names << u"\"%1\""_s.arg(QLatin1String(field.id));
        if (field.flags & kBlindIndex)
            names << u"\"%1\""_s.arg(blindColumn(field));
    }
    return names;
}

QString insertSql(const EntityDef &entity)
{
    const QStringList names = QStringList{u"rid"_s, u"area"_s, u"void"_s, u"void_reason"_s}
                              + columnNames(entity, storedFields(entity));
    QStringList marks(names.size(), u"?"_s);
    return u"INSERT OR REPLACE INTO \"%1\"(%2) VALUES(%3)"_s.arg(tableName(entity), names.join(u','),
                                                                 marks.join(u','));
}

/// SQLite leaves the indexes of all other columns alone.
QString updateSql(const EntityDef &entity, const QStringList &columns)
{
    return u"UPDATE \"%1\" SET %2 = ? WHERE rid = ? RETURNING rid"_s.arg(tableName(entity),
                                                                         columns.join(u" = ?, "_s));
}

Result<> prepareOnce(Statement &statement, const Database &db, const QString &sql)
{
    if (statement.isNull()) {
        FFP_ASSIGN(statement, Statement::prepare(db, sql));
    }
    return {};
}

std::vector<int> effects(std::span<const FoldOp> ops)
{
    std::vector<int> out;
    for (const FoldOp &op : ops)
        out.push_back(op.eff);
    return out;
}

/// Value of an encoded item for a field; blank when a newer program wrote something this one cannot hold.
Value valueOf(const EntityDef &entity, const FieldDef &field, QByteArrayView item)
{
    if (item.isNull())
        return {};
    const std::optional<Value> value = opcodec::readValue(item);
    if (!value)
        return {};
    Result<Value> canonical = columns::canonical(entity, field, *value);
    return canonical ? std::move(*canonical) : Value();
}

} // namespace

Record projectedRow(qint64 rid, RecordId id, const Folded &folded)
{
    const EntityDef &entity = *entityOf(folded.create->type);
    Record row;
    row.entity = entity.entity;
    row.id = id;
    row.rid = rid;
    row.area = folded.create->area;
    row.values.resize(entity.fields.size());
    for (size_t i = 0; i < entity.fields.size(); ++i)
        if (isStored(entity.fields[i]))
            row.values[i] = valueOf(entity, entity.fields[i], shownItem(folded, entity.fields[i].id));
    const auto special = [&](const char *name) {
        const QByteArrayView item = shownItem(folded, name);
        return item.isNull() ? Value() : opcodec::readValue(item).value_or(Value());
    };
    row.voided = special(kVoidField).toBool();
    row.voidReason = special(kVoidReasonField).toText();
    return row;
}

Projector::Projector(Database &db, const LogCipher &cipher, RecordIndex &records, OpLog &ops)
    : m_db(db),
      m_cipher(cipher),
      m_records(records),
      m_ops(ops),
      m_binder(cipher)
{}

Result<Projector::Table *> Projector::tableOf(const EntityDef &entity)
{
    Table &table = m_tables[entity.entity];
    if (!table.entity) {
        FFP_ASSIGN(table.insert, Statement::prepare(m_db, insertSql(entity)));
        table.entity = &entity;
    }
    return &table;
}

Result<> Projector::write(const EntityDef &entity, qint64 rid, const AreaCode &area, bool voided,
                          const QString &voidReason, const ProjectedCells &cells)
{
    FFP_ASSIGN(Table *const table, tableOf(entity));
    Statement &insert = table->insert;
    insert.reset();
    insert.bind(1, rid);
    insert.bind(2, area.toString());
    insert.bind(3, voided ? 1 : 0);
    if (!voidReason.isEmpty())
        insert.bind(4, voidReason);
    FFP_TRY(bindCells(insert, cells));
    return insert.run();
}

Result<> Projector::bindCells(Statement &statement, const ProjectedCells &cells)
{
    for (const auto &[index, target] : cells.references) {
        FFP_ASSIGN(const qint64 targetRid, m_records.ensure(target));
        statement.bind(index, targetRid);
    }
    cells.row.bind(statement);
    return {};
}

Result<> Projector::insertCreated(const EntityDef &entity, qint64 rid, const AreaCode &area,
                                  const ProjectedCells &cells)
{
    return write(entity, rid, area, false, {}, cells);
}

Result<> Projector::writeRow(const Record &row)
{
    const EntityDef &entity = entityDef(row.entity);
    FFP_TRY(projectCells(m_binder, m_cipher, entity, row.id, row.values, storedFields(entity),
                         kFirstFieldParameter, m_cells));
    return write(entity, row.rid, row.area, row.voided, row.voidReason, m_cells);
}

Result<> Projector::removeRow(const EntityDef &entity, qint64 rid)
{
    return execute(m_db, u"DELETE FROM \"%1\" WHERE rid = ?"_s.arg(tableName(entity)), rid);
}

Result<> Projector::writeEff(std::span<const FoldOp> ops, std::span<const int> before)
{
    for (size_t i = 0; i < ops.size(); ++i) {
        if (ops[i].eff == before[i])
            continue;
        FFP_TRY(prepareOnce(m_setEff, m_db, u"UPDATE op SET eff = ? WHERE n = ?"_s));
        m_setEff.bind(1, ops[i].eff);
        m_setEff.bind(2, ops[i].n);
        FFP_TRY(m_setEff.run());
    }
    return {};
}

Result<> Projector::writeHeads(qint64 rid, const Folded &folded)
{
    FFP_TRY(prepareOnce(m_clearHeads, m_db, u"DELETE FROM head WHERE rid = ?"_s));
    m_clearHeads.bind(1, rid);
    FFP_TRY(m_clearHeads.run());
    FFP_TRY(prepareOnce(m_clearConflicts, m_db, u"DELETE FROM conflict WHERE rid = ?"_s));
    m_clearConflicts.bind(1, rid);
    FFP_TRY(m_clearConflicts.run());
    for (const auto &[field, state] : folded.edited)
        FFP_TRY(writeHead(rid, field, state));
    return {};
}

Result<> Projector::writeHead(qint64 rid, const QByteArray &field, const FieldState &state)
{
    FFP_TRY(prepareOnce(m_addHead, m_db, u"INSERT INTO head(rid, field, n) VALUES(?,?,?)"_s));
    for (const FoldOp *head : state.heads) {
        m_addHead.bind(1, rid);
        m_addHead.bindUtf8(2, field);
        m_addHead.bind(3, head->n);
        FFP_TRY(m_addHead.run());
    }
    if (state.values < 2)
        return {};
    FFP_TRY(prepareOnce(m_addConflict, m_db,
                        u"INSERT INTO conflict(rid, field, heads, since) VALUES(?,?,?,?)"_s));
    m_addConflict.bind(1, rid);
    m_addConflict.bindUtf8(2, field);
    m_addConflict.bind(3, qint64(state.heads.size()));
    m_addConflict.bind(4, state.sinceMs);
    return m_addConflict.run();
}

/// False when there is no such row.
Result<bool> Projector::updateRow(qint64 rid, RecordId id, const EntityDef &entity, const Folded &folded,
                                  std::span<const QByteArray> names)
{
    std::vector<Value> values(entity.fields.size());
    std::vector<quint16> fields;
    for (const quint16 i : storedFields(entity)) {
        const FieldDef &field = entity.fields[i];
        if (std::find(names.begin(), names.end(), field.id) == names.end())
            continue;
        fields.push_back(i);
        values[i] = valueOf(entity, field, shownItem(folded, field.id));
    }
    const QStringList columns = columnNames(entity, fields);
    FFP_ASSIGN(Statement update, Statement::prepare(m_db, updateSql(entity, columns)));
    FFP_TRY(projectCells(m_binder, m_cipher, entity, id, values, fields, 1, m_cells));
    FFP_TRY(bindCells(update, m_cells));
    update.bind(static_cast<int>(columns.size()) + 1, rid);
    FFP_ASSIGN(const bool found, update.step());
    update.reset();
    return found;
}

Result<> Projector::foldEdit(qint64 rid, RecordId id, const EntityDef &entity,
                             std::span<const QByteArray> fields)
{
    FFP_ASSIGN(std::vector<FoldOp> ops, m_ops.read(rid));
    const std::vector<int> before = effects(ops);
    const Folded folded = foldOps(ops);
    if (effects(ops) != before || !folded.create || entityOf(folded.create->type) != &entity)
        return fold(rid);
    FFP_TRY(prepareOnce(m_clearHead, m_db, u"DELETE FROM head WHERE rid = ? AND field = ?"_s));
    FFP_TRY(prepareOnce(m_clearConflict, m_db, u"DELETE FROM conflict WHERE rid = ? AND field = ?"_s));
    for (const QByteArray &field : fields) {
        for (Statement *clear : {&m_clearHead, &m_clearConflict}) {
            clear->bind(1, rid);
            clear->bindUtf8(2, field);
            FFP_TRY(clear->run());
        }
        if (const auto state = folded.edited.find(field); state != folded.edited.end())
            FFP_TRY(writeHead(rid, field, state->second));
    }
    FFP_ASSIGN(const bool updated, updateRow(rid, id, entity, folded, fields));
    return updated ? Result<>() : fold(rid);
}

Result<> Projector::fold(qint64 rid)
{
    FFP_ASSIGN(std::vector<FoldOp> ops, m_ops.read(rid));
    const std::vector<int> before = effects(ops);
    const Folded folded = foldOps(ops);
    FFP_TRY(writeEff(ops, before));
    FFP_TRY(writeHeads(rid, folded));

    FFP_TRY(prepareOnce(m_recordRow, m_db, u"SELECT rec, type, area, create_n FROM record WHERE rid = ?"_s));
    m_recordRow.bind(1, rid);
    FFP_ASSIGN(const bool found, m_recordRow.step());
    if (!found)
        return fail(ErrorKind::Internal, u"fold of an unknown row"_s);
    const auto id = m_recordRow.id<RecordId>(0);
    const QByteArray oldType = m_recordRow.utf8View(1).toByteArray();
    const QString oldArea = m_recordRow.text(2);
    const qint64 oldCreate = m_recordRow.integer(3);
    m_recordRow.reset();

    const QByteArray type = folded.create ? folded.create->type : QByteArray();
    const AreaCode area = folded.create ? folded.create->area : AreaCode();
    const qint64 create = folded.create ? folded.create->n : 0;
    if (oldType != type || oldArea != area.toString() || oldCreate != create)
        FFP_TRY(m_records.setCreate(rid, id, type, area, create));
    if (const EntityDef *old = entityOf(oldType); old && oldType != type)
        FFP_TRY(removeRow(*old, rid));
    return folded.create ? writeRow(projectedRow(rid, id, folded)) : Result<>();
}

} // namespace ffp
