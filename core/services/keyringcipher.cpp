// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keyringcipher.h"

namespace ffp {

using Keys = std::shared_ptr<const SiteKeys>;

Result<QByteArray> KeyringCipher::seal(RecordId record, const char *type, const char *column,
                                       QByteArrayView plain) const
{
    FFP_ASSIGN(const Keys keys, m_keyring.keys());
    QByteArray out;
    keys->sealField(record, type, column, plain, out);
    return out;
}

Result<QByteArray> KeyringCipher::open(RecordId record, const char *type, const char *column,
                                       QByteArrayView sealed) const
{
    FFP_ASSIGN(const Keys keys, m_keyring.keys());
    QByteArray out;
    if (!keys->openField(record, type, column, sealed, out)) {
        Error error = Error::of(ErrorKind::Damaged, QStringLiteral("ciphertext of another place"));
        error.subject.entity = QLatin1String(type);
        error.subject.field = QLatin1String(column);
        error.subject.key = record.toString();
        return fail(std::move(error));
    }
    return out;
}

Result<qint64> KeyringCipher::blindIndex(quint16 columnNumber, QStringView value) const
{
    FFP_ASSIGN(const Keys keys, m_keyring.keys());
    return keys->blindIndex(columnNumber, value);
}

QString KeyringCipher::normalised(quint16 columnNumber, QStringView value) const
{
    return normalisedForIndex(columnNumber, value);
}

Result<> KeyringCipher::sealBody(const OpId &id, QByteArrayView payload, QByteArray &out) const
{
    FFP_ASSIGN(const Keys keys, m_keyring.keys());
    keys->sealBody(id, payload, out);
    return {};
}

Result<> KeyringCipher::openBody(const OpId &id, QByteArrayView body, QByteArray &out) const
{
    FFP_ASSIGN(const Keys keys, m_keyring.keys());
    if (!keys->openBody(id, body, out))
        return fail(ErrorKind::Damaged, QStringLiteral("op body"));
    return {};
}

} // namespace ffp
