// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/domain/fields/householdfields.h"
#include "core/log/projector.h"
#include "core/services/backupfolder.h"
#include "core/services/maintenanceservice.h"

#include "core/services/deepcheck.h"
#include "core/store/recordstore.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QSignalSpy>

#include <thread>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Cancels at the n-th report.
class CancelAt : public Progress
{
public:
    explicit CancelAt(int reports) : m_left(reports) {}
    void report(const char *, qint64, qint64) override { --m_left; }
    bool cancelled() const override { return m_left <= 0; }

private:
    int m_left;
};

/// Calls a function at the first report of a stage.
class DoAt : public Progress
{
public:
    DoAt(const char *stage, std::function<void()> work) : m_stage(stage), m_work(std::move(work)) {}
    void report(const char *stage, qint64, qint64) override
    {
        if (m_work && qstrcmp(stage, m_stage) == 0)
            std::exchange(m_work, nullptr)();
    }
    bool cancelled() const override { return false; }

private:
    const char *m_stage;
    std::function<void()> m_work;
};

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

qint64 households(const Session &session)
{
    return queryInteger(session.database(), u"SELECT count(*) FROM household"_s).value().value_or(-1);
}

bool isClean(Session &session)
{
    SilentProgress progress;
    const auto report = MaintenanceService(session).verify(true, progress);
    if (report)
        for (const Fault &fault : report->faults)
            qWarning("%s %s %s", qPrintable(fault.code), qPrintable(fault.where), qPrintable(fault.message));
    return report && report->ok;
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

std::vector<BackupFolder::Entry> entriesOf(const QStringList &daily, const QStringList &before = {})
{
    std::vector<BackupFolder::Entry> entries;
    const auto add = [&entries](const QStringList &times, BackupFolder::Kind kind) {
        for (const QString &time : times) {
            QDateTime made = QDateTime::fromString(time, u"yyyy-MM-dd HH:mm"_s);
            made = QDateTime(made.date(), made.time(), Qt::OffsetFromUTC, kOfficeUtcOffsetSeconds);
            entries.push_back({time, made, kind});
        }
    };
    add(daily, BackupFolder::Kind::Daily);
    add(before, BackupFolder::Kind::Before);
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.made > b.made; });
    return entries;
}

QStringList superfluous(const std::vector<BackupFolder::Entry> &entries, const QString &now)
{
    QDateTime at = QDateTime::fromString(now, u"yyyy-MM-dd HH:mm"_s);
    at = QDateTime(at.date(), at.time(), Qt::OffsetFromUTC, kOfficeUtcOffsetSeconds);
    QStringList out;
    for (const BackupFolder::Entry &entry : BackupFolder::superfluous(entries, at))
        out << entry.path;
    return out;
}

} // namespace

class TestMaintenanceService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backupAndRestore();
    void restoredSiteBeginsANewIncarnation();
    void backupReplacesOnlyWhenComplete();
    void backupWhileOthersWrite();
    void refusedBackups_data();
    void refusedBackups();
    void backupOfADamagedFile();
    void refusedRestores_data();
    void refusedRestores();
    void cancelledRestoreLeavesNothing();
    void rotationByDayAndWeek();
    void rotationBeforeImports();
    void rotationAndWrongClock();
    void automaticBackups();
    void dailyBackupDue();
    void rebuildOfAHealthySite();
    void rebuildRepairs_data();
    void rebuildRepairs();
    void rebuildRefusesABrokenLog();
    void rebuildWithoutBackup();
    void cancelledRebuildChangesNothing();
};

