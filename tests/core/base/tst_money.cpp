// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <QtTest>

using namespace ffp;

class TestMoney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsYuan_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<qint64>("fen");
        QTest::newRow("plain") << "9329.85" << true << qint64(932985);
        QTest::newRow("separators") << "9,329.85" << true << qint64(932985);
        QTest::newRow("negative") << "-1200.00" << true << qint64(-120000);
        QTest::newRow("trailing zeros") << "1.5000" << true << qint64(150);
        QTest::newRow("three decimals") << "1.005" << false << qint64(0);
        QTest::newRow("bad group") << "1,23.00" << false << qint64(0);
        QTest::newRow("four in first group") << "1234,567" << false << qint64(0);
        QTest::newRow("words") << QStringLiteral("约9500元") << false << qint64(0);
        QTest::newRow("exponent") << "1e3" << false << qint64(0);
        QTest::newRow("empty") << "" << false << qint64(0);
        QTest::newRow("overflow") << "99999999999999999999" << false << qint64(0);
    }
    void readsYuan()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QFETCH(qint64, fen);
        const auto money = Money::fromYuanText(text);
        QCOMPARE(money.has_value(), valid);
        if (valid)
            QCOMPARE(money->fen(), fen);
    }
    void roundsOnceHalfAwayFromZero()
    {
        QCOMPARE(divideForDisplay(1, 2), 1);
        QCOMPARE(divideForDisplay(-1, 2), -1);
        QCOMPARE(divideForDisplay(1999998, 4), 500000); // 19,999.98 / 4 shows 5000.00, and is below it
        QCOMPARE(divideForDisplay(1, 3), 0);
        QCOMPARE(divideForDisplay(2, 3), 1);
    }
};

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
