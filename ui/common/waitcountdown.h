// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTimer;

namespace ffp::ui {

/// Counts the seconds that a wrong password costs; tick(0) ends it.
class WaitCountdown : public QObject
{
    Q_OBJECT

public:
    explicit WaitCountdown(QObject *parent = nullptr);

    void start(int seconds);
    void stop();
    bool isRunning() const { return m_left > 0; }
    int secondsLeft() const { return m_left; }
    /// One second passed; public so that tests need not wait.
    void second();

Q_SIGNALS:
    void tick(int secondsLeft);

private:
    QTimer *m_timer;
    int m_left = 0;
};

} // namespace ffp::ui
