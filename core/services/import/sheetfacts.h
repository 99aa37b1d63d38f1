// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/sheetlayout.h"

namespace ffp::imports {

/// Properties of a file that are worth a line in its preview: encoding, title rows, hidden and unknown
/// columns, headers written otherwise, formulas, a wrong stated size, further sheets that fit.
void noteSheetFacts(const Workbook &workbook, const SheetLayout &layout, FindingBook &book);

} // namespace ffp::imports
