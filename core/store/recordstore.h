// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/columncipher.h"
#include "core/db/statement.h"
#include "core/domain/record.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace ffp {

/// A parameter of a condition.
using SqlArg = std::variant<qint64, QString, QByteArray>;

/// Binds them from the first parameter on.
void bindArgs(Statement &statement, std::span<const SqlArg> args);
/// The codes of an area and of all that lies in it are those from the first to the second:
/// "t.area BETWEEN ? AND ?".
std::array<QString, 2> areaBounds(const AreaCode &area);

enum class Voided { Hide, Show };

/// Which records of one entity, and what of them. SQL over the projected table, whose alias is `t`.
struct Selection {
    QString where; ///< "t.household_id = ? AND t.year = ?"; empty = all
    std::vector<SqlArg> args;
    QString orderBy;              ///< "t.year DESC"; empty = by row id
    std::vector<FieldRef> fields; ///< fields to read, the others stay blank; empty = all stored fields
    Voided voided = Voided::Hide;
    qint64 limit = -1;
};

/// Reads records of any entity from the projected tables; columns come from the field table, S-columns are
/// decrypted. Keeps its prepared statements: one object per thread and use, not shared.
class RecordStore
{
public:
    RecordStore(const Database &db, const ColumnCipher &cipher);
    ~RecordStore();
    RecordStore(const RecordStore &) = delete;
    RecordStore &operator=(const RecordStore &) = delete;

    struct Location {
        Entity entity = Entity::Household;
        qint64 rid = 0;
        AreaCode area;
    };
    /// Entity and row of a record; empty when it was never created here or is of an unknown type.
    Result<std::optional<Location>> locate(RecordId id) const;
    /// Row id of a record, 0 when this file has never heard of it. References to records that have not
    /// arrived yet have one.
    Result<qint64> ridOf(RecordId id) const;
    /// NotFound when there is no such row.
    Result<RecordId> idOf(qint64 rid) const;

    /// NotFound when there is none. Voided records are found too.
    Result<Record> record(RecordId id) const;
    Result<Record> record(Entity entity, qint64 rid) const;
    /// In the order of `rids`; rows that are not there are left out. `fields` as in Selection.
    Result<std::vector<Record>> records(Entity entity, std::span<const qint64> rids,
                                        std::span<const FieldRef> fields = {}) const;
    /// Records whose reference field `ref` names `target`: members of a household, visits of a case.
    Result<std::vector<Record>> referring(FieldRef ref, RecordId target, const QString &orderBy = {},
                                          Voided voided = Voided::Hide) const;
    Result<std::vector<Record>> select(Entity entity, const Selection &selection) const;
    /// One by one, for whole tables; `use` returns false to stop.
    Result<> each(Entity entity, const Selection &selection, const std::function<bool(Record &)> &use) const;
    Result<qint64> count(Entity entity, const QString &where = {}, std::span<const SqlArg> args = {}) const;

    /// Row ids whose S-field with a blind index equals `value` (normalised as exchange.md §13 says), each
    /// confirmed by decrypting. Voided records are left out.
    Result<std::vector<qint64>> findBlind(FieldRef field, const QString &value) const;

private:
    struct Plan {
        QString columns;
        std::vector<quint16> fields;
    };
    Plan plan(const EntityDef &entity, std::span<const FieldRef> fields) const;
    Result<Statement *> cached(const QString &sql) const;
    Result<Record> read(const Statement &statement, const EntityDef &entity, const Plan &plan) const;

    const Database &m_db;
    const ColumnCipher &m_cipher;
    mutable std::map<QString, Statement> m_statements;
};

} // namespace ffp
