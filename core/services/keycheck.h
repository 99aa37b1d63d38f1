// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/logcheck.h"
#include "core/services/session.h"

namespace ffp {

/// Whether keys, key slots and the names of this database in `meta` fit the registry ("key"), and attachments
/// their hashes ("attachment"). Writes nothing. Fails when the file cannot be read or is locked.
Result<std::vector<Fault>> checkKeys(const Session &session, const Registry &registry);

} // namespace ffp
