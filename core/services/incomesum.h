// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/incomeservice.h"

namespace ffp {

/// A year made of shorter statements.
struct IncomeSum {
    IncomeStatement statement; ///< null id: nothing of it is stored
    QStringList missingMonths; ///< of the period, without any statement
};

/// The sum of the statements of months and quarters inside `period`; of a quarter that has one its months do
/// not count again. Nothing is extrapolated (I-11). Population and basis are those of the newest part.
/// Nothing when there is no part; RuleBroken income_rules_differ when they follow different rule sets.
Result<std::optional<IncomeSum>> sumOfParts(const std::vector<IncomeStatement> &all,
                                            const IncomeWindow &period);

} // namespace ffp
