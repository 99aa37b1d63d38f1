// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/registrylog.h"

#include "core/db/query.h"
#include "core/domain/field.h"
#include "core/log/fold.h"
#include "core/log/hlc.h"
#include "core/log/opcodec.h"
#include "core/log/recordindex.h"

#include <algorithm>
#include <variant>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kRegistryLane = 1;

using Cell = std::variant<std::monostate, qint64, QString, QByteArray>;
using Row = std::vector<Cell>;

struct CacheTable {
    QString name;
    QStringList columns; ///< the first one is the key
    std::vector<Row> rows;
};

/// Absent ids and keys are NULL.
template <size_t N>
Cell cell(const std::array<unsigned char, N> &bytes)
{
    return bytes == std::array<unsigned char, N>{} ? Cell() : Cell(view(bytes).toByteArray());
}
template <class Tag>
Cell cell(const Id<Tag> &id)
{
    return cell(id.bytes());
}
Cell cell(const QString &text)
{
    return text.isEmpty() ? Cell() : Cell(text);
}
Cell cell(qint64 value)
{
    return Cell(value);
}
Cell cell(const QByteArray &bytes)
{
    return bytes.isEmpty() ? Cell() : Cell(bytes);
}

CacheTable siteTable(const Registry &registry)
{
    CacheTable table{u"site"_s,
                     {u"site"_s, u"name"_s, u"area"_s, u"level"_s, u"parent"_s, u"may_enrol"_s, u"role"_s,
                      u"status"_s, u"box_pub"_s},
                     {}};
    for (const auto &[id, site] : registry.sites())
        table.rows.push_back({cell(id), cell(site.name), cell(site.area.toString()), cell(qint64(site.level)),
                              cell(site.parent), cell(qint64(site.mayEnrol)), cell(qint64(site.role)),
                              cell(qint64(site.accepted)), cell(site.boxPub)});
    return table;
}

CacheTable keyTable(const Registry &registry)
{
    CacheTable table{u"regkey"_s,
                     {u"key_id"_s, u"pub"_s, u"role"_s, u"owner"_s, u"site"_s, u"state"_s, u"upto"_s},
                     {}};
    for (const auto &[id, key] : registry.keys())
        table.rows.push_back({cell(id), cell(key.pub), cell(qint64(key.role)), cell(key.owner),
                              cell(key.site), cell(qint64(key.state)), cell(key.upto)});
    return table;
}

CacheTable incarnationTable(const Registry &registry)
{
    CacheTable table{u"incarnation"_s, {u"inc"_s, u"site"_s, u"prior"_s, u"reason"_s}, {}};
    for (const auto &[id, inc] : registry.incarnations())
        table.rows.push_back({cell(id), cell(inc.site), cell(inc.prior), cell(qint64(inc.reason))});
    return table;
}

CacheTable officialTable(const Registry &registry)
{
    CacheTable table{u"official"_s, {u"official"_s, u"name"_s, u"title"_s, u"site"_s, u"same_as"_s}, {}};
    for (const auto &[id, official] : registry.officials())
        table.rows.push_back({cell(id), cell(official.name), cell(official.title), cell(official.site),
                              cell(official.sameAs)});
    return table;
}

CacheTable accountTable(const Registry &registry, const SiteId &own)
{
    CacheTable table{u"account"_s, {u"official"_s, u"login"_s, u"role"_s, u"disabled"_s}, {}};
    for (const auto &[id, official] : registry.officials())
        if (official.site == own && !official.login.isEmpty())
            table.rows.push_back(
                {cell(id), cell(official.login), cell(official.role), cell(qint64(official.ended))});
    return table;
}

Result<std::vector<CacheTable>> tablesOf(const Database &db, const Registry &registry)
{
    FFP_ASSIGN(const std::optional<QByteArray> own, queryBytes(db, u"SELECT v FROM meta WHERE k = 'site'"_s));
    return std::vector<CacheTable>{siteTable(registry), keyTable(registry), incarnationTable(registry),
                                   officialTable(registry),
                                   accountTable(registry, SiteId::fromBytes(own.value_or(QByteArray())))};
}

void bindCell(Query &query, const Cell &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        query.bind(*number);
    else if (const auto *text = std::get_if<QString>(&value))
        query.bind(*text);
    else if (const auto *bytes = std::get_if<QByteArray>(&value))
        query.bind(*bytes);
    else
        query.bind(std::nullopt);
}

Result<std::vector<Row>> storedRows(const Database &db, const CacheTable &table)
{
    QStringList wanted;
    for (const QString &column : table.columns)
        wanted << column << u"typeof(%1)"_s.arg(column);
    Query query(db, u"SELECT %1 FROM %2"_s.arg(wanted.join(u','), table.name));
    FFP_TRY(query.run());
    std::vector<Row> rows;
    while (true) {
        FFP_ASSIGN(const bool more, query.next());
        if (!more)
            return rows;
        Row row;
        for (int i = 0; i < table.columns.size(); ++i) {
            const QString type = query.text(2 * i + 1);
            if (type == u"integer")
                row.emplace_back(query.integer(2 * i));
            else if (type == u"text")
                row.emplace_back(query.text(2 * i));
            else if (type == u"blob")
                row.emplace_back(query.bytes(2 * i));
            else
                row.emplace_back();
        }
        rows.push_back(std::move(row));
    }
}

