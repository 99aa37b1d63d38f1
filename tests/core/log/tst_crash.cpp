// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of a process that writes: the file opens again, whole changes only (exchange.md P5, §22 test 5).
#include "core/db/query.h"
#include "core/domain/fields/householdfields.h"
#include "core/log/projector.h"
#include "core/schema/schema.h"
#include "tests/support/logfixture.h"
#include "tests/support/testsupport.h"

#include <QProcess>

#include <csignal>
#include <cstdio>
#include <random>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRecordsPerChange = 7;

void say(const char *word)
{
    std::puts(word);
    std::fflush(stdout);
}

Result<> makeSome(ChangeWriter &writer, int from, int count)
{
    for (int i = from; i < from + count; ++i) {
        FFP_ASSIGN(const RecordId id,
                   writer.create(Entity::Household, area(kVillage),
                                 {{household::f("household_no"), Value(QString::number(i))}}));
        FFP_TRY(writer.edit(id, {{household::f("population_current"), Value(i % 9)}}));
    }
    return {};
}

/// The process that is killed. "import": one large change that never ends by itself; "save": one small change
/// after the other, each told once it is committed.
int child(const QString &path, const QString &what)
{
    auto db = openSiteFile(path);
    if (!db)
        return 2;
    const TestCipher cipher;
    const ManualClock clock(QDate(2026, 11, 1));
    OperationLog log(**db, cipher, clock, {Incarnation::fromBytes(QByteArray(16, 'k')), area(kTownship)});
    const Operation operation{"import", {}, {}, {}, true, 0};
    for (int from = 0;; from += kRecordsPerChange) {
        const auto done = log.transact(operation, [&](ChangeWriter &writer) -> Result<> {
            for (int i = 0; what == u"import"; ++i) {
                FFP_TRY(makeSome(writer, i, 1));
                if (i == 300) {
                    FFP_TRY(writer.expectMany(Entity::Household, 100'000)); // indexes are away, too
                } else if (i == 600) {
                    say("middle");
                }
            }
            return makeSome(writer, from, kRecordsPerChange);
        });
        if (!done)
            return 3;
        say("saved");
    }
}

class Child
{
public:
    Child(const QString &path, const QString &what)
    {
        m_process.start(QCoreApplication::applicationFilePath(), {u"--child"_s, path, what});
    }
    bool waitFor(const char *word, int times = 1)
    {
        while (times > 0) {
            if (!m_process.canReadLine() && !m_process.waitForReadyRead(30'000))
                return false;
            while (m_process.canReadLine() && times > 0)
                if (m_process.readLine().trimmed() == word)
                    --times;
        }
        return true;
    }
    /// Ends it without warning; returns how often it still said `word`.
    int killed(const char *word)
    {
        ::kill(static_cast<pid_t>(m_process.processId()), SIGKILL);
        m_process.waitForFinished();
        return static_cast<int>(m_process.readAll().count(word));
    }
    bool wasKilled() const { return m_process.exitStatus() == QProcess::CrashExit; }

private:
    QProcess m_process;
};

struct CrashedFile {
    QTemporaryDir dir;
    QString path = dir.filePath(u"site.ffp"_s);
    TestCipher cipher;
    std::unique_ptr<Database> db;

    CrashedFile()
    {
        if (!createSiteFile(path))
            qFatal("site file");
    }
    qint64 number(const QString &sql) const { return queryInteger(*db, sql).value().value_or(-1); }
    bool open()
    {
        auto opened = openSiteFile(path);
        if (!opened)
            return false;
        db = std::move(*opened);
        return queryText(*db, u"PRAGMA integrity_check"_s).value() == u"ok"_s;
    }
    qint64 differences() const
    {
        SilentProgress progress;
        return Projector::compareAll(*db, cipher, progress).value().differing;
    }
    qint64 indexes() const
    {
        return number(
            u"SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'household'"_s);
    }
};

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inTheMiddleOfAnImport()
    {
        CrashedFile f;
        QVERIFY(f.open());
        const qint64 indexes = f.indexes();
        f.db.reset();
        Child import(f.path, u"import"_s);
        QVERIFY(import.waitFor("middle"));
        import.killed("");
        QVERIFY(import.wasKilled());
        QVERIFY(f.open());
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), 0);
        QCOMPARE(f.number(u"SELECT count(*) FROM record"_s), 0);
        QCOMPARE(f.number(u"SELECT count(*) FROM household"_s), 0);
        QCOMPARE(f.number(u"SELECT count(*) FROM stream"_s), 0);
        QCOMPARE(f.indexes(), indexes);
        QCOMPARE(f.differences(), 0);
    }

    // What was reported as saved is there; what is there is whole.
    void betweenAndInsideSaves()
    {
        const int runs = qEnvironmentVariableIsSet("FFP_HEAVY") ? 300 : 5;
        std::mt19937 random(42);
        CrashedFile f;
        qint64 promised = 0;
        for (int run = 0; run < runs; ++run) {
            f.db.reset();
            Child save(f.path, u"save"_s);
            QVERIFY(save.waitFor("saved"));
            QTest::qWait(int(random() % 25));
            promised += 1 + save.killed("saved");
            QVERIFY(save.wasKilled());
            QVERIFY(f.open());
            const qint64 changes = f.number(u"SELECT count(*) FROM change"_s);
            QVERIFY(changes >= promised);
            QVERIFY(changes <= promised + 1); // committed, but killed before it could say so
            promised = changes;
            QCOMPARE(f.number(u"SELECT count(*) FROM household"_s), changes * kRecordsPerChange);
            QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), changes * kRecordsPerChange * 2);
            QCOMPARE(f.number(u"SELECT count FROM stream"_s), changes * kRecordsPerChange * 2);
            QCOMPARE(f.number(u"SELECT max(n_last) FROM change"_s), changes * kRecordsPerChange * 2);
            QCOMPARE(f.differences(), 0);
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--child")
        return child(arguments.value(2), arguments.value(3));
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_crash.moc"
