// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/operationlog.h"

#include "core/db/transaction.h"
#include "core/log/recordingwriter.h"

namespace ffp {

OperationLog::OperationLog(Database &db, const LogCipher &cipher, const Clock &clock, const LogOwner &owner)
    : m_db(db),
      m_cipher(cipher),
      m_clock(clock),
      m_owner(owner)
{}

OperationLog::~OperationLog() = default;

void OperationLog::setOwner(const LogOwner &owner)
{
    m_owner = owner;
}

Result<ChangeSummary> OperationLog::transact(const Operation &operation, const Work &work)
{
    ChangeSummary summary;
    {
        FFP_ASSIGN(Transaction transaction, Transaction::begin(m_db));
        // Declared after the transaction: its statements end before a rollback.
        RecordingWriter writer(m_db, m_cipher, m_owner, operation);
        FFP_TRY(writer.begin(m_clock.nowMs()));
        FFP_TRY(work(writer));
        FFP_ASSIGN(summary, writer.finish());
        FFP_TRY(transaction.commit());
    }
    if (summary.change != 0)
        Q_EMIT changed(summary);
    return summary;
}

} // namespace ffp

#include "moc_operationlog.cpp"
#include "moc_transact.cpp"
