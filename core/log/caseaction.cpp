// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/caseaction.h"

#include "core/trust/cbor.h"

#include <algorithm>

namespace ffp {
namespace {

// Keys of exchange.md §12.1.
enum Key : qint64 { Wf = 1, Step, From, To, After, Basis, BasisV, Opinion, Files, Date };

QByteArray encodedHashes(std::vector<OpId> ids)
{
    std::sort(ids.begin(), ids.end()); // items of one length: order of the bytes
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    QByteArray out;
    cbor::Writer writer(out);
    writer.array(ids.size());
    for (const OpId &id : ids)
        writer.bytes(view(id));
    return out;
}

bool readHashes(cbor::Reader &reader, std::vector<OpId> &out)
{
    quint64 count = 0;
    if (!reader.array(count))
        return false;
    for (quint64 i = 0; i < count; ++i) {
        QByteArrayView bytes;
        if (!reader.bytes(bytes) || !fromView(bytes, out.emplace_back()))
            return false;
    }
    return true;
}

bool readBasis(cbor::Reader &reader, std::vector<BasisItem> &out)
{
    quint64 count = 0;
    if (!reader.array(count))
        return false;
    for (quint64 i = 0; i < count; ++i) {
        BasisItem &item = out.emplace_back();
        quint64 parts = 0;
        QByteArrayView rec;
        QByteArrayView field;
        if (!reader.array(parts) || parts != 3 || !reader.bytes(rec) || rec.size() != 16)
            return false;
        item.rec = RecordId::fromBytes(rec);
        if (!reader.null()) {
            if (!reader.utf8(field))
                return false;
            item.field = field.toByteArray();
        }
        if (!readHashes(reader, item.ops))
            return false;
    }
    return true;
}

bool readText(cbor::Reader &reader, QByteArray &out)
{
    QByteArrayView text;
    if (!reader.utf8(text))
        return false;
    out = text.toByteArray();
    return true;
}

bool readEntry(qint64 key, cbor::Reader &reader, CaseAction &action)
{
    QByteArray text;
    switch (key) {
    case Wf: return readText(reader, action.wf);
    case Step: return readText(reader, action.step);
    case From: return readText(reader, action.from);
    case To: return readText(reader, action.to);
    case After: return readHashes(reader, action.after);
    case Basis: return readBasis(reader, action.basis);
    case BasisV: return reader.integer(action.basisVersion);
    case Opinion:
        if (!readText(reader, text))
            return false;
        action.opinion = QString::fromUtf8(text);
        return true;
    case Date:
        if (!readText(reader, text))
            return false;
        action.date = QString::fromUtf8(text);
        return true;
    default: {
        QByteArrayView skipped;
        return reader.item(skipped);
    }
    }
}

} // namespace

QByteArray encodeBasis(const std::vector<BasisItem> &basis)
{
    std::vector<QByteArray> items;
    for (const BasisItem &one : basis) {
        cbor::Writer writer(items.emplace_back());
        writer.array(3);
        writer.bytes(view(one.rec.bytes()));
        if (one.field.isEmpty())
            writer.null();
        else
            writer.utf8(one.field);
        writer.raw(encodedHashes(one.ops));
    }
    return cbor::sortedArray(std::move(items));
}

Hash basisDigest(const std::vector<BasisItem> &basis)
{
    return crypto::hash("ffpx-basis-1", encodeBasis(basis));
}

QByteArray CaseAction::encode() const
{
    QByteArray out;
    cbor::Writer writer(out);
    writer.map(static_cast<quint64>(7 + !opinion.isEmpty() + !date.isEmpty()));
    const auto text = [&writer](qint64 key, const QByteArray &value) {
        writer.integer(key);
        writer.utf8(value);
    };
    text(Wf, wf);
    text(Step, step);
    text(From, from);
    text(To, to);
    writer.integer(After);
    writer.raw(encodedHashes(after));
    writer.integer(Basis);
    writer.raw(encodeBasis(basis));
    writer.integer(BasisV);
    writer.integer(basisVersion);
    if (!opinion.isEmpty()) {
        writer.integer(Opinion);
        writer.text(opinion);
    }
    if (!date.isEmpty()) {
        writer.integer(Date);
        writer.text(date);
    }
    return out;
}

std::optional<CaseAction> CaseAction::decode(QByteArrayView act)
{
    cbor::Reader reader(act);
    quint64 pairs = 0;
    if (!reader.map(pairs))
        return std::nullopt;
    CaseAction action;
    for (quint64 i = 0; i < pairs; ++i) {
        qint64 key = 0;
        if (!reader.integer(key) || !readEntry(key, reader, action))
            return std::nullopt;
    }
    const bool whole = !action.wf.isEmpty() && !action.step.isEmpty() && !action.from.isEmpty()
                       && !action.to.isEmpty() && !action.basis.empty();
    return whole ? std::optional(std::move(action)) : std::nullopt;
}

const WorkflowMove *Workflow::move(QByteArrayView code, QByteArrayView from) const
{
    const auto found = std::find_if(moves.begin(), moves.end(), [&](const WorkflowMove &one) {
        return one.code == code && one.from == from;
    });
    return found == moves.end() ? nullptr : &*found;
}

} // namespace ffp
