// SPDX-License-Identifier: GPL-3.0-or-later
// Living conditions, checks of safeguards, risks and helpers, entered one by one; and what no edit may write.
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/services/entryservice.h"
#include "core/services/undoservice.h"
#include "core/services/userservice.h"
#include "tests/support/family.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

Value text(const char16_t *words)
{
    return Value(QString::fromUtf16(words));
}

FieldValues helperOf(const char16_t *name)
{
    return {{assignment::f("role"), text(u"helper")},
            {assignment::f("name"), text(name)},
            {assignment::f("started_on"), text(u"2026-09-01")}};
}

FieldValues riskOf(const char16_t *kind)
{
    return {{case_risk::f("kind"), text(kind)}};
}

} // namespace

class TestEntryService : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FamilySite> m_site;
    RecordId m_home;
    int m_next = 0;

    EntryService service() { return EntryService(m_site->session()); }
    RecordId monitored(const char16_t *status = u"active")
    {
        return test::addRecord(m_site->session(), Entity::Case,
                               {{casefile::f("household_id"), Value(m_home)},
                                {casefile::f("monitor_class"), text(u"edge")},
                                {casefile::f("status"), text(status)}});
    }
    HouseholdDetail detail()
    {
        auto found = m_site->registry().household(m_home);
        return found ? *found : HouseholdDetail();
    }

    FieldValues spellOf(const char16_t *start)
    {
        return {{job::f("member_id"), Value(detail().members.back().id)},
                {job::f("started_on"), text(start)}};
    }

