// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ruleevaluation.h"

#include "core/analysis/rulecheck.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

Result<RuleEvaluation> RuleEvaluation::prepare(const QString &path, const ColumnCipher &cipher,
                                               const PolicyPack &pack, YearMonth month, Progress &progress)
{
    progress.report("views", 0, 0);
    FFP_ASSIGN(auto connection, openRuleViews(path, cipher, month, progress));
    FFP_TRY(checkRules(pack, pack.rules(), *connection));
    return RuleEvaluation(std::move(connection), pack, month);
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
        std::map<QString, Value> values;
        if (auto why = notEvaluated(m_pack, rule, date, &values)) {
            evaluation.notEvaluated.push_back(std::move(*why));
            continue;
        }
        ready.emplace_back(&rule, std::move(values));
        if (rule.closing == PolicyRule::Closing::Automatic)
            FFP_TRY(m_connection->append(QString::fromLatin1(kClosingTable), {rule.id}));
    }
    qint64 step = 0;
    for (const auto &[rule, values] : ready) {
        progress.report("rules", step++, qint64(ready.size()));
        RuleOutcome outcome;
        outcome.rule = rule->id;
        FFP_ASSIGN(outcome.firings,
                   runRule(*m_connection, m_pack, *rule, values, monthValues(m_month), true, progress));
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
    return runRule(*m_connection, m_pack, *rule, values, monthValues(m_month), false, progress);
}

} // namespace ffp
