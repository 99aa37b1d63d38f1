// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/ruleevaluation.h"
#include "core/base/clock.h"
#include "core/db/database.h"
#include "core/log/transact.h"

namespace ffp {

struct MonthlyResult {
    YearMonth month;
    qint64 households = 0;
    qint64 rules = 0; ///< evaluated
    std::vector<NotEvaluated> notEvaluated;
    std::vector<RecordId> opened;
    std::vector<RecordId> kept;   ///< open before and still true
    std::vector<RecordId> closed; ///< by this run
    /// Still true, but a person found it not true (or closed the event) on the same values.
    qint64 settled = 0;
    ChangeSummary change;
};

/// The month-end check (op.2 §三(二)): evaluates the rules of the pack and brings the alerts (entity
/// `flag`, origin `local`) in line with what they find, in one transaction. An alert of the province is
/// never touched.
///
///  1. Running a month twice changes nothing.
///  2. What no longer holds is closed with the reason no_longer_holds; an alert of a household that no
///     longer exists with household_gone. Event rules (closing by_person) wait for a person.
///  3. A rule that could not be evaluated leaves its alerts alone and is reported.
///  4. An alert that a person closed or refuted is not opened again in the same month, nor later on the
///     same values if it was refuted or is an event; a handled one whose condition still holds next
///     month is opened anew.
///  5. A month earlier than the last one checked (and not taken back since), or in the future, is refused.
///  6. Cancelled or failed, nothing is written.
class MonthlyCheck
{
public:
    MonthlyCheck(const Database &db, const ColumnCipher &cipher, Log &log, const Clock &clock)
        : m_db(db),
          m_cipher(cipher),
          m_log(log),
          m_clock(clock)
    {}

    /// Kinds: InvalidArgument (subject check.month; args[0] = last month checked, none = in the future),
    /// PolicyPackInvalid, Cancelled, Locked, Busy, DiskFull, Database.
    Result<MonthlyResult> run(const PolicyPack &pack, YearMonth month, const OfficialId &actor,
                              Progress &progress);

    /// The last month that was checked and not taken back; nullopt = none yet.
    static Result<std::optional<YearMonth>> lastMonth(const Database &db);

private:
    Result<> refuseMonth(YearMonth month) const;

    const Database &m_db;
    const ColumnCipher &m_cipher;
    Log &m_log;
    const Clock &m_clock;
};

} // namespace ffp
