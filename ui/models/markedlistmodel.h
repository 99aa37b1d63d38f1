// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rowlistmodel.h"

namespace ffp::ui {

/// A long list of texts at the left of their columns, some of them in a colour of their own; what is cut off
/// stands in the hint. A row may hold more cells than are shown: marks for its colours.
class MarkedListModel : public RowListModel
{
    Q_OBJECT

public:
    explicit MarkedListModel(int columns, QObject *parent = nullptr)
        : RowListModel(parent),
          m_columns(columns)
    {}

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    /// One for each column.
    virtual QStringList titles() const = 0;
    /// A QColor, or nothing for the usual one.
    virtual QVariant colorOf(const QStringList &row, int column) const = 0;

private:
    int m_columns;
};

} // namespace ffp::ui
