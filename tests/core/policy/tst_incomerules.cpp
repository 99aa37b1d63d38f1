// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policypack.h"
#include "core/policy/policyreader.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

PolicyPack pack(const QString &id = u"anhui-2020"_s)
{
    const auto loaded = PolicyPack::load(id);
    if (!loaded)
        qFatal("pack: %s", qPrintable(loaded.error().detail));
    return *loaded;
}

/// A pack with one rule set; tests change one word of it.
QByteArray smallPack(const QByteArray &set, const QByteArray &chosen = "own")
{
    return R"({"format": 1, "id": "small", "version": "1", "title": {"zh": "小", "en": "Small"}, "document": "文件",
      "effective_from": "2020-01-01", "jurisdiction": "340000000000",
      "clauses": [{"id": "c1", "title": "第一条", "text": "原文"}],
      "classes": [{"code": "edge", "name": {"zh": "边缘户", "en": "Edge"}, "mark": "policy", "clauses": ["c1"]}],
      "parameters": [
        {"id": "income_rule_set", "title": {"zh": "集", "en": "Set"}, "type": "text", "value": ")"
           + chosen + R"(", "mark": "local_default", "source": "本地"}],
      "income_rule_sets": [)"
           + set + R"(], "rules": []})";
}

const QByteArray kSet =
    R"({"id": "own", "version": "1", "title": {"zh": "自定", "en": "Own"}, "from": "2020-01-01",
  "until": "2020-12-31", "cost_model": "ratio", "population_basis": "year", "test": "net_per_capita",
  "items": {"D4": "no", "D6-05": "no", "D6-08": "no", "D6-13": "no", "D6-14": "yes", "R1": "no"},
  "factors": [{"id": "grain", "item": "B1", "title": {"zh": "粮食", "en": "Grain"}, "value": "0.40"}],
  "mark": "local_default", "source": "本地"})";

} // namespace

class TestIncomeRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedSets_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : PolicyPack::shipped())
            QTest::newRow(qPrintable(id)) << id;
    }
    /// Every pack has one for each way of finding costs, all marked as local: the policy fixes none.
    void shippedSets()
    {
        QFETCH(const QString, id);
        const PolicyPack shipped = pack(id);
        QCOMPARE(int(shipped.incomeRuleSets().size()), 4);
        for (const CostModel model : {CostModel::Actual, CostModel::Ratio, CostModel::Coefficient})
            QVERIFY(std::any_of(shipped.incomeRuleSets().begin(), shipped.incomeRuleSets().end(),
                                [model](const IncomeRuleSet &one) { return one.costModel == model; }));
        for (const IncomeRuleSet &rules : shipped.incomeRuleSets()) {
            QCOMPARE(rules.mark, PolicyMark::LocalDefault);
            QVERIFY(!rules.source.isEmpty());
            QCOMPARE(rules.from, shipped.effectiveFrom());
            QCOMPARE(rules.testFigure,
                     id == u"anhui-2020"_s ? u"net_per_capita"_s : u"reference_per_capita"_s); // I-05
            QCOMPARE(incomeRuleSetName(rules.stamp(), true), rules.title.zh);
            QCOMPARE(incomeRuleSetName(rules.stamp(), false), rules.title.en);
        }
        const IncomeRuleSet *chosen = shipped.chosenIncomeRuleSet(shipped.effectiveFrom());
        QVERIFY(chosen);
        QCOMPARE(chosen->stamp(), id + u"/itemised@1"_s);
        QVERIFY(!shipped.chosenIncomeRuleSet(shipped.effectiveFrom().addDays(-1)));
    }
    void unknownStampIsItsOwnName()
    {
        QCOMPARE(incomeRuleSetName(u"hubei-2031/own@7"_s, true), u"hubei-2031/own@7"_s);
    }

    void aStampIsOfOnePackOnly()
    {
        QCOMPARE(pack().incomeRuleSetByStamp(u"anhui-2020/no-pension@1"_s)->id, u"no-pension"_s);
        for (const char *other : {"national-2021/no-pension@1", "anhui-2020/no-pension@2", "no-pension", ""})
            QVERIFY(!pack().incomeRuleSetByStamp(QString::fromLatin1(other)));
    }

    void whatCounts()
    {
        const PolicyPack shipped = pack();
        const QDate day(2020, 9, 1);
        const IncomeRuleSet *itemised = shipped.incomeRuleSet(u"itemised"_s);
        const IncomeRuleSet *without = shipped.incomeRuleSet(u"no-pension"_s);
        QVERIFY(itemised && without);
        QCOMPARE(shipped.countsAsIncome(*itemised, u"A1"_s, day), true);
        QCOMPARE(shipped.countsAsIncome(*itemised, u"E1"_s, day), true); // a cost takes part
        QVERIFY(!shipped.countsAsIncome(*itemised, u"D4"_s, day));       // sources disagree: nobody decided
        QCOMPARE(shipped.countsAsIncome(*without, u"D4"_s, day), false);
        QCOMPARE(undecidedItems(*itemised),
                 QStringList({u"D4"_s, u"D6-05"_s, u"D6-08"_s, u"D6-13"_s, u"D6-14"_s, u"R1"_s}));
        QCOMPARE(undecidedItems(*without), QStringList({u"D6-14"_s, u"R1"_s}));
        for (const bool counts : {true, false}) {
            const auto decided = shipped.withOverrides(
                {{u"income_counts_d4"_s, counts ? u"true"_s : u"false"_s}});
            FFP_VERIFY(decided);
            QCOMPARE(decided->countsAsIncome(*itemised, u"D4"_s, day), counts);
            QCOMPARE(decided->countsAsIncome(*without, u"D4"_s, day), false); // the set says it itself
        }
    }

    void theOfficeChooses()
    {
        const PolicyPack shipped = pack();
        const auto chosen = shipped.withOverrides({{u"income_rule_set"_s, u"no-pension"_s}});
        FFP_VERIFY(chosen);
        QCOMPARE(chosen->chosenIncomeRuleSet(QDate(2020, 9, 1))->id, u"no-pension"_s);
        FFP_VERIFY_ERROR(shipped.withOverrides({{u"income_rule_set"_s, u"nothing"_s}}),
                         ErrorKind::InvalidValue);
    }

    void factors()
    {
        const PolicyPack shipped = pack();
        const IncomeRuleSet *ratio = shipped.incomeRuleSet(u"fixed-ratio"_s);
        QVERIFY(ratio);
        QCOMPARE(ratio->factor(u"tobacco"_s)->factor, qint64(4500));
        QVERIFY(!ratio->factor(u"rice"_s));
        QCOMPARE(ratio->onlyFactorOf(u"B2"_s)->id, u"livestock"_s);
        QVERIFY(!ratio->onlyFactorOf(u"B1"_s)); // grain or tobacco: somebody has to say
        QVERIFY(ratio->hasFactorFor(u"B1"_s) && !ratio->hasFactorFor(u"B4"_s));
    }

    void daysInForce()
    {
        const auto small = PolicyReader::read(smallPack(kSet), u"small.json"_s);
        FFP_VERIFY(small);
        const IncomeRuleSet &rules = small->incomeRuleSets().front();
        QVERIFY(!rules.inForce(QDate(2019, 12, 31)));
        QVERIFY(rules.inForce(QDate(2020, 1, 1)));
        QVERIFY(rules.inForce(QDate(2020, 12, 31)));
        QVERIFY(!rules.inForce(QDate(2021, 1, 1)));
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const char *from, const char *to, const QString &place) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << place;
        };
        const QString set = u"income_rule_sets[0]"_s;
        row("unknown key", R"("test")", R"("tset")", set + u".tset"_s);
        row("version", R"("version": "1")", R"("version": "x")", set + u".version"_s);
        row("ends before it begins", "2020-12-31", "2019-12-31", set + u".until"_s);
        row("cost model", R"("ratio")", R"("guess")", set + u".cost_model"_s);
        row("population basis", R"("population_basis": "year")", R"("population_basis": "yore")",
            set + u".population_basis"_s);
        row("figure", "net_per_capita", "per_capita", set + u".test"_s);
        row("unknown item", R"("D4")", R"("Z4")", set + u".items"_s);
        row("cost as income item", R"("D4")", R"("E1")", set + u".items"_s);
        row("counting", R"("D4": "no")", R"("D4": "maybe")", set + u".items.D4"_s);
        row("asks without a parameter", R"("D4": "no")", R"("D4": "ask")", set + u".items"_s);
        row("factor of an income that has no costs", R"("item": "B1")", R"("item": "A1")",
            set + u".factors[0].item"_s);
        row("factor of no item", R"("item": "B1")", R"("item": "B9")", set + u".factors[0].item"_s);
        row("factor of 0", R"("0.40")", R"("0")", set + u".factors[0].value"_s);
        row("factor above 1", R"("0.40")", R"("1.0001")", set + u".factors[0].value"_s);
        row("factor too fine", R"("0.40")", R"("0.40001")", set + u".factors[0].value"_s);
        row("factors without a model", R"("ratio")", R"("actual")", set + u".factors"_s);
        row("no source", R"("source": "本地"})", R"("clauses": []})", set + u".source"_s);
    }
    void faultsAreNamed()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const QString, place);
        QByteArray set = kSet;
        QVERIFY(set.contains(from));
        const auto read = PolicyReader::read(smallPack(set.replace(from, to)), u"small.json"_s);
        FFP_VERIFY_ERROR(read, ErrorKind::PolicyPackInvalid);
        QVERIFY2(read.error().detail.contains(place + u": "_s), qPrintable(read.error().detail));
    }
    void factorOfOneIsTheLargest()
    {
        QByteArray set = kSet;
        FFP_VERIFY(PolicyReader::read(smallPack(set.replace("0.40", "1")), u"small.json"_s));
    }
    void setsBesideEachOther()
    {
        FFP_VERIFY_ERROR(PolicyReader::read(smallPack(kSet + ',' + kSet), u"small.json"_s),
                         ErrorKind::PolicyPackInvalid);
        FFP_VERIFY_ERROR(PolicyReader::read(smallPack(kSet, "other"), u"small.json"_s),
                         ErrorKind::PolicyPackInvalid);
        QByteArray twice = kSet;
        twice.replace(
            R"("factors": [)",
            R"("factors": [{"id": "grain", "item": "B1", "title": {"zh": "谷", "en": "Corn"}, "value": "0.3"},)");
        FFP_VERIFY_ERROR(PolicyReader::read(smallPack(twice), u"small.json"_s), ErrorKind::PolicyPackInvalid);
        QByteArray unchosen = smallPack(kSet);
        unchosen.replace("income_rule_set\"", "another_set\"");
        FFP_VERIFY_ERROR(PolicyReader::read(unchosen, u"small.json"_s), ErrorKind::PolicyPackInvalid);
    }
};

QTEST_GUILESS_MAIN(TestIncomeRules)
#include "tst_incomerules.moc"
