// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/membersql.h"

#include "core/domain/householdrules.h"

#include <QStringList>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

QString memberIsThere(QStringView alias)
{
    QStringList kinds;
    for (const char *kind : leavingChanges())
        kinds << u'\'' + QLatin1String(kind) + u'\'';
    return u"%1.void = 0 AND ifnull(%1.change_kind, '') NOT IN (%2)"_s.arg(alias, kinds.join(u','));
}

} // namespace ffp
