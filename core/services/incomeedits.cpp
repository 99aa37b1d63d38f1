// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/incomeedits.h"

#include "core/base/about.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/log/logcipher.h"
#include "core/services/incomewriter.h"
#include "core/services/policyservice.h"
#include "core/store/recordstore.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr FieldRef kParts[] = {income::f("wage_total"), income::f("business_total"),
                               income::f("property_total"), income::f("transfer_total"),
                               income::f("business_cost")};
constexpr size_t kIncomes = 4; ///< of kParts; the cost comes last

bool names(const FieldValues &values, FieldRef field)
{
    return std::any_of(values.begin(), values.end(), [field](const auto &one) { return one.first == field; });
}

std::optional<Money> moneyOf(const Value &value)
{
    return value.isBlank() ? std::nullopt : std::optional(Money::fromFen(value.toInt()));
}

Error ruleBroken(const char *law)
{
    return Error{ErrorKind::RuleBroken,
                 aboutField(u"income_statement"_s, {}),
                 {QString::fromLatin1(law)},
                 {}};
}

/// A statement before and after an edit.
class Following
{
public:
    Following(const Record &stored, const FieldValues &edits)
        : m_stored(stored),
          m_edits(edits),
          m_now(stored)
    {
        for (const auto &[field, value] : edits)
            m_now.values[field.index] = value;
    }

    Result<FieldValues> values()
    {
        const qint64 population = m_now[income::f("population")].toInt();
        if (population < 1)
            fault(income::f("population"), "income_population");
        if (m_now[income::f("population_basis")].isBlank())
            fault(income::f("population_basis"), "required");
        follow(income::f("gross_total"), &IncomeFigures::gross, std::span(kParts).first(kIncomes));
        follow(income::f("net_total"), &IncomeFigures::net, kParts);
        perCapitaOf(income::f("net_total"), income::f("net_per_capita"));
        reference();
        set(income::f("incomplete"), Value(!allFilled(m_now, kParts)));
        if (m_faults.isEmpty())
            return m_edits;
        return fail(Error{ErrorKind::InvalidValue, aboutField(u"income_statement"_s, {}), m_faults, {}});
    }

private:
    static IncomeTotals totalsOf(const Record &record)
    {
        const auto at = [&record](FieldRef field) { return moneyOf(record[field]); };
        return {at(kParts[0]),
                at(kParts[1]),
                at(kParts[2]),
                at(kParts[3]),
                at(kParts[4]),
                at(income::f("claims_income")),
                at(income::f("compliant_self_pay"))};
    }
    static bool allFilled(const Record &record, std::span<const FieldRef> parts)
    {
        return std::none_of(parts.begin(), parts.end(),
                            [&](FieldRef part) { return record[part].isBlank(); });
    }
    bool changed(std::span<const FieldRef> parts) const
    {
        return std::any_of(parts.begin(), parts.end(),
                           [&](FieldRef part) { return m_now[part] != m_stored[part]; });
    }
    void fault(FieldRef field, const char *why)
    {
        m_faults << QLatin1String(fieldDef(field).id) + u": "_s + QLatin1String(why);
    }
    void set(FieldRef field, const Value &value)
    {
        m_now.values[field.index] = value;
        std::erase_if(m_edits, [field](const auto &one) { return one.first == field; });
        m_edits.emplace_back(field, value);
    }

    /// A sum of parts: it is what they give, when they give all of it.
    void follow(FieldRef total, Money IncomeFigures::*figure, std::span<const FieldRef> parts)
    {
        const auto made = incomeFigures(totalsOf(m_now));
        const Value sum = made ? Value(((*made).*figure).fen()) : Value();
        if (names(m_edits, total)) {
            if (allFilled(m_now, parts) && m_now[total] != sum)
                fault(total, "sum_mismatch");
            return;
        }
        if (!changed(parts))
            return;
        const auto before = incomeFigures(totalsOf(m_stored));
        const bool explained = m_stored[total].isBlank()
                               || (before && m_stored[total] == Value(((*before).*figure).fen()));
        if (explained || allFilled(m_now, parts))
            set(total, sum);
        else
            fault(total, "income_restate");
    }

