// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/registryservice.h"

#include <QAbstractItemModel>

#include <map>

namespace ffp::ui {

/// Areas of the site with the number of households and of open red flags. The mark is a sign with a number,
/// not a colour alone.
class AreaTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Name, Households, Flags, ColumnCount };
    static constexpr int kAreaRole = Qt::UserRole;

    using QAbstractItemModel::QAbstractItemModel;

    /// Keeps the rows (and what is expanded) when only counts changed.
    void setCounts(std::vector<AreaCount> counts);
    QModelIndex indexOf(const AreaCode &area) const;
    AreaCode areaAt(const QModelIndex &index) const;
    QString nameOf(const AreaCode &area) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node {
        size_t count; ///< index in m_counts
        int parent = -1;
        int row = 0;
        std::vector<int> children;
    };
    const Node &node(const QModelIndex &index) const
    {
        return m_nodes[static_cast<size_t>(index.internalId())];
    }

    std::vector<AreaCount> m_counts;
    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
    std::map<AreaCode, int> m_byArea;
};

} // namespace ffp::ui
