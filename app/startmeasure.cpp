// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startmeasure.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <cstdio>

#include <unistd.h>

namespace ffp {
namespace {

/// From the kernel's clock ticks, 10 ms each.
double sinceProcessStartMs()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    QFile uptime(QStringLiteral("/proc/uptime"));
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly))
        return 0;
    constexpr int kStartTime = 19; // field 22 of proc(5), counted behind the name
    constexpr double kMsPerSecond = 1000;
    const QByteArray line = stat.readAll();
    const double ticks = line.mid(line.lastIndexOf(')') + 2).split(' ').value(kStartTime).toDouble();
    return (uptime.readAll().split(' ').value(0).toDouble() - ticks / double(sysconf(_SC_CLK_TCK)))
           * kMsPerSecond;
}

qint64 residentKib()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS"))
            return line.simplified().split(' ').value(1).toLongLong();
    return 0;
}

class FirstPaint : public QObject
{
public:
    FirstPaint(QWidget &window, double unlockingMs) : QObject(&window), m_unlockingMs(unlockingMs)
    {
        window.installEventFilter(this);
    }
    bool eventFilter(QObject *window, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            window->removeEventFilter(this);
            QTimer::singleShot(0, this, [this] { // the children are painted now, too
                std::printf("{\"ms\": %.0f, \"rss_kib\": %lld}\n", sinceProcessStartMs() - m_unlockingMs,
                            static_cast<long long>(residentKib()));
                QCoreApplication::exit(0); // quit() would ask the window, which has its own way to close
            });
        }
        return QObject::eventFilter(window, event);
    }

private:
    double m_unlockingMs;
};

} // namespace

void measureStart(QWidget &window, double unlockingMs)
{
    new FirstPaint(window, unlockingMs);
}

} // namespace ffp
