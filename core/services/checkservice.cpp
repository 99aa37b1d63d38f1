// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/checkservice.h"

#include "core/analysis/alerttext.h"
#include "core/analysis/monthlycheck.h"
#include "core/base/about.h"
#include "core/base/workdays.h"
#include "core/domain/fields/flagfields.h"
#include "core/log/logcipher.h"
#include "core/services/fieldcheck.h"
#include "core/services/policyservice.h"
#include "core/store/alertstore.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QDate dateOf(const Record &record, FieldRef field)
{
    return QDate::fromString(record[field].toText(), Qt::ISODate);
}

bool isSettled(const Record &flag)
{
    return alertSettled(flag[flag::f("status")].toText());
}

/// Makes alerts readable: the sentence comes from the pack that raised the alert, when the program has it.
class AlertReader
{
public:
    AlertReader(const Session &session, const PolicyPack &own, Language language, AlertSight sight)
        : m_session(session),
          m_own(own),
          m_chinese(language == Language::Chinese),
          m_sight(sight)
    {}

    Alert read(const AlertRow &row)
    {
        const Record &flag = row.flag;
        Alert alert;
        alert.id = flag.id;
        alert.rid = flag.rid;
        alert.household = row.household;
        alert.householdRid = row.householdRid;
        alert.householdNo = row.householdNo;
        alert.headName = row.headName;
        alert.area = row.area;
        alert.areaName = m_session.divisions().fullName(row.area, AreaLevel::Township);
        alert.rule = flag[flag::f("rule")].toText();
        alert.clause = flag[flag::f("clause")].toText();
        alert.severity = flag[flag::f("level")].toText();
        alert.state = flag[flag::f("status")].toText();
        alert.opened = dateOf(flag, flag::f("raised_on"));
        alert.due = dateOf(flag, flag::f("due"));
        alert.closed = dateOf(flag, flag::f("closed_on"));
        alert.closeReason = flag[flag::f("close_reason")].toText();
        alert.action = flag[flag::f("action")].toText();
        alert.reviewer = flag[flag::f("reviewer")].toText();
        alert.provincial = flag[flag::f("origin")].toText() == "province"_L1;
        alert.overdue = !isSettled(flag) && isOverdue(alert.due, {}, m_session.clock().today());
        if (!alert.due.isValid())
            alert.proposedDue = proposedDue();
        const PolicyPack &pack = packOf(flag[flag::f("pack")].toText());
        const PolicyRule *rule = pack.rule(alert.rule);
        alert.ruleTitle = rule ? rule->title.in(m_chinese) : alert.rule;
        AlertText text = alertText(pack, alert.rule, flag[flag::f("evidence")].toText().toUtf8(), m_chinese,
                                   m_sight);
        alert.masked = text.masked;
        alert.message = std::move(text.message);
        alert.values = std::move(text.values);
        return alert;
    }

private:
    /// Blank days: the office wants no proposal.
    QDate proposedDue() const
    {
        const QDate today = m_session.clock().today();
        const Value days = m_own.value(u"due_proposal_days"_s, today);
        return days.isBlank() ? QDate() : today.addDays(days.toInt());
    }

    const PolicyPack &packOf(const QString &stamp)
    {
        const QString id = stamp.section(u'@', 0, 0);
        if (id.isEmpty() || id == m_own.id())
            return m_own;
        auto known = m_others.find(id);
        if (known == m_others.end()) {
            // A pack that this version does not have: the own one still gives the raw values.
            auto loaded = PolicyPack::load(id);
            known = m_others.emplace(id, loaded ? std::move(*loaded) : m_own).first;
        }
        return known->second;
    }

    const Session &m_session;
    const PolicyPack &m_own;
    const bool m_chinese;
    const AlertSight m_sight;
    std::map<QString, PolicyPack> m_others;
};

Result<Record> flagToChange(Session &session, RecordId id)
{
    FFP_TRY(mayWrite(session));
    FFP_ASSIGN(Record flag, RecordStore(session.database(), session.cipher()).record(id));
    Error error;
    error.subject = aboutKey(u"flag"_s, id.toString());
    if (flag.entity != Entity::Flag || flag.voided) {
        error.kind = ErrorKind::NotFound;
        return fail(error);
    }
    if (isSettled(flag)) {
        error.kind = ErrorKind::Conflict;
        error.detail = u"closed already"_s;
        return fail(error);
    }
    return flag;
}

/// HV-14 refuses: `field` is missing.
tl::unexpected<Error> hv14(const PolicyPack &pack, const char *field)
{
    Error error = Error::onField(ErrorKind::RuleBroken, "flag", field);
    const QString clause = pack.clauseTitle(u"op.2 §三(二)"_s);
    error.args = {u"HV-14"_s, clause.isEmpty() ? pack.document() : clause};
    return fail(error);
}

} // namespace

