// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/tablescan.h"

#include "core/base/about.h"
#include "core/store/columns.h"
#include "core/store/householdstore.h"
#include "core/store/membersql.h"

#include <algorithm>
#include <array>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRowsBetweenLooks = 4096; ///< rows read between two looks at "cancel"

/// Full years on the day :on, which is bound as the first parameter.
constexpr const char *kAge =
    "(CAST(substr(?1, 1, 4) AS INTEGER) - CAST(substr(s.birth_date, 1, 4) AS INTEGER)"
    " - (substr(?1, 6) < substr(s.birth_date, 6)))";

bool isAsked(const FieldDef &field)
{
    return field.type != FieldType::Ref && !(field.flags & (kDerived | kLocalOnly));
}

bool refers(const EntityDef &entity, const char *field)
{
    const FieldDef *above = fieldById(entity.entity, field);
    return above && (above->flags & kRequired);
}

/// Such as spells of work; the household is that of the member.
bool hangsOnMember(Entity subject)
{
    const EntityDef &entity = entityDef(subject);
    return !refers(entity, "household_id") && refers(entity, "member_id");
}

FieldDef computed(const char *id, const char16_t *label, const char *english, FieldType type,
                  const char16_t *unit = u"")
{
    return {id, label, english, type, "", Sensitivity::P, u"", unit};
}

void addHouseholdColumns(Entity subject, std::vector<ScanColumn> &columns)
{
    const bool own = subject == Entity::Household;
    const auto add = [&](const char *id, const FieldDef &shape, const FieldDef *field, const QString &sql) {
        columns.push_back({(own ? QString() : u"household."_s) + QLatin1String(id), shape, field, !own, sql});
    };
    add("township", computed("township", u"所在乡镇", "Township", FieldType::Text), nullptr,
        u"substr(t.area, 1, 9) || '000'"_s);
    for (const HouseholdColumn &column : householdColumns())
        add(column.id,
            column.field ? *column.field : computed(column.id, column.label, column.english, column.type),
            column.field, householdExpression(column));
}

std::vector<ScanColumn> makeColumns(Entity subject)
{
    std::vector<ScanColumn> columns;
    if (subject == Entity::Member)
        columns.push_back({u"age"_s, computed("age", u"年龄", "Age", FieldType::Int, u"岁"), nullptr, false,
                           QLatin1String(kAge)});
    if (hangsOnMember(subject))
        columns.push_back({u"member_name"_s, computed("member_name", u"姓名", "Name", FieldType::Text),
                           nullptr, false, u"m.name"_s});
    if (subject != Entity::Household)
        for (const FieldDef &field : entityDef(subject).fields)
            if (isAsked(field))
                columns.push_back({QLatin1String(field.id), field, &field, false,
                                   u"s.\"%1\""_s.arg(QLatin1String(field.id))});
    addHouseholdColumns(subject, columns);
    return columns;
}

Error unknown(const char *why, const QString &name)
{
    return Error{ErrorKind::InvalidArgument, aboutField({}, name), {QString::fromLatin1(why)}, {}};
}

bool bears(const QString &name, const char16_t *label, const char *english)
{
    return name == QStringView(label) || name.compare(QLatin1String(english), Qt::CaseInsensitive) == 0;
}

Result<Value> readCell(const Statement &statement, int at, const ScanColumn &column, RecordId record,
                       Entity owner, const ColumnCipher &cipher)
{
    if (column.field)
        return columns::read(statement, at, {entityDef(owner), *column.field, record}, cipher);
    return columns::readComputed(statement, at, column.shape.type);
}

QString scanSql(const TableScan::Request &request)
{
    const bool own = request.subject == Entity::Household;
    QStringList shown{own ? u"t.rid"_s : u"s.rid"_s, u"t.rid"_s, u"r.rec"_s, u"h.rec"_s};
    for (const ScanColumn *column : request.columns)
        shown << column->sql;
    QString sql = u"SELECT "_s + shown.join(u", "_s) + u" FROM household t JOIN record h ON h.rid = t.rid"_s;
    if (own)
        sql += u" JOIN record r ON r.rid = t.rid"_s;
    else
        sql += (hangsOnMember(request.subject)
                    ? u" JOIN member m ON m.household_id = t.rid AND m.void = 0 JOIN \"%1\" s"
                      " ON s.member_id = m.rid AND s.void = 0 JOIN record r ON r.rid = s.rid"_s
                    : u" JOIN \"%1\" s ON s.household_id = t.rid AND s.void = 0"
                      " JOIN record r ON r.rid = s.rid"_s)
                   .arg(QLatin1String(entityDef(request.subject).table));
    sql += u" WHERE t.void = 0 AND ?1 IS NOT NULL"_s;
    if (request.subject == Entity::Member && !request.withLeavers)
        sql += u" AND "_s + memberIsThere(u"s");
    if (!request.area.isNull())
        sql += u" AND t.area BETWEEN ?2 AND ?3"_s;
    return sql + (own ? u" ORDER BY t.area, t.household_no"_s : u" ORDER BY t.area, t.household_no, s.rid"_s);
}

} // namespace

