// SPDX-License-Identifier: GPL-3.0-or-later
// Goal G10: backups of an open site while the screen's thread turns: the first of a week, which compares
// indexes with rows, and the one of every day. usage: bench_backup SITE TARGET
#include "core/db/query.h"
#include "core/jobs/job.h"
#include "core/services/maintenanceservice.h"
#include "tests/bench/benchsite.h"
#include "tests/bench/benchsupport.h"

#include <QEventLoop>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Measured {
    double ms = 0;
    double longestGapMs = 0; ///< between two turns of the event loop that has a timer of 5 ms
    bool verified = false;
};

Measured backup(ffp::Session &session, const QString &target)
{
    Measured out;
    QElapsedTimer sinceTurn;
    QTimer turns;
    QObject::connect(&turns, &QTimer::timeout, [&] {
        out.longestGapMs = std::max(out.longestGapMs, bench::milliseconds(sinceTurn));
        sinceTurn.restart();
    });
    QEventLoop loop;
    QElapsedTimer whole;
    whole.start();
    const auto job = ffp::runJob<ffp::BackupReport>(
        &loop,
        [&](ffp::Progress &progress) { return ffp::MaintenanceService(session).backup(target, progress); },
        [&](ffp::Result<ffp::BackupReport> done) {
            out.ms = bench::milliseconds(whole);
            out.verified = bench::hard(std::move(done)).verified;
            loop.quit();
        });
    sinceTurn.start();
    turns.start(5);
    loop.exec();
    return out;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto session = bench::openSite();
    const QString target = QCoreApplication::arguments().value(2);
    // Making the county took long enough for the weekly check.
    bench::hard(ffp::execute(session->database(), u"DELETE FROM meta WHERE k = 'deep_check_at'"_s));
    const Measured first = backup(*session, target);
    const Measured daily = backup(*session, target);
    return bench::print({{u"first_ms"_s, first.ms},
                         {u"ms"_s, daily.ms},
                         {u"stall_ms"_s, std::max(first.longestGapMs, daily.longestGapMs)},
                         {u"verified"_s, first.verified && daily.verified}});
}
