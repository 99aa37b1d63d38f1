// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/op.h"
#include "core/trust/cbor.h"

#include <span>

namespace ffp {

/// Struct ↔ bytes of ops. Envelope and payload are stored and forwarded byte for byte; nothing here is ever
/// used to encode a received op again. Encoders overwrite `out` and keep its capacity.
namespace opcodec {

/// exchange.md §14.4.
constexpr cbor::Limits kEnvelopeLimits{.size = 64 * 1024};
constexpr cbor::Limits kPayloadLimits{.size = 1024 * 1024};
constexpr size_t kMostPred = 1000;   ///< ids in pred and fpred together
constexpr int kMostNoteChars = 2000; ///< Unicode characters

/// Payload with fields (create, edit, resolve). The items may come in any order; InvalidValue when a text has
/// U+0000 or is over its limit, InvalidArgument when a name comes twice.
Result<> encodePayload(const Salt &salt, std::span<const SetItem> set, const QString &note, QByteArray &out);
/// Payload with one encoded map at key 3 (act) or 4 (reg).
Result<> encodeMapPayload(const Salt &salt, int key, QByteArrayView map, const QString &note,
                          QByteArray &out);
/// `erased` is sorted here.
Result<> encodeErasePayload(const Salt &salt, std::vector<OpId> erased, const QString &note, QByteArray &out);
/// Damaged when the bytes are not a payload of exchange.md §6.3.
Result<PayloadView> decodePayload(QByteArrayView payload);

/// Sorts fields, pred and fpred as the profile wants, then writes the map.
void encodeEnvelope(Op &op, QByteArray &out);
/// Damaged when the bytes are not an envelope of §6.2 with all its required keys; unknown keys are accepted.
Result<Op> decodeEnvelope(QByteArrayView envelope);

/// All of §6.6 for one op as stored or received. `payload` null (isNull) = erased or not to be looked at,
/// `signature` empty = none. Signatures are not verified here.
struct DecodedOp {
    Op op;
    OpId id{};
    PayloadView payload; ///< empty when erased
};
Result<DecodedOp> decodeOp(QByteArrayView envelope, QByteArrayView payload, QByteArrayView signature);

/// H("ffpx-op-1", envelope).
OpId opId(QByteArrayView envelope);
/// H("ffpx-pay-1", payload).
Hash commitOf(QByteArrayView payload);

/// One value as CBOR: blank → null, Ref → 16 bytes, lists → arrays. Money, Dec and Int are integers already.
void writeValue(cbor::Writer &writer, const Value &value, bool ordered = false);
/// Empty for what no field of this version holds (maps, byte strings of other lengths): a newer program's.
std::optional<Value> readValue(QByteArrayView item);

} // namespace opcodec

} // namespace ffp
