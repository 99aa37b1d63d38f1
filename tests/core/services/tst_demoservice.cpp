// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/memberfields.h"
#include "core/domain/idnumber.h"
#include "core/services/demoservice.h"
#include "core/services/registryservice.h"
#include "core/services/searchservice.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestDemoService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleAreWellFormedAndRepeatable()
    {
        test::TestSite first;
        test::TestSite second;
        SilentProgress progress;
        const auto made = DemoService(first.session()).fill({.households = 60, .seed = 7}, progress);
        FFP_VERIFY(made);
        QCOMPARE(made->households, 60);
        QVERIFY(made->members > 60);
        const auto again = DemoService(second.session()).fill({.households = 60, .seed = 7}, progress);
        FFP_VERIFY(again);
        QCOMPARE(again->members, made->members);

        const RegistryService registry(first.session());
        const auto rids = registry.householdIds({});
        FFP_VERIFY(rids);
        QCOMPARE(rids->size(), size_t(60));
        for (const qint64 rid : *rids) {
            const auto detail = registry.household(*registry.recordOf(rid));
            FFP_VERIFY(detail);
            QVERIFY(!detail->headName.isEmpty());
            for (const Record &person : detail->members) {
                const IdNumber id = parseIdNumber(person[member::f("id_no")].toText(), QDate(2026, 11, 1));
                QVERIFY2(id.findings.isEmpty(), "a demo number is not well-formed");
            }
        }
    }
    void cancelLeavesNothing()
    {
        test::TestSite site;
        SilentProgress progress;
        progress.cancel();
        FFP_VERIFY_ERROR(DemoService(site.session()).fill({.households = 10, .seed = 1}, progress),
                         ErrorKind::Cancelled);
        const auto rids = RegistryService(site.session()).householdIds({});
        FFP_VERIFY(rids);
        QVERIFY(rids->empty());
    }
    void everybodyIsFound()
    {
        test::TestSite site;
        SilentProgress progress;
        FFP_VERIFY(DemoService(site.session()).fill({.households = 30, .seed = 3}, progress));
        SearchService search(site.session());
        FFP_VERIFY(search.build(progress));
        const RegistryService registry(site.session());
        const auto rids = registry.householdIds({});
        FFP_VERIFY(rids);
        for (const qint64 rid : *rids) {
            const auto detail = registry.household(*registry.recordOf(rid));
            FFP_VERIFY(detail);
            const SearchResult hits = search.find(detail->headName, 500);
            const bool found = std::any_of(hits.hits.begin(), hits.hits.end(), [&](const SearchHit &hit) {
                return hit.household == detail->household.id;
            });
            QVERIFY(found);
        }
        QVERIFY(search.find(u"田万"_s).total > 0);
        const QString number = RegistryService(site.session())
                                   .household(*registry.recordOf(rids->front()))
                                   ->members.front()[member::f("id_no")]
                                   .toText();
        QVERIFY(search.find(number.mid(6, 8)).total > 0);
        search.forgetNumbers();
        QCOMPARE(search.find(number.mid(6, 12)).total, 0);
    }
};

QTEST_GUILESS_MAIN(TestDemoService)
#include "tst_demoservice.moc"
