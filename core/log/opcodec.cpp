// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/opcodec.h"

#include <QVarLengthArray>

#include <algorithm>
#include <limits>

namespace ffp {

using cbor::textKeyLess;

const PayloadView::Field *PayloadView::field(QByteArrayView name) const
{
    const auto at = std::lower_bound(set.begin(), set.end(), name, [](const Field &f, QByteArrayView key) {
        return textKeyLess(f.name, key);
    });
    return at != set.end() && at->name == name ? &*at : nullptr;
}

namespace opcodec {

namespace {

constexpr qsizetype kSignatureSize = std::tuple_size_v<Signature>;

tl::unexpected<Error> malformed(const char *why)
{
    return fail(ErrorKind::Damaged, QStringLiteral("op: %1").arg(QLatin1String(why)));
}

Result<> checked(const QByteArray &out, const cbor::Limits &limits)
{
    const cbor::Fault fault = cbor::validate(out, limits);
    if (fault == cbor::Fault::None)
        return {};
    return fail(ErrorKind::InvalidValue, QLatin1String(cbor::faultName(fault)));
}

bool isTypeName(QByteArrayView name)
{
    if (name.isEmpty() || name.size() > 32 || name[0] < 'a' || name[0] > 'z')
        return false;
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

template <class T, class Less>
void sortUnique(std::vector<T> &items, Less less)
{
    std::sort(items.begin(), items.end(), less);
    items.erase(std::unique(items.begin(), items.end()), items.end());
}

void writeHashes(cbor::Writer &writer, const std::vector<Hash> &hashes)
{
    writer.array(hashes.size());
    for (const Hash &hash : hashes)
        writer.bytes(view(hash));
}

template <size_t N>
bool readFixed(cbor::Reader &reader, std::array<unsigned char, N> &out)
{
    QByteArrayView bytes;
    return reader.bytes(bytes) && fromView(bytes, out);
}

template <class IdType>
bool readId(cbor::Reader &reader, IdType &out)
{
    std::array<unsigned char, 16> bytes;
    if (!readFixed(reader, bytes))
        return false;
    out = IdType(bytes);
    return true;
}

bool readNumber(cbor::Reader &reader, quint32 &out)
{
    qint64 value = 0;
    if (!reader.integer(value) || value < 0 || value > std::numeric_limits<quint32>::max())
        return false;
    out = static_cast<quint32>(value);
    return true;
}

/// Sorted, without repeats.
bool readHashes(cbor::Reader &reader, std::vector<Hash> &out)
{
    quint64 count = 0;
    if (!reader.array(count) || count > cbor::Limits{}.items)
        return false;
    out.resize(static_cast<size_t>(count));
    for (size_t i = 0; i < out.size(); ++i)
        if (!readFixed(reader, out[i]) || (i > 0 && out[i - 1] >= out[i]))
            return false;
    return true;
}

bool readFieldNames(cbor::Reader &reader, std::vector<QByteArray> &out)
{
    quint64 count = 0;
    if (!reader.array(count) || count == 0 || count > cbor::Limits{}.items)
        return false;
    for (quint64 i = 0; i < count; ++i) {
        QByteArrayView name;
        if (!reader.utf8(name) || (!out.empty() && !textKeyLess(out.back(), name)))
            return false;
        out.push_back(name.toByteArray());
    }
    return true;
}

bool readFpred(cbor::Reader &reader, Op &op)
{
    quint64 pairs = 0;
    if (!reader.map(pairs) || pairs == 0)
        return false;
    for (quint64 i = 0; i < pairs; ++i) {
        QByteArrayView name;
        std::vector<OpId> ids;
        if (!reader.utf8(name) || !readHashes(reader, ids))
            return false;
        op.fpred.emplace_back(name.toByteArray(), std::move(ids));
    }
    return true;
}

bool readEnvelopeKey(cbor::Reader &reader, qint64 key, Op &op)
{
    qint64 number = 0;
    QByteArrayView text;
    switch (key) {
    case 1: return readNumber(reader, op.version) && op.version == 1;
    case 2: return readId(reader, op.inc);
    case 3:
        if (!reader.utf8(text))
            return false;
        op.area = AreaCode::fromString(QString::fromLatin1(text));
        return !op.area.isNull();
    case 4: return readNumber(reader, op.lane) && op.lane <= 1;
    case 5: return reader.integer(op.seq) && op.seq >= 1;
    case 6: return readFixed(reader, op.prev);
    case 7:
        if (!reader.integer(number) || number < 0)
            return false;
        op.hlc = static_cast<quint64>(number);
        return true;
    case 8: return readId(reader, op.actor);
    case 9: return readNumber(reader, op.kind);
    case 10: return readId(reader, op.rec);
    case 11:
        if (!reader.utf8(text) || !isTypeName(text))
            return false;
        op.type = text.toByteArray();
        return true;
    case 12: return readNumber(reader, op.sv);
    case 13: return readFieldNames(reader, op.fields.emplace());
    case 14: return readHashes(reader, op.pred.emplace());
    case 15: return readFpred(reader, op);
    case 16: return readFixed(reader, op.commit);
    case 17: return readFixed(reader, op.digest.emplace());
    case 18: return readFixed(reader, op.signer.emplace());
    default: return reader.item(text); // a newer program's key: kept, because the bytes are
    }
}

/// What §6.2 and §6.6 say about keys that belong together.
const char *envelopeFault(const Op &op)
{
    const bool create = op.kind == opkind::Create;
    const bool edit = op.kind == opkind::Edit || op.kind == opkind::Resolve;
    if ((op.seq == 1) != (op.prev == OpId{}))
        return "seq and prev disagree";
    if (!opkind::isKnown(op.kind))
        return nullptr;
    if ((op.lane == 1) != opkind::isRegistry(op.kind))
        return "kind in the wrong lane";
    if (op.fields.has_value() != edit)
        return "fields";
    if (op.pred.has_value() != (create || edit) || (create && !op.pred->empty()))
        return "pred";
    if (!op.fpred.empty() && !edit)
        return "fpred";
    if (op.digest.has_value() != (op.kind == opkind::Action))
        return "digest";
    if (op.signer.has_value() != opkind::isSigned(op.kind))
        return "signer";
    size_t ids = op.pred ? op.pred->size() : 0;
    for (const auto &[name, pred] : op.fpred) {
        ids += pred.size();
        if (!std::binary_search(op.fields->begin(), op.fields->end(), name,
                                [](const QByteArray &a, const QByteArray &b) { return textKeyLess(a, b); }))
            return "fpred of a field that is not set";
    }
    return ids > kMostPred ? "too many predecessors" : nullptr;
}

const char *payloadFault(const Op &op, const PayloadView &payload)
{
    switch (op.kind) {
    case opkind::Create: return payload.hasSet ? nullptr : "no set";
    case opkind::Edit:
    case opkind::Resolve:
        if (!std::equal(op.fields->begin(), op.fields->end(), payload.set.begin(), payload.set.end(),
                        [](const QByteArray &name, const PayloadView::Field &f) { return f.name == name; }))
            return "fields differ from the names set";
        return nullptr;
    case opkind::Action: return payload.act.isNull() ? "no act" : nullptr;
    case opkind::Erase: return payload.erase.empty() ? "no erase" : nullptr;
    default: return opkind::isRegistry(op.kind) && payload.reg.isNull() ? "no reg" : nullptr;
    }
}

qsizetype charCount(QByteArrayView utf8)
{
    return std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xc0) != 0x80; });
}

bool readSet(cbor::Reader &reader, PayloadView &out)
{
    quint64 pairs = 0;
    if (!reader.map(pairs))
        return false;
    out.hasSet = true;
    out.set.reserve(static_cast<size_t>(std::min<quint64>(pairs, cbor::Limits{}.items)));
    for (quint64 i = 0; i < pairs; ++i) {
        PayloadView::Field field;
        if (!reader.utf8(field.name) || field.name.isEmpty() || !reader.item(field.item))
            return false;
        out.set.push_back(field);
    }
    return true;
}

bool readPayloadKey(cbor::Reader &reader, qint64 key, PayloadView &out)
{
    QByteArrayView rest;
    switch (key) {
    case 1: return readFixed(reader, out.salt);
    case 2: return readSet(reader, out);
    case 3: return reader.type() == cbor::Type::Map && reader.item(out.act);
    case 4: return reader.type() == cbor::Type::Map && reader.item(out.reg);
    case 5: return readHashes(reader, out.erase);
    case 6: return reader.utf8(out.note) && charCount(out.note) <= kMostNoteChars;
    default: return reader.item(rest);
    }
}

/// Key 1 and the head of the map, which has `further` keys besides salt and note.
void beginPayload(cbor::Writer &writer, const Salt &salt, int further, const QString &note)
{
    writer.map(static_cast<quint64>(1 + further + (note.isEmpty() ? 0 : 1)));
    writer.integer(1);
    writer.bytes(view(salt));
}

Result<> endPayload(cbor::Writer &writer, const QString &note, const QByteArray &out)
{
    if (!note.isEmpty()) {
        writer.integer(6);
        writer.text(note);
        if (note.toUcs4().size() > kMostNoteChars)
            return fail(ErrorKind::InvalidValue, QStringLiteral("note too long"));
    }
    return checked(out, kPayloadLimits);
}

/// Finds which value spoilt a payload, for the error; off the fast path.
Error blame(Error error, std::span<const SetItem> set)
{
    for (const SetItem &item : set) {
        QByteArray bytes;
        cbor::Writer writer(bytes);
        writeValue(writer, *item.value, item.ordered);
        if (cbor::validate(bytes) != cbor::Fault::None) {
            error.subject.field = QString::fromUtf8(item.name);
            error.args = {error.detail};
            break;
        }
    }
    return error;
}

} // namespace

