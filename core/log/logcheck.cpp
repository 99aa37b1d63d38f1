// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/logcheck.h"

#include "core/db/query.h"
#include "core/log/fold.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kOpsPerReport = 256;
constexpr qint64 kRegistryLane = 1;

QString opName(qint64 n)
{
    return u"op %1"_s.arg(n);
}

} // namespace

/// One row of `op` with the record it points to; the views are valid until the next row.
struct LogCheck::Row {
    qint64 n = 0;
    OpId id{};
    std::optional<OpId> follows; ///< what its `prev` must be; nothing is known after a gap
    qint64 seq = 0;
    qint64 kind = 0;
    qint64 hlc = 0;
    qint64 eff = 0;
    bool received = false;
    bool erased = false;
    RecordId rec;
    QByteArrayView envelope;
    QByteArrayView body;
    QByteArrayView signature;
};

QString LogCheck::Stream::name() const
{
    return u"stream %1 (%2, lane %3)"_s.arg(sid).arg(area.toString()).arg(lane);
}

LogCheck::LogCheck(const Database &db, const LogCipher &cipher, const Registry &registry, const SiteId &own)
    : m_db(db),
      m_cipher(cipher),
      m_registry(registry),
      m_own(own)
{}

void LogCheck::fault(const char *code, const QString &where, const QString &message)
{
    if (m_found[code]++ < kMostFaults)
        m_faults.push_back({QString::fromLatin1(code), where, message});
}

Result<> LogCheck::run(Progress &progress)
{
    FFP_ASSIGN(const std::optional<qint64> total, queryInteger(m_db, u"SELECT count(*) FROM op"_s));
    m_total = total.value_or(0);
    FFP_TRY(readStreams());
    for (const auto &[sid, stream] : m_streams) {
        FFP_TRY(checkStreamRow(stream));
        FFP_TRY(checkOps(stream, progress));
    }
    FFP_TRY(checkErased());
    FFP_TRY(checkStrays());
    return checkChanges(progress);
}

Result<> LogCheck::readStreams()
{
    Query query(m_db,
                u"SELECT sid, inc, area, lane, parent, fork_seq, count, head FROM stream ORDER BY sid"_s);
    FFP_TRY(query.run());
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return {};
        Stream stream;
        stream.sid = query.integer(0);
        stream.inc = query.id<Incarnation>(1);
        stream.area = AreaCode::fromString(query.text(2));
        stream.lane = query.integer(3);
        stream.parent = query.optionalInteger(4);
        stream.fork = query.integer(5);
        stream.count = query.integer(6);
        stream.head = query.bytes(7);
        m_streams.emplace(stream.sid, stream);
    }
}

/// The stream is one that its writer may have, and its branch is cut from a branch of the same stream.
Result<> LogCheck::checkStreamRow(const Stream &stream)
{
    const auto writer = m_registry.incarnations().find(stream.inc);
    const auto site = writer == m_registry.incarnations().end()
                          ? m_registry.sites().end()
                          : m_registry.sites().find(writer->second.site);
    const bool isRoot = m_registry.keys().contains(stream.inc.bytes()); // a root writes under its own id
    const bool known = site != m_registry.sites().end();
    if (!known && !isRoot)
        fault("stream", stream.name(), u"written by nobody of the registry"_s);
    else if (known && !site->second.area.covers(stream.area))
        fault("stream", stream.name(), u"outside the area of its writer"_s);
    if (!stream.parent) {
        for (const auto &[sid, other] : m_streams)
            if (sid < stream.sid && !other.parent && other.inc == stream.inc && other.area == stream.area
                && other.lane == stream.lane)
                fault("stream", stream.name(), u"there twice"_s);
        if (stream.fork != 0)
            fault("stream", stream.name(), u"begins in the middle"_s);
        return {};
    }
    const auto parent = m_streams.find(*stream.parent);
    if (parent == m_streams.end() || parent->first == stream.sid || parent->second.inc != stream.inc
        || parent->second.area != stream.area || parent->second.lane != stream.lane
        || parent->second.count < stream.fork || (stream.fork != 0 && parent->second.fork >= stream.fork))
        fault("stream", stream.name(), u"not a branch of its parent"_s);
    return {};
}

