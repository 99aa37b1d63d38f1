// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/base/yearmonth.h"

#include <QStringList>
#include <QStringView>

#include <optional>
#include <span>

namespace ffp {

/// The totals of an income statement (domain.md §6.1); blank and 0 differ.
struct IncomeTotals {
    std::optional<Money> wage;     ///< A 工资性收入
    std::optional<Money> business; ///< B 生产经营性收入
    std::optional<Money> property; ///< C 财产性收入
    std::optional<Money> transfer; ///< D 转移性收入
    std::optional<Money> cost;     ///< E 生产经营性支出
    std::optional<Money> claims;   ///< 理赔收入
    std::optional<Money> selfPay;  ///< 合规自付支出
};

struct IncomeFigures {
    Money gross;             ///< 年收入, I-01
    Money net;               ///< 纯收入, I-02; negative business income is not clipped (I-09)
    Money reference;         ///< 纳入监测的收入参考范围 of the household: numerator of I-04
    bool incomplete = false; ///< one of A … E was blank and counted as 0 (I-08)
    bool operator==(const IncomeFigures &) const = default;
};

/// I-01, I-02, I-04, I-08. Nothing when A … E are all blank: a household without a statement has no income,
/// not income 0. Nothing also when a sum leaves the range of 64-bit 分.
std::optional<IncomeFigures> incomeFigures(const IncomeTotals &totals);

/// I-03, I-04 for display: 2 decimals, half away from zero. Nothing for a population below 1 (I-07).
std::optional<Money> perCapita(Money total, int population);

/// I-06, the test against a line, without rounding: total < line × population. Strict: at the line is not
/// below it. Nothing for a population below 1 (I-07).
std::optional<bool> isBelowLine(Money total, Money line, int population);

/// How costs are found (CL-39, I-10).
enum class CostModel { Actual, Ratio, Coefficient };

/// One line of a statement, `item` of CL-36.
struct IncomeLineFacts {
    QString item;
    std::optional<Money> amount;
    std::optional<bool> counted;  ///< blank = what the rule set of CL-36 says
    std::optional<qint64> factor; ///< share or coefficient in 1/10000
};

struct LineSum {
    IncomeTotals totals;   ///< claims and selfPay stay blank: they are no items
    QStringList undecided; ///< items with money whose counting the office has not decided ("ask")
    QStringList unknown;   ///< item codes that are not in CL-36
    bool overflow = false; ///< a total leaves the range of 64-bit 分 and is blank
};

/// Totals of A … E from the lines. With Ratio a B line with a factor adds amount × factor to E, with
/// Coefficient it is multiplied by its factor; in both cases recorded costs of the same kind (E1 for B1 …)
/// are then left out (I-10). Undecided items are not counted and are named.
LineSum sumLines(std::span<const IncomeLineFacts> lines, CostModel model = CostModel::Actual);

/// Days of a statement, both ends included.
struct IncomeWindow {
    QDate from;
    QDate to;
    bool operator==(const IncomeWindow &) const = default;
};

/// The 12 full months before the month of identification (§6.1 window rule):
/// 2020-09 → 2019-09-01 … 2020-08-31.
IncomeWindow identificationWindow(YearMonth identified);

/// A period as people write it: "2020" (the year), "2020-09" (the month), "2020Q3", "2019-09..2020-08" (full
/// months), "2019-09-01..2020-08-31". Nothing for anything else, or when it ends before it begins.
std::optional<IncomeWindow> incomePeriodFromText(QStringView text);
/// The shortest of these forms.
QString incomePeriodText(const IncomeWindow &window);

/// Exactly 12 full months (DQ-713).
bool isTwelveMonths(const IncomeWindow &window);

} // namespace ffp
