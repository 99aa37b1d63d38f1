// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "ui/models/areafinder.h"

using namespace ffp;
using namespace ffp::ui;

namespace {

QStringList names(const std::vector<AreaSuggestion> &areas)
{
    QStringList list;
    for (const AreaSuggestion &area : areas)
        list << area.path;
    return list;
}

} // namespace

class TestAreaFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto table = DivisionTable::fromCsv("code,level,name,parent_code\n"
                                                  "340000000000,province,安徽省,\n"
                                                  "341300000000,city,宿州市,340000000000\n"
                                                  "341323000000,county,灵璧县,341300000000\n"
                                                  "341323104000,township,虞姬镇,341323000000\n"
                                                  "341323105000,township,下楼镇,341323000000\n"
                                                  "341323104201,village,下田村委会,341323104000\n"
                                                  "341323104202,village,田万村委会,341323104000\n"
                                                  "341323105201,village,田楼村委会,341323105000\n",
                                                  QStringLiteral("t.csv"));
        FFP_VERIFY(table);
        m_finder = std::make_unique<AreaFinder>(*table);
    }

    void everyWordMustFit()
    {
        QCOMPARE(names(m_finder->find(QStringLiteral("虞姬 田万"), AreaLevel::Village, 9)),
                 QStringList{QStringLiteral("安徽省 宿州市 灵璧县 虞姬镇 田万村")});
        QVERIFY(m_finder->find(QStringLiteral("下楼 田万"), AreaLevel::Village, 9).empty());
    }
    void beginningOfTheOwnNameComesFirst()
    {
        const auto found = m_finder->find(QStringLiteral("田"), AreaLevel::Village, 9);
        QCOMPARE(found.size(), size_t(3));
        QCOMPARE(found[0].name, QStringLiteral("田万村"));
        QCOMPARE(found[1].name, QStringLiteral("田楼村"));
        QCOMPARE(found[2].name, QStringLiteral("下田村"));
    }
    void onlyTheAskedLevel()
    {
        QCOMPARE(m_finder->find(QStringLiteral("虞姬"), AreaLevel::Township, 9).size(), size_t(1));
        QCOMPARE(m_finder->find(QStringLiteral("虞姬"), AreaLevel::Village, 9).size(), size_t(2));
        QVERIFY(m_finder->find(QStringLiteral("虞姬"), AreaLevel::County, 9).empty());
    }
    void byBeginningOfTheCode()
    {
        QCOMPARE(m_finder->find(QStringLiteral("341323105"), AreaLevel::Village, 9).size(), size_t(1));
        QVERIFY(m_finder->find(QStringLiteral("105201"), AreaLevel::Village, 9).empty());
    }
    void nothingTypedShowsShortLevelsOnly()
    {
        QCOMPARE(m_finder->find({}, AreaLevel::Village, 3).size(), size_t(3));
        QVERIFY(m_finder->find({}, AreaLevel::Village, 2).empty());
        QCOMPARE(m_finder->find(QStringLiteral("  "), AreaLevel::County, 2).size(), size_t(1));
    }
    void limitHolds()
    {
        QCOMPARE(m_finder->find(QStringLiteral("田"), AreaLevel::Village, 2).size(), size_t(2));
    }
    void shippedTableHasEveryLevel()
    {
        const AreaFinder finder(DivisionTable::shipped());
        QCOMPARE(finder.find({}, AreaLevel::City, 50).size(), size_t(16));
        QVERIFY(!finder.find(QStringLiteral("虞姬"), AreaLevel::Township, 50).empty());
        QCOMPARE(finder.find(QStringLiteral("村"), AreaLevel::Village, 50).size(), size_t(50));
    }

private:
    std::unique_ptr<AreaFinder> m_finder;
};

QTEST_GUILESS_MAIN(TestAreaFinder)
#include "tst_areafinder.moc"
