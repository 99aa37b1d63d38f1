// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/casefold.h"

#include "core/db/query.h"
#include "core/log/fold.h"
#include "core/log/opcodec.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray joined(const std::vector<OpId> &ids)
{
    QByteArray out;
    for (const OpId &id : ids)
        out += view(id).toByteArray();
    return out;
}

/// What stands of an action in case_action: n, step, move, actor, day, eff.
using ActionRow = std::tuple<qint64, QString, QString, OfficialId, QString, qint64>;

ActionRow rowOf(const JudgedAction &one)
{
    const CaseAction *const action = one.logged.action ? &*one.logged.action : nullptr;
    const QString move = action ? QString::fromUtf8(action->step) : QLatin1String("");
    return {one.logged.n,
            move.section(u'.', 0, 0),
            move,
            one.logged.actor,
            action ? action->date : QLatin1String(""),
            one.overruled ? 0 : one.eff};
}

Result<std::optional<OpFact>> factOf(const Database &db, const OpId &id)
{
    FFP_ASSIGN(const std::optional<QByteArray> envelope,
               queryBytes(db, u"SELECT env FROM op WHERE id = ?"_s, view(id).toByteArray()));
    if (!envelope)
        return std::optional<OpFact>();
    FFP_ASSIGN(Op op, opcodec::decodeEnvelope(*envelope));
    return std::optional(OpFact{op.actor, op.type});
}

} // namespace

Result<std::vector<LoggedAction>> CaseFold::read(qint64 rid) const
{
    std::vector<LoggedAction> actions;
    Query query(m_db, u"SELECT n, id, eff, env, body, sig FROM op WHERE rid = ? AND kind = ? ORDER BY n"_s);
    FFP_TRY(query.run(rid, qint64(opkind::Action)));
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return actions;
        LoggedAction &out = actions.emplace_back();
        FFP_ASSIGN(const Op op, opcodec::decodeEnvelope(query.bytes(3)));
        out.n = query.integer(0);
        out.stored = static_cast<int>(query.integer(2));
        out.hlc = op.hlc;
        out.actor = op.actor;
        out.inc = op.inc;
        out.area = op.area;
        out.lane = op.lane;
        out.seq = op.seq;
        out.signer = op.signer.value_or(KeyId{});
        out.digest = op.digest.value_or(Hash{});
        if (!fromView(query.bytes(1), out.id) || !fromView(query.bytes(5), out.signature))
            continue; // its fault is the missing signature or id
        QByteArray body;
        if (query.isNull(4))
            continue;
        FFP_TRY(m_cipher.openBody(out.id, query.bytes(4), body));
        FFP_ASSIGN(const PayloadView payload, opcodec::decodePayload(body));
        out.action = CaseAction::decode(payload.act);
    }
}

Result<CaseOutcome> CaseFold::judge(qint64 rid) const
{
    Query query(m_db, u"SELECT p.type, p.pack, p.area, o.env FROM proceeding p JOIN record r ON r.rid = p.rid"
                      " JOIN op o ON o.n = r.create_n WHERE p.rid = ?"_s);
    FFP_TRY(query.run(rid));
    FFP_ASSIGN(const bool found, query.next());
    if (!found)
        return fail(ErrorKind::NotFound, u"matter"_s);
    FFP_ASSIGN(const Op create, opcodec::decodeEnvelope(query.bytes(3)));
    const CaseFacts facts{m_registry,
                          m_workflows,
                          (query.text(1) + u'/' + query.text(0)).toUtf8(),
                          AreaCode::fromString(query.text(2)),
                          create.actor,
                          [this](const OpId &id) { return factOf(m_db, id); }};
    FFP_ASSIGN(std::vector<LoggedAction> actions, read(rid));
    return judgeCase(std::move(actions), facts);
}

Result<> CaseFold::write(qint64 rid, const CaseOutcome &outcome) const
{
    FFP_TRY(execute(m_db, u"DELETE FROM case_action WHERE rid = ?"_s, rid));
    for (const JudgedAction &one : outcome.actions) {
        if (one.eff != one.logged.stored)
            FFP_TRY(execute(m_db, u"UPDATE op SET eff = ? WHERE n = ?"_s, one.eff, one.logged.n));
        const auto &[n, step, move, actor, day, counts] = rowOf(one);
        FFP_TRY(execute(m_db,
                        u"INSERT INTO case_action(n, rid, step, move, actor, day, eff)"
                        " VALUES(?,?,?,?,?,?,?)"_s,
                        n, rid, step, move, actor, day, counts));
    }
    return execute(m_db,
                   u"INSERT OR REPLACE INTO case_state(rid, wf, state, tips, disputed, waiting, since, moved)"
                   " VALUES(?,?,?,?,?,?,?,?)"_s,
                   rid, QString::fromUtf8(outcome.wf), QString::fromUtf8(outcome.state), joined(outcome.tips),
                   outcome.disputed, outcome.waiting, outcome.since, QString::fromUtf8(outcome.moved));
}

