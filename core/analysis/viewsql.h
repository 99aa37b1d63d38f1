// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ffp {

/// The statements that make the views of views.h, in order. Named parameters: monthValues().
QStringList ruleViewStatements();

} // namespace ffp
