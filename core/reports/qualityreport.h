// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/document.h"
#include "core/services/qualityservice.h"

namespace ffp {

/// The findings of a run as a table for a file: who must put right or answer what. Rows are read from the
/// register as they are needed; `session` must outlive the document.
TableDocument qualityDocument(Session &session, std::shared_ptr<const QualityRun> run,
                              std::vector<qsizetype> which);

} // namespace ffp
