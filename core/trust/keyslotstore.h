// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/trust/keyring.h"

namespace ffp {

/// Tables keyslot and secret. Writes happen inside a Transaction of the caller.
class KeySlotStore
{
public:
    explicit KeySlotStore(Database &db) : m_db(db) {}

    /// NotFound when the official has none; Damaged when the row is not one.
    Result<KeySlot> find(const OfficialId &owner) const;
    /// Replaces the owner's slot.
    Result<> put(const KeySlot &slot);
    Result<> remove(const OfficialId &owner);

    /// Under subkey 4. NotFound; Damaged when it was changed or moved.
    Result<SecretBytes> secret(const SiteKeys &keys, const QString &name) const;
    Result<> putSecret(const SiteKeys &keys, const QString &name, const SecretBytes &value);
    Result<> removeSecret(const QString &name);
    Result<QStringList> secretNames() const;

private:
    Database &m_db;
};

/// Names in table secret (each a 32-byte seed).
inline constexpr char kSiteSignSecret[] = "site-sign";
inline constexpr char kSiteBoxSecret[] = "site-box";
/// Seed of a root made here. Kept until its recovery sheet is printed (exchange.md §11.1).
inline constexpr char kRootSecret[] = "root-seed";

} // namespace ffp