void TestMaintenanceService::backupAndRestore()
{
    TestSite site;
    const SampleRecords records = fillSample(site.session());
    const QString out = site.dir().filePath(u"备份.ffp"_s);
    SilentProgress progress;
    const auto made = MaintenanceService(site.session()).backup(out, progress);
    FFP_VERIFY(made);
    QVERIFY(made->verified);
    QCOMPARE(made->bytes, QFileInfo(out).size());
    const qint64 before = households(site.session());
    addRecord(site.session(), Entity::Household, {{household::f("household_no"), Value(u"later"_s)}});
    site.close();
    QCOMPARE(filesIn(site.dir().path()), (QStringList{u"site.ffp"_s, u"备份.ffp"_s}));

    const QString restored = site.dir().filePath(u"wieder.ffp"_s);
    const auto back = MaintenanceService::restore(out, restored, progress);
    FFP_VERIFY(back);
    QCOMPARE(back->path, restored);
    auto session = Session::open(restored, u"admin"_s, kAdminPassword, site.clock);
    FFP_VERIFY(session);
    QCOMPARE(households(**session), before);
    const auto record = RecordStore((*session)->database(), (*session)->cipher()).record(records.first);
    FFP_VERIFY(record);
    QCOMPARE((*record)[household::f("phone")].toText(), u"13800003333"_s);
    QVERIFY(isClean(**session));
    FFP_VERIFY_ERROR(MaintenanceService::restore(out, restored, progress), ErrorKind::AlreadyExists);
    // The other users' passwords are in it, too.
    session->reset();
    FFP_VERIFY(Session::open(restored, u"li"_s, u"Tianwan-88"_s, site.clock));
}

/// exchange.md §17.1 reason 1, M40, even before the original was changed again.
void TestMaintenanceService::restoredSiteBeginsANewIncarnation()
{
    TestSite site;
    addRecord(site.session(), Entity::Household, {{household::f("household_no"), Value(u"1"_s)}});
    const Incarnation first = site.session().site().incarnation;
    const QString out = site.dir().filePath(u"b.ffp"_s);
    SilentProgress progress;
    FFP_VERIFY(MaintenanceService(site.session()).backup(out, progress));
    site.close();
    QVERIFY(QFile::remove(site.path()));
    FFP_VERIFY(MaintenanceService::restore(out, site.path(), progress));
    FFP_VERIFY(site.open());
    QCOMPARE(site.session().notices(), std::vector<Notice>{Notice::OlderBackup});
    const Incarnation second = site.session().site().incarnation;
    QVERIFY(second != first);
    const auto reason = queryInteger(site.session().database(),
                                     u"SELECT reason FROM incarnation WHERE inc = ? AND prior = ?"_s, second,
                                     first);
    FFP_VERIFY(reason);
    QCOMPARE(reason->value_or(0), 1);
    addRecord(site.session(), Entity::Household, {{household::f("household_no"), Value(u"2"_s)}});
    QVERIFY(isClean(site.session()));
    FFP_VERIFY(site.open());
    QVERIFY(site.session().notices().empty());
    QVERIFY(isClean(site.session()));
}

void TestMaintenanceService::backupReplacesOnlyWhenComplete()
{
    TestSite site;
    fillSample(site.session());
    MaintenanceService service(site.session());
    const QString out = site.dir().filePath(u"b.ffp"_s);
    QVERIFY(writeFile(out, "older backup"));
    for (int reports = 1; reports <= 2; ++reports) { // while copying, while checking
        CancelAt cancel(reports);
        FFP_VERIFY_ERROR(service.backup(out, cancel), ErrorKind::Cancelled);
        QCOMPARE(fileBytes(out), "older backup");
    }
    QVERIFY(writeFile(out + u".part"_s, "rest of a killed backup"));
    SilentProgress progress;
    FFP_VERIFY(service.backup(out, progress));
    QVERIFY(fileBytes(out).startsWith("SQLite format 3"));
    site.close();
    QCOMPARE(filesIn(site.dir().path()), (QStringList{u"b.ffp"_s, u"site.ffp"_s}));
}

/// One state, although another thread commits between two steps of the copy.
void TestMaintenanceService::backupWhileOthersWrite()
{
    TestSite site;
    Session &session = site.session();
    addRecord(session, Entity::Household, {{household::f("household_no"), Value(u"1"_s)}});
    const QString out = site.dir().filePath(u"b.ffp"_s);
    bool wrote = false;
    DoAt progress("backup", [&] {
        std::thread writer([&] {
            addRecord(session, Entity::Household, {{household::f("household_no"), Value(u"2"_s)}});
            wrote = true;
        });
        writer.join();
    });
    // More pages than one step of the copy takes.
    FFP_VERIFY(
        execute(session.database(),
                u"INSERT INTO draft(kind, about, at, body) VALUES('t', x'', 0, zeroblob(20000000))"_s));
    FFP_VERIFY(MaintenanceService(session).backup(out, progress));
    QVERIFY(wrote);
    QCOMPARE(households(session), 2);
    auto copy = Database::open(out, Database::Mode::ReadOnly);
    FFP_VERIFY(copy);
    QCOMPARE(queryInteger(**copy, u"SELECT count(*) FROM household"_s).value().value_or(-1), 1);
    QCOMPARE(queryInteger(**copy,
                          u"SELECT count(*) FROM op o JOIN stream s ON s.sid = o.sid WHERE s.lane = 0"_s)
                 .value()
                 .value_or(-1),
             1);
}

