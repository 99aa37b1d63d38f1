// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/document.h"

#include <QAbstractTableModel>

namespace ffp::ui {

/// A printed table on the screen: the same cells, read in blocks as they are shown.
class DocumentTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using DocumentPtr = std::shared_ptr<const TableDocument>;

    using QAbstractTableModel::QAbstractTableModel;

    /// Null shows nothing.
    void setDocument(DocumentPtr document);
    const DocumentPtr &document() const { return m_document; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// "帮扶措施：落实时间": on the screen there is one head row.
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const TableCell *cell(const QModelIndex &index) const;

    DocumentPtr m_document;
    mutable qsizetype m_blockFirst = 0; ///< rows at hand
    mutable std::vector<TableRow> m_block;
};

} // namespace ffp::ui
