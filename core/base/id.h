// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <cstring>
#include <functional>

namespace ffp {

/// 128-bit id of one kind of thing. New record ids are UUIDv7 (RFC 9562): the time part keeps
/// records made together together in the index. Conversions are explicit only.
template <class Tag>
class Id
{
public:
    constexpr Id() = default;
    explicit constexpr Id(const std::array<unsigned char, 16> &bytes) : m_bytes(bytes) {}

    /// Null id when `bytes` is not exactly 16 long.
    static Id fromBytes(QByteArrayView bytes)
    {
        Id id;
        if (bytes.size() == 16)
            std::memcpy(id.m_bytes.data(), bytes.data(), 16);
        return id;
    }
    /// 32 hex digits, with or without dashes; null when it is not one.
    static Id fromString(const QString &text)
    {
        QString hex = text;
        hex.remove(QLatin1Char('-'));
        const QByteArray raw = QByteArray::fromHex(hex.toLatin1());
        return hex.size() == 32 ? fromBytes(raw) : Id();
    }

    bool isNull() const { return *this == Id(); }
    QByteArray toBytes() const { return {reinterpret_cast<const char *>(m_bytes.data()), 16}; }
    QString toString() const { return QString::fromLatin1(toBytes().toHex()); }
    const std::array<unsigned char, 16> &bytes() const { return m_bytes; }

    auto operator<=>(const Id &) const = default;

private:
    std::array<unsigned char, 16> m_bytes{};
};

template <class Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0) noexcept
{
    return qHashBits(id.bytes().data(), 16, seed);
}

using RecordId = Id<struct RecordTag>; ///< a record of the log: household, person, visit …
using SiteId = Id<struct SiteTag>;
using OfficialId = Id<struct OfficialTag>; ///< a person who uses the program
using Incarnation = Id<struct IncarnationTag>;

/// UUIDv7 bytes from an instant and 10 random bytes.
std::array<unsigned char, 16> uuidV7(qint64 utcMs, const std::array<unsigned char, 10> &random);

} // namespace ffp

template <class Tag>
struct std::hash<ffp::Id<Tag>> {
    size_t operator()(const ffp::Id<Tag> &id) const noexcept { return ffp::qHash(id); }
};
