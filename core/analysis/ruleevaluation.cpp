// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ruleevaluation.h"

#include "core/analysis/rulecheck.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue toJson(const RuleValue &value)
{
    if (const qint64 *number = std::get_if<qint64>(&value))
        return *number;
    if (const QString *text = std::get_if<QString>(&value))
        return *text;
    return {};
}

} // namespace

Result<RuleEvaluation> RuleEvaluation::prepare(const QString &path, const ColumnCipher &cipher,
                                               const PolicyPack &pack, YearMonth month, Progress &progress)
{
    progress.report("views", 0, 0);
    FFP_ASSIGN(auto connection, openRuleViews(path, cipher, month, progress));
    FFP_TRY(checkRules(pack, *connection));
    return RuleEvaluation(std::move(connection), pack, month);
}

Result<RuleOutcome> RuleEvaluation::evaluate(const PolicyRule &rule, const std::map<QString, Value> &values,
                                             bool withEvidence, const Progress &progress) const
{
    RuleValues bound = monthValues(m_month);
    QJsonObject parameters;
    for (const auto &[id, value] : values) {
        bound[id] = sqlValue(*m_pack.ruleParameter(rule, id), value);
        parameters.insert(id, toJson(bound[id]));
    }
    FFP_ASSIGN(const RuleConnection::Shape shape, m_connection->check(rule.sql));
    const bool byMember = shape.columns.value(1) == u"member"_s;

    RuleOutcome outcome;
    outcome.rule = rule.id;
    QSet<std::pair<qint64, qint64>> seen;
    const auto use = [&](const RuleRow &row) {
        Firing firing;
        firing.household = row.integer(0);
        firing.member = byMember && !row.isNull(1) ? row.integer(1) : 0;
        // Two parts of a rule may find the same person: the first one is the evidence.
        const auto before = seen.size();
        seen.insert({firing.household, firing.member});
        if (seen.size() == before)
            return true;
        if (!withEvidence) {
            outcome.firings.push_back(std::move(firing));
            return true;
        }
        QJsonObject found;
        for (int i = byMember ? 2 : 1; i < shape.columns.size(); ++i) {
            if (row.isNull(i))
                continue;
            const QJsonValue value = row.isInteger(i) ? QJsonValue(row.integer(i)) : QJsonValue(row.text(i));
            found.insert(shape.columns[i], value);
        }
        firing.evidence = QJsonDocument(QJsonObject{{u"v"_s, found}, {u"p"_s, parameters}})
                              .toJson(QJsonDocument::Compact);
        outcome.firings.push_back(std::move(firing));
        return true;
    };
    const auto done = m_connection->select(rule.sql, bound, progress, use);
    if (!done) {
        Error error = done.error();
        if (error.kind == ErrorKind::PolicyPackInvalid) {
            error.subject.file = m_pack.id();
            error.args = {rule.id + u".sql"_s, error.args.value(1)};
        }
        return fail(error);
    }
    return outcome;
}

Result<Evaluation> RuleEvaluation::run(Progress &progress)
{
    const QDate date = m_month.lastDay();
    Evaluation evaluation;
    evaluation.month = m_month;
    FFP_TRY(
        m_connection->select(u"SELECT count(*) FROM v_household"_s, {}, progress, [&](const RuleRow &row) {
            evaluation.households = row.integer(0);
            return true;
        }));

    std::vector<std::pair<const PolicyRule *, std::map<QString, Value>>> ready;
    FFP_TRY(m_connection->clear(QString::fromLatin1(kFiredTable)));
    FFP_TRY(m_connection->clear(QString::fromLatin1(kClosingTable)));
    for (const PolicyRule &rule : m_pack.rules()) {
        QString blank;
        auto values = m_pack.ruleValues(rule, date, &blank);
        if (!rule.evaluate) {
            evaluation.notEvaluated.push_back({rule.id, rule.title, rule.notEvaluated});
        } else if (!blank.isEmpty()) {
            const LocalText &title = m_pack.ruleParameter(rule, blank)->title;
            evaluation.notEvaluated.push_back(
                {rule.id, rule.title, {u"参数未填写："_s + title.zh, u"No value for: "_s + title.en}});
        } else {
            ready.emplace_back(&rule, std::move(values));
            if (rule.closing == PolicyRule::Closing::Automatic)
                FFP_TRY(m_connection->append(QString::fromLatin1(kClosingTable), {rule.id}));
        }
    }
    qint64 step = 0;
    for (const auto &[rule, values] : ready) {
        progress.report("rules", step++, qint64(ready.size()));
        FFP_ASSIGN(RuleOutcome outcome, evaluate(*rule, values, true, progress));
        for (const Firing &firing : outcome.firings)
            FFP_TRY(m_connection->append(QString::fromLatin1(kFiredTable),
                                         {firing.household, rule->id, firing.member}));
        evaluation.outcomes.push_back(std::move(outcome));
    }
    return evaluation;
}

Result<std::vector<Firing>> RuleEvaluation::tryOut(const QString &ruleId, const PolicyOverrides &overrides,
                                                   const Progress &progress) const
{
    Error error;
    error.subject.entity = u"policy"_s;
    const PolicyRule *rule = m_pack.rule(ruleId);
    if (!rule || !rule->evaluate) {
        error.kind = ErrorKind::NotFound;
        error.subject.key = ruleId;
        return fail(error);
    }
    auto values = m_pack.ruleValues(*rule, m_month.lastDay());
    for (const auto &[id, text] : overrides) {
        error.subject.field = id;
        const PolicyParameter *parameter = m_pack.ruleParameter(*rule, id);
        if (!parameter) {
            error.kind = ErrorKind::NotFound;
            return fail(error);
        }
        const auto value = parameter->parse(text);
        if (!value) {
            error.kind = ErrorKind::InvalidValue;
            return fail(error);
        }
        values[id] = *value;
    }
    for (const auto &[id, value] : values) {
        if (value.isBlank()) {
            error.kind = ErrorKind::InvalidArgument;
            error.subject.field = id;
            return fail(error);
        }
    }
    FFP_ASSIGN(RuleOutcome outcome, evaluate(*rule, values, false, progress));
    return std::move(outcome.firings);
}

} // namespace ffp
