// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

namespace ffp::ui {

/// Every page of the program in the order of the navigation, and every picture of --shots. A task folder
/// `x` offers them in `ui/x/pages.h`; here is the one place that lists the folders.
std::vector<PageEntry> allPages(const PageContext &context);
std::vector<ShotEntry> allShots(const PageContext &context);

} // namespace ffp::ui
