// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/common/busydialog.h"
#include "ui/shell/sitedoor.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ffp::ui {

class MessageBar;
class WaitCountdown;

/// Log-in: data file, user, password. A wrong password costs a growing wait that is counted down; there is
/// no lock-out.
class LoginDialog : public BusyDialog
{
    Q_OBJECT

public:
    LoginDialog(SiteDoor &door, Settings &settings, QWidget *parent = nullptr);
    ~LoginDialog() override;

    /// Shows this file first; its user is chosen when given.
    void setFile(const QString &path, const QString &user = {});
    /// The opened session after accept().
    std::unique_ptr<Session> takeSession();
    /// Says why, and counts down the wait of a wrong password.
    void showRefusal(const Error &error);
    /// One second of the wait is over; for tests.
    WaitCountdown &wait() { return *m_wait; }

Q_SIGNALS:
    void newSiteRequested();

private:
    void makeInputs();
    void layOut();
    void connectInputs();
    void browse();
    void fileChosen();
    void logIn();
    void restore();
    void showFileTrouble(const Error &error);
    void logInDone(Result<std::unique_ptr<Session>> result);
    void updateAction() override;

    SiteDoor &m_door;
    Settings &m_settings;
    QComboBox *m_file;
    QComboBox *m_user;
    QLineEdit *m_password;
    MessageBar *m_message;
    QPushButton *m_logIn;
    QPushButton *m_browse;
    QPushButton *m_forgot;
    QPushButton *m_new;
    QPushButton *m_restore;
    WaitCountdown *m_wait;
    QString m_wantedUser;
    std::unique_ptr<Session> m_session;
};

} // namespace ffp::ui
