// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/document.h"

namespace ffp {

/// A ledger of 14 columns with invented households, the same at every run: long texts that wrap, money,
/// dates, figures, blank cells, red marks.
TableDocument sampleLedger(int rows);

/// Rows of one person each, `households` households of 1 to 6 members.
TableDocument sampleRoster(int households);

/// Income in 分 of row `row` of sampleLedger(); blank in every ninth row.
std::optional<qint64> sampleIncome(int row);

} // namespace ffp
