// SPDX-License-Identifier: GPL-3.0-or-later
// Goals G1 (its part behind the reader), G9 and the gates of exchange.md §21.2 on the log: bulk import,
// single saves beside bare fsync, whole undo, comparison and rebuild. usage: bench_log FILE [households
// [saves]]; FILE must not exist, lies on the disk to be measured and is left behind; with 0 saves only the
// import is measured. Prints one JSON document.
#include "core/base/clock.h"
#include "core/db/query.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/keyringcipher.h"
#include "core/log/operationlog.h"
#include "core/log/projector.h"
#include "core/log/undo.h"
#include "core/schema/schema.h"
#include "core/trust/keyring.h"

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

/// MiB; the peak since the start.
double peakMib()
{
    QFile file(u"/proc/self/status"_s);
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray &line : file.readAll().split('\n'))
            if (line.startsWith("VmHWM:"))
                return double(line.mid(6).simplified().split(' ').value(0).toLongLong()) / 1024;
    return 0;
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

QString padded(qint64 number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

/// Invented households with three and four members in the fields of the national lists.
class People
{
public:
    static int sizeOf(int household) { return 3 + household % 2; }
    static AreaCode areaOf(int household)
    {
        static const std::vector<AreaCode> villages = [] {
            std::vector<AreaCode> out;
            for (int i = 0; i < 300; ++i)
                out.push_back(
                    AreaCode::fromString(u"341323"_s + padded(100 + i / 15, 3) + padded(200 + i % 15, 3)));
            return out;
        }();
        return villages[size_t(household) % villages.size()];
    }
    static FieldValues household(int n)
    {
        using household::f;
        return {{f("household_no"), Value(u"34132310"_s + padded(n, 8))},
                {f("natural_village"), Value(u"第%1组"_s.arg(n % 12 + 1))},
                {f("phone"), Value(u"199"_s + padded(n, 8))},
                {f("bank_name"), Value(u"农村商业银行"_s)},
                {f("bank_account"), Value(u"6217"_s + padded(n, 15))},
                {f("household_type"), Value(u"exited"_s)},
                {f("monitor_class"), n % 20 ? Value() : Value(u"unstable"_s)},
                {f("exit_year"), Value(2018)},
                {f("identify_standard"), Value(u"国家标准"_s)},
                {f("first_identified"), Value(u"2016-09"_s)},
                {f("cause_main"), Value(n % 3 ? u"illness"_s : u"no_skill"_s)},
                {f("population_year"), Value(sizeOf(n))},
                {f("population_current"), Value(sizeOf(n))},
                {f("year"), Value(2026)}};
    }
    static FieldValues member(int n, int position, RecordId household)
    {
        using member::f;
        static const QString names =
            u"英华玉秀兰明文建国平志春红金云桂梅芳军海林永新成德伟凤龙江生丽美民荣光家"_s;
        const QString id = u"34222419%1%2%3"_s.arg(60 + position * 10 % 40).arg(u"0101"_s, padded(n, 6));
        QString name = u"王"_s;
        name += names[(n * 7 + position) % names.size()];
        name += names[(n * 3 + position * 5) % names.size()];
        return {{f("household_id"), Value(household)},
                {f("member_no"), Value(u"34132310"_s + padded(n, 8) + padded(position + 1, 2))},
                {f("name"), Value(name)},
                {f("sex"), Value(position % 2 ? u"female"_s : u"male"_s)},
                {f("birth_date"), Value(u"1962-01-%1"_s.arg(padded(n % 28 + 1, 2)))},
                {f("id_type"), Value(u"id_card"_s)},
                {f("id_no"), Value(id)},
                {f("person_key"), Value(id)},
                {f("relation"), Value(position ? u"spouse"_s : u"head"_s)},
                {f("nation"), Value(u"han"_s)},
                {f("phone"), position < 2 ? Value(u"199"_s + padded(n + position * 7919, 8)) : Value()},
                {f("education"), Value(u"primary"_s)},
                {f("health"), Value(QStringList{n % 4 ? u"healthy"_s : u"chronic"_s})},
                {f("labour"), Value(u"ordinary"_s)},
                {f("work_months"), position ? Value() : Value(n % 13)},
                {f("ins_resident_medical"), Value(true)},
                {f("ins_serious_illness"), Value(true)},
                {f("ins_resident_pension"), Value(n % 3 == 0)},
                {f("dibao"), Value(u"no"_s)},
                {f("tekun"), Value(u"no"_s)},
                {f("identified_ym"), Value(u"2016-09"_s)}};
    }
};

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + qsizetype(values.size() / 2), values.end());
    return values[values.size() / 2];
}

double percentile99(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() * 99 / 100];
}

/// Appends one page and waits for the disk, like the least a commit can do.
std::vector<double> bareSyncs(const QString &path, int times)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered))
        std::exit(1);
    const QByteArray page(4096, 'x');
    std::vector<double> out;
    QElapsedTimer timer;
    for (int i = 0; i < times; ++i) {
        timer.start();
        file.write(page);
        ::fsync(file.handle());
        out.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    file.remove();
    return out;
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
            m_members += People::sizeOf(n);
    }

    void import()
    {
        const double before = peakMib();
        const Watch generating;
        size_t cells = 0;
        for (int n = 0; n < m_households; ++n) {
            cells += People::household(n).size();
            for (int i = 0; i < People::sizeOf(n); ++i)
                cells += People::member(n, i, {}).size();
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
                for (const double each : bareSyncs(m_path + u".sync"_s, 20))
                    syncs.push_back(each);
        }
        put("save_median_ms", median(saves));
        put("save_p99_ms", percentile99(saves));
        put("fsync_median_ms", median(syncs));
        put("save_to_fsync", median(saves) / median(syncs));
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
            const AreaCode area = People::areaOf(n);
            FFP_ASSIGN(const RecordId id, writer.create(Entity::Household, area, People::household(n)));
            if (n % (m_households / 100 + 1) == 0)
                m_sample.push_back(id);
            for (int i = 0; i < People::sizeOf(n); ++i)
                FFP_TRY(writer.create(Entity::Member, area, People::member(n, i, id)));
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
    Bench bench(arguments[1], households);
    bench.import();
    if (saves > 0) {
        bench.compareAndRebuild();
        bench.undoImport();
        bench.save(saves);
    }
    bench.put("peak_mib", peakMib());
    std::fputs(QJsonDocument(bench.result()).toJson().constData(), stdout);
    return 0;
}
