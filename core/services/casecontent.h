// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"
#include "core/log/caseaction.h"
#include "core/policy/policypack.h"
#include "core/services/session.h"

namespace ffp {

/// Everything that a decision on a matter rests on, as rows of the log (basis version 1): the matter with the
/// records of its steps, the household with members, living conditions, statements and their lines,
/// safeguards, visits, measures, plans and attachments, and its case with the risks. Voided records belong to
/// it: that something was taken out is content too.
Result<std::vector<qint64>> contentOf(const Session &session, RecordId matter);
/// The basis of a decision on it now. Fields that decisions themselves set are their result, not their
/// content.
Result<std::vector<BasisItem>> basisOf(const Session &session, RecordId matter);

/// A field of the case or the household that only a decision (or a list of the national system) may set.
bool isDecidedField(Entity entity, const QString &field);

/// What is different now from what was decided on.
struct ContentChange {
    RecordId record;
    Entity entity = Entity::Household;
    QString field; ///< empty: the record came in since
};
/// What came in since as part of the help (visits, measures, notes of steps) is no change of what was
/// decided.
Result<std::vector<ContentChange>> changesSince(const Session &session, RecordId matter,
                                                const std::vector<BasisItem> &basis);

} // namespace ffp
