// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codelist.h"
#include "core/services/incomecalculation.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

#include <limits>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

Money yuan(qint64 whole)
{
    return Money::fromFen(whole * 100);
}

IncomeDraftLine line(const QString &item, Money amount, std::optional<qint64> factor = {})
{
    return {item, {}, {}, amount, factor, {}, {}};
}

const QDate kToday(2020, 9, 20);

} // namespace

class TestIncomeCalculation : public QObject
{
    Q_OBJECT

    PolicyPack m_pack;

    const IncomeRuleSet &rules(const QString &id = u"itemised"_s) const { return *m_pack.incomeRuleSet(id); }
    IncomeResult calculate(const IncomeDraft &draft) const
    {
        return calculateIncome(draft, m_pack, rules(draft.ruleSet));
    }
    QStringList faultsOf(const IncomeDraft &draft) const { return incomeFaults(draft, m_pack, kToday); }
    /// Without faults.
    static IncomeDraft draft(std::vector<IncomeDraftLine> lines = {line(u"A1"_s, yuan(20000))},
                             const QString &ruleSet = u"itemised"_s)
    {
        IncomeDraft made;
        made.phase = u"identify"_s;
        made.window = identificationWindow({2020, 9});
        made.population = 4;
        made.populationBasis = u"current"_s;
        made.ruleSet = ruleSet;
        made.lines = std::move(lines);
        made.preparedOn = kToday;
        return made;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto pack = PolicyPack::load(u"anhui-2020"_s);
        FFP_VERIFY(pack);
        m_pack = std::move(*pack);
        QCOMPARE(faultsOf(draft()), QStringList());
    }

    /// 19,999.98 ÷ 4 shows as 5000.00 and is below 5000 all the same.
    void notRounded()
    {
        const IncomeResult result = calculate(draft({line(u"A1"_s, Money::fromFen(19'999'98))}));
        QCOMPARE(result.perCapita, yuan(5000));
        QCOMPARE(isBelowLine(result.figures->net, yuan(5000), 4), true);
        const IncomeResult at = calculate(draft({line(u"A1"_s, yuan(20000))}));
        QCOMPARE(isBelowLine(at.figures->net, yuan(5000), 4), false);
    }

    void bothFigures()
    {
        IncomeDraft ill = draft();
        ill.totals.claims = yuan(2000);
        ill.totals.selfPay = yuan(10000);
        const IncomeResult result = calculate(ill);
        QCOMPARE(result.perCapita, yuan(5000));
        QCOMPARE(result.referencePerCapita, yuan(3000));
        QCOMPARE(result.figures->net, yuan(20000));
        QCOMPARE(result.figures->reference, yuan(12000));
    }

    void withoutPopulationNoFigurePerPerson() // I-07
    {
        IncomeDraft none = draft();
        for (const std::optional<qint64> population :
             {std::optional<qint64>(), std::optional<qint64>(0), std::optional<qint64>(-1)}) {
            none.population = population;
            const IncomeResult result = calculate(none);
            QVERIFY(result.figures);
            QVERIFY(!result.perCapita && !result.referencePerCapita);
        }
    }

    void undecidedIsNamedAndNotCounted()
    {
        const IncomeResult open = calculate(draft({line(u"A1"_s, yuan(10)), line(u"D4"_s, yuan(5))}));
        QCOMPARE(open.figures->net, yuan(10));
        QCOMPARE(open.undecided, QStringList{u"D4"_s});
        QVERIFY(!open.counted[1]);
        const IncomeResult closed = calculate(
            draft({line(u"A1"_s, yuan(10)), line(u"D4"_s, yuan(5))}, u"no-pension"_s));
        QCOMPARE(closed.undecided, QStringList());
        QCOMPARE(closed.counted[1], std::optional(false));
        // Nothing that counts: no income, not an income of 0 (I-08).
        QVERIFY(!calculate(draft({line(u"D4"_s, yuan(5))})).figures);
    }

