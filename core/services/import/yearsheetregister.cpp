// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/heldrowfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/idnumber.h"
#include "core/domain/income.h"
#include "core/domain/personname.h"
#include "core/services/import/yearsheet.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

/// The head of the sheet beside the head of the list. A head whose number in the list cannot be read is
/// nothing to compare with.
void YearSheet::checkHead(const Row &row, const KnownHousehold &known)
{
    const int idColumn = m_layout.indexOf(household::f("head_id_no"));
    const int nameColumn = m_layout.indexOf(household::f("head_name"));
    if (idColumn < 0)
        return;
    struct Person {
        QString key;
        QString name;
        bool head;
    };
    std::vector<Person> persons;
    for (const Record &one : known.members)
        persons.push_back({one[member::f("person_key")].toText(), one[member::f("name")].toText(),
                           one[member::f("relation")].toText() == u"head"});
    for (const Record &one : known.held)
        if (isListRow(one))
            persons.push_back({one[held_row::f("person_key")].toText(), one[held_row::f("name")].toText(),
                               one[held_row::f("relation")].toText() == u"head"});

    const IdNumber id = parseIdNumber(text(row.at, idColumn), m_layout.dataDate);
    const QStringList args{shown(fieldAt(idColumn), text(row.at, idColumn))};
    if (!id.usable()) {
        if (!m_reader.cell(row.at.stored, idColumn).isEmpty())
            add(row.at, idColumn, findingDef(id.findings.front()).kind, FindingSeverity::Warning, Scope::Row,
                args);
        return;
    }
    const auto isHead = [](const Person &one) { return one.head && !one.key.isEmpty(); };
    if (id.personKey.isEmpty() || std::none_of(persons.begin(), persons.end(), isHead))
        return;
    const auto same = std::find_if(persons.begin(), persons.end(),
                                   [&](const Person &one) { return one.key == id.personKey; });
    if (same == persons.end()) {
        add(row.at, idColumn, "head_id_differs", FindingSeverity::Warning, Scope::Row, args);
    } else if (!same->head) {
        add(row.at, idColumn, "head_id_is_spouse", FindingSeverity::Warning, Scope::Row, args);
    } else if (nameColumn >= 0 && !m_reader.cell(row.at.stored, nameColumn).isEmpty()
               && !sameName(same->name, text(row.at, nameColumn))) {
        add(row.at, nameColumn, "head_name_differs", FindingSeverity::Warning, Scope::Row,
            {text(row.at, nameColumn), same->name});
    }
}

Value YearSheet::amountAt(const Row &row, int index)
{
    return m_reader.read(row.at.stored, index, fieldDef(income_line::f("amount"))).value;
}

/// Facts of the household itself; older years must not overwrite newer ones.
FieldValues YearSheet::householdValues(const Row &row)
{
    QStringList kept;
    FieldValues values = valuesOf(row.at, Entity::Household, kept);
    std::erase_if(values, [](const auto &one) {
        return one.first == household::f("household_no") || one.first == household::f("data_date");
    });
    values.emplace_back(household::f("year"), Value(row.year));
    return values;
}

FieldValues YearSheet::livingValues(const Row &row)
{
    QStringList kept;
    FieldValues values = valuesOf(row.at, Entity::LivingConditions, kept);
    valuesOf(row.at, Entity::Household, kept);
    valuesOf(row.at, Entity::IncomeStatement, kept);
    keepTexts(row.at, kept);
    for (int i = 0; i < int(m_layout.columns.size()); ++i)
        if (m_layout.columns[size_t(i)].role.type == ColumnRole::Type::Item
            && m_reader.read(row.at.stored, i, fieldDef(income_line::f("amount"))).fault)
            kept.append(titleOf(i) + u'：' + text(row.at, i));
    values.emplace_back(living::f("kept_text"), Value(kept.join(u'\n')));
    return values;
}

