// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/texttablemodel.h"

#include "ui/common/fieldtext.h"
#include "ui/common/theme.h"

namespace ffp::ui {
namespace {

QString nameIn(const std::map<RecordId, QString> &names, RecordId id)
{
    const auto found = names.find(id);
    return found == names.end() ? QString() : found->second;
}

} // namespace

void TextTableModel::setTable(std::vector<Column> columns, std::vector<Row> rows)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_rows = std::move(rows);
    endResetModel();
}

const TextTableModel::Row *TextTableModel::row(int number) const
{
    return number >= 0 && number < rowCount() ? &m_rows[static_cast<size_t>(number)] : nullptr;
}

int TextTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TextTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant TextTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.cells.value(index.column());
    case Qt::ToolTipRole: return row.hint.isEmpty() ? row.cells.value(index.column()) : row.hint;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter
            | (m_columns[static_cast<size_t>(index.column())].numeric ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        if (index.column() == 0 && row.mark.isValid())
            return row.mark;
        if (row.flagged)
            return colors().flag;
        return row.muted ? QVariant(colors().muted) : QVariant();
    case kRecordRole: return row.record.toString();
    case kKeyRole: return row.key;
    default: return {};
    }
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    const Column &column = m_columns[static_cast<size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column.numeric ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

void setRecords(TextTableModel &model, const std::vector<Record> &records,
                const std::vector<FieldRef> &fields, const std::map<RecordId, QString> &names)
{
    std::vector<TextTableModel::Column> columns;
    for (const FieldRef ref : fields) {
        const FieldDef &field = fieldDef(ref);
        const QString unit = fieldUnit(field);
        columns.push_back(
            {unit.isEmpty() ? fieldLabel(field) : QStringLiteral("%1 (%2)").arg(fieldLabel(field), unit),
             isNumber(field.type)});
    }
    std::vector<TextTableModel::Row> rows;
    for (const Record &record : records) {
        TextTableModel::Row row;
        row.record = record.id;
        row.muted = record.voided;
        for (const FieldRef ref : fields)
            row.cells << (fieldDef(ref).type == FieldType::Ref ? nameIn(names, record[ref].toRef())
                                                               : maskedValueText(fieldDef(ref), record[ref]));
        rows.push_back(std::move(row));
    }
    model.setTable(std::move(columns), std::move(rows));
}

} // namespace ffp::ui
