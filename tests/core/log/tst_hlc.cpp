// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/hlc.h"
#include "tests/support/testsupport.h"

using namespace ffp;

class TestHlc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void localOps();
    void counterOverflow();
    void receivedIsClamped();
    void aheadByMoreThanADay();
};

constexpr qint64 kNow = 1'800'000'000'000;

void TestHlc::localOps()
{
    HybridClock clock;
    QCOMPARE(clock.next(kNow), quint64(kNow) << 16);
    QCOMPARE(clock.next(kNow), (quint64(kNow) << 16) + 1);
    QCOMPARE(clock.next(kNow - 5000), (quint64(kNow) << 16) + 2); // the clock was set back
    QCOMPARE(clock.next(kNow + 1), quint64(kNow + 1) << 16);
    QCOMPARE(HybridClock::wallMs(clock.last()), kNow + 1);
}

void TestHlc::counterOverflow()
{
    HybridClock clock((quint64(kNow) << 16) | 0xffff);
    QCOMPARE(clock.next(kNow), quint64(kNow + 1) << 16);
}

void TestHlc::receivedIsClamped()
{
    HybridClock clock(quint64(kNow) << 16);
    clock.received((quint64(kNow) << 16) - 9, kNow);
    QCOMPARE(clock.last(), quint64(kNow) << 16);
    clock.received((quint64(kNow + 60'000) << 16) + 4, kNow);
    QCOMPARE(clock.last(), (quint64(kNow + 60'000) << 16) + 4);
    clock.received(quint64(4'102'444'800'000) << 16, kNow); // a PC set to 2100
    QCOMPARE(clock.last(), quint64(kNow + HybridClock::kDayMs) << 16);
}

void TestHlc::aheadByMoreThanADay()
{
    HybridClock clock(quint64(kNow + HybridClock::kDayMs) << 16);
    QVERIFY(!clock.isAhead(kNow));
    clock = HybridClock(quint64(kNow + HybridClock::kDayMs + 1) << 16);
    QVERIFY(clock.isAhead(kNow));
    clock.reset(kNow);
    QVERIFY(!clock.isAhead(kNow));
    QCOMPARE(clock.last(), quint64(kNow) << 16);
}

QTEST_APPLESS_MAIN(TestHlc)
#include "tst_hlc.moc"
