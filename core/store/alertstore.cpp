// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/alertstore.h"

#include "core/db/query.h"
#include "core/domain/fields/flagfields.h"
#include "core/store/householdsql.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView kOpen = u"f.void = 0 AND f.status NOT IN ('closed', 'refuted')";
constexpr QStringView kByLevel = u"sum(f.level = 'red'), sum(f.level = 'orange'), sum(f.level = 'yellow')";

AlertCounts countsFrom(const Query &query)
{
    return {query.integer(1), query.integer(2), query.integer(3)};
}

} // namespace

Result<std::vector<qint64>> AlertStore::ids(const AlertFilter &filter) const
{
    QString sql = u"SELECT f.rid FROM flag f JOIN household h ON h.rid = f.household_id"
                  " WHERE f.void = 0 AND h.void = 0"_s;
    if (filter.openOnly)
        sql += u" AND f.status NOT IN ('closed', 'refuted')"_s;
    if (!filter.area.isNull())
        sql += u" AND h.area BETWEEN ? AND ?"_s;
    if (!filter.household.isNull())
        sql += u" AND f.household_id = (SELECT rid FROM record WHERE rec = ?)"_s;
    if (!filter.rule.isEmpty())
        sql += u" AND f.rule = ?"_s;
    if (!filter.level.isEmpty())
        sql += u" AND f.level = ?"_s;
    if (filter.dueBefore.isValid())
        sql += u" AND f.due < ?"_s;
    sql += u" ORDER BY f.status IN ('closed', 'refuted'),"
           " CASE f.level WHEN 'red' THEN 0 WHEN 'orange' THEN 1 ELSE 2 END,"
           " f.due IS NULL, f.due, h.area, %1, f.rule, f.rid"_s.arg(householdNumberSql(u"h"));
    Query query(m_db, sql);
    if (!filter.area.isNull())
        for (const QString &bound : areaBounds(filter.area))
            query.bind(bound);
    if (!filter.household.isNull())
        query.bind(filter.household);
    if (!filter.rule.isEmpty())
        query.bind(filter.rule);
    if (!filter.level.isEmpty())
        query.bind(filter.level);
    if (filter.dueBefore.isValid())
        query.bind(filter.dueBefore.toString(Qt::ISODate));
    FFP_TRY(query.exec());
    std::vector<qint64> rids;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return rids;
        rids.push_back(query.integer(0));
    }
}

Result<std::vector<AlertRow>> AlertStore::rows(std::span<const qint64> rids) const
{
    const RecordStore records(m_db, m_cipher);
    FFP_ASSIGN(std::vector<Record> flags, records.records(Entity::Flag, rids));
    Query household(m_db,
                    u"SELECT r.rec, h.rid, %1, h.area,"
                    " coalesce((SELECT name FROM member WHERE rid = h.head_member_id),"
                    " (SELECT m.name FROM member m WHERE m.household_id = h.rid AND m.void = 0"
                    " AND m.relation = 'head' ORDER BY m.rid LIMIT 1))"
                    " FROM flag f JOIN household h ON h.rid = f.household_id JOIN record r ON r.rid = h.rid"
                    " WHERE f.rid = ?"_s.arg(householdNumberSql(u"h")));
    std::vector<AlertRow> rows;
    rows.reserve(flags.size());
    for (Record &flag : flags) {
        FFP_TRY(household.run(flag.rid));
        FFP_ASSIGN(const bool found, household.next());
        if (!found)
            continue; // the household has not arrived here yet
        rows.push_back({std::move(flag), household.id<RecordId>(0), household.integer(1), household.text(2),
                        household.text(4), AreaCode::fromString(household.text(3))});
    }
    return rows;
}

Result<std::vector<std::pair<AreaCode, AlertCounts>>> AlertStore::countsByArea() const
{
    Query query(m_db, u"SELECT h.area, %1 FROM flag f JOIN household h ON h.rid = f.household_id"
                      " WHERE %2 AND h.void = 0 GROUP BY h.area ORDER BY h.area"_s.arg(kByLevel, kOpen));
    FFP_TRY(query.run());
    std::vector<std::pair<AreaCode, AlertCounts>> counts;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return counts;
        counts.emplace_back(AreaCode::fromString(query.text(0)), countsFrom(query));
    }
}

Result<std::vector<AlertCounts>> AlertStore::countsOf(std::span<const qint64> households) const
{
    QJsonArray rids;
    QHash<qint64, size_t> position;
    for (size_t i = 0; i < households.size(); ++i) {
        rids.append(households[i]);
        position.insert(households[i], i);
    }
    Query query(
        m_db,
        u"SELECT f.household_id, %1 FROM flag f WHERE f.household_id IN (SELECT value FROM json_each(?))"
        " AND %2 GROUP BY f.household_id"_s.arg(kByLevel, kOpen));
    FFP_TRY(query.run(QString::fromLatin1(QJsonDocument(rids).toJson(QJsonDocument::Compact))));
    std::vector<AlertCounts> counts(households.size());
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return counts;
        counts[position.value(query.integer(0))] = countsFrom(query);
    }
}

} // namespace ffp
