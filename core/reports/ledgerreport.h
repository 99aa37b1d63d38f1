// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/ledgers.h"
#include "core/services/session.h"

namespace ffp {

/// The office that the session's site is.
LedgerOffice ledgerOffice(const Session &session);

/// A ledger read once, for paper and screen.
struct LedgerTables {
    TableDocument printed;               ///< Chinese
    std::optional<TableDocument> screen; ///< when the request's language is another
};

/// Reads and builds one ledger; may run in a worker thread. Anything but LedgerPrivacy::Masked is written to
/// the access log before anything is read. Errors as ledgerQuery(); also Cancelled, Locked.
Result<LedgerTables> makeLedgerTables(Session &session, const LedgerRequest &request, Progress &progress);
/// The printed one only.
Result<TableDocument> makeLedger(Session &session, const LedgerRequest &request, Progress &progress);

/// Notes in the access log that a ledger left the program: `how` is "pdf", "xlsx", "csv" or "print".
Result<> recordLedgerUse(Session &session, const LedgerRequest &request, const QString &how, int pages);

} // namespace ffp
