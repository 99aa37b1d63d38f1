// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/views.h"
#include "core/domain/divisions.h"

namespace ffp {

/// Views that the quality rules read besides ruleViews(). Numbers (identity, certificates, phones, accounts)
/// are opened once, judged by the checks of core/domain, and stand here as conclusions and marks only.
std::span<const RuleView> qualityViews();

/// The statements that make them, after those of ruleViewStatements(). Parameters: dayValues().
QStringList qualityViewStatements();

/// A rule connection with ruleViews() and qualityViews() as of one day. `divisions` tells which places at
/// the start of an identity number are known.
Result<std::unique_ptr<RuleConnection>> openQualityViews(const QString &path, const ColumnCipher &cipher,
                                                         QDate day, const DivisionTable &divisions,
                                                         const Progress &progress);

} // namespace ffp
