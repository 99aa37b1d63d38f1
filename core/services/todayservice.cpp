// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/todayservice.h"

#include "core/analysis/monthlycheck.h"
#include "core/db/query.h"
#include "core/services/backupfolder.h"
#include "core/services/maintenanceservice.h"
#include "core/services/registryservice.h"
#include "core/store/householdstore.h"
#include "core/store/membersql.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

YearMonth checkMonthDue(QDate today)
{
    constexpr int kFirstDayOfMonthEnd = 25;
    return YearMonth::of(today).plus(today.day() >= kFirstDayOfMonthEnd ? 0 : -1);
}

Result<TodayWork> TodayService::read(Language language) const
{
    const Database &db = m_session.database();
    const QDate today = m_session.clock().today();
    TodayWork work;
    const auto count = [&db](qint64 &into, const QString &sql, const auto &...args) -> Result<> {
        FFP_ASSIGN(const auto number, queryInteger(db, sql, args...));
        into = number.value_or(0);
        return {};
    };
    FFP_TRY(count(work.households, u"SELECT count(*) FROM household WHERE void = 0"_s));
    FFP_TRY(count(work.members, u"SELECT count(*) FROM member m WHERE "_s + memberIsThere(u"m")));
    const HouseholdStore list(db, m_session.cipher());
    const auto countOf = [&list](qint64 &into, const QString &where) -> Result<> {
        FFP_ASSIGN(const std::vector<qint64> rids, list.ids({{}, where, {}, false, false}, {}));
        into = qint64(rids.size());
        return {};
    };
    const QString edge = u"monitor_class = edge and monitored = 1"_s;
    const QString firstDay = YearMonth::of(today).firstDay().toString(Qt::ISODate);
    work.contactOwedCondition = u"%1 and last_visit < %2"_s.arg(edge, firstDay);
    FFP_TRY(countOf(work.edgeHouseholds, edge));
    FFP_TRY(countOf(work.contactOwed, work.contactOwedCondition));
    FFP_TRY(readAlerts(work, language));
    FFP_TRY(readDrafts(work));

    FFP_ASSIGN(work.lastCheck, MonthlyCheck::lastMonth(db));
    work.dueCheck = checkMonthDue(today);
    work.checkDue = work.households > 0 && (!work.lastCheck || *work.lastCheck < work.dueCheck);
    const std::vector<BackupFolder::Entry> backups = BackupFolder(m_session.path()).entries();
    if (!backups.empty())
        work.lastBackupMs = backups.front().made.toMSecsSinceEpoch();
    FFP_ASSIGN(work.backupDue, MaintenanceService(m_session).dailyBackupDue());
    return work;
}

Result<> TodayService::readAlerts(TodayWork &work, Language language) const
{
    Query query(m_session.database(),
                u"SELECT f.level, count(*), sum(f.due < ?) FROM flag f JOIN household h ON h.rid ="
                " f.household_id WHERE f.void = 0 AND h.void = 0 AND f.status NOT IN ('closed','refuted')"
                " GROUP BY f.level"_s);
    FFP_TRY(query.run(m_session.clock().today().toString(Qt::ISODate)));
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            break;
        const QString level = query.text(0);
        (level == u"red" ? work.red : level == u"orange" ? work.orange : work.yellow) += query.integer(1);
        work.overdue += query.integer(2);
    }
    const CheckService check(m_session);
    AlertQuery open;
    FFP_ASSIGN(std::vector<qint64> ids, check.alertIds(open));
    ids.resize(std::min<size_t>(ids.size(), kMostLines));
    FFP_ASSIGN(work.urgent, check.alertRows(ids, language));
    return {};
}

/// Of households that are still there; the inputs themselves stay sealed.
Result<> TodayService::readDrafts(TodayWork &work) const
{
    Query query(m_session.database(),
                u"SELECT d.about, d.at, h.rid, h.area FROM draft d JOIN record r ON r.rec = d.about JOIN"
                " household h ON h.rid = r.rid WHERE d.kind = 'visit' AND h.void = 0 ORDER BY d.at DESC"_s);
    FFP_TRY(query.run());
    std::vector<qint64> rids;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            break;
        ++work.drafts;
        if (work.newestDrafts.size() >= kMostLines)
            continue;
        rids.push_back(query.integer(2));
        work.newestDrafts.push_back(
            {query.id<RecordId>(0),
             {},
             m_session.divisions().fullName(AreaCode::fromString(query.text(3)), AreaLevel::Township),
             query.integer(1)});
    }
    FFP_ASSIGN(const auto cells, RegistryService(m_session).householdCells(rids, {u"head_name"_s}));
    for (size_t i = 0; i < cells.size(); ++i)
        work.newestDrafts[i].headName = cells[i].value(0);
    return {};
}

} // namespace ffp
