// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/casejudge.h"
#include "core/log/fold.h"
#include "core/log/registrylog.h"
#include "core/services/userservice.h"
#include "core/trust/keyring.h"
#include "tests/support/testsite.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace ffp;
using namespace ffp::test;

/// The judge of signed actions (exchange.md §12.3, §12.4) by itself: actions in any order, two at once,
/// forged ones.
class TestCaseJudge : public QObject
{
    Q_OBJECT

    const QString m_password = u"Weihe-2026-qiao"_s;
    TestSite m_site{AreaLevel::County, "341323000000"};
    Registry m_registry;
    std::map<QString, OfficialId> m_people;
    Workflow m_workflow;
    std::map<OpId, OpFact> m_ops;
    OpId m_create{};
    RecordId m_household{crypto::random<16>()};
    bool m_installed = true;

    LoggedAction signedBy(const QString &user, const char *move, std::vector<OpId> after)
    {
        m_site.close();
        if (!m_site.open(user, m_password))
            qFatal("no session");
        Session &session = m_site.session();
        LoggedAction one;
        one.id = crypto::random<32>();
        static quint64 clock = 1000;
        one.hlc = ++clock;
        one.actor = m_people.at(user);
        one.inc = session.site().incarnation;
        one.area = AreaCode::fromString(u"341323114201"_s);
        one.seq = static_cast<qint64>(clock);
        one.signer = crypto::keyId(valueOf(session.keyring().officialKey()));
        one.signature = valueOf(
            session.keyring().signAsOfficial(opkind::signTag(opkind::Action), view(one.id)));
        CaseAction action;
        action.wf = m_workflow.id;
        for (const WorkflowMove &known : m_workflow.moves)
            if (known.code == move) {
                action.from = known.from;
                action.to = known.to;
            }
        action.step = move;
        action.after = std::move(after);
        action.basis = {{m_household, {}, {m_create}}};
        action.date = u"2026-11-01"_s;
        one.digest = basisDigest(action.basis);
        one.action = action;
        return one;
    }
    CaseOutcome judge(std::vector<LoggedAction> actions) const
    {
        const WorkflowBook book = [this](QByteArrayView id) {
            return m_installed && id == m_workflow.id ? &m_workflow : nullptr;
        };
        const CaseFacts facts{m_registry,
                              book,
                              m_workflow.id,
                              AreaCode::fromString(u"341323114201"_s),
                              OfficialId(),
                              [this](const OpId &id) -> Result<std::optional<OpFact>> {
                                  const auto found = m_ops.find(id);
                                  return found == m_ops.end() ? std::nullopt : std::optional(found->second);
                              }};
        return valueOf(judgeCase(std::move(actions), facts));
    }
    static QString faultsIn(const CaseOutcome &outcome)
    {
        QStringList faults;
        for (const JudgedAction &one : outcome.actions)
            faults << QLatin1String(one.fault);
        return faults.join(u',');
    }

private Q_SLOTS:
    void initTestCase()
    {
        UserService users(m_site.session());
        for (const auto &[name, role] : {std::pair(u"cun"_s, Role::Reporter),
                                         {u"xiang"_s, Role::Reviewer},
                                         {u"xiang2"_s, Role::Reviewer},
                                         {u"xian"_s, Role::Approver}})
            m_people[name] = valueOf(users.add(name, {}, role, m_password)).id;
        m_registry = valueOf(RegistryLog(m_site.session().database(), m_site.session().cipher()).fold());
        m_create = crypto::random<32>();
        m_ops[m_create] = {OfficialId(crypto::random<16>()), "household"};
        const std::vector<QByteArray> judges{"reviewer", "approver"};
        m_workflow = {
            "test@1/x",
            "report",
            {{"report.submit", "report", "review", {AreaLevel::Village}, {"reporter"}, false, {}},
             {"review.approve", "review", "done", {AreaLevel::Township, AreaLevel::County}, judges, true, {}},
             {"review.reject",
              "review",
              "rejected",
              {AreaLevel::Township, AreaLevel::County},
              judges,
              true,
              {}}}};
    }

    void theOrderOfArrivalDoesNotMatter()
    {
        const LoggedAction report = signedBy(u"cun"_s, "report.submit", {});
        LoggedAction approval = signedBy(u"xiang"_s, "review.approve", {report.id});
        approval.hlc = 1; // a clock that is far behind
        for (const auto &actions : {std::vector{report, approval}, std::vector{approval, report}}) {
            const CaseOutcome outcome = judge(actions);
            QCOMPARE(faultsIn(outcome), u","_s);
            QCOMPARE(outcome.state, QByteArray("done"));
            QCOMPARE(outcome.tips, std::vector{approval.id});
        }
        QCOMPARE(judge({approval}).state, QByteArray("report"));
        QCOMPARE(judge({approval}).waiting, 1); // what it follows may still come
    }