FieldValues YearSheet::incomeValues(const Row &row)
{
    QStringList kept;
    FieldValues values = valuesOf(row.at, Entity::IncomeStatement, kept);
    const bool amount = std::any_of(values.begin(), values.end(), [](const auto &one) {
        return fieldDef(one.first).type == FieldType::Money;
    });
    if (!amount)
        return {};
    if (m_stated >= 0) {
        if (const Value persons = m_reader.read(row.at.stored, m_stated).value; !persons.isBlank()) {
            values.emplace_back(income::f("population"), persons);
            values.emplace_back(income::f("population_basis"), Value(u"year"_s));
        }
    }
    static constexpr FieldRef kTotals[] = {income::f("wage_total"), income::f("business_total"),
                                           income::f("property_total"), income::f("transfer_total"),
                                           income::f("business_cost")};
    const bool incomplete = std::any_of(std::begin(kTotals), std::end(kTotals), [&](FieldRef total) {
        return std::none_of(values.begin(), values.end(),
                            [&](const auto &one) { return one.first == total; });
    });
    values.emplace_back(income::f("incomplete"), Value(incomplete));
    return values;
}

bool YearSheet::keepsLine(const Record &line, int index, const Value &amount, const Place &place)
{
    const QString id = u"item."_s + QString::fromLatin1(m_layout.columns[size_t(index)].role.item);
    return decide(line, income_line::f("amount"), id, index, amount, place) == Side::Register;
}

Result<> YearSheet::compare(Row &row, const KnownHousehold &known)
{
    row.household = known.household.id;
    row.area = known.household.area;
    const Place place{row.at, row.number, {}, {}};
    if (row.year == m_newestYear && row.year >= known.household[household::f("year")].toInt()) {
        FFP_ASSIGN(row.householdAct, actOn(&known.household, householdValues(row), place));
    }
    const Record *living = known.livingOf(row.year);
    row.living = living ? living->id : RecordId();
    FFP_ASSIGN(row.livingAct, actOn(living, livingValues(row), place));

    const FieldValues incomes = incomeValues(row);
    if (incomes.empty())
        return {};
    const Record *income = known.importedIncomeOf(row.year);
    row.income = income ? income->id : RecordId();
    FFP_ASSIGN(row.incomeAct, actOn(income, incomes, place));
    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const LayoutColumn &column = m_layout.columns[size_t(i)];
        if (column.role.type != ColumnRole::Type::Item || column.repeats >= 0)
            continue;
        const Value amount = amountAt(row, i);
        if (amount.isBlank())
            continue;
        const Record *line = income
                                 ? findIn(known.lines,
                                          [&](const Record &one) {
                                              return one[income_line::f("statement_id")].toRef() == income->id
                                                     && one[income_line::f("item")].toText()
                                                            == QLatin1String(column.role.item);
                                          })
                                 : nullptr;
        const bool other = !line || (*line)[income_line::f("amount")] != amount;
        if (other && !(line && keepsLine(*line, i, amount, place)))
            row.lines.emplace_back(i, line ? line->id : RecordId());
    }
    return {};
}

Result<> YearSheet::listMissing(const RegisterView &view)
{
    if (m_villagesHere.isEmpty())
        return {};
    QSet<QString> here;
    for (const Row &row : m_rows)
        here.insert(row.number);
    FFP_ASSIGN(const QStringList numbers, view.numbersIn(m_villagesHere.values()));
    m_missing = listMissingHouseholds(numbers, here, sheetColumn(m_number), "household_missing_from_sheet");
    return {};
}

HeldRows::Row YearSheet::heldRow(const Row &row)
{
    HeldRows::Row held;
    held.at = row.at;
    held.householdNo = row.number;
    held.key = HeldRows::keyOf(m_layout.kind, row.number, QString::number(row.year), {});
    if (const int id = m_layout.indexOf(household::f("head_id_no")); id >= 0)
        held.personKey = parseIdNumber(text(row.at, id), m_layout.dataDate).personKey;
    held.content = contentOf(m_layout, row.at);
    return held;
}

