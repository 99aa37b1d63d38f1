// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/householdstore.h"

#include "core/base/about.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/valuetext.h"
#include "core/store/columns.h"
#include "core/store/incomesql.h"
#include "core/store/membersql.h"
#include "core/store/rowsorter.h"
#include "core/store/tablescan.h"

#include <QHash>

namespace ffp {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr const char *kHead = "(SELECT m.name FROM member m WHERE m.household_id = t.rid AND m.void = 0 AND "
                              "m.relation = 'head' ORDER BY m.rid LIMIT 1)";
constexpr const char *kLastVisit =
    "(SELECT max(v.visited_on) FROM visit v WHERE v.household_id = t.rid AND v.void = 0)";
constexpr const char *kRedFlags =
    "(SELECT count(*) FROM flag f WHERE f.household_id = t.rid AND f.void = 0 AND f.level = 'red' AND "
    "f.status NOT IN ('closed','refuted'))";
constexpr const char *kOpenFlags =
    "(SELECT count(*) FROM flag f WHERE f.household_id = t.rid AND f.void = 0 AND f.status NOT IN "
    "('closed','refuted'))";

/// As v_household.monitored of the rules: by the decided cases; a household of which no case was ever kept,
/// by its class.
constexpr const char *kMonitored =
    "CASE WHEN EXISTS (SELECT 1 FROM monitor_case c WHERE c.household_id = t.rid AND c.void = 0 AND "
    "c.status NOT IN ('candidate','in_review','rejected')) THEN EXISTS (SELECT 1 FROM monitor_case c WHERE "
    "c.household_id = t.rid AND c.void = 0 AND c.status IN ('active','removing','relapsed','rolled_back')) "
    "ELSE coalesce(t.monitor_class, 'none') <> 'none' END";

const char *membersSql()
{
    static const QByteArray sql = u"(SELECT count(*) FROM member m WHERE m.household_id = t.rid AND %1)"_s
                                      .arg(memberIsThere(u"m"))
                                      .toLatin1();
    return sql.constData();
}

/// Of twelve months only; of one period the statement that counts.
const char *perCapitaSql()
{
    static const QByteArray sql =
        u"(SELECT i.net_per_capita FROM income_statement i WHERE i.household_id = t.rid AND i.void = 0 "
        "AND i.phase IN ('identify', 'remove', 'annual') "
        "ORDER BY coalesce(i.window_to, i.year || '-12-31') DESC, %1 DESC, i.rid DESC LIMIT 1)"_s
            .arg(statementRankSql(u"i"))
            .toLatin1();
    return sql.constData();
}

bool shownByDefault(std::string_view field)
{
    for (const std::string_view shown :
         {"household_no", "villager_group", "phone", "household_type", "monitor_class"})
        if (field == shown)
            return true;
    return false;
}

std::vector<HouseholdColumn> makeColumns()
{
    std::vector<HouseholdColumn> columns{
        {"red_flags", u"红色预警", "Red flags", nullptr, kRedFlags, FieldType::Int, true},
        {"area_name", u"所在村", "Village", nullptr, nullptr, FieldType::Text, true},
        {"head_name", u"户主姓名", "Head of household", nullptr, kHead, FieldType::Text, true},
        {"member_count", u"人口", "Persons", nullptr, membersSql(), FieldType::Int, true},
        {"net_per_capita", u"人均纯收入", "Net income per person", nullptr, perCapitaSql(), FieldType::Money,
         true},
        {"last_visit", u"最近走访", "Last visit", nullptr, kLastVisit, FieldType::Date, true},
        {"open_flags", u"未消除预警", "Open alerts", nullptr, kOpenFlags, FieldType::Int, false},
        {"monitored", u"监测中", "Monitored now", nullptr, kMonitored, FieldType::Bool, false},
    };
    for (const FieldDef &field : household::kFields)
        if (!(field.flags & (kDerived | kLocalOnly)))
            columns.push_back({field.id, field.label, field.english, &field, nullptr, field.type,
                               shownByDefault(field.id)});
    return columns;
}

tl::unexpected<Error> badCondition(const char *why, const QString &field)
{
    return fail(Error{ErrorKind::InvalidArgument, aboutField({}, field), {QString::fromLatin1(why)}, {}});
}

QString likePattern(QString part)
{
    part.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + part + u'%';
}

/// The value as the column holds it, for comparison.
Result<SqlArg> sqlValue(const ScanColumn &column, const QString &text)
{
    const ParsedValue parsed = parseValue(column.shape, text);
    if (parsed.fault || parsed.value.isBlank())
        return badCondition("bad_value", column.id);
    if (const auto *number = std::get_if<qint64>(&parsed.value.data()))
        return SqlArg(*number);
    if (const auto *yes = std::get_if<bool>(&parsed.value.data()))
        return SqlArg(qint64(*yes ? 1 : 0));
    if (column.shape.type == FieldType::Codes)
        return SqlArg(parsed.value.toList().join(u','));
    return SqlArg(parsed.value.toText());
}

} // namespace

