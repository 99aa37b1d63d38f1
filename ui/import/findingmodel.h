// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importservice.h"

#include <QAbstractTableModel>

#include <memory>

namespace ffp::ui {

/// The findings of one file; sentences are made for the rows in view only.
class FindingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Level, Row, Place, Sentence, Columns };
    using Files = std::shared_ptr<const std::vector<FilePreview>>;

    using QAbstractTableModel::QAbstractTableModel;

    /// All severities without `only`.
    void setFindings(Files files, size_t file, std::optional<FindingSeverity> only);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const ImportFinding &finding(int row) const;

    Files m_files;
    size_t m_file = 0;
    std::vector<size_t> m_rows;
};

qsizetype countOf(const FilePreview &file, FindingSeverity severity);

} // namespace ffp::ui
