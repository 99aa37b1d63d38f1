// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/caseaction.h"
#include "core/policy/policypack.h"

namespace ffp {

/// The chain of a pack as the judge of actions wants it. States are the keys of the signed steps that are
/// waited for, then kStateDone or kStateRejected; codes of moves are "STEP.VERB", with the step returned to
/// as third part of a return.
Workflow workflowOf(const PolicyPack &pack, const Chain &chain);
/// "anhui-2020@1/identify-edge".
QByteArray workflowId(const QString &packStamp, const QString &chain);
/// All chains of the packs that come with the program.
WorkflowBook shippedWorkflows();

} // namespace ffp
