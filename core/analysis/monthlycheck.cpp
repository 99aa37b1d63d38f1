// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/monthlycheck.h"

#include "core/db/query.h"
#include "core/domain/alertcounts.h"
#include "core/domain/fields/flagfields.h"
#include "core/trust/crypto.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <tuple>
#include <unordered_set>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

using AlertKey = std::tuple<qint64, QString, qint64>; ///< household, rule, member

struct KnownAlert {
    RecordId id;
    QString level;
    QString lastMonth;
    QByteArray evidence;
    bool householdGone = false;
};

struct KnownAlerts {
    std::multimap<AlertKey, KnownAlert> open; ///< two for one key when two sites raised the same
    /// Closed or refuted by a person; several for one key, all that may still matter.
    std::multimap<AlertKey, std::pair<KnownAlert, bool>> settled; ///< bool: refuted
};

constexpr int kBulk = 2000; ///< from so many new alerts on indexes are cheaper made afterwards

Result<QByteArray> openEvidence(const ColumnCipher &cipher, const RecordId &id, const QByteArray &sealed)
{
    if (sealed.isEmpty())
        return QByteArray();
    return cipher.open(id, "flag", "evidence", sealed);
}

Result<KnownAlerts> knownAlerts(const Database &db, const ColumnCipher &cipher)
{
    KnownAlerts known;
    Query query(db,
                u"SELECT r.rec, f.household_id, coalesce(f.member_id, 0), f.rule, f.level, f.status,"
                " f.last_month, f.evidence, coalesce(h.void, 1)"
                " FROM flag f JOIN record r ON r.rid = f.rid LEFT JOIN household h ON h.rid = f.household_id"
                " WHERE f.void = 0 AND f.origin = 'local'"
                " AND (f.status NOT IN ('closed', 'refuted') OR f.status = 'refuted'"
                " OR f.close_reason = 'handled') ORDER BY f.rid"_s);
    FFP_TRY(query.run());
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return known;
        KnownAlert alert;
        alert.id = query.id<RecordId>(0);
        alert.level = query.text(4);
        alert.lastMonth = query.text(6);
        alert.householdGone = query.boolean(8);
        FFP_ASSIGN(alert.evidence, openEvidence(cipher, alert.id, query.bytes(7)));
        const AlertKey key{query.integer(1), query.text(3), query.integer(2)};
        const QString status = query.text(5);
        if (alertSettled(status))
            known.settled.emplace(key, std::pair(alert, status == u"refuted"_s));
        else
            known.open.emplace(key, alert);
    }
}

/// Invariant 4.
bool isSettled(const KnownAlerts &known, const AlertKey &key, const PolicyRule &rule, const QString &month,
               const QByteArray &evidence)
{
    const auto [from, to] = known.settled.equal_range(key);
    for (auto it = from; it != to; ++it) {
        const auto &[alert, refuted] = it->second;
        if (alert.lastMonth == month)
            return true;
        if ((refuted || rule.closing == PolicyRule::Closing::ByPerson) && alert.evidence == evidence)
            return true;
    }
    return false;
}

/// One run inside its transaction.
class AlertUpdate
{
public:
    AlertUpdate(const Database &db, const PolicyPack &pack, const Evaluation &evaluation, QDate today,
                qint64 nowMs, MonthlyResult &result)
        : m_db(db),
          m_pack(pack),
          m_evaluation(evaluation),
          m_today(today),
          m_nowMs(nowMs),
          m_month(evaluation.month.toString()),
          m_result(result)
    {}

