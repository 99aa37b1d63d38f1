// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/oplog.h"

#include "core/db/query.h"
#include "core/log/opcodec.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 kDataLane = 0;

Result<OpId> readHash(QByteArrayView bytes)
{
    OpId id{};
    if (!fromView(bytes, id))
        return fail(ErrorKind::Damaged, u"hash of another length"_s);
    return id;
}

QByteArray bytesOf(const OpId &id)
{
    return view(id).toByteArray();
}

} // namespace

OpLog::OpLog(Database &db, const LogCipher &cipher, RecordIndex &records)
    : m_db(db),
      m_cipher(cipher),
      m_records(records)
{}

Result<> OpLog::begin(Incarnation own, qint64 nowMs)
{
    m_own = own;
    m_nowMs = nowMs;
    FFP_ASSIGN(const std::optional<qint64> last, queryInteger(m_db, u"SELECT max(n) FROM op"_s));
    m_nextN = last.value_or(0) + 1;
    FFP_ASSIGN(const std::optional<qint64> hlc,
               queryInteger(m_db, u"SELECT v FROM meta WHERE k = 'hlc_last'"_s));
    m_clock = HybridClock(static_cast<quint64>(hlc.value_or(0)));
    return {};
}

Result<OpLog::Branch *> OpLog::ownBranch(const AreaCode &area)
{
    if (m_lastBranch && m_lastArea == area)
        return m_lastBranch;
    m_lastBranch = nullptr;
    if (const auto it = m_branches.find(area); it != m_branches.end()) {
        m_lastArea = area;
        return m_lastBranch = &*it;
    }
    Query query(m_db, u"SELECT sid, count, head FROM stream WHERE inc = ? AND area = ? AND lane = ?"
                      " ORDER BY count DESC, sid LIMIT 1"_s);
    FFP_TRY(query.run(m_own, area, qint64(kDataLane)));
    FFP_ASSIGN(const bool found, query.next());
    Branch branch;
    if (found) {
        branch.sid = query.integer(0);
        branch.count = query.integer(1);
        FFP_ASSIGN(branch.head, readHash(query.bytes(2)));
    } else {
        Op op;
        op.inc = m_own;
        op.area = area;
        FFP_ASSIGN(branch.sid, makeBranch(op, std::nullopt, 0));
    }
    return &*m_branches.insert(area, branch);
}

Result<qint64> OpLog::makeBranch(const Op &op, std::optional<qint64> parent, qint64 forkSeq)
{
    Query query(m_db, u"INSERT INTO stream(inc, area, lane, parent, fork_seq, count, head)"
                      " VALUES(?,?,?,?,?,?,?) RETURNING sid"_s);
    FFP_TRY(query.run(op.inc, op.area, qint64(op.lane), parent, forkSeq, forkSeq, bytesOf(op.prev)));
    FFP_ASSIGN(const bool row, query.next());
    if (!row)
        return fail(ErrorKind::Database, u"no stream row"_s);
    return query.integer(0);
}

Result<OpLog::Appended> OpLog::append(Op &op, qint64 rid, QByteArrayView payload, const Sign &sign)
{
    FFP_ASSIGN(Branch *const branch, ownBranch(op.area));
    op.inc = m_own;
    op.lane = kDataLane;
    op.seq = branch->count + 1;
    op.prev = branch->head;
    op.hlc = m_clock.next(m_nowMs);
    op.sv = kDictionaryVersion;
    opcodec::encodeEnvelope(op, m_envelope);
    const OpId id = opcodec::opId(m_envelope);
    QByteArray signature;
    if (sign) {
        FFP_ASSIGN(const Signature made, sign(id));
        signature = view(made).toByteArray();
    }
    FFP_ASSIGN(const qint64 n, store(op, id, branch->sid, rid, payload, signature, std::nullopt));
    branch->count = op.seq;
    branch->head = id;
    branch->changed = true;
    return Appended{n, id};
}

/// Row of the op whose envelope stands in m_envelope.
Result<qint64> OpLog::store(const Op &op, const OpId &id, qint64 sid, qint64 rid, QByteArrayView payload,
                            QByteArrayView signature, std::optional<qint64> package)
{
    if (m_insert.isNull()) {
        FFP_ASSIGN(m_insert,
                   Statement::prepare(
                       m_db, u"INSERT INTO op(n, id, sid, seq, rid, kind, hlc, eff, env, body, sig, pkg)"
                             " VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"_s));
    }
    if (!payload.isNull())
        FFP_TRY(m_cipher.sealBody(id, payload, m_body));
    const qint64 n = m_nextN++;
    m_insert.bind(1, n);
    m_insert.bindKeptBytes(2, view(id));
    m_insert.bind(3, sid);
    m_insert.bind(4, op.seq);
    m_insert.bind(5, rid);
    m_insert.bind(6, qint64(op.kind));
    m_insert.bind(7, static_cast<qint64>(op.hlc));
    m_insert.bind(8, eff::Effective);
    m_insert.bindKeptBytes(9, m_envelope);
    if (!payload.isNull())
        m_insert.bindKeptBytes(10, m_body);
    if (!signature.isEmpty())
        m_insert.bindKeptBytes(11, signature);
    if (package)
        m_insert.bind(12, *package);
    FFP_TRY(m_insert.run());
    return n;
}

