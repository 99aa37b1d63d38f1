// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/incomecalculation.h"

#include "core/domain/codelist.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"

#include <QSet>

#include <algorithm>
#include <limits>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kOne = 10000; ///< a factor of 1

bool isOutput(const QString &item)
{
    return item.startsWith(u'B');
}

void addFault(QStringList &faults, const QString &field, const char *why)
{
    faults << field + u": "_s + QLatin1String(why);
}

/// A code that is there and in the list of the field.
void checkCode(QStringList &faults, FieldRef ref, const QString &code)
{
    const FieldDef &field = fieldDef(ref);
    if (code.isEmpty())
        addFault(faults, QLatin1String(field.id), "required");
    else if (!findCode(*codeList(field.list), code))
        addFault(faults, QLatin1String(field.id), "unknown_code_label");
}

void checkHead(QStringList &faults, const IncomeDraft &draft, QDate today)
{
    checkCode(faults, income::f("phase"), draft.phase);
    checkCode(faults, income::f("population_basis"), draft.populationBasis);
    if (!draft.population)
        addFault(faults, u"population"_s, "required");
    else if (*draft.population < 1 || *draft.population > std::numeric_limits<int>::max())
        addFault(faults, u"population"_s, "income_population"); // I-07
    if (!draft.window.from.isValid() || !draft.window.to.isValid())
        addFault(faults, draft.window.from.isValid() ? u"window_to"_s : u"window_from"_s, "required");
    else if (!isWindowOf(draft.phase, draft.window))
        addFault(faults, u"window_to"_s, "income_window");
    if (!draft.preparedOn.isValid())
        addFault(faults, u"prepared_on"_s, "required");
    else if (draft.preparedOn > today)
        addFault(faults, u"prepared_on"_s, "future");
}

/// What tells two lines of one item apart: who gets it, or what is grown (by its factor).
QString keyOf(const IncomeDraftLine &line)
{
    return line.item + u'|' + line.member.toString() + u'|' + QString::number(line.factor.value_or(-1));
}

void checkFactor(QStringList &faults, const QString &place, const IncomeDraftLine &line,
                 const IncomeRuleSet &rules)
{
    const bool asked = rules.costModel != CostModel::Actual && isOutput(line.item);
    if (!line.factor) {
        if (asked && rules.hasFactorFor(line.item))
            addFault(faults, place + u".factor"_s, "required");
    } else if (!asked) {
        addFault(faults, place + u".factor"_s, "income_no_factor");
    } else if (*line.factor <= 0 || *line.factor > kOne) {
        addFault(faults, place + u".factor"_s, "income_factor");
    }
}

void checkLines(QStringList &faults, const IncomeDraft &draft, const IncomeRuleSet *rules)
{
    static const CodeList *items = codeList("income_item");
    QSet<QString> seen;
    for (size_t i = 0; i < draft.lines.size(); ++i) {
        const IncomeDraftLine &line = draft.lines[i];
        const QString place = u"items[%1]"_s.arg(i);
        if (line.item.isEmpty() || !findCode(*items, line.item)) {
            addFault(faults, place + u".item"_s, line.item.isEmpty() ? "required" : "unknown_code_label");
            continue;
        }
        if (!line.amount)
            addFault(faults, place + u".amount"_s, "required");
        else if (line.amount->fen() < 0)
            addFault(faults, place + u".amount"_s, "negative"); // a loss is cost above income, I-09
        if (line.quantity.value_or(0) < 0)
            addFault(faults, place + u".quantity"_s, "negative");
        if (rules)
            checkFactor(faults, place, line, *rules);
        if (seen.contains(keyOf(line)))
            addFault(faults, place + u".item"_s, "income_repeated");
        seen.insert(keyOf(line));
    }
}

struct Total {
    FieldRef field;
    std::optional<Money> IncomeTotals::*member;
};
constexpr Total kParts[] = {
    {income::f("wage_total"), &IncomeTotals::wage},
    {income::f("business_total"), &IncomeTotals::business},
    {income::f("property_total"), &IncomeTotals::property},
    {income::f("transfer_total"), &IncomeTotals::transfer},
    {income::f("business_cost"), &IncomeTotals::cost},
};
constexpr Total kMedical[] = {
    {income::f("claims_income"), &IncomeTotals::claims},
    {income::f("compliant_self_pay"), &IncomeTotals::selfPay},
};

