// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/rulereader.h"

namespace ffp {

/// Faults also for a rule set that asks what the pack has no parameter for.
IncomeRuleSet readIncomeRuleSet(const JsonNode &node, const rulereader::Context &context,
                                const PolicyPack &pack);
/// Rule sets and the parameter that chooses one come together.
void checkChosenRuleSet(const JsonNode &root, const PolicyPack &pack);

} // namespace ffp
