// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/recordcarrier.h"

#include "core/trust/crypto.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <set>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isReference(const FieldDef &field)
{
    return field.type == FieldType::Ref && field.sensitivity != Sensitivity::S && !(field.flags & kDerived);
}

/// The reference that says on what a record of the entity hangs; empty when it stands for itself.
std::optional<FieldRef> ownerOf(const EntityDef &entity)
{
    if (entity.entity == Entity::Household)
        return std::nullopt;
    for (quint16 i = 0; i < entity.fields.size(); ++i)
        if (isReference(entity.fields[i]))
            return FieldRef{entity.entity, i};
    return std::nullopt;
}

} // namespace

Result<std::vector<Record>> recordsOf(const RecordStore &store, const Record &record, Voided voided)
{
    std::vector<Record> out{record};
    std::set<RecordId> known{record.id};
    for (size_t i = 0; i < out.size(); ++i) { // grows meanwhile
        const char *const kind = entityDef(out[i].entity).id;
        for (const EntityDef &entity : entities()) {
            const std::optional<FieldRef> owner = ownerOf(entity);
            if (!owner || qstrcmp(fieldDef(*owner).list, kind) != 0)
                continue;
            FFP_ASSIGN(std::vector<Record> below, store.referring(*owner, out[i].id, {}, voided));
            for (Record &one : below)
                if (known.insert(one.id).second)
                    out.push_back(std::move(one));
        }
    }
    return out;
}

RecordCarrier::RecordCarrier(const RecordStore &store, ChangeWriter &writer, qint64 nowMs, QString reason)
    : m_store(store),
      m_writer(writer),
      m_nowMs(nowMs),
      m_reason(std::move(reason))
{}

Result<> RecordCarrier::take(const Record &record)
{
    FFP_ASSIGN(const std::vector<Record> all, recordsOf(m_store, record));
    for (const Record &one : all)
        if (m_ids.emplace(one.id, RecordId(uuidV7(m_nowMs, crypto::random<10>()))).second)
            m_records.push_back(one);
    return {};
}

void RecordCarrier::change(RecordId record, const FieldValues &values)
{
    FieldValues &all = m_changes[record];
    all.insert(all.end(), values.begin(), values.end());
}

RecordId RecordCarrier::idOf(RecordId old) const
{
    const auto it = m_ids.find(old);
    return it == m_ids.end() ? old : it->second;
}

/// Lists may hold ids of entries, too (member.distinct_from).
QStringList RecordCarrier::withNewIds(QStringList texts) const
{
    for (QString &text : texts)
        if (const RecordId id = RecordId::fromString(text); m_ids.contains(id))
            text = idOf(id).toString();
    return texts;
}

FieldValues RecordCarrier::valuesOf(const Record &record) const
{
    const EntityDef &entity = entityDef(record.entity);
    std::vector<Value> values = record.values;
    if (const auto changes = m_changes.find(record.id); changes != m_changes.end())
        for (const auto &[field, value] : changes->second)
            values[field.index] = value;
    FieldValues out;
    for (quint16 i = 0; i < entity.fields.size(); ++i) {
        if (values[i].isBlank() || (entity.fields[i].flags & kDerived))
            continue;
        Value value = std::move(values[i]);
        if (entity.fields[i].type == FieldType::Ref)
            value = Value(idOf(value.toRef()));
        else if (entity.fields[i].type == FieldType::TextList)
            value = Value(withNewIds(value.toList()));
        out.emplace_back(FieldRef{record.entity, i}, std::move(value));
    }
    return out;
}

Result<> RecordCarrier::carryTo(const AreaCode &area)
{
    FFP_TRY(turnReferences());
    FFP_TRY(turnLists());
    for (const Record &record : m_records)
        FFP_TRY(m_writer.create(record.entity, area, valuesOf(record), idOf(record.id)));
    for (auto it = m_records.rbegin(); it != m_records.rend(); ++it)
        FFP_TRY(m_writer.setVoid(it->id, true, m_reason));
    return {};
}

/// A list that names entries stands with both of them (member.distinct_from): that of an entry that stays
/// names the new one from now on.
Result<> RecordCarrier::turnLists()
{
    for (const Record &record : m_records) {
        const auto fields = entityDef(record.entity).fields;
        for (quint16 i = 0; i < fields.size(); ++i) {
            if (fields[i].type != FieldType::TextList)
                continue;
            for (const QString &text : record.values[i].toList()) {
                const RecordId id = RecordId::fromString(text);
                if (id.isNull() || m_ids.contains(id))
                    continue;
                FFP_ASSIGN(const Record other, m_store.record(id));
                if (other.entity == record.entity)
                    FFP_TRY(m_writer.edit(id,
                                          {{FieldRef{record.entity, i},
                                            Value(withNewIds(other.values[i].toList()))}},
                                          m_reason));
            }
        }
    }
    return {};
}

/// Of records that stay where they are.
Result<> RecordCarrier::turnReferences()
{
    std::map<QByteArray, QJsonArray> rids; // by kind
    for (const Record &record : m_records)
        rids[entityDef(record.entity).id].append(record.rid);
    for (const EntityDef &entity : entities()) {
        for (quint16 i = 0; i < entity.fields.size(); ++i) {
            const auto named = rids.find(entity.fields[i].list);
            if (!isReference(entity.fields[i]) || named == rids.end())
                continue;
            const FieldRef field{entity.entity, i};
            Selection selection;
            selection.where = u"t.\"%1\" IN (SELECT value FROM json_each(?))"_s.arg(
                QLatin1String(entity.fields[i].id));
            selection.args = {QString::fromUtf8(QJsonDocument(named->second).toJson(QJsonDocument::Compact))};
            selection.fields = {field};
            FFP_ASSIGN(const std::vector<Record> found, m_store.select(entity.entity, selection));
            for (const Record &one : found)
                if (!m_ids.contains(one.id))
                    FFP_TRY(m_writer.edit(one.id, {{field, Value(idOf(one[field].toRef()))}}, m_reason));
        }
    }
    return {};
}

} // namespace ffp
