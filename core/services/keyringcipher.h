// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/logcipher.h"
#include "core/trust/keyring.h"

namespace ffp {

/// What log and stores ask of the key ring. Locked as long as it is.
class KeyringCipher : public LogCipher
{
public:
    explicit KeyringCipher(const Keyring &keyring) : m_keyring(keyring) {}

    Result<QByteArray> seal(RecordId record, const char *type, const char *column,
                            QByteArrayView plain) const override;
    Result<QByteArray> open(RecordId record, const char *type, const char *column,
                            QByteArrayView sealed) const override;
    Result<qint64> blindIndex(quint16 columnNumber, QStringView value) const override;
    QString normalised(quint16 columnNumber, QStringView value) const override;
    Result<> sealBody(const OpId &id, QByteArrayView payload, QByteArray &out) const override;
    Result<> openBody(const OpId &id, QByteArrayView body, QByteArray &out) const override;

private:
    const Keyring &m_keyring;
};

} // namespace ffp
