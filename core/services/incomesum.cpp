// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/incomesum.h"

#include "core/base/about.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/services/incomewriter.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

bool covers(const IncomeWindow &whole, const IncomeWindow &part)
{
    return part.from.isValid() && part.to.isValid() && whole.from <= part.from && part.to <= whole.to;
}

/// Quarters, then months that no quarter covers; of one period the first, which counts before the others.
std::vector<const IncomeStatement *> partsOf(const std::vector<IncomeStatement> &all,
                                             const IncomeWindow &period)
{
    std::vector<const IncomeStatement *> parts;
    for (const QString &phase : {u"quarter"_s, u"month"_s})
        for (const IncomeStatement &one : all) {
            const IncomeWindow window = incomeWindowOf(one.statement);
            const bool counted = std::any_of(parts.begin(), parts.end(), [&](const IncomeStatement *part) {
                return covers(incomeWindowOf(part->statement), window);
            });
            if (one.statement[income::f("phase")].toText() == phase && covers(period, window) && !counted)
                parts.push_back(&one);
        }
    return parts;
}

QStringList monthsWithout(const std::vector<const IncomeStatement *> &parts, const IncomeWindow &period)
{
    QStringList missing;
    for (YearMonth month = YearMonth::of(period.from); month <= YearMonth::of(period.to);
         month = month.plus(1)) {
        const IncomeWindow window{month.firstDay(), month.lastDay()};
        if (std::none_of(parts.begin(), parts.end(), [&](const IncomeStatement *part) {
                return covers(incomeWindowOf(part->statement), window);
            }))
            missing << month.toString();
    }
    return missing;
}

std::optional<Money> sumOf(const std::vector<const IncomeStatement *> &parts, FieldRef field, bool &overflow)
{
    std::optional<Money> sum;
    for (const IncomeStatement *part : parts) {
        const Value &value = part->statement[field];
        qint64 fen = 0;
        if (value.isBlank())
            continue;
        overflow = __builtin_add_overflow(sum.value_or(Money()).fen(), value.toInt(), &fen) || overflow;
        sum = Money::fromFen(fen);
    }
    return sum;
}

} // namespace

Result<std::optional<IncomeSum>> sumOfParts(const std::vector<IncomeStatement> &all,
                                            const IncomeWindow &period)
{
    const std::vector<const IncomeStatement *> parts = partsOf(all, period);
    if (parts.empty())
        return std::optional<IncomeSum>();
    const auto newest = std::max_element(parts.begin(), parts.end(), [](const auto *a, const auto *b) {
        return incomeWindowOf(a->statement).to < incomeWindowOf(b->statement).to;
    });
    IncomeSum sum{{(*newest)->statement, {}}, monthsWithout(parts, period)};
    Record &out = sum.statement.statement;
    out.id = {};
    out.rid = 0;
    const auto set = [&out](FieldRef field, const Value &value) { out.values[field.index] = value; };
    set(income::f("phase"), Value(u"annual"_s));
    set(income::f("year"), Value(period.to.year()));
    set(income::f("window_from"), Value(period.from.toString(Qt::ISODate)));
    set(income::f("window_to"), Value(period.to.toString(Qt::ISODate)));
    const bool incomplete = std::any_of(parts.begin(), parts.end(), [](const IncomeStatement *part) {
        return part->statement[income::f("incomplete")].toBool();
    });
    set(income::f("incomplete"), Value(incomplete || !sum.missingMonths.isEmpty()));
    bool overflow = false;
    const auto total = [&](FieldRef field) {
        const std::optional<Money> amount = sumOf(parts, field, overflow);
        set(field, amount ? Value(amount->fen()) : Value());
        return amount;
    };
    const IncomeTotals totals{total(income::f("wage_total")),        total(income::f("business_total")),
                              total(income::f("property_total")),    total(income::f("transfer_total")),
                              total(income::f("business_cost")),     total(income::f("claims_income")),
                              total(income::f("compliant_self_pay"))};
    for (const IncomeStatement *part : parts) {
        if (part->statement[income::f("rule_set")] != out[income::f("rule_set")])
            return fail(Error{ErrorKind::RuleBroken,
                              aboutField(u"income_statement"_s, u"rule_set"_s),
                              {u"income_rules_differ"_s},
                              {}});
        for (const Record &line : part->lines)
            sum.statement.lines.push_back(line);
    }
    const auto figures = overflow ? std::nullopt : incomeFigures(totals);
    for (const auto &[field, value] : incomeFigureValues(figures, out[income::f("population")].toInt()))
        set(field, value);
    return std::optional(std::move(sum));
}

} // namespace ffp