std::span<const Entity> TableScan::subjects()
{
    static const std::vector<Entity> known = [] {
        std::vector<Entity> out{Entity::Household};
        for (const EntityDef &entity : entities())
            if (refers(entity, "household_id") || refers(entity, "member_id"))
                out.push_back(entity.entity);
        return out;
    }();
    return known;
}

std::optional<Entity> TableScan::subjectNamed(const QString &name)
{
    std::vector<Entity> parts;
    for (const Entity subject : subjects()) {
        const EntityDef &def = entityDef(subject);
        if (name == QLatin1String(def.id) || bears(name, def.label, def.english))
            return subject;
        if (!name.isEmpty() && QStringView(def.label).contains(name))
            parts.push_back(subject);
    }
    return parts.size() == 1 ? std::optional(parts.front()) : std::nullopt;
}

std::span<const ScanColumn> TableScan::columns(Entity subject)
{
    static const auto all = [] {
        std::map<Entity, std::vector<ScanColumn>> made;
        for (const Entity known : subjects())
            made.emplace(known, makeColumns(known));
        return made;
    }();
    const auto found = all.find(subject);
    return found == all.end() ? std::span<const ScanColumn>() : std::span<const ScanColumn>(found->second);
}

const ScanColumn *TableScan::columnNamed(Entity subject, const QString &name)
{
    const std::span<const ScanColumn> all = columns(subject);
    for (const ScanColumn &column : all)
        if (column.id == name)
            return &column;
    std::vector<const ScanColumn *> parts;
    for (const bool ofHousehold : {false, true}) {
        for (const ScanColumn &column : all)
            if (column.ofHousehold == ofHousehold && bears(name, column.shape.label, column.shape.english))
                return &column;
        for (const ScanColumn &column : all)
            if (column.ofHousehold == ofHousehold && !name.isEmpty()
                && QStringView(column.shape.label).contains(name))
                parts.push_back(&column);
        if (!parts.empty())
            break;
    }
    return parts.size() == 1 ? parts.front() : nullptr;
}

Result<TableScan::Test> TableScan::testOf(Entity subject, const Condition &condition)
{
    const ScanColumn *column = columnNamed(subject, condition.field);
    if (!column)
        return fail(unknown("unknown_field", condition.field));
    FFP_ASSIGN(ValueTest test, ValueTest::make(column->shape, condition));
    return Test{column, std::move(test)};
}

Result<> TableScan::each(const Request &request, Progress &progress,
                         const std::function<void(const Row &)> &use) const
{
    FFP_ASSIGN(Statement statement, Statement::prepare(m_db, scanSql(request)));
    statement.bind(1, QStringView(m_on.toString(Qt::ISODate)));
    if (!request.area.isNull()) {
        int index = 2;
        for (const QString &bound : areaBounds(request.area))
            statement.bind(index++, QStringView(bound));
    }
    Row row;
    row.values.resize(request.columns.size());
    for (qint64 done = 0;; ++done) {
        if (done % kRowsBetweenLooks == 0) {
            if (progress.cancelled())
                return fail(ErrorKind::Cancelled);
            progress.report("read", done, 0);
        }
        FFP_ASSIGN(const bool more, statement.step());
        if (!more)
            return {};
        row.rid = statement.integer(0);
        row.household = statement.integer(1);
        for (size_t i = 0; i < request.columns.size(); ++i) {
            const ScanColumn &column = *request.columns[i];
            const bool above = column.ofHousehold || request.subject == Entity::Household;
            FFP_ASSIGN(row.values[i], readCell(statement, static_cast<int>(i) + 4, column,
                                               statement.id<RecordId>(above ? 3 : 2),
                                               above ? Entity::Household : request.subject, m_cipher));
        }
        use(row);
    }
}

bool TableScan::asksForLeavers(const ScanColumn &column)
{
    return !column.ofHousehold && column.id.startsWith(u"change_");
}

Result<std::unordered_set<qint64>> TableScan::householdsWith(std::span<const Condition> conditions,
                                                             const AreaCode &area, Progress &progress) const
{
    const std::optional<Entity> subject = subjectNamed(conditions.front().entity);
    if (!subject)
        return fail(unknown("unknown_entity", conditions.front().entity));
    Request request{*subject, area, {}, false};
    std::vector<Test> tests;
    for (const Condition &condition : conditions) {
        FFP_ASSIGN(tests.emplace_back(), testOf(*subject, condition));
        request.columns.push_back(tests.back().column);
        request.withLeavers |= asksForLeavers(*tests.back().column);
    }
    std::unordered_set<qint64> found;
    FFP_TRY(each(request, progress, [&](const Row &row) {
        for (size_t i = 0; i < tests.size(); ++i)
            if (!tests[i].test(row.values[i]))
                return;
        found.insert(row.household);
    }));
    return found;
}

std::vector<std::vector<Condition>> byEntity(const std::vector<Condition> &conditions)
{
    std::vector<std::vector<Condition>> groups;
    for (const Condition &condition : conditions) {
        if (condition.entity.isEmpty())
            continue;
        const auto group = std::ranges::find_if(groups, [&condition](const std::vector<Condition> &known) {
            return known.front().entity == condition.entity && known.front().none == condition.none;
        });
        if (group == groups.end())
            groups.push_back({condition});
        else
            group->push_back(condition);
    }
    return groups;
}

} // namespace ffp