/// The same head in the same year: the household number was what had to be corrected.
bool YearSheet::isSameRow(const HeldRows::Row &row, const Record &earlier)
{
    if (row.personKey.isEmpty() || earlier[held_row::f("person_key")].toText() != row.personKey)
        return false;
    const qint64 year = m_reader.read(row.at.stored, m_year).value.toInt();
    return HeldRows::keyOf(m_layout.kind, earlier[held_row::f("household_no")].toText(),
                           QString::number(year), {})
           == HeldRows::keyOf(earlier);
}

Result<> YearSheet::collectHeldRows()
{
    const QHash<int, QStringList> reasons = m_book.errorsByRow();
    for (const Row &row : m_rows) {
        if (row.duplicate || (row.loads() && !m_held.anyEarlier()))
            continue;
        HeldRows::Row held = heldRow(row);
        if (row.loads() && m_held.concerns(row.at, held.householdNo, held.personKey)) {
            m_held.addInOrder(std::move(held));
        } else if (!row.loads()) {
            held.reasons = row.waits ? QStringList{u"household_held"_s} : reasons.value(row.at.number);
            m_held.add(std::move(held));
        }
    }
    FFP_TRY(pairHeldRows());
    m_held.settleRivals(); // a household has one row a year
    return {};
}

Result<> YearSheet::writeRows(ChangeWriter &writer, Progress &progress)
{
    qint64 livings = 0;
    qint64 incomes = 0;
    qint64 lines = 0;
    for (const Row &row : m_rows) {
        livings += row.livingAct == Act::Create;
        incomes += row.incomeAct == Act::Create;
        lines += qint64(row.lines.size());
    }
    FFP_TRY(writer.expectMany(Entity::LivingConditions, livings));
    FFP_TRY(writer.expectMany(Entity::IncomeStatement, incomes));
    FFP_TRY(writer.expectMany(Entity::IncomeLine, lines));
    return writeInOrder(
        writer, m_rows.size(),
        [this](size_t i, WriteSteps &steps) {
            return m_rows[i].loads() && m_rows[i].changes() ? writeRow(m_rows[i], steps) : Result<>();
        },
        progress);
}

Result<> YearSheet::writeRow(Row &row, WriteSteps &steps)
{
    const Value owner(row.household);
    const Value year(row.year);
    if (row.householdAct == Act::Edit)
        steps.edit(row.household, taken(row.household, householdValues(row)));
    if (row.livingAct == Act::Edit) {
        steps.edit(row.living, taken(row.living, livingValues(row)));
    } else if (row.livingAct == Act::Create) {
        FieldValues values = livingValues(row);
        std::erase_if(values, [](const auto &one) { return one.first == living::f("year"); });
        values.emplace_back(living::f("household_id"), owner);
        values.emplace_back(living::f("year"), year);
        FFP_ASSIGN(row.living, steps.create(Entity::LivingConditions, row.area, values));
    }
    if (row.incomeAct == Act::Edit) {
        steps.edit(row.income, taken(row.income, incomeValues(row)));
    } else if (row.incomeAct == Act::Create) {
        FieldValues values = incomeValues(row);
        values.emplace_back(income::f("household_id"), owner);
        values.emplace_back(income::f("year"), year);
        values.emplace_back(income::f("phase"), Value(u"annual"_s));
        values.emplace_back(income::f("origin"), Value(u"imported"_s));
        FFP_ASSIGN(row.income, steps.create(Entity::IncomeStatement, row.area, values));
    }
    for (const auto &[index, existing] : row.lines) {
        const FieldValues amount{{income_line::f("amount"), amountAt(row, index)}};
        if (!existing.isNull()) {
            steps.edit(existing, amount);
            continue;
        }
        FFP_TRY(steps.create(Entity::IncomeLine, row.area,
                             {{income_line::f("statement_id"), Value(row.income)},
                              {income_line::f("item"),
                               Value(QString::fromLatin1(m_layout.columns[size_t(index)].role.item))},
                              amount.front()}));
    }
    return {};
}

} // namespace ffp::imports
