// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/recordindex.h"

#include "core/db/query.h"

#include <cstring>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr size_t kRecentPlaces = 4096; // a power of two
}

Result<> RecordIndex::begin()
{
    FFP_ASSIGN(const std::optional<qint64> last, queryInteger(m_db, u"SELECT max(rid) FROM record"_s));
    m_nextRid = last.value_or(0) + 1;
    FFP_ASSIGN(m_find,
               Statement::prepare(m_db, u"SELECT rid, create_n IS NOT NULL FROM record WHERE rec = ?"_s));
    return {};
}

RecordIndex::Recent &RecordIndex::placeOf(const RecordId &id)
{
    // The last bytes are the random ones.
    quint64 tail = 0;
    std::memcpy(&tail, id.bytes().data() + 8, sizeof tail);
    if (m_recent.empty())
        m_recent.resize(kRecentPlaces);
    return m_recent[(tail ^ (tail >> 32)) & (kRecentPlaces - 1)];
}

Result<RecordIndex::Row> RecordIndex::find(RecordId id)
{
    Recent &recent = placeOf(id);
    if (recent.row.rid != 0 && recent.id == id)
        return recent.row;
    m_find.bind(1, id);
    FFP_ASSIGN(const bool found, m_find.step());
    if (!found)
        return Row();
    const Row row{m_find.integer(0), m_find.integer(1) != 0};
    m_find.reset();
    recent = {id, row};
    return row;
}

Result<qint64> RecordIndex::insert(RecordId id, QByteArrayView type, QByteArrayView area, qint64 n)
{
    if (m_insert.isNull()) {
        FFP_ASSIGN(m_insert,
                   Statement::prepare(
                       m_db, u"INSERT INTO record(rid, rec, type, area, create_n) VALUES(?,?,?,?,?)"_s));
    }
    const qint64 rid = m_nextRid++;
    m_insert.bind(1, rid);
    m_insert.bind(2, id);
    m_insert.bindKeptUtf8(3, type);
    m_insert.bindKeptUtf8(4, area);
    if (n > 0)
        m_insert.bind(5, n);
    FFP_TRY(m_insert.run());
    placeOf(id) = {id, {rid, n > 0, n == 0}};
    return rid;
}

Result<qint64> RecordIndex::ensure(RecordId id)
{
    FFP_ASSIGN(const Row row, find(id));
    return row.rid ? Result<qint64>(row.rid) : insert(id, "", "", 0);
}

Result<qint64> RecordIndex::ensureForOp(RecordId id)
{
    FFP_ASSIGN(const qint64 rid, ensure(id));
    if (Recent &recent = placeOf(id); recent.id == id)
        recent.row.bare = false;
    return rid;
}

Result<qint64> RecordIndex::insertCreated(RecordId id, QByteArrayView type, const AreaCode &area, qint64 n)
{
    return insert(id, type, area.toString().toLatin1(), n);
}

Result<> RecordIndex::setCreate(qint64 rid, RecordId id, QByteArrayView type, const AreaCode &area, qint64 n)
{
    if (m_update.isNull()) {
        FFP_ASSIGN(m_update,
                   Statement::prepare(m_db,
                                      u"UPDATE record SET type = ?, area = ?, create_n = ? WHERE rid = ?"_s));
    }
    m_update.bindUtf8(1, type);
    m_update.bindUtf8(2, area.toString().toLatin1());
    if (n > 0)
        m_update.bind(3, n);
    m_update.bind(4, rid);
    placeOf(id) = {id, {rid, n > 0}};
    return m_update.run();
}

} // namespace ffp
