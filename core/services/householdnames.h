// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/registryservice.h"

#include <algorithm>

namespace ffp {

/// Fills in `headName` and `areaName` of rows by their `householdRid`: read once for all of them.
template <class Row>
Result<> nameHouseholds(Session &session, std::vector<Row> &rows, Language language)
{
    std::vector<qint64> households;
    for (const Row &row : rows)
        households.push_back(row.householdRid);
    std::sort(households.begin(), households.end());
    households.erase(std::unique(households.begin(), households.end()), households.end());
    FFP_ASSIGN(const auto cells, RegistryService(session).householdCells(households,
                                                                         {QStringLiteral("head_name"),
                                                                          QStringLiteral("area_name")},
                                                                         language));
    for (Row &row : rows) {
        const auto at = std::lower_bound(households.begin(), households.end(), row.householdRid);
        const QStringList &texts = cells[static_cast<size_t>(at - households.begin())];
        row.headName = texts.value(0);
        row.areaName = texts.value(1);
    }
    return {};
}

} // namespace ffp
