// SPDX-License-Identifier: GPL-3.0-or-later
// Goal BULK: one helper for many households in one change, beside bare statements on a copy of the same file:
// an UPDATE of each household and as many rows in the log as the change wrote. usage: bench_bulk SITE
// [HOUSEHOLDS]
#include "core/db/database.h"
#include "core/db/query.h"
#include "core/db/statement.h"
#include "core/db/transaction.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/services/bulkservice.h"
#include "tests/bench/benchsite.h"
#include "tests/bench/benchsupport.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 opsIn(const ffp::Database &db)
{
    return bench::hard(ffp::queryInteger(db, u"SELECT count(*) FROM op"_s)).value_or(0);
}

/// Milliseconds for `ops` rows of the log, copies of its last one under new numbers, and an UPDATE of each
/// household, in one transaction.
double bareStatements(const QString &path, const std::vector<qint64> &rids, qint64 ops)
{
    const auto db = bench::hard(ffp::Database::open(path, ffp::Database::Mode::ReadWrite));
    const qint64 last = bench::hard(ffp::queryInteger(*db, u"SELECT max(n) FROM op"_s)).value_or(0);
    auto update = bench::hard(
        ffp::Statement::prepare(*db, u"UPDATE household SET villager_group = ? WHERE rid = ?"_s));
    auto insert = bench::hard(ffp::Statement::prepare(
        *db,
        u"INSERT INTO op(n, id, sid, seq, rid, kind, hlc, eff, env, body, sig, pkg) SELECT ?, randomblob(32),"
        " sid, seq + ?, ?, kind, hlc, eff, env, body, sig, pkg FROM op WHERE n = ?"_s));
    QElapsedTimer timer;
    timer.start();
    auto transaction = bench::hard(ffp::Transaction::begin(*db));
    const QString group = QString::number(QDateTime::currentSecsSinceEpoch());
    for (const qint64 rid : rids) {
        update.bind(1, QStringView(group));
        update.bind(2, rid);
        bench::hard(update.run());
    }
    for (qint64 i = 1; i <= ops; ++i) {
        insert.bind(1, last + i);
        insert.bind(2, i);
        insert.bind(3, rids[size_t(i) % rids.size()]);
        insert.bind(4, last);
        bench::hard(insert.run());
    }
    bench::hard(transaction.commit());
    return bench::milliseconds(timer);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto wanted = QCoreApplication::arguments().value(2, u"10000"_s).toULongLong();
    const auto session = bench::openSite();
    std::vector<qint64> rids = bench::hard(ffp::RegistryService(*session).householdIds({}));
    rids.resize(std::min<size_t>(rids.size(), wanted));
    std::vector<ffp::RecordId> households;
    for (const qint64 rid : rids)
        households.push_back(bench::hard(ffp::RegistryService(*session).recordOf(rid)));
    const QString copy = session->path() + u".floor"_s;
    std::vector<double> ours;
    std::vector<double> bare;
    constexpr int kRounds = 3;
    for (int round = 0; round < kRounds; ++round) {
        using ffp::assignment::f;
        const ffp::FieldValues helper{{f("role"), ffp::Value(u"helper"_s)},
                                      {f("name"),
                                       ffp::Value(u"王帮%1"_s.arg(QDateTime::currentMSecsSinceEpoch()))},
                                      {f("started_on"),
                                       ffp::Value(session->clock().today().toString(Qt::ISODate))}};
        const qint64 before = opsIn(session->database());
        ffp::SilentProgress progress;
        QElapsedTimer timer;
        timer.start();
        const auto done = bench::hard(ffp::BulkService(*session).assign(households, helper, u"moved"_s,
                                                                        ffp::BulkMode::Write, progress));
        ours.push_back(bench::milliseconds(timer));
        if (done.done != qint64(households.size()))
            return 1;
        const qint64 ops = opsIn(session->database()) - before;
        QFile::remove(copy);
        if (!QFile::copy(session->path(), copy))
            return 1;
        bare.push_back(bareStatements(copy, rids, ops));
    }
    QFile::remove(copy);
    return bench::print({{u"ms"_s, bench::median(ours)},
                         {u"bare_ms"_s, bench::median(bare)},
                         {u"households"_s, qint64(households.size())}});
}
