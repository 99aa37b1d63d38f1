// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/proceedingfields.h"
#include "core/domain/fields/stepfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/services/caseservice.h"
#include "core/services/maintenanceservice.h"
#include "core/services/undoservice.h"
#include "core/services/userservice.h"
#include "core/store/recordstore.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace ffp;
using namespace ffp::test;

namespace {

const QString kPassword = u"Weihe-2026-qiao"_s;

QStringList faultsOf(Session &session)
{
    SilentProgress progress;
    const auto report = MaintenanceService(session).verify(true, progress);
    QStringList codes;
    if (!report)
        return {u"failed"_s};
    for (const Fault &fault : report->faults)
        codes << fault.code;
    codes.removeDuplicates();
    return codes;
}

template <class T>
QString whyOf(const Result<T> &result)
{
    return result ? u"done"_s : result.error().args.value(0);
}

} // namespace

/// Signed actions on the file of a county: who may do what, on what content, and what tampering leaves.
class TestCaseService : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSite> m_site;
    RecordId m_household;
    RecordId m_matter;

    Session &as(const QString &user)
    {
        m_site->close();
        const QString password = user == "admin"_L1 ? kAdminPassword : kPassword;
        if (!m_site->open(user, password))
            qFatal("no session");
        return m_site->session();
    }
    Result<ChangeSummary> act(const QString &user, CaseVerb verb, FieldValues record = {},
                              const QString &comment = u"同意"_s)
    {
        CaseRequest request{.matter = m_matter,
                            .verb = verb,
                            .comment = comment,
                            .record = std::move(record)};
        request.password = kPassword;
        return CaseService(as(user)).act(request);
    }
    QString state() { return valueOf(CaseService(m_site->session()).view(m_matter)).state; }
    FieldValues minutes() const
    {
        return {{step::f("team"), Value(QStringList{u"王队"_s})},
                {step::f("committees"), Value(QStringList{u"李书记"_s})}};
    }
    RecordId addHere(Entity entity, const FieldValues &values)
    {
        return addRecord(m_site->session(), entity, values);
    }
    void rawSql(const QString &sql)
    {
        Database &db = m_site->session().database();
        Result<Transaction> transaction = Transaction::begin(db);
        QVERIFY(transaction && execute(db, sql) && transaction->commit());
    }

