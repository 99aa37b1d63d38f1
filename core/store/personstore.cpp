// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/personstore.h"

#include "core/db/query.h"
#include "core/store/membersql.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QString present(const QString &further)
{
    return u"SELECT m.rid, m.household_id, m.area, m.name, m.sex, m.birth_date, m.person_key_bi,"
           " m.relation = 'head' FROM member m JOIN household h ON h.rid = m.household_id AND h.void = 0"
           " WHERE %1%2"_s.arg(memberIsThere(u"m"), further);
}

PersonLine lineOf(const Query &query)
{
    PersonLine line;
    line.rid = query.integer(0);
    line.household = query.integer(1);
    line.area = AreaCode::fromString(query.text(2));
    line.name = query.text(3);
    line.sex = query.text(4);
    line.birth = query.text(5);
    line.key = query.optionalInteger(6);
    line.head = query.boolean(7);
    return line;
}

} // namespace

Result<> PersonStore::eachPresent(const AreaCode &area, const std::function<bool(PersonLine &)> &use) const
{
    Query query(m_db, present(area.isNull() ? u" ORDER BY m.rid"_s
                                            : u" AND m.area BETWEEN ? AND ? ORDER BY m.rid"_s));
    if (!area.isNull())
        for (const QString &bound : areaBounds(area))
            query.bind(bound);
    FFP_TRY(query.exec());
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return {};
        PersonLine line = lineOf(query);
        if (!use(line))
            return {};
    }
}

Result<std::vector<PersonLine>> PersonStore::like(const PersonLine &one) const
{
    Query query(m_db,
                present(u" AND (m.person_key_bi = ? OR (m.birth_date = ? AND (m.name = ? OR m.area = ?))"
                        " OR (m.area = ? AND m.name = ?)) ORDER BY m.rid"_s));
    FFP_TRY(query.run(one.key, one.birth, one.name, one.area, one.area, one.name));
    std::vector<PersonLine> lines;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return lines;
        lines.push_back(lineOf(query));
    }
}

Result<std::vector<std::vector<qint64>>> PersonStore::groups(const QString &column,
                                                             const AreaCode &area) const
{
    Query query(m_db,
                u"SELECT rid, %1 FROM household t WHERE void = 0 AND %1 IN (SELECT %1 FROM household WHERE"
                " void = 0 AND %1 <> '' GROUP BY %1 HAVING count(*) > 1)%2 ORDER BY %1, rid"_s
                    .arg(column, area.isNull() ? QString() : u" AND t.area BETWEEN ? AND ?"_s));
    if (!area.isNull())
        for (const QString &bound : areaBounds(area))
            query.bind(bound);
    FFP_TRY(query.exec());
    std::vector<std::vector<qint64>> out;
    QString last;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return out;
        if (out.empty() || query.text(1) != last)
            out.emplace_back();
        last = query.text(1);
        out.back().push_back(query.integer(0));
    }
}

Result<std::vector<std::vector<qint64>>> PersonStore::sameHouseholdNumber(const AreaCode &area) const
{
    return groups(u"household_no"_s, area);
}

Result<std::vector<std::vector<qint64>>> PersonStore::sameAccount(const AreaCode &area) const
{
    return groups(u"bank_account_bi"_s, area);
}

} // namespace ffp
