// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/importkinds.h"

namespace ffp::imports {

/// What the columns of pasted rows seem to be.
struct PasteGuess {
    bool header = false; ///< the first row names them
    QStringList fields;  ///< ids as in ImportOptions::mapping; "" = nobody knows
};

/// By the names in the first row when two of them are known, else by what stands in the cells: a column is
/// taken for a field when four of five of its values can be read as one.
PasteGuess guessColumns(Kind kind, const QList<QStringList> &rows, QDate today);

} // namespace ffp::imports
