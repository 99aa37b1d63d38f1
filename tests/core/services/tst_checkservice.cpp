// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/checkservice.h"

#include "core/db/query.h"
#include "core/domain/fields/flagfields.h"
#include "core/log/logcipher.h"
#include "core/services/policyservice.h"
#include "core/services/undoservice.h"
#include "core/services/userservice.h"
#include "core/store/recordstore.h"
#include "tests/support/rulefixture.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A township with three households: one below the line (and monitored), one with a member who is not
/// insured, one in another village without a helper.
struct CheckSite : TestSite {
    CheckSite()
    {
        clock.set(QDate(2026, 10, 31));
        const auto done = session().log().transact(
            {"test", session().user().id, {}, {}, true, 0}, [&](ChangeWriter &w) -> Result<> {
                RecordMaker m(w);
                poor = m.household({{"household_no", "3413231140000001"}});
                m.member(poor, {{"name", "试甲"}, {"relation", "head"}});
                m.monitor(poor, "exit_unstable");
                statement = m.income(poor, 2026, 400000, 1);
                helper(m, poor);
                sick = m.household({{"household_no", "3413231140000002"}});
                m.member(sick, {{"name", "试乙"}, {"relation", "head"}, {"ins_resident_medical", false}});
                helper(m, sick);
                FFP_ASSIGN(alone,
                           w.create(Entity::Household, area(kOtherVillage),
                                    fieldValues(Entity::Household, {{"household_no", "3413231140000003"},
                                                                    {"household_type", "exited"}})));
                return {};
            });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    static void helper(RecordMaker &m, RecordId h)
    {
        m.of(h, Entity::Assignment, {{"role", "helper"}, {"name", "李四"}, {"started_on", "2020-01-01"}});
    }
    Result<CheckResult> run(YearMonth month = {2026, 10})
    {
        SilentProgress progress;
        return CheckService(session()).run(month, progress);
    }
    Alert alert(const QString &rule)
    {
        AlertQuery query;
        query.rule = rule;
        query.openOnly = false;
        const auto found = CheckService(session()).alerts(query);
        if (!found || found->size() != 1)
            qFatal("not one alert of %s", qPrintable(rule));
        return found->front();
    }
    /// Signs in as somebody else.
    void signIn(Role role)
    {
        if (const auto made = UserService(session()).add(u"other"_s, u"试丙"_s, role, u"Xiu-hua-2026"_s);
            !made)
            qFatal("user");
        close();
        if (const auto done = open(u"other"_s, u"Xiu-hua-2026"_s); !done)
            qFatal("sign in");
    }

    RecordId poor, sick, alone, statement;
};

QStringList rules(const std::vector<Alert> &alerts)
{
    QStringList out;
    for (const Alert &alert : alerts)
        out << alert.rule;
    return out;
}

} // namespace

