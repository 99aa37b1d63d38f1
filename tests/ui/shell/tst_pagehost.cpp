// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "ui/shell/pagehost.h"

using namespace ffp;
using namespace ffp::ui;

namespace {

class CountingPage : public Page
{
public:
    QString title() const override { return QStringLiteral("counting"); }
    void open(const Target &) override { ++opened; }
    bool mayLeave() override { return leaveable; }
    bool mayEnd() override { return endable; }
    bool keepsInput() const override { return !endable; }
    bool isSaving() const override { return saving; }
    void endSaving(bool well)
    {
        saving = false;
        leaveable = well;
        savingEnded(well);
        QCoreApplication::processEvents();
    }
    void dataChanged(const ChangeSummary &summary) override { seen.push_back(summary); }

    int opened = 0;
    bool leaveable = true;
    bool endable = true;
    bool saving = false;
    std::vector<ChangeSummary> seen;
};

Target to(const char *page)
{
    return Target::to(QLatin1String(page));
}

ChangeSummary change(qint64 number, qint64 rid)
{
    ChangeSummary summary;
    summary.change = number;
    summary.rids = {{Entity::Household, rid}};
    summary.edited = 1;
    return summary;
}

} // namespace

class TestPageHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_made.clear();
        std::vector<PageEntry> entries;
        for (const char *id : {"a", "b", "c"}) {
            PageEntry entry;
            entry.id = QLatin1String(id);
            entry.make = [this, id] {
                auto *page = new CountingPage;
                m_made[QLatin1String(id)] = page;
                return page;
            };
            entries.push_back(entry);
        }
        m_host = std::make_unique<PageHost>(entries);
    }

    void allPagesAreAskedBeforeTheyEnd()
    {
        m_host->open(to("a"));
        m_host->open(to("b"));
        QVERIFY(m_host->leaveAll({}));
        QVERIFY(!m_host->keepsInput());
        m_made[QStringLiteral("a")]->endable = false; // not the one in view
        QVERIFY(!m_host->leaveAll({}));
        QVERIFY(m_host->keepsInput());
        m_made[QStringLiteral("a")]->endable = true;
        m_made[QStringLiteral("b")]->leaveable = false;
        QVERIFY(!m_host->leaveAll({}));
    }

    void pagesAreMadeOnFirstOpening()
    {
        QVERIFY(m_made.empty());
        QVERIFY(m_host->open(to("b")));
        QCOMPARE(m_made.size(), size_t(1));
        QVERIFY(m_host->open(to("a")));
        QVERIFY(m_host->open(to("b")));
        QCOMPARE(m_made.size(), size_t(2));
        QCOMPARE(m_made[QStringLiteral("b")]->opened, 2);
        QVERIFY(!m_host->made(QStringLiteral("c")));
    }

    void unknownPageIsRefused()
    {
        QVERIFY(m_host->open(to("a")));
        QVERIFY(!m_host->open(to("nowhere")));
        QCOMPARE(m_host->currentId(), QStringLiteral("a"));
    }

    void pageWithUnsavedInputStays()
    {
        QVERIFY(m_host->open(to("a")));
        m_made[QStringLiteral("a")]->leaveable = false;
        QVERIFY(!m_host->open(to("b")));
        QCOMPARE(m_host->currentId(), QStringLiteral("a"));
        m_made[QStringLiteral("a")]->leaveable = true;
        QVERIFY(m_host->open(to("b")));
    }

    void whatWasWishedWhileSavingFollows()
    {
        QVERIFY(m_host->open(to("a")));
        CountingPage &page = *m_made[QStringLiteral("a")];
        page.leaveable = false;
        page.saving = true;
        QVERIFY(!m_host->open(to("b")));
        QVERIFY(!m_host->open(to("c"))); // the last wish
        QCOMPARE(m_host->currentId(), QStringLiteral("a"));
        page.endSaving(true);
        QCOMPARE(m_host->currentId(), QStringLiteral("c"));
        QVERIFY(!m_host->made(QStringLiteral("b")));
        CountingPage &third = *m_made[QStringLiteral("c")];
        third.leaveable = false;
        third.saving = true;
        m_host->goBack();
        third.endSaving(true);
        QCOMPARE(m_host->currentId(), QStringLiteral("a"));
        m_host->goBack(); // going back left no entry
        QCOMPARE(m_host->currentId(), QStringLiteral("a"));
    }

    void wishIsForgottenWhenSavingFails()
    {
        QVERIFY(m_host->open(to("a")));
        CountingPage &page = *m_made[QStringLiteral("a")];
        page.leaveable = false;
        page.saving = true;
        QVERIFY(!m_host->open(to("b")));
        page.endSaving(false);
        QCOMPARE(m_host->currentId(), QStringLiteral("a"));
        page.endSaving(true); // a later save has no wish any more
        QCOMPARE(m_host->currentId(), QStringLiteral("a"));
    }

    void refusedWishIsNotKept()
    {
        QVERIFY(m_host->open(to("a")));
        CountingPage &page = *m_made[QStringLiteral("a")];
        page.leaveable = false;
        QVERIFY(!m_host->open(to("b"))); // the person wants to stay
        page.endSaving(true);
        QCOMPARE(m_host->currentId(), QStringLiteral("a"));
    }

    void hiddenPageLearnsOfChangesWhenShown()
    {
        QVERIFY(m_host->open(to("a")));
        QVERIFY(m_host->open(to("b")));
        m_host->dataChanged(change(1, 10));
        m_host->dataChanged(change(2, 20));
        QCOMPARE(m_made[QStringLiteral("b")]->seen.size(), size_t(2));
        QVERIFY(m_made[QStringLiteral("a")]->seen.empty());
        QVERIFY(m_host->open(to("a")));
        const auto &seen = m_made[QStringLiteral("a")]->seen;
        QCOMPARE(seen.size(), size_t(1));
        QCOMPARE(seen[0].change, 2);
        QCOMPARE(seen[0].edited, 2);
        QCOMPARE(seen[0].rids.size(), size_t(2));
        QVERIFY(m_host->open(to("b")));
        QCOMPARE(m_made[QStringLiteral("b")]->seen.size(), size_t(2)); // not told twice
    }

    void bulkChangeWins()
    {
        QVERIFY(m_host->open(to("a")));
        QVERIFY(m_host->open(to("b")));
        m_host->dataChanged(change(1, 10));
        ChangeSummary bulk;
        bulk.change = 2;
        bulk.bulk = true;
        m_host->dataChanged(bulk);
        m_host->dataChanged(change(3, 30));
        QVERIFY(m_host->open(to("a")));
        const auto &seen = m_made[QStringLiteral("a")]->seen;
        QCOMPARE(seen.size(), size_t(1));
        QVERIFY(seen[0].bulk);
        QVERIFY(seen[0].rids.empty());
    }

    void pausedHostTellsAndOpensNothing()
    {
        QVERIFY(m_host->open(to("a")));
        m_host->setPaused(true);
        m_host->dataChanged(change(1, 10));
        QVERIFY(m_made[QStringLiteral("a")]->seen.empty());
        QVERIFY(!m_host->open(to("b")));
        m_host->setPaused(false);
        QCOMPARE(m_made[QStringLiteral("a")]->seen.size(), size_t(1));
    }

    void backReturnsInOrder()
    {
        QVERIFY(m_host->open(to("a")));
        QVERIFY(m_host->open(to("b")));
        QVERIFY(m_host->open(to("c")));
        m_host->goBack();
        QCOMPARE(m_host->currentId(), QStringLiteral("b"));
        m_host->goBack();
        QCOMPARE(m_host->currentId(), QStringLiteral("a"));
        m_host->goBack(); // nothing before
        QCOMPARE(m_host->currentId(), QStringLiteral("a"));
    }

    void backKeepsHistoryWhenPageStays()
    {
        QVERIFY(m_host->open(to("a")));
        QVERIFY(m_host->open(to("b")));
        m_made[QStringLiteral("b")]->leaveable = false;
        m_host->goBack();
        QCOMPARE(m_host->currentId(), QStringLiteral("b"));
        m_made[QStringLiteral("b")]->leaveable = true;
        m_host->goBack();
        QCOMPARE(m_host->currentId(), QStringLiteral("a"));
    }

private:
    std::unique_ptr<PageHost> m_host;
    std::map<QString, CountingPage *> m_made;
};

QTEST_MAIN(TestPageHost)
#include "tst_pagehost.moc"