Result<bool> CaseFold::isStored(qint64 rid, const CaseOutcome &outcome) const
{
    Query state(m_db, u"SELECT wf, state, tips, disputed, waiting, since, moved FROM case_state"
                      " WHERE rid = ?"_s);
    FFP_TRY(state.run(rid));
    FFP_ASSIGN(const bool found, state.next());
    if (!found || state.text(0) != QString::fromUtf8(outcome.wf)
        || state.text(1) != QString::fromUtf8(outcome.state) || state.bytes(2) != joined(outcome.tips)
        || state.boolean(3) != outcome.disputed || state.integer(4) != outcome.waiting
        || state.text(5) != outcome.since || state.text(6) != QString::fromUtf8(outcome.moved))
        return false;
    std::vector<ActionRow> wanted;
    for (const JudgedAction &one : outcome.actions) {
        wanted.push_back(rowOf(one));
        if (one.eff != one.logged.stored)
            return false;
    }
    std::sort(wanted.begin(), wanted.end());
    Query rows(m_db, u"SELECT n, step, move, actor, day, eff FROM case_action WHERE rid = ? ORDER BY n"_s);
    FFP_TRY(rows.run(rid));
    size_t at = 0;
    while (true) {
        FFP_ASSIGN(const bool row, rows.next());
        if (!row)
            return at == wanted.size();
        if (at == wanted.size()
            || wanted[at++]
                   != ActionRow(rows.integer(0), rows.text(1), rows.text(2), rows.id<OfficialId>(3),
                                rows.text(4), rows.integer(5)))
            return false;
    }
}

Result<std::vector<qint64>> CaseFold::matters() const
{
    std::vector<qint64> rids;
    Query query(m_db, u"SELECT rid FROM proceeding ORDER BY rid"_s);
    FFP_TRY(query.run());
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return rids;
        rids.push_back(query.integer(0));
    }
}

Result<std::vector<CaseFold::Difference>> CaseFold::check(Progress &progress) const
{
    FFP_ASSIGN(const std::vector<qint64> rids, matters());
    std::vector<Difference> differences;
    for (size_t i = 0; i < rids.size(); ++i) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("cases", static_cast<qint64>(i), static_cast<qint64>(rids.size()));
        Result<CaseOutcome> outcome = judge(rids[i]);
        if (!outcome) {
            if (outcome.error().kind != ErrorKind::Damaged)
                return fail(std::move(outcome.error()));
            differences.push_back({rids[i], u"unreadable"_s});
            continue;
        }
        for (const JudgedAction &one : outcome->actions)
            if (!one.isVerified())
                differences.push_back({rids[i], QString::fromLatin1(one.fault)});
        FFP_ASSIGN(const bool same, isStored(rids[i], *outcome));
        if (!same)
            differences.push_back({rids[i], u"state"_s});
    }
    Query strays(m_db, u"SELECT rid FROM case_state WHERE rid NOT IN (SELECT rid FROM proceeding)"
                       " UNION SELECT rid FROM case_action WHERE rid NOT IN (SELECT rid FROM proceeding)"_s);
    FFP_TRY(strays.run());
    while (true) {
        FFP_ASSIGN(const bool row, strays.next());
        if (!row)
            return differences;
        differences.push_back({strays.integer(0), u"state"_s});
    }
}

Result<qint64> CaseFold::rebuild(Progress &progress) const
{
    FFP_ASSIGN(const std::vector<qint64> rids, matters());
    qint64 differing = 0;
    for (const qint64 rid : rids) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        FFP_ASSIGN(const CaseOutcome outcome, judge(rid));
        FFP_ASSIGN(const bool same, isStored(rid, outcome));
        if (same)
            continue;
        ++differing;
        FFP_TRY(write(rid, outcome));
    }
    for (const char *table : {"case_state", "case_action"})
        FFP_TRY(execute(m_db, u"DELETE FROM %1 WHERE rid NOT IN (SELECT rid FROM proceeding)"_s.arg(
                                  QLatin1String(table))));
    return differing;
}

Result<std::vector<BasisItem>> readBasis(const Database &db, const std::vector<qint64> &rids,
                                         const QStringList &leftOut)
{
    std::vector<BasisItem> basis;
    for (const qint64 rid : rids) {
        Query create(db, u"SELECT r.rec, r.type, o.id FROM record r JOIN op o ON o.n = r.create_n"
                         " WHERE r.rid = ?"_s);
        FFP_TRY(create.run(rid));
        FFP_ASSIGN(const bool found, create.next());
        OpId id{};
        if (!found || !fromView(create.bytes(2), id))
            return fail(ErrorKind::Damaged, u"record without its create op"_s);
        const auto rec = create.id<RecordId>(0);
        const QString type = create.text(1);
        basis.push_back({rec, {}, {id}});
        Query heads(db, u"SELECT h.field, o.id FROM head h JOIN op o ON o.n = h.n WHERE h.rid = ?"
                        " ORDER BY h.field"_s);
        FFP_TRY(heads.run(rid));
        while (true) {
            FFP_ASSIGN(const bool row, heads.next());
            if (!row)
                break;
            if (leftOut.contains(type + u'.' + heads.text(0)))
                continue;
            if (!fromView(heads.bytes(1), id))
                return fail(ErrorKind::Damaged, u"head without its op"_s);
            const QByteArray field = heads.text(0).toUtf8();
            if (basis.back().rec != rec || basis.back().field != field)
                basis.push_back({rec, field, {}});
            basis.back().ops.push_back(id);
        }
    }
    return basis;
}

} // namespace ffp
