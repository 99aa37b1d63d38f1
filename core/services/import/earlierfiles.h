// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/findingbook.h"
#include "core/services/import/registerview.h"
#include "core/services/import/sheetlayout.h"

namespace ffp::imports {

/// Notes what earlier imports say of a file (T-20): the very same file was imported before, or one of its
/// kind with newer data, which older ones would overwrite. `batches` as RegisterView::batches().
void noteEarlierFiles(const std::vector<Record> &batches, const QString &fingerprint,
                      const SheetLayout &layout, FindingBook &book);

} // namespace ffp::imports
