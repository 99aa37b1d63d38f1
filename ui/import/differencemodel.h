// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importservice.h"

#include <QAbstractTableModel>

#include <memory>

namespace ffp::ui {

/// Where a file and the register say different things, one row a value; texts are made for the rows in view
/// only. S-class values are masked.
class DifferenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Row, Household, Person, Field, Here, InFile, Origin, Taken, Columns };
    enum class Which { All, TypedHere, Kept };
    using Files = std::shared_ptr<const std::vector<FilePreview>>;

    using QAbstractTableModel::QAbstractTableModel;

    void setDifferences(Files files, size_t file, Which which);
    const ImportDifference &difference(int row) const;
    /// How many of the file's differences are such ones.
    static qsizetype count(const FilePreview &file, Which which);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Files m_files;
    size_t m_file = 0;
    std::vector<size_t> m_rows;
};

} // namespace ffp::ui
