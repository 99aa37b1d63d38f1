// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"

#include <QDateTime>

namespace ffp {

qint64 SystemClock::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

QDate SystemClock::today() const
{
    return m_today ? *m_today : localDate(nowMs());
}

QDate localDate(qint64 utcMs)
{
    constexpr int kShanghaiOffsetSeconds = 8 * 3600;
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, kShanghaiOffsetSeconds).date();
}

} // namespace ffp
