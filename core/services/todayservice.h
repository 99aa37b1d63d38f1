// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/checkservice.h"

namespace ffp {

/// A visit form that was begun and not saved.
struct DraftLine {
    RecordId household;
    QString headName;
    QString areaName;
    qint64 savedAtMs = 0;
};

/// What waits for the person who starts the program, as of the session's today.
struct TodayWork {
    qint64 households = 0;
    qint64 members = 0;
    /// Open alerts by severity (CL-46).
    qint64 red = 0;
    qint64 orange = 0;
    qint64 yellow = 0;
    qint64 overdue = 0;           ///< open alerts past their due date, of any severity
    std::vector<Alert> urgent;    ///< the first open alerts in the order of CheckService::alerts()
    qint64 edgeHouseholds = 0;    ///< 边缘户
    qint64 contactOwed = 0;       ///< of these without any contact in this month (op.2 §四(二)2)
    QString contactOwedCondition; ///< the same as a condition of HouseholdQuery::where
    qint64 drafts = 0;
    std::vector<DraftLine> newestDrafts;
    std::optional<YearMonth> lastCheck;
    YearMonth dueCheck; ///< the month whose check is due, see checkMonthDue()
    bool checkDue = false;
    qint64 lastBackupMs = 0; ///< newest automatic backup; 0 = none
    bool backupDue = false;
};

/// The month that should have been checked on this day: the check belongs to the end of the month (op.2
/// §三(二)), so it is the present month from the 25th on, else the one before.
YearMonth checkMonthDue(QDate today);

/// The figures of the start page. Some 100 ms on 100,000 households: call it in a worker.
class TodayService
{
public:
    explicit TodayService(Session &session) : m_session(session) {}

    static constexpr int kMostLines = 8; ///< of TodayWork::urgent and newestDrafts

    /// Locked, Database.
    Result<TodayWork> read(Language language) const;

private:
    Result<> readAlerts(TodayWork &work, Language language) const;
    Result<> readDrafts(TodayWork &work) const;

    Session &m_session;
};

} // namespace ffp
