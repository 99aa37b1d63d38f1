// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/logexchange.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/log/projector.h"

#include <set>

namespace ffp::test {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<std::vector<WireOp>> readOps(const LogFixture &site)
{
    Query query(*site.db, u"SELECT id, env, body, sig FROM op ORDER BY n"_s);
    FFP_TRY(query.run());
    std::vector<WireOp> out;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return out;
        WireOp &op = out.emplace_back();
        op.envelope = query.bytes(1);
        op.signature = query.bytes(3);
        OpId id{};
        if (!fromView(query.bytes(0), id))
            return fail(ErrorKind::Damaged);
        if (!query.isNull(2))
            FFP_TRY(site.cipher.openBody(id, query.bytes(2), op.payload));
    }
}

Result<int> takeIn(LogFixture &site, std::span<const WireOp> ops)
{
    FFP_ASSIGN(Transaction transaction, Transaction::begin(*site.db));
    int added = 0;
    {
        RecordIndex records(*site.db);
        OpLog log(*site.db, site.cipher, records);
        Projector projector(*site.db, site.cipher, records, log);
        FFP_TRY(records.begin());
        FFP_TRY(log.begin(site.owner.incarnation, site.clock.nowMs()));
        std::set<qint64> touched;
        for (const WireOp &op : ops) {
            qint64 rid = 0;
            FFP_ASSIGN(const OpLog::Insertion done,
                       log.insert(op.envelope, op.payload, op.signature, 1, &rid));
            if (done == OpLog::Insertion::Gap)
                return fail(ErrorKind::InvalidArgument, u"gap"_s);
            added += done == OpLog::Insertion::Added;
            touched.insert(rid);
        }
        FFP_TRY(log.flush());
        for (const qint64 rid : touched)
            FFP_TRY(projector.fold(rid));
    }
    FFP_TRY(transaction.commit());
    return added;
}

} // namespace

std::vector<WireOp> opsOf(const LogFixture &site)
{
    auto ops = readOps(site);
    if (!ops)
        qFatal("ops: %s", errorCode(ops.error().kind));
    return std::move(*ops);
}

int receive(LogFixture &site, std::span<const WireOp> ops)
{
    const auto added = takeIn(site, ops);
    if (!added)
        qFatal("receive: %s %s", errorCode(added.error().kind), qPrintable(added.error().detail));
    return *added;
}

} // namespace ffp::test
