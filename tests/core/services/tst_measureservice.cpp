// SPDX-License-Identifier: GPL-3.0-or-later
// Money that the policy forbids, in every way it could come in; and the course of measures and plans.
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/planfields.h"
#include "core/services/measureservice.h"
#include "core/services/undoservice.h"
#include "tests/support/family.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kSpecial = u"fiscal_special_county"_s;

FieldValues measureOf(const QString &source, qint64 fen = 50000, const FieldValues &more = {})
{
    FieldValues values{{measure::f("category"), Value(u"industry"_s)},
                       {measure::f("kind"), Value(u"industry.inputs"_s)},
                       {measure::f("fund_source"), Value(source)},
                       {measure::f("amount"), Value(fen)}};
    for (const auto &one : more) {
        std::erase_if(values, [&one](const auto &earlier) { return earlier.first == one.first; });
        values.push_back(one);
    }
    return values;
}

FieldValues planOf(const FieldValues &more = {})
{
    FieldValues values{{plan::f("made_on"), Value(u"2026-10-01"_s)},
                       {plan::f("team"), Value(QStringList{u"王队员"_s})},
                       {plan::f("cadres"), Value(QStringList{u"赵书记"_s})},
                       {plan::f("helpers"), Value(QStringList{u"孙帮"_s})}};
    values.insert(values.end(), more.begin(), more.end());
    return values;
}

} // namespace

class TestMeasureService : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FamilySite> m_site;
    int m_next = 0;

    MeasureService service() { return MeasureService(m_site->session()); }
    RecordId household(const FieldValues &values = {}, const QString &members = u"朱甲:head:M 乙:spouse:F"_s)
    {
        const RecordId made = m_site->household(u"341323114201%1"_s.arg(++m_next, 4, 10, QChar(u'0')),
                                                members);
        if (!values.empty())
            sure(m_site->registry().edit(made, values, {}));
        return made;
    }
    RecordId edge() { return household({{household::f("monitor_class"), Value(u"edge"_s)}}); }
    void becomeEdge(RecordId id)
    {
        test::addRecord(m_site->session(), Entity::Case,
                        {{casefile::f("household_id"), Value(id)},
                         {casefile::f("monitor_class"), Value(u"edge"_s)},
                         {casefile::f("status"), Value(u"active"_s)}});
    }
    template <class T>
    static T sure(Result<T> result)
    {
        if (!result)
            qFatal("%s %s", errorCode(result.error().kind), qPrintable(result.error().args.join(u';')));
        return std::move(*result);
    }
    RecordId add(RecordId id, const FieldValues &values) { return sure(service().add(id, values)); }
    /// Id of the rule that refuses; empty when it is permitted.
    template <class T>
    static QString refusedBy(const Result<T> &result)
    {
        return result ? QString() : result.error().args.value(0);
    }
    QString status(RecordId id) { return m_site->record(id)[measure::f("status")].toText(); }

