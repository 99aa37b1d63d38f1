// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/ruleconnection.h"
#include "core/policy/policypack.h"

#include <span>

namespace ffp {

/// Compiles the SQL of each of `rules` (those of `pack`, of either kind) that is evaluated against the views
/// of `connection`. PolicyPackInvalid
/// (subject.file = pack id, args = {"RF-06.sql", why}, detail = all faults) when one does not compile, is
/// not a single SELECT over the views, does not begin with `household` (and `member`), gives other
/// columns than its evidence, names an unknown parameter, or leaves one that it declares unused.
Result<> checkRules(const PolicyPack &pack, std::span<const PolicyRule> rules,
                    const RuleConnection &connection);

/// A parameter as SQL gets it: amounts in 分, decimals in 10^-scale units, truth as 0 and 1, a list as
/// ",A,B," (to be used as instr(:list, ',' || x || ',') > 0).
RuleValue sqlValue(const PolicyParameter &parameter, const Value &value);

} // namespace ffp
