// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/markedlistmodel.h"

namespace ffp::ui {

int MarkedListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant MarkedListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole && role != Qt::ForegroundRole && role != Qt::ToolTipRole)
        return {};
    const QStringList *row = cells(index.row());
    if (!row)
        return {};
    return role == Qt::ForegroundRole ? colorOf(*row, index.column()) : QVariant(row->at(index.column()));
}

QVariant MarkedListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    return role == Qt::DisplayRole ? QVariant(titles().value(section)) : QVariant();
}

} // namespace ffp::ui
