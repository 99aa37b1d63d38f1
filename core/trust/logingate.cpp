// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/logingate.h"

#include "core/db/query.h"
#include "core/db/transaction.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

int LoginGate::waitSeconds(qint64 failures)
{
    if (failures <= kFreeFailures)
        return 0;
    const qint64 doublings = std::min<qint64>(failures - kFreeFailures - 1, 10);
    return static_cast<int>(std::min<qint64>(qint64(5) << doublings, kLongestWaitS));
}

Result<int> LoginGate::secondsToWait(const OfficialId &official, qint64 nowMs) const
{
    Query query(m_db, u"SELECT failures, last_at FROM login_attempt WHERE official = ?"_s);
    FFP_TRY(query.run(official));
    FFP_ASSIGN(const bool row, query.next());
    if (!row)
        return 0;
    const int wait = waitSeconds(query.integer(0));
    // A clock set back must not lengthen the wait beyond what it was.
    const qint64 passedMs = std::max<qint64>(nowMs - query.integer(1), 0);
    const qint64 leftMs = qint64(wait) * 1000 - passedMs;
    return leftMs <= 0 ? 0 : static_cast<int>((leftMs + 999) / 1000);
}

Result<> LoginGate::begin(const OfficialId &official, qint64 nowMs)
{
    FFP_ASSIGN(Transaction transaction, Transaction::begin(m_db));
    FFP_ASSIGN(const int wait, secondsToWait(official, nowMs));
    if (wait > 0) {
        Error error = Error::of(ErrorKind::WrongPassword, u"too early"_s);
        error.args = {QString::number(wait), u"early"_s}; // the password was not looked at
        return fail(std::move(error));
    }
    FFP_TRY(
        execute(m_db,
                u"INSERT INTO login_attempt(official, failures, last_at) VALUES(?,1,?)"
                " ON CONFLICT(official) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at"_s,
                official, nowMs));
    return transaction.commit();
}

Result<> LoginGate::succeeded(const OfficialId &official)
{
    FFP_ASSIGN(Transaction transaction, Transaction::begin(m_db));
    FFP_TRY(execute(m_db, u"DELETE FROM login_attempt WHERE official = ?"_s, official));
    return transaction.commit();
}

} // namespace ffp
