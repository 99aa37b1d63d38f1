// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/services/registryservice.h"
#include "core/services/userservice.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {
const AreaCode kTianwan = AreaCode::fromString(u"341323114200"_s);
}

class TestRegistryService : public QObject
{
    Q_OBJECT

private:
    test::TestSite m_site;

    RecordId add(const QString &number, const QString &headName, const char *monitorClass, qint64 population,
                 const QString &idNo)
    {
        RegistryService registry(m_site.session());
        const FieldValues household{{household::f("household_no"), Value(number)},
                                    {household::f("household_type"),
                                     Value(qstrcmp(monitorClass, "edge") ? u"exited"_s : u"general"_s)},
                                    {household::f("monitor_class"), Value(QString::fromLatin1(monitorClass))},
                                    {household::f("phone"), Value(u"19900001234"_s)},
                                    {household::f("population_current"), Value(population)}};
        const FieldValues head{{member::f("name"), Value(headName)}, {member::f("id_no"), Value(idNo)}};
        const auto made = registry.addHousehold(kTianwan, household, head);
        return made ? *made : RecordId();
    }
    qsizetype found(const QString &where)
    {
        const auto rids = RegistryService(m_site.session()).householdIds({.where = where});
        return rids ? static_cast<qsizetype>(rids->size()) : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_site.session().divisions().contains(kTianwan));
        QVERIFY(!add(u"3413231140000101"_s, u"朱西宝"_s, "none", 4, u"349999198506150027"_s).isNull());
        QVERIFY(!add(u"3413231140000102"_s, u"梁䶮"_s, "edge", 3, u"349999198506150043"_s).isNull());
        QVERIFY(!add(u"3413231140000103"_s, u"阿依古丽·买买提"_s, "exit_unstable", 1, u"34999919850615006X"_s)
                     .isNull());
    }
    void conditions_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << QString() << 3;
        QTest::newRow("code") << u"monitor_class = edge"_s << 1;
        QTest::newRow("label") << u"monitor_class = 边缘易致贫户"_s << 1;
        QTest::newRow("not") << u"monitor_class != edge"_s << 2;
        QTest::newRow("number at the bound") << u"population_current >= 3"_s << 2;
        QTest::newRow("number over the bound") << u"population_current > 3"_s << 1;
        QTest::newRow("two") << u"population_current > 0 and monitor_class = edge"_s << 1;
        QTest::newRow("contains") << u"head_name ~ 买买提"_s << 1;
        QTest::newRow("percent is no wildcard") << u"household_no ~ %"_s << 0;
        QTest::newRow("computed") << u"member_count = 1"_s << 3;
        QTest::newRow("by its label") << u"人口 >= 1"_s << 3;
        QTest::newRow("by its label, no blanks") << u"人口>1"_s << 0;
        QTest::newRow("by a part of its label") << u"当前家庭人口>3"_s << 1;
        QTest::newRow("by its English label") << u"current population > 3"_s << 1;
        QTest::newRow("a part of many labels") << u"家庭 = 1"_s << -1;
        QTest::newRow("blank") << u"natural_village = ''"_s << 3;
        QTest::newRow("S by blind index") << u"phone = 199 0000 1234"_s << 3;
        QTest::newRow("S other number") << u"phone = 19900009999"_s << 0;
        QTest::newRow("unknown field") << u"nonsense = 1"_s << -1;
        QTest::newRow("S compared") << u"phone > 1"_s << -1;
        QTest::newRow("bad value") << u"population_current = viele"_s << -1;
        QTest::newRow("no operator") << u"population_current"_s << -1;
        QTest::newRow("injection") << u"household_no = ' OR 1=1 --"_s << 0;
    }
    void conditions()
    {
        QFETCH(QString, where);
        QFETCH(int, count);
        QCOMPARE(found(where), count);
    }
    void sortsByStoredAndComputedColumns()
    {
        const RegistryService registry(m_site.session());
        const auto byPopulation = registry.householdIds({.sort = {{u"population_current"_s, true}}});
        FFP_VERIFY(byPopulation);
        const auto cells = registry.householdCells(*byPopulation, {u"head_name"_s, u"area_name"_s, u"phone"_s,
                                                                   u"member_count"_s});
        FFP_VERIFY(cells);
        QCOMPARE((*cells)[0][0], u"朱西宝"_s);
        QCOMPARE((*cells)[0][1], u"田万村"_s);
        QCOMPARE((*cells)[0][2], u"199****1234"_s);
        QCOMPARE((*cells)[0][3], u"1"_s);
        FFP_VERIFY_ERROR(registry.householdIds({.sort = {{u"nonsense"_s, false}}}),
                         ErrorKind::InvalidArgument);
        FFP_VERIFY_ERROR(registry.householdCells(*byPopulation, {u"nonsense"_s}), ErrorKind::InvalidArgument);
    }
    void oneHouseholdWithItsPeopleAndHistory()
    {
        RegistryService registry(m_site.session());
        const auto id = registry.findHousehold(u"3413231140000101"_s);
        FFP_VERIFY(id);
        const FieldValues child{{member::f("name"), Value(u"朱海"_s)},
                                {member::f("relation"), Value(u"son"_s)}};
        FFP_VERIFY(registry.addMember(*id, child));
        const FieldValues edit{{household::f("remark"), Value(u"外出务工"_s)}};
        FFP_VERIFY(registry.edit(*id, edit, u"入户核实"_s));
        const auto detail = registry.household(*id);
        FFP_VERIFY(detail);
        QCOMPARE(detail->members.size(), size_t(2));
        QCOMPARE(detail->headName, u"朱西宝"_s);
        const auto history = registry.history(*id);
        FFP_VERIFY(history);
        const auto &last = history->front();
        QCOMPARE(last.field, household::f("remark"));
        QCOMPARE(last.before, Value());
        QCOMPARE(last.after, Value(u"外出务工"_s));
        QCOMPARE(last.note, u"入户核实"_s);
        QCOMPARE(last.actor, m_site.session().user().id);
        QVERIFY(!last.actorName.isEmpty());
        QCOMPARE(last.recordLabel, u"户"_s);
        QVERIFY(std::any_of(history->begin(), history->end(), [](const HistoryEntry &entry) {
            return entry.recordLabel == u"家庭成员 朱西宝"_s;
        }));
        const auto english = registry.history(*id, Language::English);
        FFP_VERIFY(english);
        QCOMPARE(english->front().recordLabel, u"Household"_s);
        for (const HistoryEntry &entry : *english)
            QVERIFY2(entry.recordLabel.startsWith(u"Household"_s)
                         || entry.recordLabel.startsWith(u"Member "_s),
                     qPrintable(entry.recordLabel));
    }
    void refusesAllFaultsAtOnce()
    {
        RegistryService registry(m_site.session());
        const auto id = registry.findHousehold(u"3413231140000102"_s);
        FFP_VERIFY(id);
        const FieldValues bad{{household::f("monitor_class"), Value(u"keine"_s)},
                              {household::f("phone"), Value(u"12"_s)},
                              {household::f("head_name"), Value(u"张三"_s)}};
        const auto refused = registry.edit(*id, bad, {});
        FFP_VERIFY_ERROR(refused, ErrorKind::InvalidValue);
        QVERIFY(refused.error().args.size() >= 2);
    }
    void secondHeadIsRefused()
    {
        RegistryService registry(m_site.session());
        const auto id = registry.findHousehold(u"3413231140000103"_s);
        FFP_VERIFY(id);
        const FieldValues head{{member::f("name"), Value(u"张三"_s)},
                               {member::f("relation"), Value(u"head"_s)}};
        FFP_VERIFY_ERROR(registry.addMember(*id, head), ErrorKind::RuleBroken);
    }
    void otherAreaIsRefused()
    {
        RegistryService registry(m_site.session());
        const FieldValues household{{household::f("household_no"), Value(u"1"_s)}};
        const FieldValues head{{member::f("name"), Value(u"张三"_s)}};
        FFP_VERIFY_ERROR(registry.addHousehold(AreaCode::fromString(u"341323115200"_s), household, head),
                         ErrorKind::NotAllowed);
    }
    void areaCountsAddUp()
    {
        const auto counts = RegistryService(m_site.session()).areaCounts();
        FFP_VERIFY(counts);
        QCOMPARE(counts->front().area, m_site.session().site().area);
        QCOMPARE(counts->front().households, 3);
        qint64 villages = 0;
        for (const AreaCount &count : *counts)
            if (count.area.level() == AreaLevel::Village)
                villages += count.households;
        QCOMPARE(villages, 3);
    }
    void unmaskingIsLogged()
    {
        RegistryService registry(m_site.session());
        const auto id = registry.findHousehold(u"3413231140000101"_s);
        FFP_VERIFY(id);
        const auto phone = registry.reveal(*id, household::f("phone"));
        FFP_VERIFY(phone);
        QCOMPARE(*phone, u"19900001234"_s);
    }
    void viewerMayNotWrite()
    {
        FFP_VERIFY(
            UserService(m_site.session()).add(u"looker"_s, u"看客"_s, Role::Viewer, test::kAdminPassword));
        m_site.close();
        FFP_VERIFY(m_site.open(u"looker"_s));
        RegistryService registry(m_site.session());
        const auto id = registry.findHousehold(u"3413231140000101"_s);
        FFP_VERIFY(id);
        FFP_VERIFY_ERROR(registry.edit(*id, {{household::f("remark"), Value(u"x"_s)}}, {}),
                         ErrorKind::NotAllowed);
        FFP_VERIFY(registry.household(*id));
    }
};

QTEST_GUILESS_MAIN(TestRegistryService)
#include "tst_registryservice.moc"
