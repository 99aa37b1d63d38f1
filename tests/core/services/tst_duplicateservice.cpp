// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/duplicateservice.h"
#include "core/services/entryservice.h"

#include "core/domain/fields/casefields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/services/maintenanceservice.h"
#include "core/services/undoservice.h"
#include "tests/support/family.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kOther = u"341323114202"_s;

} // namespace

class TestDuplicateService : public QObject
{
    Q_OBJECT

    std::unique_ptr<FamilySite> m_site;
    RecordId m_home;
    RecordId m_other;

    DuplicateService service() { return DuplicateService(m_site->session()); }
    void set(RecordId id, const FieldValues &values)
    {
        FFP_VERIFY(editRecord(m_site->session(), id, values));
    }
    void born(const QString &name, const QString &day)
    {
        set(m_site->person(name), {{member::f("birth_date"), Value(day)}});
    }
    /// "朱甲-朱申 looks_alike" of each pair.
    QStringList pairs()
    {
        SilentProgress progress;
        QStringList out;
        const auto found = service().persons({}, progress);
        if (!found)
            return {u"unreadable"_s};
        for (const LikeEntries &pair : *found)
            out << u"%1-%2 %3"_s.arg(pair.a.name, pair.b.name, pair.why);
        return out;
    }
    PersonMerge request(const QString &keep, const QString &drop)
    {
        return {.keep = m_site->person(keep),
                .drop = m_site->person(drop),
                .taken = {},
                .next = {},
                .occasion = m_site->occasion(u"同一人重复录入"_s)};
    }
    void verifySound()
    {
        QVERIFY(unlawfulHouseholds(m_site->session()).isEmpty());
        SilentProgress progress;
        const auto verified = MaintenanceService(m_site->session()).verify(true, progress);
        FFP_VERIFY(verified);
        QVERIFY(verified->faults.empty());
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<FamilySite>();
        m_home = m_site->household(u"0001"_s, u"朱甲:head:M 朱妻:spouse:F 朱大明:son:M"_s);
        m_other = m_site->household(u"0002"_s, u"田母:head:F 朱太明:son:M 田女:daughter:F"_s);
        born(u"朱大明"_s, u"1990-01-01"_s);
        born(u"朱太明"_s, u"1990-01-01"_s);
    }

    void pairsAreProposedUntilSomebodyDecides()
    {
        QCOMPARE(pairs(), QStringList{u"朱大明-朱太明 looks_alike"_s});
        const RecordId a = m_site->person(u"朱大明"_s);
        const RecordId b = m_site->person(u"朱太明"_s);
        QCOMPARE(lawOf(service().setDistinct(a, b, true, u" "_s)), u"occasion.reason: required"_s);
        QCOMPARE(lawOf(service().setDistinct(a, a, true, u"核实"_s)), u"same_entry"_s);
        FFP_VERIFY_ERROR(service().setDistinct(a, m_home, true, u"核实"_s), ErrorKind::NotFound);
        FFP_VERIFY(service().setDistinct(b, a, true, u"堂兄弟，已核实"_s));
        QVERIFY(pairs().isEmpty());
        FFP_VERIFY(UndoService(m_site->session()).undo());
        QCOMPARE(pairs().size(), 1);
        FFP_VERIFY(service().setDistinct(a, b, true, u"堂兄弟"_s));
        FFP_VERIFY(service().setDistinct(a, b, false, u"再核实"_s));
        QCOMPARE(pairs().size(), 1);
        // Who has left is not proposed.
        FFP_VERIFY(m_site->changes().leave(b, u"move_out"_s, {}, m_site->occasion()));
        QVERIFY(pairs().isEmpty());
    }
    /// What was decided moves along.
    void aDecisionOutlivesAMove()
    {
        FFP_VERIFY(service().setDistinct(m_site->person(u"朱大明"_s), m_site->person(u"朱太明"_s), true,
                                         u"堂兄弟"_s));
        for (const RecordId &home : {m_home, m_other})
            FFP_VERIFY(m_site->changes().move({.household = home,
                                               .to = AreaCode::fromString(kOther),
                                               .values = {},
                                               .occasion = m_site->occasion()}));
        QVERIFY(pairs().isEmpty());
    }

    void certificateHoldsTheNumber()
    {
        set(m_site->person(u"朱甲"_s), {{member::f("id_no"), Value(u"341323195808156714"_s)},
                                        {member::f("person_key"), Value(u"341323195808156714"_s)}});
        // As an import brings it: the register refuses it when it is typed.
        set(m_site->person(u"田女"_s), {{member::f("id_no"), Value(u"34132319580815671443"_s)},
                                        {member::f("person_key"), Value(u"341323195808156714"_s)}});
        QCOMPARE(pairs(), (QStringList{u"朱甲-田女 same_number"_s, u"朱大明-朱太明 looks_alike"_s}));
    }

