// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace ffp {

/// exchange.md §13: at least 8 characters, none of the common ones (resources/trust), not the user's own
/// name, not one character or one run of the keyboard order repeated. WeakPassword; args[0] = "short"
/// (args[1] = how many characters are missing), "common", "name" or "pattern".
Result<> checkPassword(const QString &password, const QString &userName);

} // namespace ffp
