// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policypack.h"

#include <QByteArray>

namespace ffp {

struct PackFault;

/// Reads the quality rules (domain.md §15) that packs share; resources/policy/quality.json is the model. The
/// columns that rules give as evidence are declared once for all of them, and what a rule rests on is its
/// source: no clause of a pack asks for it. A pack says in its own file where it differs:
/// "quality": {"file": "quality.json", "values": {"DQ-704.high": "20000.00"}, "off": {"DQ-924": {reason}}}.
class QualityReader
{
public:
    static constexpr int kFormat = 1;
    static constexpr char kFile[] = "quality.json";

    /// PolicyPackInvalid as PolicyReader. `pack` gives the parameters that rules may use.
    static Result<std::vector<PolicyRule>> read(const QByteArray &json, const PolicyPack &pack);
};

} // namespace ffp