std::span<const HouseholdColumn> householdColumns()
{
    static const std::vector<HouseholdColumn> columns = makeColumns();
    return columns;
}

QString householdExpression(const HouseholdColumn &column)
{
    if (column.field)
        return u"t."_s + QLatin1String(column.id);
    return column.sql ? QString::fromLatin1(column.sql) : u"t.area"_s;
}

const HouseholdColumn *householdColumn(QStringView id)
{
    for (const HouseholdColumn &column : householdColumns())
        if (id == QLatin1String(column.id))
            return &column;
    return nullptr;
}

Result<HouseholdCondition> HouseholdStore::compileSealed(const ScanColumn &column,
                                                         const Condition &condition) const
{
    if (condition.compare != Compare::Equal || !(column.field->flags & kBlindIndex))
        return badCondition("sensitive", column.id);
    const int index = fieldIndex(Entity::Household, column.field->id);
    const RecordStore records(m_db, m_cipher);
    QStringList list;
    for (const QString &value : condition.values) {
        FFP_ASSIGN(const auto rids,
                   records.findBlind({Entity::Household, static_cast<quint16>(index)}, value));
        for (const qint64 rid : rids)
            list << QString::number(rid);
    }
    return HouseholdCondition{u"t.rid IN (%1)"_s.arg(list.join(u',')), {}};
}

Result<HouseholdCondition> HouseholdStore::compileOne(const Condition &condition) const
{
    const ScanColumn *column = TableScan::columnNamed(Entity::Household, condition.field);
    if (!column)
        return badCondition("unknown_field", condition.field);
    const QString &sql = column->sql;
    const bool equal = condition.compare == Compare::Equal;
    if (condition.values.isEmpty())
        return HouseholdCondition{equal ? u"%1 IS NULL"_s.arg(sql) : u"%1 IS NOT NULL"_s.arg(sql), {}};
    if (column->field && column->field->sensitivity == Sensitivity::S)
        return compileSealed(*column, condition);
    const bool ordered = !equal && condition.compare != Compare::Unequal
                         && condition.compare != Compare::Contains;
    if (ordered && condition.values.size() != 1)
        return badCondition("bad_value", column->id);
    HouseholdCondition whole;
    QStringList parts;
    for (const QString &value : condition.values) {
        if (condition.compare == Compare::Contains && column->shape.type != FieldType::Codes) {
            parts << u"%1 LIKE ? ESCAPE '\\'"_s.arg(sql);
            whole.args.emplace_back(likePattern(value));
            continue;
        }
        FFP_ASSIGN(whole.args.emplace_back(), sqlValue(*column, value));
        if (condition.compare == Compare::Contains)
            parts << u"instr(',' || %1 || ',', ',' || ? || ',') > 0"_s.arg(sql);
        else if (equal || condition.compare == Compare::Unequal)
            parts << u"%1 IS ?"_s.arg(sql);
        // "Last visit before …" is asked to find who was neglected: never comes before any day.
        else if (!column->field && column->shape.type == FieldType::Date
                 && condition.compare <= Compare::LessOrEqual)
            parts << u"ifnull(%1, '') %2 ?"_s.arg(sql, QLatin1String(compareSign(condition.compare)));
        else
            parts << u"%1 %2 ?"_s.arg(sql, QLatin1String(compareSign(condition.compare)));
    }
    whole.sql = parts.join(u" OR "_s);
    if (condition.compare == Compare::Unequal)
        whole.sql = u"NOT (%1)"_s.arg(whole.sql);
    return whole;
}

