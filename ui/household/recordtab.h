// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace ffp::ui {

class FieldForm;
class MessageBar;
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
        QString addText; ///< button text; empty = records of this kind are not added here
    };

    RecordTab(Layout layout, QWidget *parent = nullptr);

    void setRecords(std::vector<Record> records);
    const std::vector<Record> &records() const { return m_records; }
    TableView &table() { return *m_table; }
    /// Something to stand above the table.
    void setHeader(QWidget *header);

Q_SIGNALS:
    void opened(const ffp::Record &record);
    void addRequested();
    void currentChanged(int row);

private:
    Layout m_layout;
    TextTableModel *m_model;
    TableView *m_table;
    QVBoxLayout *m_column;
    QPushButton *m_add = nullptr;
    std::vector<Record> m_records;
};

/// One record in a form. Saves through RegistryService::edit; a new member through addMember.
class RecordDialog : public QDialog
{
    Q_OBJECT

public:
    /// `record.id` null = a new member of `household`.
    RecordDialog(const PageContext &context, const Record &record, RecordId household,
                 QWidget *parent = nullptr);

    FieldForm &form() { return *m_form; }
    bool save();
    void reject() override;

private:
    void reveal(FieldRef field);

    PageContext m_context;
    Record m_record;
    RecordId m_household;
    FieldForm *m_form;
    QLineEdit *m_note;
    MessageBar *m_message;
};

/// The access-logged permission to show one S-class value; false after telling why not.
bool revealAllowed(Session &session, RecordId record, FieldRef field, MessageBar &message);
/// Shows the faults of a refused save in form and message bar.
void showSaveError(const Error &error, FieldForm &form, MessageBar &message);

} // namespace ffp::ui
