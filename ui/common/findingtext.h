// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importservice.h"

namespace ffp::ui {

/// One translated sentence for a finding, its arguments (already masked) behind it in brackets.
QString findingText(const ImportFinding &finding);
/// The sentence of a kind alone.
QString findingText(const QString &kind);
/// For the test that every kind the import can report has its sentence.
bool hasFindingText(const QString &kind);

} // namespace ffp::ui
