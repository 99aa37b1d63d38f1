// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "core/log/logcipher.h"
#include "core/log/op.h"
#include "core/store/columns.h"

namespace ffp {

/// First parameter of a projected row's statement that is a field; before it stand rid, area, void and
/// void_reason.
constexpr int kFirstFieldParameter = 5;

/// The fields of a projected row, ready for its statement.
struct ProjectedCells {
    columns::BoundRow row;
    std::vector<std::pair<int, RecordId>> references; ///< parameter → target, whose row id goes there
};

/// A new record with all that can be made of it without database and log: see ChangeWriter::prepare().
struct PreparedRecord {
    const EntityDef *entity = nullptr;
    RecordId id;
    bool idIsNew = false; ///< made here: nothing can know it yet
    QByteArray payload;
    Hash commit{}; ///< of the payload
    ProjectedCells cells;
};

/// Values in the one form in which they are kept, in the order given. InvalidArgument for a field of another
/// entity, and what columns::canonical() refuses.
Result<std::vector<Value>> canonicalValues(const EntityDef &entity, const FieldValues &values);

/// Cells of some fields of a row, from parameter `first` on: for each its column and, where it has one, its
/// blind index. `values` by field index, in canonical form. `cells` is overwritten.
Result<> projectCells(columns::RowBinder &binder, const ColumnCipher &cipher, const EntityDef &entity,
                      RecordId id, std::span<const Value> values, std::span<const quint16> fields, int first,
                      ProjectedCells &cells);

/// `id` null = a new one of the time `nowMs`.
Result<PreparedRecord> prepareRecord(const LogCipher &cipher, qint64 nowMs, Entity entity,
                                     const FieldValues &values, RecordId id);

} // namespace ffp
