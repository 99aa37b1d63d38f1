// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/people.h"

#include "core/db/query.h"

namespace ffp {

People::People(const Session &session)
{
    Query query(session.database(),
                QStringLiteral("SELECT o.official, COALESCE(NULLIF(o.name, ''), a.login) "
                               "FROM official o LEFT JOIN account a ON a.official = o.official"));
    if (const auto ran = query.run(); !ran) {
        qWarning("names of officials: %s", qPrintable(ran.error().detail));
        return;
    }
    for (auto row = query.next(); row && *row; row = query.next())
        m_names.insert(query.id<OfficialId>(0), query.text(1));
}

} // namespace ffp
