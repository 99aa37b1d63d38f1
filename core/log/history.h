// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/domain/record.h"
#include "core/log/logcipher.h"

#include <optional>
#include <span>

namespace ffp {

/// One field of one record at one moment: who, when, where, from what to what.
struct FieldChange {
    qint64 op = 0;     ///< local number of the op
    qint64 change = 0; ///< change group; 0 = came with a package
    QString verb;      ///< of the change group; empty when it came with a package
    qint64 atMs = 0;
    OfficialId actor;
    Incarnation site; ///< incarnation that wrote it
    RecordId record;
    Entity entity = Entity::Household;
    /// Empty for `voided` and for fields of a newer version.
    std::optional<FieldRef> field;
    QString fieldName; ///< name in the log
    Value before;
    Value after;
    bool created = false; ///< came with the record
    QString note;
};

/// Every change of every field, read from the log. S-class values are plain.
class History
{
public:
    History(Database &db, const LogCipher &cipher) : m_db(db), m_cipher(cipher) {}
    /// Of these rows, newest first. Ops that do not count (eff ≠ 1) are left out.
    Result<std::vector<FieldChange>> of(std::span<const qint64> rids) const;

private:
    Database &m_db;
    const LogCipher &m_cipher;
};

struct FoldOp;
/// The value that `field` had before `op`: of the latest op that it replaces; blank when there is none.
Value valueBefore(std::span<const FoldOp> ops, const FoldOp &op, QByteArrayView field);
/// The value that `op` gives to `field`; blank when it clears or is erased.
Value valueSet(const FoldOp &op, QByteArrayView field);

} // namespace ffp
