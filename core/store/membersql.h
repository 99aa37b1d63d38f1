// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp {

/// Condition for rows of `member` under the alias: the record stands and the person is in the household
/// (leavingChanges()).
QString memberIsThere(QStringView alias);

} // namespace ffp
