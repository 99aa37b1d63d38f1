// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

namespace ffp {

qint64 SystemClock::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

QDate SystemClock::today() const
{
    return m_today ? *m_today : localDate(nowMs());
}

QDateTime localTime(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, kOfficeUtcOffsetSeconds);
}

QDate localDate(qint64 utcMs)
{
    return localTime(utcMs).date();
}

} // namespace ffp
