// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/base/id.h"
#include "core/domain/value.h"
#include "core/trust/crypto.h"

#include <optional>
#include <utility>
#include <vector>

namespace ffp {

/// exchange.md §6.4. Other numbers are kept and forwarded, never projected.
namespace opkind {
enum : quint32 {
    Create = 1,
    Edit = 2,
    Resolve = 3,
    Action = 4,
    Erase = 5,
    Root = 16,
    Enrol = 17,
    Join = 18,
    Accept = 19,
    Rotate = 20,
    NewIncarnation = 21,
    Official = 22,
    End = 23,
    Revoke = 24,
};
constexpr bool isRegistry(quint32 kind)
{
    return kind >= Root && kind <= Revoke;
}
constexpr bool isKnown(quint32 kind)
{
    return (kind >= Create && kind <= Erase) || isRegistry(kind);
}
constexpr bool isSigned(quint32 kind)
{
    return kind == Action || kind == Erase || isRegistry(kind);
}
/// Tag of the signature beside the envelope.
constexpr const char *signTag(quint32 kind)
{
    return isRegistry(kind) ? "ffpx-reg-1" : "ffpx-act-1";
}
} // namespace opkind

using OpId = Hash;

/// Envelope of one op (exchange.md §6.2); numbers in comments are the keys of the encoded map.
struct Op {
    quint32 version = 1;                                         // 1
    Incarnation inc;                                             // 2
    AreaCode area;                                               // 3
    quint32 lane = 0;                                            // 4
    qint64 seq = 0;                                              // 5
    OpId prev{};                                                 // 6
    quint64 hlc = 0;                                             // 7
    OfficialId actor;                                            // 8
    quint32 kind = opkind::Create;                               // 9
    RecordId rec;                                                // 10
    QByteArray type;                                             // 11
    quint32 sv = 0;                                              // 12
    std::optional<std::vector<QByteArray>> fields;               // 13
    std::optional<std::vector<OpId>> pred;                       // 14
    std::vector<std::pair<QByteArray, std::vector<OpId>>> fpred; // 15, absent when empty
    Hash commit{};                                               // 16
    std::optional<Hash> digest;                                  // 17
    std::optional<KeyId> signer;                                 // 18
    bool operator==(const Op &) const = default;
};

/// One field of a payload to be written. `ordered` keeps the order of a list (TextList); otherwise lists are
/// written sorted and without repeats (Codes).
struct SetItem {
    QByteArrayView name;
    const Value *value = nullptr;
    bool ordered = false;
};

/// Payload (exchange.md §6.3) as views into its bytes, which must outlive it.
struct PayloadView {
    struct Field {
        QByteArrayView name;
        QByteArrayView item; ///< encoded value; equal values have equal bytes
    };
    Salt salt{};
    bool hasSet = false;
    std::vector<Field> set; ///< in the order of exchange.md §6.1
    QByteArrayView act;
    QByteArrayView reg;
    std::vector<OpId> erase;
    QByteArrayView note; ///< UTF-8

    /// nullptr when the payload does not set it.
    const Field *field(QByteArrayView name) const;
};

} // namespace ffp
