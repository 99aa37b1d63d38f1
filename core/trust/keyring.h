// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/trust/sitekeys.h"

#include <memory>
#include <mutex>

namespace ffp {

/// Names one database for life, copies included (meta `db_id`).
using DbId = Id<struct DbTag>;

/// One way into the data key: an official's password (table keyslot, exchange.md §13).
struct KeySlot {
    OfficialId owner;
    Salt salt{};
    KdfCost cost;
    QByteArray wrapped;     ///< data key under the password's key
    QByteArray signWrapped; ///< the official's Ed25519 seed under the same
};

/// Keys of one open site file: locked or unlocked. Thread-safe; whoever holds what keys() gave may finish
/// with it after lock(), the last one to let go wipes it.
class Keyring
{
public:
    explicit Keyring(const DbId &dbId) : m_dbId(dbId) {}

    /// Keys of a new site: a random data key; unlocked afterwards.
    void create();
    /// A slot for `owner` with their signing seed. Locked; Argon2id takes 0.1 to 0.7 s.
    Result<KeySlot> makeSlot(const OfficialId &owner, const QString &password,
                             const SecretBytes &signSeed) const;
    /// The password's proof and the official's signing seed, without unlocking. WrongPassword; Damaged when
    /// the password is right but the seed's wrapping was tampered with.
    Result<SecretBytes> signingSeed(const KeySlot &slot, const QString &password) const;
    /// WrongPassword, Damaged (see signingSeed).
    Result<> unlock(const KeySlot &slot, const QString &password);
    void lock();
    bool isLocked() const;

    /// Locked when it is.
    Result<std::shared_ptr<const SiteKeys>> keys() const;

    /// Signature of the official who unlocked: Locked.
    Result<Signature> signAsOfficial(const char *tag, QByteArrayView x) const;
    Result<PublicKey> officialKey() const;
    /// The official whose key is in hand from now on (first user of a new site).
    void setOfficial(const SecretBytes &signSeed);

private:
    struct Opened {
        SecretBytes dek;
        SecretBytes signSeed;
    };
    Result<Opened> openSlot(const KeySlot &slot, const QString &password) const;
    QByteArray slotAd(const char *purpose, const OfficialId &owner) const;

    DbId m_dbId;
    mutable std::mutex m_mutex;
    std::shared_ptr<const SiteKeys> m_keys;
    std::shared_ptr<const crypto::SignKeys> m_official;
};

} // namespace ffp