class TestCheckService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runSaysWhatItFound()
    {
        CheckSite site;
        const auto result = site.run();
        FFP_VERIFY(result);
        QCOMPARE(result->evaluated, 3);
        QCOMPARE(result->opened, 3);
        QCOMPARE(result->kept, 0);
        QCOMPARE(result->closed, 0);
        QCOMPARE(rules(result->alerts),
                 (QStringList{u"RF-02"_s, u"RF-07"_s, u"RF-29"_s})); // red before yellow
        const Alert &alert = result->alerts.front();
        QCOMPARE(alert.household, site.poor);
        QCOMPARE(alert.householdNo, u"3413231140000001"_s);
        QCOMPARE(alert.headName, u"试甲"_s);
        QCOMPARE(alert.area, area(kVillage));
        QVERIFY(alert.areaName.contains(u"虞姬"_s));
        QCOMPARE(alert.ruleTitle, u"收入低于监测线"_s);
        QCOMPARE(alert.message, u"脱贫监测户人均纯收入4000.00元，低于5000.00元"_s);
        QVERIFY(alert.clause.contains(u"皖扶组〔2020〕5号"_s));
        QCOMPARE(alert.severity, u"red"_s);
        QCOMPARE(alert.state, u"open"_s);
        QCOMPARE(alert.opened, QDate(2026, 10, 31));
        QVERIFY(!alert.due.isValid() && !alert.closed.isValid() && !alert.overdue && !alert.provincial);
        QCOMPARE(alert.values.front(), (std::pair<QString, QString>(u"人均纯收入"_s, u"4000.00元"_s)));
        QVERIFY(
            std::any_of(result->notEvaluated.begin(), result->notEvaluated.end(), [](const QString &rule) {
                return rule.startsWith(u"RF-27 "_s) && rule.contains(u"救助"_s);
            }));

        const auto again = site.run();
        FFP_VERIFY(again);
        QCOMPARE(again->opened + again->closed, 0);
        QCOMPARE(again->kept, 3);
        QCOMPARE(again->alerts.size(), size_t(3));
    }

    void nextMonthSaysWhatItClosed()
    {
        CheckSite site;
        FFP_VERIFY(site.run());
        FFP_VERIFY(site.session().log().transact(
            {"test", site.session().user().id, {}, {}, true, 0}, [&](ChangeWriter &w) {
                return w.edit(site.statement, fieldValues(Entity::IncomeStatement, {{"net_total", 600000}}));
            }));
        site.clock.set(QDate(2026, 11, 30));
        const auto result = site.run({2026, 11});
        FFP_VERIFY(result);
        QCOMPARE(result->closed, 1);
        QCOMPARE(result->kept, 2);
        QCOMPARE(rules(result->alerts),
                 (QStringList{u"RF-07"_s, u"RF-29"_s, u"RF-02"_s})); // the closed one last
        QCOMPARE(result->alerts.back().state, u"closed"_s);
        QCOMPARE(result->alerts.back().closeReason, u"no_longer_holds"_s);
        QCOMPARE(result->alerts.back().closed, QDate(2026, 11, 30));
    }

    void listIsFiltered()
    {
        CheckSite site;
        FFP_VERIFY(site.run());
        const CheckService check(site.session());
        const auto found = [&](const AlertQuery &query) {
            const auto alerts = check.alerts(query);
            return alerts ? rules(*alerts) : QStringList{u"error"_s};
        };
        QCOMPARE(found({}).size(), 3);
        const auto in = [](const AreaCode &where) {
            AlertQuery query;
            query.area = where;
            return query;
        };
        QCOMPARE(found(in(area(kOtherVillage))), QStringList{u"RF-29"_s});
        QCOMPARE(found(in(area(kTownship))).size(), 3);
        QCOMPARE(found(in(area("341323115000"))).size(), 0);
        AlertQuery query;
        query.household = site.sick;
        QCOMPARE(found(query), QStringList{u"RF-07"_s});
        query = {};
        query.severity = u"red"_s;
        QCOMPARE(found(query), (QStringList{u"RF-02"_s, u"RF-07"_s}));
        query.rule = u"RF-07"_s;
        QCOMPARE(found(query), QStringList{u"RF-07"_s});
        query.rule = u"RF-99"_s;
        QCOMPARE(found(query).size(), 0);
        query = {};
        query.rule = u"RF-02"_s;
        query.language = Language::English;
        const auto english = check.alerts(query);
        FFP_VERIFY(english);
        QCOMPARE(english->front().ruleTitle, u"Income below the line"_s);
        // Rows on demand, in the order asked for.
        auto rids = check.alertIds({});
        FFP_VERIFY(rids);
        std::reverse(rids->begin(), rids->end());
        const auto rows = check.alertRows(*rids);
        FFP_VERIFY(rows);
        QCOMPARE(rules(*rows), (QStringList{u"RF-29"_s, u"RF-07"_s, u"RF-02"_s}));
        QCOMPARE(rows->front().rid, rids->front());
    }

    void countsForListAndTree()
    {
        CheckSite site;
        CheckService check(site.session());
        QVERIFY(check.countsByArea().value().empty());
        FFP_VERIFY(site.run());
        const auto counts = check.countsByArea();
        FFP_VERIFY(counts);
        QCOMPARE(counts->size(), size_t(3)); // two villages and the township, nothing above the site
        QCOMPARE(counts->at(area(kVillage)), (AlertCounts{2, 0, 0}));
        QCOMPARE(counts->at(area(kOtherVillage)), (AlertCounts{0, 0, 1}));
        QCOMPARE(counts->at(area(kTownship)), (AlertCounts{2, 0, 1}));
        QCOMPARE(counts->at(area(kTownship)).total(), 3);

        const RecordStore records(site.session().database(), site.session().cipher());
        const std::vector<qint64> rids{records.ridOf(site.alone).value(), 999999,
                                       records.ridOf(site.poor).value()};
        const auto rows = check.countsOf(rids);
        FFP_VERIFY(rows);
        QCOMPARE(*rows, (std::vector<AlertCounts>{{0, 0, 1}, {}, {1, 0, 0}}));
        QVERIFY(check.countsOf({}).value().empty());

        // What is settled, and what belongs to a household that is void, does not count.
        FFP_VERIFY(check.setState(site.alert(u"RF-29"_s).id, u"refuted"_s, u"已安排"_s, u"王五"_s));
        QCOMPARE(check.countsByArea().value().count(area(kOtherVillage)), size_t(0));
        FFP_VERIFY(site.session().log().transact({"test", site.session().user().id, {}, {}, true, 0},
                                                 [&](ChangeWriter &w) {
                                                     return w.setVoid(site.sick, true, u"重复"_s);
                                                 }));
        QCOMPARE(check.countsByArea().value().at(area(kVillage)), (AlertCounts{1, 0, 0}));
    }

    void oneAlert()
    {
        CheckSite site;
        FFP_VERIFY(site.run());
        const CheckService check(site.session());
        const Alert listed = site.alert(u"RF-07"_s);
        const auto one = check.alert(listed.id, Language::English);
        FFP_VERIFY(one);
        QCOMPARE(one->household, site.sick);
        QVERIFY(one->ruleTitle != listed.ruleTitle);
        FFP_VERIFY_ERROR(check.alert(site.sick), ErrorKind::NotFound); // a household
        FFP_VERIFY_ERROR(check.alert(RecordId()), ErrorKind::NotFound);
    }

    void dueDateIsProposedByThePack()
    {
        CheckSite site;
        FFP_VERIFY(site.run());
        QCOMPARE(site.alert(u"RF-02"_s).proposedDue, QDate(2026, 11, 30)); // 30 days
        PolicyService policy(site.session());
        FFP_VERIFY(policy.setLocalValue(u"due_proposal_days"_s, u"7"_s, u"镇里规定"_s));
        QCOMPARE(site.alert(u"RF-02"_s).proposedDue, QDate(2026, 11, 7));
        FFP_VERIFY(policy.setLocalValue(u"due_proposal_days"_s, {}, u"不建议"_s));
        QVERIFY(!site.alert(u"RF-02"_s).proposedDue.isValid());
        CheckService check(site.session());
        FFP_VERIFY(check.setDue(site.alert(u"RF-02"_s).id, QDate(2026, 12, 1)));
        QVERIFY(!site.alert(u"RF-02"_s).proposedDue.isValid()); // it has one
    }

    /// What people are ill of or handicapped by stays hidden until somebody asks, which is recorded.
    void sensitiveEvidenceIsMaskedUntilAskedFor()
    {
        CheckSite site;
        const auto made = site.session().log().transact({"test", site.session().user().id, {}, {}, true, 0},
                                                        [&](ChangeWriter &w) -> Result<> {
                                                            RecordMaker m(w);
                                                            m.member(site.poor,
                                                                     {{"name", "试丁"},
                                                                      {"relation", "son"},
                                                                      {"disability_grade", "2"},
                                                                      {"disability_cert_year", 2026}});
                                                            return {};
                                                        });
        FFP_VERIFY(made);
        FFP_VERIFY(site.run());
        const Alert hidden = site.alert(u"RF-23"_s);
        QVERIFY(hidden.masked);
        QCOMPARE(hidden.message, u"试丁***年新办残疾证，等级***"_s);
        for (const auto &[label, value] : hidden.values)
            QVERIFY2(!value.contains(u"2026"_s) && !value.contains(u"二级"_s), qPrintable(label));
        QVERIFY(!site.alert(u"RF-02"_s).masked); // an income is not of that class
        const auto unmaskings = [&site] {
            const auto count = queryInteger(site.session().database(),
                                            u"SELECT count(*) FROM access_log WHERE what = 1"_s);
            return count ? count->value_or(-1) : -1;
        };
        QCOMPARE(unmaskings(), 0);
        const auto shown = CheckService(site.session()).reveal(hidden.id);
        FFP_VERIFY(shown);
        QVERIFY(!shown->masked);
        QVERIFY(shown->message.contains(u"2026"_s) && !shown->message.contains(u'*'));
        QCOMPARE(unmaskings(), 1);
        FFP_VERIFY_ERROR(CheckService(site.session()).reveal(site.poor), ErrorKind::NotFound);
        QCOMPARE(unmaskings(), 1);
        const auto all = CheckService(site.session()).revealed({});
        FFP_VERIFY(all);
        QCOMPARE(rules(*all), rules(*CheckService(site.session()).alerts({}))); // in the same order
        for (const Alert &one : *all)
            QVERIFY(!one.masked && !one.message.contains(u"***"_s));
        QCOMPARE(unmaskings(), 2); // only of that which hides something
    }

    void dueDate()
    {
        CheckSite site;
        FFP_VERIFY(site.run());
        CheckService check(site.session());
        const RecordId id = site.alert(u"RF-02"_s).id;
        FFP_VERIFY_ERROR(check.setDue(id, QDate(2026, 10, 30)),
                         ErrorKind::InvalidValue); // before it was raised
        FFP_VERIFY_ERROR(check.setDue(id, QDate()), ErrorKind::InvalidValue);
        FFP_VERIFY(check.setDue(id, QDate(2026, 10, 31)));
        QVERIFY(!site.alert(u"RF-02"_s).overdue);
        AlertQuery overdue;
        overdue.overdueOnly = true;
        const auto late = [&] {
            const auto alerts = check.alerts(overdue);
            return alerts ? rules(*alerts) : QStringList{u"error"_s};
        };
        QCOMPARE(late(), QStringList()); // the last day itself is in time
        site.clock.set(QDate(2026, 11, 1));
        QVERIFY(site.alert(u"RF-02"_s).overdue);
        QCOMPARE(late(), QStringList{u"RF-02"_s}); // not those without a due date
        overdue.severity = u"yellow"_s;
        QCOMPARE(late(), QStringList());
        overdue.severity.clear();
        overdue.openOnly = false; // a settled one is never overdue
        FFP_VERIFY(check.setState(id, u"closed"_s, u"临时救助"_s, u"王五"_s));
        QCOMPARE(late(), QStringList());
        FFP_VERIFY(UndoService(site.session()).undo());
        QCOMPARE(site.alert(u"RF-02"_s).due, QDate(2026, 10, 31));
        FFP_VERIFY_ERROR(check.setDue(site.poor, QDate(2026, 12, 1)), ErrorKind::NotFound); // no alert
        FFP_VERIFY_ERROR(check.setDue(RecordId(), QDate(2026, 12, 1)), ErrorKind::NotFound);
    }

    /// HV-14, one step after the other.
    void closingNeedsDueActionAndReviewer()
    {
        CheckSite site;
        FFP_VERIFY(site.run());
        CheckService check(site.session());
        const RecordId id = site.alert(u"RF-02"_s).id;
        const auto refused = [&](const Result<> &result, const char *field) {
            return !result && result.error().kind == ErrorKind::RuleBroken
                   && result.error().args.value(0) == u"HV-14"_s
                   && result.error().args.value(1).contains(u"三（二）"_s)
                   && result.error().subject.field == QLatin1String(field);
        };
        FFP_VERIFY(check.setState(id, u"confirmed"_s, {}, {})); // verified first
        QVERIFY(refused(check.setState(id, u"acting"_s, {}, {}), "due"));
        QVERIFY(refused(check.setState(id, u"closed"_s, u"临时救助"_s, u"王五"_s), "due"));
        FFP_VERIFY(check.setDue(id, QDate(2026, 11, 15)));
        FFP_VERIFY(check.setState(id, u"acting"_s, {}, {}));
        QVERIFY(refused(check.setState(id, u"closed"_s, u"  "_s, u"王五"_s), "action"));
        QVERIFY(refused(check.setState(id, u"closed"_s, u"临时救助"_s, {}), "reviewer"));
        QVERIFY(refused(check.setState(id, u"refuted"_s, u"核实收入"_s, {}), "reviewer"));
        QVERIFY(refused(check.setState(id, u"refuted"_s, {}, u"王五"_s), "action"));
        QCOMPARE(site.alert(u"RF-02"_s).state, u"acting"_s);
        FFP_VERIFY(check.setState(id, u"closed"_s, u"临时救助"_s, u"王五"_s));
        const Alert closed = site.alert(u"RF-02"_s);
        QCOMPARE(closed.state, u"closed"_s);
        QCOMPARE(closed.closeReason, u"handled"_s);
        QCOMPARE(closed.closed, QDate(2026, 10, 31));
        QCOMPARE(closed.action, u"临时救助"_s);
        QCOMPARE(closed.reviewer, u"王五"_s);
        FFP_VERIFY_ERROR(check.setState(id, u"open"_s, {}, {}), ErrorKind::Conflict);
        FFP_VERIFY_ERROR(check.setDue(id, QDate(2026, 12, 1)), ErrorKind::Conflict);
        const auto open = check.alerts({});
        FFP_VERIFY(open);
        QCOMPARE(rules(*open), (QStringList{u"RF-07"_s, u"RF-29"_s}));
    }

    void yellowNeedsNoDueDate()
    {
        CheckSite site;
        FFP_VERIFY(site.run());
        CheckService check(site.session());
        const RecordId id = site.alert(u"RF-29"_s).id;
        FFP_VERIFY_ERROR(check.setState(id, u"closed"_s, {}, {}), ErrorKind::RuleBroken);
        FFP_VERIFY(check.setState(id, u"closed"_s, u"已安排李四"_s, u"王五"_s));
        // Still without a helper: not again this month, anew the next.
        const auto same = site.run();
        FFP_VERIFY(same);
        QCOMPARE(same->settled, 1);
        QCOMPARE(same->opened, 0);
        site.clock.set(QDate(2026, 11, 30));
        const auto next = site.run({2026, 11});
        FFP_VERIFY(next);
        QCOMPARE(next->opened, 1);
    }

    void refuted()
    {
        CheckSite site;
        FFP_VERIFY(site.run());
        CheckService check(site.session());
        const RecordId id = site.alert(u"RF-07"_s).id;
        FFP_VERIFY(check.setState(id, u"refuted"_s, u"已参保，系统未更新"_s, u"王五"_s)); // needs no due date
        QCOMPARE(site.alert(u"RF-07"_s).closeReason, u"refuted"_s);
        const auto again = site.run();
        FFP_VERIFY(again);
        QCOMPARE(again->settled, 1);
    }

    void statesThatPersonsDoNotSet()
    {
        CheckSite site;
        FFP_VERIFY(site.run());
        const RecordId id = site.alert(u"RF-07"_s).id;
        for (const QString &state : {u"overdue"_s, u""_s, u"done"_s})
            FFP_VERIFY_ERROR(CheckService(site.session()).setState(id, state, u"x"_s, u"y"_s),
                             ErrorKind::InvalidValue);
    }

    void viewersChangeNothing()
    {
        CheckSite site;
        FFP_VERIFY(site.run());
        const RecordId id = site.alert(u"RF-02"_s).id;
        site.signIn(Role::Viewer);
        CheckService check(site.session());
        FFP_VERIFY_ERROR(site.run(), ErrorKind::NotAllowed);
        FFP_VERIFY_ERROR(check.setDue(id, QDate(2026, 11, 15)), ErrorKind::NotAllowed);
        FFP_VERIFY_ERROR(check.setState(id, u"confirmed"_s, {}, {}), ErrorKind::NotAllowed);
        QCOMPARE(site.alert(u"RF-02"_s).state, u"open"_s); // but they may look
    }

    void lockedGivesNothing()
    {
        CheckSite site;
        FFP_VERIFY(site.run());
        site.session().lock();
        FFP_VERIFY_ERROR(site.run(), ErrorKind::Locked);
        FFP_VERIFY_ERROR(CheckService(site.session()).alerts({}), ErrorKind::Locked);
    }

    void localValuesCount()
    {
        CheckSite site;
        PolicyService policy(site.session());
        FFP_VERIFY(policy.setLocalValue(u"red_due_days"_s, u"20"_s, u"镇里规定"_s));
        FFP_VERIFY(site.run());
        QCOMPARE(site.alert(u"RF-02"_s).due, QDate(2026, 11, 20));
        QVERIFY(!site.alert(u"RF-29"_s).due.isValid());
    }

    void tryOut()
    {
        CheckSite site;
        SilentProgress progress;
        const auto rules = RuleTryOut::prepare(site.session(), {2026, 10}, progress);
        FFP_VERIFY(rules);
        const auto below = [&](const char *line) {
            const auto outcome = (*rules)->run(u"RF-02"_s, {{u"income_line"_s, QString::fromLatin1(line)}},
                                               progress);
            return outcome ? outcome->alerts : -1;
        };
        QCOMPARE(below("5000"), 1);
        QCOMPARE(below("4000"), 0);
        QCOMPARE(below("4000.01"), 1);
        const auto outcome = (*rules)->run(u"RF-07"_s, {}, progress);
        FFP_VERIFY(outcome);
        QCOMPARE(outcome->households.size(), size_t(1));
        const auto none = CheckService(site.session()).alerts({});
        FFP_VERIFY(none);
        QVERIFY(none->empty()); // nothing is stored
    }
};

QTEST_GUILESS_MAIN(TestCheckService)
#include "tst_checkservice.moc"