Result<HouseholdCondition> HouseholdStore::compile(const QString &where, QDate on) const
{
    FFP_ASSIGN(const std::vector<Condition> conditions, readConditions(where));
    HouseholdCondition whole;
    QStringList parts;
    for (const Condition &condition : conditions) {
        if (!condition.entity.isEmpty())
            continue;
        FFP_ASSIGN(const HouseholdCondition one, compileOne(condition));
        parts << u'(' + one.sql + u')';
        whole.args.insert(whole.args.end(), one.args.begin(), one.args.end());
    }
    const TableScan scan(m_db, m_cipher, on);
    for (const std::vector<Condition> &group : byEntity(conditions)) {
        SilentProgress progress;
        FFP_ASSIGN(const auto rids, scan.householdsWith(group, {}, progress));
        QStringList list;
        for (const qint64 rid : rids)
            list << QString::number(rid);
        parts << u"t.rid %1IN (SELECT value FROM json_each(?))"_s.arg(group.front().none ? u"NOT "_s
                                                                                         : QString());
        whole.args.emplace_back(QString(u'[' + list.join(u',') + u']'));
    }
    whole.sql = parts.join(u" AND "_s);
    return whole;
}

Result<std::vector<qint64>> HouseholdStore::ids(const HouseholdFilter &filter,
                                                std::span<const HouseholdOrder> order) const
{
    FFP_ASSIGN(HouseholdCondition condition, compile(filter.where, filter.on));
    QStringList parts;
    if (!condition.sql.isEmpty())
        parts << condition.sql;
    if (!filter.includeVoided)
        parts << u"t.void = 0"_s;
    if (!filter.area.isNull()) {
        parts << u"t.area BETWEEN ? AND ?"_s;
        for (const QString &bound : areaBounds(filter.area))
            condition.args.emplace_back(bound);
    }
    if (!filter.personName.isEmpty()) {
        parts
            << u"EXISTS (SELECT 1 FROM member m WHERE m.household_id = t.rid AND m.void = 0 AND m.name LIKE ? ESCAPE '\\')"_s;
        condition.args.emplace_back(likePattern(filter.personName));
    }
    if (filter.redFlagged)
        parts << QLatin1String(kRedFlags) + u" > 0"_s;
    QStringList columns{u"t.rid"_s};
    std::vector<bool> descending;
    for (const HouseholdOrder &key : order) {
        const HouseholdColumn *column = householdColumn(key.column);
        if (!column)
            return badCondition("unknown_field", key.column);
        columns << householdExpression(*column);
        descending.push_back(key.descending);
    }
    QString sql = u"SELECT %1 FROM household t"_s.arg(columns.join(u", "_s));
    if (!parts.isEmpty())
        sql += u" WHERE "_s + parts.join(u" AND "_s);
    if (order.empty()) // as in the index on (area, household_no, void): nothing to sort
        sql += u" ORDER BY t.area, t.household_no"_s;
    FFP_ASSIGN(Statement statement, Statement::prepare(m_db, sql));
    bindArgs(statement, condition.args);
    std::vector<qint64> rids;
    RowSorter sorter(std::move(descending));
    while (true) {
        FFP_ASSIGN(const bool row, statement.step());
        if (!row)
            return order.empty() ? std::move(rids) : sorter.sorted();
        if (order.empty())
            rids.push_back(statement.integer(0));
        else
            sorter.add(statement.integer(0), statement, 1);
    }
}

