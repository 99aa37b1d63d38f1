// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/services/monitoredhouseholds.h"
#include "tests/support/monitoredsample.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

class TestMonitoredHouseholds : public QObject
{
    Q_OBJECT

    std::unique_ptr<LogFixture> m_file;

    Result<std::vector<MonitoredHousehold>> read(QDate on = QDate(2026, 10, 31), const char *area = kTownship,
                                                 const QStringList &classes = {u"edge"_s})
    {
        SilentProgress progress;
        return readMonitoredHouseholds(*m_file->db, m_file->cipher,
                                       {classes, test::area(area), on, u"liaison"_s}, progress);
    }
    QStringList numbers(QDate on = QDate(2026, 10, 31), const char *area = kTownship,
                        const QStringList &classes = {u"edge"_s})
    {
        const auto found = read(on, area, classes);
        QStringList out;
        if (!found)
            return {QString::fromLatin1(errorCode(found.error().kind)), found.error().detail};
        for (const MonitoredHousehold &household : *found)
            out << household.household[household::f("household_no")].toText();
        return out;
    }
    RecordId add(Entity entity, FieldRef householdField, RecordId household, FieldValues values)
    {
        values.insert(values.begin(), {householdField, Value(household)});
        return m_file->make(entity, values);
    }

private Q_SLOTS:
    void init() { m_file = std::make_unique<LogFixture>(); }

    void whoIsIn()
    {
        make(*m_file, {.no = u"1"_s, .caseClass = u"edge"_s, .identified = u"2026-10"_s});
        make(*m_file, {.no = u"2"_s, .caseClass = u"edge"_s, .identified = u"2026-11"_s});
        make(*m_file, {.no = u"3"_s, .caseClass = u"exit_unstable"_s});
        make(*m_file, {.no = u"4"_s, .caseClass = u"edge"_s, .caseStatus = u"in_review"_s});
        make(*m_file,
             {.no = u"5"_s, .caseClass = u"edge"_s, .caseStatus = u"removed"_s, .removed = u"2026-09"_s});
        make(*m_file, {.no = u"6"_s, .monitorClass = u"edge"_s}); // named by the register only
        make(*m_file, {.no = u"7"_s, .monitorClass = u"none"_s});
        // The case decides, whatever the register's mark says.
        make(*m_file, {.no = u"8"_s, .monitorClass = u"edge"_s, .caseClass = u"exit_unstable"_s});
        make(*m_file, {.village = kOtherVillage, .no = u"0"_s, .caseClass = u"edge"_s});
        QCOMPARE(numbers(), QStringList({u"1"_s, u"5"_s, u"6"_s, u"0"_s}));
        QCOMPARE(numbers(QDate(2026, 11, 1)), QStringList({u"1"_s, u"2"_s, u"5"_s, u"6"_s, u"0"_s}));
        QCOMPARE(numbers(QDate(2026, 10, 31), kOtherVillage), QStringList({u"0"_s}));
        QCOMPARE(numbers(QDate(2026, 10, 31), kTownship, {u"exit_unstable"_s}),
                 QStringList({u"3"_s, u"8"_s}));
        QCOMPARE(numbers(QDate(2026, 10, 31), kTownship, {u"sudden"_s}), QStringList());
    }
    void voidedOnesAreOut()
    {
        const SampleIds ids = make(*m_file, {.no = u"1"_s, .caseClass = u"edge"_s});
        const SampleIds other = make(*m_file, {.no = u"2"_s, .caseClass = u"edge"_s});
        FFP_VERIFY(m_file->log->transact(m_file->operation(), [&](ChangeWriter &writer) -> Result<> {
            FFP_TRY(writer.setVoid(ids.household, true, u"重复"_s));
            return writer.setVoid(other.monitoring, true, u"录错"_s);
        }));
        QCOMPARE(numbers(), QStringList());
    }

