// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ffp {

/// Open alerts by level (CL-46); what is neither closed nor refuted is open.
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
