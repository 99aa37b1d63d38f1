// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "core/trust/crypto.h"

namespace ffp {

/// The signing seed of the session's user, for the password entered once more; counts the try (LoginGate).
/// WrongPassword with args[0] = seconds to wait before the next one.
Result<SecretBytes> provenSeed(Session &session, const QString &password);

} // namespace ffp
