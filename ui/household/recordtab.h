// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"

#include <QWidget>

#include <map>

class QPushButton;
class QVBoxLayout;

namespace ffp::ui {

class TableView;
class TextTableModel;

/// A table of records of one entity under a household: members, living conditions, visits …
class RecordTab : public QWidget
{
    Q_OBJECT

public:
    struct Layout {
        Entity entity;
        std::vector<FieldRef> columns;
        QString emptyText;
        QString addText;     ///< button text; empty = records of this kind are not added here
        QString pasteText{}; ///< the same for rows of a spreadsheet, which Ctrl+V brings, too
        QString voidText{};  ///< the same for taking out the chosen one
    };

    RecordTab(Layout layout, QWidget *parent = nullptr);

    void setRecords(std::vector<Record> records);
    /// Of the records that a column names; before setRecords().
    void setNames(std::map<RecordId, QString> names) { m_names = std::move(names); }
    const std::vector<Record> &records() const { return m_records; }
    /// nullptr when no row is chosen.
    const Record *current() const;
    TableView &table() { return *m_table; }
    /// Makes the row of this record the current one, if it is there.
    void select(RecordId record);
    /// Something to stand above the table.
    void setHeader(QWidget *header);
    void setAddEnabled(bool enabled);

Q_SIGNALS:
    void opened(const ffp::Record &record);
    void addRequested();
    void pasteRequested();
    void voidRequested();
    void currentChanged(int row);

private:
    void addButtons();
    void updateButtons();

    Layout m_layout;
    TextTableModel *m_model;
    TableView *m_table;
    QVBoxLayout *m_column;
    QPushButton *m_add = nullptr;
    QPushButton *m_paste = nullptr;
    QPushButton *m_void = nullptr;
    bool m_addEnabled = true;
    std::vector<Record> m_records;
    std::map<RecordId, QString> m_names;
};

} // namespace ffp::ui