    void likeWhoIsBeingEntered()
    {
        const AreaCode village = AreaCode::fromString(kFamilyVillage);
        FieldValues typed{{member::f("name"), Value(u"朱达明"_s)},
                          {member::f("sex"), Value(u"male"_s)},
                          {member::f("birth_date"), Value(u"1990-01-01"_s)}};
        const auto found = service().like(typed, village);
        FFP_VERIFY(found);
        QCOMPARE(found->size(), size_t(2)); // 大 sounds like 达, 太 is one character off
        QCOMPARE(found->at(0).why, u"sounds_alike"_s);
        QCOMPARE(found->at(0).b.householdNumber, u"0001"_s);
        QCOMPARE(found->at(1).why, u"near_name"_s);
        QVERIFY(service().like(typed, AreaCode::fromString(kOther)).value().empty()); // another village
        typed[2].second = Value(u"1990-01-02"_s);
        QVERIFY(service().like(typed, village).value().empty());
        // Of an entry that is corrected the others only.
        const FieldValues same{{member::f("name"), Value(u"朱大明"_s)},
                               {member::f("birth_date"), Value(u"1990-01-01"_s)}};
        const RecordId self = m_site->person(u"朱大明"_s);
        QCOMPARE(service().like(same, village, self).value().size(), size_t(1));
        FFP_VERIFY(service().setDistinct(self, m_site->person(u"朱太明"_s), true, u"堂兄弟"_s));
        QVERIFY(service().like(same, village, self).value().empty());
    }

    void householdsThatLookAlike()
    {
        const RecordId third = m_site->household(u"0003"_s, u"朱申:head:M"_s);
        born(u"朱甲"_s, u"1958-08-15"_s);
        born(u"朱申"_s, u"1958-08-15"_s); // 甲 and 申 are taken for each other
        set(m_home, {{household::f("bank_account"), Value(u"6217000000000000001"_s)}});
        set(m_other, {{household::f("bank_account"), Value(u"6217000000000000001"_s)}});
        SilentProgress progress;
        auto found = service().households({}, progress);
        FFP_VERIFY(found);
        QCOMPARE(found->size(), size_t(2));
        QCOMPARE(found->at(0).why, u"same_account"_s);
        QCOMPARE(found->at(0).b.name, u"田母"_s);
        QCOMPARE(found->at(1).why, u"looks_alike"_s);
        QCOMPARE(found->at(1).b.household, third);
        FFP_VERIFY(service().setDistinct(m_home, m_other, true, u"父子两户共用一卡"_s));
        found = service().households({}, progress);
        QCOMPARE(found->size(), size_t(1));
        QVERIFY(service().households(AreaCode::fromString(kOther), progress).value().empty());
        set(third, {{household::f("household_no"), Value(u"0001"_s)}});
        QCOMPARE(service().households({}, progress).value().at(0).why, u"same_household_no"_s);
    }

    void comparesFieldByField()
    {
        set(m_site->person(u"朱大明"_s), {{member::f("education"), Value(u"junior"_s)}});
        set(m_site->person(u"朱太明"_s), {{member::f("school"), Value(u"县中"_s)}});
        const auto both = service().compare(m_site->person(u"朱大明"_s), m_site->person(u"朱太明"_s));
        FFP_VERIFY(both);
        QCOMPARE(both->fields,
                 (std::vector<FieldRef>{member::f("name"), member::f("education"), member::f("school")}));
        QCOMPARE(lawOf(service().compare(m_site->person(u"朱甲"_s), m_site->person(u"朱甲"_s))),
                 u"same_entry"_s);
    }