void checkTotals(QStringList &faults, const IncomeDraft &draft)
{
    bool any = !draft.lines.empty();
    for (const Total &part : kParts) {
        const std::optional<Money> &stated = draft.totals.*part.member;
        any = any || stated;
        // One figure for business may be what is left after costs, which can be a loss (I-09).
        const bool mayBeLoss = part.field == income::f("business_total") && !draft.totals.cost;
        if (stated && stated->fen() < 0 && !mayBeLoss)
            addFault(faults, QLatin1String(fieldDef(part.field).id), "negative");
    }
    for (const Total &part : kMedical)
        if (const auto &stated = draft.totals.*part.member; stated && stated->fen() < 0)
            addFault(faults, QLatin1String(fieldDef(part.field).id), "negative");
    if (!any)
        addFault(faults, u"items"_s, "required"); // without a statement there is no income (I-08)
}

/// What a household gets from the insurance against poverty is an item or a claim, never both (§6.2).
bool claimsTwice(const IncomeDraft &draft, const IncomeResult &result)
{
    if (draft.totals.claims.value_or(Money()).fen() <= 0)
        return false;
    for (size_t i = 0; i < draft.lines.size(); ++i)
        if (draft.lines[i].item == u"D6-14" && result.counted[i] == true
            && draft.lines[i].amount.value_or(Money()).fen() > 0)
            return true;
    return false;
}

const IncomeRuleSet *checkRules(QStringList &faults, const IncomeDraft &draft, const PolicyPack &pack)
{
    const IncomeRuleSet *rules = pack.incomeRuleSet(draft.ruleSet);
    if (draft.ruleSet.isEmpty())
        addFault(faults, u"rule_set"_s, "required");
    else if (!rules)
        addFault(faults, u"rule_set"_s, "income_no_rules");
    else if (draft.preparedOn.isValid() && !rules->inForce(draft.preparedOn))
        addFault(faults, u"rule_set"_s, "income_rules_not_in_force");
    return rules;
}

void checkSums(QStringList &faults, const IncomeDraft &draft, const PolicyPack &pack,
               const IncomeRuleSet &rules)
{
    const IncomeResult result = calculateIncome(draft, pack, rules);
    if (result.overflow)
        addFault(faults, u"items"_s, "income_too_large");
    for (const Total &part : kParts)
        if (const auto &stated = draft.totals.*part.member;
            stated && !draft.lines.empty() && stated != result.totals.*part.member)
            addFault(faults, QLatin1String(fieldDef(part.field).id), "sum_mismatch");
    if (claimsTwice(draft, result))
        addFault(faults, u"claims_income"_s, "income_claims_twice");
}

std::optional<Money> moneyOf(const Value &value)
{
    return value.isBlank() ? std::nullopt : std::optional(Money::fromFen(value.toInt()));
}

std::optional<qint64> numberOf(const Value &value)
{
    return value.isBlank() ? std::nullopt : std::optional(value.toInt());
}

QDate dayOf(const Value &value)
{
    return QDate::fromString(value.toText(), Qt::ISODate);
}

/// Recorded costs of what the rule set models are not counted (I-10); sumLines() leaves them out as well.
void leaveOutReplacedCosts(const IncomeDraft &draft, const IncomeRuleSet &rules,
                           std::vector<std::optional<bool>> &counted)
{
    if (rules.costModel == CostModel::Actual)
        return;
    for (const IncomeDraftLine &output : draft.lines)
        for (size_t i = 0; i < draft.lines.size(); ++i)
            if (isOutput(output.item) && output.factor && output.amount
                && draft.lines[i].item == u'E' + output.item.mid(1))
                counted[i] = false;
}

} // namespace