void TestMaintenanceService::refusedBackups_data()
{
    QTest::addColumn<QString>("out");
    QTest::addColumn<int>("kind");
    QTest::newRow("onto itself") << u"site.ffp"_s << int(ErrorKind::FileUnwritable);
    QTest::newRow("onto itself by another name") << u"./site.ffp"_s << int(ErrorKind::FileUnwritable);
    QTest::newRow("onto a folder") << u"folder"_s << int(ErrorKind::FileUnwritable);
    QTest::newRow("into no folder") << u"nowhere/b.ffp"_s << int(ErrorKind::FileUnwritable);
}

void TestMaintenanceService::refusedBackups()
{
    QFETCH(QString, out);
    QFETCH(int, kind);
    TestSite site;
    site.session();
    QVERIFY(QDir(site.dir().path()).mkdir(u"folder"_s));
    SilentProgress progress;
    FFP_VERIFY_ERROR(MaintenanceService(site.session()).backup(site.dir().path() + u'/' + out, progress),
                     ErrorKind(kind));
    QVERIFY(isClean(site.session()));
}

/// A copy of a damaged file is no backup and does not take the place of a good one.
void TestMaintenanceService::backupOfADamagedFile()
{
    TestSite site;
    fillSample(site.session());
    MaintenanceService service(site.session());
    const QString out = site.dir().filePath(u"b.ffp"_s);
    SilentProgress progress;
    FFP_VERIFY(service.backup(out, progress));
    const QByteArray good = fileBytes(out);
    // An index that does not fit its table: quick_check does not see it, integrity_check does, once a week.
    Database &db = site.session().database();
    FFP_VERIFY(execute(db, u"PRAGMA writable_schema=ON"_s));
    FFP_VERIFY(
        execute(db,
                u"UPDATE sqlite_schema SET sql = replace(sql, '(rid)', '(seq)') WHERE name = 'op_rid'"_s));
    FFP_VERIFY(execute(db, u"PRAGMA writable_schema=OFF"_s));
    db.closeThread();
    constexpr qint64 kWeek = 7LL * 24 * 3600 * 1000;
    site.clock.advance(kWeek - 1);
    QVERIFY(!deepCheckDue(db, site.clock.nowMs()).value_or(true));
    site.clock.advance(1);
    FFP_VERIFY_ERROR(service.backup(out, progress), ErrorKind::Damaged);
    QCOMPARE(fileBytes(out), good);
    // Pages and rows are looked at each time.
    FFP_VERIFY(execute(db, u"PRAGMA writable_schema=ON"_s));
    FFP_VERIFY(execute(db, u"UPDATE sqlite_schema SET sql = replace(sql, 'kind INTEGER', 'kind TEXT')"
                           " WHERE name = 'op'"_s));
    FFP_VERIFY(execute(db, u"PRAGMA writable_schema=OFF"_s));
    db.closeThread();
    noteDeepCheck(db, site.clock.nowMs());
    FFP_VERIFY_ERROR(service.backup(out, progress), ErrorKind::Damaged);
    QCOMPARE(fileBytes(out), good);
}

void TestMaintenanceService::refusedRestores_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QList<int>>("kinds");
    const auto row = [](const char *name, std::initializer_list<ErrorKind> kinds) {
        QList<int> list;
        for (const ErrorKind kind : kinds)
            list << int(kind);
        QTest::newRow(name) << QString::fromLatin1(name) << list;
    };
    row("missing", {ErrorKind::FileUnreadable});
    row("text", {ErrorKind::NotOurFile});
    row("empty", {ErrorKind::NotOurFile});
    row("half", {ErrorKind::Damaged});
    row("zeros in the middle", {ErrorKind::Damaged});
    row("another program's", {ErrorKind::NotOurFile});
    row("newer", {ErrorKind::NewerVersion});
    row("into no folder", {ErrorKind::FileUnwritable, ErrorKind::BackupFailed});
}