QString keyText(const CacheTable &table, const Row &row)
{
    const auto *bytes = std::get_if<QByteArray>(&row.front());
    return u"%1: %2"_s.arg(table.name, bytes ? QString::fromLatin1(bytes->toHex()) : u"?"_s);
}

Result<> writeTable(Database &db, const CacheTable &table)
{
    FFP_ASSIGN(const std::vector<Row> before, storedRows(db, table));
    for (const Row &row : before) {
        const bool stays = std::any_of(table.rows.begin(), table.rows.end(),
                                       [&row](const Row &other) { return other.front() == row.front(); });
        if (stays)
            continue;
        Query remove(db, u"DELETE FROM %1 WHERE %2 IS ?"_s.arg(table.name, table.columns.front()));
        bindCell(remove, row.front());
        FFP_TRY(remove.exec());
    }
    QStringList updates;
    for (const QString &column : table.columns)
        updates << u"%1 = excluded.%1"_s.arg(column);
    const QString sql = u"INSERT INTO %1(%2) VALUES(%3) ON CONFLICT(%4) DO UPDATE SET %5"_s
                            .arg(table.name, table.columns.join(u','),
                                 QStringList(table.columns.size(), u"?"_s).join(u','), table.columns.front(),
                                 updates.join(u','));
    for (const Row &row : table.rows) {
        if (std::find(before.begin(), before.end(), row) != before.end())
            continue;
        Query query(db, sql);
        for (const Cell &value : row)
            bindCell(query, value);
        FFP_TRY(query.exec());
    }
    return {};
}

/// End of a stream: row, count and head.
struct Tip {
    qint64 sid = 0;
    qint64 count = 0;
    OpId head{};
};

Result<Tip> tipOf(Database &db, const RegistryLog::NewOp &op)
{
    Tip tip;
    Query find(db, u"SELECT sid, count, head FROM stream WHERE inc = ? AND area = ? AND lane = ?"
                   " ORDER BY count DESC, sid LIMIT 1"_s);
    FFP_TRY(find.run(op.inc, op.area, kRegistryLane));
    FFP_ASSIGN(const bool found, find.next());
    if (found) {
        tip.sid = find.integer(0);
        tip.count = find.integer(1);
        if (!fromView(find.bytes(2), tip.head))
            return fail(ErrorKind::Damaged, u"stream head"_s);
        return tip;
    }
    Query make(db, u"INSERT INTO stream(inc, area, lane, count, head) VALUES(?,?,?,0,?) RETURNING sid"_s);
    FFP_TRY(make.run(op.inc, op.area, kRegistryLane, view(tip.head).toByteArray()));
    FFP_ASSIGN(const bool made, make.next());
    if (!made)
        return fail(ErrorKind::Database, u"no stream row"_s);
    tip.sid = make.integer(0);
    return tip;
}

} // namespace

Result<OpId> RegistryLog::append(const NewOp &what, const crypto::SignKeys &signer, qint64 nowMs)
{
    FFP_ASSIGN(const Tip tip, tipOf(m_db, what));
    FFP_ASSIGN(const std::optional<qint64> last,
               queryInteger(m_db, u"SELECT v FROM meta WHERE k = 'hlc_last'"_s));
    FFP_ASSIGN(const std::optional<qint64> lastN, queryInteger(m_db, u"SELECT max(n) FROM op"_s));
    HybridClock clock(static_cast<quint64>(last.value_or(0)));

    QByteArray payload, envelope, body;
    FFP_TRY(opcodec::encodeMapPayload(crypto::random<16>(), 4, what.map.encode(), what.note, payload));
    Op op;
    op.inc = what.inc;
    op.area = what.area;
    op.lane = kRegistryLane;
    op.seq = tip.count + 1;
    op.prev = tip.head;
    op.hlc = clock.next(nowMs);
    op.actor = what.actor;
    op.kind = what.kind;
    op.rec = RecordId(what.rec);
    op.type = what.kind == opkind::Root                                   ? "root"
              : what.kind == opkind::Official || what.kind == opkind::End ? "official"
                                                                          : "site";
    op.sv = kDictionaryVersion;
    op.commit = opcodec::commitOf(payload);
    op.signer = crypto::keyId(signer.pub);
    opcodec::encodeEnvelope(op, envelope);
    const OpId id = opcodec::opId(envelope);
    const Signature signature = crypto::sign(signer.secret, opkind::signTag(op.kind), view(id));
    FFP_TRY(m_cipher.sealBody(id, payload, body));

    RecordIndex records(m_db);
    FFP_TRY(records.begin());
    FFP_ASSIGN(const qint64 rid, records.ensure(op.rec));
    FFP_TRY(execute(m_db,
                    u"INSERT INTO op(n, id, sid, seq, rid, kind, hlc, eff, env, body, sig)"
                    " VALUES(?,?,?,?,?,?,?,?,?,?,?)"_s,
                    lastN.value_or(0) + 1, view(id).toByteArray(), tip.sid, op.seq, rid, qint64(op.kind),
                    static_cast<qint64>(op.hlc), eff::Effective, envelope, body,
                    view(signature).toByteArray()));
    FFP_TRY(execute(m_db, u"UPDATE stream SET count = ?, head = ? WHERE sid = ?"_s, op.seq,
                    view(id).toByteArray(), tip.sid));
    FFP_TRY(execute(m_db,
                    u"INSERT INTO meta(k, v) VALUES('hlc_last', ?)"
                    " ON CONFLICT(k) DO UPDATE SET v = excluded.v"_s,
                    static_cast<qint64>(clock.last())));
    return id;
}

