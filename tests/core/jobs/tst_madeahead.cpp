// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/madeahead.h"

#include <QTest>

#include <atomic>

using namespace ffp;

class TestMadeAhead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsComeInOrderFromAnotherThread()
    {
        const std::thread::id self = std::this_thread::get_id();
        std::thread::id maker;
        std::thread::id ended;
        {
            MadeAhead<size_t> ahead(
                100, 3,
                [&](size_t item) {
                    maker = std::this_thread::get_id();
                    return Result<size_t>(item * item);
                },
                [&] { ended = std::this_thread::get_id(); });
            for (size_t i = 0; i < 100; ++i)
                QCOMPARE(ahead.next().value_or(0), i * i);
        }
        QVERIFY(maker != self);
        QCOMPARE(ended, maker);
    }

    void noMoreIsMadeThanMayWait()
    {
        std::atomic<int> made = 0;
        MadeAhead<size_t> ahead(100, 2, [&](size_t item) {
            ++made;
            return Result<size_t>(item);
        });
        QTRY_COMPARE(made.load(), 3); // two wait, one wants to
        QTest::qWait(50);
        QCOMPARE(made.load(), 3);
        QVERIFY(ahead.next());
        QTRY_COMPARE(made.load(), 4);
    }

    void errorIsTheLastItem()
    {
        std::atomic<int> made = 0;
        MadeAhead<size_t> ahead(100, 50, [&](size_t item) {
            ++made;
            return item < 5 ? Result<size_t>(item) : Result<size_t>(fail(ErrorKind::Damaged));
        });
        for (size_t i = 0; i < 5; ++i)
            QVERIFY(ahead.next());
        const auto last = ahead.next();
        QVERIFY(!last);
        QCOMPARE(last.error().kind, ErrorKind::Damaged);
        QCOMPARE(made.load(), 6);
    }

    /// The user may go at any time: the thread ends, and its end is called.
    void userGoesEarly()
    {
        for (const size_t taken : {0, 1, 7}) {
            bool ended = false;
            {
                MadeAhead<size_t> ahead(
                    100, 1, [](size_t item) { return Result<size_t>(item); }, [&] { ended = true; });
                for (size_t i = 0; i < taken; ++i)
                    QVERIFY(ahead.next());
            }
            QVERIFY(ended);
        }
    }
};

QTEST_GUILESS_MAIN(TestMadeAhead)
#include "tst_madeahead.moc"
