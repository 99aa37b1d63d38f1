// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/todayservice.h"

#include "core/domain/fields/visitfields.h"
#include "core/services/maintenanceservice.h"
#include "core/services/registryservice.h"
#include "core/services/undoservice.h"
#include "core/services/visitservice.h"
#include "tests/support/rulefixture.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Two edge households and one exited, in a township on 2026-11-10.
struct Office : TestSite {
    Office()
    {
        clock.set(QDate(2026, 11, 10));
        write([this](RecordMaker &m) {
            seen = m.household({{"household_no", "3413231140000001"}, {"monitor_class", "edge"}});
            m.member(seen, {{"name", "试甲"}, {"relation", "head"}});
            unseen = m.household({{"household_no", "3413231140000002"}, {"monitor_class", "edge"}});
            m.member(unseen, {{"name", "试乙"}, {"relation", "head"}});
            other = m.household({{"household_no", "3413231140000003"}});
            m.member(other, {{"name", "试丙"}, {"relation", "head"}});
        });
    }
    void write(const std::function<void(RecordMaker &)> &work)
    {
        const auto done = session().log().transact({"test", session().user().id, {}, {}, true, 0},
                                                   [&](ChangeWriter &w) -> Result<> {
                                                       RecordMaker m(w);
                                                       work(m);
                                                       return {};
                                                   });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    void visit(RecordId household, const char *day)
    {
        write([&](RecordMaker &m) {
            m.of(household, Entity::Visit, {{"visited_on", day}, {"mode", "home"}, {"people", "王娟"}});
        });
    }
    void alert(RecordId household, const char *level, const char *due, const char *status = "open")
    {
        write([&](RecordMaker &m) {
            m.of(household, Entity::Flag,
                 {{"rule", "RF-06"},
                  {"level", level},
                  {"status", status},
                  {"raised_on", "2026-10-31"},
                  {"due", due},
                  {"origin", "province"}});
        });
    }
    TodayWork work()
    {
        auto read = TodayService(session()).read(Language::Chinese);
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return std::move(*read);
    }
    RecordId seen, unseen, other;
};

} // namespace

