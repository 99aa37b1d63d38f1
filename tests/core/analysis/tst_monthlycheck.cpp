// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/monthlycheck.h"
#include "core/db/query.h"
#include "core/domain/fields/flagfields.h"
#include "tests/support/rulefixture.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct CheckFixture : RuleFixture {
    CheckFixture() { clock.set(QDate(2026, 10, 31)); }

    Result<MonthlyResult> run(YearMonth month, const PolicyPack &policy = pack())
    {
        SilentProgress progress;
        return MonthlyCheck(*db, cipher, *log, clock).run(policy, month, official, progress);
    }
    Record flagOf(const RecordId &id) const
    {
        const auto record = store().record(id);
        if (!record)
            qFatal("no flag");
        return *record;
    }
    /// Alerts of one rule that are not void, oldest first.
    std::vector<Record> flags(const QString &rule, const RecordId &household) const
    {
        Selection selection;
        selection.where = u"t.rule = ? AND t.household_id = ?"_s;
        selection.args = {rule, rid(household)};
        const auto found = store().select(Entity::Flag, selection);
        if (!found)
            qFatal("no flags");
        return *found;
    }
    void edit(const RecordId &id, Entity entity, const Givens &values)
    {
        const auto done = log->transact(operation(), [&](ChangeWriter &w) {
            return w.edit(id, fieldValues(entity, values));
        });
        if (!done)
            qFatal("edit");
    }
    /// A monitored household below the line that has a helper and was visited in October and November: only
    /// RF-02 fires.
    RecordId poor(RecordMaker &m, RecordId *statement = nullptr)
    {
        const RecordId h = m.household();
        m.monitor(h, "exit_unstable");
        m.of(h, Entity::Assignment, {{"role", "helper"}, {"name", "李四"}, {"started_on", "2020-01-01"}});
        const RecordId s = m.income(h, 2026, 400000, 1);
        if (statement)
            *statement = s;
        return h;
    }
};

QString text(const Record &record, FieldRef field)
{
    return record[field].toText();
}

} // namespace

