// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/searchservice.h"

#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

class TestSearchService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void householdsGoByTheirHeadAfterEachChange()
    {
        TestSite site;
        const RecordId household = addRecord(site.session(), Entity::Household,
                                             {{household::f("household_no"), Value(u"3413231140000001"_s)}});
        const RecordId head = addRecord(site.session(), Entity::Member,
                                        {{member::f("household_id"), Value(household)},
                                         {member::f("name"), Value(u"张三"_s)},
                                         {member::f("relation"), Value(u"head"_s)}});
        SearchService search(site.session());
        SilentProgress progress;
        FFP_VERIFY(search.build(progress));
        const auto shown = [&] {
            const SearchResult found = search.find(u"3413231140000001");
            return found.hits.size() == 1 ? found.hits.front().name : QString();
        };
        QCOMPARE(shown(), u"张三"_s);

        const auto renamed = editRecord(site.session(), head, {{member::f("name"), Value(u"李四"_s)}});
        FFP_VERIFY(renamed);
        QVERIFY(search.apply(*renamed).value_or(false));
        QCOMPARE(shown(), u"李四"_s);
        QVERIFY(search.find(u"张三").hits.isEmpty());

        const auto gone = site.session().log().transact({"test", site.session().user().id, {}, {}, true, 0},
                                                        [&](ChangeWriter &writer) {
                                                            return writer.setVoid(head, true, u"试"_s);
                                                        });
        FFP_VERIFY(gone);
        QVERIFY(search.apply(*gone).value_or(false));
        QVERIFY(search.find(u"李四").hits.isEmpty());
    }

    void manySmallChangesStayFast()
    {
        TestSite site;
        const RecordId household = addRecord(site.session(), Entity::Household,
                                             {{household::f("household_no"), Value(u"3413231140000001"_s)}});
        SearchService search(site.session());
        SilentProgress progress;
        FFP_VERIFY(search.build(progress));
        constexpr quint32 kAtOnce = 900; // more would be a bulk change, after which everything is read anew
        QString last;
        for (quint32 done = 0; done <= SearchIndex::kCompactAt; done += kAtOnce) {
            const auto change = site.session().log().transact(
                {"test", site.session().user().id, {}, {}, true, 0}, [&](ChangeWriter &writer) -> Result<> {
                    for (quint32 i = 0; i < kAtOnce; ++i) {
                        last = u"第%1人"_s.arg(done + i);
                        FFP_TRY(writer.create(Entity::Member, AreaCode::fromString(u"341323114201"_s),
                                              {{member::f("household_id"), Value(household)},
                                               {member::f("name"), Value(last)}}));
                    }
                    return {};
                });
            FFP_VERIFY(change);
            QVERIFY(search.apply(*change).value_or(false));
        }
        QVERIFY(!search.index().needsCompaction());
        QCOMPARE(search.find(last).hits.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSearchService)
#include "tst_searchservice.moc"
