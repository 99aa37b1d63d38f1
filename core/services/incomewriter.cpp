// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/incomewriter.h"

#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

Value money(const std::optional<Money> &amount)
{
    return amount ? Value(amount->fen()) : Value();
}

template <class T>
Value optional(const std::optional<T> &value)
{
    return value ? Value(*value) : Value();
}

Value day(QDate date)
{
    return Value(date.toString(Qt::ISODate));
}

} // namespace

FieldValues incomeFigureValues(const std::optional<IncomeFigures> &figures, qint64 population)
{
    const auto perHead = [&](Money total) { return money(perCapita(total, int(population))); };
    return {{income::f("gross_total"), figures ? Value(figures->gross.fen()) : Value()},
            {income::f("net_total"), figures ? Value(figures->net.fen()) : Value()},
            {income::f("net_per_capita"), figures ? perHead(figures->net) : Value()},
            {income::f("reference_total"), figures ? Value(figures->reference.fen()) : Value()},
            {income::f("reference_per_capita"), figures ? perHead(figures->reference) : Value()}};
}

IncomeWriter::IncomeWriter(const IncomeDraft &draft, const PolicyPack &pack)
    : m_draft(draft),
      m_rules(*pack.incomeRuleSet(draft.ruleSet)),
      m_result(calculateIncome(draft, pack, m_rules)),
      m_origin(draft.lines.empty() ? u"typed"_s : u"calculated"_s)
{}

const IncomeStatement *IncomeWriter::sameIn(const std::vector<IncomeStatement> &all) const
{
    for (const IncomeStatement &one : all)
        if (one.statement[income::f("phase")].toText() == m_draft.phase
            && one.statement[income::f("origin")].toText() == m_origin
            && incomeWindowOf(one.statement) == m_draft.window)
            return &one;
    return nullptr;
}

FieldValues IncomeWriter::statementValues() const
{
    static const QStringList models{u"actual"_s, u"ratio"_s, u"coefficient"_s};
    const bool incomplete = !m_result.figures || m_result.figures->incomplete
                            || !m_result.undecided.isEmpty();
    FieldValues values{{income::f("year"), Value(m_draft.window.to.year())},
                       {income::f("phase"), Value(m_draft.phase)},
                       {income::f("rule_set"), Value(m_rules.stamp())},
                       {income::f("window_from"), day(m_draft.window.from)},
                       {income::f("window_to"), day(m_draft.window.to)},
                       {income::f("population"), optional(m_draft.population)},
                       {income::f("population_basis"), Value(m_draft.populationBasis)},
                       {income::f("wage_total"), money(m_result.totals.wage)},
                       {income::f("business_total"), money(m_result.totals.business)},
                       {income::f("property_total"), money(m_result.totals.property)},
                       {income::f("transfer_total"), money(m_result.totals.transfer)},
                       {income::f("business_cost"), money(m_result.totals.cost)},
                       {income::f("claims_income"), money(m_result.totals.claims)},
                       {income::f("compliant_self_pay"), money(m_result.totals.selfPay)},
                       {income::f("cost_model"), Value(models[int(m_rules.costModel)])},
                       {income::f("origin"), Value(m_origin)},
                       {income::f("incomplete"), Value(incomplete)},
                       {income::f("prepared_by"), Value(m_draft.preparedBy)},
                       {income::f("prepared_on"), day(m_draft.preparedOn)}};
    for (const auto &figure : incomeFigureValues(m_result.figures, m_draft.population.value_or(0)))
        values.push_back(figure);
    return values;
}

FieldValues IncomeWriter::lineValues(size_t index) const
{
    const IncomeDraftLine &line = m_draft.lines[index];
    return {{income_line::f("item"), Value(line.item)},
            {income_line::f("quantity"), optional(line.quantity)},
            {income_line::f("unit"), Value(line.unit)},
            {income_line::f("amount"), money(line.amount)},
            {income_line::f("factor"), optional(line.factor)},
            {income_line::f("note"), Value(line.note)},
            {income_line::f("member_id"), Value(line.member)},
            {income_line::f("counted"), optional(m_result.counted[index])}};
}

Result<RecordId> IncomeWriter::write(ChangeWriter &writer, const Record &household,
                                     const IncomeStatement *same) const
{
    FieldValues values = statementValues();
    RecordId statement;
    if (same) {
        statement = same->statement.id;
        FFP_TRY(writer.edit(statement, values));
    } else {
        values.emplace_back(income::f("household_id"), Value(household.id));
        FFP_ASSIGN(statement, writer.create(Entity::IncomeStatement, household.area, values));
    }
    // Lines of one item keep their record, in their order, so that the history shows what changed.
    std::vector<Record> left = same ? same->lines : std::vector<Record>();
    for (size_t i = 0; i < m_draft.lines.size(); ++i) {
        FieldValues line = lineValues(i);
        const auto known = std::find_if(left.begin(), left.end(), [&](const Record &one) {
            return one[income_line::f("item")].toText() == m_draft.lines[i].item;
        });
        if (known != left.end()) {
            FFP_TRY(writer.edit(known->id, line));
            left.erase(known);
            continue;
        }
        line.emplace_back(income_line::f("statement_id"), Value(statement));
        FFP_TRY(writer.create(Entity::IncomeLine, household.area, line));
    }
    for (const Record &gone : left)
        FFP_TRY(writer.setVoid(gone.id, true, u"重新核算时删去"_s));
    return statement;
}

} // namespace ffp
