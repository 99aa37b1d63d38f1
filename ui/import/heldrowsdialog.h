// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/heldrowservice.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ffp::ui {

class MessageBar;
class TableView;
class TextTableModel;

/// Rows that imports set aside and nothing has settled: why they wait, and the way to leave one out for good.
class HeldRowsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HeldRowsDialog(Session &session, QWidget *parent = nullptr);
    ~HeldRowsDialog() override;

    TableView &table() { return *m_table; }
    QLineEdit &reason() { return *m_reason; }
    QPushButton &dismissButton() { return *m_dismiss; }
    MessageBar &message() { return *m_message; }

Q_SIGNALS:
    /// The list is as the data file has it.
    void loaded();

private:
    void load();
    void fill(const std::vector<HeldRow> &rows);
    void showCurrent();
    void dismiss();
    std::vector<RecordId> chosen() const;

    Session &m_session;
    bool m_busy = false;
    TextTableModel *m_model;
    TableView *m_table;
    QLabel *m_why;
    QLineEdit *m_reason;
    QPushButton *m_dismiss;
    MessageBar *m_message;
};

} // namespace ffp::ui
