// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/services/visitservice.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestVisitService : public QObject
{
    Q_OBJECT

private:
    test::TestSite m_site;
    RecordId m_household;

    NewVisit visit(QDate on, const QStringList &changes = {u"none"_s}) const
    {
        return {.household = m_household,
                .values = {{visit::f("visited_on"), Value(on.toString(Qt::ISODate))},
                           {visit::f("mode"), Value(u"home"_s)},
                           {visit::f("people"), Value(QStringList{u"王干部"_s, u"李队员"_s})},
                           {visit::f("changes"), Value(changes)}},
                .householdChanges = {},
                .memberChanges = {}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const FieldValues household{{household::f("household_no"), Value(u"3413231140000101"_s)},
                                    {household::f("monitor_class"), Value(u"edge"_s)}};
        const FieldValues head{{member::f("name"), Value(u"朱西宝"_s)}};
        const auto made = RegistryService(m_site.session())
                              .addHousehold(AreaCode::fromString(u"341323114200"_s), household, head);
        FFP_VERIFY(made);
        m_household = *made;
    }
    void edgeHouseholdIsDueUntilContacted()
    {
        VisitService visits(m_site.session());
        auto form = visits.prepare(m_household);
        FFP_VERIFY(form);
        QVERIFY(form->due.contains(u"contact_month"_s));
        QCOMPARE(form->proposed,
                 (FieldValues{{visit::f("visited_on"), Value(m_site.clock.today().toString(Qt::ISODate))},
                              {visit::f("mode"), Value(u"home"_s)},
                              {visit::f("purpose"), Value(u"monthly"_s)}}));
        QVERIFY(!form->lastVisit);
        // The last day of the month before does not count, the first of the month does.
        FFP_VERIFY(visits.add(visit(QDate(2026, 10, 31))));
        form = visits.prepare(m_household);
        FFP_VERIFY(form);
        QVERIFY(form->due.contains(u"contact_month"_s));
        QVERIFY(form->lastVisit);
        QCOMPARE(form->people.size(), 2);
        QVERIFY(form->knownPeople.contains(u"李队员"_s));
        FFP_VERIFY(visits.add(visit(QDate(2026, 11, 1))));
        form = visits.prepare(m_household);
        FFP_VERIFY(form);
        QVERIFY(!form->due.contains(u"contact_month"_s));
        QCOMPARE(form->proposed.back().second, Value(u"routine"_s)); // nothing is due
        const RecordId flag = test::addRecord(m_site.session(), Entity::Flag,
                                              {{flag::f("household_id"), Value(m_household)},
                                               {flag::f("rule"), Value(u"RF-06"_s)},
                                               {flag::f("level"), Value(u"red"_s)},
                                               {flag::f("status"), Value(u"open"_s)}});
        form = visits.prepare(m_household);
        FFP_VERIFY(form);
        QCOMPARE(form->proposed.back().second, Value(u"flag"_s));
        FFP_VERIFY(test::editRecord(m_site.session(), flag, {{flag::f("status"), Value(u"closed"_s)}}));
        form = visits.prepare(m_household);
        FFP_VERIFY(form);
        QCOMPARE(form->proposed.back().second, Value(u"routine"_s)); // settled ones count no more
    }
    void refusesAllFaultsAtOnce()
    {
        VisitService visits(m_site.session());
        FFP_VERIFY_ERROR(visits.add(visit(QDate(2026, 11, 2))), ErrorKind::InvalidValue); // tomorrow
        NewVisit both = visit(QDate(2026, 11, 1), {u"income"_s, u"none"_s});
        FFP_VERIFY_ERROR(visits.add(both), ErrorKind::InvalidValue);
        const auto empty = visits.add(
            {.household = m_household, .values = {}, .householdChanges = {}, .memberChanges = {}});
        FFP_VERIFY_ERROR(empty, ErrorKind::InvalidValue);
        QCOMPARE(empty.error().args, QStringList({u"visited_on: required"_s, u"mode: required"_s,
                                                  u"people: required"_s, u"changes: required"_s}));
    }
    void changedFactsGoInWithTheVisit()
    {
        VisitService visits(m_site.session());
        NewVisit changed = visit(QDate(2026, 11, 1), {u"members"_s});
        changed.householdChanges = {{household::f("population_current"), Value(5)}};
        FFP_VERIFY(visits.add(changed));
        const auto detail = RegistryService(m_site.session()).household(m_household);
        FFP_VERIFY(detail);
        QCOMPARE(detail->household[household::f("population_current")], Value(5));
    }
    void draftSurvivesAndGoesWithTheVisit()
    {
        VisitDraft draft{.household = m_household, .visit = visit(QDate(2026, 11, 1), {u"income"_s})};
        draft.visit.values.emplace_back(visit::f("needs"), Value(u"想找活干，\n家里缺钱"_s));
        FFP_VERIFY(VisitService(m_site.session()).saveDraft(draft));
        m_site.close();
        FFP_VERIFY(m_site.open());
        VisitService visits(m_site.session());
        const auto kept = visits.draft(m_household);
        FFP_VERIFY(kept);
        QVERIFY(kept->has_value());
        FieldValues expected = draft.visit.values;
        FieldValues got = (*kept)->visit.values;
        const auto byField = [](const auto &a, const auto &b) { return a.first.index < b.first.index; };
        std::sort(expected.begin(), expected.end(), byField);
        std::sort(got.begin(), got.end(), byField);
        QCOMPARE(got, expected);
        FFP_VERIFY(visits.add((*kept)->visit));
        const auto gone = visits.draft(m_household);
        FFP_VERIFY(gone);
        QVERIFY(!gone->has_value());
    }
    /// "Not saved" is true: a visit whose draft cannot go is not there, its draft is, and it can be saved
    /// again.
    void draftThatCannotGoTakesTheVisitBack()
    {
        VisitService visits(m_site.session());
        const VisitDraft draft{.household = m_household, .visit = visit(QDate(2026, 9, 30))};
        FFP_VERIFY(visits.saveDraft(draft));
        const auto inSeptember = [&] {
            const auto found = visits.list({}, QDate(2026, 9, 1), QDate(2026, 9, 30));
            return found ? int(found->size()) : -1;
        };
        Database &db = m_site.session().database();
        FFP_VERIFY(execute(db, u"CREATE TEMP TRIGGER stuck BEFORE DELETE ON draft BEGIN"
                               " SELECT RAISE(ABORT, 'stuck'); END"_s));
        FFP_VERIFY_ERROR(visits.add(draft.visit), ErrorKind::Database);
        QCOMPARE(inSeptember(), 0);
        FFP_VERIFY(execute(db, u"DROP TRIGGER stuck"_s));
        const auto kept = visits.draft(m_household);
        FFP_VERIFY(kept);
        QVERIFY(kept->has_value());
        FFP_VERIFY(visits.add((*kept)->visit));
        QCOMPARE(inSeptember(), 1);
        const auto gone = visits.draft(m_household);
        FFP_VERIFY(gone);
        QVERIFY(!gone->has_value());
    }
    void listsByPeriod()
    {
        const VisitService visits(m_site.session());
        const auto october = visits.list({}, QDate(2026, 10, 1), QDate(2026, 10, 31));
        FFP_VERIFY(october);
        QCOMPARE(october->size(), size_t(1));
        const auto elsewhere = visits.list(AreaCode::fromString(u"341323114201"_s), {}, {});
        FFP_VERIFY(elsewhere);
        QVERIFY(elsewhere->empty());
    }
    void rowsNameTheHouseholdAndHoldNoSensitiveAnswers()
    {
        const auto rows = VisitService(m_site.session()).rows({}, QDate(2026, 10, 1), {}, Language::Chinese);
        FFP_VERIFY(rows);
        QCOMPARE(rows->size(), size_t(4)); // one in October, three on 1 November
        QCOMPARE(rows->front().headName, u"朱西宝"_s);
        QVERIFY(!rows->front().areaName.isEmpty());
        QCOMPARE(rows->back().visit[visit::f("visited_on")].toText(), u"2026-10-31"_s);
        for (const VisitRow &row : *rows) {
            QVERIFY(row.householdRid != 0);
            QVERIFY(row.visit[visit::f("needs")].isBlank());
        }
        const auto later = VisitService(m_site.session()).rows({}, QDate(2026, 11, 2), {}, Language::Chinese);
        FFP_VERIFY(later);
        QVERIFY(later->empty());
    }
};

QTEST_GUILESS_MAIN(TestVisitService)
#include "tst_visitservice.moc"