Result<CheckResult> CheckService::run(YearMonth month, Progress &progress, Language language)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const PolicyPack pack, PolicyService(m_session).pack());
    MonthlyCheck check(m_session.database(), m_session.cipher(), m_session.log(), m_session.clock());
    FFP_ASSIGN(const MonthlyResult found, check.run(pack, month, m_session.user().id, progress));

    const bool chinese = language == Language::Chinese;
    CheckResult result;
    result.month = found.month;
    result.evaluated = found.households;
    result.opened = qint64(found.opened.size());
    result.kept = qint64(found.kept.size());
    result.closed = qint64(found.closed.size());
    result.settled = found.settled;
    for (const NotEvaluated &rule : found.notEvaluated)
        result.notEvaluated.append(rule.rule + u' ' + rule.title.in(chinese) + (chinese ? u"："_s : u": "_s)
                                   + rule.reason.in(chinese));
    FFP_ASSIGN(std::vector<qint64> rids, alertIds({}));
    const RecordStore records(m_session.database(), m_session.cipher());
    for (const RecordId &id : found.closed) {
        FFP_ASSIGN(const qint64 rid, records.ridOf(id));
        rids.push_back(rid);
    }
    FFP_ASSIGN(result.alerts, alertRows(rids, language));
    return result;
}

Result<std::vector<qint64>> CheckService::alertIds(const AlertQuery &query) const
{
    return AlertStore(m_session.database(), m_session.cipher())
        .ids({query.area, query.household, query.rule, query.severity, query.openOnly || query.overdueOnly,
              query.overdueOnly ? m_session.clock().today() : QDate()}); // as isOverdue() of what is open
}

namespace {

Result<std::vector<Alert>> readAlerts(Session &session, std::span<const qint64> rids, Language language,
                                      AlertSight sight)
{
    FFP_ASSIGN(const PolicyPack pack, PolicyService(session).pack());
    FFP_ASSIGN(const std::vector<AlertRow> rows, AlertStore(session.database(), session.cipher()).rows(rids));
    AlertReader reader(session, pack, language, sight);
    std::vector<Alert> alerts;
    alerts.reserve(rows.size());
    for (const AlertRow &row : rows)
        alerts.push_back(reader.read(row));
    return alerts;
}

Result<Alert> readAlert(Session &session, RecordId id, Language language, AlertSight sight)
{
    const RecordStore records(session.database(), session.cipher());
    FFP_ASSIGN(const auto place, records.locate(id));
    if (!place || place->entity != Entity::Flag)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"flag"_s, id.toString()), {}, {}});
    FFP_ASSIGN(std::vector<Alert> found, readAlerts(session, {&place->rid, 1}, language, sight));
    if (found.empty())
        return fail(Error{ErrorKind::NotFound, aboutKey(u"flag"_s, id.toString()), {}, {}});
    return std::move(found.front());
}

Result<> recordUnmasking(Session &session, RecordId alert)
{
    return session.recordAccess(Session::Access::Unmask, u"flag.evidence "_s + alert.toString());
}

} // namespace

Result<std::vector<Alert>> CheckService::alertRows(std::span<const qint64> rids, Language language) const
{
    return readAlerts(m_session, rids, language, AlertSight::Masked);
}

Result<std::vector<Alert>> CheckService::alerts(const AlertQuery &query) const
{
    FFP_ASSIGN(const std::vector<qint64> rids, alertIds(query));
    return alertRows(rids, query.language);
}

Result<Alert> CheckService::alert(RecordId id, Language language) const
{
    return readAlert(m_session, id, language, AlertSight::Masked);
}

Result<Alert> CheckService::reveal(RecordId id, Language language)
{
    FFP_ASSIGN(Alert alert, readAlert(m_session, id, language, AlertSight::Plain));
    FFP_TRY(recordUnmasking(m_session, id));
    return alert;
}

Result<std::vector<Alert>> CheckService::revealed(const AlertQuery &query)
{
    FFP_ASSIGN(std::vector<Alert> found, alerts(query));
    for (Alert &alert : found) {
        if (alert.masked) {
            FFP_ASSIGN(alert, reveal(alert.id, query.language));
        }
    }
    return found;
}

