// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/preparedrecord.h"

#include "core/domain/columnnames.h"
#include "core/log/opcodec.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

Result<std::vector<Value>> canonicalValues(const EntityDef &entity, const FieldValues &values)
{
    std::vector<Value> out;
    out.reserve(values.size());
    for (const auto &[field, value] : values) {
        if (field.entity != entity.entity)
            return fail(ErrorKind::InvalidArgument, u"field of another entity"_s);
        FFP_ASSIGN(Value canonical, columns::canonical(entity, fieldDef(field), value));
        out.push_back(std::move(canonical));
    }
    return out;
}

Result<> projectCells(columns::RowBinder &binder, const ColumnCipher &cipher, const EntityDef &entity,
                      RecordId id, std::span<const Value> values, std::span<const quint16> fields, int first,
                      ProjectedCells &cells)
{
    cells.row.clear();
    cells.references.clear();
    int index = first;
    for (const quint16 i : fields) {
        const FieldDef &field = entity.fields[i];
        const Value &value = values[i];
        if (field.type == FieldType::Ref && field.sensitivity != Sensitivity::S) {
            if (!value.isBlank())
                cells.references.emplace_back(index, value.toRef());
        } else {
            FFP_TRY(binder.add(cells.row, index, {entity, field, id}, value));
        }
        ++index;
        if (!(field.flags & kBlindIndex))
            continue;
        if (!value.isBlank()) {
            const auto *text = std::get_if<QString>(&value.data());
            FFP_ASSIGN(const qint64 blind,
                       cipher.blindIndex(field.column,
                                         text ? *text : QString::fromUtf8(columns::toText(field, value))));
            cells.row.add(index, blind);
        }
        ++index;
    }
    return {};
}

Result<PreparedRecord> prepareRecord(const LogCipher &cipher, qint64 nowMs, Entity entity,
                                     const FieldValues &values, RecordId id)
{
    PreparedRecord out;
    const EntityDef &def = entityDef(entity);
    out.entity = &def;
    FFP_ASSIGN(std::vector<Value> canonical, canonicalValues(def, values));
    std::vector<Value> row(def.fields.size());
    std::vector<SetItem> set;
    set.reserve(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        if (canonical[i].isBlank())
            continue;
        const FieldDef &field = fieldDef(values[i].first);
        Value &slot = row[values[i].first.index];
        if (!slot.isBlank())
            return fail(Error::onField(ErrorKind::InvalidArgument, def.id, field.id, u"field set twice"_s));
        slot = std::move(canonical[i]);
        set.push_back({field.id, &slot, field.type == FieldType::TextList});
    }
    out.idIsNew = id.isNull();
    out.id = out.idIsNew ? RecordId(uuidV7(nowMs, crypto::random<10>())) : id;
    FFP_TRY(opcodec::encodePayload(crypto::random<16>(), set, {}, out.payload));
    out.commit = opcodec::commitOf(out.payload);
    columns::RowBinder binder(cipher);
    FFP_TRY(
        projectCells(binder, cipher, def, out.id, row, storedFields(def), kFirstFieldParameter, out.cells));
    return out;
}

} // namespace ffp