Result<> LogCheck::checkOps(const Stream &stream, Progress &progress)
{
    OpId prev{};
    if (stream.parent && stream.fork > 0) {
        FFP_ASSIGN(const std::optional<QByteArray> forked,
                   queryBytes(m_db, u"SELECT id FROM op WHERE sid = ? AND seq = ?"_s, *stream.parent,
                              stream.fork));
        if (!forked || !fromView(*forked, prev))
            fault("stream", stream.name(), u"the op it branches from is missing"_s);
    }
    FFP_ASSIGN(Statement rows,
               Statement::prepare(
                   m_db, u"SELECT o.n, o.id, o.seq, o.kind, o.hlc, o.eff, o.pkg, r.rec, o.env, o.body,"
                         " o.sig FROM op o LEFT JOIN record r ON r.rid = o.rid WHERE o.sid = ?"
                         " ORDER BY o.seq"_s));
    rows.bind(1, stream.sid);
    qint64 last = stream.fork;
    while (true) {
        if (m_ops % kOpsPerReport == 0) {
            if (progress.cancelled())
                return fail(ErrorKind::Cancelled);
            progress.report("verify", m_ops, m_total);
        }
        FFP_ASSIGN(const bool more, rows.step());
        if (!more)
            break;
        ++m_ops;
        Row row;
        row.n = rows.integer(0);
        row.seq = rows.integer(2);
        row.kind = rows.integer(3);
        row.hlc = rows.integer(4);
        row.eff = rows.integer(5);
        row.received = !rows.isNull(6);
        row.rec = rows.id<RecordId>(7);
        row.envelope = rows.bytesView(8);
        row.erased = rows.isNull(9);
        row.body = rows.bytesView(9);
        row.signature = rows.bytesView(10);
        if (!fromView(rows.bytesView(1), row.id))
            fault("op_id", opName(row.n), u"not an id"_s);
        if (row.seq != last + 1)
            fault("seq", stream.name(), u"number %1 is not there"_s.arg(last + 1));
        else
            row.follows = prev;
        last = row.seq;
        prev = row.id;
        FFP_TRY(checkOp(stream, row));
    }
    if (stream.count != last || stream.head != view(prev))
        fault("stream", stream.name(), u"ends at number %1 instead of %2"_s.arg(last).arg(stream.count));
    return {};
}

Result<> LogCheck::checkOp(const Stream &stream, const Row &row)
{
    if (opcodec::opId(row.envelope) != row.id)
        fault("op_id", opName(row.n), u"the envelope is not the one of this id"_s);
    QByteArrayView payload;
    if (row.erased) {
        m_gone.push_back(row.id);
    } else if (auto opened = m_cipher.openBody(row.id, row.body, m_payload); opened) {
        payload = m_payload;
    } else if (opened.error().kind == ErrorKind::Damaged) {
        fault("commit", opName(row.n), u"the payload was not sealed here for this op"_s);
    } else {
        return opened;
    }
    auto op = opcodec::decodeEnvelope(row.envelope);
    if (!op) {
        fault("op_form", opName(row.n), op.error().detail);
        return {};
    }
    if (row.follows && op->prev != *row.follows)
        fault("chain", opName(row.n), u"does not follow number %1 of its stream"_s.arg(row.seq - 1));
    checkRow(stream, row, *op);
    checkSignature(row, *op);
    if (payload.isNull())
        return {};
    if (opcodec::commitOf(payload) != op->commit) {
        fault("commit", opName(row.n), u"the payload is not the one of the envelope"_s);
        return {};
    }
    auto decoded = opcodec::decodeOp(row.envelope, payload, row.signature);
    if (!decoded)
        fault("op_form", opName(row.n), decoded.error().detail);
    else if (op->kind == opkind::Erase && row.eff == eff::Effective)
        m_erased.insert(decoded->payload.erase.begin(), decoded->payload.erase.end());
    return {};
}

/// Columns that repeat what the envelope says.
void LogCheck::checkRow(const Stream &stream, const Row &row, const Op &op)
{
    const auto wrong = [&](const char *column) {
        fault("op_row", opName(row.n), u"%1 is not what the envelope says"_s.arg(QLatin1String(column)));
    };
    if (op.inc != stream.inc || op.area != stream.area || qint64(op.lane) != stream.lane)
        wrong("sid");
    if (op.seq != row.seq)
        wrong("seq");
    if (qint64(op.kind) != row.kind)
        wrong("kind");
    if (static_cast<qint64>(op.hlc) != row.hlc)
        wrong("hlc");
    if (op.rec != row.rec)
        wrong("rid");
    if (stream.lane == kRegistryLane
        && row.eff != (m_registry.isEntitled(row.id) ? eff::Effective : eff::Unverified))
        fault("eff", opName(row.n), u"not what the registry says"_s);
    const auto writer = m_registry.incarnations().find(stream.inc);
    const bool own = writer != m_registry.incarnations().end() && writer->second.site == m_own;
    if (!own && !row.received && stream.lane != kRegistryLane)
        wrong("pkg");
}

