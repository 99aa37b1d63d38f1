// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

namespace ffp::ui {

std::vector<PageEntry> approvalPages(const PageContext &context);
std::vector<ShotEntry> approvalShots(const PageContext &context);

} // namespace ffp::ui