void TestMaintenanceService::refusedRestores()
{
    QFETCH(QString, what);
    QFETCH(QList<int>, kinds);
    TestSite site;
    fillSample(site.session());
    const QString out = site.dir().filePath(u"b.ffp"_s);
    QString target = site.dir().filePath(u"new.ffp"_s);
    SilentProgress progress;
    FFP_VERIFY(MaintenanceService(site.session()).backup(out, progress));
    site.close();
    QByteArray bytes = fileBytes(out);
    if (what == u"missing")
        QVERIFY(QFile::remove(out));
    else if (what == u"text")
        QVERIFY(writeFile(out, "hello"));
    else if (what == u"empty")
        QVERIFY(writeFile(out, {}));
    else if (what == u"half")
        QVERIFY(writeFile(out, bytes.first(bytes.size() / 2)));
    else if (what == u"zeros in the middle")
        QVERIFY(writeFile(out, bytes.replace(8 * 4096, 20 * 4096, QByteArray(20 * 4096, '\0'))));
    else if (what == u"into no folder")
        target = site.dir().filePath(u"nowhere/new.ffp"_s);
    else {
        auto db = Database::open(out, Database::Mode::ReadWrite);
        FFP_VERIFY(db);
        FFP_VERIFY(
            execute(**db, what == u"newer" ? u"PRAGMA user_version=999"_s : u"PRAGMA application_id=1"_s));
    }
    const auto restored = MaintenanceService::restore(out, target, progress);
    QVERIFY(!restored);
    QVERIFY2(kinds.contains(int(restored.error().kind)), errorCode(restored.error().kind));
    for (const QString &name : filesIn(site.dir().path()))
        QVERIFY2(name == u"site.ffp" || name == u"b.ffp", qPrintable(name));
}

void TestMaintenanceService::cancelledRestoreLeavesNothing()
{
    TestSite site;
    fillSample(site.session());
    const QString out = site.dir().filePath(u"b.ffp"_s);
    const QString target = site.dir().filePath(u"new.ffp"_s);
    SilentProgress progress;
    FFP_VERIFY(MaintenanceService(site.session()).backup(out, progress));
    for (int reports = 0; reports <= 2; ++reports) {
        CancelAt cancel(reports);
        FFP_VERIFY_ERROR(MaintenanceService::restore(out, target, cancel), ErrorKind::Cancelled);
        site.close();
        QCOMPARE(filesIn(site.dir().path()), (QStringList{u"b.ffp"_s, u"site.ffp"_s}));
    }
}

void TestMaintenanceService::rotationByDayAndWeek()
{
    // Twice a day for 100 days.
    QStringList times;
    const QDate last(2026, 11, 1); // a Sunday
    for (int i = 0; i < 100; ++i)
        for (const QString &hour : {u" 09:00"_s, u" 18:00"_s})
            times << last.addDays(-i).toString(Qt::ISODate) + hour;
    const QStringList gone = superfluous(entriesOf(times), u"2026-11-01 20:00"_s);
    QStringList kept;
    for (const QString &time : times)
        if (!gone.contains(time))
            kept << time;
    kept.sort();
    // The evenings of 26 October to 1 November are one week; then the Sundays of the 7 weeks before.
    QCOMPARE(kept, (QStringList{u"2026-09-13 18:00"_s, u"2026-09-20 18:00"_s, u"2026-09-27 18:00"_s,
                                u"2026-10-04 18:00"_s, u"2026-10-11 18:00"_s, u"2026-10-18 18:00"_s,
                                u"2026-10-25 18:00"_s, u"2026-10-26 18:00"_s, u"2026-10-27 18:00"_s,
                                u"2026-10-28 18:00"_s, u"2026-10-29 18:00"_s, u"2026-10-30 18:00"_s,
                                u"2026-10-31 18:00"_s, u"2026-11-01 18:00"_s}));
    QVERIFY(superfluous(entriesOf(kept), u"2026-11-01 20:00"_s).isEmpty());
    // Long pauses: 7 days and 8 weeks that have backups, however old.
    QVERIFY(superfluous(entriesOf({u"2020-01-01 10:00"_s, u"2021-01-01 10:00"_s}), u"2026-11-01 20:00"_s)
                .isEmpty());
}

