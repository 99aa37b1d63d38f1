// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/rulerun.h"
#include "core/analysis/views.h"

namespace ffp {

struct RuleOutcome {
    QString rule;
    std::vector<Firing> firings;
};

struct Evaluation {
    YearMonth month;
    qint64 households = 0;             ///< looked at
    std::vector<RuleOutcome> outcomes; ///< of the rules that were evaluated, in the order of the pack
    std::vector<NotEvaluated> notEvaluated;
};

/// The rules of one pack over the facts of one month, kept ready for more questions: the views stay built
/// in memory, so trying another threshold reads only them (goal G6: 50 ms). Reads, never writes.
/// One thread at a time.
class RuleEvaluation
{
public:
    /// Builds the views and checks the pack against them. Kinds: PolicyPackInvalid, Cancelled, Locked,
    /// FileUnreadable, Database.
    static Result<RuleEvaluation> prepare(const QString &path, const ColumnCipher &cipher,
                                          const PolicyPack &pack, YearMonth month, Progress &progress);

    /// Every rule in the order of the pack; a later rule sees in v_fired what the earlier ones found.
    Result<Evaluation> run(Progress &progress);

    /// What one rule would find with other values (by parameter id, as on screen; also values that the
    /// policy fixes: nothing is stored). Without `overrides` the present ones. The firings carry no
    /// evidence. A blank parameter is an InvalidArgument that names it (subject.field).
    Result<std::vector<Firing>> tryOut(const QString &rule, const PolicyOverrides &overrides,
                                       const Progress &progress) const;

private:
    RuleEvaluation(std::unique_ptr<RuleConnection> connection, const PolicyPack &pack, YearMonth month)
        : m_connection(std::move(connection)),
          m_pack(pack),
          m_month(month)
    {}
    std::unique_ptr<RuleConnection> m_connection;
    PolicyPack m_pack;
    YearMonth m_month;
};

} // namespace ffp
