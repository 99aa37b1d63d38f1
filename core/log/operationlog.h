// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/log/logcipher.h"
#include "core/log/transact.h"

namespace ffp {

/// Who writes into this log.
struct LogOwner {
    Incarnation incarnation;
    AreaCode area; ///< of the site; it may write about this area and those below (exchange.md §5)
};

/// transact() over a site file. May be used from any thread; see Log for the invariants.
class OperationLog : public Log
{
    Q_OBJECT

public:
    OperationLog(Database &db, const LogCipher &cipher, const Clock &clock, const LogOwner &owner);
    ~OperationLog() override;

    Result<ChangeSummary> transact(const Operation &operation, const Work &work) override;

    /// After a new incarnation was begun (exchange.md §17.1); no transaction may be running.
    void setOwner(const LogOwner &owner);

private:
    Database &m_db;
    const LogCipher &m_cipher;
    const Clock &m_clock;
    LogOwner m_owner;
};

} // namespace ffp
