// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"

#include <QAbstractTableModel>
#include <QColor>

#include <map>

namespace ffp::ui {

/// A table of a few hundred ready-made texts: members of a household, its history, users. Long lists have
/// models of their own that hold ids.
class TextTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Column {
        QString title;
        bool numeric = false;
    };
    struct Row {
        QStringList cells;
        RecordId record; ///< what Enter opens; may be null
        QString key;     ///< page-specific
        bool flagged = false;
        bool muted = false;
        QColor mark{};  ///< of the first cell
        QString hint{}; ///< shown over the row instead of the text of the cell
    };
    static constexpr int kRecordRole = Qt::UserRole;
    static constexpr int kKeyRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setTable(std::vector<Column> columns, std::vector<Row> rows);
    const Row *row(int number) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

/// Rows of records of one entity with the given fields, S-class masked. `names`: of what references name.
void setRecords(TextTableModel &model, const std::vector<Record> &records,
                const std::vector<FieldRef> &fields, const std::map<RecordId, QString> &names = {});

} // namespace ffp::ui
