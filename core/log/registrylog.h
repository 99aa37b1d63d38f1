// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/log/logcipher.h"
#include "core/log/op.h"
#include "core/trust/registry.h"

#include <QStringList>

namespace ffp {

/// Lane 1 of the log: signed registry ops (exchange.md §11) and the tables computed from them (site, regkey,
/// incarnation, official, account). Appending and projecting happen in a Transaction of the caller.
class RegistryLog
{
public:
    RegistryLog(Database &db, const LogCipher &cipher) : m_db(db), m_cipher(cipher) {}

    struct NewOp {
        Incarnation inc; ///< stream's incarnation; the root writes in the one that bears its own id
        AreaCode area;   ///< area of the writing site
        OfficialId actor;
        quint32 kind = 0;
        std::array<unsigned char, 16> rec{};
        RegistryMap map;
        QString note;
    };
    /// Signs and stores one op at the end of its stream.
    Result<OpId> append(const NewOp &op, const crypto::SignKeys &signer, qint64 nowMs);

    /// What all readable ops of lane 1 say under the anchor in meta (`root_pub`). An op that cannot be read
    /// counts as not there; verify() names it.
    Result<Registry> fold() const;

    /// Writes the tables and `eff` of lane 1.
    Result<> project(const Registry &registry);
    /// Rows in which the tables differ from `registry`, as "table: key".
    Result<QStringList> differences(const Registry &registry) const;

private:
    Result<std::vector<RegistryOp>> read() const;
    Database &m_db;
    const LogCipher &m_cipher;
};

} // namespace ffp
