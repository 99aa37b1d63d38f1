// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/services/caseservice.h"

#include <QString>

namespace ffp::ui {

/// Whether an error is one that caseRefusal() has words for.
bool isCaseRefusal(const Error &error);
/// One sentence that says what to do.
QString caseRefusal(const Error &error);

/// "乡（镇）审查" and so on: of a step key or an end state of the chain.
QString caseStateText(const Chain &chain, const QString &state, bool chinese);
QString caseStateText(const CaseRow &row);
/// "退回", "同意": of a verb's code.
QString caseVerbText(const QString &verb);
/// What is missing, as a list shows it.
QString caseLackText(const CaseLack &lack, const PolicyPack &pack, const Chain &chain, bool chinese);
/// Why an action in the history does not count; empty when it does.
QString caseFaultText(const QString &fault);
/// The steps of a chain as lines: who, what it asks for, its limit, where it may go.
QStringList chainLines(const PolicyPack &pack, const Chain &chain, QDate day, bool chinese);

} // namespace ffp::ui
