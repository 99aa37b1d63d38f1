// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp {

/// Expression for rows of `household` under the alias: householdNumber(), NULL when there is none.
inline QString householdNumberSql(QStringView alias)
{
    return QStringLiteral("coalesce(nullif(%1.household_no, ''), %1.local_no)").arg(alias);
}

} // namespace ffp
