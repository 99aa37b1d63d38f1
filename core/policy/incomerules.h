// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/income.h"
#include "core/policy/policytypes.h"

#include <QDate>

#include <map>
#include <optional>
#include <vector>

namespace ffp {

/// A share of output that is cost, or a net-yield coefficient, for one kind of output of an item.
struct IncomeFactor {
    QString id;   ///< "wheat"
    QString item; ///< CL-36, "B1"
    LocalText title;
    qint64 factor = 0; ///< in 1/10000
};

/// How income is computed (domain.md §6): which items count, how costs are found, which of the two figures
/// is held against the line. Named, dated, and stored with every statement (I-12).
struct IncomeRuleSet {
    enum class Counting { Yes, No, Ask };

    QString id; ///< "itemised"
    QString version;
    QString pack; ///< id of the pack it stands in
    LocalText title;
    QDate from;
    QDate until; ///< last day in force; invalid = still
    CostModel costModel = CostModel::Actual;
    QString populationBasis;           ///< CL-38: what a new statement starts with
    QString testFigure;                ///< "net_per_capita" (I-03) or "reference_per_capita" (I-04)
    std::map<QString, Counting> items; ///< where it differs from CL-36
    std::vector<IncomeFactor> factors;
    PolicyMark mark = PolicyMark::LocalDefault;
    QStringList clauses;
    QString source;

    /// "anhui-2020/itemised@1": what a statement stores.
    QString stamp() const { return pack + u'/' + id + u'@' + version; }
    bool inForce(QDate day) const { return from <= day && (!until.isValid() || day <= until); }
    /// Nothing for an item that is not in CL-36 or is a cost.
    std::optional<Counting> counting(const QString &item) const;
    /// nullptr when there is none of that id.
    const IncomeFactor *factor(const QString &factorId) const;
    /// The only one that an item can have; nullptr when it has none or several.
    const IncomeFactor *onlyFactorOf(const QString &item) const;
    bool hasFactorFor(const QString &item) const;
};

/// The items whose counting the office decides.
QStringList undecidedItems(const IncomeRuleSet &rules);
/// The parameter of a pack that decides it: "income_counts_d6_05" for D6-05.
QString countingParameter(const QString &item);

/// Name of a rule set by the stamp of a statement, from the packs that come with the program; the stamp
/// itself when none of them has it.
QString incomeRuleSetName(const QString &stamp, bool chinese);

} // namespace ffp