    void costModels() // I-10
    {
        const std::vector<IncomeDraftLine> lines{line(u"B1"_s, yuan(10000), 4500), line(u"B2"_s, yuan(1000)),
                                                 line(u"E1"_s, yuan(900)), line(u"B4"_s, yuan(100)),
                                                 line(u"E4"_s, yuan(30))};
        const IncomeDraft ratio = completedDraft(draft(lines, u"fixed-ratio"_s), rules(u"fixed-ratio"_s));
        QCOMPARE(ratio.lines[1].factor, std::optional<qint64>(4000)); // livestock has one share only
        QVERIFY(!ratio.lines[3].factor);
        QCOMPARE(faultsOf(ratio), QStringList());
        const IncomeResult byShare = calculate(ratio);
        QCOMPARE(byShare.totals.business, yuan(11100));
        QCOMPARE(byShare.totals.cost, yuan(4500 + 400 + 30));
        QCOMPARE(byShare.counted[2], std::optional(false)); // the recorded costs of a modelled crop
        QCOMPARE(byShare.counted[4], std::optional(true));

        const IncomeDraft net = draft({line(u"B1"_s, yuan(10000), 3100), line(u"E1"_s, yuan(900))},
                                      u"net-yield"_s);
        QCOMPARE(calculate(net).totals.business, yuan(3100));
        QCOMPARE(calculate(net).totals.cost, yuan(0));
        QCOMPARE(calculate(net).figures->net, yuan(3100));
    }

    void losses() // I-09
    {
        const IncomeResult result = calculate(draft({line(u"B1"_s, yuan(100)), line(u"E1"_s, yuan(900))}));
        QCOMPARE(result.figures->net, yuan(-800));
        QCOMPARE(result.perCapita, yuan(-200));
    }

    void tooLarge()
    {
        const Money most = Money::fromFen(std::numeric_limits<qint64>::max());
        const IncomeDraft huge = draft({line(u"A1"_s, most), line(u"A9"_s, Money::fromFen(1))});
        QVERIFY(calculate(huge).overflow);
        QVERIFY(!calculate(huge).figures);
        QCOMPARE(faultsOf(huge), QStringList{u"items: income_too_large"_s});
        QVERIFY(!calculate(draft({line(u"A1"_s, most)})).overflow);
    }

