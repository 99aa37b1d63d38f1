// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/areatreemodel.h"

#include "ui/common/theme.h"

#include <QLocale>

#include <algorithm>

namespace ffp::ui {

void AreaTreeModel::setCounts(std::vector<AreaCount> counts)
{
    std::sort(counts.begin(), counts.end(),
              [](const AreaCount &a, const AreaCount &b) { return a.area < b.area; });
    const bool sameAreas = std::equal(counts.begin(), counts.end(), m_counts.begin(), m_counts.end(),
                                      [](const AreaCount &a, const AreaCount &b) {
                                          return a.area == b.area;
                                      });
    if (sameAreas && !counts.empty()) {
        m_counts = std::move(counts);
        for (const Node &n : m_nodes) {
            const int parent = n.parent;
            const QModelIndex above = parent < 0 ? QModelIndex()
                                                 : createIndex(m_nodes[static_cast<size_t>(parent)].row, 0,
                                                               quintptr(parent));
            Q_EMIT dataChanged(index(n.row, Households, above), index(n.row, Flags, above));
        }
        return;
    }
    beginResetModel();
    m_counts = std::move(counts);
    m_nodes.clear();
    m_roots.clear();
    m_byArea.clear();
    for (size_t i = 0; i < m_counts.size(); ++i) { // sorted: an area comes before what lies in it
        Node n{i, -1, 0, {}};
        for (AreaCode up = m_counts[i].area.parent(); !up.isNull(); up = up.parent())
            if (const auto it = m_byArea.find(up); it != m_byArea.end()) {
                n.parent = it->second;
                break;
            }
        const int number = static_cast<int>(m_nodes.size());
        auto &siblings = n.parent < 0 ? m_roots : m_nodes[static_cast<size_t>(n.parent)].children;
        n.row = static_cast<int>(siblings.size());
        siblings.push_back(number);
        m_byArea[m_counts[i].area] = number;
        m_nodes.push_back(std::move(n));
    }
    endResetModel();
}

QModelIndex AreaTreeModel::indexOf(const AreaCode &area) const
{
    const auto it = m_byArea.find(area);
    return it == m_byArea.end()
               ? QModelIndex()
               : createIndex(m_nodes[static_cast<size_t>(it->second)].row, 0, quintptr(it->second));
}

AreaCode AreaTreeModel::areaAt(const QModelIndex &index) const
{
    return index.isValid() ? m_counts[node(index).count].area : AreaCode();
}

QString AreaTreeModel::nameOf(const AreaCode &area) const
{
    const auto it = m_byArea.find(area);
    return it == m_byArea.end() ? QString() : m_counts[m_nodes[static_cast<size_t>(it->second)].count].name;
}

QModelIndex AreaTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const std::vector<int> &rows = parent.isValid() ? node(parent).children : m_roots;
    if (row < 0 || row >= static_cast<int>(rows.size()) || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, quintptr(rows[static_cast<size_t>(row)]));
}

QModelIndex AreaTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || node(child).parent < 0)
        return {};
    const int parent = node(child).parent;
    return createIndex(m_nodes[static_cast<size_t>(parent)].row, 0, quintptr(parent));
}

int AreaTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_roots.size());
    return parent.column() == 0 ? static_cast<int>(node(parent).children.size()) : 0;
}

int AreaTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant AreaTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AreaCount &count = m_counts[node(index).count];
    if (role == kAreaRole)
        return count.area.toString();
    if (role == Qt::TextAlignmentRole && index.column() != Name)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    if (role == Qt::ForegroundRole && index.column() == Flags)
        return colors().flag;
    if (role == Qt::ForegroundRole && index.column() == Households)
        return colors().muted;
    if (role == Qt::ToolTipRole)
        return tr("%1: %2 households, %3 persons, %4 with a red flag")
            .arg(count.name)
            .arg(count.households)
            .arg(count.members)
            .arg(count.redFlags);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return count.name;
    case Households: return count.households;
    case Flags: return count.redFlags > 0 ? QStringLiteral("●%1").arg(count.redFlags) : QString();
    default: return {};
    }
}

QVariant AreaTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Name ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Area");
    case Households: return tr("Households");
    case Flags: return tr("Red");
    default: return {};
    }
}

} // namespace ffp::ui
