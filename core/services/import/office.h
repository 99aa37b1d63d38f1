// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/importrun.h"
#include "core/services/session.h"

namespace ffp::imports {

/// The office whose file is open.
inline Office officeOf(Session &session)
{
    return {session.database(),  session.cipher(),    session.log(),     session.clock(),
            session.divisions(), session.site().area, session.user().id, session.user().shownName()};
}

} // namespace ffp::imports
