// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/ledgerreport.h"

namespace ffp::ui {

/// An area that a ledger can be made of.
struct LedgerArea {
    AreaCode area;
    QString name;
    int depth = 0; ///< 0 = the site's own area
};

/// The site's own area and all below it.
std::vector<LedgerArea> areasOf(const Session &session);

/// Where the ledger page has its ledgers from; tests put their own in.
class LedgerSource
{
public:
    virtual ~LedgerSource() = default;
    virtual std::vector<LedgerInfo> ledgers() const = 0;
    virtual std::vector<LedgerArea> areas() const = 0;
    virtual QDate today() const = 0;
    /// Runs in a worker thread.
    virtual Result<LedgerTables> make(const LedgerRequest &request, Progress &progress) = 0;
    /// Access log: the ledger left the program.
    virtual Result<> recordUse(const LedgerRequest &request, const QString &how, int pages) = 0;
};

class SessionLedgerSource : public LedgerSource
{
public:
    explicit SessionLedgerSource(Session &session) : m_session(session) {}

    std::vector<LedgerInfo> ledgers() const override;
    std::vector<LedgerArea> areas() const override;
    QDate today() const override;
    Result<LedgerTables> make(const LedgerRequest &request, Progress &progress) override;
    Result<> recordUse(const LedgerRequest &request, const QString &how, int pages) override;

private:
    Session &m_session;
};

} // namespace ffp::ui
