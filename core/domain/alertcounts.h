// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp {

/// Whether nothing more is to be done about an alert in this state of CL-47; every other one is open.
inline bool alertSettled(QStringView state)
{
    return state == QLatin1String("closed") || state == QLatin1String("refuted");
}

/// Open alerts by level (CL-46).
struct AlertCounts {
    qint64 red = 0;
    qint64 orange = 0;
    qint64 yellow = 0;
    qint64 total() const { return red + orange + yellow; }
    AlertCounts &operator+=(const AlertCounts &other)
    {
        red += other.red;
        orange += other.orange;
        yellow += other.yellow;
        return *this;
    }
    bool operator==(const AlertCounts &) const = default;
};

} // namespace ffp