void LogCheck::checkSignature(const Row &row, const Op &op)
{
    if (!opkind::isSigned(op.kind) || !op.signer) {
        if (!row.signature.isEmpty() && opkind::isKnown(op.kind))
            fault("signature", opName(row.n), u"signed although its kind is not"_s);
        return;
    }
    const auto key = m_registry.keys().find(*op.signer);
    Signature signature;
    if (key == m_registry.keys().end())
        fault("signature", opName(row.n), u"signed by nobody of the registry"_s);
    else if (!fromView(row.signature, signature)
             || !crypto::verify(key->second.pub, opkind::signTag(op.kind), view(row.id), signature))
        fault("signature", opName(row.n), u"wrong signature"_s);
    else if (!opkind::isRegistry(op.kind) && key->second.owner != op.actor.bytes())
        fault("signature", opName(row.n), u"signed by another person"_s);
}

Result<> LogCheck::checkErased()
{
    for (const OpId &id : m_gone) {
        if (m_erased.contains(id))
            continue;
        FFP_ASSIGN(const std::optional<qint64> n,
                   queryInteger(m_db, u"SELECT n FROM op WHERE id = ?"_s, view(id).toByteArray()));
        fault("erased", opName(n.value_or(0)), u"the payload is gone without an erasure"_s);
    }
    return {};
}

Result<> LogCheck::checkStrays()
{
    if (m_ops != m_total)
        fault("stream", u"op"_s, u"%1 ops belong to no stream"_s.arg(m_total - m_ops));
    Query query(m_db,
                u"SELECT n FROM op WHERE pkg IS NOT NULL AND pkg NOT IN (SELECT pn FROM package) LIMIT 20"_s);
    FFP_TRY(query.run());
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return {};
        fault("op_row", opName(query.integer(0)), u"came with a package that is not there"_s);
    }
}

/// Every op written here by transact() is in exactly one change, and a change names its own ops only.
Result<> LogCheck::checkChanges(Progress &progress)
{
    Query query(m_db,
                u"SELECT c.cid, c.n_first, c.n_last, c.actor, c.undoes, c.undone_by,"
                " (SELECT count(*) FROM op o WHERE o.n BETWEEN c.n_first AND c.n_last AND o.pkg IS NULL)"
                " FROM change c ORDER BY c.cid"_s);
    FFP_TRY(query.run());
    qint64 covered = 0;
    qint64 lastEnd = 0;
    while (true) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            break;
        const QString where = u"change %1"_s.arg(query.integer(0));
        const qint64 ops = query.integer(2) - query.integer(1) + 1;
        if (ops < 1 || query.integer(6) != ops || query.integer(1) <= lastEnd)
            fault("change", where, u"does not fit the ops"_s);
        else
            covered += ops;
        lastEnd = std::max(lastEnd, query.integer(2));
        FFP_ASSIGN(const std::optional<QByteArray> envelope,
                   queryBytes(m_db, u"SELECT env FROM op WHERE n = ?"_s, query.integer(1)));
        if (auto op = opcodec::decodeEnvelope(envelope.value_or(QByteArray()));
            op && op->actor != query.id<OfficialId>(3))
            fault("change", where, u"made by somebody else"_s);
    }
    FFP_ASSIGN(const std::optional<qint64> links,
               queryInteger(
                   m_db, u"SELECT count(*) FROM change c WHERE"
                         " (c.undoes IS NOT NULL AND NOT EXISTS(SELECT 1 FROM change u WHERE u.cid = c.undoes"
                         "   AND u.cid < c.cid))"
                         " OR (c.undone_by IS NOT NULL AND NOT EXISTS(SELECT 1 FROM change u WHERE"
                         "   u.cid = c.undone_by AND (u.undoes = c.cid OR u.cid = c.cid)))"_s));
    if (links.value_or(0) > 0)
        fault("change", u"change"_s, u"%1 undo links lead nowhere"_s.arg(links.value_or(0)));
    FFP_ASSIGN(const std::optional<qint64> written,
               queryInteger(m_db,
                            u"SELECT count(*) FROM op o JOIN stream s ON s.sid = o.sid WHERE s.lane = 0 AND"
                            " o.pkg IS NULL"_s));
    if (covered != written.value_or(0))
        fault("change", u"op"_s,
              u"%1 entries were written, %2 belong to a change"_s.arg(written.value_or(0)).arg(covered));
    return {};
}

} // namespace ffp
