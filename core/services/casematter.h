// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/casefold.h"
#include "core/services/caseservice.h"
#include "core/services/chaintests.h"
#include "core/services/workflows.h"

namespace ffp {

/// A matter with what judges it. Reads inside the caller's transaction see what it wrote.
struct CaseMatter {
    Record matter;
    PolicyPack pack;
    Chain chain;
    Registry registry;
    CaseOutcome outcome;

    QString state() const { return QString::fromUtf8(outcome.state); }
    const ChainStep *pending() const { return chain.step(state()); }
    QDate openedOn() const;
    /// Day of the last action that counts, else of the opening.
    QDate since() const;
};

/// NotFound (subject "proceeding") when there is no such matter; "pack" when its pack or version is not here.
Result<CaseMatter> loadMatter(const Session &session, RecordId matter);
/// The pack under which a matter with this stamp goes on, with the values of the office where it is the
/// present one.
Result<PolicyPack> packOf(const Session &session, const QString &stamp);

/// Records of its steps, newest first.
Result<std::vector<Record>> stepRecords(const Session &session, RecordId matter);
Result<ChainFacts> chainFacts(const Session &session, const CaseMatter &matter, const QString &stepKey);
/// What `step` and the unsigned steps before it lack.
std::vector<CaseLack> lacksOf(const Chain &chain, const ChainStep &step, const ChainFacts &facts);

/// Day on which a step was done, by key: of the action that counts, or of its newest record.
using StepDays = std::map<QString, QDate>;
StepDays daysOf(const CaseOutcome &outcome, const std::vector<Record> &records);
/// The nearest limit of the step and of the unsigned ones before it that are not done; null = none.
QDate dueOf(const PolicyPack &pack, const Chain &chain, const ChainStep &step, const StepDays &days,
            QDate opened, QDate today);

} // namespace ffp
