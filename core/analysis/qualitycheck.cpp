// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/qualitycheck.h"

#include "core/analysis/qualityviews.h"
#include "core/analysis/rulecheck.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

Result<QualityEvaluation> QualityCheck::run(const PolicyPack &pack, QDate day, const QString &level,
                                            const QString &rule, Progress &progress) const
{
    std::vector<const PolicyRule *> wanted;
    for (const PolicyRule &one : pack.qualityRules())
        if ((level.isEmpty() || one.level == level) && (rule.isEmpty() || one.id == rule))
            wanted.push_back(&one);
    if (wanted.empty() && !rule.isEmpty() && level.isEmpty()) {
        Error error = Error::of(ErrorKind::NotFound, u"no quality rule of that name"_s);
        error.subject.entity = u"quality"_s;
        error.subject.key = rule;
        return fail(error);
    }
    progress.report("views", 0, 0);
    FFP_ASSIGN(const auto connection, openQualityViews(m_path, m_cipher, day, m_divisions, progress));
    FFP_TRY(checkRules(pack, pack.qualityRules(), *connection));

    QualityEvaluation evaluation;
    evaluation.day = day;
    FFP_TRY(connection->select(u"SELECT count(*) FROM v_household"_s, {}, progress, [&](const RuleRow &row) {
        evaluation.households = row.integer(0);
        return true;
    }));
    qint64 step = 0;
    for (const PolicyRule *one : wanted) {
        progress.report("rules", step++, qint64(wanted.size()));
        std::map<QString, Value> values;
        if (auto why = notEvaluated(pack, *one, day, &values)) {
            evaluation.notEvaluated.push_back(std::move(*why));
            continue;
        }
        FFP_ASSIGN(std::vector<Firing> firings,
                   runRule(*connection, pack, *one, values, dayValues(day), true, progress));
        evaluation.outcomes.push_back({one, std::move(firings)});
    }
    return evaluation;
}

} // namespace ffp
