// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/deepcheck.h"

#include "core/db/query.h"
#include "core/db/transaction.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kEveryMs = 7LL * 24 * 3600 * 1000;

Result<> note(Database &db, qint64 nowMs)
{
    FFP_ASSIGN(Transaction transaction, Transaction::begin(db));
    FFP_TRY(execute(db,
                    u"INSERT INTO meta(k, v) VALUES('deep_check_at', ?)"
                    " ON CONFLICT(k) DO UPDATE SET v = excluded.v"_s,
                    nowMs));
    return transaction.commit();
}

} // namespace

Result<bool> deepCheckDue(const Database &db, qint64 nowMs)
{
    FFP_ASSIGN(const std::optional<qint64> last,
               queryInteger(db, u"SELECT v FROM meta WHERE k = 'deep_check_at'"_s));
    // A time ahead of the clock says nothing: the clock was wrong then or is now.
    return !last || *last > nowMs || nowMs - *last >= kEveryMs;
}

void noteDeepCheck(Database &db, qint64 nowMs)
{
    if (const Result<> noted = note(db, nowMs); !noted)
        qWarning("time of the check: %s", qPrintable(noted.error().detail));
}

} // namespace ffp
