// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codelist.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/memberfacts.h"
#include "core/services/import/memberlist.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

bool has(const FieldValues &values, FieldRef field)
{
    return std::any_of(values.begin(), values.end(), [&](const auto &one) { return one.first == field; });
}

void addIfMissing(FieldValues &values, FieldRef field, const Value &value)
{
    if (!value.isBlank() && !has(values, field))
        values.emplace_back(field, value);
}

} // namespace

/// Year that the household facts of the list belong to.
int MemberList::yearOf(const Household &household)
{
    const int column = index(household::f("year"));
    const Value year = column < 0 ? Value()
                                  : m_reader.read(m_rows[size_t(household.facts)].at.stored, column).value;
    return year.isBlank() ? m_layout.dataDate.year() : int(year.toInt());
}

FieldValues MemberList::householdValues(const Household &household)
{
    QStringList kept;
    FieldValues values = valuesOf(m_rows[size_t(household.facts)].at, Entity::Household, kept);
    // The date tells how fresh the facts are; it alone is no change (see writeHousehold).
    std::erase_if(values, [](const auto &one) {
        return one.first == household::f("data_date") || one.first == household::f("year");
    });
    // What of the year's facts cannot be read is kept with the household.
    for (const Entity entity : {Entity::LivingConditions, Entity::IncomeStatement, Entity::Case})
        valuesOf(m_rows[size_t(household.facts)].at, entity, kept);
    values.emplace_back(household::f("kept_text"), Value(kept.join(u'\n')));
    if (household.head >= 0 && isLoadable(m_rows[size_t(household.head)])
        && household.relations != Side::Register)
        addIfMissing(values, household::f("head_member_id"), Value(m_rows[size_t(household.head)].member));
    return values;
}

FieldValues MemberList::memberValues(const Row &row)
{
    QStringList kept;
    FieldValues values = valuesOf(row.at, Entity::Member, kept);
    keepTexts(row.at, kept);
    const IdNumber id = idOf(row.at);
    for (const auto &[field, value] : factsOfIdNumber(id))
        addIfMissing(values, field, value);
    if (id.has(Finding::Id15Digits))
        kept.append(titleOf(m_at.id) + u'：' + text(row.at, m_at.id));
    // Who leaves school has an education, and the other way round: the empty one of the two is meant (V-18).
    const FieldRef education = member::f("education");
    const FieldRef student = member::f("student");
    if (index(education) >= 0 && index(student) >= 0 && has(values, education) != has(values, student))
        values.emplace_back(has(values, education) ? student : education, Value());
    // A part with few columns says nothing about what the whole list left behind.
    if (!m_around.part || !kept.isEmpty())
        values.emplace_back(member::f("kept_text"), Value(kept.join(u'\n')));
    return values;
}

FieldValues MemberList::livingValues(const Household &household)
{
    QStringList kept;
    return valuesOf(m_rows[size_t(household.facts)].at, Entity::LivingConditions, kept);
}

FieldValues MemberList::incomeValues(const Household &household)
{
    QStringList kept;
    FieldValues values = valuesOf(m_rows[size_t(household.facts)].at, Entity::IncomeStatement, kept);
    // A statement without any amount says nothing.
    const bool amount = std::any_of(values.begin(), values.end(), [](const auto &one) {
        return fieldDef(one.first).type == FieldType::Money;
    });
    return amount ? values : FieldValues();
}

FieldValues MemberList::caseValues(const Household &household)
{
    const DataRow &row = m_rows[size_t(household.facts)].at;
    MonitoringFacts facts = monitoringFacts(row);
    if (facts.monitorClass.isEmpty() || facts.monitorClass == u"none")
        return {};
    QStringList kept;
    FieldValues values = valuesOf(row, Entity::Case, kept);
    const YearMonth now = YearMonth::of(m_layout.dataDate);
    std::erase_if(values, [&](const auto &one) {
        const bool month = fieldDef(one.first).type == FieldType::Ym;
        const auto value = month ? YearMonth::fromString(one.second.toText()) : std::nullopt;
        return one.first == casefile::f("status") || (value && *value > now);
    });
    addIfMissing(values, casefile::f("monitor_class"), Value(facts.monitorClass));
    // A class that cannot stand beside the household's type counts nowhere until somebody decides (HV-04).
    const bool decided = classFitsType(facts.monitorClass, facts.householdType);
    values.emplace_back(casefile::f("status"), Value(!decided                    ? u"candidate"_s
                                                     : facts.riskRemoved == true ? u"removed"_s
                                                                                 : u"active"_s));
    return values;
}

/// Risk number 1–5 of the household's case; blank when the sheet has none or an unknown word.
QString MemberList::riskAt(const Household &household, int rank)
{
    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const ColumnRole &role = m_layout.columns[size_t(i)].role;
        if (role.type == ColumnRole::Type::Risk && role.rank == rank)
            return m_reader.read(m_rows[size_t(household.facts)].at.stored, i).value.toText();
    }
    return {};
}

Result<> MemberList::writeHousehold(Household &household, WriteSteps &steps)
{
    const auto put = [&](Act act, Entity entity, RecordId &id, FieldValues values, const FieldValues &more) {
        if (act == Act::None)
            return Result<>();
        if (act == Act::Edit) {
            steps.edit(id, taken(id, std::move(values)));
            return Result<>();
        }
        for (const auto &[field, value] : more)
            addIfMissing(values, field, value);
        const auto made = steps.create(entity, household.area, values, id);
        if (!made)
            return Result<>(fail(made.error()));
        id = *made;
        return Result<>();
    };
    FieldValues facts;
    if (household.householdAct != Act::None) {
        facts = householdValues(household);
        if (m_layout.dateIsStated)
            facts.emplace_back(household::f("data_date"), Value(m_layout.dataDate.toString(Qt::ISODate)));
    }
    FFP_TRY(put(household.householdAct, Entity::Household, household.household, facts, {}));
    const Value owner(household.household);

    for (int r = household.first; r >= 0; r = m_rows[size_t(r)].next) {
        Row &row = m_rows[size_t(r)];
        if (row.act != Act::None)
            FFP_TRY(put(row.act, Entity::Member, row.member, memberValues(row),
                        {{member::f("household_id"), owner}}));
    }
    const Value year(yearOf(household));
    if (household.livingAct != Act::None)
        FFP_TRY(put(household.livingAct, Entity::LivingConditions, household.living, livingValues(household),
                    {{living::f("household_id"), owner}, {living::f("year"), year}}));
    if (household.incomeAct != Act::None)
        FFP_TRY(put(household.incomeAct, Entity::IncomeStatement, household.income, incomeValues(household),
                    {{income::f("household_id"), owner},
                     {income::f("year"), year},
                     {income::f("phase"), Value(u"annual"_s)},
                     {income::f("origin"), Value(u"imported"_s)}}));
    if (household.caseAct != Act::None)
        FFP_TRY(put(household.caseAct, Entity::Case, household.caseFile, caseValues(household),
                    {{casefile::f("household_id"), owner},
                     {casefile::f("previous_case_id"), Value(household.previousCase)}}));
    for (int rank = 1; rank <= 5; ++rank) {
        if (!(household.riskActs & (1 << rank)))
            continue;
        RecordId &risk = household.risks[size_t(rank - 1)];
        FFP_TRY(
            put(risk.isNull() ? Act::Create : Act::Edit, Entity::CaseRisk, risk,
                {{case_risk::f("kind"), Value(riskAt(household, rank))}},
                {{case_risk::f("case_id"), Value(household.caseFile)}, {case_risk::f("rank"), Value(rank)}}));
    }
    return {};
}

} // namespace ffp::imports
