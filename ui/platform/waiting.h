// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <functional>

namespace ffp::ui {

/// Lets events run until `condition` holds or `ms` are over; whether it holds. For pictures and tests, never
/// for the window itself.
inline bool waitUntil(const std::function<bool()> &condition, int ms)
{
    constexpr int kStepMs = 10;
    QElapsedTimer waited;
    waited.start();
    while (!condition()) {
        if (waited.elapsed() > ms)
            return false;
        QEventLoop loop;
        QTimer::singleShot(kStepMs, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

} // namespace ffp::ui