    void theHigherLevelStands()
    {
        const LoggedAction report = signedBy(u"cun"_s, "report.submit", {});
        const LoggedAction yes = signedBy(u"xiang"_s, "review.approve", {report.id});
        const LoggedAction no = signedBy(u"xian"_s, "review.reject", {report.id});
        const CaseOutcome outcome = judge({report, yes, no});
        QCOMPARE(outcome.state, QByteArray("rejected"));
        QVERIFY(!outcome.disputed);
        for (const JudgedAction &one : outcome.actions)
            QCOMPARE(one.overruled, one.logged.id == yes.id);
    }

    void equalsDisputeUntilItIsSettled()
    {
        const LoggedAction report = signedBy(u"cun"_s, "report.submit", {});
        const LoggedAction yes = signedBy(u"xiang"_s, "review.approve", {report.id});
        const LoggedAction no = signedBy(u"xiang2"_s, "review.reject", {report.id});
        const CaseOutcome open = judge({report, yes, no});
        QVERIFY(open.disputed);
        QCOMPARE(open.state, QByteArray("review")); // the last undisputed one
        const LoggedAction settled = signedBy(u"xian"_s, "review.approve", {yes.id, no.id});
        const CaseOutcome closed = judge({report, yes, no, settled});
        QCOMPARE(faultsIn(closed), u",,,"_s);
        QVERIFY(!closed.disputed);
        QCOMPARE(closed.state, QByteArray("done"));
        const LoggedAction same = signedBy(u"xiang2"_s, "review.approve", {report.id});
        QVERIFY(!judge({report, yes, same}).disputed); // of one mind
    }

    void forgeries_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"signature", "digest", "basis", "level", "role", "out_of_turn", "site",
                                  "area", "form", "no_workflow", "after", "own_step", "own_content"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void forgeries()
    {
        QFETCH(QString, fault);
        LoggedAction report = signedBy(u"cun"_s, "report.submit", {});
        LoggedAction one = signedBy(u"xiang"_s, "review.approve", {report.id});
        if (fault == "signature"_L1)
            one.actor = m_people.at(u"xian"_s);
        else if (fault == "digest"_L1)
            one.action->basis.front().ops = {crypto::random<32>()};
        else if (fault == "basis"_L1) {
            one.action->basis.front().ops.push_back(crypto::random<32>());
            one.digest = basisDigest(one.action->basis);
        } else if (fault == "level"_L1)
            one = signedBy(u"cun"_s, "review.approve", {report.id});
        else if (fault == "role"_L1) {
            m_workflow.moves[1].levels.push_back(AreaLevel::Village);
            one = signedBy(u"cun"_s, "review.approve", {report.id});
        } else if (fault == "out_of_turn"_L1)
            one.action->to = "rejected";
        else if (fault == "site"_L1)
            one.inc = Incarnation(crypto::random<16>());
        else if (fault == "form"_L1)
            one.action.reset();
        else if (fault == "no_workflow"_L1)
            m_installed = false;
        else if (fault == "after"_L1)
            one.action->after = {crypto::random<32>()};
        else if (fault == "own_step"_L1) {
            m_workflow.moves[0].levels = {AreaLevel::Township};
            m_workflow.moves[0].roles = {"reviewer"};
            report = signedBy(u"xiang"_s, "report.submit", {});
            one = signedBy(u"xiang"_s, "review.approve", {report.id});
        } else if (fault == "own_content"_L1) {
            const OpId edit = crypto::random<32>();
            m_ops[edit] = {m_people.at(u"xiang"_s), "member"};
            one.action->basis.push_back({RecordId(crypto::random<16>()), {}, {edit}});
            one.digest = basisDigest(one.action->basis);
        }
        CaseOutcome outcome;
        if (fault == "area"_L1) {
            const WorkflowBook book = [this](QByteArrayView) { return &m_workflow; };
            const CaseFacts facts{m_registry,
                                  book,
                                  m_workflow.id,
                                  AreaCode::fromString(u"341322114201"_s),
                                  OfficialId(),
                                  [](const OpId &) -> Result<std::optional<OpFact>> { return std::nullopt; }};
            outcome = valueOf(judgeCase({one}, facts));
        } else {
            outcome = judge({report, one});
        }
        initWorkflow();
        QVERIFY2(outcome.state != "done", qPrintable(faultsIn(outcome)));
        QCOMPARE(QString::fromLatin1(outcome.actions.back().fault), fault);
    }

    void bytesThatAreNoAction()
    {
        QVERIFY(!CaseAction::decode({}));
        QVERIFY(!CaseAction::decode("nonsense"));
        const LoggedAction report = signedBy(u"cun"_s, "report.submit", {});
        const QByteArray whole = report.action->encode();
        const auto again = CaseAction::decode(whole);
        QVERIFY(again);
        QCOMPARE(again->encode(), whole);
        for (qsizetype cut = 0; cut < whole.size(); ++cut)
            QVERIFY(!CaseAction::decode(QByteArrayView(whole).first(cut)));
    }

private:
    void initWorkflow()
    {
        m_installed = true;
        m_workflow.moves[0].levels = {AreaLevel::Village};
        m_workflow.moves[0].roles = {"reporter"};
        m_workflow.moves[1].levels = {AreaLevel::Township, AreaLevel::County};
    }
};

QTEST_GUILESS_MAIN(TestCaseJudge)
#include "tst_casejudge.moc"