/// The branch that `op` extends, made when it forks off; gap = its predecessor is not here.
Result<OpLog::Branch> OpLog::branchFor(const Op &op, bool &gap)
{
    gap = false;
    if (op.seq == 1) {
        Query query(m_db, u"SELECT sid FROM stream WHERE inc = ? AND area = ? AND lane = ? AND parent IS NULL"
                          " ORDER BY sid LIMIT 1"_s);
        FFP_TRY(query.run(op.inc, op.area, qint64(op.lane)));
        FFP_ASSIGN(const bool found, query.next());
        const std::optional<qint64> root = found ? std::optional(query.integer(0)) : std::nullopt;
        FFP_ASSIGN(const qint64 sid, makeBranch(op, root, 0));
        return Branch{sid, 0, {}, true};
    }
    Query
        query(m_db,
              u"SELECT s.sid, s.count, s.inc, s.area, s.lane, p.seq FROM op p JOIN stream s ON s.sid = p.sid"
              " WHERE p.id = ?"_s);
    FFP_TRY(query.run(bytesOf(op.prev)));
    FFP_ASSIGN(const bool found, query.next());
    if (!found) {
        gap = true;
        return Branch();
    }
    const qint64 prevSeq = query.integer(5);
    if (query.id<Incarnation>(2) != op.inc || query.text(3) != op.area.toString()
        || query.integer(4) != qint64(op.lane) || prevSeq + 1 != op.seq)
        return fail(ErrorKind::Damaged, u"prev is an op of another stream or place"_s);
    const qint64 sid = query.integer(0);
    if (query.integer(1) == prevSeq)
        return Branch{sid, prevSeq, op.prev, true};
    FFP_ASSIGN(const qint64 fork, makeBranch(op, sid, prevSeq));
    return Branch{fork, prevSeq, op.prev, true};
}

Result<OpLog::Insertion> OpLog::insert(QByteArrayView envelope, QByteArrayView payload,
                                       QByteArrayView signature, qint64 package, qint64 *rid)
{
    FFP_TRY(flush()); // own streams used before are read from their rows below
    m_branches.clear();
    m_lastBranch = nullptr;
    FFP_ASSIGN(const opcodec::DecodedOp decoded, opcodec::decodeOp(envelope, payload, signature));
    FFP_ASSIGN(const std::optional<qint64> known,
               queryInteger(m_db, u"SELECT rid FROM op WHERE id = ?"_s, bytesOf(decoded.id)));
    if (known) {
        if (rid)
            *rid = *known;
        return Insertion::Known;
    }
    bool gap = false;
    FFP_ASSIGN(Branch branch, branchFor(decoded.op, gap));
    if (gap)
        return Insertion::Gap;
    FFP_ASSIGN(const qint64 row, m_records.ensureForOp(decoded.op.rec));
    m_envelope = envelope.toByteArray();
    FFP_TRY(store(decoded.op, decoded.id, branch.sid, row, payload, signature, package));
    branch.count = decoded.op.seq;
    branch.head = decoded.id;
    FFP_TRY(writeHead(branch));
    m_clock.received(decoded.op.hlc, m_nowMs);
    if (rid)
        *rid = row;
    return Insertion::Added;
}

Result<> OpLog::writeHead(const Branch &branch)
{
    return execute(m_db, u"UPDATE stream SET count = ?, head = ? WHERE sid = ?"_s, branch.count,
                   bytesOf(branch.head), branch.sid);
}

Result<> OpLog::flush()
{
    for (Branch &branch : m_branches) {
        if (branch.changed)
            FFP_TRY(writeHead(branch));
        branch.changed = false;
    }
    return execute(
        m_db, u"INSERT INTO meta(k, v) VALUES('hlc_last', ?) ON CONFLICT(k) DO UPDATE SET v = excluded.v"_s,
        static_cast<qint64>(m_clock.last()));
}

Result<std::vector<FoldOp>> OpLog::read(qint64 rid)
{
    if (m_read.isNull()) {
        FFP_ASSIGN(m_read,
                   Statement::prepare(
                       m_db, u"SELECT n, id, eff, env, body, pkg FROM op WHERE rid = ? ORDER BY n"_s));
    }
    std::vector<FoldOp> ops;
    m_read.reset(); // an error may have left it in the middle
    m_read.bind(1, rid);
    while (true) {
        FFP_ASSIGN(const bool row, m_read.step());
        if (!row)
            break;
        FFP_ASSIGN(Op op, opcodec::decodeEnvelope(m_read.bytesView(3)));
        FoldOp &out = ops.emplace_back();
        out.n = m_read.integer(0);
        FFP_ASSIGN(out.id, readHash(m_read.bytesView(1)));
        out.hlc = op.hlc;
        out.kind = op.kind;
        out.eff = static_cast<int>(m_read.integer(2));
        out.area = op.area;
        out.type = op.type;
        out.actor = op.actor;
        out.inc = op.inc;
        out.local = m_read.isNull(5);
        if (op.fields)
            out.fields = std::move(*op.fields);
        if (op.pred)
            out.pred = std::move(*op.pred);
        out.fpred = std::move(op.fpred);
        out.erased = m_read.isNull(4);
        if (!out.erased) {
            FFP_TRY(m_cipher.openBody(out.id, m_read.bytesView(4), out.body));
            FFP_ASSIGN(out.payload, opcodec::decodePayload(out.body));
        }
    }
    return ops;
}

} // namespace ffp
