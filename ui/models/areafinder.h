// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/divisions.h"
#include "ui/common/areapicker.h"

namespace ffp::ui {

/// Finds divisions by parts of their names or by their code, for AreaPicker. Immutable; safe to read from any
/// thread. Making one for a province takes about a tenth of a second: do it in a worker.
class AreaFinder
{
public:
    explicit AreaFinder(const DivisionTable &table);

    /// Areas of `level` that fit every word of `text` (parts of names from the province down, or the
    /// beginning of the code). Those whose own name begins with the last word come first, then those whose
    /// own name has it; equal ones by code. Nothing for an empty text, unless there are at most `limit`
    /// areas.
    std::vector<AreaSuggestion> find(const QString &text, AreaLevel level, size_t limit) const;

private:
    std::vector<AreaSuggestion> m_levels[5]; ///< by code
};

} // namespace ffp::ui