Result<std::vector<RegistryOp>> RegistryLog::read() const
{
    // CROSS: the few streams of the lane first. Left to itself SQLite walks the whole log in the order of n.
    Query query(m_db, u"SELECT o.env, o.body, o.sig FROM stream s CROSS JOIN op o ON o.sid = s.sid"
                      " WHERE s.lane = 1 ORDER BY o.n"_s);
    FFP_TRY(query.run());
    std::vector<RegistryOp> ops;
    QByteArray payload;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return ops;
        const QByteArray envelope = query.bytes(0);
        const QByteArray signature = query.bytes(2);
        if (auto opened = m_cipher.openBody(opcodec::opId(envelope), query.bytes(1), payload); !opened) {
            if (opened.error().kind == ErrorKind::Locked)
                return fail(std::move(opened.error()));
            continue;
        }
        auto decoded = opcodec::decodeOp(envelope, payload, signature);
        RegistryOp op;
        if (!decoded || decoded->payload.reg.isNull() || !decoded->op.signer
            || !fromView(signature, op.signature))
            continue;
        op.id = decoded->id;
        op.kind = decoded->op.kind;
        op.hlc = decoded->op.hlc;
        op.inc = decoded->op.inc;
        op.seq = decoded->op.seq;
        op.rec = decoded->op.rec.bytes();
        op.signer = *decoded->op.signer;
        op.reg = decoded->payload.reg.toByteArray();
        ops.push_back(std::move(op));
    }
}

Result<Registry> RegistryLog::fold() const
{
    FFP_ASSIGN(const std::optional<QByteArray> anchor,
               queryBytes(m_db, u"SELECT v FROM meta WHERE k = 'root_pub'"_s));
    PublicKey root;
    if (!anchor || !fromView(*anchor, root))
        return fail(ErrorKind::Damaged, u"meta: root_pub"_s);
    FFP_ASSIGN(const std::vector<RegistryOp> ops, read());
    return Registry::fold(ops, root);
}

Result<> RegistryLog::project(const Registry &registry)
{
    FFP_ASSIGN(const std::vector<CacheTable> tables, tablesOf(m_db, registry));
    for (const CacheTable &table : tables)
        FFP_TRY(writeTable(m_db, table));
    Query query(m_db,
                u"SELECT o.n, o.id, o.eff FROM stream s CROSS JOIN op o ON o.sid = s.sid WHERE s.lane = 1"_s);
    FFP_TRY(query.run());
    std::vector<std::pair<qint64, int>> changed;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            break;
        OpId id{};
        const bool entitled = fromView(query.bytes(1), id) && registry.isEntitled(id);
        const int verdict = entitled ? eff::Effective : eff::Unverified;
        if (query.integer(2) != verdict)
            changed.emplace_back(query.integer(0), verdict);
    }
    for (const auto &[n, verdict] : changed)
        FFP_TRY(execute(m_db, u"UPDATE op SET eff = ? WHERE n = ?"_s, verdict, n));
    return {};
}

Result<QStringList> RegistryLog::differences(const Registry &registry) const
{
    FFP_ASSIGN(const std::vector<CacheTable> tables, tablesOf(m_db, registry));
    QStringList out;
    for (const CacheTable &table : tables) {
        FFP_ASSIGN(const std::vector<Row> stored, storedRows(m_db, table));
        const auto missingIn = [](const std::vector<Row> &rows, const Row &row) {
            return std::find(rows.begin(), rows.end(), row) == rows.end();
        };
        for (const Row &row : stored)
            if (missingIn(table.rows, row))
                out << keyText(table, row);
        for (const Row &row : table.rows)
            if (missingIn(stored, row))
                out << keyText(table, row);
    }
    out.removeDuplicates();
    return out;
}

} // namespace ffp
