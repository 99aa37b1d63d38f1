// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTimer;

namespace ffp::ui {

/// Says idle() when neither key nor mouse was used for a while (auto-lock).
class IdleWatcher : public QObject
{
    Q_OBJECT

public:
    /// 0 minutes = never.
    IdleWatcher(int minutes, QObject *parent);
    void setMinutes(int minutes);
    /// Says it once more after `ms`, unless a key or the mouse is used until then.
    void again(int ms);

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QTimer *m_timer;
    int m_idleMs = 0;
};

} // namespace ffp::ui
