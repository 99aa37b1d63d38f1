// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/messagebar.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTimer;

namespace ffp::ui {

/// Covers the window while the site is locked and asks for the password of the person who locked it.
class LockScreen : public QWidget
{
    Q_OBJECT

public:
    explicit LockScreen(QWidget *parent);

    void showFor(const QString &userName);
    /// Password refused: says so, waits `seconds` before the next try.
    void refuse(const Error &error);
    void setBusy(bool busy);

Q_SIGNALS:
    void unlockRequested(const QString &password);
    void otherUserRequested();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void submit();

    QLabel *m_user;
    QLineEdit *m_password;
    QPushButton *m_unlock;
    QPushButton *m_other;
    MessageBar *m_message;
    class WaitCountdown *m_wait;
};

} // namespace ffp::ui
