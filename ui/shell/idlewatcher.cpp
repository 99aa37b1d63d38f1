// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idlewatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

namespace ffp::ui {

IdleWatcher::IdleWatcher(int minutes, QObject *parent) : QObject(parent), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &IdleWatcher::idle);
    setMinutes(minutes);
}

void IdleWatcher::setMinutes(int minutes)
{
    constexpr int kMsPerMinute = 60'000;
    m_idleMs = minutes * kMsPerMinute;
    m_timer->stop();
    qApp->removeEventFilter(this);
    if (minutes <= 0)
        return;
    qApp->installEventFilter(this);
    m_timer->start(m_idleMs);
}

void IdleWatcher::again(int ms)
{
    m_timer->start(ms);
}

bool IdleWatcher::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel: m_timer->start(m_idleMs); break;
    default: break;
    }
    return QObject::eventFilter(object, event);
}

} // namespace ffp::ui
