// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/valuetext.h"
#include "core/log/transact.h"
#include "core/policy/policypack.h"
#include "core/services/session.h"

#include <memory>
#include <span>

namespace ffp {

/// E before W before H; -1 for what is no level.
int qualityLevelOrder(QStringView level);
/// What a rule is, and where it does not look.
QString qualityRuleText(const PolicyRule &rule, Language language);

/// Which findings; empty = all.
struct QualityFilter {
    AreaCode area;
    QString rule;          ///< "DQ-101"
    QString level;         ///< E, W, H
    bool answered = false; ///< those that were answered, too
};

/// A finding as screens and the command line show it. Values of S-class are masked.
struct QualityFinding {
    QString rule;
    QString ruleTitle;
    QString level;      ///< E blocks reporting upward, W must be answered, H is a hint
    QString field;      ///< the field that it leads to: "member.id_no"
    RecordId household; ///< null: a member without household
    qint64 householdRid = 0;
    QString householdNo;
    QString headName;
    AreaCode area;
    QString areaName;
    RecordId member; ///< null: the household as a whole
    QString memberName;
    QString message; ///< sentence with the values
    QString answer;  ///< the reason why it may stand; empty = open
};

/// What one run found: a value that lists keep and read rows of on demand.
class QualityRun
{
public:
    struct Hit {
        const PolicyRule *rule = nullptr;
        qint64 household = 0;
        qint64 member = 0;
        AreaCode area;
        QByteArray evidence; ///< S-class
        QString answer;
    };
    struct Count {
        const PolicyRule *rule = nullptr;
        qint64 found = 0; ///< open ones
        qint64 answered = 0;
    };
    struct Missing {
        QString rule;
        QString title;
        QString reason;
    };

    QDate day() const { return m_day; }
    qint64 households() const { return m_households; }
    /// E before W before H, then by rule; of one rule by area and household.
    const std::vector<Hit> &hits() const { return m_hits; }
    /// Indexes into hits().
    std::vector<qsizetype> select(const QualityFilter &filter) const;
    /// Of every rule that was evaluated, in the order of the pack.
    std::vector<Count> counts(const AreaCode &area = {}) const;
    /// Open ones of a level.
    qint64 count(const QString &level) const;
    qint64 answered() const;
    /// Rules that could not be evaluated, and why.
    std::vector<Missing> notEvaluated(Language language) const;
    const PolicyPack &pack() const { return *m_pack; }

private:
    friend class QualityService;
    std::shared_ptr<const PolicyPack> m_pack; ///< holds the rules that the hits point to
    QDate m_day;
    qint64 m_households = 0;
    std::vector<Hit> m_hits;
    std::vector<const PolicyRule *> m_evaluated;
    std::vector<std::array<LocalText, 2>> m_reasons; ///< title, reason
    QStringList m_missing;
};

/// The data-quality rules of domain.md §15, run before data is reported upward.
class QualityService
{
public:
    explicit QualityService(Session &session) : m_session(session) {}

    /// Looks at the whole register as it is today (some seconds in a large one: in a worker) and keeps what
    /// the filter asks for. Kinds: NotFound (no such rule), InvalidArgument (level), PolicyPackInvalid,
    /// Cancelled, Locked, Database.
    Result<QualityRun> run(const QualityFilter &filter, Progress &progress) const;

    /// Rows of a run, in the order of `which` (indexes into its hits). A household that is gone since is
    /// shown without number and names.
    Result<std::vector<QualityFinding>> findings(const QualityRun &run, std::span<const qsizetype> which,
                                                 Language language = Language::Chinese) const;

    /// Findings of level E in an area: while there are any, nothing of it is reported upward.
    Result<qint64> openErrors(const AreaCode &area, Progress &progress) const;

    /// Says why findings of level W or H may stand; a later answer replaces an earlier one. It holds until a
    /// value changes that the finding rests on, travels like everything else, and undo takes it back.
    /// RuleBroken for one of level E (args: rule, title): it must be put right. InvalidValue (subject.field
    /// reason) without a reason or for one that holds a personal number; NotAllowed.
    Result<ChangeSummary> answer(const QualityRun &run, std::span<const qsizetype> which,
                                 const QString &reason);
    /// Puts the present answers beside the findings of a run made earlier.
    Result<> renewAnswers(QualityRun &run) const;

private:
    Session &m_session;
};

} // namespace ffp