    /// What is stated per person alone stays as it is while there is no total.
    void perCapitaOf(FieldRef total, FieldRef perHead)
    {
        const qint64 population = m_now[income::f("population")].toInt();
        if (m_now[total].isBlank() || population < 1)
            return;
        const auto made = perCapita(Money::fromFen(m_now[total].toInt()), int(population));
        if (names(m_edits, perHead) && m_now[perHead] != Value(made->fen()))
            fault(perHead, "income_per_capita");
        set(perHead, Value(made->fen()));
    }

    void reference()
    {
        const std::optional<Money> net = moneyOf(m_now[income::f("net_total")]);
        const IncomeTotals totals = totalsOf(m_now);
        if (!net)
            return;
        const Money reference = *net + totals.claims.value_or(Money()) - totals.selfPay.value_or(Money());
        if (names(m_edits, income::f("reference_total"))
            && m_now[income::f("reference_total")] != Value(reference.fen()))
            fault(income::f("reference_total"), "sum_mismatch");
        set(income::f("reference_total"), Value(reference.fen()));
        perCapitaOf(income::f("reference_total"), income::f("reference_per_capita"));
    }

    const Record &m_stored;
    FieldValues m_edits;
    Record m_now;
    QStringList m_faults;
};

} // namespace

Result<FieldValues> followedIncomeFigures(const Record &stored, const FieldValues &edits)
{
    return Following(stored, edits).values();
}

Result<Record> IncomeEdits::typedBeside(const Record &imported) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const auto all,
               store.referring(income::f("household_id"), imported[income::f("household_id")].toRef()));
    for (const Record &one : all)
        if (one[income::f("origin")].toText() == u"typed"
            && one[income::f("phase")] == imported[income::f("phase")]
            && incomeWindowOf(one) == incomeWindowOf(imported))
            return one;
    return Record();
}

Result<FieldValues> IncomeEdits::ruleSet(const Record &statement) const
{
    if (!statement[income::f("rule_set")].isBlank())
        return FieldValues();
    FFP_ASSIGN(const PolicyPack pack, PolicyService(m_session).pack());
    const IncomeRuleSet *chosen = pack.chosenIncomeRuleSet(m_session.clock().today());
    if (!chosen)
        return fail(Error{ErrorKind::InvalidValue,
                          aboutField(u"income_statement"_s, u"rule_set"_s),
                          {u"rule_set: income_no_rules"_s},
                          {}});
    return FieldValues{{income::f("rule_set"), Value(chosen->stamp())}};
}

Result<> IncomeEdits::edit(const Record &statement, const FieldValues &values, const QString &note)
{
    const RecordStore store(m_session.database(), m_session.cipher());
    const bool imported = statement[income::f("origin")].toText() == u"imported";
    FFP_ASSIGN(const auto lines, store.referring(income_line::f("statement_id"), statement.id));
    if (!imported && !lines.empty())
        return fail(ruleBroken("income_from_items"));
    Record stored = statement;
    if (imported) {
        FFP_ASSIGN(Record typed, typedBeside(statement));
        if (!typed.id.isNull())
            stored = std::move(typed);
    }
    FFP_ASSIGN(FieldValues written, followedIncomeFigures(stored, values));
    FFP_ASSIGN(const FieldValues rules, ruleSet(stored));
    written.insert(written.end(), rules.begin(), rules.end());
    if (!imported || stored.id != statement.id)
        return m_writer.edit(stored.id, written, note);

    // The first change of an imported statement: a typed one with the rest of its figures.
    const auto fields = entityDef(Entity::IncomeStatement).fields;
    for (quint16 i = 0; i < fields.size(); ++i)
        if (const FieldRef field{Entity::IncomeStatement, i};
            !names(written, field) && !statement[field].isBlank() && field != income::f("origin"))
            written.emplace_back(field, statement[field]);
    written.emplace_back(income::f("origin"), Value(u"typed"_s));
    return m_writer.create(Entity::IncomeStatement, statement.area, written).map([](const RecordId &) {});
}

Result<> IncomeEdits::editLine(const Record &line, const FieldValues &values, const QString &note)
{
    static constexpr FieldRef kHarmless[] = {income_line::f("quantity"), income_line::f("unit"),
                                             income_line::f("note")};
    for (const auto &[field, value] : values)
        if (std::find(std::begin(kHarmless), std::end(kHarmless), field) == std::end(kHarmless))
            return fail(ruleBroken("income_from_items"));
    return m_writer.edit(line.id, values, note);
}

} // namespace ffp
