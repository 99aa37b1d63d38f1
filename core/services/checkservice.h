// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/yearmonth.h"
#include "core/domain/alertcounts.h"
#include "core/domain/valuetext.h"
#include "core/policy/policypack.h"
#include "core/services/session.h"

#include <map>
#include <span>

namespace ffp {

/// One alert as screens and the command line show it. Values of S-class that triggered it are masked until
/// reveal().
struct Alert {
    RecordId id;
    qint64 rid = 0;
    RecordId household;
    qint64 householdRid = 0;
    QString householdNo;
    QString headName;
    AreaCode area;
    QString areaName;
    QString rule;      ///< "RF-06"
    QString ruleTitle; ///< in the language asked for
    QString clause;
    QString severity;                                ///< red, orange, yellow (CL-46)
    QString message;                                 ///< sentence with the values that triggered
    bool masked = false;                             ///< S-class values of it are hidden
    std::vector<std::pair<QString, QString>> values; ///< label → value, thresholds included
    QString state;                                   ///< CL-47
    bool overdue = false;                            ///< open and past its due date today
    QDate opened;
    QDate due; ///< invalid = must be entered
    /// What to offer for `due` while it must be entered, by the pack's days; nothing is stored.
    QDate proposedDue;
    QDate closed;
    QString closeReason;
    QString action;          ///< what was done
    QString reviewer;        ///< who confirmed that it is done, or not true
    bool provincial = false; ///< a mark of the province (红色标注), not of the local check
};

struct CheckResult {
    YearMonth month;
    qint64 evaluated = 0; ///< households looked at
    qint64 opened = 0;
    qint64 kept = 0;
    qint64 closed = 0;
    qint64 settled = 0;       ///< still true, but a person has settled it on the same values
    QStringList notEvaluated; ///< "RF-05 收入来源单一且中断：reason", rules that could not be looked at
    std::vector<Alert> alerts; ///< open after the run, and those closed by it
};

struct AlertQuery {
    AreaCode area;
    RecordId household; ///< null = all
    QString rule;
    QString severity;
    bool openOnly = true;
    bool overdueOnly = false; ///< those with Alert::overdue, all of which are open
    Language language = Language::Chinese;
};

/// The month-end check (op.2 §三(二), R-80) and the work list of alerts.
class CheckService
{
public:
    explicit CheckService(Session &session) : m_session(session) {}

    /// Running a month twice changes nothing; the next month closes what no longer holds. Kinds:
    /// InvalidArgument (subject check.month; args[0] = last month checked when `month` lies before it, none
    /// when it lies in the future), NotAllowed, PolicyPackInvalid, Cancelled, Locked, Busy, DiskFull,
    /// Database.
    Result<CheckResult> run(YearMonth month, Progress &progress, Language language = Language::Chinese);

    /// Open ones first, red before orange before yellow, then by due date.
    Result<std::vector<Alert>> alerts(const AlertQuery &query) const;
    /// The same as ids, for long lists; rows on demand.
    Result<std::vector<qint64>> alertIds(const AlertQuery &query) const;
    Result<std::vector<Alert>> alertRows(std::span<const qint64> rids,
                                         Language language = Language::Chinese) const;

    /// NotFound when it is no alert.
    Result<Alert> alert(RecordId id, Language language = Language::Chinese) const;
    /// The same with everything that triggered it; written to the access log.
    Result<Alert> reveal(RecordId id, Language language = Language::Chinese);
    /// alerts() with everything that triggered them; each one that hides something is written to the access
    /// log.
    Result<std::vector<Alert>> revealed(const AlertQuery &query);
    /// Open alerts for the marks in the tree: areas that have some, with every area above them up to the
    /// site's.
    Result<std::map<AreaCode, AlertCounts>> countsByArea() const;
    /// Open alerts for the marks in a list of households (row ids), in the same order.
    Result<std::vector<AlertCounts>> countsOf(std::span<const qint64> households) const;

    /// Not before the day it was raised (InvalidValue). Conflict when it is closed already.
    Result<> setDue(RecordId alert, QDate due);
    /// `state` of CL-47 set by a person after verification: open, confirmed, acting, refuted or closed
    /// (`overdue` shows by itself). HV-14 (RuleBroken, subject.field names what is missing): a red one needs
    /// its due date before it is acted on or closed; closing and refuting need action and reviewer. What is
    /// closed or refuted stays so (Conflict); undo takes a mistake back.
    Result<> setState(RecordId alert, const QString &state, const QString &action, const QString &reviewer);

private:
    Session &m_session;
};

/// Tries thresholds on the facts of one month without storing anything. prepare() reads the facts (some
/// seconds, in a worker); after that a question takes milliseconds (goal G6). One thread at a time.
class RuleTryOut
{
public:
    static Result<std::unique_ptr<RuleTryOut>> prepare(Session &session, YearMonth month, Progress &progress);
    ~RuleTryOut();

    struct Outcome {
        qint64 alerts = 0;
        std::vector<qint64> households; ///< row ids, each once
    };
    /// What `rule` finds with these values (by parameter id, as on screen). Kinds: NotFound (rule not
    /// evaluated, parameter unknown), InvalidValue, InvalidArgument (a parameter is blank).
    Result<Outcome> run(const QString &rule, const PolicyOverrides &values, const Progress &progress) const;

private:
    struct Private;
    explicit RuleTryOut(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace ffp