    void countsPeopleOfTheDay()
    {
        const SampleIds ids = make(*m_file, {.no = u"1"_s,
                                             .caseClass = u"edge"_s,
                                             .headIdNo = sampleIdNumber(QDate(1970, 5, 1), 901)});
        const auto person = [&](const QString &labour, const QString &change, const QString &on) {
            add(Entity::Member, member::f("household_id"), ids.household,
                {{member::f("name"), Value(u"成员"_s)},
                 {member::f("labour"), Value(labour)},
                 {member::f("change_kind"), Value(change)},
                 {member::f("change_on"), Value(on)}});
        };
        person(u"weak"_s, {}, {});
        person(u"none"_s, u"birth"_s, u"2026-01-02"_s);
        person(u"skilled"_s, u"death"_s, u"2026-10-31"_s);
        const auto found = read();
        FFP_VERIFY(found);
        QCOMPARE(found->size(), 1u);
        QCOMPARE(found->front().population, 3);
        QCOMPARE(found->front().labour, 2);
        QCOMPARE(found->front().head.id, ids.head);
        QCOMPARE(found->front().head[member::f("id_no")].toText(), sampleIdNumber(QDate(1970, 5, 1), 901));
        const auto dayBefore = read(QDate(2026, 10, 30));
        FFP_VERIFY(dayBefore);
        QCOMPARE(dayBefore->front().population, 4);
        QCOMPARE(dayBefore->front().labour, 3);
    }

