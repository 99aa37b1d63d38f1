// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/ledgers.h"
#include "core/services/measureservice.h"

namespace ffp {

/// 帮扶措施台账 (forms.md F-14): one row per measure that had begun on the day, households in their order.
LedgerInfo measureLedgerInfo();
/// Which measures it needs. Errors as ledgerQuery().
Result<MeasureQuery> measureLedgerQuery(const LedgerRequest &request, const LedgerOffice &office);
TableDocument measureLedger(const LedgerRequest &request, const LedgerOffice &office,
                            const std::vector<MeasureRow> &rows);

} // namespace ffp
