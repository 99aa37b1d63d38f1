// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/document.h"
#include "core/services/caseservice.h"

namespace ffp {

/// Ids of the forms that the steps of this chain name and that are drawn here (forms.md §3.4: F-13, F-22 to
/// F-25, F-30, F-33), in the order of the steps.
QStringList caseFormsOf(const Chain &chain);

/// One of them, as the policy asks: what the household is, what was found, then a block for each signed step
/// in the order of the chain with opinion, name, date and place for seal or signature; what is not done yet
/// stays blank to be filled in by hand. Minutes (F-13, F-22) hold the record of their step instead. Holds
/// S-class facts (risks): note its use (Session::recordAccess). NotFound when the chain does not have the
/// form.
Result<TableDocument> caseForm(const CaseView &view, const QString &form, QDate today,
                               const QString &operatorName);

} // namespace ffp
