// SPDX-License-Identifier: GPL-3.0-or-later
// Goal G9: one household form saved through the service, turn by turn with bare syncs of one page on the same
// disk. usage: bench_save SITE [SAVES]
#include "core/domain/fields/householdfields.h"
#include "core/services/registryservice.h"
#include "tests/bench/benchsite.h"
#include "tests/bench/benchsupport.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int times = arguments.value(2, u"400"_s).toInt();
    const auto session = bench::openSite();
    ffp::RegistryService registry(*session);
    const std::vector<qint64> rids = bench::hard(registry.householdIds({}));
    std::vector<double> saves;
    std::vector<double> syncs;
    QElapsedTimer timer;
    // A form that says what the site says already would be no save at all.
    const qint64 first = QDateTime::currentSecsSinceEpoch();
    for (int i = 0; i < times; ++i) {
        const auto id = bench::hard(registry.recordOf(rids[size_t(i) * 7919 % rids.size()]));
        using ffp::household::f;
        timer.start();
        bench::hard(registry.edit(id,
                                  {{f("natural_village"), ffp::Value(u"第%1组"_s.arg(first + i))},
                                   {f("cause_main"), ffp::Value(i % 2 ? u"illness"_s : u"disaster"_s)},
                                   {f("phone"), ffp::Value(u"198%1"_s.arg(i, 8, 10, QLatin1Char('0')))}},
                                  {}));
        saves.push_back(bench::milliseconds(timer));
        if (i % 20 == 0)
            for (const double each : bench::bareSyncs(arguments[1] + u".sync"_s, 20))
                syncs.push_back(each);
    }
    return bench::print({{u"ms"_s, bench::median(saves)}, {u"fsync_ms"_s, bench::median(syncs)}});
}
