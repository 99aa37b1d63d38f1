// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/memberlist.h"

#include "core/base/text.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"

#include <algorithm>
#include <map>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

MemberList::MemberList(const SheetLayout &layout, const Surroundings &around)
    : SheetImport(layout, around),
      m_villages(layout, around.divisions, around.site, around.options.villages)
{
    m_at.number = index(household::f("household_no"));
    m_at.name = index(member::f("name"));
    m_at.id = index(member::f("id_no"));
    m_at.relation = index(member::f("relation"));
    m_at.memberNo = index(member::f("member_no"));
    m_at.stated = index(household::f("population_current"));
    if (m_at.stated < 0)
        m_at.stated = index(household::f("population_year"));

    for (const LayoutColumn &column : layout.columns)
        if (column.role.type == ColumnRole::Type::Field && column.repeats < 0
            && fieldDef(column.role.field).type != FieldType::Ref)
            m_fieldsRead.push_back(column.role.field);
    // What is derived from the columns, or needed to know a record again.
    for (const FieldRef field : {household::f("head_member_id"),
                                 household::f("kept_text"),
                                 member::f("person_key"),
                                 member::f("id_type"),
                                 member::f("sex"),
                                 member::f("birth_date"),
                                 member::f("disability_cert_no"),
                                 member::f("disability_type"),
                                 member::f("disability_grade"),
                                 member::f("kept_text"),
                                 member::f("change_kind"),
                                 living::f("year"),
                                 income::f("year"),
                                 income::f("phase"),
                                 income::f("origin"),
                                 income::f("net_total"),
                                 casefile::f("monitor_class"),
                                 casefile::f("status"),
                                 casefile::f("identified_ym"),
                                 casefile::f("removed_ym"),
                                 case_risk::f("kind"),
                                 case_risk::f("rank")})
        if (std::find(m_fieldsRead.begin(), m_fieldsRead.end(), field) == m_fieldsRead.end())
            m_fieldsRead.push_back(field);
}

Result<> MemberList::judgeRows(const RegisterView &view, Progress &progress)
{
    FFP_ASSIGN(m_registerIsEmpty, view.isEmpty());
    const std::vector<int> duplicates = exactDuplicates();
    m_rows.resize(m_scan.rows.size());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (i % 1000 == 0) {
            if (progress.cancelled())
                return fail(ErrorKind::Cancelled);
            progress.report("judge", qint64(i), qint64(m_rows.size()));
        }
        m_rows[i].at = m_scan.rows[i];
        if (duplicates[i] >= 0)
            markDuplicate(m_rows[i], m_at.id, duplicates[i]); // what is wrong with it is said once
        else
            judgeRow(m_rows[i]);
    }
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const Row &row = m_rows[size_t(i)];
        if (row.duplicate || row.household < 0)
            continue;
        Household &household = m_households[size_t(row.household)];
        (household.last < 0 ? household.first : m_rows[size_t(household.last)].next) = i;
        household.last = i;
        ++household.rows;
    }
    findDuplicatePersons();
    FFP_TRY(judgeHouseholds(view, progress));
    FFP_TRY(listMissing(view));
    findSharedPhones();
    keepErrorsOfHeldRows(m_rows);
    FFP_TRY(collectHeldRows());
    count();
    return {};
}

