// SPDX-License-Identifier: GPL-3.0-or-later
// Goals G1 (its part behind the reader), G9 and the gates of exchange.md §21.2 on the log: bulk import,
// single saves beside bare fsync, whole undo, comparison and rebuild. usage: bench_log FILE [households
// [saves]]; FILE must not exist, lies on the disk to be measured and is left behind; with 0 saves only the
// import is measured. Prints one JSON document.
#include "core/base/clock.h"
#include "core/db/query.h"
#include "core/log/keyringcipher.h"
#include "core/log/operationlog.h"
#include "core/log/projector.h"
#include "core/log/undo.h"
#include "core/schema/schema.h"
#include "core/trust/keyring.h"
#include "tests/bench/benchpeople.h"
#include "tests/bench/benchsupport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

[[noreturn]] void stop(const Error &error)
{
    std::fprintf(stderr, "bench_log: %s %s\n", errorCode(error.kind), qPrintable(error.detail));
    std::exit(1);
}

template <class T>
T hard(Result<T> result)
{
    if (!result)
        stop(result.error());
    return std::move(*result);
}

double peakMib()
{
    return double(bench::memoryKib("VmHWM")) / 1024;
}

/// Wall and processor time since it was made. On a busy machine only the second says what the work costs.
class Watch
{
public:
    Watch() { m_wall.start(); }
    double wall() const { return double(m_wall.nsecsElapsed()) / 1e9; }
    double processor() const { return used() - m_used; }

private:
    static double used()
    {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
        return seconds(usage.ru_utime) + seconds(usage.ru_stime);
    }
    QElapsedTimer m_wall;
    double m_used = used();
};

double percentile99(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() * 99 / 100];
}

class Bench
{
public:
    Bench(const QString &path, int households)
        : m_path(path),
          m_households(households),
          m_keyring(DbId(crypto::random<16>())),
          m_cipher(m_keyring)
    {
        m_keyring.create();
        m_db = hard(createSiteFile(path));
        m_log = std::make_unique<OperationLog>(*m_db, m_cipher, m_clock,
                                               LogOwner{Incarnation(crypto::random<16>()),
                                                        AreaCode::fromString(u"341323000000"_s)});
        m_members = 0;
        for (int n = 0; n < households; ++n)
            m_members += bench::People::sizeOf(n);
    }

    void import()
    {
        const double before = peakMib();
        const Watch generating;
        size_t cells = 0;
        for (int n = 0; n < m_households; ++n) {
            cells += bench::People::household(n).size();
            for (int i = 0; i < bench::People::sizeOf(n); ++i)
                cells += bench::People::member(n, i, {}).size();
        }
        const double wall = generating.wall();
        const double processor = generating.processor();
        const Watch watch;
        m_import = hard(m_log->transact(operation("import"), [&](ChangeWriter &writer) {
                       return importAll(writer);
                   })).change;
        const double records = m_households + m_members;
        put("records", records);
        put("cells", double(cells));
        put("import", watch);
        put("import_records_per_s", records / (watch.wall() - wall));
        put("import_records_per_cpu_s", records / (watch.processor() - processor));
        put("import_peak_growth_mib", peakMib() - before);
        put("file_mib", double(QFile(m_path).size()) / 1048576);
        put("wal_mib", double(QFile(m_path + u"-wal"_s).size()) / 1048576);
        put("head_rows", double(hard(queryInteger(*m_db, u"SELECT count(*) FROM head"_s)).value_or(-1)));
    }

    /// One household field per save, turn by turn with bare syncs, so that both meet the same disk.
    void save(int times)
    {
        std::vector<double> saves;
        std::vector<double> syncs;
        QElapsedTimer timer;
        for (int i = 0; i < times; ++i) {
            const RecordId id = m_sample[size_t(i) % m_sample.size()];
            timer.start();
            hard(m_log->transact(operation("household.edit"), [&](ChangeWriter &writer) {
                return writer.edit(id, {{household::f("address"), Value(u"第%1号"_s.arg(i))}});
            }));
            saves.push_back(double(timer.nsecsElapsed()) / 1e6);
            if (i % 20 == 0)
                for (const double each : bench::bareSyncs(m_path + u".sync"_s, 20))
                    syncs.push_back(each);
        }
        put("save_median_ms", bench::median(saves));
        put("save_p99_ms", percentile99(saves));
        put("fsync_median_ms", bench::median(syncs));
        put("save_to_fsync", bench::median(saves) / bench::median(syncs));
    }

    void compareAndRebuild()
    {
        SilentProgress progress;
        const Watch comparing;
        const auto compared = hard(Projector::compareAll(*m_db, m_cipher, progress));
        put("compare", comparing);
        put("compare_differing", double(compared.differing));
        const Watch rebuilding;
        put("rebuild_differing", double(hard(Projector::rebuildAll(*m_db, m_cipher, progress))));
        put("rebuild", rebuilding);
    }

    void undoImport()
    {
        const Watch watch;
        hard(Undo(*m_log, *m_db, m_cipher).takeBack(m_import, operation("undo")));
        put("undo_import", watch);
    }

    void put(const char *name, double value) { m_out.insert(QLatin1String(name), value); }
    void put(const char *name, const Watch &watch)
    {
        m_out.insert(QLatin1String(name) + u"_s"_s, watch.wall());
        m_out.insert(QLatin1String(name) + u"_cpu_s"_s, watch.processor());
    }
    QJsonObject result() const { return m_out; }

private:
    Result<> importAll(ChangeWriter &writer)
    {
        FFP_TRY(writer.expectMany(Entity::Household, m_households));
        FFP_TRY(writer.expectMany(Entity::Member, m_members));
        for (int n = 0; n < m_households; ++n) {
            const AreaCode area = bench::People::areaOf(n);
            FFP_ASSIGN(const RecordId id,
                       writer.create(Entity::Household, area, bench::People::household(n)));
            if (n % (m_households / 100 + 1) == 0)
                m_sample.push_back(id);
            for (int i = 0; i < bench::People::sizeOf(n); ++i)
                FFP_TRY(writer.create(Entity::Member, area, bench::People::member(n, i, id)));
        }
        return {};
    }
    Operation operation(const char *verb) const { return {verb, m_official, {}, {}, true, 0}; }

    QString m_path;
    int m_households;
    int m_members;
    Keyring m_keyring;
    KeyringCipher m_cipher;
    SystemClock m_clock;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<OperationLog> m_log;
    OfficialId m_official{crypto::random<16>()};
    std::vector<RecordId> m_sample;
    qint64 m_import = 0;
    QJsonObject m_out;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    const int households = arguments.value(2, u"100000"_s).toInt();
    const int saves = arguments.value(3, u"400"_s).toInt();
    Bench run(arguments[1], households);
    run.import();
    if (saves > 0) {
        run.compareAndRebuild();
        run.undoImport();
        run.save(saves);
    }
    run.put("peak_mib", peakMib());
    std::fputs(QJsonDocument(run.result()).toJson().constData(), stdout);
    return 0;
}