    void newestFactsOfTheDay()
    {
        const SampleIds ids = make(*m_file, {.no = u"1"_s, .caseClass = u"edge"_s});
        const auto statement = [&](const char *phase, int year, const QString &to, qint64 fen) {
            add(Entity::IncomeStatement, income::f("household_id"), ids.household,
                {{income::f("phase"), Value(QString::fromLatin1(phase))},
                 {income::f("year"), Value(year)},
                 {income::f("window_to"), Value(to)},
                 {income::f("population"), Value(3)},
                 {income::f("net_per_capita"), Value(fen)}});
        };
        statement("identify", 2026, u"2026-02-28"_s, 400'000);
        statement("annual", 2026, u"2026-09-30"_s, 512'345);
        statement("annual", 2025, {}, 450'000);
        statement("month", 2026, u"2026-10-31"_s, 60'000);   // not of twelve months
        statement("annual", 2026, u"2026-11-30"_s, 700'000); // later
        const auto visit = [&](const QString &on, const char *mode) {
            add(Entity::Visit, visit::f("household_id"), ids.household,
                {{visit::f("visited_on"), Value(on)}, {visit::f("mode"), Value(QString::fromLatin1(mode))}});
        };
        visit(u"2026-10-31"_s, "home");
        visit(u"2026-10-02"_s, "phone");
        visit(u"2026-11-01"_s, "sms");
        const auto contact = [&](const char *role, const QString &name, const QString &from,
                                 const QString &to) {
            add(Entity::Assignment, assignment::f("household_id"), ids.household,
                {{assignment::f("role"), Value(QString::fromLatin1(role))},
                 {assignment::f("name"), Value(name)},
                 {assignment::f("started_on"), Value(from)},
                 {assignment::f("ended_on"), Value(to)}});
        };
        contact("liaison", u"早"_s, u"2026-01-01"_s, u"2026-10-31"_s); // ended that day
        contact("liaison", u"今"_s, u"2026-02-01"_s, {});
        contact("helper", u"帮"_s, u"2026-09-01"_s, {});
        contact("liaison", u"后"_s, u"2026-11-01"_s, {});
        const auto found = read();
        FFP_VERIFY(found);
        const MonitoredHousehold &household = found->front();
        QCOMPARE(household.identificationIncome[income::f("net_per_capita")].toInt(), 400'000);
        QCOMPARE(household.latestIncome[income::f("net_per_capita")].toInt(), 512'345);
        // identified in 2026; neither the year before nor the statement of a later day
        QCOMPARE(household.identificationYearIncome[income::f("net_per_capita")].toInt(), 512'345);
        QCOMPARE(household.lastVisit[visit::f("mode")].toText(), u"home"_s);
        QCOMPARE(household.contact[assignment::f("name")].toText(), u"今"_s);
        const auto later = read(QDate(2026, 11, 30));
        FFP_VERIFY(later);
        QCOMPARE(later->front().latestIncome[income::f("net_per_capita")].toInt(), 700'000);
        QCOMPARE(later->front().lastVisit[visit::f("mode")].toText(), u"sms"_s);
        QCOMPARE(later->front().contact[assignment::f("name")].toText(), u"后"_s);
    }

    void insuredForSeriousIllnessIsInsured()
    {
        const SampleIds ids = make(*m_file, {.no = u"1"_s, .caseClass = u"edge"_s});
        const auto person = [&](const FieldValues &more) {
            FieldValues values = {{member::f("name"), Value(u"人"_s)}};
            values.insert(values.end(), more.begin(), more.end());
            add(Entity::Member, member::f("household_id"), ids.household, values);
        };
        const auto household = [&] {
            const auto found = read();
            return found ? found->front() : MonitoredHousehold();
        };
        person({{member::f("ins_serious_illness"), Value(false)}, {member::f("dibao"), Value(u"no"_s)}});
        QCOMPARE(household().safeguards.value(u"medical"_s).status, QString()); // says nothing
        QCOMPARE(household().dibao, 0);
        person({{member::f("ins_serious_illness"), Value(true)},
                {member::f("dibao"), Value(u"rural"_s)},
                {member::f("tekun"), Value(u"rural"_s)}});
        QCOMPARE(household().safeguards.value(u"medical"_s).status, u"met"_s);
        QCOMPARE(household().dibao, 1);
        QCOMPARE(household().tekun, 1);
        person({{member::f("ins_resident_medical"), Value(false)}});
        QCOMPARE(household().safeguards.value(u"medical"_s).status, u"not_met"_s);
        QCOMPARE(household().safeguards.value(u"medical"_s).persons, 1);
    }

    void safeguardsFromChecksElseFromTheRegister()
    {
        const SampleIds ids = make(*m_file, {.no = u"1"_s, .caseClass = u"edge"_s});
        const auto child = [&](const QString &birth, const char *student, std::optional<bool> insured) {
            FieldValues values = {{member::f("name"), Value(u"孩"_s)},
                                  {member::f("birth_date"), Value(birth)},
                                  {member::f("student"), Value(QString::fromLatin1(student))}};
            if (insured)
                values.emplace_back(member::f("ins_resident_medical"), Value(*insured));
            add(Entity::Member, member::f("household_id"), ids.household, values);
        };
        const auto state = [&](const QString &item) {
            const auto found = read();
            return found ? found->front().safeguards.value(item) : SafeguardState();
        };
        QCOMPARE(state(u"education"_s).status, QString());
        child(u"2020-09-02"_s, "kindergarten", {}); // five years old on 1 September 2026
        child(u"2020-09-01"_s, "kindergarten", {}); // just six: may begin a year later
        QCOMPARE(state(u"education"_s).status, QString());
        child(u"2010-09-01"_s, "junior_9", {}); // sixteen
        QCOMPARE(state(u"education"_s).status, QString());
        child(u"2010-09-02"_s, "junior_9", true);
        QCOMPARE(state(u"education"_s).status, u"met"_s);
        QCOMPARE(state(u"medical"_s).status, u"met"_s);
        child(u"2019-08-31"_s, "kindergarten", false); // seven and not at school
        QCOMPARE(state(u"education"_s).status, u"not_met"_s);
        QCOMPARE(state(u"education"_s).persons, 1);
        QCOMPARE(state(u"medical"_s).status, u"not_met"_s);
        QCOMPARE(state(u"medical"_s).persons, 1);
        add(Entity::Member, member::f("household_id"), ids.household,
            {{member::f("name"), Value(u"孩"_s)},
             {member::f("birth_date"), Value(u"2013-01-01"_s)},
             {member::f("dropout_reason"), Value(u"dislike"_s)}});
        QCOMPARE(state(u"education"_s).persons, 2);
        add(Entity::LivingConditions, living::f("household_id"), ids.household,
            {{living::f("year"), Value(2026)},
             {living::f("dangerous_house"), Value(false)},
             {living::f("safe_water"), Value(false)}});
        QCOMPARE(state(u"housing"_s).status, u"met"_s);
        QCOMPARE(state(u"water"_s).status, u"not_met"_s);
        QVERIFY(!state(u"water"_s).checked);
        const auto check = [&](const QString &on, const char *status) {
            add(Entity::SafeguardCheck, safeguard::f("household_id"), ids.household,
                {{safeguard::f("checked_on"), Value(on)},
                 {safeguard::f("item"), Value(u"water"_s)},
                 {safeguard::f("status"), Value(QString::fromLatin1(status))}});
        };
        check(u"2026-10-31"_s, "at_risk");
        check(u"2026-10-31"_s, "met"); // of the same day: the worse one counts
        check(u"2026-11-01"_s, "not_met");
        QCOMPARE(state(u"water"_s).status, u"at_risk"_s);
        QVERIFY(state(u"water"_s).checked);
    }

    void risksInOrderAndFlagsOfTheDay()
    {
        const SampleIds ids = make(*m_file, {.no = u"1"_s, .caseClass = u"edge"_s});
        const auto risk = [&](int rank, const char *kind) {
            add(Entity::CaseRisk, case_risk::f("case_id"), ids.monitoring,
                {{case_risk::f("rank"), Value(rank)},
                 {case_risk::f("kind"), Value(QString::fromLatin1(kind))}});
        };
        risk(2, "schooling");
        risk(1, "illness");
        const auto flag = [&](const char *level, const char *status, const QString &on,
                              const QString &closed) {
            add(Entity::Flag, flag::f("household_id"), ids.household,
                {{flag::f("rule"), Value(u"r"_s)},
                 {flag::f("level"), Value(QString::fromLatin1(level))},
                 {flag::f("status"), Value(QString::fromLatin1(status))},
                 {flag::f("month"), Value(u"2026-10"_s)},
                 {flag::f("raised_on"), Value(on)},
                 {flag::f("closed_on"), Value(closed)}});
        };
        flag("yellow", "open", u"2026-08-31"_s, {});
        flag("red", "open", u"2026-10-31"_s, {});
        flag("red", "closed", u"2026-08-31"_s, u"2026-10-31"_s);
        flag("red", "closed", u"2026-09-30"_s, u"2026-11-01"_s); // still open on the day
        flag("red", "open", u"2026-11-01"_s, {});
        flag("red", "refuted", u"2026-10-01"_s, {});
        const auto found = read();
        FFP_VERIFY(found);
        const MonitoredHousehold &household = found->front();
        QCOMPARE(household.risks.size(), 2u);
        QCOMPARE(household.risks[0][case_risk::f("kind")].toText(), u"illness"_s);
        QStringList levels;
        for (const Record &record : household.flags)
            levels << record[flag::f("level")].toText();
        QCOMPARE(levels, QStringList({u"red"_s, u"red"_s, u"yellow"_s}));
    }

    void refuses()
    {
        make(*m_file,
             {.no = u"1"_s, .caseClass = u"edge"_s, .headIdNo = sampleIdNumber(QDate(1970, 5, 1), 901)});
        FFP_VERIFY_ERROR(read({}), ErrorKind::InvalidArgument);
        FFP_VERIFY_ERROR(read(QDate(2026, 10, 31), kTownship, {}), ErrorKind::InvalidArgument);
        SilentProgress cancelled;
        cancelled.cancel();
        FFP_VERIFY_ERROR(readMonitoredHouseholds(*m_file->db, m_file->cipher,
                                                 {{u"edge"_s}, {}, QDate(2026, 10, 31), {}}, cancelled),
                         ErrorKind::Cancelled);
        m_file->cipher.locked = true;
        FFP_VERIFY_ERROR(read(), ErrorKind::Locked);
    }
};

QTEST_GUILESS_MAIN(TestMonitoredHouseholds)
#include "tst_monitoredhouseholds.moc"