private Q_SLOTS:
    void initTestCase() { m_site = std::make_unique<test::FamilySite>(); }
    void init()
    {
        m_home = m_site->household(u"341323114201%1"_s.arg(++m_next, 4, 10, QChar(u'0')),
                                   u"朱甲:head:M 乙:spouse:F"_s);
    }

    void everyKindIsEnteredChangedAndTakenOut()
    {
        const RecordId someCase = monitored();
        const std::pair<Entity, FieldValues> entries[] = {
            {Entity::LivingConditions,
             {{living::f("year"), Value(2026)}, {living::f("arable_mu"), Value(350)}}},
            {Entity::SafeguardCheck,
             {{safeguard::f("checked_on"), text(u"2026-10-01")},
              {safeguard::f("item"), text(u"water")},
              {safeguard::f("status"), text(u"not_met")}}},
            {Entity::CaseRisk, riskOf(u"illness")},
            {Entity::Assignment, helperOf(u"王帮")},
            {Entity::Job, spellOf(u"2026-03-01")},
        };
        QCOMPARE(std::size(entries), EntryService::kinds().size());
        for (const auto &[entity, values] : entries) {
            const Result<RecordId> made = service().add(entity, m_home, values, u"入户核实"_s);
            FFP_VERIFY(made);
            const Record record = m_site->record(*made);
            for (const auto &[field, value] : values)
                QCOMPARE(record[field], value);
            FFP_VERIFY_ERROR(service().voidMistake(*made, u"  "_s), ErrorKind::InvalidValue);
            FFP_VERIFY(service().voidMistake(*made, u"录错户"_s));
            QVERIFY(m_site->record(*made).voided);
            FFP_VERIFY_ERROR(service().voidMistake(*made, u"再一次"_s), ErrorKind::NotFound);
            FFP_VERIFY_ERROR(service().edit(*made, {values.front()}, {}), ErrorKind::NotFound);
            // What was taken out has its history, and undo takes both steps back.
            const auto history = m_site->registry().history(m_home);
            FFP_VERIFY(history);
            QVERIFY(std::any_of(history->begin(), history->end(),
                                [&](const HistoryEntry &one) { return one.record == *made; }));
            UndoService undo(m_site->session());
            FFP_VERIFY(undo.undo());
            QVERIFY(!m_site->record(*made).voided);
            FFP_VERIFY(undo.undo());
            QVERIFY(m_site->record(*made).voided);
        }
        QVERIFY(detail().risks.empty());
        QCOMPARE(m_site->record(someCase)[casefile::f("status")], text(u"active"));
    }

    void whatIsMissingIsToldAtOnce()
    {
        const auto refused = service().add(Entity::SafeguardCheck, m_home,
                                           {{safeguard::f("item"), text(u"water")}});
        FFP_VERIFY_ERROR(refused, ErrorKind::InvalidValue);
        QCOMPARE(refused.error().args, (QStringList{u"checked_on: required"_s, u"status: required"_s}));
    }

    void otherKindsAndPlacesAreRefused()
    {
        FFP_VERIFY_ERROR(service().add(Entity::Case, m_home, {}), ErrorKind::InvalidArgument);
        const RecordId member = detail().members.back().id;
        FFP_VERIFY_ERROR(service().add(Entity::Assignment, member, helperOf(u"王帮")), ErrorKind::NotFound);
        FFP_VERIFY_ERROR(service().voidMistake(member, u"录错"_s), ErrorKind::NotFound);
        FFP_VERIFY(m_site->changes().voidHousehold(m_home, u"重复"_s));
        const auto refused = service().add(Entity::Assignment, m_home, helperOf(u"王帮"));
        QCOMPARE(test::lawOf(refused), u"members_of_void"_s);
    }

    void aYearHasOneEntry()
    {
        FFP_VERIFY(service().add(Entity::LivingConditions, m_home, {{living::f("year"), Value(2025)}}));
        const auto next = service().add(Entity::LivingConditions, m_home, {{living::f("year"), Value(2026)}});
        FFP_VERIFY(next);
        QCOMPARE(test::lawOf(
                     service().add(Entity::LivingConditions, m_home, {{living::f("year"), Value(2025)}})),
                 u"year: year_known"_s);
        QCOMPARE(test::lawOf(service().edit(*next, {{living::f("year"), Value(2025)}}, {})),
                 u"year: year_known"_s);
        FFP_VERIFY(service().edit(*next, {{living::f("year"), Value(2024)}}, {}));
    }

    void aCaseHasUpToFiveRisksInOrder()
    {
        QCOMPARE(test::lawOf(service().add(Entity::CaseRisk, m_home, riskOf(u"illness"))), u"no_case"_s);
        monitored(u"removed");
        QCOMPARE(test::lawOf(service().add(Entity::CaseRisk, m_home, riskOf(u"illness"))), u"no_case"_s);
        const RecordId first = monitored();
        std::vector<RecordId> risks;
        for (const char16_t *kind : {u"illness", u"schooling", u"disability", u"disaster", u"accident"}) {
            const auto made = service().add(Entity::CaseRisk, m_home, riskOf(kind));
            FFP_VERIFY(made);
            risks.push_back(*made);
        }
        QCOMPARE(m_site->record(risks[4])[case_risk::f("rank")], Value(5));
        QCOMPARE(m_site->record(risks[4])[case_risk::f("case_id")], Value(first));
        QCOMPARE(test::lawOf(service().add(Entity::CaseRisk, m_home, riskOf(u"labour"))),
                 u"kind: risks_repeated"_s);
        QCOMPARE(test::lawOf(service().edit(risks[4], riskOf(u"illness"), {})), u"kind: risks_repeated"_s);
        // One that is cleared leaves its place, and may come again.
        FFP_VERIFY(service().edit(risks[0], {{case_risk::f("cleared_on"), text(u"2026-10-01")}}, {}));
        FFP_VERIFY(service().add(Entity::CaseRisk, m_home, riskOf(u"illness")));
        QCOMPARE(test::lawOf(service().edit(risks[0], {{case_risk::f("cleared_on"), Value()}}, {})),
                 u"kind: risks_repeated"_s);
        const RecordId second = monitored();
        QCOMPARE(test::lawOf(service().add(Entity::CaseRisk, m_home, riskOf(u"labour"))), u"which_case"_s);
        FieldValues named = riskOf(u"labour");
        named.emplace_back(case_risk::f("case_id"), Value(second));
        FFP_VERIFY(service().add(Entity::CaseRisk, m_home, named));
    }

    void aHelperHasARoleOnce()
    {
        const auto made = service().add(Entity::Assignment, m_home, helperOf(u"王帮"));
        FFP_VERIFY(made);
        QCOMPARE(test::lawOf(service().add(Entity::Assignment, m_home, helperOf(u"王帮"))),
                 u"name: has_helper"_s);
        FFP_VERIFY(service().add(Entity::Assignment, m_home, helperOf(u"李帮")));
        FFP_VERIFY(service().edit(*made, {{assignment::f("ended_on"), text(u"2026-10-01")}}, {}));
        FFP_VERIFY(service().add(Entity::Assignment, m_home, helperOf(u"王帮")));
    }

    void aSpellBelongsToAMemberAndItsFirstDay()
    {
        const auto nobody = service().add(Entity::Job, m_home, {{job::f("started_on"), text(u"2026-03-01")}});
        QCOMPARE(test::lawOf(nobody), u"member_id: required"_s);
        FieldValues stranger{{job::f("started_on"), text(u"2026-03-01")}};
        const RecordId elsewhere = m_site->household(u"341323114201%1"_s.arg(++m_next, 4, 10, QChar(u'0')),
                                                     u"钱甲:head:M"_s);
        stranger.emplace_back(job::f("member_id"),
                              Value(m_site->registry().household(elsewhere)->members.front().id));
        QCOMPARE(test::lawOf(service().add(Entity::Job, m_home, stranger)), u"member_id: not_there"_s);

        const auto first = service().add(Entity::Job, m_home, spellOf(u"2026-03-01"));
        FFP_VERIFY(first);
        QCOMPARE(test::lawOf(service().add(Entity::Job, m_home, spellOf(u"2026-03-01"))),
                 u"started_on: spell_known"_s);
        const auto second = service().add(Entity::Job, m_home, spellOf(u"2026-03-02"));
        FFP_VERIFY(second);
        QCOMPARE(test::lawOf(service().edit(*second, {{job::f("started_on"), text(u"2026-03-01")}}, {})),
                 u"started_on: spell_known"_s);
        // Another member may begin on the same day.
        FFP_VERIFY(service().add(Entity::Job, m_home,
                                 {{job::f("member_id"), Value(detail().members.front().id)},
                                  {job::f("started_on"), text(u"2026-03-01")}}));
        QCOMPARE(detail().jobs.size(), size_t(3));
    }

    void aSpellHasAFirstDayUnlessItIsPlanned()
    {
        const FieldValues worker{{job::f("member_id"), Value(detail().members.back().id)}};
        QCOMPARE(test::lawOf(service().add(Entity::Job, m_home, worker)), u"started_on: spell_no_start"_s);
        FieldValues plan = worker;
        plan.emplace_back(job::f("planned_out"), Value(true));
        const auto made = service().add(Entity::Job, m_home, plan);
        FFP_VERIFY(made);
        QCOMPARE(test::lawOf(service().edit(*made, {{job::f("planned_out"), Value(false)}}, {})),
                 u"started_on: spell_no_start"_s);
        FFP_VERIFY(service().edit(*made,
                                  {{job::f("planned_out"), Value(false)},
                                   {job::f("started_on"), text(u"2026-03-01")},
                                   {job::f("ended_on"), text(u"2026-03-01")},
                                   {job::f("months"), Value(12)}},
                                  {}));
        QCOMPARE(test::lawOf(service().edit(*made, {{job::f("ended_on"), text(u"2026-02-28")}}, {})),
                 u"ended_on: end_before_begin"_s);
        QCOMPARE(test::lawOf(service().edit(*made, {{job::f("months"), Value(13)}}, {})),
                 u"months: months_over_12"_s);
        QCOMPARE(test::lawOf(service().edit(*made, {{job::f("months"), Value(-1)}}, {})),
                 u"months: months_negative"_s);
    }

    /// It hangs on the person: it follows to another household, and goes with a household that was a mistake.
    void aSpellFollowsItsPerson()
    {
        const auto made = service().add(Entity::Job, m_home, spellOf(u"2026-03-01"));
        FFP_VERIFY(made);
        SplitRequest split;
        split.household = m_home;
        split.leaving = {detail().members.back().id};
        split.head.head = split.leaving.front();
        split.occasion = {QDate(2026, 10, 1), u"分户"_s};
        const auto part = m_site->changes().split(split);
        FFP_VERIFY(part);
        QVERIFY(detail().jobs.empty());
        const auto there = m_site->registry().household(*part);
        QCOMPARE(there->jobs.size(), size_t(1));
        QCOMPARE(there->jobs.front().id, *made);
        FFP_VERIFY(m_site->changes().voidHousehold(*part, u"录错"_s));
        QVERIFY(m_site->record(*made).voided);
    }

    void noEditWritesAContradiction()
    {
        const RecordId person = detail().members.back().id;
        const auto refused = m_site->registry().edit(person,
                                                     {{member::f("work_months"), Value(13)},
                                                      {member::f("health"),
                                                       Value(QStringList{u"chronic"_s, u"healthy"_s})}},
                                                     {});
        FFP_VERIFY_ERROR(refused, ErrorKind::InvalidValue);
        QCOMPARE(refused.error().args.size(), 2);
        FFP_VERIFY(m_site->registry().edit(person, {{member::f("work_months"), Value(12)}}, {}));
        FFP_VERIFY(m_site->registry().edit(m_home, {{household::f("household_type"), text(u"exited")}}, {}));
        QCOMPARE(test::lawOf(
                     m_site->registry().edit(m_home, {{household::f("monitor_class"), text(u"edge")}}, {})),
                 u"monitor_class: category_conflict"_s);
        FFP_VERIFY(
            m_site->registry().edit(m_home, {{household::f("monitor_class"), text(u"exit_unstable")}}, {}));
    }

    /// A file brought it; whoever mends something else must not have to mend it first.
    void whatStoodThereMayStay()
    {
        const RecordId odd = test::addRecord(m_site->session(), Entity::Assignment,
                                             {{assignment::f("household_id"), Value(m_home)},
                                              {assignment::f("role"), text(u"helper")},
                                              {assignment::f("name"), text(u"王帮")},
                                              {assignment::f("started_on"), text(u"2026-05-01")},
                                              {assignment::f("ended_on"), text(u"2026-04-01")}});
        FFP_VERIFY(service().edit(odd, {{assignment::f("post"), text(u"站长")}}, {}));
        QCOMPARE(test::lawOf(service().add(Entity::Assignment, m_home,
                                           {{assignment::f("role"), text(u"helper")},
                                            {assignment::f("name"), text(u"李帮")},
                                            {assignment::f("started_on"), text(u"2026-05-01")},
                                            {assignment::f("ended_on"), text(u"2026-04-30")}})),
                 u"ended_on: end_before_begin"_s);
    }

    void whoMayOnlyLookAddsNothing()
    {
        FFP_VERIFY(
            UserService(m_site->session()).add(u"kan"_s, u"看客"_s, Role::Viewer, test::kAdminPassword));
        m_site->close();
        FFP_VERIFY(m_site->open(u"kan"_s));
        FFP_VERIFY_ERROR(service().add(Entity::Assignment, m_home, helperOf(u"王帮")), ErrorKind::NotAllowed);
    }
};

QTEST_GUILESS_MAIN(TestEntryService)
#include "tst_entryservice.moc"
