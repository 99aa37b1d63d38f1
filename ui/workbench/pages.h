// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

namespace ffp::ui {

std::vector<PageEntry> workbenchPages(const PageContext &context);
std::vector<ShotEntry> workbenchShots(const PageContext &context);

} // namespace ffp::ui
