// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

#include <QHash>

namespace ffp {

/// Names of the officials known to this site, read once; of those without a name the log-in name, since
/// every entry of a history says who made it.
class People
{
public:
    explicit People(const Session &session);
    /// Empty for the program itself and for somebody not known here.
    QString nameOf(OfficialId id) const { return m_names.value(id); }

private:
    QHash<OfficialId, QString> m_names;
};

} // namespace ffp
