// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policypack.h"
#include "core/services/registryservice.h"

namespace ffp {

/// What the tests of a chain look at (domain.md §11).
struct ChainFacts {
    const PolicyPack &pack;
    QDate today;
    QDate opened; ///< of the matter
    HouseholdDetail household;
    std::vector<Record> measures;
    std::vector<Record> plans;
    RecordId caseId;           ///< null = none
    std::vector<Record> steps; ///< records of the matter, newest first; the one being made in front
    QString stepKey;           ///< the step that is being passed

    /// The newest record of a step; nullptr when there is none.
    const Record *step(const QString &key) const;
};

/// Whether one of chainTestIds() holds; an unknown one never does.
bool chainTestHolds(const QString &test, const ChainFacts &facts);
/// Whether evidence of one of chainEvidenceIds() for this step is there, made since the matter began.
bool hasChainEvidence(const QString &kind, const ChainStep &step, const ChainFacts &facts);

} // namespace ffp
