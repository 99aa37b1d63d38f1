// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "core/policy/policypack.h"

namespace ffp {

/// One item of a statement as somebody enters it.
struct IncomeDraftLine {
    QString item;                   ///< CL-36
    std::optional<qint64> quantity; ///< hundredths
    QString unit;
    std::optional<Money> amount;
    std::optional<qint64> factor; ///< 1/10000; only where the rule set asks for one
    QString note;
    RecordId member; ///< beneficiary, may be null
    bool operator==(const IncomeDraftLine &) const = default;
};

/// A statement as somebody enters it: either items, or the totals of A … E alone.
struct IncomeDraft {
    QString phase; ///< CL-37
    IncomeWindow window;
    std::optional<qint64> population;
    QString populationBasis; ///< CL-38
    QString ruleSet;         ///< IncomeRuleSet::id
    IncomeTotals totals;     ///< with items A … E are computed; claims and self-pay are always entered
    std::vector<IncomeDraftLine> lines;
    QString preparedBy;
    QDate preparedOn;
};

/// What follows from a draft. Blank and 0 differ everywhere.
struct IncomeResult {
    IncomeTotals totals;
    std::optional<IncomeFigures> figures;     ///< nothing when A … E are all blank
    std::optional<Money> perCapita;           ///< I-03, rounded once, for display
    std::optional<Money> referencePerCapita;  ///< I-04
    std::vector<std::optional<bool>> counted; ///< one per line; nothing = the office has not decided
    QStringList undecided;                    ///< items with money that are not decided
    bool overflow = false;                    ///< a sum leaves the range of money
};

/// With a factor that the rule set has for the item alone filled in where a line names none.
IncomeDraft completedDraft(IncomeDraft draft, const IncomeRuleSet &rules);

/// The figures of a completed draft, also of one that is not finished yet.
IncomeResult calculateIncome(const IncomeDraft &draft, const PolicyPack &pack, const IncomeRuleSet &rules);

/// Everything that keeps a completed draft from being saved, as "field: why" with the ids of
/// income_statement, lines as "items[0].amount" counted from 0: HV-36 and I-07 (population of 1 or more, its
/// basis, a rule set in force), whole months, no amount below 0, no item twice …
QStringList incomeFaults(const IncomeDraft &draft, const PolicyPack &pack, QDate today);

/// Days of a period by its kind: a statement covers 12 full months, those of a quarter and a month what they
/// say.
bool isWindowOf(const QString &phase, const IncomeWindow &window);

/// The draft that would give this statement again; lines as stored, voided ones left out.
IncomeDraft incomeDraftOf(const Record &statement, const std::vector<Record> &lines);

} // namespace ffp
