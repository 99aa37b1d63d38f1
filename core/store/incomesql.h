// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp {

/// Which statement of one and the same period counts, under the alias of `income_statement`: a computed one
/// before a typed and an imported one; the higher the sooner. statementRank() in SQL.
inline QString statementRankSql(QStringView alias)
{
    return QStringLiteral("CASE %1.origin WHEN 'calculated' THEN 3 WHEN 'typed' THEN 2 ELSE 1 END")
        .arg(alias);
}
/// Of a value of `origin`.
inline int statementRank(QStringView origin)
{
    return origin == u"calculated" ? 3 : origin == u"typed" ? 2 : 1;
}

} // namespace ffp
