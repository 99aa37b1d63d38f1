// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idlewatcher.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

namespace ffp::ui {

IdleWatcher::IdleWatcher(int minutes, QObject *parent) : QObject(parent), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(minutes * 60 * 1000);
    connect(m_timer, &QTimer::timeout, this, &IdleWatcher::idle);
    if (minutes > 0) {
        qApp->installEventFilter(this);
        m_timer->start();
    }
}

bool IdleWatcher::eventFilter(QObject *object, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel: m_timer->start(); break;
    default: break;
    }
    return QObject::eventFilter(object, event);
}

} // namespace ffp::ui
