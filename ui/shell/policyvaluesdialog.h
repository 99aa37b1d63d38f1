// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/policyservice.h"
#include "ui/common/busydialog.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace ffp::ui {

class MessageBar;
class TableView;
class TextTableModel;

/// The values of the policy pack: which of them the policy fixes, and which an office may set. Setting is for
/// administrators.
class PolicyValuesDialog : public BusyDialog
{
    Q_OBJECT

public:
    explicit PolicyValuesDialog(Session &session, QWidget *parent = nullptr);

    TableView &table() { return *m_table; }
    QLineEdit &filter() { return *m_filter; }
    QLineEdit &value() { return *m_value; }
    QComboBox &choice() { return *m_choice; }
    QLineEdit &reason() { return *m_reason; }
    QPushButton &setButton() { return *m_set; }
    QPushButton &resetButton() { return *m_reset; }
    MessageBar &message() { return *m_message; }
    /// Key of the row that is chosen.
    QString currentKey() const;
    void selectKey(const QString &key);

Q_SIGNALS:
    /// The values are on the screen, or it was said why not.
    void loaded();

private:
    QWidget *makeEditor();
    void load();
    /// What would be set now.
    QString typed() const;
    void showRows();
    void showCurrent();
    void updateAction() override;
    void change(bool reset);
    const PolicyValue *current() const;

    Session &m_session;
    std::vector<PolicyValue> m_values;
    std::vector<size_t> m_shown;
    QString m_wanted; ///< key to be current after reading again
    MessageBar *m_message;
    QLineEdit *m_filter;
    TextTableModel *m_model;
    TableView *m_table;
    QLabel *m_basis;
    QStackedWidget *m_editor;
    QLineEdit *m_value;
    QComboBox *m_choice;
    QLineEdit *m_reason;
    QPushButton *m_set;
    QPushButton *m_reset;
};

} // namespace ffp::ui
