// SPDX-License-Identifier: GPL-3.0-or-later
// Rebuild and comparison of what is computed from the log (exchange.md §9.4).
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/domain/columnnames.h"
#include "core/log/projector.h"
#include "core/schema/projection.h"
#include "core/store/columns.h"
#include "core/store/recordstore.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRecordsPerReport = 256;

struct RecordRow {
    qint64 rid = 0;
    RecordId id;
    QByteArray type;
    QString area;
    qint64 create = 0;
};

/// All rows of `record`, in order; the function returns an error to stop.
Result<> eachRecord(Database &db, Progress &progress, const char *stage,
                    const std::function<Result<>(const RecordRow &)> &use)
{
    FFP_ASSIGN(const std::optional<qint64> total, queryInteger(db, u"SELECT count(*) FROM record"_s));
    // Row by row from the last id on, so that `use` may write into the table.
    FFP_ASSIGN(Statement next, Statement::prepare(db, u"SELECT rid, rec, type, area, create_n FROM record"
                                                      " WHERE rid > ? ORDER BY rid LIMIT 1"_s));
    qint64 last = 0;
    for (qint64 done = 0;; ++done) {
        if (done % kRecordsPerReport == 0) {
            if (progress.cancelled())
                return fail(ErrorKind::Cancelled);
            progress.report(stage, done, total.value_or(0));
        }
        next.bind(1, last);
        FFP_ASSIGN(const bool found, next.step());
        if (!found)
            return {};
        const RecordRow row{next.integer(0), next.id<RecordId>(1), next.utf8View(2).toByteArray(),
                            next.text(3), next.integer(4)};
        next.reset();
        last = row.rid;
        FFP_TRY(use(row));
    }
}

/// Compares one record at a time with what its ops say.
class Comparer
{
public:
    Comparer(Database &db, const LogCipher &cipher)
        : m_db(db),
          m_cipher(cipher),
          m_records(db),
          m_ops(db, cipher, m_records),
          m_store(db, cipher)
    {}
    Projector::Comparison result;

    Result<> compare(const RecordRow &row)
    {
        ++result.records;
        Result<std::vector<FoldOp>> read = m_ops.read(row.rid);
        if (!read) {
            if (read.error().kind != ErrorKind::Damaged)
                return fail(std::move(read.error()));
            differs("op", row.rid, u"damaged"_s);
            return {};
        }
        std::vector<FoldOp> &ops = *read;
        std::vector<int> before;
        for (const FoldOp &op : ops)
            before.push_back(op.eff);
        const Folded folded = foldOps(ops);
        for (size_t i = 0; i < ops.size(); ++i)
            if (ops[i].eff != before[i])
                differs("op", row.rid, u"eff"_s);
        const FoldOp *create = folded.create;
        if (row.create != (create ? create->n : 0) || row.type != (create ? create->type : QByteArray())
            || row.area != (create ? create->area.toString() : QString()))
            differs("record", row.rid, u"create"_s);
        FFP_TRY(compareHeads(row.rid, folded));
        return create ? compareRow(projectedRow(row.rid, row.id, folded)) : Result<>();
    }

    /// Rows whose record does not exist or is of another type: nothing in the log made them.
    Result<> findStrays()
    {
        for (const EntityDef &entity : entities()) {
            FFP_TRY(
                strays(entity.table, u"SELECT rid FROM \"%1\" WHERE rid NOT IN"
                                     " (SELECT rid FROM record WHERE type = '%2' AND create_n IS NOT NULL)"_s
                                         .arg(QLatin1String(entity.table), QLatin1String(entity.id))));
        }
        FFP_TRY(strays("head", u"SELECT DISTINCT rid FROM head WHERE rid NOT IN (SELECT rid FROM record)"_s));
        return strays("conflict", u"SELECT rid FROM conflict WHERE rid NOT IN (SELECT rid FROM record)"_s);
    }

private:
    void differs(const char *table, qint64 rid, const QString &what)
    {
        ++result.differing;
        if (result.first.size() < Projector::kMostDifferences)
            result.first.push_back({QString::fromLatin1(table), rid, what});
    }

    Result<> strays(const char *table, const QString &sql)
    {
        Query query(m_db, sql);
        FFP_TRY(query.run());
        while (true) {
            FFP_ASSIGN(const bool row, query.next());
            if (!row)
                return {};
            differs(table, query.integer(0), u"not in the log"_s);
        }
    }

    Result<QStringList> lines(Statement &statement, const QString &sql, qint64 rid)
    {
        if (statement.isNull()) {
            FFP_ASSIGN(statement, Statement::prepare(m_db, sql));
        }
        QStringList out;
        statement.reset();
        statement.bind(1, rid);
        while (true) {
            FFP_ASSIGN(const bool row, statement.step());
            if (!row)
                break;
            out << statement.text(0);
        }
        out.sort();
        return out;
    }