Result<> encodePayload(const Salt &salt, std::span<const SetItem> set, const QString &note, QByteArray &out)
{
    QVarLengthArray<const SetItem *, 64> items;
    for (const SetItem &item : set)
        items.append(&item);
    std::sort(items.begin(), items.end(),
              [](const SetItem *a, const SetItem *b) { return textKeyLess(a->name, b->name); });
    const auto twice = std::adjacent_find(items.begin(), items.end(), [](const SetItem *a, const SetItem *b) {
        return a->name == b->name;
    });
    if (twice != items.end())
        return fail(ErrorKind::InvalidArgument,
                    QStringLiteral("field set twice: ") + QString::fromUtf8((*twice)->name));
    out.resize(0);
    cbor::Writer writer(out);
    beginPayload(writer, salt, 1, note);
    writer.integer(2);
    writer.map(static_cast<quint64>(items.size()));
    for (const SetItem *item : items) {
        writer.utf8(item->name);
        writeValue(writer, *item->value, item->ordered);
    }
    auto done = endPayload(writer, note, out);
    if (!done)
        return fail(blame(std::move(done.error()), set));
    return {};
}

Result<> encodeMapPayload(const Salt &salt, int key, QByteArrayView map, const QString &note, QByteArray &out)
{
    out.resize(0);
    cbor::Writer writer(out);
    beginPayload(writer, salt, 1, note);
    writer.integer(key);
    writer.raw(map);
    return endPayload(writer, note, out);
}

