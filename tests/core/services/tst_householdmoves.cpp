// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/services/maintenanceservice.h"
#include "core/services/undoservice.h"
#include "tests/support/family.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kOther = u"341323114202"_s; ///< another village of the township
const QString kFar = u"341324100201"_s;   ///< of another county

} // namespace

/// Households that go to another village, end, or join one there; what hangs on them goes the same way.
class TestHouseholdMoves : public QObject
{
    Q_OBJECT

    std::unique_ptr<FamilySite> m_site;
    RecordId m_home;

    /// In the village of the household.
    RecordId recordOf(RecordId home, Entity entity, const FieldValues &values)
    {
        RecordId made;
        const Operation test{.verb = "test", .actor = m_site->session().user().id, .note = {}, .about = {}};
        const auto done = m_site->session().log().transact(test, [&](ChangeWriter &writer) -> Result<> {
            FFP_ASSIGN(made, writer.create(entity, m_site->record(home).area, values));
            return {};
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        return made;
    }
    RecordId flagOf(RecordId home, RecordId person = {}, const QString &rule = u"RF-07"_s)
    {
        FieldValues values{{flag::f("household_id"), Value(home)},
                           {flag::f("rule"), Value(rule)},
                           {flag::f("level"), Value(u"red"_s)},
                           {flag::f("month"), Value(u"2026-10"_s)},
                           {flag::f("status"), Value(u"open"_s)}};
        if (!person.isNull())
            values.emplace_back(flag::f("member_id"), Value(person));
        return recordOf(home, Entity::Flag, values);
    }
    RecordId caseOf(RecordId home, const QString &status = u"active"_s)
    {
        return recordOf(home, Entity::Case,
                        {{casefile::f("household_id"), Value(home)},
                         {casefile::f("monitor_class"), Value(u"edge"_s)},
                         {casefile::f("status"), Value(status)}});
    }
    Result<RecordId> moveTo(const QString &village, const FieldValues &values = {})
    {
        return m_site->changes().move({.household = m_home,
                                       .to = AreaCode::fromString(village),
                                       .values = values,
                                       .occasion = m_site->occasion(u"投靠子女"_s)});
    }
    HouseholdDetail detail(RecordId home)
    {
        return m_site->registry().household(home).value_or(HouseholdDetail());
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
        m_home = m_site->household(u"0001"_s, u"朱甲:head:M 朱妻:spouse:F 朱子:son:M"_s);
        FFP_VERIFY(editRecord(m_site->session(), m_home,
                              {{household::f("head_member_id"), Value(m_site->person(u"朱甲"_s))},
                               {household::f("villager_group"), Value(u"三组"_s)},
                               {household::f("address"), Value(u"三组12号"_s)},
                               {household::f("monitor_class"), Value(u"edge"_s)}}));
    }

    void everythingGoesAlong()
    {
        const RecordId monitored = caseOf(m_home);
        addRecord(m_site->session(), Entity::CaseRisk,
                  {{case_risk::f("case_id"), Value(monitored)}, {case_risk::f("kind"), Value(u"illness"_s)}});
        flagOf(m_home, m_site->person(u"朱子"_s));
        addRecord(m_site->session(), Entity::Visit,
                  {{visit::f("household_id"), Value(m_home)},
                   {visit::f("case_id"), Value(monitored)},
                   {visit::f("visited_on"), Value(u"2026-10-01"_s)}});
        addRecord(m_site->session(), Entity::Assignment,
                  {{assignment::f("household_id"), Value(m_home)},
                   {assignment::f("name"), Value(u"王帮"_s)}});
        FFP_VERIFY(m_site->changes().leave(m_site->person(u"朱妻"_s), u"death"_s, {}, m_site->occasion()));
        const auto counts = m_site->changes().belongings(m_home);
        FFP_VERIFY(counts);
        QCOMPARE(counts->at(Entity::Member), 3); // who died stays in the history of the family
        QCOMPARE(counts->at(Entity::Visit), 1);
        const QString before = wholeRegister(m_site->session());

        const auto moved = moveTo(kOther, {{household::f("villager_group"), Value(u"一组"_s)}});
        FFP_VERIFY(moved);
        QVERIFY(*moved != m_home);
        QCOMPARE(m_site->there(m_home), u"void"_s);
        QCOMPARE(m_site->record(m_home).voidReason, u"投靠子女"_s);
        QCOMPARE(m_site->there(*moved), u"朱甲:head 朱子:son"_s);
        const HouseholdDetail now = detail(*moved);
        QCOMPARE(now.household.area.toString(), kOther);
        QCOMPARE(now.household[household::f("household_no")].toText(), u"0001"_s);
        QCOMPARE(now.household[household::f("villager_group")].toText(), u"一组"_s);
        QVERIFY(now.household[household::f("address")].isBlank()); // that of the old village
        QCOMPARE(now.household[household::f("moved_on")].toText(), u"2026-11-01"_s);
        QCOMPARE(now.household[household::f("head_member_id")], Value(m_site->person(u"朱甲"_s)));
        QCOMPARE(now.members.size(), size_t(3));
        QCOMPARE(now.cases.size(), size_t(1));
        QCOMPARE(now.risks.size(), size_t(1));
        QCOMPARE(now.assignments.size(), size_t(1));
        QCOMPARE(now.visits.size(), size_t(1));
        QCOMPARE(now.visits[0][visit::f("case_id")], Value(now.cases[0].id));
        QCOMPARE(now.flags.size(), size_t(1));
        QCOMPARE(now.flags[0][flag::f("member_id")], Value(m_site->person(u"朱子"_s)));
        for (const auto *part : {&now.members, &now.cases, &now.risks, &now.visits, &now.flags})
            for (const Record &one : *part)
                QCOMPARE(one.area.toString(), kOther);
        QCOMPARE(m_site->registry().findHousehold(u"0001"_s).value(), *moved);
        QCOMPARE(m_site->changes().whereItWent(m_home).value(), *moved);
        QCOMPARE(m_site->changes().whereItWent(*moved).value(), *moved);

        // The history is one.
        const auto history = m_site->registry().history(*moved, Language::English);
        FFP_VERIFY(history);
        QVERIFY(std::any_of(history->begin(), history->end(), [](const HistoryEntry &entry) {
            return entry.verb == "member.leave"_L1 && entry.recordLabel.contains(u"朱妻"_s);
        }));
        verifySound();

        FFP_VERIFY(UndoService(m_site->session()).undo());
        QCOMPARE(wholeRegister(m_site->session()), before);
        verifySound();
    }

    void movesOnAndBack()
    {
        const RecordId there = moveTo(kOther).value();
        m_home = there;
        const RecordId back = moveTo(kFamilyVillage).value();
        QCOMPARE(m_site->there(back), u"朱甲:head 朱妻:spouse 朱子:son"_s);
        QCOMPARE(m_site->record(back)[household::f("moved_from_id")], Value(there));
        verifySound();
    }

    void newerFactsForbidTakingAMoveBack()
    {
        FFP_VERIFY(moveTo(kOther));
        const qint64 move = UndoService(m_site->session()).nextUndo().value()->change;
        FFP_VERIFY(m_site->registry().edit(m_site->person(u"朱子"_s),
                                           {{member::f("school"), Value(u"县中"_s)}}, {}));
        const auto undone = UndoService(m_site->session()).undoChange(move);
        FFP_VERIFY_ERROR(undone, ErrorKind::Blocked);
        QVERIFY(undone.error().args.join(u'|').contains(u"school"_s));
        FFP_VERIFY(UndoService(m_site->session()).undo());
        FFP_VERIFY(UndoService(m_site->session()).undoChange(move)); // what was taken back does not count
    }

    void outOfTheAreaTheHouseholdEnds()
    {
        const RecordId monitored = caseOf(m_home);
        const RecordId removed = caseOf(m_home, u"removed"_s);
        const RecordId alert = flagOf(m_home);
        const QString before = wholeRegister(m_site->session());
        for (const QString &to : {kFar, QString()}) {
            QCOMPARE(moveTo(to).value(), m_home);
            QCOMPARE(m_site->there(m_home), u"void"_s);
            for (const Record &person : detail(m_home).members) {
                QCOMPARE(person[member::f("change_kind")].toText(), u"move_out"_s);
                QCOMPARE(person[member::f("change_on")].toText(), u"2026-11-01"_s);
            }
            QCOMPARE(m_site->record(m_home)[household::f("population_current")], Value(0));
            QCOMPARE(m_site->record(monitored)[casefile::f("status")].toText(), u"natural_loss"_s);
            QCOMPARE(m_site->record(removed)[casefile::f("status")].toText(), u"removed"_s);
            QCOMPARE(m_site->record(alert)[flag::f("close_reason")].toText(), u"household_gone"_s);
            verifySound();
            FFP_VERIFY(UndoService(m_site->session()).undo());
            QCOMPARE(wholeRegister(m_site->session()), before);
        }
    }

    void moveRefuses()
    {
        const QString before = wholeRegister(m_site->session());
        QCOMPARE(lawOf(moveTo(kFamilyVillage)), u"same_village"_s);
        QCOMPARE(lawOf(moveTo(u"341323114000"_s)), u"division_level"_s); // the township is no village
        QCOMPARE(lawOf(moveTo(kOther, {{household::f("household_type"), Value(u"none"_s)}}))
                     .section(u':', 0, 0),
                 u"household_type"_s);
        QCOMPARE(lawOf(m_site->changes().move(
                     {.household = m_home, .to = {}, .values = {}, .occasion = m_site->occasion({})})),
                 u"occasion.reason: required"_s);
        QCOMPARE(wholeRegister(m_site->session()), before);
    }

    /// With its last person a household ends: its open alerts are closed with it, settled ones stay as they
    /// are; as long as somebody is there all of them stay.
    void alertsEndWithTheHousehold()
    {
        const RecordId open = flagOf(m_home);
        const RecordId ofSon = flagOf(m_home, m_site->person(u"朱子"_s), u"RF-06"_s);
        const RecordId refuted = flagOf(m_home, {}, u"RF-01"_s);
        FFP_VERIFY(editRecord(m_site->session(), refuted, {{flag::f("status"), Value(u"refuted"_s)}}));
        const auto statusOf = [&](RecordId id) { return m_site->record(id)[flag::f("status")].toText(); };
        const RecordId wife = m_site->person(u"朱妻"_s);
        FFP_VERIFY(m_site->changes().leave(m_site->person(u"朱子"_s), u"move_out"_s, {}, m_site->occasion()));
        FFP_VERIFY(
            m_site->changes().leave(m_site->person(u"朱甲"_s), u"death"_s, {wife, {}}, m_site->occasion()));
        QCOMPARE(statusOf(open), u"open"_s);
        FFP_VERIFY(m_site->changes().leave(wife, u"death"_s, {}, m_site->occasion()));
        for (const RecordId &id : {open, ofSon}) {
            QCOMPARE(statusOf(id), u"closed"_s);
            QCOMPARE(m_site->record(id)[flag::f("close_reason")].toText(), u"household_gone"_s);
            QCOMPARE(m_site->record(id)[flag::f("closed_on")].toText(), u"2026-11-01"_s);
        }
        QCOMPARE(statusOf(refuted), u"refuted"_s);
        QVERIFY(m_site->record(refuted)[flag::f("close_reason")].isBlank());
        FFP_VERIFY(UndoService(m_site->session()).undo());
        QCOMPARE(statusOf(open), u"open"_s);
    }

    /// Of two alerts of one rule for whole households one goes on; the other ends with its household.
    void alertsOfAMerge()
    {
        const RecordId other = m_site->household(u"0002"_s, u"朱母:head:F"_s);
        const RecordId known = flagOf(m_home);
        const RecordId twice = flagOf(other);
        const RecordId further = flagOf(other, {}, u"RF-01"_s);
        FFP_VERIFY(m_site->changes().merge({.from = other,
                                            .into = m_home,
                                            .relations = {{m_site->person(u"朱母"_s), u"mother"_s}},
                                            .village = {},
                                            .occasion = m_site->occasion()}));
        QCOMPARE(m_site->record(known)[flag::f("status")].toText(), u"open"_s);
        QCOMPARE(m_site->record(further)[flag::f("household_id")], Value(m_home));
        QCOMPARE(m_site->record(twice)[flag::f("status")].toText(), u"closed"_s);
        QCOMPARE(m_site->record(twice)[flag::f("household_id")], Value(other));
    }

    void mergeAcrossVillages_data()
    {
        QTest::addColumn<QString>("village");
        QTest::newRow("where the other one lives") << kFamilyVillage;
        QTest::newRow("where the one that joins lives") << kOther;
    }
    void mergeAcrossVillages()
    {
        QFETCH(QString, village);
        const RecordId far = m_site->household(u"0002"_s, u"朱母:head:F 朱弟:son:M"_s, kOther);
        const RecordId monitored = caseOf(far);
        const RecordId alert = flagOf(far, m_site->person(u"朱弟"_s));
        const QString before = wholeRegister(m_site->session());
        MergeRequest request{.from = far,
                             .into = m_home,
                             .relations = {{m_site->person(u"朱母"_s), u"mother"_s},
                                           {m_site->person(u"朱弟"_s), u"sibling"_s}},
                             .village = {},
                             .occasion = m_site->occasion()};
        QCOMPARE(lawOf(m_site->changes().merge(request)), u"other_village"_s);
        request.village = AreaCode::fromString(u"341323114203"_s); // a third one
        QCOMPARE(lawOf(m_site->changes().merge(request)), u"other_village"_s);
        QCOMPARE(wholeRegister(m_site->session()), before);
        request.village = AreaCode::fromString(village);
        FFP_VERIFY(m_site->changes().merge(request));
        const RecordId now = m_site->changes().whereItWent(m_home).value();
        QCOMPARE(m_site->there(far), u"void"_s);
        QStringList people = m_site->there(now).split(u' ');
        people.sort();
        QStringList expected{u"朱甲:head"_s, u"朱妻:spouse"_s, u"朱子:son"_s, u"朱母:mother"_s,
                             u"朱弟:sibling"_s};
        expected.sort();
        QCOMPARE(people, expected);
        const HouseholdDetail merged = detail(now);
        QCOMPARE(merged.household.area.toString(), village);
        QCOMPARE(merged.household[household::f("population_current")], Value(5));
        QCOMPARE(merged.cases.size(), size_t(1));
        QCOMPARE(merged.flags.size(), size_t(1));
        QCOMPARE(merged.flags[0][flag::f("member_id")], Value(m_site->person(u"朱弟"_s)));
        for (const auto *part : {&merged.members, &merged.cases, &merged.flags})
            for (const Record &one : *part)
                QCOMPARE(one.area.toString(), village);
        QCOMPARE(m_site->record(monitored).voided, village != kOther);
        QCOMPARE(m_site->record(alert).voided, village != kOther);
        verifySound();
        FFP_VERIFY(m_site->changes().unmerge(far));
        QCOMPARE(wholeRegister(m_site->session()), before);
        verifySound();
    }
};

QTEST_MAIN(TestHouseholdMoves)
#include "tst_householdmoves.moc"
