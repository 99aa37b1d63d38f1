// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/db/statement.h"
#include "core/domain/field.h"

#include <vector>

namespace ffp {

/// Record id ↔ row id of this file (table `record`), inside one write transaction. A record that is only
/// referred to gets its row in advance, with empty type and area.
class RecordIndex
{
public:
    explicit RecordIndex(Database &db) : m_db(db) {}
    Result<> begin();

    struct Row {
        qint64 rid = 0; ///< 0 = unknown here
        bool created = false;
        bool bare = false; ///< made by this object for a reference: no op of the record is here
    };
    Result<Row> find(RecordId id);
    /// Row id of `id`, made when it has none.
    Result<qint64> ensure(RecordId id);
    /// The same for a record that gets an op now.
    Result<qint64> ensureForOp(RecordId id);
    /// Writes type, area and create op of a row; n 0 = no effective create (any more).
    Result<> setCreate(qint64 rid, RecordId id, QByteArrayView type, const AreaCode &area, qint64 n);
    /// ensure() and setCreate() in one statement for a record that find() does not know.
    Result<qint64> insertCreated(RecordId id, QByteArrayView type, const AreaCode &area, qint64 n);

private:
    Result<qint64> insert(RecordId id, QByteArrayView type, QByteArrayView area, qint64 n);
    Database &m_db;
    Statement m_find;
    Statement m_insert;
    Statement m_update;
    qint64 m_nextRid = 0;
    /// Rows found or made in this transaction, one per place: an import asks for the same few again and
    /// again.
    struct Recent {
        RecordId id;
        Row row;
    };
    Recent &placeOf(const RecordId &id);
    std::vector<Recent> m_recent;
};

} // namespace ffp
