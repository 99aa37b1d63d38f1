// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/householdrules.h"
#include "core/domain/monitoringrules.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

using Rows = std::vector<HouseholdRow>;

HouseholdRow row(const QString &relation, Sex sex = Sex::Unknown, std::optional<int> count = {},
                 const QString &village = {})
{
    return {relation, sex, count, village};
}

const QDate kToday(2026, 10, 31);

MonitoringFacts exited(const QString &monitorClass, YearMonth identified)
{
    MonitoringFacts facts;
    facts.householdType = u"exited"_s;
    facts.monitorClass = monitorClass;
    facts.identified = identified;
    facts.riskRemoved = false;
    return facts;
}

} // namespace

class TestHouseholdRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void heads() // DQ-201
    {
        QVERIFY(checkHousehold(Rows{row(u"head"_s), row(u"son"_s)}).isEmpty());
        QCOMPARE(checkHousehold(Rows{row(u"other"_s), row(u"son"_s)}),
                 (QList<RowFinding>{{Finding::HouseholdNoHead, 0}}));
        QCOMPARE(checkHousehold(Rows{row(u"head"_s), row(u"son"_s), row(u"head"_s), row(u"head"_s)}),
                 (QList<RowFinding>{{Finding::HouseholdTwoHeads, 2}}));
        QVERIFY(checkHousehold(Rows{}).isEmpty());
    }

    void spouses() // DQ-202, DQ-203
    {
        QVERIFY(checkHousehold(Rows{row(u"head"_s, Sex::Male), row(u"spouse"_s, Sex::Female)}).isEmpty());
        QCOMPARE(checkHousehold(Rows{row(u"spouse"_s, Sex::Male), row(u"head"_s, Sex::Male)}),
                 (QList<RowFinding>{{Finding::SpouseSameSex, 0}}));
        QVERIFY(checkHousehold(Rows{row(u"head"_s, Sex::Unknown), row(u"spouse"_s, Sex::Unknown)}).isEmpty());
        QCOMPARE(checkHousehold(
                     Rows{row(u"head"_s, Sex::Male), row(u"spouse"_s, Sex::Male), row(u"spouse"_s)}),
                 (QList<RowFinding>{{Finding::HouseholdTwoSpouses, 2}}));
    }

    void counts() // DQ-207, T-12
    {
        QVERIFY(checkHousehold(Rows{row(u"head"_s, {}, 2), row(u"son"_s, {}, 2)}).isEmpty());
        QVERIFY(checkHousehold(Rows{row(u"head"_s), row(u"son"_s, {}, 2)}).isEmpty());
        QCOMPARE(checkHousehold(Rows{row(u"head"_s, {}, 3), row(u"son"_s, {}, 3)}),
                 (QList<RowFinding>{{Finding::MemberCountMismatch, 0}}));
        QCOMPARE(checkHousehold(Rows{row(u"head"_s, {}, 1), row(u"son"_s, {}, 1)}),
                 (QList<RowFinding>{{Finding::MemberCountMismatch, 0}}));
        QCOMPARE(checkHousehold(Rows{row(u"head"_s, {}, 2), row(u"son"_s, {}, 3)}),
                 (QList<RowFinding>{{Finding::MemberCountInconsistent, 1}}));
    }

    void villages() // T-19
    {
        QVERIFY(checkHousehold(Rows{row(u"head"_s, {}, {}, u"a"_s), row(u"son"_s)}).isEmpty());
        QCOMPARE(checkHousehold(Rows{row(u"head"_s, {}, {}, u"a"_s), row(u"son"_s, {}, {}, u"b"_s)}),
                 (QList<RowFinding>{{Finding::HouseholdInTwoVillages, 1}}));
    }

    void duplicates() // DQ-107, DQ-210
    {
        const std::vector<PersonRow> rows{{u"k1"_s, u"h1"_s},   {u"k2"_s, u"h1"_s},   {u"k1"_s, u"h2"_s},
                                          {QString(), u"h1"_s}, {QString(), u"h2"_s}, {u"k3"_s, u"h3"_s},
                                          {u"k3"_s, u"h3"_s},   {u"k1"_s, u"h1"_s}};
        const QList<DuplicatePerson> found = duplicatePersons(rows);
        QStringList told;
        for (const DuplicatePerson &one : found)
            told.append(
                u"%1 %2 %3"_s.arg(one.row).arg(one.other).arg(QLatin1String(findingDef(one.finding).kind)));
        QCOMPARE(told,
                 (QStringList{u"0 2 id_duplicate_two_households"_s, u"2 7 id_duplicate_two_households"_s,
                              u"5 6 id_duplicate_in_household"_s, u"6 5 id_duplicate_in_household"_s,
                              u"7 2 id_duplicate_two_households"_s}));
    }

    void phones() // DQ-603
    {
        const std::vector<HouseholdPhone> entries{{u"h1"_s, u"p1"_s},  {u"h1"_s, u"p1"_s},
                                                  {u"h2"_s, u"p2"_s},  {u"h3"_s, u"p1"_s},
                                                  {u"h4"_s, u"p1"_s},  {u"h5"_s, QString()},
                                                  {u"h6"_s, QString()}};
        const QList<SharedPhone> found = sharedPhones(entries);
        QCOMPARE(found.size(), 1); // once per number
        QCOMPARE(found[0].entry, 3);
        QCOMPARE(found[0].other, 0);
    }

    void causesAndRisks() // V-20
    {
        QVERIFY(causesAreRight(u"a"_s, {u"b"_s, u"c"_s}));
        QVERIFY(!causesAreRight(u"a"_s, {u"b"_s, u"c"_s, u"d"_s}));
        QVERIFY(!causesAreRight(u"a"_s, {u"a"_s}));
        QVERIFY(!causesAreRight(u"a"_s, {u"b"_s, u"b"_s}));
        QVERIFY(causesAreRight({}, {}));
        QVERIFY(risksAreRight({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
        QVERIFY(!risksAreRight({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s}));
        QVERIFY(!risksAreRight({u"a"_s, u"b"_s, u"a"_s}));
    }

    void classAndType() // HV-04
    {
        QVERIFY(classFitsType(u"edge", u"general"));
        QVERIFY(!classFitsType(u"edge", u"exited"));
        QVERIFY(!classFitsType(u"edge", u"registered_unexited"));
        QVERIFY(classFitsType(u"exit_unstable", u"exited"));
        QVERIFY(!classFitsType(u"exit_unstable", u"general"));
        QVERIFY(classFitsType(u"sudden", u"exited"));
        QVERIFY(classFitsType(u"sudden", u"general"));
        QVERIFY(classFitsType(u"edge", u"")); // type not known
        QCOMPARE(checkMonitoring(exited(u"edge"_s, {2024, 1}), kToday),
                 QList<Finding>{Finding::CategoryConflict});
    }

    void classMissing()
    {
        MonitoringFacts facts;
        QVERIFY(checkMonitoring(facts, kToday).isEmpty());
        facts.monitorClass = u"none"_s;
        QVERIFY(checkMonitoring(facts, kToday).isEmpty());
        facts.listOfMonitored = true;
        QCOMPARE(checkMonitoring(facts, kToday), QList<Finding>{Finding::MonitoredWithoutClass});
        facts.monitorClass.clear();
        QCOMPARE(checkMonitoring(facts, kToday), QList<Finding>{Finding::MonitoredWithoutClass});
    }

    void monthOfIdentification()
    {
        MonitoringFacts facts = exited(u"exit_unstable"_s, {2026, 10});
        QVERIFY(checkMonitoring(facts, kToday).isEmpty());
        facts.identified = YearMonth(2026, 11);
        QCOMPARE(checkMonitoring(facts, kToday), QList<Finding>{Finding::MonthInFuture});
        facts.identified.reset();
        QCOMPARE(checkMonitoring(facts, kToday), QList<Finding>{Finding::MonitoredWithoutMonth});
        facts.identifiedUnread = true; // told already
        QVERIFY(checkMonitoring(facts, kToday).isEmpty());
    }

    void removal() // DQ-114, DQ-902, DQ-911
    {
        MonitoringFacts facts = exited(u"exit_unstable"_s, {2024, 1});
        facts.riskRemoved = true;
        QCOMPARE(checkMonitoring(facts, kToday), QList<Finding>{Finding::RemovedWithoutDate});
        facts.removedUnread = true;
        QVERIFY(checkMonitoring(facts, kToday).isEmpty());
        facts.removed = YearMonth(2024, 7); // six months
        QVERIFY(checkMonitoring(facts, kToday).isEmpty());
        facts.removed = YearMonth(2024, 6);
        QCOMPARE(checkMonitoring(facts, kToday), QList<Finding>{Finding::RemovedTooFast});
        facts.removed = YearMonth(2024, 1);
        QCOMPARE(checkMonitoring(facts, kToday), QList<Finding>{Finding::RemovedTooFast});
        facts.removed = YearMonth(2023, 12);
        QCOMPARE(checkMonitoring(facts, kToday), QList<Finding>{Finding::RemovalBeforeIdentification});
        facts.removed = YearMonth(2026, 11);
        QCOMPARE(checkMonitoring(facts, kToday), QList<Finding>{Finding::MonthInFuture});
    }
};

QTEST_GUILESS_MAIN(TestHouseholdRules)
#include "tst_householdrules.moc"
