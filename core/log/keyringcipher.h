// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/logcipher.h"

namespace ffp {

class Keyring;

/// The key ring as log and stores see it. Cheap; asks for the keys at each call, so that a lock takes effect
/// at once. Thread-safe.
class KeyringCipher : public LogCipher
{
public:
    explicit KeyringCipher(const Keyring &keyring) : m_keyring(keyring) {}

    Result<> seal(RecordId record, const char *type, const char *column, QByteArrayView plain,
                  QByteArray &out) const override;
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
