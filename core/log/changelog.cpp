// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/changelog.h"

#include "core/db/query.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView kSelect =
    u"SELECT cid, verb, at, actor, note, about, n_first, n_last, undoable, ifnull(undoes, 0),"
    " ifnull(undone_by, 0) FROM change ";

template <class... Args>
Result<std::vector<Change>> read(const Database &db, const QString &rest, const Args &...args)
{
    Query query(db, kSelect.toString() + rest);
    FFP_TRY(query.run(args...));
    std::vector<Change> out;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return out;
        Change &change = out.emplace_back();
        change.id = query.integer(0);
        change.verb = query.text(1);
        change.atMs = query.integer(2);
        change.actor = query.id<OfficialId>(3);
        change.note = query.text(4);
        change.about = query.id<RecordId>(5);
        change.firstOp = query.integer(6);
        change.lastOp = query.integer(7);
        change.undoable = query.boolean(8);
        change.undoes = query.integer(9);
        change.undoneBy = query.integer(10);
    }
}

std::optional<Change> first(std::vector<Change> &&found)
{
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

} // namespace

Result<std::vector<Change>> ChangeLog::latest(int limit) const
{
    return read(m_db, u"ORDER BY cid DESC LIMIT ?"_s, limit);
}

Result<Change> ChangeLog::change(qint64 id) const
{
    FFP_ASSIGN(std::vector<Change> found, read(m_db, u"WHERE cid = ?"_s, id));
    if (found.empty()) {
        Error error = Error::of(ErrorKind::NotFound);
        error.subject.entity = u"change"_s;
        error.subject.key = QString::number(id);
        return fail(std::move(error));
    }
    return std::move(found.front());
}

Result<std::vector<Change>> ChangeLog::after(qint64 op) const
{
    return read(m_db, u"WHERE n_first > ? ORDER BY cid"_s, op);
}

Result<std::optional<Change>> ChangeLog::latestStanding(const QString &verb, RecordId record) const
{
    FFP_ASSIGN(std::vector<Change> found,
               read(m_db,
                    u"WHERE verb = ? AND undone_by IS NULL AND (about = ? OR EXISTS (SELECT 1 FROM op WHERE"
                    " op.rid = (SELECT rid FROM record WHERE rec = ?) AND op.n BETWEEN n_first AND n_last))"
                    " ORDER BY cid DESC LIMIT 1"_s,
                    verb, record, record));
    return first(std::move(found));
}

Result<std::map<qint64, qint64>> ChangeLog::touchedBy(RecordId about, const QString &verb,
                                                      Entity entity) const
{
    Query query(m_db,
                u"SELECT op.rid, max(c.n_last) FROM change c JOIN op ON op.n BETWEEN c.n_first AND c.n_last"
                " JOIN record r ON r.rid = op.rid WHERE r.type = ? AND (c.about = ? OR (c.verb = ? AND EXISTS"
                " (SELECT 1 FROM op own WHERE own.rid = (SELECT rid FROM record WHERE rec = ?)"
                " AND own.n BETWEEN c.n_first AND c.n_last))) GROUP BY op.rid"_s);
    FFP_TRY(query.run(QString::fromLatin1(entityDef(entity).id), about, verb, about));
    std::map<qint64, qint64> out;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return out;
        out.emplace(query.integer(0), query.integer(1));
    }
}

Result<std::optional<Change>> ChangeLog::nextUndo(OfficialId actor) const
{
    FFP_ASSIGN(std::vector<Change> found,
               read(m_db,
                    u"WHERE actor = ? AND undoable = 1 AND undone_by IS NULL AND undoes IS NULL"
                    " ORDER BY cid DESC LIMIT 1"_s,
                    actor));
    return first(std::move(found));
}

Result<std::optional<Change>> ChangeLog::nextRedo(OfficialId actor) const
{
    FFP_ASSIGN(std::vector<Change> found,
               read(m_db,
                    u"WHERE actor = ? AND verb = 'undo' AND undone_by IS NULL AND cid >"
                    " (SELECT ifnull(max(cid), 0) FROM change WHERE actor = ? AND undoes IS NULL)"
                    " ORDER BY cid DESC LIMIT 1"_s,
                    actor, actor));
    return first(std::move(found));
}

} // namespace ffp
