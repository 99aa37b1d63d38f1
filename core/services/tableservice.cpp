// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/tableservice.h"

#include "core/base/about.h"
#include "core/db/database.h"
#include "core/domain/fields/settingfields.h"
#include "core/log/logcipher.h"
#include "core/log/transact.h"
#include "core/services/fieldcheck.h"
#include "core/services/policyservice.h"
#include "core/services/sitesettings.h"
#include "core/services/tablecount.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kPrefix = u"table."_s;

Error faulty(const char *why, const QString &what)
{
    return Error{ErrorKind::InvalidArgument, aboutField({}, what), {QString::fromLatin1(why)}, {}};
}

/// A definition with all its names looked up.
struct Plan {
    Entity subject = Entity::Household;
    std::vector<TableScan::Test> tests;
    std::vector<std::vector<Condition>> below; ///< what must (not) stand under the household
    std::vector<const ScanColumn *> columns;
    std::vector<CountGroup> groups;
    std::vector<CountFigure> figures;

    /// The columns to read: those of the tests, then what is shown or counted; any one in place of what a
    /// plain count does not need.
    std::vector<const ScanColumn *> scanned() const
    {
        std::vector<const ScanColumn *> all;
        for (const TableScan::Test &test : tests)
            all.push_back(test.column);
        all.insert(all.end(), columns.begin(), columns.end());
        for (const CountGroup &group : groups)
            all.push_back(group.column);
        for (const CountFigure &figure : figures)
            all.push_back(figure.column ? figure.column : &TableScan::columns(subject).front());
        return all;
    }
    bool asksForSensitive() const
    {
        const auto sensitive = [](const ScanColumn *column) {
            return column && column->shape.sensitivity == Sensitivity::S;
        };
        return std::ranges::any_of(tests, [&](const auto &test) { return sensitive(test.column); })
               || std::ranges::any_of(groups, [&](const auto &group) { return sensitive(group.column); })
               || std::ranges::any_of(figures, [&](const auto &figure) { return sensitive(figure.column); })
               || std::ranges::any_of(below,
                                      [](const auto &conditions) { return belowIsSensitive(conditions); });
    }

private:
    static bool belowIsSensitive(const std::vector<Condition> &conditions)
    {
        const auto subject = TableScan::subjectNamed(conditions.front().entity);
        return subject && std::ranges::any_of(conditions, [&subject](const Condition &condition) {
                   const ScanColumn *column = TableScan::columnNamed(*subject, condition.field);
                   return column && column->shape.sensitivity == Sensitivity::S;
               });
    }
};

Result<Plan> planOf(const TableDefinition &table)
{
    const std::optional<Entity> subject = TableScan::subjectNamed(table.subject);
    if (!subject)
        return fail(faulty("unknown_entity", table.subject));
    Plan plan{*subject, {}, {}, {}, {}, {}};
    FFP_ASSIGN(const std::vector<Condition> conditions, readConditions(table.where));
    for (const Condition &condition : conditions) {
        if (!condition.entity.isEmpty())
            continue;
        FFP_ASSIGN(plan.tests.emplace_back(), TableScan::testOf(*subject, condition));
    }
    plan.below = byEntity(conditions);
    for (const std::vector<Condition> &group : plan.below) {
        const std::optional<Entity> entity = TableScan::subjectNamed(group.front().entity);
        if (!entity)
            return fail(faulty("unknown_entity", group.front().entity));
        for (const Condition &condition : group)
            FFP_TRY(TableScan::testOf(*entity, condition));
    }
    for (const QString &name : table.columns) {
        plan.columns.push_back(TableScan::columnNamed(*subject, name));
        if (!plan.columns.back())
            return fail(faulty("unknown_field", name));
    }
    for (const QString &text : table.groups) {
        FFP_ASSIGN(plan.groups.emplace_back(), readGroup(*subject, text));
    }
    for (const QString &text : table.figures) {
        FFP_ASSIGN(plan.figures.emplace_back(), readFigure(*subject, text));
    }
    if (plan.columns.empty() == plan.figures.empty())
        return fail(faulty("bad_figure", table.title));
    return plan;
}

/// Reads the records of a plan, one by one, that fulfil its conditions.
class PlanReader
{
public:
    PlanReader(Session &session, const Plan &plan, const AreaCode &area, Progress &progress)
        : m_scan(session.database(), session.cipher(), session.clock().today()),
          m_plan(plan),
          m_area(area),
          m_progress(progress)
    {}

    /// `use` gets the household and the values behind those of the conditions.
    template <class Use>
    Result<bool> each(Use use)
    {
        for (const std::vector<Condition> &conditions : m_plan.below) {
            FFP_ASSIGN(const auto households, m_scan.householdsWith(conditions, m_area, m_progress));
            m_below.push_back({households, conditions.front().none});
        }
        TableScan::Request request{m_plan.subject, m_area, m_plan.scanned(), false};
        for (const ScanColumn *column : request.columns)
            request.withLeavers |= m_plan.subject == Entity::Member && TableScan::asksForLeavers(*column);
        FFP_TRY(m_scan.each(request, m_progress, [&](const TableScan::Row &row) {
            if (fits(row))
                use(row.household, std::span<const Value>(row.values).subspan(m_plan.tests.size()));
        }));
        return request.withLeavers;
    }

private:
    bool fits(const TableScan::Row &row) const
    {
        for (size_t i = 0; i < m_plan.tests.size(); ++i)
            if (!m_plan.tests[i].test(row.values[i]))
                return false;
        return std::ranges::all_of(m_below, [&row](const Below &below) {
            return below.households.contains(row.household) != below.none;
        });
    }