void TestMaintenanceService::rotationBeforeImports()
{
    const auto entries = entriesOf({u"2026-11-01 08:00"_s}, {u"2026-10-01 10:00"_s, u"2026-11-01 09:00"_s,
                                                             u"2026-11-01 09:01"_s, u"2026-11-01 09:02"_s});
    QCOMPARE(superfluous(entries, u"2026-11-01 20:00"_s), QStringList{u"2026-10-01 10:00"_s});
    QVERIFY(superfluous(entriesOf({}, {u"2026-10-01 10:00"_s, u"2026-11-01 09:01"_s, u"2026-11-01 09:02"_s}),
                        u"2026-11-01 20:00"_s)
                .isEmpty());
}

void TestMaintenanceService::rotationAndWrongClock()
{
    // A week with the clock in 2099, then put right: what is from "then" takes no place.
    QStringList times;
    for (int i = 1; i <= 9; ++i)
        times << u"2099-01-0%1 10:00"_s.arg(i) << u"2026-10-0%1 10:00"_s.arg(i);
    const QStringList gone = superfluous(entriesOf(times), u"2026-11-01 20:00"_s);
    QCOMPARE(gone, (QStringList{u"2026-10-02 10:00"_s, u"2026-10-01 10:00"_s}));
}

void TestMaintenanceService::automaticBackups()
{
    TestSite site;
    addRecord(site.session(), Entity::Household, {{household::f("household_no"), Value(u"1"_s)}});
    MaintenanceService service(site.session());
    SilentProgress progress;
    const QString folder = site.dir().filePath(u"site-backup"_s);
    for (int i = 0; i < 5; ++i) {
        FFP_VERIFY(service.automaticBackup(u"import"_s, progress));
        const auto daily = service.automaticBackup(u"daily"_s, progress);
        FFP_VERIFY(daily);
        QVERIFY(QFileInfo(daily->path).fileName().startsWith(u"site-2027"_s)); // ManualClock
        QVERIFY(QFileInfo(daily->path).fileName().endsWith(u"-daily.ffp"_s));
        QCOMPARE(QFileInfo(daily->path).path(), folder);
    }
    QCOMPARE(filesIn(folder).filter(u"before"_s).size(), BackupFolder::kBefore);
    QCOMPARE(service.automaticBackups().size(),
             BackupFolder::kBefore + filesIn(folder).filter(u"daily"_s).size());
    for (int day = 0; day < 9; ++day) {
        site.clock.advance(86'400'000);
        FFP_VERIFY(service.automaticBackup(u"close"_s, progress));
    }
    const qsizetype daily = filesIn(folder).filter(u"daily"_s).size();
    QVERIFY2(daily >= 7 && daily <= 9, qPrintable(QString::number(daily)));
    // Files of other names are left alone.
    QVERIFY(writeFile(folder + u"/site-20270101-000000-mine.ffp"_s, "x"));
    QVERIFY(writeFile(folder + u"/notes.txt"_s, "x"));
    FFP_VERIFY(service.automaticBackup(u"close"_s, progress));
    QVERIFY(QFile::exists(folder + u"/notes.txt"_s)
            && QFile::exists(folder + u"/site-20270101-000000-mine.ffp"_s));
    // The newest one opens.
    const QString newest = service.automaticBackups().front();
    site.close();
    FFP_VERIFY(MaintenanceService::restore(newest, site.dir().filePath(u"r.ffp"_s), progress));
    FFP_VERIFY(Session::open(site.dir().filePath(u"r.ffp"_s), u"admin"_s, kAdminPassword, site.clock));
}

void TestMaintenanceService::dailyBackupDue()
{
    TestSite site;
    MaintenanceService service(site.session());
    SilentProgress progress;
    const auto due = [&] { return service.dailyBackupDue().value(); };
    QVERIFY(due()); // none yet
    FFP_VERIFY(service.automaticBackup(u"daily"_s, progress));
    QVERIFY(!due());
    site.clock.advance(2000);
    addRecord(site.session(), Entity::Household, {{household::f("household_no"), Value(u"1"_s)}});
    QVERIFY(!due()); // today's is there
    site.clock.advance(86'400'000);
    QVERIFY(due());
    FFP_VERIFY(service.automaticBackup(u"close"_s, progress));
    site.clock.advance(86'400'000);
    QVERIFY(!due()); // nothing new
}

