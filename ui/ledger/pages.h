// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

namespace ffp::ui {

/// The ledger page, id "ledger".
std::vector<PageEntry> ledgerPages(const PageContext &context);
std::vector<ShotEntry> ledgerShots(const PageContext &context);

} // namespace ffp::ui
