// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/chain.h"
#include "core/policy/policypack.h"
#include "core/policy/rulereader.h"

namespace ffp {

/// Tests that a condition may name; core/services/chaintests.cpp carries them out.
QStringList chainTestIds();
/// Kinds of evidence that a step may ask for.
QStringList chainEvidenceIds();

ChainCondition readChainCondition(const JsonNode &node, const rulereader::Context &context);
/// `pack` has its parameters and `conditions` already.
Chain readChain(const JsonNode &node, const rulereader::Context &context, const PolicyPack &pack,
                const std::vector<ChainCondition> &conditions);

} // namespace ffp