void MemberList::count()
{
    m_counts.setAside = qint64(m_held.rows().size());
    std::map<int, qint64> villageRows;
    std::map<QString, std::pair<qint64, qint64>> categories; // rows, households
    std::vector<quint64> persons;
    qint64 errors = 0;
    qint64 duplicates = 0;
    const auto written = [&](const Row &row, FieldRef field) {
        const int column = index(field);
        return column < 0 ? QString() : compareKey(text(row.at, column));
    };
    const auto category = [&](const Row &row) {
        const QString type = written(row, household::f("household_type"));
        const QString monitor = written(row, household::f("monitor_class"));
        return monitor.isEmpty() ? type : type + u'/' + monitor;
    };
    for (const Row &row : m_rows) {
        errors += row.error;
        duplicates += row.duplicate;
        if (row.person)
            persons.push_back(row.person);
        if (row.duplicate)
            continue;
        ++villageRows[row.place];
        ++categories[category(row)].first;
        if (!isLoadable(row))
            continue;
        m_counts.members.fresh += row.act == Act::Create;
        m_counts.members.changed += row.act == Act::Edit;
        m_counts.members.unchanged += row.act == Act::None;
    }
    std::map<int, qint64> villageHouseholds;
    qint64 held = 0;
    qint64 changedByFacts = 0; // rows that change household facts only
    for (const Household &household : m_households) {
        if (household.first < 0)
            continue;
        held += household.held;
        const int from = household.head >= 0 ? household.head : household.first;
        ++villageHouseholds[m_rows[size_t(from)].place];
        ++categories[category(m_rows[size_t(from)])].second;
        if (household.held || household.facts < 0)
            continue;
        const bool facts = household.householdAct != Act::None || household.livingAct != Act::None
                           || household.incomeAct != Act::None || household.caseAct != Act::None
                           || household.riskActs;
        m_counts.households.fresh += household.householdAct == Act::Create;
        m_counts.households.changed += facts && household.householdAct != Act::Create;
        m_counts.households.unchanged += !facts;
        changedByFacts += facts && m_rows[size_t(household.facts)].act == Act::None;
        m_changes = m_changes || facts;
    }
    m_changes = m_changes || m_counts.members.fresh + m_counts.members.changed > 0;
    m_counts.imported = m_counts.members.fresh + m_counts.members.changed + changedByFacts;
    m_counts.unchanged = m_counts.rows - m_counts.setAside - m_counts.imported;

    std::sort(persons.begin(), persons.end());
    const auto distinct = std::unique(persons.begin(), persons.end()) - persons.begin();
    countFindings();
    QSet<int> warned;
    QHash<int, int> householdOfRow;
    for (const Row &row : m_rows)
        householdOfRow.insert(row.at.number, row.household);
    for (const Found &one : m_book.all())
        if (one.scope == Scope::Household && one.severity == FindingSeverity::Warning)
            warned.insert(householdOfRow.value(one.row, -1));
    addMeasure("households_with_warning", warned.size());
    addMeasure("rows_error", errors);
    addMeasure("rows_loadable", m_counts.rows - errors - duplicates);
    addMeasure("households_stated", qint64(m_households.size()));
    addMeasure("households_held", held);
    addMeasure("distinct_valid_person_numbers", distinct);
    const auto villageName = [&](int place) {
        const VillageFinder::Place &one = m_villages.place(place);
        return one.village.isNull() ? u"(unknown village)"_s : one.name;
    };
    std::map<QString, std::pair<qint64, qint64>> villages;
    for (const auto &[place, rows] : villageRows)
        villages[villageName(place)].first += rows;
    for (const auto &[place, households] : villageHouseholds)
        villages[villageName(place)].second += households;
    for (const auto &[name, counts] : villages) {
        addMeasure("village_rows", counts.first, name);
        addMeasure("village_households", counts.second, name);
    }
    for (const auto &[name, counts] : categories) {
        addMeasure("category_rows", counts.first, name);
        addMeasure("category_households", counts.second, name);
    }
}

Result<> MemberList::writeRows(ChangeWriter &writer, Progress &progress)
{
    FFP_TRY(writer.expectMany(Entity::Member, m_counts.members.fresh));
    for (const Entity entity : {Entity::Household, Entity::LivingConditions, Entity::IncomeStatement})
        FFP_TRY(writer.expectMany(entity, m_counts.households.fresh));
    return writeInOrder(
        writer, m_households.size(),
        [this](size_t i, WriteSteps &steps) {
            Household &household = m_households[i];
            return household.facts >= 0 && !household.held ? writeHousehold(household, steps) : Result<>();
        },
        progress);
}

} // namespace ffp::imports