    void faults_data()
    {
        QTest::addColumn<std::function<void(IncomeDraft &)>>("spoil");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, std::function<void(IncomeDraft &)> spoil,
                            const QString &fault) { QTest::newRow(name) << std::move(spoil) << fault; };
        using D = IncomeDraft;
        row(
            "population blank", [](D &d) { d.population.reset(); }, u"population: required"_s);
        row(
            "population 0", [](D &d) { d.population = 0; }, u"population: income_population"_s); // HV-36
        row("population 1", [](D &d) { d.population = 1; }, {});
        row(
            "population beyond counting", [](D &d) { d.population = qint64(1) << 40; },
            u"population: income_population"_s);
        row(
            "basis blank", [](D &d) { d.populationBasis.clear(); }, u"population_basis: required"_s);
        row(
            "basis unknown", [](D &d) { d.populationBasis = u"x"_s; },
            u"population_basis: unknown_code_label"_s);
        row(
            "rule set blank", [](D &d) { d.ruleSet.clear(); }, u"rule_set: required"_s);
        row(
            "rule set unknown", [](D &d) { d.ruleSet = u"x"_s; }, u"rule_set: income_no_rules"_s);
        row("rule set on its first day", [](D &d) { d.preparedOn = QDate(2020, 3, 2); }, {});
        row(
            "rule set a day early", [](D &d) { d.preparedOn = QDate(2020, 3, 1); },
            u"rule_set: income_rules_not_in_force"_s);
        row(
            "phase blank", [](D &d) { d.phase.clear(); }, u"phase: required"_s);
        row("prepared today", [](D &d) { d.preparedOn = kToday; }, {});
        row(
            "prepared tomorrow", [](D &d) { d.preparedOn = kToday.addDays(1); }, u"prepared_on: future"_s);
        row(
            "no day", [](D &d) { d.preparedOn = {}; }, u"prepared_on: required"_s);
        row(
            "no begin", [](D &d) { d.window.from = {}; }, u"window_from: required"_s);
        row(
            "no end", [](D &d) { d.window.to = {}; }, u"window_to: required"_s);
        row(
            "a day short", [](D &d) { d.window.to = d.window.to.addDays(-1); },
            u"window_to: income_window"_s);
        row(
            "13 months", [](D &d) { d.window.from = d.window.from.addMonths(-1); },
            u"window_to: income_window"_s);
        row(
            "year as a month", [](D &d) { d.phase = u"month"_s; }, u"window_to: income_window"_s);
        row(
            "nothing", [](D &d) { d.lines.clear(); }, u"items: required"_s);
        row("totals only", [](D &d) { d.lines.clear(), d.totals.wage = yuan(0); }, {});
        row(
            "item blank", [](D &d) { d.lines[0].item.clear(); }, u"items[0].item: required"_s);
        row(
            "item unknown", [](D &d) { d.lines[0].item = u"Z1"_s; }, u"items[0].item: unknown_code_label"_s);
        row(
            "amount blank", [](D &d) { d.lines[0].amount.reset(); }, u"items[0].amount: required"_s);
        row("amount 0", [](D &d) { d.lines[0].amount = yuan(0); }, {});
        row(
            "amount below 0", [](D &d) { d.lines[0].amount = Money::fromFen(-1); },
            u"items[0].amount: negative"_s);
        row(
            "quantity below 0", [](D &d) { d.lines[0].quantity = -1; }, u"items[0].quantity: negative"_s);
        row(
            "item twice", [](D &d) { d.lines.push_back(d.lines[0]); }, u"items[1].item: income_repeated"_s);
        row("of two persons",
            [](D &d) {
                d.lines.push_back(d.lines[0]);
                d.lines[1].member = RecordId::fromString(QString(32, u'7'));
            },
            {});
        row(
            "factor not asked", [](D &d) { d.lines[0].factor = 4000; },
            u"items[0].factor: income_no_factor"_s);
        row(
            "claims below 0", [](D &d) { d.totals.claims = Money::fromFen(-1); },
            u"claims_income: negative"_s);
        row(
            "self-pay below 0", [](D &d) { d.totals.selfPay = Money::fromFen(-1); },
            u"compliant_self_pay: negative"_s);
        row(
            "total that the items do not give", [](D &d) { d.totals.wage = yuan(1); },
            u"wage_total: sum_mismatch"_s);
        row("total that they give", [](D &d) { d.totals.wage = yuan(20000); }, {});
        row(
            "wage below 0", [](D &d) { d.lines.clear(), d.totals.wage = Money::fromFen(-1); },
            u"wage_total: negative"_s);
        row("loss of the business", [](D &d) { d.lines.clear(), d.totals.business = yuan(-5); }, {});
        row(
            "loss beside costs",
            [](D &d) {
                d.lines.clear();
                d.totals.business = yuan(-5);
                d.totals.cost = yuan(0);
            },
            u"business_total: negative"_s);
    }
    void faults()
    {
        QFETCH(const std::function<void(IncomeDraft &)>, spoil);
        QFETCH(const QString, fault);
        IncomeDraft spoilt = draft();
        spoil(spoilt);
        QCOMPARE(faultsOf(spoilt), fault.isEmpty() ? QStringList() : QStringList{fault});
    }
    void allFaultsAtOnce()
    {
        IncomeDraft bad = draft({line(u"A1"_s, Money::fromFen(-1)), line(QString(), yuan(1))});
        bad.population = 0;
        bad.ruleSet.clear();
        QCOMPARE(faultsOf(bad), QStringList({u"population: income_population"_s, u"rule_set: required"_s,
                                             u"items[0].amount: negative"_s, u"items[1].item: required"_s}));
    }
    void factors()
    {
        const auto of = [this](std::optional<qint64> factor) {
            return faultsOf(draft({line(u"B1"_s, yuan(1), factor)}, u"net-yield"_s));
        };
        QCOMPARE(of({}), QStringList{u"items[0].factor: required"_s}); // wheat or maize
        QCOMPARE(of(0), QStringList{u"items[0].factor: income_factor"_s});
        QCOMPARE(of(1), QStringList());
        QCOMPARE(of(10000), QStringList());
        QCOMPARE(of(10001), QStringList{u"items[0].factor: income_factor"_s});
        // Two crops are two lines of one item.
        QCOMPARE(faultsOf(
                     draft({line(u"B1"_s, yuan(1), 3100), line(u"B1"_s, yuan(1), 4900)}, u"net-yield"_s)),
                 QStringList());
        QCOMPARE(faultsOf(draft({line(u"A1"_s, yuan(1), 3100)}, u"net-yield"_s)),
                 QStringList{u"items[0].factor: income_no_factor"_s});
        QCOMPARE(faultsOf(draft({line(u"B4"_s, yuan(1))}, u"net-yield"_s)), QStringList()); // has none
    }
    void claimsAreNotCountedTwice()
    {
        auto decided = m_pack.withOverrides({{u"income_counts_d6_14"_s, u"true"_s}});
        FFP_VERIFY(decided);
        IncomeDraft both = draft({line(u"D6-14"_s, yuan(100))});
        QCOMPARE(incomeFaults(both, *decided, kToday), QStringList());
        both.totals.claims = yuan(0);
        QCOMPARE(incomeFaults(both, *decided, kToday), QStringList());
        both.totals.claims = Money::fromFen(1);
        QCOMPARE(incomeFaults(both, *decided, kToday), QStringList{u"claims_income: income_claims_twice"_s});
        QCOMPARE(faultsOf(both), QStringList()); // not decided: not counted as an item
    }
    void windows()
    {
        const auto window = [](const char *from, const char *to) {
            return IncomeWindow{QDate::fromString(QLatin1String(from), Qt::ISODate),
                                QDate::fromString(QLatin1String(to), Qt::ISODate)};
        };
        QVERIFY(isWindowOf(u"month"_s, window("2020-02-01", "2020-02-29")));
        QVERIFY(!isWindowOf(u"month"_s, window("2020-02-01", "2020-02-28")));
        QVERIFY(!isWindowOf(u"month"_s, window("2020-02-02", "2020-02-29")));
        QVERIFY(isWindowOf(u"quarter"_s, window("2020-04-01", "2020-06-30")));
        QVERIFY(!isWindowOf(u"quarter"_s, window("2020-05-01", "2020-07-31")));
        QVERIFY(!isWindowOf(u"quarter"_s, window("2020-04-01", "2020-05-31")));
        QVERIFY(isWindowOf(u"annual"_s, window("2019-10-01", "2020-09-30")));
        QVERIFY(!isWindowOf(u"annual"_s, window("2020-04-01", "2020-06-30")));
    }

    /// Whatever is entered: every total is the sum of its counted lines, and the figures are those of the
    /// totals.
    void totalsAreSums()
    {
        QRandomGenerator dice(20200302);
        const auto codes = codeList("income_item")->codes;
        for (int round = 0; round < 2000; ++round) {
            std::vector<IncomeDraftLine> lines;
            const QString ruleSet = m_pack.incomeRuleSets()[dice.bounded(quint32(2))].id; // actual costs
            for (int n = dice.bounded(1, 12); n > 0; --n)
                lines.push_back(line(QString::fromLatin1(codes[dice.bounded(quint32(codes.size()))].code),
                                     Money::fromFen(dice.bounded(5'000'000))));
            IncomeDraft any = draft(lines, ruleSet);
            any.population = dice.bounded(1, 9);
            if (dice.bounded(2))
                any.totals.claims = Money::fromFen(dice.bounded(1'000'000));
            const IncomeResult result = calculate(any);
            std::map<QChar, qint64> sums;
            for (size_t i = 0; i < lines.size(); ++i)
                if (result.counted[i] == true) {
                    const QChar letter = lines[i].item[0] == u'R' ? QChar(u'D') : lines[i].item[0];
                    sums[letter] += lines[i].amount->fen();
                }
            const auto check = [&](QChar letter, const std::optional<Money> &total) {
                const auto sum = sums.find(letter);
                return sum == sums.end() ? !total : total == Money::fromFen(sum->second);
            };
            QVERIFY(check(u'A', result.totals.wage) && check(u'B', result.totals.business)
                    && check(u'C', result.totals.property) && check(u'D', result.totals.transfer)
                    && check(u'E', result.totals.cost));
            QCOMPARE(result.figures.has_value(), !sums.empty());
            if (!result.figures)
                continue;
            const qint64 net = sums[u'A'] + sums[u'B'] + sums[u'C'] + sums[u'D'] - sums[u'E'];
            QCOMPARE(result.figures->net.fen(), net);
            QCOMPARE(result.figures->reference.fen(), net + any.totals.claims.value_or(Money()).fen());
            QCOMPARE(result.perCapita, perCapita(Money::fromFen(net), int(*any.population)));
        }
    }
};

QTEST_GUILESS_MAIN(TestIncomeCalculation)
#include "tst_incomecalculation.moc"
