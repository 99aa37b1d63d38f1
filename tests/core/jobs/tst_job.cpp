// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"
#include "tests/support/testsupport.h"

#include <QSemaphore>
#include <QSignalSpy>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resultComesInTheThreadOfTheAsker()
    {
        QThread *worker = nullptr;
        QThread *asker = nullptr;
        int result = 0;
        QObject context;
        runJob<int>(
            &context,
            [&worker](Progress &) -> Result<int> {
                worker = QThread::currentThread();
                return 7;
            },
            [&](Result<int> done) {
                asker = QThread::currentThread();
                result = done.value_or(-1);
            });
        QTRY_COMPARE(result, 7);
        QVERIFY(worker != QThread::currentThread());
        QCOMPARE(asker, QThread::currentThread());
    }
    void errorsComeToo()
    {
        std::optional<ErrorKind> kind;
        QObject context;
        auto progress = runJob<int>(
            &context,
            [](Progress &progress) -> Result<int> {
                while (!progress.cancelled())
                    QThread::msleep(1);
                return fail(ErrorKind::Cancelled);
            },
            [&](Result<int> done) { kind = done.error().kind; });
        progress->cancel();
        QTRY_VERIFY(kind == ErrorKind::Cancelled);
    }
    /// The asker may go before, while and after the work ends; nothing is called then.
    void theAskerMayGo_data()
    {
        QTest::addColumn<bool>("beforeTheEnd");
        QTest::newRow("while it works") << true;
        QTest::newRow("when it has ended") << false;
    }
    void theAskerMayGo()
    {
        QFETCH(bool, beforeTheEnd);
        bool called = false;
        QSemaphore mayEnd;
        auto context = std::make_unique<QObject>();
        runJob<int>(
            context.get(),
            [&mayEnd](Progress &) -> Result<int> {
                mayEnd.acquire();
                return 1;
            },
            [&called](Result<int>) { called = true; });
        if (beforeTheEnd)
            context.reset();
        mayEnd.release();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
        context.reset();
        QTest::qWait(20);
        QVERIFY(!called);
    }
    void manyAskersComeAndGo()
    {
        std::atomic<int> worked{0};
        int delivered = 0;
        for (int i = 0; i < 500; ++i) {
            auto context = std::make_unique<QObject>();
            runJob<int>(
                context.get(), [&worked](Progress &) -> Result<int> { return ++worked; },
                [&delivered](Result<int>) { ++delivered; });
            if (i % 3 == 0)
                QCoreApplication::processEvents();
        }
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
        QCOMPARE(worked.load(), 500);
        QVERIFY(delivered <= 167); // only while the asker of every third one still lived
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
