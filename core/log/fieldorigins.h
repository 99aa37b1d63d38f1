// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/domain/record.h"
#include "core/log/logcipher.h"

#include <span>
#include <vector>

namespace ffp {

/// Where the present value of a field comes from.
struct FieldOrigin {
    QString verb; ///< of the change; empty when it came with a package or the log has nothing of it
    qint64 atMs = 0;
    OfficialId actor;
    /// What the latest import gave to the field, when somebody has changed it since.
    std::optional<Value> imported;
};

/// Answers for many fields at once. Records that nothing but imports has touched are told from the list of
/// changes, without reading what their ops say.
class FieldOrigins
{
public:
    FieldOrigins(Database &db, const LogCipher &cipher) : m_db(db), m_cipher(cipher) {}

    struct Asked {
        qint64 rid = 0;
        FieldRef field{Entity::Household, 0};
    };
    /// In the order of `asked`.
    Result<std::vector<FieldOrigin>> of(std::span<const Asked> asked) const;

private:
    Database &m_db;
    const LogCipher &m_cipher;
};

} // namespace ffp
