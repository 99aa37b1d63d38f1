// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/income.h"
#include "tests/support/testsupport.h"

#include <limits>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

Money yuan(qint64 whole)
{
    return Money::fromFen(whole * 100);
}

IncomeTotals full()
{
    return {yuan(30000), yuan(9000), yuan(1000), yuan(5000), yuan(4000), std::nullopt, std::nullopt};
}

IncomeLineFacts line(const QString &item, qint64 whole, std::optional<bool> counted = {},
                     std::optional<qint64> factor = {})
{
    return {item, yuan(whole), counted, factor};
}

LineSum sum(std::vector<IncomeLineFacts> lines, CostModel model = CostModel::Actual)
{
    return sumLines(lines, model);
}

} // namespace

class TestIncome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void totals() // I-01, I-02, I-04
    {
        const auto figures = incomeFigures(full());
        QVERIFY(figures);
        QCOMPARE(figures->gross, yuan(45000));
        QCOMPARE(figures->net, yuan(41000));
        QCOMPARE(figures->reference, yuan(41000));
        QVERIFY(!figures->incomplete);

        IncomeTotals ill = full();
        ill.claims = yuan(2000);
        ill.selfPay = yuan(12000);
        QCOMPARE(incomeFigures(ill)->net, yuan(41000)); // both figures side by side (I-05)
        QCOMPARE(incomeFigures(ill)->reference, yuan(31000));
    }

    void blankAndZero() // I-08
    {
        QVERIFY(!incomeFigures({}));
        IncomeTotals onlyClaims;
        onlyClaims.claims = yuan(1);
        QVERIFY(!incomeFigures(onlyClaims));
        IncomeTotals zero;
        zero.wage = yuan(0);
        QCOMPARE(incomeFigures(zero), (IncomeFigures{yuan(0), yuan(0), yuan(0), true}));
        IncomeTotals noCost = full();
        noCost.cost.reset();
        QCOMPARE(incomeFigures(noCost)->net, yuan(45000));
        QVERIFY(incomeFigures(noCost)->incomplete);
    }

    void losses() // I-09
    {
        IncomeTotals loss = full();
        loss.business = yuan(0);
        loss.cost = yuan(50000);
        QCOMPARE(incomeFigures(loss)->net, yuan(-14000));
    }

    void hugeAmounts()
    {
        IncomeTotals huge = full();
        huge.wage = Money::fromFen(std::numeric_limits<qint64>::max());
        QVERIFY(!incomeFigures(huge));
        huge = full();
        huge.cost = Money::fromFen(std::numeric_limits<qint64>::min());
        QVERIFY(!incomeFigures(huge));
        QCOMPARE(isBelowLine(Money::fromFen(std::numeric_limits<qint64>::max()), yuan(5000), 1), false);
        QCOMPARE(isBelowLine(Money::fromFen(1), Money::fromFen(std::numeric_limits<qint64>::max()), 99),
                 true);
    }

    void perPerson() // I-03, I-06 display, I-07
    {
        QCOMPARE(perCapita(yuan(10000), 3), Money::fromFen(333333));
        QCOMPARE(perCapita(yuan(20000), 3), Money::fromFen(666667));
        QCOMPARE(perCapita(Money::fromFen(5), 2), Money::fromFen(3)); // half away from zero
        QCOMPARE(perCapita(Money::fromFen(-5), 2), Money::fromFen(-3));
        QCOMPARE(perCapita(yuan(10000), 1), yuan(10000));
        QVERIFY(!perCapita(yuan(10000), 0)); // never 0 treated as 1
        QVERIFY(!perCapita(yuan(10000), -1));
    }

    void lineTest() // I-06: strict, exact
    {
        const Money line = yuan(5000);
        QCOMPARE(isBelowLine(yuan(15000), line, 3), false); // at the line
        QCOMPARE(isBelowLine(yuan(15000) - Money::fromFen(1), line, 3), true);
        QCOMPARE(isBelowLine(yuan(15000) + Money::fromFen(1), line, 3), false);
        // 14999.99 / 3 shows as 5000.00 and is below all the same.
        QCOMPARE(perCapita(Money::fromFen(1499999), 3), line);
        QCOMPARE(isBelowLine(yuan(-1), line, 1), true);
        QVERIFY(!isBelowLine(yuan(0), line, 0));
    }

    void lines()
    {
        const LineSum s = sum({line(u"A1"_s, 20000), line(u"A9"_s, 10000), line(u"B1"_s, 9000),
                               line(u"C2"_s, 1000), line(u"D2"_s, 3000), line(u"D6-04"_s, 2000),
                               line(u"E1"_s, 4000)});
        QCOMPARE(s.totals.wage, yuan(30000));
        QCOMPARE(s.totals.business, yuan(9000));
        QCOMPARE(s.totals.property, yuan(1000));
        QCOMPARE(s.totals.transfer, yuan(5000));
        QCOMPARE(s.totals.cost, yuan(4000));
        QVERIFY(s.undecided.isEmpty() && s.unknown.isEmpty());
        QVERIFY(!sum({line(u"A1"_s, 1)}).totals.business); // no line: blank, not 0
    }

    void whatCounts()
    {
        const LineSum open = sum({line(u"D4"_s, 3480), line(u"D1"_s, 100)}); // sources disagree on pensions
        QCOMPARE(open.totals.transfer, yuan(100));
        QCOMPARE(open.undecided, QStringList{u"D4"_s});
        QCOMPARE(sum({line(u"D4"_s, 3480, true)}).totals.transfer, yuan(3480));
        QVERIFY(!sum({line(u"D4"_s, 3480, false)}).totals.transfer);
        QVERIFY(sum({line(u"D4"_s, 3480, false)}).undecided.isEmpty());
        QVERIFY(!sum({line(u"A1"_s, 5, false)}).totals.wage);
        QCOMPARE(sum({line(u"R1"_s, 7, true)}).totals.transfer, yuan(7));
        QCOMPARE(sum({line(u"Z9"_s, 7)}).unknown, QStringList{u"Z9"_s});
        QCOMPARE(sum({line(QString(), 7)}).unknown, QStringList{QString()});
    }

    void costModels() // I-10
    {
        const std::vector<IncomeLineFacts> lines{line(u"B1"_s, 10000, {}, 3100), line(u"E1"_s, 900),
                                                 line(u"B2"_s, 5000), line(u"E2"_s, 700)};
        const IncomeTotals actual = sumLines(lines, CostModel::Actual).totals;
        QCOMPARE(actual.business, yuan(15000));
        QCOMPARE(actual.cost, yuan(1600));
        const IncomeTotals ratio = sumLines(lines, CostModel::Ratio).totals;
        QCOMPARE(ratio.business, yuan(15000));
        QCOMPARE(ratio.cost, yuan(3100 + 700)); // the recorded 900 belong to the modelled crop
        const IncomeTotals net = sumLines(lines, CostModel::Coefficient).totals;
        QCOMPARE(net.business, yuan(3100 + 5000));
        QCOMPARE(net.cost, yuan(700));
        // Rounded once per line, half away from zero.
        const std::vector<IncomeLineFacts> odd{{u"B1"_s, Money::fromFen(5), {}, 1000},
                                               {u"B3"_s, Money::fromFen(-5), {}, 3000}};
        QCOMPARE(sumLines(odd, CostModel::Coefficient).totals.business, Money::fromFen(1 - 2));
        QCOMPARE(sumLines(odd, CostModel::Coefficient).totals.cost, yuan(0));
    }

    void sumsTooLarge()
    {
        const Money most = Money::fromFen(std::numeric_limits<qint64>::max());
        const std::vector<IncomeLineFacts> over{{u"A1"_s, most, {}, {}},
                                                {u"A9"_s, Money::fromFen(1), {}, {}}};
        QVERIFY(sumLines(over).overflow);
        QVERIFY(!sumLines(over).totals.wage);
        QVERIFY(!sum({line(u"A1"_s, 1)}).overflow);
        QVERIFY(!sumLines(std::span(over).first(1)).overflow);
    }

    void periodsInWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QString>("shortest");
        const auto row = [](const char *text, QDate from, QDate to, const char *shortest) {
            QTest::newRow(text) << QString::fromLatin1(text) << from << to << QString::fromLatin1(shortest);
        };
        row("2020", {2020, 1, 1}, {2020, 12, 31}, "2020");
        row("2020-02", {2020, 2, 1}, {2020, 2, 29}, "2020-02");
        row("2020Q1", {2020, 1, 1}, {2020, 3, 31}, "2020Q1");
        row("2020q4", {2020, 10, 1}, {2020, 12, 31}, "2020Q4");
        row("2019-09..2020-08", {2019, 9, 1}, {2020, 8, 31}, "2019-09..2020-08");
        row("2019-09-01..2020-08-31", {2019, 9, 1}, {2020, 8, 31}, "2019-09..2020-08");
        row("2020-01..2020-12", {2020, 1, 1}, {2020, 12, 31}, "2020");
        row("2020-04..2020-06", {2020, 4, 1}, {2020, 6, 30}, "2020Q2");
        row("2020-05..2020-07", {2020, 5, 1}, {2020, 7, 31}, "2020-05..2020-07");
        row("2019-09-02..2020-08-31", {2019, 9, 2}, {2020, 8, 31}, "2019-09-02..2020-08-31");
    }
    void periodsInWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QDate, from);
        QFETCH(const QDate, to);
        QFETCH(const QString, shortest);
        const auto window = incomePeriodFromText(text);
        QVERIFY(window);
        QCOMPARE(window->from, from);
        QCOMPARE(window->to, to);
        QCOMPARE(incomePeriodText(*window), shortest);
    }
    void noPeriods()
    {
        for (const char *text : {"", "20", "2020-13", "2020-00", "2020Q5", "2020Q0", "2020-02-30",
                                 "2020-08..2019-09", "..2020", "2020..", "1899", "2200", "2020-1", "x"})
            QVERIFY2(!incomePeriodFromText(QString::fromLatin1(text)), text);
        QCOMPARE(incomePeriodText({}), QString());
    }

    void windows()
    {
        const IncomeWindow window = identificationWindow({2020, 9});
        QCOMPARE(window, (IncomeWindow{QDate(2019, 9, 1), QDate(2020, 8, 31)}));
        QCOMPARE(identificationWindow({2024, 3}).to, QDate(2024, 2, 29));
        QVERIFY(isTwelveMonths(window));
        QVERIFY(!isTwelveMonths({QDate(2019, 9, 2), QDate(2020, 8, 31)}));
        QVERIFY(!isTwelveMonths({QDate(2019, 9, 1), QDate(2020, 8, 30)}));
        QVERIFY(!isTwelveMonths({QDate(2019, 9, 1), QDate(2020, 7, 31)}));
        QVERIFY(!isTwelveMonths({QDate(2019, 9, 1), QDate(2020, 9, 30)}));
        QVERIFY(!isTwelveMonths({}));
    }
};

QTEST_GUILESS_MAIN(TestIncome)
#include "tst_income.moc"
