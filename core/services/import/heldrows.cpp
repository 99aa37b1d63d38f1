// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/heldrows.h"

#include "core/domain/fields/heldrowfields.h"
#include "core/store/columns.h"

#include <QCryptographicHash>

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Lists of members share their keys, whichever list it is.
QByteArray family(Kind kind)
{
    return kind == Kind::Registered || kind == Kind::Edge ? "list"_ba : QByteArray(kindCode(kind));
}

} // namespace

QString contentOf(const SheetLayout &layout, const DataRow &row)
{
    QStringList lines;
    for (const LayoutColumn &column : layout.columns) {
        const Cell cell = layout.sheet->storedCell(row.stored, column.column);
        // A running number and what our own report adds say nothing about the person.
        const bool ours = column.role.type == ColumnRole::Type::Serial
                          || column.role.type == ColumnRole::Type::Ignored;
        if (!cell.isEmpty() && !ours)
            lines.append(column.title + u'：' + cell.text().remove(QChar(0)));
    }
    return lines.join(u'\n');
}

QString HeldRows::keyOf(Kind kind, const QString &householdNo, const QString &memberNo, const QString &name)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {family(kind), householdNo.toUtf8(), memberNo.toUtf8(),
                                   memberNo.isEmpty() ? name.toUtf8() : ""_ba}) {
        hash.addData(part);
        hash.addData("\0"_ba);
    }
    return QString::fromLatin1(hash.result().left(16).toHex());
}

void HeldRows::add(Row row)
{
    const QString key = row.key;
    for (int times = 2; m_byKey.contains(row.key); ++times)
        row.key = key + u'-' + QString::number(times);
    m_byKey.insert(row.key, qsizetype(m_rows.size()));
    m_rows.push_back(std::move(row));
}

void HeldRows::compare(const Record &earlier, bool settled)
{
    const QString key = earlier[held_row::f("row_key")].toText();
    const auto same = m_byKey.constFind(key);
    if (same == m_byKey.cend()) {
        if (settled)
            m_settled.push_back(earlier.id);
        return;
    }
    const FieldValues values = valuesOf(m_rows[size_t(*same)]);
    const bool equal = std::all_of(values.begin(), values.end(), [&](const auto &one) {
        const auto canonical = columns::canonical(entityDef(Entity::HeldRow), fieldDef(one.first),
                                                  one.second);
        return canonical && *canonical == earlier[one.first];
    });
    if (equal)
        m_unchanged.insert(key);
    else
        m_edited.insert(key, earlier.id);
}

bool HeldRows::changesAnything() const
{
    return !m_settled.empty() || !m_edited.isEmpty() || m_unchanged.size() < qsizetype(m_rows.size());
}

/// Row number, kind and batch tell where the row was met last; they alone are no change.
FieldValues HeldRows::valuesOf(const Row &row) const
{
    return {{held_row::f("row_key"), Value(row.key)},
            {held_row::f("household_no"), Value(row.householdNo)},
            {held_row::f("name"), Value(row.name)},
            {held_row::f("person_key"), Value(row.personKey)},
            {held_row::f("relation"), Value(row.relation)},
            {held_row::f("reasons"), Value(row.reasons)},
            {held_row::f("content"), Value(row.content)}};
}

Result<> HeldRows::write(ChangeWriter &writer, const AreaCode &area, RecordId batch) const
{
    for (const RecordId settled : m_settled)
        FFP_TRY(writer.setVoid(settled, true, u"import"_s));
    for (const Row &row : m_rows) {
        if (m_unchanged.contains(row.key))
            continue;
        FieldValues values = valuesOf(row);
        values.emplace_back(held_row::f("kind"), Value(QString::fromLatin1(kindCode(m_layout.kind))));
        values.emplace_back(held_row::f("row_no"), Value(row.at.number));
        values.emplace_back(held_row::f("batch_id"), Value(batch));
        if (const RecordId earlier = m_edited.value(row.key); !earlier.isNull())
            FFP_TRY(writer.edit(earlier, values));
        else
            FFP_TRY(writer.create(Entity::HeldRow, area, values));
    }
    return {};
}

} // namespace ffp::imports