private Q_SLOTS:
    void init()
    {
        m_site.reset(); // first: each site brings cheap passwords back to what they were when it ends
        m_site = std::make_unique<TestSite>(AreaLevel::County, "341323000000");
        UserService users(m_site->session());
        valueOf(users.add(u"cun"_s, u"周海"_s, Role::Reporter, kPassword));
        valueOf(users.add(u"cun2"_s, u"周河"_s, Role::Reporter, kPassword,
                          {AreaLevel::Village, AreaCode::fromString(u"341323114202"_s)}));
        valueOf(users.add(u"xiang"_s, u"吴田"_s, Role::Reviewer, kPassword));
        valueOf(users.add(u"xiang2"_s, u"朱甲"_s, Role::Reviewer, kPassword));
        valueOf(users.add(u"xian"_s, u"郑平"_s, Role::Approver, kPassword));
        valueOf(users.add(u"kan"_s, u"钱看"_s, Role::Viewer, kPassword));
        as(u"cun"_s);
        m_household = addHere(Entity::Household,
                              {{household::f("household_type"), Value(u"general"_s)},
                               {household::f("household_no"), Value(u"3413231149000001"_s)}});
        addHere(Entity::Member, {{member::f("household_id"), Value(m_household)},
                                 {member::f("name"), Value(u"朱甲"_s)},
                                 {member::f("relation"), Value(u"head"_s)}});
        m_matter = valueOf(CaseService(m_site->session()).open({u"identify-edge"_s, m_household, {}, {}}));
        addHere(Entity::Visit, {{visit::f("household_id"), Value(m_household)},
                                {visit::f("visited_on"), Value(u"2026-11-01"_s)},
                                {visit::f("mode"), Value(u"home"_s)}});
        addHere(Entity::IncomeStatement, {{income::f("household_id"), Value(m_household)},
                                          {income::f("net_total"), Value(qint64(1999998))},
                                          {income::f("population"), Value(4)}});
        const RecordId caseId = caseOf();
        addHere(Entity::CaseRisk,
                {{case_risk::f("case_id"), Value(caseId)}, {case_risk::f("kind"), Value(u"illness"_s)}});
    }
    RecordId caseOf()
    {
        Session &session = m_site->session();
        return valueOf(RecordStore(session.database(), session.cipher())
                           .record(m_matter))[proceeding::f("case_id")]
            .toRef();
    }
    QString caseStatus()
    {
        Session &session = m_site->session();
        return valueOf(
                   RecordStore(session.database(), session.cipher()).record(caseOf()))[casefile::f("status")]
            .toText();
    }

    void theStateComesFromSignedActions()
    {
        QCOMPARE(state(), u"joint_study"_s);
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        QCOMPARE(state(), u"township_review"_s);
        QCOMPARE(whyOf(act(u"xiang"_s, CaseVerb::Approve)), u"done"_s);
        QCOMPARE(whyOf(act(u"xian"_s, CaseVerb::Approve)), u"done"_s);
        QCOMPARE(caseStatus(), u"active"_s);
        QCOMPARE(whyOf(act(u"xiang"_s, CaseVerb::Record)), u"done"_s);
        QCOMPARE(state(), u"done"_s);
        const CaseView view = valueOf(CaseService(m_site->session()).view(m_matter));
        QCOMPARE(view.history.size(), size_t(4));
        QVERIFY(view.changed.empty());
        QCOMPARE(faultsOf(as(u"admin"_s)), QStringList());
    }

    /// Every official at every state tries every verb; only the moves of the chain count, and nothing else
    /// changes.
    void everyOfficialEveryVerbEveryState()
    {
        const std::map<QString, std::map<QString, QStringList>> allowed{
            {u"joint_study"_s, {{u"cun"_s, {u"submit"_s}}}},
            {u"township_review"_s,
             {{u"xiang"_s, {u"approve"_s, u"return"_s, u"reject"_s}}, {u"cun"_s, {u"withdraw"_s}}}},
            {u"county_decide"_s,
             {{u"xian"_s, {u"approve"_s, u"return"_s, u"reject"_s}}, {u"xiang"_s, {u"withdraw"_s}}}},
            {u"national_entry"_s,
             {{u"xiang"_s, {u"record"_s}}, {u"xiang2"_s, {u"record"_s}}, {u"xian"_s, {u"withdraw"_s}}}},
        };
        const std::vector<std::pair<QString, CaseVerb>> path{{u"cun"_s, CaseVerb::Submit},
                                                             {u"xiang"_s, CaseVerb::Approve},
                                                             {u"xian"_s, CaseVerb::Approve}};
        for (size_t at = 0; at <= path.size(); ++at) {
            const QString here = state();
            for (const QString &user :
                 {u"cun"_s, u"cun2"_s, u"xiang"_s, u"xiang2"_s, u"xian"_s, u"kan"_s, u"admin"_s}) {
                const auto mine = allowed.at(here).find(user);
                CaseService service(as(user));
                for (const CaseVerb verb : {CaseVerb::Submit, CaseVerb::Approve, CaseVerb::Record,
                                            CaseVerb::Return, CaseVerb::Reject, CaseVerb::Withdraw}) {
                    const bool may = mine != allowed.at(here).end()
                                     && mine->second.contains(QLatin1String(caseVerbCode(verb)));
                    if (may)
                        continue;
                    CaseRequest request{.matter = m_matter,
                                        .verb = verb,
                                        .comment = u"试"_s,
                                        .record = minutes()};
                    request.password = user == "admin"_L1 ? kAdminPassword : kPassword;
                    const auto done = service.act(request);
                    QVERIFY2(!done,
                             qPrintable(here + u" "_s + user + u" "_s + QLatin1String(caseVerbCode(verb))));
                    QVERIFY(done.error().kind == ErrorKind::NotAllowed
                            || done.error().kind == ErrorKind::RuleBroken);
                    QCOMPARE(state(), here);
                }
            }
            if (at < path.size())
                QCOMPARE(whyOf(act(path[at].first, path[at].second, at == 0 ? minutes() : FieldValues())),
                         u"done"_s);
        }
    }

    void whoEnteredTheContentDoesNotJudgeIt()
    {
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        // The reviewer corrects a risk before reviewing.
        as(u"xiang"_s);
        addHere(Entity::CaseRisk,
                {{case_risk::f("case_id"), Value(caseOf())}, {case_risk::f("kind"), Value(u"disability"_s)}});
        QCOMPARE(whyOf(act(u"xiang"_s, CaseVerb::Approve)), u"own_content"_s);
        // Returned and submitted anew, what he entered is the village's submission.
        QCOMPARE(whyOf(act(u"xiang"_s, CaseVerb::Return)), u"own_content"_s);
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Withdraw)), u"done"_s);
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        QCOMPARE(whyOf(act(u"xiang"_s, CaseVerb::Approve)), u"done"_s);
    }

    void whoLivesThereDoesNotJudgeIt()
    {
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        QCOMPARE(whyOf(act(u"xiang2"_s, CaseVerb::Approve)), u"own_household"_s);
    }

    void aJudgementNeedsThePasswordAgain()
    {
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        CaseRequest request{.matter = m_matter,
                            .verb = CaseVerb::Approve,
                            .comment = u"同意"_s,
                            .record = {}};
        request.password = u"falsch"_s;
        const auto done = CaseService(as(u"xiang"_s)).act(request);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::WrongPassword);
        QCOMPARE(state(), u"township_review"_s);
    }

    void whatChangedSinceItWasSeenIsNotDecidedOn()
    {
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        CaseService service(as(u"xiang"_s));
        const CaseView seen = valueOf(service.view(m_matter));
        as(u"cun"_s);
        addHere(Entity::Member, {{member::f("household_id"), Value(m_household)},
                                 {member::f("name"), Value(u"朱乙"_s)},
                                 {member::f("relation"), Value(u"son"_s)}});
        CaseRequest request{.matter = m_matter,
                            .verb = CaseVerb::Approve,
                            .comment = u"同意"_s,
                            .record = {}};
        request.password = kPassword;
        request.seen = seen.digest;
        CaseService again(as(u"xiang"_s));
        QCOMPARE(whyOf(again.act(request)), u"stale"_s);
        request.seen = valueOf(again.view(m_matter)).digest;
        QCOMPARE(valueOf(again.view(m_matter)).changed.size(), size_t(1));
        QCOMPARE(whyOf(again.act(request)), u"done"_s);
    }

    void incomeAtTheLineIsNoEdgeHousehold()
    {
        as(u"cun"_s);
        addHere(Entity::IncomeStatement, {{income::f("household_id"), Value(m_household)},
                                          {income::f("window_to"), Value(u"2026-10-31"_s)},
                                          {income::f("net_total"), Value(qint64(2000000))},
                                          {income::f("population"), Value(4)}});
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        QCOMPARE(whyOf(act(u"xiang"_s, CaseVerb::Approve)), u"done"_s);
        QCOMPARE(whyOf(act(u"xian"_s, CaseVerb::Approve)), u"HV-02"_s);
        QCOMPARE(state(), u"county_decide"_s);
        QCOMPARE(caseStatus(), u"in_review"_s);
    }

    void aDecisionIsNotTyped()
    {
        Session &session = as(u"cun"_s);
        const auto typed = RegistryService(session).edit(caseOf(),
                                                         {{casefile::f("status"), Value(u"active"_s)}}, {});
        QCOMPARE(whyOf(typed), u"decided"_s);
        QCOMPARE(caseStatus(), u"candidate"_s);
    }

    void whatWasOpenedByMistakeIsTakenBack()
    {
        Session &session = as(u"cun"_s);
        const RecordId other = addHere(Entity::Household,
                                       {{household::f("household_type"), Value(u"general"_s)}});
        const RecordId wrong = valueOf(CaseService(session).open({u"identify-edge"_s, other, {}, {}}));
        QCOMPARE(whyOf(CaseService(session).open({u"identify-edge"_s, other, {}, {}})), u"matter_open"_s);
        QVERIFY(UndoService(session).undo());
        QVERIFY(!CaseService(session).view(wrong));
        QCOMPARE(valueOf(CaseService(session).list({})).size(), size_t(1));
        QVERIFY(CaseService(session).open({u"identify-edge"_s, other, {}, {}}));
        QCOMPARE(faultsOf(as(u"admin"_s)), QStringList());
    }

    void timeDoesNotRunBackwards()
    {
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        m_site->clock.set(QDate(2026, 10, 31));
        QCOMPARE(whyOf(act(u"xiang"_s, CaseVerb::Approve)), u"HV-37"_s);
    }

    void aDisabledOfficialStaysInTheHistoryAndOutOfTheOffice()
    {
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        QVERIFY(UserService(as(u"admin"_s)).disable(u"cun"_s));
        QCOMPARE(state(), u"township_review"_s); // signed before
        m_site->close();
        QVERIFY(!m_site->open(u"cun"_s, kPassword));
        as(u"admin"_s);
        QCOMPARE(faultsOf(m_site->session()), QStringList());
    }

    void tampering_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("fault");
        QTest::newRow("state") << u"UPDATE case_state SET state = 'done'"_s << u"case_state"_s;
        QTest::newRow("workflow") << u"UPDATE case_state SET wf = 'x'"_s << u"case_state"_s;
        QTest::newRow("tips") << u"UPDATE case_state SET tips = x'00'"_s << u"case_state"_s;
        QTest::newRow("since") << u"UPDATE case_state SET since = '2020-01-01'"_s << u"case_state"_s;
        QTest::newRow("moved") << u"UPDATE case_state SET moved = 'x'"_s << u"case_state"_s;
        QTest::newRow("disputed") << u"UPDATE case_state SET disputed = 1"_s << u"case_state"_s;
        QTest::newRow("row gone") << u"DELETE FROM case_state"_s << u"case_state"_s;
        QTest::newRow("actor") << u"UPDATE case_action SET actor = zeroblob(16)"_s << u"case_state"_s;
        QTest::newRow("day") << u"UPDATE case_action SET day = '2020-01-01'"_s << u"case_state"_s;
        QTest::newRow("signature") << u"UPDATE op SET sig = zeroblob(64) WHERE kind = 4"_s << u"signature"_s;
        QTest::newRow("no signature") << u"UPDATE op SET sig = NULL WHERE kind = 4"_s << u"signature"_s;
        QTest::newRow("verdict") << u"UPDATE op SET eff = 6 WHERE kind = 4"_s << u"case_state"_s;
        QTest::newRow("envelope")
            << u"UPDATE op SET env = (SELECT env FROM op WHERE kind = 1 LIMIT 1) WHERE kind = 4"_s
            << u"op_id"_s;
        QTest::newRow("status of the case")
            << u"UPDATE monitor_case SET status = 'removed'"_s << u"projection"_s;
        QTest::newRow("pack of the matter")
            << u"UPDATE proceeding SET pack = 'anhui-2020@9'"_s << u"projection"_s;
    }
    void tampering()
    {
        QFETCH(QString, sql);
        QFETCH(QString, fault);
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        as(u"admin"_s);
        QCOMPARE(faultsOf(m_site->session()), QStringList());
        rawSql(sql);
        QVERIFY2(faultsOf(m_site->session()).contains(fault),
                 qPrintable(faultsOf(m_site->session()).join(u' ')));
    }

    void whatWasKeptOfActionsIsComputedAgain()
    {
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        as(u"admin"_s);
        rawSql(u"UPDATE case_state SET state = 'done'"_s);
        SilentProgress progress;
        QVERIFY(MaintenanceService(m_site->session()).rebuild(progress));
        QCOMPARE(state(), u"township_review"_s);
        QCOMPARE(faultsOf(m_site->session()), QStringList());
    }

    void boxes()
    {
        QCOMPARE(whyOf(act(u"cun"_s, CaseVerb::Submit, minutes())), u"done"_s);
        const auto count = [this](const QString &user, CaseBox box) {
            return valueOf(CaseService(as(user)).list({.box = box})).size();
        };
        QCOMPARE(count(u"xiang"_s, CaseBox::Waiting), size_t(1));
        QCOMPARE(count(u"cun"_s, CaseBox::Waiting), size_t(0));
        QCOMPARE(count(u"cun"_s, CaseBox::Sent), size_t(1));
        QCOMPARE(count(u"cun"_s, CaseBox::Returned), size_t(0));
        QCOMPARE(whyOf(act(u"xiang"_s, CaseVerb::Return, {}, u"补充材料"_s)), u"done"_s);
        QCOMPARE(count(u"cun"_s, CaseBox::Returned), size_t(1));
        QCOMPARE(count(u"cun"_s, CaseBox::Waiting), size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestCaseService)
#include "tst_caseservice.moc"
