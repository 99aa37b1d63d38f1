// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ffp::ui {

class MessageBar;

/// The user's own password. The old one is asked again.
class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PasswordDialog(Session &session, QWidget *parent = nullptr);
    void reject() override;

private:
    void update();
    void change();
    void setBusy(bool busy);

    Session &m_session;
    QLineEdit *m_old;
    QLineEdit *m_new;
    QLineEdit *m_again;
    QLabel *m_hint;
    MessageBar *m_message;
    QPushButton *m_change;
    bool m_busy = false;
};

} // namespace ffp::ui
