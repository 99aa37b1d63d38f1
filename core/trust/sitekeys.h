// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/trust/crypto.h"

#include <unordered_map>

namespace ffp {

/// The value that a blind index is made of, so that one number written in several ways is found: full-width
/// to half-width, no spaces and hyphens, upper case; 证件号码 cut to 18 characters (exchange.md §13).
QString normalisedForIndex(quint16 columnNumber, QStringView value);

/// Subkeys of an unlocked site (table of exchange.md §13), derived once, in locked memory. Immutable, so any
/// thread may use one; the last holder's release wipes it. Get it from Keyring::keys().
class SiteKeys
{
public:
    explicit SiteKeys(const SecretBytes &dek);

    /// Bodies are bound to the op's id. `out` is overwritten and keeps its capacity.
    void sealBody(const Hash &opId, QByteArrayView payload, QByteArray &out) const;
    [[nodiscard]] bool openBody(const Hash &opId, QByteArrayView body, QByteArray &out) const;

    /// S-columns are bound to record, type and column: a ciphertext moved elsewhere does not open.
    void sealField(const RecordId &rec, QByteArrayView type, QByteArrayView column, QByteArrayView plain,
                   QByteArray &out) const;
    [[nodiscard]] bool openField(const RecordId &rec, QByteArrayView type, QByteArrayView column,
                                 QByteArrayView sealed, QByteArray &out) const;

    /// `columnNumber` is FieldDef::column; normalises `value` itself.
    qint64 blindIndex(quint16 columnNumber, QStringView value) const;

    /// Entries of table `secret`, bound to their name.
    QByteArray sealSecret(QByteArrayView name, const SecretBytes &plain) const;
    [[nodiscard]] bool openSecret(QByteArrayView name, QByteArrayView sealed, SecretBytes &out) const;

    /// Attachments, bound to H("ffpx-att-1", plain bytes).
    QByteArray sealAttachment(const Hash &hash, QByteArrayView plain) const;
    [[nodiscard]] bool openAttachment(const Hash &hash, QByteArrayView sealed, QByteArray &out) const;

    /// MAC of the side file (§17.1).
    Hash sideMac(QByteArrayView bytes) const;

    /// The data key for a key slot: it leaves only wrapped.
    QByteArray wrapDek(const SecretBytes &kek, QByteArrayView ad) const;

private:
    enum Key { Body, Column, Side, Secret, Attachment, FirstIndex };
    const unsigned char *key(size_t index) const { return m_keys.data() + 32 * index; }
    SecretBytes m_dek;
    SecretBytes m_keys;                              ///< 32 bytes each, in the order of Key
    std::unordered_map<quint16, size_t> m_indexKeys; ///< column number → position in m_keys
};

} // namespace ffp
