// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "core/log/transact.h"
#include "core/services/session.h"

namespace ffp {

/// Records `setting` as the services keep them: local policy values, kept tables, mappings of senders. They
/// are exchanged; what an office above has set counts for the offices below it.

/// Of this site's area and of those above whose key begins with `prefix`, by key, for one key in the order in
/// which this file got them.
Result<std::vector<Record>> settingsUnder(const Session &session, const QString &prefix);
/// Of this site's own area with this key, in the order in which this file got them: the last one counts.
Result<std::vector<Record>> ownSettings(const Session &session, const QString &key);
/// Changes the last of `own`, or makes one for this site's area.
Result<> writeSetting(ChangeWriter &writer, const Session &session, const std::vector<Record> &own,
                      const FieldValues &values, const QString &note = {});

} // namespace ffp
