// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/document.h"
#include "core/services/incomeservice.h"
#include "core/services/registryservice.h"

namespace ffp {

/// 收入核算表 (F-04): the items of CL-36 in their groups, then the sums and both figures per person, with
/// rule set, period and divisor on the head line; what does not count stands below. Only filled items of D6
/// are listed. Holds S-class amounts: note its use (recordIncomeSheetUse()).
TableDocument incomeSheet(const IncomeView &view, const HouseholdDetail &household, QDate today,
                          const QString &operatorName);

/// The statement as a part of a larger form: only what is filled in, no signatures. `masked`: S-class amounts
/// are hidden.
TableDocument incomePart(const IncomeView &view, bool masked);

/// The same of a stored statement, or of the sum of shorter ones.
Result<TableDocument> makeIncomeSheet(Session &session, RecordId household, const IncomeView &view);
/// In the access log; `how` is "print", "pdf" …
Result<> recordIncomeSheetUse(Session &session, const IncomeView &view, const QString &how, int pages);

} // namespace ffp
