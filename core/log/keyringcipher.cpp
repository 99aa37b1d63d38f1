// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/keyringcipher.h"

#include "core/trust/keyring.h"

namespace ffp {

Result<> KeyringCipher::seal(RecordId record, const char *type, const char *column, QByteArrayView plain,
                             QByteArray &out) const
{
    FFP_ASSIGN(const std::shared_ptr<const SiteKeys> keys, m_keyring.keys());
    keys->sealField(record, type, column, plain, out);
    return {};
}

Result<QByteArray> KeyringCipher::open(RecordId record, const char *type, const char *column,
                                       QByteArrayView sealed) const
{
    FFP_ASSIGN(const std::shared_ptr<const SiteKeys> keys, m_keyring.keys());
    QByteArray out;
    if (!keys->openField(record, type, column, sealed, out))
        return fail(Error::onField(ErrorKind::Damaged, type, column, QStringLiteral("cell does not open")));
    return out;
}

Result<qint64> KeyringCipher::blindIndex(quint16 columnNumber, QStringView value) const
{
    FFP_ASSIGN(const std::shared_ptr<const SiteKeys> keys, m_keyring.keys());
    return keys->blindIndex(columnNumber, value);
}

QString KeyringCipher::normalised(quint16 columnNumber, QStringView value) const
{
    return normalisedForIndex(columnNumber, value);
}

Result<> KeyringCipher::sealBody(const OpId &id, QByteArrayView payload, QByteArray &out) const
{
    FFP_ASSIGN(const std::shared_ptr<const SiteKeys> keys, m_keyring.keys());
    keys->sealBody(id, payload, out);
    return {};
}

Result<> KeyringCipher::openBody(const OpId &id, QByteArrayView body, QByteArray &out) const
{
    FFP_ASSIGN(const std::shared_ptr<const SiteKeys> keys, m_keyring.keys());
    if (!keys->openBody(id, body, out))
        return fail(ErrorKind::Damaged, QStringLiteral("op body does not open"));
    return {};
}

} // namespace ffp
