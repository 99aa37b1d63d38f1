// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/fieldorigins.h"

#include "core/db/statement.h"
#include "core/log/history.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kChunk = 500;

/// What the list of changes says of a record.
struct Touched {
    FieldOrigin latest;
    bool onlyImports = true;
};

QString listOf(std::span<const qint64> rids)
{
    QJsonArray array;
    for (const qint64 rid : rids)
        array.append(rid);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// An op belongs to the change that begins at or before it and does not end before it.
Result<QHash<qint64, Touched>> touched(const Database &db, std::span<const qint64> rids)
{
    FFP_ASSIGN(Statement query,
               Statement::prepare(db, u"SELECT o.rid, c.verb, c.at, c.actor FROM op o"
                                      " LEFT JOIN change c ON c.cid = (SELECT cid FROM change"
                                      "  WHERE n_first <= o.n ORDER BY n_first DESC LIMIT 1)"
                                      "  AND c.n_last >= o.n"
                                      " WHERE o.rid IN (SELECT value FROM json_each(?)) ORDER BY o.n"_s));
    const QString list = listOf(rids);
    query.bind(1, list);
    QHash<qint64, Touched> out;
    for (;;) {
        FFP_ASSIGN(const bool row, query.step());
        if (!row)
            return out;
        Touched &one = out[query.integer(0)];
        one.latest.verb = query.text(1);
        one.latest.atMs = query.integer(2);
        one.latest.actor = one.latest.verb.isEmpty() ? OfficialId() : query.id<OfficialId>(3);
        one.onlyImports = one.onlyImports && one.latest.verb == "import"_L1;
    }
}

/// From the entries of one record, newest first.
FieldOrigin originOf(const std::vector<const FieldChange *> &entries, FieldRef field)
{
    FieldOrigin out;
    bool found = false;
    for (const FieldChange *entry : entries) {
        if (entry->field != field)
            continue;
        if (!found) {
            out.verb = entry->verb;
            out.atMs = entry->atMs;
            out.actor = entry->actor;
            found = true;
            if (entry->verb == "import"_L1)
                return out;
        } else if (entry->verb == "import"_L1) {
            out.imported = entry->after;
            return out;
        }
    }
    return out;
}

} // namespace

Result<std::vector<FieldOrigin>> FieldOrigins::of(std::span<const Asked> asked) const
{
    std::vector<FieldOrigin> out(asked.size());
    for (size_t from = 0; from < asked.size(); from += kChunk) {
        const auto chunk = asked.subspan(from, std::min<size_t>(kChunk, asked.size() - from));
        std::vector<qint64> rids;
        for (const Asked &one : chunk)
            rids.push_back(one.rid);
        std::sort(rids.begin(), rids.end());
        rids.erase(std::unique(rids.begin(), rids.end()), rids.end());
        FFP_ASSIGN(const auto changes, touched(m_db, rids));
        std::erase_if(rids, [&](qint64 rid) { return changes.value(rid).onlyImports; });
        FFP_ASSIGN(const auto history, History(m_db, m_cipher).of(rids));
        QHash<RecordId, std::vector<const FieldChange *>> byRecord;
        for (const FieldChange &entry : history)
            byRecord[entry.record].push_back(&entry);
        QHash<qint64, RecordId> ids;
        FFP_ASSIGN(Statement recordOf, Statement::prepare(m_db, u"SELECT rec FROM record WHERE rid = ?"_s));
        for (const qint64 rid : rids) {
            recordOf.bind(1, rid);
            FFP_ASSIGN(const bool row, recordOf.step());
            if (row)
                ids.insert(rid, recordOf.id<RecordId>(0));
            recordOf.reset();
        }
        for (size_t i = 0; i < chunk.size(); ++i) {
            const auto known = ids.constFind(chunk[i].rid);
            out[from + i] = known == ids.cend() ? changes.value(chunk[i].rid).latest
                                                : originOf(byRecord.value(*known), chunk[i].field);
        }
    }
    return out;
}

} // namespace ffp