class TestTodayService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void monthOfTheDueCheck_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QString>("month");
        QTest::newRow("before the end of the month") << QDate(2026, 11, 24) << u"2026-10"_s;
        QTest::newRow("at the end of the month") << QDate(2026, 11, 25) << u"2026-11"_s;
        QTest::newRow("new year") << QDate(2027, 1, 1) << u"2026-12"_s;
    }
    void monthOfTheDueCheck()
    {
        QFETCH(QDate, today);
        QFETCH(QString, month);
        QCOMPARE(checkMonthDue(today).toString(), month);
    }
    void emptySite()
    {
        TestSite site;
        const auto work = TodayService(site.session()).read(Language::Chinese);
        FFP_VERIFY(work);
        QCOMPARE(work->households, 0);
        QVERIFY(!work->checkDue); // nothing to check yet
        QCOMPARE(work->lastBackupMs, 0);
    }
    void edgeHouseholdsWithoutContactThisMonth()
    {
        Office office;
        office.visit(office.seen, "2026-10-31"); // last month does not count
        QCOMPARE(office.work().contactOwed, 2);
        office.visit(office.seen, "2026-11-01");
        const TodayWork work = office.work();
        QCOMPARE(work.households, 3);
        QCOMPARE(work.members, 3);
        QCOMPARE(work.edgeHouseholds, 2);
        QCOMPARE(work.contactOwed, 1); // the one never visited
        // The list that the page leads to holds the same households.
        HouseholdQuery query;
        query.where = work.contactOwedCondition;
        const auto listed = RegistryService(office.session()).householdIds(query);
        FFP_VERIFY(listed);
        QCOMPARE(listed->size(), size_t(1));
        QCOMPARE(RegistryService(office.session()).recordOf(listed->front()).value(), office.unseen);
    }
    void removedHouseholdsOweNoContact()
    {
        Office office;
        office.write([&office](RecordMaker &m) { m.monitor(office.seen, "edge", "removed"); });
        QCOMPARE(office.work().edgeHouseholds, 1);
        QCOMPARE(office.work().contactOwed, 1);
        const auto due = [&office] {
            return VisitService(office.session()).prepare(office.seen).value().due;
        };
        QVERIFY(!due().contains(u"contact_month"_s));
        office.write([&office](RecordMaker &m) { m.monitor(office.seen, "edge", "relapsed"); });
        QCOMPARE(office.work().contactOwed, 2);
        QVERIFY(due().contains(u"contact_month"_s));
        // A case that is not decided yet says nothing: the class does.
        office.write([&office](RecordMaker &m) { m.monitor(office.unseen, "edge", "candidate"); });
        QCOMPARE(office.work().contactOwed, 2);
    }
    void openAlertsBySeverityAndDueDate()
    {
        Office office;
        office.alert(office.seen, "yellow", "2026-11-10"); // due today is in time
        office.alert(office.seen, "orange", "2026-11-09"); // yesterday is not
        office.alert(office.unseen, "red", "2026-12-01");
        office.alert(office.other, "red", "2026-11-01", "closed"); // settled
        const TodayWork work = office.work();
        QCOMPARE(work.red, 1);
        QCOMPARE(work.orange, 1);
        QCOMPARE(work.yellow, 1);
        QCOMPARE(work.overdue, 1);
        QCOMPARE(work.urgent.size(), size_t(3));
        QCOMPARE(work.urgent.front().severity, u"red"_s);
        QCOMPARE(work.urgent.front().headName, u"试乙"_s);
    }
    void urgentAlertsAreFewAndCountsAreNot()
    {
        Office office;
        for (int i = 0; i <= TodayService::kMostLines; ++i)
            office.alert(office.seen, "red", "2026-12-01");
        const TodayWork work = office.work();
        QCOMPARE(work.red, TodayService::kMostLines + 1);
        QCOMPARE(work.urgent.size(), size_t(TodayService::kMostLines));
    }
    void checkIsDueUntilItWasRun()
    {
        Office office;
        SilentProgress progress;
        QVERIFY(office.work().checkDue);
        CheckService check(office.session());
        FFP_VERIFY(check.run({2026, 9}, progress));
        TodayWork work = office.work();
        QVERIFY(work.checkDue); // October is over
        QCOMPARE(work.lastCheck->toString(), u"2026-09"_s);
        FFP_VERIFY(check.run({2026, 10}, progress));
        QVERIFY(!office.work().checkDue);
    }
    void draftsNewestFirst()
    {
        Office office;
        VisitService visits(office.session());
        for (const RecordId id : {office.seen, office.unseen}) {
            VisitDraft draft;
            draft.household = id;
            draft.savedAtMs = office.clock.nowMs();
            draft.visit.household = id;
            draft.visit.values = {{visit::f("change_note"), Value(u"试"_s)}};
            FFP_VERIFY(visits.saveDraft(draft));
            office.clock.advance(60'000);
        }
        const TodayWork work = office.work();
        QCOMPARE(work.drafts, 2);
        QCOMPARE(work.newestDrafts.front().household, office.unseen);
        QCOMPARE(work.newestDrafts.front().headName, u"试乙"_s);
        FFP_VERIFY(visits.discardDraft(office.unseen));
        QCOMPARE(office.work().drafts, 1);
        // A draft about a household that was taken back is nothing to go on with.
        FFP_VERIFY(office.session().log().transact({"test", office.session().user().id, {}, {}, true, 0},
                                                   [&](ChangeWriter &w) {
                                                       return w.setVoid(office.seen, true, u"试"_s);
                                                   }));
        QCOMPARE(office.work().drafts, 0);
    }
    void timeOfTheNewestBackup()
    {
        Office office;
        SilentProgress progress;
        QVERIFY(office.work().backupDue);
        FFP_VERIFY(MaintenanceService(office.session()).automaticBackup(u"daily"_s, progress));
        const TodayWork work = office.work();
        QVERIFY(qAbs(work.lastBackupMs - office.clock.nowMs()) < 5000);
        QVERIFY(!work.backupDue);
    }
};

QTEST_GUILESS_MAIN(TestTodayService)
#include "tst_todayservice.moc"