    /// Fields by choice, blanks filled, and everything that named the other entry names the kept one.
    void mergesWithAllThatHangsOnThePerson()
    {
        const RecordId keep = m_site->person(u"朱大明"_s);
        const RecordId drop = m_site->person(u"朱太明"_s);
        set(keep, {{member::f("work_months"), Value(3)}, {member::f("labour"), Value(u"ordinary"_s)}});
        set(drop, {{member::f("work_months"), Value(9)},
                   {member::f("labour"), Value(u"skilled"_s)},
                   {member::f("school"), Value(u"县中"_s)},
                   {member::f("id_no"), Value(u"341323199001010018"_s)}});
        const auto alert = [&](RecordId person, const QString &rule) {
            return addRecord(m_site->session(), Entity::Flag,
                             {{flag::f("household_id"), Value(person == keep ? m_home : m_other)},
                              {flag::f("member_id"), Value(person)},
                              {flag::f("rule"), Value(rule)},
                              {flag::f("level"), Value(u"red"_s)},
                              {flag::f("month"), Value(u"2026-10"_s)},
                              {flag::f("status"), Value(u"open"_s)}});
        };
        alert(keep, u"RF-06"_s);
        const RecordId twice = alert(drop, u"RF-06"_s);
        const RecordId further = alert(drop, u"RF-07"_s);
        const RecordId statement = addRecord(m_site->session(), Entity::IncomeStatement,
                                             {{income::f("household_id"), Value(m_other)},
                                              {income::f("year"), Value(2026)}});
        const RecordId line = addRecord(m_site->session(), Entity::IncomeLine,
                                        {{income_line::f("statement_id"), Value(statement)},
                                         {income_line::f("member_id"), Value(drop)}});
        const RecordId check = addRecord(m_site->session(), Entity::SafeguardCheck,
                                         {{safeguard::f("household_id"), Value(m_other)},
                                          {safeguard::f("member_id"), Value(drop)}});
        const RecordId spell = addRecord(m_site->session(), Entity::Job,
                                         {{job::f("member_id"), Value(drop)},
                                          {job::f("started_on"), Value(u"2026-03-01"_s)}});
        const QString before = wholeRegister(m_site->session());

        PersonMerge merge = request(u"朱大明"_s, u"朱太明"_s);
        merge.taken = {member::f("work_months")};
        FFP_VERIFY(service().merge(merge));
        const Record now = m_site->record(keep);
        QCOMPARE(now[member::f("name")].toText(), u"朱大明"_s);
        QCOMPARE(now[member::f("work_months")], Value(9));                        // chosen
        QCOMPARE(now[member::f("labour")].toText(), u"ordinary"_s);               // kept
        QCOMPARE(now[member::f("school")].toText(), u"县中"_s);                   // was blank
        QCOMPARE(now[member::f("person_key")].toText(), u"341323199001010018"_s); // follows the number
        QCOMPARE(now[member::f("relation")].toText(), u"son"_s);
        QVERIFY(m_site->record(drop).voided);
        QCOMPARE(m_site->record(drop)[member::f("merged_into_id")], Value(keep));
        QVERIFY(m_site->record(twice).voided);
        QCOMPARE(m_site->record(further)[flag::f("member_id")], Value(keep));
        QCOMPARE(m_site->record(further)[flag::f("household_id")], Value(m_home));
        QCOMPARE(m_site->record(line)[income_line::f("member_id")], Value(keep));
        QCOMPARE(m_site->record(line)[income_line::f("statement_id")], Value(statement));
        QCOMPARE(m_site->record(check)[safeguard::f("member_id")], Value(keep));
        QCOMPARE(m_site->record(spell)[job::f("member_id")], Value(keep));
        QCOMPARE(m_site->record(m_home)[household::f("population_current")], Value(3));
        QCOMPARE(m_site->record(m_other)[household::f("population_current")], Value(2));
        QVERIFY(pairs().isEmpty());
        verifySound();

        FFP_VERIFY(service().unmerge(drop)); // by either of the two
        QCOMPARE(wholeRegister(m_site->session()), before);
        verifySound();
        FFP_VERIFY_ERROR(service().unmerge(keep), ErrorKind::NotFound);
    }

    void newerFactsForbidTakingAMergeApart()
    {
        FFP_VERIFY(service().merge(request(u"朱大明"_s, u"朱太明"_s)));
        const RecordId keep = m_site->person(u"朱大明"_s);
        // Another field of the kept entry is no obstacle, one that the merge gave it is.
        FFP_VERIFY(m_site->registry().edit(keep, {{member::f("school"), Value(u"县中"_s)}}, {}));
        FFP_VERIFY(service().unmerge(keep));
        set(m_site->person(u"朱太明"_s), {{member::f("political"), Value(u"party"_s)}});
        FFP_VERIFY(service().merge(request(u"朱大明"_s, u"朱太明"_s)));
        FFP_VERIFY(m_site->registry().edit(keep, {{member::f("political"), Value(u"league"_s)}}, {}));
        const auto apart = service().unmerge(keep);
        FFP_VERIFY_ERROR(apart, ErrorKind::Blocked);
        QVERIFY(apart.error().args.join(u'|').contains(u"political"_s));
    }

