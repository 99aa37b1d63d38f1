// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/yearmonth.h"
#include "core/services/session.h"

namespace ffp {

/// One alert as screens and the command line show it.
struct Alert {
    RecordId id;
    RecordId household;
    qint64 householdRid = 0;
    QString householdNo;
    QString headName;
    AreaCode area;
    QString areaName;
    QString rule;      ///< "RF-06"
    QString ruleTitle; ///< Chinese
    QString clause;
    QString severity;                                ///< red, orange, yellow (CL-46)
    QString message;                                 ///< sentence with the values that triggered
    std::vector<std::pair<QString, QString>> values; ///< label → value, thresholds included
    QString state;                                   ///< CL-47
    QDate opened;
    QDate due; ///< invalid = must be entered
    QDate closed;
    QString closeReason;
};

struct CheckResult {
    YearMonth month;
    qint64 evaluated = 0; ///< households looked at
    qint64 opened = 0;
    qint64 kept = 0;
    qint64 closed = 0;
    QStringList notEvaluated;  ///< rules whose data the register does not hold yet
    std::vector<Alert> alerts; ///< open after the run, and those closed by it
};

struct AlertQuery {
    AreaCode area;
    RecordId household; ///< null = all
    QString rule;
    QString severity;
    bool openOnly = true;
};

/// The month-end check (op.2 §三(二), R-80) and the work list of alerts.
class CheckService
{
public:
    explicit CheckService(Session &session) : m_session(session) {}

    /// Running a month twice changes nothing; the next month closes what no longer holds.
    Result<CheckResult> run(YearMonth month, Progress &progress);
    Result<std::vector<Alert>> alerts(const AlertQuery &query) const;
    Result<> setDue(RecordId alert, QDate due);
    /// `state` of CL-47 set by a person after verification; closing needs action and reviewer (HV-14).
    Result<> setState(RecordId alert, const QString &state, const QString &action, const QString &reviewer);

private:
    Session &m_session;
};

} // namespace ffp
