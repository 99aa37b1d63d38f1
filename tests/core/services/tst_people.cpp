// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/people.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;

class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void somebodyWithoutANameGoesByTheLogin_data()
    {
        QTest::addColumn<QString>("realName");
        QTest::addColumn<QString>("shown");
        QTest::newRow("named") << QStringLiteral("王小明") << QStringLiteral("王小明");
        QTest::newRow("not named") << QString() << QStringLiteral("admin");
    }
    void somebodyWithoutANameGoesByTheLogin()
    {
        QFETCH(const QString, realName);
        QFETCH(const QString, shown);
        test::TestSite site;
        NewSite made = site.newSite();
        made.adminRealName = realName;
        const auto session = Session::create(made, site.clock);
        FFP_VERIFY(session);
        const People people(**session);
        QCOMPARE(people.nameOf((*session)->user().id), shown);
        QVERIFY(people.nameOf(OfficialId()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