/// The numbered invariants of MonthlyCheck.
class TestMonthlyCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAnAlertWithItsValues()
    {
        CheckFixture f;
        RecordId h;
        f.write([&](RecordMaker &m) {
            h = f.poor(m);
            m.of(m.household(), Entity::Assignment,
                 {{"role", "helper"}, {"name", "李四"}, {"started_on", "2020-01-01"}});
        });
        const auto result = f.run({2026, 10});
        FFP_VERIFY(result);
        QCOMPARE(result->households, 2);
        QCOMPARE(result->opened.size(), size_t(1));
        QVERIFY(result->kept.empty() && result->closed.empty());
        QCOMPARE(size_t(result->rules) + result->notEvaluated.size(), size_t(32));
        QVERIFY(!result->notEvaluated.empty());
        QCOMPARE(result->change.created, 1);
        const Record flag = f.flagOf(result->opened.front());
        QCOMPARE(flag.area, area(kVillage)); // lies where its household lies
        QCOMPARE(flag[flag::f("household_id")].toRef(), h);
        QVERIFY(flag[flag::f("member_id")].isBlank());
        QCOMPARE(text(flag, flag::f("rule")), u"RF-02"_s);
        QVERIFY(text(flag, flag::f("clause")).contains(u"皖扶组〔2020〕5号"_s));
        QCOMPARE(text(flag, flag::f("pack")), u"anhui-2020@1"_s);
        QCOMPARE(text(flag, flag::f("level")), u"red"_s);
        QCOMPARE(text(flag, flag::f("month")), u"2026-10"_s);
        QCOMPARE(text(flag, flag::f("last_month")), u"2026-10"_s);
        QCOMPARE(text(flag, flag::f("origin")), u"local"_s);
        QCOMPARE(text(flag, flag::f("raised_on")), u"2026-10-31"_s);
        QCOMPARE(text(flag, flag::f("status")), u"open"_s);
        QVERIFY(flag[flag::f("due")].isBlank()); // 限期 without a number: must be entered
        QVERIFY(text(flag, flag::f("flag_no")).startsWith(u"202610-RF02-"_s));
        QCOMPARE(text(flag, flag::f("evidence")),
                 u"{\"p\":{\"income_line\":500000},\"v\":{\"monitor_class\":\"exit_unstable\","
                 "\"per_capita\":400000,\"until\":\"2026-12-31\"}}"_s);
        // Evidence is S-class: not to be read in the file.
        QVERIFY(!f.text(u"SELECT hex(evidence) FROM flag"_s)
                     .contains(QString::fromLatin1(QByteArray("per_capita").toHex().toUpper())));
    }

    void twiceChangesNothing()
    {
        CheckFixture f;
        f.write([&](RecordMaker &m) {
            f.poor(m);
            const RecordId h = m.household();
            m.member(h, {{"ins_resident_medical", false}, {"epidemic_status", "confirmed"}});
        });
        const auto first = f.run({2026, 10});
        FFP_VERIFY(first);
        QVERIFY(first->opened.size() >= 4); // RF-02, RF-01 and RF-07 of a member, RF-29
        const QStringList before = dumpAll(*f.db, f.cipher);
        const qint64 ops = f.number(u"SELECT count(*) FROM op"_s);
        const QString run = f.text(u"SELECT month || pack || at || result FROM check_run"_s);
        f.clock.advance(60'000);
        const auto second = f.run({2026, 10});
        FFP_VERIFY(second);
        QCOMPARE(second->change.change, 0);
        QVERIFY(second->opened.empty() && second->closed.empty());
        QCOMPARE(second->kept.size(), first->opened.size());
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), ops);
        QCOMPARE(dumpAll(*f.db, f.cipher), before);
        QCOMPARE(f.text(u"SELECT month || pack || at || result FROM check_run"_s), run);
        QVERIFY(run.contains(u"\"RF-02\":1"_s) && run.contains(u"\"RF-05\""_s));
    }

    void nextMonthClosesWhatNoLongerHolds()
    {
        CheckFixture f;
        RecordId better, same, statement;
        f.write([&](RecordMaker &m) {
            better = f.poor(m, &statement);
            same = f.poor(m);
        });
        FFP_VERIFY(f.run({2026, 10}));
        f.edit(statement, Entity::IncomeStatement, {{"net_total", 500000}});
        f.clock.set(QDate(2026, 11, 30));
        const auto november = f.run({2026, 11});
        FFP_VERIFY(november);
        QCOMPARE(november->closed.size(), size_t(1));
        QCOMPARE(november->kept.size(), size_t(1));
        const Record closed = f.flags(u"RF-02"_s, better).front();
        QCOMPARE(closed.id, november->closed.front());
        QCOMPARE(text(closed, flag::f("status")), u"closed"_s);
        QCOMPARE(text(closed, flag::f("close_reason")), u"no_longer_holds"_s);
        QCOMPARE(text(closed, flag::f("closed_on")), u"2026-11-30"_s);
        QCOMPARE(text(closed, flag::f("last_month")), u"2026-10"_s);
        const Record kept = f.flags(u"RF-02"_s, same).front();
        QCOMPARE(text(kept, flag::f("status")), u"open"_s);
        QCOMPARE(text(kept, flag::f("month")), u"2026-10"_s);
        QCOMPARE(text(kept, flag::f("last_month")), u"2026-11"_s);
        // It gets worse again in the same month: a new alert, the closed one stays closed.
        f.edit(statement, Entity::IncomeStatement, {{"net_total", 499999}});
        const auto again = f.run({2026, 11});
        FFP_VERIFY(again);
        QCOMPARE(again->opened.size(), size_t(1));
        QCOMPARE(f.flags(u"RF-02"_s, better).size(), size_t(2));
    }

    void changedValuesAreKeptInTheAlert()
    {
        CheckFixture f;
        RecordId h, statement;
        f.write([&](RecordMaker &m) { h = f.poor(m, &statement); });
        FFP_VERIFY(f.run({2026, 10}));
        f.edit(statement, Entity::IncomeStatement, {{"net_total", 300000}});
        const auto result = f.run({2026, 10});
        FFP_VERIFY(result);
        QCOMPARE(result->change.edited, 1);
        QVERIFY(text(f.flags(u"RF-02"_s, h).front(), flag::f("evidence")).contains(u"300000"_s));
    }

    void dueWhenTheOfficeHasSetDays()
    {
        CheckFixture f;
        RecordId h;
        f.write([&](RecordMaker &m) {
            h = f.poor(m);
            m.household(); // no helper: yellow
        });
        const auto site = pack().withOverrides({{u"red_due_days"_s, u"15"_s}});
        FFP_VERIFY(site);
        FFP_VERIFY(f.run({2026, 10}, *site));
        QCOMPARE(text(f.flags(u"RF-02"_s, h).front(), flag::f("due")), u"2026-11-15"_s);
        QCOMPARE(f.number(u"SELECT count(*) FROM flag WHERE level = 'yellow' AND due IS NULL"_s), 1);
    }

    void notEvaluatedLeavesAlertsAlone()
    {
        CheckFixture f;
        RecordId h;
        f.write([&](RecordMaker &m) {
            h = f.poor(m);
            m.income(h, 2027, 1, 1); // has not begun yet
            m.of(h, Entity::Flag,
                 {{"rule", "RF-27"},
                  {"level", "red"},
                  {"month", "2026-09"},
                  {"origin", "local"},
                  {"status", "open"}});
            const RecordId near = m.household();
            m.of(near, Entity::Assignment,
                 {{"role", "helper"}, {"name", "李四"}, {"started_on", "2020-01-01"}});
            m.income(near, 2026, 550000, 1);
        });
        FFP_VERIFY(f.run({2026, 10}));
        QCOMPARE(f.number(u"SELECT count(*) FROM flag WHERE rule = 'RF-03' AND status = 'open'"_s), 1);
        const auto blank = pack().withOverrides({{u"RF-03.factor"_s, QString()}});
        FFP_VERIFY(blank);
        const auto result = f.run({2026, 10}, *blank);
        FFP_VERIFY(result);
        QVERIFY(result->closed.empty());
        QVERIFY(std::any_of(result->notEvaluated.begin(), result->notEvaluated.end(),
                            [](const NotEvaluated &rule) {
                                return rule.rule == u"RF-03"_s && rule.reason.zh.contains(u"参数未填写"_s);
                            }));
        QCOMPARE(f.number(
                     u"SELECT count(*) FROM flag WHERE rule IN ('RF-03', 'RF-27') AND status = 'open'"_s),
                 2);
        // With a narrower factor it is evaluated and closed.
        const auto narrow = pack().withOverrides({{u"RF-03.factor"_s, u"1.05"_s}});
        FFP_VERIFY(narrow);
        const auto closing = f.run({2026, 10}, *narrow);
        FFP_VERIFY(closing);
        QCOMPARE(closing->closed.size(), size_t(1));
    }

    void refutedStaysRefutedOnTheSameValues()
    {
        CheckFixture f;
        RecordId h, statement;
        f.write([&](RecordMaker &m) { h = f.poor(m, &statement); });
        const auto first = f.run({2026, 10});
        FFP_VERIFY(first);
        f.edit(first->opened.front(), Entity::Flag, {{"status", "refuted"}, {"close_reason", "refuted"}});
        for (const YearMonth month : {YearMonth(2026, 10), YearMonth(2026, 11)}) {
            f.clock.set(month.lastDay());
            const auto again = f.run(month);
            FFP_VERIFY(again);
            QVERIFY(again->opened.empty());
            QCOMPARE(again->settled, 1);
            QCOMPARE(again->change.change, 0);
        }
        f.edit(statement, Entity::IncomeStatement, {{"net_total", 100000}});
        const auto worse = f.run({2026, 11});
        FFP_VERIFY(worse);
        QCOMPARE(worse->opened.size(), size_t(1));
    }

    void handledIsOpenedAnewNextMonth()
    {
        CheckFixture f;
        RecordId h, statement;
        f.write([&](RecordMaker &m) { h = f.poor(m, &statement); });
        const auto first = f.run({2026, 10});
        FFP_VERIFY(first);
        f.edit(first->opened.front(), Entity::Flag, {{"status", "closed"}, {"close_reason", "handled"}});
        f.edit(statement, Entity::IncomeStatement, {{"net_total", 390000}}); // other values, same month
        const auto same = f.run({2026, 10});
        FFP_VERIFY(same);
        QVERIFY(same->opened.empty());
        QCOMPARE(same->settled, 1);
        f.clock.set(QDate(2026, 11, 30));
        const auto next = f.run({2026, 11});
        FFP_VERIFY(next);
        QCOMPARE(next->opened.size(), size_t(1));
    }

    void eventsWaitForAPerson()
    {
        CheckFixture f;
        RecordId h;
        f.write([&](RecordMaker &m) {
            h = m.household();
            m.of(h, Entity::Assignment, {{"role", "helper"}, {"name", "李四"}, {"started_on", "2020-01-01"}});
            m.member(h, {{"labour", "ordinary"}, {"change_kind", "death"}, {"change_on", "2026-10-05"}});
        });
        const auto first = f.run({2026, 10});
        FFP_VERIFY(first);
        QCOMPARE(first->opened.size(), size_t(1));
        f.clock.set(QDate(2027, 2, 28)); // out of sight of the rule
        const auto later = f.run({2027, 2});
        FFP_VERIFY(later);
        QVERIFY(later->closed.empty());
        QCOMPARE(text(f.flags(u"RF-16"_s, h).front(), flag::f("status")), u"open"_s);
    }

    void closedEventIsNotRaisedAgain()
    {
        CheckFixture f;
        f.write([&](RecordMaker &m) {
            const RecordId h = m.household();
            m.of(h, Entity::Assignment, {{"role", "helper"}, {"name", "李四"}, {"started_on", "2020-01-01"}});
            m.member(h, {{"labour", "ordinary"}, {"change_kind", "death"}, {"change_on", "2026-10-05"}});
        });
        const auto first = f.run({2026, 10});
        FFP_VERIFY(first);
        f.edit(first->opened.front(), Entity::Flag, {{"status", "closed"}, {"close_reason", "handled"}});
        f.clock.set(QDate(2026, 11, 30));
        const auto next = f.run({2026, 11}); // still in sight: three months
        FFP_VERIFY(next);
        QVERIFY(next->opened.empty());
        QCOMPARE(next->settled, 1);
    }

    void householdThatIsGone()
    {
        CheckFixture f;
        RecordId h;
        f.write([&](RecordMaker &m) { h = f.poor(m); });
        FFP_VERIFY(f.run({2026, 10}));
        FFP_VERIFY(
            f.log->transact(f.operation(), [&](ChangeWriter &w) { return w.setVoid(h, true, u"并户"_s); }));
        const auto result = f.run({2026, 10});
        FFP_VERIFY(result);
        QCOMPARE(result->closed.size(), size_t(1));
        QCOMPARE(text(f.flagOf(result->closed.front()), flag::f("close_reason")), u"household_gone"_s);
    }

    void provincialAlertsAreNotTouched()
    {
        CheckFixture f;
        RecordId h;
        f.write([&](RecordMaker &m) {
            h = f.poor(m);
            m.of(h, Entity::Flag,
                 {{"rule", "RF-02"},
                  {"level", "red"},
                  {"month", "2026-09"},
                  {"origin", "province"},
                  {"status", "open"}});
            m.of(h, Entity::Flag,
                 {{"rule", "RF-07"},
                  {"level", "red"},
                  {"month", "2026-09"},
                  {"origin", "province"},
                  {"status", "open"}});
        });
        const auto result = f.run({2026, 10});
        FFP_VERIFY(result);
        QCOMPARE(result->opened.size(), size_t(1)); // our own beside it
        QVERIFY(result->closed.empty() && result->kept.empty());
        QCOMPARE(f.number(u"SELECT count(*) FROM flag WHERE origin = 'province' AND status = 'open'"
                          " AND last_month IS NULL"_s),
                 2);
    }

    void monthsThatAreRefused()
    {
        CheckFixture f;
        f.write([&](RecordMaker &m) { f.poor(m); });
        FFP_VERIFY_ERROR(f.run({2026, 11}), ErrorKind::InvalidArgument); // today is 31 October
        FFP_VERIFY(f.run({2026, 10}));
        const auto earlier = f.run({2026, 9});
        FFP_VERIFY_ERROR(earlier, ErrorKind::InvalidArgument);
        QCOMPARE(earlier.error().subject.field, u"month"_s);
        // Also when that month found nothing.
        CheckFixture empty;
        FFP_VERIFY(empty.run({2026, 10}));
        FFP_VERIFY_ERROR(empty.run({2026, 9}), ErrorKind::InvalidArgument);
    }

    void cancelledOrLockedWritesNothing()
    {
        CheckFixture f;
        f.write([&](RecordMaker &m) { m.member(m.household(), {{"epidemic_status", "confirmed"}}); });
        const QStringList before = dumpAll(*f.db, f.cipher);
        SilentProgress stopped;
        stopped.cancel();
        MonthlyCheck check(*f.db, f.cipher, *f.log, f.clock);
        FFP_VERIFY_ERROR(check.run(pack(), {2026, 10}, f.official, stopped), ErrorKind::Cancelled);
        f.cipher.locked = true;
        FFP_VERIFY_ERROR(f.run({2026, 10}), ErrorKind::Locked);
        f.cipher.locked = false;
        QCOMPARE(dumpAll(*f.db, f.cipher), before);
        QCOMPARE(f.number(u"SELECT count(*) FROM check_run"_s), 0);
    }

    void manyAtOnce()
    {
        CheckFixture f;
        f.write([](RecordMaker &m) {
            for (int i = 0; i < 2100; ++i)
                m.household();
        });
        const auto first = f.run({2026, 10});
        FFP_VERIFY(first);
        QCOMPARE(first->opened.size(), size_t(2100)); // RF-29
        QVERIFY(first->change.bulk);
        QCOMPARE(f.number(u"SELECT count(*) FROM flag WHERE rule = 'RF-29' AND status = 'open'"_s), 2100);
        const auto second = f.run({2026, 10});
        FFP_VERIFY(second);
        QCOMPARE(second->change.change, 0);
        QCOMPARE(second->kept.size(), size_t(2100));
    }
};

QTEST_GUILESS_MAIN(TestMonthlyCheck)
#include "tst_monthlycheck.moc"
