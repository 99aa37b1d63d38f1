// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace ffp {

/// For scripts/bench (goal G11): at the first paint of `window`, prints {"ms", "rss_kib"} on standard output
/// and ends the program. The time runs from the start of the process, without `unlockingMs`, because
/// unlocking is slow on purpose. Linux only; elsewhere both figures are 0.
void measureStart(QWidget &window, double unlockingMs);

} // namespace ffp