    void aHeadWhoWasEnteredTwice()
    {
        // In one household: the person is head as before, nobody's relation changes.
        m_site->household(u"0004"_s, u"李丁:head:M 李妻:spouse:F 李顶:other:M"_s);
        const RecordId home = m_site->record(m_site->person(u"李丁"_s))[member::f("household_id")].toRef();
        FFP_VERIFY(service().merge(request(u"李顶"_s, u"李丁"_s)));
        QCOMPARE(m_site->there(home), u"李顶:head 李妻:spouse"_s);
        QCOMPARE(m_site->record(home)[household::f("head_member_id")], Value(m_site->person(u"李顶"_s)));
        // In another one somebody has to follow.
        PersonMerge merge = request(u"朱妻"_s, u"田母"_s);
        QCOMPARE(lawOf(service().merge(merge)), u"no_head"_s);
        merge.next = {m_site->person(u"田女"_s), {}};
        FFP_VERIFY(service().merge(merge));
        QCOMPARE(m_site->there(m_other), u"田女:head 朱太明:sibling"_s);
        verifySound();
    }

    /// A household of one person who was entered twice ends; its case goes along, but not into a second one.
    void theOnlyOneOfAHousehold_data()
    {
        QTest::addColumn<QString>("village");
        QTest::newRow("in one village") << kFamilyVillage;
        QTest::newRow("in two villages") << kOther;
    }
    void theOnlyOneOfAHousehold()
    {
        QFETCH(QString, village);
        const RecordId alone = m_site->household(u"0003"_s, u"朱大朋:head:M"_s, village);
        const auto monitor = [&](RecordId home, RecordId villageOf) {
            RecordId made;
            const Operation test{.verb = "test",
                                 .actor = m_site->session().user().id,
                                 .note = {},
                                 .about = {}};
            FFP_VERIFY(m_site->session().log().transact(test, [&](ChangeWriter &writer) -> Result<> {
                FFP_ASSIGN(made, writer.create(Entity::Case, m_site->record(villageOf).area,
                                               {{casefile::f("household_id"), Value(home)},
                                                {casefile::f("monitor_class"), Value(u"edge"_s)},
                                                {casefile::f("status"), Value(u"active"_s)}}));
                return {};
            }));
        };
        monitor(alone, alone);
        FFP_VERIFY(EntryService(m_site->session())
                       .add(Entity::Job, alone,
                            {{job::f("member_id"), Value(m_site->person(u"朱大朋"_s))},
                             {job::f("started_on"), Value(u"2026-03-01"_s)}}));
        set(alone, {{household::f("monitor_class"), Value(u"edge"_s)}});
        const QString before = wholeRegister(m_site->session());
        FFP_VERIFY(service().merge(request(u"朱大明"_s, u"朱大朋"_s)));
        QCOMPARE(m_site->there(alone), u"void"_s);
        const auto detail = m_site->registry().household(m_home);
        FFP_VERIFY(detail);
        QCOMPARE(detail->cases.size(), size_t(1));
        QCOMPARE(detail->cases[0].area.toString(), kFamilyVillage);
        QCOMPARE(detail->cases[0][casefile::f("status")].toText(), u"active"_s);
        QCOMPARE(detail->jobs.size(), size_t(1));
        QCOMPARE(detail->jobs[0].area.toString(), kFamilyVillage);
        QCOMPARE(detail->jobs[0][job::f("member_id")], Value(m_site->person(u"朱大明"_s)));
        QCOMPARE(detail->household[household::f("monitor_class")].toText(), u"edge"_s);
        verifySound();
        FFP_VERIFY(service().unmerge(m_site->person(u"朱大明"_s)));
        QCOMPARE(wholeRegister(m_site->session()), before);
        monitor(m_home, m_home);
        QCOMPARE(lawOf(service().merge(request(u"朱大明"_s, u"朱大朋"_s))), u"two_cases"_s);
    }

    void mergeRefuses()
    {
        const QString before = wholeRegister(m_site->session());
        PersonMerge merge = request(u"朱大明"_s, u"朱大明"_s);
        QCOMPARE(lawOf(service().merge(merge)), u"same_entry"_s);
        merge = request(u"朱大明"_s, u"朱太明"_s);
        merge.occasion.reason = u" "_s;
        QCOMPARE(lawOf(service().merge(merge)), u"occasion.reason: required"_s);
        merge = request(u"朱大明"_s, u"朱太明"_s);
        merge.drop = m_home;
        QCOMPARE(lawOf(service().merge(merge)), u"not_there"_s);
        QCOMPARE(wholeRegister(m_site->session()), before);
        // A third entry bears the number that would be taken.
        set(m_site->person(u"朱太明"_s), {{member::f("id_no"), Value(u"341323199001010018"_s)}});
        set(m_site->person(u"田女"_s), {{member::f("id_no"), Value(u"341323199001010018"_s)},
                                        {member::f("person_key"), Value(u"341323199001010018"_s)}});
        QCOMPARE(lawOf(service().merge(request(u"朱大明"_s, u"朱太明"_s))), u"person_known"_s);
    }
};

QTEST_MAIN(TestDuplicateService)
#include "tst_duplicateservice.moc"