Result<> encodeErasePayload(const Salt &salt, std::vector<OpId> erased, const QString &note, QByteArray &out)
{
    sortUnique(erased, std::less<>());
    out.resize(0);
    cbor::Writer writer(out);
    beginPayload(writer, salt, 1, note);
    writer.integer(5);
    writeHashes(writer, erased);
    return endPayload(writer, note, out);
}

Result<PayloadView> decodePayload(QByteArrayView payload)
{
    if (const cbor::Fault fault = cbor::validate(payload, kPayloadLimits); fault != cbor::Fault::None)
        return malformed(cbor::faultName(fault));
    cbor::Reader reader(payload);
    PayloadView out;
    quint64 pairs = 0;
    bool salted = false;
    if (!reader.map(pairs))
        return malformed("payload is no map");
    for (quint64 i = 0; i < pairs; ++i) {
        qint64 key = 0;
        if (!reader.integer(key) || !readPayloadKey(reader, key, out))
            return malformed("payload key");
        salted = salted || key == 1;
    }
    if (!salted)
        return malformed("no salt");
    return out;
}

void encodeEnvelope(Op &op, QByteArray &out)
{
    if (op.fields)
        sortUnique(*op.fields, [](const QByteArray &a, const QByteArray &b) { return textKeyLess(a, b); });
    if (op.pred)
        sortUnique(*op.pred, std::less<>());
    std::sort(op.fpred.begin(), op.fpred.end(),
              [](const auto &a, const auto &b) { return textKeyLess(a.first, b.first); });
    out.resize(0);
    cbor::Writer writer(out);
    writer.map(static_cast<quint64>(13 + op.fields.has_value() + op.pred.has_value() + !op.fpred.empty()
                                    + op.digest.has_value() + op.signer.has_value()));
    const auto number = [&writer](int key, qint64 value) {
        writer.integer(key);
        writer.integer(value);
    };
    const auto bytes = [&writer](int key, const auto &value) {
        writer.integer(key);
        writer.bytes(view(value));
    };
    number(1, op.version);
    bytes(2, op.inc.bytes());
    writer.integer(3);
    writer.text(op.area.toString());
    number(4, op.lane);
    number(5, op.seq);
    bytes(6, op.prev);
    number(7, static_cast<qint64>(op.hlc));
    bytes(8, op.actor.bytes());
    number(9, op.kind);
    bytes(10, op.rec.bytes());
    writer.integer(11);
    writer.utf8(op.type);
    number(12, op.sv);
    if (op.fields) {
        writer.integer(13);
        writer.array(op.fields->size());
        for (const QByteArray &name : *op.fields)
            writer.utf8(name);
    }
    if (op.pred) {
        writer.integer(14);
        writeHashes(writer, *op.pred);
    }
    if (!op.fpred.empty()) {
        writer.integer(15);
        writer.map(op.fpred.size());
        for (auto &[name, ids] : op.fpred) {
            sortUnique(ids, std::less<>());
            writer.utf8(name);
            writeHashes(writer, ids);
        }
    }
    bytes(16, op.commit);
    if (op.digest)
        bytes(17, *op.digest);
    if (op.signer)
        bytes(18, *op.signer);
}