    struct Below {
        std::unordered_set<qint64> households;
        bool none = false;
    };
    TableScan m_scan;
    const Plan &m_plan;
    AreaCode m_area;
    Progress &m_progress;
    std::vector<Below> m_below;
};

Result<> list(PlanReader &reader, const Plan &plan, const DivisionTable &divisions, TableAnswer &answer)
{
    for (const ScanColumn *column : plan.columns)
        answer.heads.push_back({TableHead::Kind::Column, column->id, column->shape, 0, false});
    std::unordered_set<qint64> households;
    FFP_ASSIGN(answer.withLeavers, reader.each([&](qint64 household, std::span<const Value> values) {
        households.insert(household);
        if (++answer.records > TableService::kMostRows)
            return;
        std::vector<Value> &row = answer.rows.emplace_back(values.begin(), values.end());
        answer.households.push_back(household);
        for (size_t i = 0; i < plan.columns.size(); ++i)
            if (const auto area = areaText(*plan.columns[i], row[i], divisions))
                row[i] = Value(*area);
    }));
    answer.allHouseholds = qint64(households.size());
    if (answer.records <= TableService::kMostRows)
        return {};
    Error error = Error::of(ErrorKind::TooLarge);
    error.args = {QString::number(TableService::kMostRows)};
    return fail(std::move(error));
}

} // namespace

std::vector<TableSubject> TableService::subjects()
{
    std::vector<TableSubject> known;
    for (const Entity subject : TableScan::subjects()) {
        const EntityDef &def = entityDef(subject);
        known.push_back(
            {QString::fromLatin1(def.id), QString::fromUtf16(def.label), QString::fromUtf8(def.english)});
    }
    return known;
}

std::vector<TableColumnInfo> TableService::columns(const QString &subject)
{
    std::vector<TableColumnInfo> known;
    if (const auto entity = TableScan::subjectNamed(subject))
        for (const ScanColumn &column : TableScan::columns(*entity))
            known.push_back({column.id, column.shape, column.ofHousehold});
    return known;
}

Result<> TableService::check(const TableDefinition &table) const
{
    FFP_TRY(planOf(table));
    return {};
}

Result<TableAnswer> TableService::make(const TableRequest &request, Progress &progress) const
{
    if (!request.area.isNull() && !m_session.site().area.covers(request.area))
        return fail(ErrorKind::NotAllowed);
    FFP_ASSIGN(const Plan plan, planOf(request.table));
    if (request.sensitiveShown || plan.asksForSensitive())
        FFP_TRY(m_session.recordAccess(Session::Access::Unmask, u"table "_s + request.table.subject));
    PlanReader reader(m_session, plan, request.area, progress);
    TableAnswer answer;
    if (!request.table.isCount()) {
        FFP_TRY(list(reader, plan, m_session.divisions(), answer));
        return answer;
    }
    TableCounter counter(plan.groups, plan.figures, m_session.divisions());
    FFP_ASSIGN(answer.withLeavers, reader.each([&](qint64 household, std::span<const Value> values) {
        counter.add(household, values);
    }));
    counter.finish(answer);
    return answer;
}

Result<std::vector<TableService::View>> TableService::views() const
{
    std::vector<View> views;
    FFP_ASSIGN(const PolicyPack pack, PolicyService(m_session).pack());
    for (const TableDefinition &table : pack.tables())
        views.push_back({table, true});
    FFP_ASSIGN(const std::vector<Record> records, settingsUnder(m_session, kPrefix));
    for (const Record &record : records) {
        // One that a newer version wrote stays in the file and is not offered.
        if (auto table = tableFromJson(record[setting::f("value")].toText().toUtf8()))
            views.push_back({std::move(*table), false});
    }
    return views;
}

Result<TableService::View> TableService::view(const QString &title) const
{
    FFP_ASSIGN(const std::vector<View> known, views());
    for (const View &view : known)
        if (view.table.title == title
            || (!view.table.english.isEmpty() && view.table.english.compare(title, Qt::CaseInsensitive) == 0))
            return view;
    return fail(Error{ErrorKind::NotFound, aboutKey(u"table"_s, title), {}, {}});
}

Result<ChangeSummary> TableService::save(const TableDefinition &table)
{
    FFP_TRY(mayWrite(m_session));
    if (table.title.trimmed().isEmpty())
        return fail(faulty("blank", u"title"_s));
    FFP_TRY(check(table));
    FFP_ASSIGN(const PolicyPack pack, PolicyService(m_session).pack());
    for (const TableDefinition &known : pack.tables())
        if (known.title == table.title)
            return fail(Error{ErrorKind::AlreadyExists, aboutKey(u"table"_s, table.title), {}, {}});
    FFP_ASSIGN(const std::vector<Record> own, ownSettings(m_session, kPrefix + table.title));
    const FieldValues values = {{setting::f("key"), Value(kPrefix + table.title)},
                                {setting::f("value"), Value(QString::fromUtf8(tableToJson(table)))}};
    return m_session.log().transact({"table.save", m_session.user().id, {}, {}, true, 0},
                                    [&](ChangeWriter &writer) {
                                        return writeSetting(writer, m_session, own, values);
                                    });
}

Result<ChangeSummary> TableService::remove(const QString &title)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const std::vector<Record> own, ownSettings(m_session, kPrefix + title));
    if (own.empty()) {
        FFP_ASSIGN(const View known, view(title));
        return fail(ErrorKind::NotAllowed);
    }
    return m_session.log().transact({"table.remove", m_session.user().id, {}, {}, true, 0},
                                    [&](ChangeWriter &writer) {
                                        return writer.setVoid(own.back().id, true, u"删除统计表"_s);
                                    });
}

} // namespace ffp
