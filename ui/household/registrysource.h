// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/fieldtext.h"
#include "ui/models/householdlistmodel.h"

namespace ffp::ui {

/// The list's rows from RegistryService.
class RegistrySource : public HouseholdSource
{
public:
    explicit RegistrySource(Session &session) : m_session(session) {}
    Result<std::vector<qint64>> ids(const HouseholdQuery &query) const override
    {
        return RegistryService(m_session).householdIds(query);
    }
    Result<std::vector<QStringList>> cells(std::span<const qint64> rids,
                                           const QStringList &columns) const override
    {
        return RegistryService(m_session).householdCells(rids, columns, windowLanguage());
    }

private:
    Session &m_session;
};

} // namespace ffp::ui