    Result<> run(ChangeWriter &writer, const ColumnCipher &cipher, Progress &progress)
    {
        FFP_ASSIGN(m_known, knownAlerts(m_db, cipher));
        std::vector<std::pair<const PolicyRule *, const Firing *>> fresh;
        std::unordered_set<RecordId> holds;
        for (const RuleOutcome &outcome : m_evaluation.outcomes) {
            const PolicyRule &rule = *m_pack.rule(outcome.rule);
            for (const Firing &firing : outcome.firings) {
                const AlertKey key{firing.household, rule.id, firing.member};
                if (const auto [from, to] = m_known.open.equal_range(key); from != to) {
                    for (auto it = from; it != to; ++it) {
                        holds.insert(it->second.id);
                        FFP_TRY(keep(writer, rule, it->second, firing));
                    }
                } else if (isSettled(m_known, key, rule, m_month, firing.evidence)) {
                    ++m_result.settled;
                } else {
                    fresh.emplace_back(&rule, &firing);
                }
            }
        }
        if (fresh.size() >= kBulk)
            FFP_TRY(writer.expectMany(Entity::Flag, qint64(fresh.size())));
        qint64 done = 0;
        for (const auto &[rule, firing] : fresh) {
            if (done % 256 == 0) {
                progress.report("alerts", done, qint64(fresh.size()));
                if (progress.cancelled())
                    return fail(ErrorKind::Cancelled);
            }
            ++done;
            FFP_TRY(open(writer, *rule, *firing));
        }
        FFP_TRY(closeOthers(writer, holds));
        return keepRecord();
    }

private:
    /// What was found, apart from the alerts (table check_run, local): the same facts are the same row.
    Result<> keepRecord() const
    {
        QJsonObject rules;
        for (const RuleOutcome &outcome : m_evaluation.outcomes)
            rules.insert(outcome.rule, qint64(outcome.firings.size()));
        QJsonArray missing;
        for (const NotEvaluated &rule : m_evaluation.notEvaluated)
            missing.append(rule.rule);
        const QJsonObject record{{u"households"_s, m_evaluation.households},
                                 {u"rules"_s, rules},
                                 {u"not_evaluated"_s, missing}};
        return execute(m_db,
                       u"INSERT INTO check_run(month, pack, at, result) VALUES(?, ?, ?, ?)"
                       " ON CONFLICT(month, pack) DO UPDATE SET at = excluded.at, result = excluded.result"
                       " WHERE result <> excluded.result"_s,
                       m_month, m_pack.stamp(), m_nowMs,
                       QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact)));
    }

    Result<> keep(ChangeWriter &writer, const PolicyRule &rule, const KnownAlert &alert, const Firing &firing)
    {
        m_result.kept.push_back(alert.id);
        FieldValues values;
        if (alert.lastMonth != m_month)
            values.emplace_back(flag::f("last_month"), Value(m_month));
        if (alert.evidence != firing.evidence)
            values.emplace_back(flag::f("evidence"), Value(QString::fromUtf8(firing.evidence)));
        if (alert.level != rule.level)
            values.emplace_back(flag::f("level"), Value(rule.level));
        return values.empty() ? Result<>() : writer.edit(alert.id, values);
    }

    Result<> open(ChangeWriter &writer, const PolicyRule &rule, const Firing &firing)
    {
        if (firing.household != m_householdRid) {
            Query query(m_db, u"SELECT r.rec, h.area FROM household h JOIN record r ON r.rid = h.rid"
                              " WHERE h.rid = ?"_s);
            FFP_TRY(query.run(firing.household));
            FFP_ASSIGN(const bool row, query.next());
            if (!row)
                return fail(ErrorKind::Internal, u"rule %1 gives no household"_s.arg(rule.id));
            m_householdRid = firing.household;
            m_household = query.id<RecordId>(0);
            m_area = AreaCode::fromString(query.text(1));
        }
        RecordId member;
        if (firing.member != 0) {
            FFP_ASSIGN(const auto bytes,
                       queryBytes(m_db, u"SELECT rec FROM record WHERE rid = ?"_s, firing.member));
            member = RecordId::fromBytes(bytes.value_or(QByteArray()));
        }
        const RecordId id(uuidV7(m_nowMs, crypto::random<10>()));
        FieldValues values = {
            {flag::f("household_id"), Value(m_household)},
            {flag::f("member_id"), Value(member)},
            {flag::f("flag_no"), Value(number(rule, id))},
            {flag::f("rule"), Value(rule.id)},
            {flag::f("clause"), Value(m_pack.basis(rule))},
            {flag::f("pack"), Value(m_pack.stamp())},
            {flag::f("level"), Value(rule.level)},
            {flag::f("month"), Value(m_month)},
            {flag::f("last_month"), Value(m_month)},
            {flag::f("origin"), Value(u"local"_s)},
            {flag::f("evidence"), Value(QString::fromUtf8(firing.evidence))},
            {flag::f("raised_on"), Value(m_today.toString(Qt::ISODate))},
            {flag::f("status"), Value(u"open"_s)},
        };
        // 限期 without a number (op.2 §三(二)): blank unless the office has set one.
        const Value days = m_pack.value(u"red_due_days"_s, m_today);
        if (rule.level == u"red"_s && !days.isBlank())
            values.emplace_back(flag::f("due"), Value(m_today.addDays(days.toInt()).toString(Qt::ISODate)));
        FFP_ASSIGN(const RecordId made, writer.create(Entity::Flag, m_area, values, id));
        m_result.opened.push_back(made);
        return {};
    }

    /// "202610-RF02-9F3A01C7": month, rule and the random end of the record's id.
    QString number(const PolicyRule &rule, const RecordId &id) const
    {
        return QString(m_month).remove(u'-') + u'-' + QString(rule.id).remove(u'-') + u'-'
               + id.toString().right(8).toUpper();
    }

    Result<> closeOthers(ChangeWriter &writer, const std::unordered_set<RecordId> &holds)
    {
        QStringList evaluated;
        for (const RuleOutcome &outcome : m_evaluation.outcomes)
            if (m_pack.rule(outcome.rule)->closing == PolicyRule::Closing::Automatic)
                evaluated.append(outcome.rule);
        for (const auto &[key, alert] : m_known.open) {
            if (holds.count(alert.id) != 0)
                continue;
            if (!alert.householdGone && !evaluated.contains(std::get<1>(key)))
                continue;
            const QString reason = alert.householdGone ? u"household_gone"_s : u"no_longer_holds"_s;
            FFP_TRY(writer.edit(alert.id, {{flag::f("status"), Value(u"closed"_s)},
                                           {flag::f("close_reason"), Value(reason)},
                                           {flag::f("closed_on"), Value(m_today.toString(Qt::ISODate))}}));
            m_result.closed.push_back(alert.id);
        }
        return {};
    }

    const Database &m_db;
    const PolicyPack &m_pack;
    const Evaluation &m_evaluation;
    const QDate m_today;
    const qint64 m_nowMs;
    const QString m_month;
    MonthlyResult &m_result;
    KnownAlerts m_known;
    qint64 m_householdRid = 0; ///< of the household looked up last: rules give them in order
    RecordId m_household;
    AreaCode m_area;
};

} // namespace

