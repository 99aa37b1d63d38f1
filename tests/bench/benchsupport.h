// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <unistd.h>

/// What the measuring programs share: every one prints a single JSON object, which scripts/bench reads.
namespace bench {

inline double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// A line of /proc/self/status such as "VmHWM" (peak) or "VmRSS" (now), in KiB; 0 when there is none.
inline qint64 memoryKib(const char *line)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &text : file.readAll().split('\n'))
        if (text.startsWith(line))
            return text.simplified().split(' ').value(1).toLongLong();
    return 0;
}

/// Milliseconds since this process was started, from the kernel's clock ticks (10 ms each).
inline double sinceProcessStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    QFile uptime(QStringLiteral("/proc/uptime"));
    if (!stat.open(QIODevice::ReadOnly) || !uptime.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = stat.readAll();
    const double ticks = line.mid(line.lastIndexOf(')') + 2).split(' ').value(19).toDouble();
    return uptime.readAll().split(' ').value(0).toDouble() * 1000
           - ticks * 1000 / double(sysconf(_SC_CLK_TCK));
}

/// Milliseconds that `times` appended pages of 4 KiB with a wait for the disk take, each.
inline std::vector<double> bareSyncs(const QString &path, int times)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered))
        return {};
    const QByteArray page(4096, 'x');
    std::vector<double> out;
    QElapsedTimer timer;
    for (int i = 0; i < times; ++i) {
        timer.start();
        file.write(page);
        ::fsync(file.handle());
        out.push_back(milliseconds(timer));
    }
    file.remove();
    return out;
}

inline int print(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    return 0;
}

} // namespace bench
