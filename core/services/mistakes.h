// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/services/session.h"

namespace ffp {

/// Takes out an entry that was made by mistake; it keeps its history, and undo brings it back. The caller has
/// asked mayWrite() and that the entry is there. InvalidValue without a reason.
Result<ChangeSummary> takeOutMistake(Session &session, const char *verb, RecordId mistake,
                                     const QString &reason);

} // namespace ffp
