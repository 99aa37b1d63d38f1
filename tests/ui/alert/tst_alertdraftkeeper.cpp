// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/alert/alertdraftkeeper.h"

#include <QSignalSpy>
#include <QThreadPool>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestAlertDraftKeeper : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<AlertDraftKeeper> m_keeper;
    std::vector<AlertDraft> m_typed;
    RecordId m_alert;

    AlertDraft draft(const QString &action) const
    {
        return {m_alert, 0, QDate(2026, 11, 20), action, u"周海"_s};
    }
    void makeKeeper()
    {
        m_keeper = std::make_unique<AlertDraftKeeper>(
            m_site->session(), [this] { return m_typed; }, nullptr);
    }
    void waitFor(void (AlertDraftKeeper::*signal)(), const std::function<void()> &act)
    {
        QSignalSpy spy(m_keeper.get(), signal);
        act();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }
    /// Brings the drafts into what is typed, as the panel does.
    void load()
    {
        QSignalSpy spy(m_keeper.get(), &AlertDraftKeeper::loaded);
        m_keeper->load();
        QVERIFY(spy.wait(kLongMs));
        m_typed = spy[0][0].value<std::vector<AlertDraft>>();
        m_keeper->begin();
    }
    QStringList keptActions()
    {
        QStringList out;
        const auto all = AlertDrafts(m_site->session()).all();
        for (const AlertDraft &one : all.value_or(std::vector<AlertDraft>()))
            out << one.action;
        return out;
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<TestSite>();
        const RecordId household = addRecord(m_site->session(), Entity::Household,
                                             {{household::f("household_no"), Value(u"3413231149000009"_s)}});
        m_alert = addRecord(m_site->session(), Entity::Flag,
                            {{flag::f("household_id"), Value(household)},
                             {flag::f("rule"), Value(u"RF-02"_s)},
                             {flag::f("level"), Value(u"red"_s)},
                             {flag::f("month"), Value(u"2026-10"_s)},
                             {flag::f("status"), Value(u"open"_s)}});
        m_typed.clear();
        makeKeeper();
    }
    void cleanup()
    {
        m_keeper.reset();
        QThreadPool::globalInstance()->waitForDone();
        m_site.reset();
    }

    void typedTextSurvives()
    {
        load();
        m_typed = {draft(u"联系医保"_s)};
        waitFor(&AlertDraftKeeper::written, [this] { m_keeper->touch(); });
        m_keeper.reset(); // as a crash does
        m_site->close();
        FFP_VERIFY(m_site->open());
        m_typed.clear();
        makeKeeper();
        load();
        QCOMPARE(m_typed.size(), size_t(1));
        QVERIFY(m_typed[0].rid > 0);
        QCOMPARE(m_typed[0].alert, m_alert);
        QCOMPARE(m_typed[0].action, u"联系医保"_s);
        QCOMPARE(m_typed[0].reviewer, u"周海"_s);
        QCOMPARE(m_typed[0].due, QDate(2026, 11, 20));
    }
    /// Health is S-class: nothing of the text stands in the file.
    void draftsAreSealed()
    {
        load();
        m_typed = {draft(u"marked-text-7341"_s)};
        QVERIFY(m_keeper->writeNow());
        Query query(m_site->session().database(), u"SELECT body FROM draft"_s);
        FFP_VERIFY(query.run());
        QVERIFY(query.next().value_or(false));
        QVERIFY(!query.bytes(0).contains("marked-text"));
        m_site->close();
        QFile file(m_site->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("marked-text-7341"));
    }
    /// Invariant 1.
    void nothingIsWrittenBeforeTheEarlierOnesAreThere()
    {
        FFP_VERIFY(AlertDrafts(m_site->session()).keep({draft(u"早先"_s)}));
        QVERIFY(m_keeper->writeNow()); // nothing typed, nothing to write
        QCOMPARE(keptActions(), QStringList{u"早先"_s});
        m_typed = {draft(u"新的"_s)};
        QVERIFY(!m_keeper->writeNow());
        QCOMPARE(keptActions(), QStringList{u"早先"_s});
    }
    /// What was saved or given up is no draft any more.
    void givenUpIsGone()
    {
        load();
        m_typed = {draft(u"一"_s)};
        QVERIFY(m_keeper->writeNow());
        QCOMPARE(keptActions(), QStringList{u"一"_s});
        m_typed.clear();
        waitFor(&AlertDraftKeeper::written, [this] { m_keeper->touch(); });
        QVERIFY(keptActions().isEmpty());
    }
    /// Invariant 3.
    void lockedSiteIsWrittenLater()
    {
        load();
        m_typed = {draft(u"锁屏前"_s)};
        m_site->session().lock();
        QVERIFY(!m_keeper->writeNow());
        waitFor(&AlertDraftKeeper::written, [this] { FFP_VERIFY(m_site->session().unlock(kAdminPassword)); });
        QCOMPARE(keptActions(), QStringList{u"锁屏前"_s});
    }
    /// Invariant 2: what was typed while a write was under way is there in the end.
    void typedMeanwhileFollows()
    {
        load();
        m_typed = {draft(u"一"_s)};
        waitFor(&AlertDraftKeeper::written, [this] { m_keeper->touch(); });
        m_typed = {draft(u"二"_s)};
        m_keeper->touch();
        QTRY_COMPARE_WITH_TIMEOUT(keptActions(), QStringList{u"二"_s}, kLongMs);
    }
};

QTEST_GUILESS_MAIN(TestAlertDraftKeeper)
#include "tst_alertdraftkeeper.moc"