    Result<> compareHeads(qint64 rid, const Folded &folded)
    {
        QStringList heads;
        QStringList conflicts;
        for (const auto &[field, state] : folded.edited) {
            const QString name = QString::fromUtf8(field);
            for (const FoldOp *head : state.heads)
                heads << u"%1 %2"_s.arg(name).arg(head->n);
            if (state.values > 1)
                conflicts << u"%1 %2 %3"_s.arg(name).arg(state.heads.size()).arg(state.sinceMs);
        }
        heads.sort();
        conflicts.sort();
        FFP_ASSIGN(const QStringList presentHeads,
                   lines(m_heads, u"SELECT field || ' ' || n FROM head WHERE rid = ?"_s, rid));
        if (presentHeads != heads)
            differs("head", rid, u"heads"_s);
        FFP_ASSIGN(const QStringList presentConflicts,
                   lines(m_conflicts,
                         u"SELECT field || ' ' || heads || ' ' || since FROM conflict WHERE rid = ?"_s, rid));
        if (presentConflicts != conflicts)
            differs("conflict", rid, u"conflicts"_s);
        return {};
    }

    Result<> compareRow(const Record &expected)
    {
        const EntityDef &entity = entityDef(expected.entity);
        Result<Record> present = m_store.record(expected.entity, expected.rid);
        if (!present) {
            const ErrorKind kind = present.error().kind;
            if (kind != ErrorKind::NotFound && kind != ErrorKind::Damaged)
                return fail(std::move(present.error()));
            differs(entity.table, expected.rid,
                    kind == ErrorKind::NotFound ? u"row"_s : present.error().subject.field);
            return {};
        }
        if (present->area != expected.area || present->voided != expected.voided
            || present->voidReason != expected.voidReason) {
            differs(entity.table, expected.rid, u"area or void"_s);
            return {};
        }
        for (size_t i = 0; i < entity.fields.size(); ++i)
            if (present->values[i] != expected.values[i]) {
                differs(entity.table, expected.rid, QString::fromLatin1(entity.fields[i].id));
                return {};
            }
        return compareBlindIndexes(entity, expected);
    }

    Result<> compareBlindIndexes(const EntityDef &entity, const Record &expected)
    {
        Statement &statement = m_blind[entity.entity];
        QStringList columns;
        for (const FieldDef &field : entity.fields)
            if (isStored(field) && (field.flags & kBlindIndex))
                columns << u"\"%1\""_s.arg(blindColumn(field));
        if (columns.isEmpty())
            return {};
        if (statement.isNull()) {
            FFP_ASSIGN(statement,
                       Statement::prepare(m_db, u"SELECT %1 FROM \"%2\" WHERE rid = ?"_s
                                                    .arg(columns.join(u','), QLatin1String(entity.table))));
        }
        statement.reset();
        statement.bind(1, expected.rid);
        FFP_TRY(statement.step());
        int column = 0;
        for (size_t i = 0; i < entity.fields.size(); ++i) {
            const FieldDef &field = entity.fields[i];
            if (!isStored(field) || !(field.flags & kBlindIndex))
                continue;
            std::optional<qint64> wanted;
            if (!expected.values[i].isBlank()) {
                FFP_ASSIGN(wanted, m_cipher.blindIndex(field.column,
                                                       QString::fromUtf8(
                                                           columns::toText(field, expected.values[i]))));
            }
            const bool null = statement.isNull(column);
            if (null != !wanted || (wanted && statement.integer(column) != *wanted)) {
                differs(entity.table, expected.rid, blindColumn(field));
                break;
            }
            ++column;
        }
        statement.reset();
        return {};
    }

    Database &m_db;
    const LogCipher &m_cipher;
    RecordIndex m_records;
    OpLog m_ops;
    RecordStore m_store;
    Statement m_heads;
    Statement m_conflicts;
    std::map<Entity, Statement> m_blind;
};

} // namespace

Result<Projector::Comparison> Projector::compareAll(Database &db, const LogCipher &cipher, Progress &progress)
{
    Comparer comparer(db, cipher);
    FFP_TRY(eachRecord(db, progress, "compare", [&](const RecordRow &row) { return comparer.compare(row); }));
    FFP_TRY(comparer.findStrays());
    return std::move(comparer.result);
}

Result<qint64> Projector::rebuildAll(Database &db, const LogCipher &cipher, Progress &progress)
{
    FFP_ASSIGN(Transaction transaction, Transaction::begin(db));
    FFP_ASSIGN(const qint64 differing, rebuildWithin(db, cipher, progress));
    FFP_TRY(transaction.commit());
    return differing;
}

Result<qint64> Projector::rebuildWithin(Database &db, const LogCipher &cipher, Progress &progress)
{
    FFP_TRY(projection::syncTables(db)); // a table that was dropped by hand must not stop the comparison
    FFP_ASSIGN(const Comparison before, compareAll(db, cipher, progress));
    for (const EntityDef &entity : entities())
        FFP_TRY(execute(db, u"DROP TABLE \"%1\""_s.arg(QLatin1String(entity.table))));
    FFP_TRY(execute(db, u"DELETE FROM head"_s));
    FFP_TRY(execute(db, u"DELETE FROM conflict"_s));
    FFP_TRY(projection::syncTables(db));
    for (const EntityDef &entity : entities())
        FFP_TRY(projection::dropIndexes(db, entity)); // they are made after the rows: 1.7 times faster
    {
        RecordIndex records(db);
        OpLog ops(db, cipher, records);
        Projector projector(db, cipher, records, ops);
        FFP_TRY(records.begin());
        FFP_TRY(eachRecord(db, progress, "rebuild",
                           [&](const RecordRow &row) { return projector.fold(row.rid); }));
    }
    for (const EntityDef &entity : entities())
        FFP_TRY(projection::createIndexes(db, entity));
    return before.differing;
}

} // namespace ffp
