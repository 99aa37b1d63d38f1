// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "ui/common/busydialog.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace ffp::ui {

class MessageBar;

/// The user's own password. The old one is asked again.
class PasswordDialog : public BusyDialog
{
    Q_OBJECT

public:
    explicit PasswordDialog(Session &session, QWidget *parent = nullptr);

private:
    void updateAction() override;
    void change();

    Session &m_session;
    QLineEdit *m_old;
    QLineEdit *m_new;
    QLineEdit *m_again;
    QLabel *m_hint;
    MessageBar *m_message;
    QPushButton *m_change;
};

} // namespace ffp::ui
