// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"
#include "core/services/session.h"

#include <functional>

namespace ffp::ui {

/// Asks for the access-logged permission to show these S-class values of a record, in the background. `shown`
/// is called when all of them are given, `refused` else; none of them when `asker` has gone.
void askReveal(QObject *asker, Session &session, RecordId record, std::vector<FieldRef> fields,
               std::function<void()> shown, std::function<void(const Error &)> refused);

} // namespace ffp::ui
