// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/ruleconnection.h"
#include "core/policy/policypack.h"

#include <QByteArray>

#include <vector>

namespace ffp {

/// One household (or member) for which a rule holds.
struct Firing {
    qint64 household = 0; ///< row ids, valid in this file; 0 = no household
    qint64 member = 0;    ///< 0 = the household as a whole
    /// {"v": {column: value}, "p": {parameter: value}}, compact JSON with sorted keys: equal evidence is
    /// equal bytes. S-class.
    QByteArray evidence;
};

struct NotEvaluated {
    QString rule;
    LocalText title;
    LocalText reason;
};

/// Runs the SQL of one rule. `values` are those of the rule's parameters, `bound` the dates of the views. Of
/// two findings about the same person the first is kept. Without `withEvidence` the firings carry none.
/// PolicyPackInvalid names the rule.
Result<std::vector<Firing>> runRule(const RuleConnection &connection, const PolicyPack &pack,
                                    const PolicyRule &rule, const std::map<QString, Value> &values,
                                    RuleValues bound, bool withEvidence, const Progress &progress);

/// Why the rule cannot be evaluated on this day, if so; otherwise `values` has those of its parameters.
std::optional<NotEvaluated> notEvaluated(const PolicyPack &pack, const PolicyRule &rule, QDate day,
                                         std::map<QString, Value> *values);

} // namespace ffp