Result<std::vector<std::vector<Value>>> HouseholdStore::cells(
    std::span<const qint64> rids, std::span<const HouseholdColumn *const> columns) const
{
    const EntityDef &entity = entityDef(Entity::Household);
    QStringList expressions{u"r.rec"_s};
    for (const HouseholdColumn *column : columns)
        expressions << householdExpression(*column);
    FFP_ASSIGN(Statement statement,
               Statement::prepare(
                   m_db, u"SELECT %1 FROM household t JOIN record r ON r.rid = t.rid WHERE t.rid = ?"_s.arg(
                             expressions.join(u", "_s))));
    std::vector<std::vector<Value>> rows;
    rows.reserve(rids.size());
    for (const qint64 rid : rids) {
        statement.bind(1, rid);
        FFP_ASSIGN(const bool found, statement.step());
        std::vector<Value> row(columns.size());
        for (size_t i = 0; found && i < columns.size(); ++i) {
            const int at = static_cast<int>(i) + 1;
            if (columns[i]->field) {
                FFP_ASSIGN(row[i],
                           columns::read(statement, at,
                                         {entity, *columns[i]->field, statement.id<RecordId>(0)}, m_cipher));
            } else {
                row[i] = columns::readComputed(statement, at, columns[i]->type);
            }
        }
        rows.push_back(std::move(row));
        statement.reset();
    }
    return rows;
}

Result<std::vector<HouseholdStore::AreaFigures>> HouseholdStore::areaFigures() const
{
    std::vector<AreaFigures> figures;
    QHash<QString, size_t> position;
    const auto entry = [&](const QString &area) -> AreaFigures & {
        const auto known = position.constFind(area);
        if (known != position.cend())
            return figures[*known];
        position.insert(area, figures.size());
        figures.push_back({AreaCode::fromString(area), 0, 0, 0});
        return figures.back();
    };
    const auto collect = [&](const QString &sql, qint64 AreaFigures::*figure) -> Result<> {
        FFP_ASSIGN(Statement statement, Statement::prepare(m_db, sql));
        while (true) {
            FFP_ASSIGN(const bool row, statement.step());
            if (!row)
                return {};
            entry(statement.text(0)).*figure = statement.integer(1);
        }
    };
    FFP_TRY(collect(u"SELECT area, count(*) FROM household WHERE void = 0 GROUP BY area ORDER BY area"_s,
                    &AreaFigures::households));
    FFP_TRY(collect(u"SELECT m.area, count(*) FROM member m WHERE %1 GROUP BY m.area ORDER BY m.area"_s.arg(
                        memberIsThere(u"m")),
                    &AreaFigures::members));
    FFP_TRY(collect(
        u"SELECT h.area, count(DISTINCT h.rid) FROM flag f JOIN household h ON h.rid = f.household_id "
        "WHERE f.void = 0 AND h.void = 0 AND f.level = 'red' AND f.status NOT IN ('closed','refuted') "
        "GROUP BY h.area ORDER BY h.area"_s,
        &AreaFigures::redFlags));
    return figures;
}

Result<HouseholdStore::Structure> HouseholdStore::structure(qint64 rid) const
{
    static const QString sql =
        u"SELECT h.void, count(m.rid), ifnull(sum(m.relation = 'head'), 0),"
        " ifnull(max(CASE WHEN m.relation = 'head' THEN m.rid END), 0), ifnull(h.head_member_id, 0)"
        " FROM household h LEFT JOIN member m ON m.household_id = h.rid AND %1 WHERE h.rid = ?"_s.arg(
            memberIsThere(u"m"));
    if (m_structure.isNull()) {
        FFP_ASSIGN(m_structure, Statement::prepare(m_db, sql));
    }
    m_structure.bind(1, rid);
    FFP_ASSIGN(const bool row, m_structure.step());
    Structure found;
    if (row && !m_structure.isNull(0))
        found = {true,
                 m_structure.integer(0) != 0,
                 m_structure.integer(1),
                 m_structure.integer(2),
                 m_structure.integer(3),
                 m_structure.integer(4)};
    m_structure.reset();
    return found;
}

} // namespace ffp
