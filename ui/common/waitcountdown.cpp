// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/waitcountdown.h"

#include <QTimer>

namespace ffp::ui {

WaitCountdown::WaitCountdown(QObject *parent) : QObject(parent), m_timer(new QTimer(this))
{
    m_timer->setInterval(1000);
    connect(m_timer, &QTimer::timeout, this, &WaitCountdown::second);
}

void WaitCountdown::start(int seconds)
{
    m_left = qMax(0, seconds);
    if (m_left > 0)
        m_timer->start();
    else
        m_timer->stop();
    Q_EMIT tick(m_left);
}

void WaitCountdown::stop()
{
    m_timer->stop();
    m_left = 0;
}

void WaitCountdown::second()
{
    if (m_left <= 0)
        return;
    --m_left;
    if (m_left == 0)
        m_timer->stop();
    Q_EMIT tick(m_left);
}

} // namespace ffp::ui
