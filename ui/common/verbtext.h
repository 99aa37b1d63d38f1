// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp::ui {

/// Words for Operation::verb, such as "visit.add"; a verb that is not known yet is given back as it is.
QString verbText(const QString &verb);
/// Words for a role.
QString roleText(const QString &roleCode);

} // namespace ffp::ui