bool isWindowOf(const QString &phase, const IncomeWindow &window)
{
    if (phase != u"month" && phase != u"quarter")
        return isTwelveMonths(window);
    if (!window.from.isValid() || window.from.day() != 1)
        return false;
    const YearMonth first = YearMonth::of(window.from);
    const int months = phase == u"month" ? 1 : 3;
    return (first.month() - 1) % months == 0 && window.to == first.plus(months - 1).lastDay();
}

IncomeDraft completedDraft(IncomeDraft draft, const IncomeRuleSet &rules)
{
    for (IncomeDraftLine &line : draft.lines)
        if (const IncomeFactor *only = rules.onlyFactorOf(line.item); only && !line.factor)
            line.factor = only->factor;
    return draft;
}

IncomeResult calculateIncome(const IncomeDraft &draft, const PolicyPack &pack, const IncomeRuleSet &rules)
{
    IncomeResult result;
    std::vector<IncomeLineFacts> facts;
    for (const IncomeDraftLine &line : draft.lines) {
        result.counted.push_back(pack.countsAsIncome(rules, line.item, draft.preparedOn));
        // What is not decided is not counted, whatever CL-36 says of it.
        facts.push_back({line.item, line.amount, result.counted.back().value_or(false), line.factor});
        if (!result.counted.back() && line.amount && !result.undecided.contains(line.item))
            result.undecided << line.item;
    }
    leaveOutReplacedCosts(draft, rules, result.counted);
    result.totals = draft.totals;
    if (!facts.empty()) {
        const LineSum sum = sumLines(facts, rules.costModel);
        result.totals = sum.totals;
        result.totals.claims = draft.totals.claims;
        result.totals.selfPay = draft.totals.selfPay;
        result.overflow = sum.overflow;
    }
    result.figures = incomeFigures(result.totals);
    const bool anyPart = std::any_of(std::begin(kParts), std::end(kParts), [&](const Total &part) {
        return (result.totals.*part.member).has_value();
    });
    result.overflow = result.overflow || (anyPart && !result.figures);
    if (result.overflow)
        result.figures.reset();
    const qint64 population = draft.population.value_or(0);
    if (!result.figures || population < 1 || population > std::numeric_limits<int>::max())
        return result;
    result.perCapita = perCapita(result.figures->net, int(population));
    result.referencePerCapita = perCapita(result.figures->reference, int(population));
    return result;
}

QStringList incomeFaults(const IncomeDraft &draft, const PolicyPack &pack, QDate today)
{
    QStringList faults;
    checkHead(faults, draft, today);
    const IncomeRuleSet *rules = checkRules(faults, draft, pack);
    checkTotals(faults, draft);
    checkLines(faults, draft, rules);
    if (rules)
        checkSums(faults, draft, pack, *rules);
    return faults;
}

IncomeDraft incomeDraftOf(const Record &statement, const std::vector<Record> &lines)
{
    IncomeDraft draft;
    draft.phase = statement[income::f("phase")].toText();
    draft.window = {dayOf(statement[income::f("window_from")]), dayOf(statement[income::f("window_to")])};
    draft.population = numberOf(statement[income::f("population")]);
    draft.populationBasis = statement[income::f("population_basis")].toText();
    draft.ruleSet = statement[income::f("rule_set")].toText().section(u'/', 1).section(u'@', 0, 0);
    draft.preparedBy = statement[income::f("prepared_by")].toText();
    draft.preparedOn = dayOf(statement[income::f("prepared_on")]);
    for (const Total &part : kMedical)
        draft.totals.*part.member = moneyOf(statement[part.field]);
    for (const Record &line : lines) {
        if (line.voided || line[income_line::f("statement_id")].toRef() != statement.id)
            continue;
        draft.lines.push_back(
            {line[income_line::f("item")].toText(), numberOf(line[income_line::f("quantity")]),
             line[income_line::f("unit")].toText(), moneyOf(line[income_line::f("amount")]),
             numberOf(line[income_line::f("factor")]), line[income_line::f("note")].toText(),
             line[income_line::f("member_id")].toRef()});
    }
    if (draft.lines.empty())
        for (const Total &part : kParts)
            draft.totals.*part.member = moneyOf(statement[part.field]);
    return draft;
}

} // namespace ffp
