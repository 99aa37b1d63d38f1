// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/ledgersource.h"

namespace ffp::ui {

namespace {

void addBelow(std::vector<LedgerArea> &out, const DivisionTable &divisions, const AreaCode &area, int depth)
{
    out.push_back({area, divisions.name(area), depth});
    if (area.level() == AreaLevel::Village)
        return;
    for (const AreaCode &child : divisions.children(area))
        addBelow(out, divisions, child, depth + 1);
}

} // namespace

std::vector<LedgerArea> areasOf(const Session &session)
{
    std::vector<LedgerArea> out;
    addBelow(out, session.divisions(), session.site().area, 0);
    return out;
}

std::vector<LedgerInfo> SessionLedgerSource::ledgers() const
{
    return ffp::ledgers(m_session.site().policy);
}

std::vector<LedgerArea> SessionLedgerSource::areas() const
{
    return areasOf(m_session);
}

QDate SessionLedgerSource::today() const
{
    return m_session.clock().today();
}

Result<LedgerTables> SessionLedgerSource::make(const LedgerRequest &request, Progress &progress)
{
    return makeLedgerTables(m_session, request, progress);
}

Result<> SessionLedgerSource::recordUse(const LedgerRequest &request, const QString &how, int pages)
{
    return recordLedgerUse(m_session, request, how, pages);
}

} // namespace ffp::ui