void TestMaintenanceService::rebuildOfAHealthySite()
{
    TestSite site;
    fillSample(site.session());
    SilentProgress progress;
    QSignalSpy changed(&site.session().log(), &Log::changed);
    const auto differing = MaintenanceService(site.session()).rebuild(progress);
    FFP_VERIFY(differing);
    QCOMPARE(*differing, 0);
    QCOMPARE(changed.count(), 1);
    QVERIFY(changed.front().front().value<ChangeSummary>().bulk);
    QVERIFY(isClean(site.session()));
    QCOMPARE(MaintenanceService(site.session()).automaticBackups().size(), 1);
}

void TestMaintenanceService::rebuildRepairs_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("differing");
    QTest::newRow("a value") << u"UPDATE household SET population_current = 99 WHERE household_no = '3'"_s
                             << 1;
    QTest::newRow("rows") << u"DELETE FROM household"_s << 3;
    QTest::newRow("a table") << u"DROP TABLE member"_s << 1;
    QTest::newRow("a role") << u"UPDATE account SET role = 'admin' WHERE login = 'li'"_s << 1;
    QTest::newRow("a verdict") << u"UPDATE op SET eff = 6 WHERE kind = 16"_s << 1;
    QTest::newRow("heads") << u"DELETE FROM head"_s << 3;
}

void TestMaintenanceService::rebuildRepairs()
{
    QFETCH(QString, sql);
    QFETCH(int, differing);
    TestSite site;
    fillSample(site.session());
    FFP_VERIFY(execute(site.session().database(), sql));
    SilentProgress progress;
    const auto rebuilt = MaintenanceService(site.session()).rebuild(progress);
    FFP_VERIFY(rebuilt);
    QCOMPARE(*rebuilt, differing);
    QVERIFY(isClean(site.session()));
    const auto again = MaintenanceService(site.session()).rebuild(progress);
    FFP_VERIFY(again);
    QCOMPARE(*again, 0);
}

void TestMaintenanceService::rebuildRefusesABrokenLog()
{
    TestSite site;
    fillSample(site.session());
    FFP_VERIFY(
        execute(site.session().database(),
                u"UPDATE op SET body = (SELECT o.body FROM op o WHERE o.kind = 2 LIMIT 1) WHERE kind = 1"_s));
    SilentProgress progress;
    const auto rebuilt = MaintenanceService(site.session()).rebuild(progress);
    FFP_VERIFY_ERROR(rebuilt, ErrorKind::Damaged);
    QCOMPARE(rebuilt.error().args.value(0), u"commit"_s);
    QCOMPARE(households(site.session()), 3);
}

/// M24: without the backup before it nothing happens.
void TestMaintenanceService::rebuildWithoutBackup()
{
    TestSite site;
    fillSample(site.session());
    FFP_VERIFY(execute(site.session().database(), u"DELETE FROM household"_s));
    QVERIFY(writeFile(site.dir().filePath(u"site-backup"_s), "in the way"));
    SilentProgress progress;
    const auto rebuilt = MaintenanceService(site.session()).rebuild(progress);
    QVERIFY(!rebuilt);
    QCOMPARE(households(site.session()), 0);
}

void TestMaintenanceService::cancelledRebuildChangesNothing()
{
    TestSite site;
    fillSample(site.session());
    FFP_VERIFY(execute(site.session().database(), u"DELETE FROM household"_s));
    int reports = 1;
    for (; reports < 100; ++reports) {
        CancelAt cancel(reports);
        const auto rebuilt = MaintenanceService(site.session()).rebuild(cancel);
        if (rebuilt)
            break;
        FFP_VERIFY_ERROR(rebuilt, ErrorKind::Cancelled);
        QCOMPARE(households(site.session()), 0);
    }
    QVERIFY(reports > 3 && reports < 100);
    QCOMPARE(households(site.session()), 3);
    QVERIFY(isClean(site.session()));
}

QTEST_GUILESS_MAIN(TestMaintenanceService)
#include "tst_maintenanceservice.moc"
