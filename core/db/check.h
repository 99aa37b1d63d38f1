// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/db/database.h"

namespace ffp {

enum class CheckDepth {
    Quick, ///< `quick_check`: pages and rows
    Full   ///< `integrity_check`: indexes against tables too, ten times slower
};

/// SQLite's own check on the calling thread's connection. Damaged with SQLite's first words; Cancelled within
/// some milliseconds.
Result<> checkDatabase(const Database &db, CheckDepth depth, const Progress &progress);

} // namespace ffp