Result<std::map<AreaCode, AlertCounts>> CheckService::countsByArea() const
{
    FFP_ASSIGN(const auto found, AlertStore(m_session.database(), m_session.cipher()).countsByArea());
    const AreaCode top = m_session.site().area;
    std::map<AreaCode, AlertCounts> counts;
    for (const auto &[where, alerts] : found)
        for (AreaCode area = where; !area.isNull() && top.covers(area); area = area.parent())
            counts[area] += alerts;
    return counts;
}

Result<std::vector<AlertCounts>> CheckService::countsOf(std::span<const qint64> households) const
{
    return AlertStore(m_session.database(), m_session.cipher()).countsOf(households);
}

Result<> CheckService::setDue(RecordId alert, QDate due)
{
    FFP_ASSIGN(const Record flag, flagToChange(m_session, alert));
    const QDate raised = dateOf(flag, flag::f("raised_on"));
    if (!due.isValid() || (raised.isValid() && due < raised)) {
        Error error = Error::onField(ErrorKind::InvalidValue, "flag", "due");
        error.args = {u"due: before the day it was raised"_s};
        return fail(error);
    }
    FFP_TRY(m_session.log()
                .transact({"alert.due", m_session.user().id, {}, alert, true, 0}, [&](ChangeWriter &writer) {
                    return writer.edit(alert, {{flag::f("due"), Value(due.toString(Qt::ISODate))}});
                }));
    return {};
}

Result<> CheckService::setState(RecordId alert, const QString &state, const QString &action,
                                const QString &reviewer)
{
    static const QStringList byPerson{u"open"_s, u"confirmed"_s, u"acting"_s, u"refuted"_s, u"closed"_s};
    if (!byPerson.contains(state)) {
        Error error = Error::onField(ErrorKind::InvalidValue, "flag", "status");
        error.args = {u"status: "_s + state};
        return fail(error);
    }
    FFP_ASSIGN(const Record flag, flagToChange(m_session, alert));
    FFP_ASSIGN(const PolicyPack pack, PolicyService(m_session).pack());
    const bool settles = alertSettled(state);
    // Given now or earlier.
    const QString did = action.trimmed().isEmpty() ? flag[flag::f("action")].toText() : action.trimmed();
    const QString who = reviewer.trimmed().isEmpty() ? flag[flag::f("reviewer")].toText()
                                                     : reviewer.trimmed();
    if (flag[flag::f("level")].toText() == "red"_L1 && (state == "acting"_L1 || state == "closed"_L1)
        && flag[flag::f("due")].isBlank())
        return hv14(pack, "due");
    if (settles && did.isEmpty())
        return hv14(pack, "action");
    if (settles && who.isEmpty())
        return hv14(pack, "reviewer");

    FieldValues values = {{flag::f("status"), Value(state)},
                          {flag::f("action"), Value(did)},
                          {flag::f("reviewer"), Value(who)}};
    if (settles) {
        values.emplace_back(flag::f("closed_on"), Value(m_session.clock().today().toString(Qt::ISODate)));
        values.emplace_back(flag::f("close_reason"),
                            Value(state == "refuted"_L1 ? u"refuted"_s : u"handled"_s));
    }
    FFP_TRY(m_session.log().transact({"alert.state", m_session.user().id, {}, alert, true, 0},
                                     [&](ChangeWriter &writer) { return writer.edit(alert, values); }));
    return {};
}

struct RuleTryOut::Private {
    RuleEvaluation rules;
};

RuleTryOut::RuleTryOut(std::unique_ptr<Private> p) : d(std::move(p)) {}
RuleTryOut::~RuleTryOut() = default;

Result<std::unique_ptr<RuleTryOut>> RuleTryOut::prepare(Session &session, YearMonth month, Progress &progress)
{
    FFP_ASSIGN(const PolicyPack pack, PolicyService(session).pack());
    FFP_ASSIGN(RuleEvaluation rules,
               RuleEvaluation::prepare(session.path(), session.cipher(), pack, month, progress));
    FFP_TRY(rules.run(progress)); // rules that look at what the others found
    return std::unique_ptr<RuleTryOut>(new RuleTryOut(std::make_unique<Private>(Private{std::move(rules)})));
}

Result<RuleTryOut::Outcome> RuleTryOut::run(const QString &rule, const PolicyOverrides &values,
                                            const Progress &progress) const
{
    FFP_ASSIGN(const std::vector<Firing> firings, d->rules.tryOut(rule, values, progress));
    Outcome outcome;
    outcome.alerts = qint64(firings.size());
    for (const Firing &firing : firings)
        outcome.households.push_back(firing.household);
    std::sort(outcome.households.begin(), outcome.households.end());
    outcome.households.erase(std::unique(outcome.households.begin(), outcome.households.end()),
                             outcome.households.end());
    return outcome;
}

} // namespace ffp
