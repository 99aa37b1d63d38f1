// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp::cli {

/// A file that a table or ledger can be written to, by its ending: .pdf, .xlsx, .csv.
bool canBeWritten(const QString &path);

} // namespace ffp::cli