Result<Op> decodeEnvelope(QByteArrayView envelope)
{
    if (const cbor::Fault fault = cbor::validate(envelope, kEnvelopeLimits); fault != cbor::Fault::None)
        return malformed(cbor::faultName(fault));
    cbor::Reader reader(envelope);
    quint64 pairs = 0;
    if (!reader.map(pairs))
        return malformed("envelope is no map");
    Op op;
    quint32 present = 0;
    for (quint64 i = 0; i < pairs; ++i) {
        qint64 key = 0;
        if (!reader.integer(key) || !readEnvelopeKey(reader, key, op))
            return malformed("envelope key");
        if (key >= 1 && key <= 18)
            present |= 1U << key;
    }
    constexpr quint32 required = 0x1ffe | (1U << 16); // keys 1-12 and 16
    if ((present & required) != required)
        return malformed("envelope key missing");
    if (const char *fault = envelopeFault(op))
        return malformed(fault);
    return op;
}

Result<DecodedOp> decodeOp(QByteArrayView envelope, QByteArrayView payload, QByteArrayView signature)
{
    DecodedOp out;
    FFP_ASSIGN(out.op, decodeEnvelope(envelope));
    out.id = opId(envelope);
    if (!signature.isEmpty() && signature.size() != kSignatureSize)
        return malformed("signature size");
    if (opkind::isKnown(out.op.kind) && opkind::isSigned(out.op.kind) == signature.isEmpty())
        return malformed("signature");
    if (payload.isNull())
        return out;
    if (!crypto::equal(view(commitOf(payload)), view(out.op.commit)))
        return malformed("commit");
    FFP_ASSIGN(out.payload, decodePayload(payload));
    if (const char *fault = payloadFault(out.op, out.payload))
        return malformed(fault);
    return out;
}

OpId opId(QByteArrayView envelope)
{
    return crypto::hash("ffpx-op-1", envelope);
}

Hash commitOf(QByteArrayView payload)
{
    return crypto::hash("ffpx-pay-1", payload);
}

void writeValue(cbor::Writer &writer, const Value &value, bool ordered)
{
    const Value::Data &data = value.data();
    if (const auto *text = std::get_if<QString>(&data)) {
        writer.text(*text);
    } else if (const auto *number = std::get_if<qint64>(&data)) {
        writer.integer(*number);
    } else if (const auto *flag = std::get_if<bool>(&data)) {
        writer.boolean(*flag);
    } else if (const auto *ref = std::get_if<RecordId>(&data)) {
        writer.bytes(view(ref->bytes()));
    } else if (const auto *list = std::get_if<QStringList>(&data)) {
        std::vector<QByteArray> items;
        for (const QString &text : *list)
            items.push_back(text.normalized(QString::NormalizationForm_C).toUtf8());
        if (!ordered)
            sortUnique(items, [](const QByteArray &a, const QByteArray &b) { return textKeyLess(a, b); });
        writer.array(items.size());
        for (const QByteArray &text : items)
            writer.utf8(text);
    } else {
        writer.null();
    }
}

std::optional<Value> readValue(QByteArrayView item)
{
    cbor::Reader reader(item);
    qint64 number = 0;
    bool flag = false;
    quint64 count = 0;
    QByteArrayView bytes;
    switch (reader.type()) {
    case cbor::Type::Null: return Value();
    case cbor::Type::Integer: return reader.integer(number) ? std::optional(Value(number)) : std::nullopt;
    case cbor::Type::Bool: return reader.boolean(flag) ? std::optional(Value(flag)) : std::nullopt;
    case cbor::Type::Text:
        return reader.utf8(bytes) ? std::optional(Value(QString::fromUtf8(bytes))) : std::nullopt;
    case cbor::Type::Bytes:
        if (!reader.bytes(bytes) || bytes.size() != 16)
            return std::nullopt;
        return Value(RecordId::fromBytes(bytes));
    case cbor::Type::Array: {
        if (!reader.array(count))
            return std::nullopt;
        QStringList list;
        for (quint64 i = 0; i < count; ++i) {
            if (!reader.utf8(bytes))
                return std::nullopt;
            list.append(QString::fromUtf8(bytes));
        }
        return Value(list);
    }
    case cbor::Type::Map:
    case cbor::Type::End: break;
    }
    return std::nullopt;
}

} // namespace opcodec

} // namespace ffp