private Q_SLOTS:
    void init() { m_site = std::make_unique<test::FamilySite>(); }

    void specialFundsForAnEdgeHousehold_data()
    {
        QTest::addColumn<QString>("source");
        for (const Code &code : codeList("fund_source")->codes)
            QTest::newRow(code.code) << QString::fromLatin1(code.code);
    }
    void specialFundsForAnEdgeHousehold()
    {
        QFETCH(QString, source);
        const RecordId id = edge();
        const qint64 fen = source == u"none" ? 0 : 50000;
        const auto made = service().add(id, measureOf(source, fen));
        if (source == u"bridging") { // of the later policy
            FFP_VERIFY_ERROR(made, ErrorKind::InvalidValue);
            QCOMPARE(made.error().args, QStringList{u"fund_source: not_in_pack"_s});
            return;
        }
        if (!source.startsWith(u"fiscal_special_"_s)) {
            FFP_VERIFY(made);
            return;
        }
        FFP_VERIFY_ERROR(made, ErrorKind::RuleBroken);
        QCOMPARE(made.error().args.value(0), u"HV-01"_s);
        QVERIFY(made.error().args.value(1).contains(u"四（二）1"_s));
        QVERIFY(made.error().args.value(2).contains(u"财政专项扶贫资金"_s));
        QCOMPARE(made.error().subject.field, u"fund_source"_s);
        QVERIFY(sure(service().listOf(id)).empty());
        FFP_VERIFY(service().add(household(), measureOf(source))); // no edge household
    }

    void whoIsAnEdgeHousehold()
    {
        const RecordId id = household();
        becomeEdge(id);
        QCOMPARE(refusedBy(service().add(id, measureOf(kSpecial))), u"HV-01"_s);
        // A case that is not decided makes nobody one, a closed one not any more, whatever the class says.
        for (const char *state : {"candidate", "rejected", "removed"}) {
            const RecordId other = household(
                {{household::f("monitor_class"),
                  Value(QLatin1String(state) == "removed"_L1 ? u"edge"_s : u"none"_s)}});
            test::addRecord(m_site->session(), Entity::Case,
                            {{casefile::f("household_id"), Value(other)},
                             {casefile::f("monitor_class"), Value(u"edge"_s)},
                             {casefile::f("status"), Value(QString::fromLatin1(state))}});
            QCOMPARE(refusedBy(service().add(other, measureOf(kSpecial))), QString());
        }
    }

    void moneyByTheBackDoor()
    {
        const RecordId id = edge();
        const RecordId social = add(id, measureOf(u"social"_s));
        const FieldValues special{{measure::f("fund_source"), Value(kSpecial)}};
        QCOMPARE(refusedBy(service().edit(Entity::Measure, social, special, {})), u"HV-01"_s);
        QCOMPARE(refusedBy(m_site->registry().edit(social, special, {})), u"HV-01"_s); // as any form does
        const RecordId elsewhere = add(household(), measureOf(kSpecial));
        QCOMPARE(refusedBy(m_site->registry().edit(elsewhere, {{measure::f("household_id"), Value(id)}}, {})),
                 u"HV-01"_s);
        QCOMPARE(refusedBy(service().finish(social, QDate(2026, 11, 1), special)), u"HV-01"_s);
    }

    void whatWasGrantedBeforeStaysAndGetsNoMore()
    {
        const RecordId id = household();
        const RecordId granted = add(id, measureOf(kSpecial));
        const RecordId planned = add(id, measureOf(kSpecial, 100,
                                                   {{measure::f("started_on"), Value(u"2026-12-01"_s)}}));
        QCOMPARE(status(planned), u"planned"_s);
        becomeEdge(id);
        const auto edit = [this](RecordId which, const char *field, const Value &value) {
            const FieldRef ref{Entity::Measure, quint16(fieldIndex(Entity::Measure, field))};
            return refusedBy(service().edit(Entity::Measure, which, {{ref, value}}, {}));
        };
        QCOMPARE(edit(granted, "content", Value(u"种苗"_s)), QString());
        QCOMPARE(edit(granted, "amount", Value(49999)), QString());
        QCOMPARE(edit(granted, "amount", Value(50000)), u"HV-01"_s); // more than it is now
        QCOMPARE(edit(granted, "fund_source", Value(u"fiscal_special_city"_s)), u"HV-01"_s);
        QCOMPARE(refusedBy(service().finish(granted, QDate(2026, 11, 1))), QString());
        QCOMPARE(edit(planned, "status", Value(u"doing"_s)), u"started_on: future"_s);
        m_site->clock.set(QDate(2026, 12, 2));
        QCOMPARE(edit(planned, "status", Value(u"doing"_s)), u"HV-01"_s); // not spent yet, and must not be
        QCOMPARE(refusedBy(service().stop(planned, {QDate(2026, 12, 2), u"转为边缘户"_s})), QString());
    }

    void undoAndRedoBringNoForbiddenMoney()
    {
        const RecordId id = household();
        UndoService undo(m_site->session());
        add(id, measureOf(kSpecial));
        FFP_VERIFY(undo.undo());
        becomeEdge(id);
        // The case came since and is no change of this person's; what was taken back stays away.
        const auto changes = sure(undo.changes(10));
        qint64 undone = 0;
        for (const ChangeEntry &one : changes)
            if (one.verb == u"undo")
                undone = one.change;
        QVERIFY(undone > 0);
        QCOMPARE(refusedBy(undo.undoChange(undone)), u"HV-01"_s);

        const RecordId other = household();
        const RecordId changed = add(other, measureOf(kSpecial));
        const qint64 edit = sure(service().edit(Entity::Measure, changed,
                                                {{measure::f("fund_source"), Value(u"social"_s)}}, {}))
                                .change;
        becomeEdge(other);
        QCOMPARE(refusedBy(undo.undoChange(edit)), u"HV-01"_s);
        // A household taken out by mistake comes back with its history.
        const RecordId third = household();
        const RecordId history = add(third, measureOf(kSpecial));
        becomeEdge(third);
        const qint64 gone = sure(m_site->changes().voidHousehold(third, u"录错"_s)).change;
        QVERIFY(m_site->record(history).voided);
        FFP_VERIFY(undo.undoChange(gone));
        QVERIFY(!m_site->record(history).voided);
    }

    void subsidyForAHouseholdWithoutSupport_data()
    {
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QStringList>("safeguards");
        QTest::addColumn<bool>("cannotAfford");
        QTest::addColumn<QString>("rule");
        const QStringList housing{u"housing"_s};
        QTest::newRow("nothing stated") << QString() << QStringList() << false << u"HV-15"_s;
        QTest::newRow("disaster, housing, cannot afford") << u"disaster"_s << housing << true << QString();
        QTest::newRow("misfortune, water, cannot afford")
            << u"family_change"_s << QStringList{u"water"_s} << true << QString();
        QTest::newRow("no cause") << QString() << housing << true << u"HV-15"_s;
        QTest::newRow("no safeguard") << u"disaster"_s << QStringList() << true << u"HV-15"_s;
        QTest::newRow("can afford") << u"disaster"_s << housing << false << u"HV-15"_s;
    }
    void subsidyForAHouseholdWithoutSupport()
    {
        QFETCH(QString, cause);
        QFETCH(QStringList, safeguards);
        QFETCH(bool, cannotAfford);
        QFETCH(QString, rule);
        const FieldValues stated{{measure::f("exception_cause"), Value(cause)},
                                 {measure::f("exception_safeguards"), Value(safeguards)},
                                 {measure::f("cannot_afford"), Value(cannotAfford)}};
        const RecordId without = household({{household::f("household_type"), Value(u"exited"_s)},
                                            {household::f("exit_class"), Value(u"no_policy"_s)}});
        for (const char *level : {"central", "province", "city", "county"}) {
            const QString source = u"fiscal_special_"_s + QLatin1String(level);
            QCOMPARE(refusedBy(service().add(without, measureOf(source, 50000, stated))), rule);
        }
        QCOMPARE(refusedBy(service().add(without, measureOf(u"fiscal_sector"_s, 50000, stated))), QString());
        const RecordId with = household({{household::f("exit_class"), Value(u"with_policy"_s)}});
        QCOMPARE(refusedBy(service().add(with, measureOf(kSpecial, 50000, stated))), QString());
    }

    void anExceptionIsNotTakenAwayAfterwards()
    {
        const RecordId id = household({{household::f("exit_class"), Value(u"no_policy"_s)}});
        const RecordId made = add(id, measureOf(kSpecial, 50000,
                                                {{measure::f("exception_cause"), Value(u"disaster"_s)},
                                                 {measure::f("exception_safeguards"),
                                                  Value(QStringList{u"housing"_s})},
                                                 {measure::f("cannot_afford"), Value(true)}}));
        QCOMPARE(refusedBy(service().edit(Entity::Measure, made,
                                          {{measure::f("cannot_afford"), Value(false)}}, {})),
                 u"HV-15"_s);
    }

    void familiesTakeTheirMeasuresAlong()
    {
        const RecordId id = household({}, u"朱甲:head:M 乙:spouse:F 丙:son:M"_s);
        const RecordId son = m_site->person(u"丙"_s);
        const RecordId whole = add(id, measureOf(kSpecial));
        const RecordId his = add(id, measureOf(kSpecial, 100, {{measure::f("member_id"), Value(son)}}));
        const RecordId done = add(id, measureOf(kSpecial, 100,
                                                {{measure::f("member_id"), Value(son)},
                                                 {measure::f("ended_on"), Value(u"2026-10-31"_s)}}));
        const RecordId made = sure(m_site->changes().split({.household = id,
                                                            .leaving = {son},
                                                            .head = {.head = son, .relations = {}},
                                                            .remaining = {},
                                                            .values = {},
                                                            .occasion = m_site->occasion()}));
        const auto of = [this](RecordId one) {
            return m_site->record(one)[measure::f("household_id")].toRef();
        };
        QCOMPARE(of(whole), id);
        QCOMPARE(of(his), made);
        QCOMPARE(of(done), id); // history stays where it was made
        becomeEdge(id);
        const auto back = m_site->changes().merge(
            {.from = made, .into = id, .relations = {{son, u"son"_s}}, .occasion = m_site->occasion()});
        QCOMPARE(refusedBy(back), u"HV-01"_s); // money would come in with it
        FFP_VERIFY(service().stop(his, {m_site->clock.today(), u"并户"_s}));
        FFP_VERIFY(m_site->changes().merge(
            {.from = made, .into = id, .relations = {{son, u"son"_s}}, .occasion = m_site->occasion()}));
    }

    void whoIsGoneGetsNoMore()
    {
        const RecordId id = household({}, u"朱甲:head:M 乙:spouse:F"_s);
        const RecordId wife = m_site->person(u"乙"_s);
        const RecordId hers = add(id, measureOf(u"social"_s, 100, {{measure::f("member_id"), Value(wife)}}));
        const RecordId later = add(id, measureOf(u"social"_s, 100,
                                                 {{measure::f("member_id"), Value(wife)},
                                                  {measure::f("started_on"), Value(u"2026-12-01"_s)}}));
        const RecordId whole = add(id, measureOf(u"social"_s));
        FFP_VERIFY(m_site->changes().leave(wife, u"death"_s, {}, m_site->occasion(u"死亡证明"_s)));
        QCOMPARE(status(hers), u"stopped"_s);
        QCOMPARE(m_site->record(hers)[measure::f("end_reason")].toText(), u"死亡证明"_s);
        QCOMPARE(status(later), u"stopped"_s);
        QCOMPARE(status(whole), u"doing"_s);
        FFP_VERIFY(UndoService(m_site->session()).undo());
        QCOMPARE(status(hers), u"doing"_s);
    }

    void courseOfAMeasure()
    {
        const RecordId id = household();
        const RecordId made = add(id, measureOf(u"social"_s));
        QCOMPARE(status(made), u"doing"_s);
        QCOMPARE(m_site->record(made)[measure::f("started_on")].toText(), u"2026-11-01"_s);
        FFP_VERIFY_ERROR(service().finish(made, QDate(2026, 10, 31)),
                         ErrorKind::InvalidValue); // before it began
        FFP_VERIFY_ERROR(service().finish(made, QDate(2026, 11, 2)), ErrorKind::InvalidValue); // tomorrow
        FFP_VERIFY_ERROR(service().stop(made, {QDate(2026, 11, 1), u" "_s}), ErrorKind::InvalidValue);
        FFP_VERIFY(service().finish(made, QDate(2026, 11, 1), {{measure::f("income_gain"), Value(120000)}}));
        QCOMPARE(status(made), u"done"_s);
        FFP_VERIFY_ERROR(service().voidMistake(made, {}), ErrorKind::InvalidValue);
        FFP_VERIFY(service().voidMistake(made, u"录错户"_s));
        QVERIFY(sure(service().listOf(id)).empty());
        FFP_VERIFY_ERROR(service().voidMistake(made, u"录错户"_s), ErrorKind::NotFound);
        FFP_VERIFY_ERROR(service().edit(Entity::Measure, made, {{measure::f("content"), Value(u"x"_s)}}, {}),
                         ErrorKind::NotFound);
        bool inHistory = false;
        for (const HistoryEntry &entry : sure(m_site->registry().history(id)))
            inHistory = inHistory || entry.record == made;
        QVERIFY(inHistory);
    }

    void badInputIsToldAtOnce()
    {
        const RecordId id = household();
        const auto bad = service().add(id, {{measure::f("category"), Value(u"industry"_s)},
                                            {measure::f("kind"), Value(u"water.connect"_s)},
                                            {measure::f("amount"), Value(-100)},
                                            {measure::f("status"), Value(u"done"_s)}});
        FFP_VERIFY_ERROR(bad, ErrorKind::InvalidValue);
        QCOMPARE(bad.error().args, (QStringList{u"kind: kind_of_other_category"_s, u"amount: negative"_s,
                                                u"ended_on: required"_s}));
        FFP_VERIFY_ERROR(service().add(id, measureOf(u"gold"_s)), ErrorKind::InvalidValue);
        const RecordId stranger = m_site->household(u"3413231142019999"_s, u"路人:head:M"_s);
        FFP_VERIFY_ERROR(service().add(id, measureOf(u"social"_s, 100,
                                                     {{measure::f("member_id"),
                                                       Value(m_site->person(u"路人"_s))}})),
                         ErrorKind::InvalidValue);
        const RecordId monitoring = test::addRecord(m_site->session(), Entity::Case,
                                                    {{casefile::f("household_id"), Value(stranger)},
                                                     {casefile::f("status"), Value(u"active"_s)}});
        const RecordId risk = test::addRecord(m_site->session(), Entity::CaseRisk,
                                              {{case_risk::f("case_id"), Value(monitoring)},
                                               {case_risk::f("kind"), Value(u"illness"_s)}});
        const FieldValues against{{measure::f("risk_id"), Value(risk)}};
        FFP_VERIFY_ERROR(service().add(id, measureOf(u"social"_s, 100, against)), ErrorKind::InvalidValue);
        FFP_VERIFY(service().add(stranger, measureOf(u"social"_s, 100, against)));
        FFP_VERIFY_ERROR(service().add(RecordId(), measureOf(u"social"_s)), ErrorKind::NotFound);
        FFP_VERIFY(m_site->changes().voidHousehold(stranger, u"录错"_s));
        FFP_VERIFY_ERROR(service().add(stranger, measureOf(u"social"_s)), ErrorKind::RuleBroken);
    }

    void listsAreFilteredAndNamed()
    {
        const RecordId id = household({}, u"朱甲:head:M 乙:spouse:F"_s);
        add(id, measureOf(u"social"_s, 100, {{measure::f("member_id"), Value(m_site->person(u"乙"_s))}}));
        add(id,
            {{measure::f("category"), Value(u"health"_s)}, {measure::f("kind"), Value(u"health.doctor"_s)}});
        const auto count = [this](const MeasureQuery &query) {
            return sure(service().rows(query, Language::Chinese)).size();
        };
        QCOMPARE(count({}), size_t(2));
        QCOMPARE(count({.household = id}), size_t(2));
        QCOMPARE(count({.household = household()}), size_t(0));
        QCOMPARE(count({.category = u"health"_s}), size_t(1));
        QCOMPARE(count({.fundSource = u"social"_s}), size_t(1));
        QCOMPARE(count({.status = u"done"_s}), size_t(0));
        QCOMPARE(count({.area = AreaCode::fromString(u"341323115000"_s)}), size_t(0));
        const auto rows = sure(service().rows({.fundSource = u"social"_s}, Language::Chinese));
        QCOMPARE(rows.front().headName, u"朱甲"_s);
        QCOMPARE(rows.front().memberName, u"乙"_s);
        QVERIFY(!rows.front().areaName.isEmpty());
    }

    void formKnowsTheHousehold()
    {
        const RecordId id = household({{household::f("exit_class"), Value(u"no_policy"_s)}});
        becomeEdge(id);
        const MeasureForm form = sure(service().prepare(id));
        QCOMPARE(form.household.monitorClass, u"edge"_s);
        QCOMPARE(form.household.exitClass, u"no_policy"_s);
        QCOMPARE(form.members.size(), size_t(2));
        FundUse use = form.household;
        use.source = kSpecial;
        QCOMPARE(form.pack.bansFor(use).size(), size_t(2));
    }

    void planIsSignedByAllWhoMust()
    {
        const RecordId id = household({}, u"朱甲:head:M 乙:spouse:F"_s);
        const RecordId wife = m_site->person(u"乙"_s);
        FFP_VERIFY(m_site->registry().edit(wife, {{member::f("labour"), Value(u"ordinary"_s)}}, {}));
        const RecordId draft = sure(service().addPlan(id, {{plan::f("made_on"), Value(u"2026-10-01"_s)}}));
        const QDate today = m_site->clock.today();
        const auto unsignedYet = service().signPlan(draft, today);
        FFP_VERIFY_ERROR(unsignedYet, ErrorKind::InvalidValue); // HV-16
        QCOMPARE(unsignedYet.error().args.size(), 3);
        FFP_VERIFY(service().edit(Entity::Plan, draft, planOf(), {}));
        QCOMPARE(refusedBy(service().signPlan(draft, today)), u"HV-17"_s);
        add(id, measureOf(u"social"_s));
        QCOMPARE(refusedBy(service().signPlan(draft, today)), u"HV-17"_s); // nothing for the wife
        const RecordId hers = add(id, measureOf(u"social"_s, 100, {{measure::f("member_id"), Value(wife)}}));
        FFP_VERIFY(service().stop(hers, {today, u"不愿参加"_s}));
        QCOMPARE(refusedBy(service().signPlan(draft, today)), u"HV-17"_s); // stopped
        add(id, measureOf(u"social"_s, 100, {{measure::f("member_id"), Value(wife)}}));
        FFP_VERIFY(service().signPlan(draft, today));
    }

    void signedPlanOfAnExitedHouseholdNeedsAHelper()
    {
        const RecordId id = household({{household::f("household_type"), Value(u"exited"_s)}});
        add(id, measureOf(u"social"_s));
        const auto refused = service().addPlan(id, planOf({{plan::f("signed_on"), Value(u"2026-10-02"_s)}}));
        QCOMPARE(refusedBy(refused), u"HV-05"_s);
        QVERIFY(refused.error().args.value(1).contains(u"四（一）3"_s));
        test::addRecord(m_site->session(), Entity::Assignment,
                        {{assignment::f("household_id"), Value(id)},
                         {assignment::f("role"), Value(u"helper"_s)},
                         {assignment::f("name"), Value(u"孙帮"_s)}});
        FFP_VERIFY(service().addPlan(id, planOf({{plan::f("signed_on"), Value(u"2026-10-02"_s)}})));
    }

    void aNewPlanEndsTheOneBefore()
    {
        const RecordId id = household();
        const RecordId first = sure(service().addPlan(id, planOf()));
        const RecordId second = sure(service().addPlan(id, {}));
        QCOMPARE(m_site->record(first)[plan::f("ended_on")].toText(), u"2026-11-01"_s);
        QVERIFY(m_site->record(second)[plan::f("ended_on")].isBlank());
        QCOMPARE(sure(service().plansOf(id)).size(), size_t(2));
        FFP_VERIFY_ERROR(service().endPlan(second, {QDate(2026, 11, 1), {}}), ErrorKind::InvalidValue);
        FFP_VERIFY(service().endPlan(second, {QDate(2026, 11, 1), u"销号"_s}));
        FFP_VERIFY_ERROR(service().addPlan(id, {{plan::f("made_on"), Value(u"2026-11-02"_s)}}),
                         ErrorKind::InvalidValue); // tomorrow
    }

    void theLaterPackLeavesItToTheOffice()
    {
        test::TestSite later;
        NewSite site = later.newSite();
        site.path = later.dir().filePath(u"later.ffp"_s);
        site.policy = u"national-2021"_s;
        auto session = Session::create(site, later.clock);
        FFP_VERIFY(session);
        const RecordId id = test::addRecord(**session, Entity::Household,
                                            {{household::f("monitor_class"), Value(u"edge"_s)}});
        MeasureService measures(**session);
        FFP_VERIFY(measures.add(id, measureOf(kSpecial)));
        FFP_VERIFY(measures.add(id, measureOf(u"bridging"_s)));
        FFP_VERIFY_ERROR(measures.add(id, {{measure::f("category"), Value(u"epidemic"_s)},
                                           {measure::f("kind"), Value(u"epidemic.ward"_s)}}),
                         ErrorKind::InvalidValue);
    }
};

QTEST_GUILESS_MAIN(TestMeasureService)
#include "tst_measureservice.moc"
