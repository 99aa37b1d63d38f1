// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 in the middle of an import: nothing of it is there, and it can be imported again.
#include "core/log/projector.h"
#include "core/schema/schema.h"
#include "tests/support/importfixture.h"
#include "tests/support/testsupport.h"

#include <QProcess>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Tells when half of the households are written, and waits there.
class Halfway : public Progress
{
public:
    void report(const char *stage, qint64 done, qint64 total) override
    {
        if (QByteArrayView(stage) != "write" || total == 0 || done * 2 < total)
            return;
        std::puts("halfway");
        std::fflush(stdout);
        ::pause();
    }
    bool cancelled() const override { return false; }
};

/// The process that is killed.
int child(const QString &path)
{
    auto db = openSiteFile(path);
    if (!db)
        return 2;
    const TestCipher cipher;
    const ManualClock clock(QDate(2026, 11, 1));
    OperationLog log(**db, cipher, clock, {Incarnation::fromBytes(QByteArray(16, 'k')), area(kTownship)});
    imports::ImportRun run({**db, cipher, log, clock, DivisionTable::shipped(), area(kTownship),
                            OfficialId::fromBytes(QByteArray(16, 'o')), u"张三"_s});
    Halfway progress;
    if (!run.preview({ImportFixture::sample(u"b"_s)}, {}, progress))
        return 3;
    return run.apply(progress) ? 0 : 4;
}

} // namespace

class TestImportCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedHalfway()
    {
        ImportFixture office;
        FFP_VERIFY(office.import(QStringLiteral(FFP_TEST_DATA "/workbooks/list.csv")));
        const qint64 ops = office.number(u"SELECT count(*) FROM op"_s);
        office.log.reset();
        office.db.reset();

        QProcess import;
        import.start(QCoreApplication::applicationFilePath(), {u"--child"_s, office.path});
        while (!import.canReadLine())
            QVERIFY(import.waitForReadyRead(60'000));
        QCOMPARE(import.readLine().trimmed(), "halfway"_ba);
        ::kill(static_cast<pid_t>(import.processId()), SIGKILL);
        QVERIFY(import.waitForFinished());
        QCOMPARE(import.exitStatus(), QProcess::CrashExit);

        office.reopen();
        QCOMPARE(office.text(u"PRAGMA integrity_check"_s), u"ok"_s);
        QCOMPARE(office.number(u"SELECT count(*) FROM op"_s), ops);
        QCOMPARE(office.number(u"SELECT count(*) FROM household"_s), 2);
        const auto compared = Projector::compareAll(*office.db, office.cipher, office.progress);
        FFP_VERIFY(compared);
        QCOMPARE(compared->differing, 0);

        imports::ImportRun again(office.office(kTownship));
        FFP_VERIFY(again.preview({office.sample(u"b"_s)}, {}, office.progress));
        const auto done = again.apply(office.progress);
        FFP_VERIFY(done);
        QCOMPARE(office.number(u"SELECT count(*) FROM household"_s), 2 + done->front().households.fresh);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--child")
        return child(arguments[2]);
    TestImportCrash test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_importcrash.moc"
