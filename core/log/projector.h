// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/record.h"
#include "core/log/oplog.h"
#include "core/log/preparedrecord.h"

namespace ffp {

/// The one maker of projected rows, heads and conflicts (exchange.md §9): local save, import and rebuild all
/// come here. One object per write transaction.
class Projector
{
public:
    Projector(Database &db, const LogCipher &cipher, RecordIndex &records, OpLog &ops);

    /// Computes everything about one record from its ops and writes it: row, heads, conflicts, eff.
    Result<> fold(qint64 rid);
    /// fold() after an edit of this site that sets `fields` of a known record: nothing else can have changed,
    /// so that only their columns, heads and conflicts are written. Not for fields of the specification
    /// (`_`).
    Result<> foldEdit(qint64 rid, RecordId id, const EntityDef &entity, std::span<const QByteArray> fields);
    /// The fast path of fold() for a record that has nothing but the create op that was just appended:
    /// `cells` are what that op holds.
    Result<> insertCreated(const EntityDef &entity, qint64 rid, const AreaCode &area,
                           const ProjectedCells &cells);

    struct Difference {
        QString table;
        qint64 rid = 0;
        QString what; ///< field or column; no values
    };
    struct Comparison {
        qint64 records = 0;
        qint64 differing = 0;          ///< rows
        std::vector<Difference> first; ///< at most kMostDifferences
    };
    static constexpr size_t kMostDifferences = 100;

    /// Whether all tables are what the log says. Writes nothing.
    static Result<Comparison> compareAll(Database &db, const LogCipher &cipher, Progress &progress);
    /// Drops and recomputes all projected tables, heads, conflicts and `eff` in one transaction of its own;
    /// returns the number of rows that differed before.
    static Result<qint64> rebuildAll(Database &db, const LogCipher &cipher, Progress &progress);
    /// The same inside a Transaction of the caller.
    static Result<qint64> rebuildWithin(Database &db, const LogCipher &cipher, Progress &progress);

private:
    struct Table {
        const EntityDef *entity = nullptr;
        Statement insert;
    };
    Result<Table *> tableOf(const EntityDef &entity);
    Result<> writeRow(const Record &row);
    Result<> write(const EntityDef &entity, qint64 rid, const AreaCode &area, bool voided,
                   const QString &voidReason, const ProjectedCells &cells);
    Result<> bindCells(Statement &statement, const ProjectedCells &cells);
    Result<> writeHeads(qint64 rid, const Folded &folded);
    Result<> writeHead(qint64 rid, const QByteArray &field, const FieldState &state);
    Result<bool> updateRow(qint64 rid, RecordId id, const EntityDef &entity, const Folded &folded,
                           std::span<const QByteArray> fields);
    Result<> writeEff(std::span<const FoldOp> ops, std::span<const int> before);
    Result<> removeRow(const EntityDef &entity, qint64 rid);

    Database &m_db;
    const LogCipher &m_cipher;
    RecordIndex &m_records;
    OpLog &m_ops;
    std::map<Entity, Table> m_tables;
    columns::RowBinder m_binder;
    ProjectedCells m_cells;
    Statement m_recordRow;
    Statement m_clearHeads;
    Statement m_clearConflicts;
    Statement m_clearHead;
    Statement m_clearConflict;
    Statement m_addHead;
    Statement m_addConflict;
    Statement m_setEff;
};

/// The row that a folded record has; the values in canonical form. Needs an effective create of a known type.
Record projectedRow(qint64 rid, RecordId id, const Folded &folded);

} // namespace ffp