Result<std::optional<YearMonth>> MonthlyCheck::lastMonth(const Database &db)
{
    // A run that was taken back counts as not run; the note of its change is the month.
    FFP_ASSIGN(const auto last,
               queryText(db, u"SELECT max(m) FROM (SELECT max(last_month) AS m FROM flag WHERE void = 0 AND"
                             " origin = 'local' UNION ALL SELECT max(month) FROM check_run r WHERE"
                             " ifnull((SELECT min(undone_by IS NOT NULL) FROM change WHERE verb = 'check.run'"
                             " AND note = r.month), 0) = 0)"_s));
    return last ? YearMonth::fromString(*last) : std::nullopt;
}

Result<> MonthlyCheck::refuseMonth(YearMonth month) const
{
    Error error = Error::onField(ErrorKind::InvalidArgument, "check", "month");
    if (month > YearMonth::of(m_clock.today())) {
        error.detail = u"the month lies in the future"_s;
        return fail(error);
    }
    FFP_ASSIGN(const std::optional<YearMonth> last, lastMonth(m_db));
    if (last && *last > month) {
        error.args = {last->toString()};
        error.detail = u"a later month was checked already"_s;
        return fail(error);
    }
    return {};
}

Result<MonthlyResult> MonthlyCheck::run(const PolicyPack &pack, YearMonth month, const OfficialId &actor,
                                        Progress &progress)
{
    FFP_TRY(refuseMonth(month));
    Evaluation evaluation;
    {
        FFP_ASSIGN(RuleEvaluation rules,
                   RuleEvaluation::prepare(m_db.path(), m_cipher, pack, month, progress));
        FFP_ASSIGN(evaluation, rules.run(progress));
    }
    MonthlyResult result;
    result.month = month;
    result.households = evaluation.households;
    result.rules = qint64(evaluation.outcomes.size());
    result.notEvaluated = evaluation.notEvaluated;
    Operation operation;
    operation.verb = "check.run";
    operation.actor = actor;
    operation.note = month.toString();
    AlertUpdate update(m_db, pack, evaluation, m_clock.today(), m_clock.nowMs(), result);
    FFP_ASSIGN(result.change, m_log.transact(operation, [&](ChangeWriter &writer) {
        return update.run(writer, m_cipher, progress);
    }));
    return result;
}

} // namespace ffp
