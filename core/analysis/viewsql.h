// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace ffp {

/// The statements that make the views of views.h, in order. Named parameters: monthValues().
std::span<const char *const> ruleViewStatements();

} // namespace ffp
