// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rulefixture.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/tableview.h"
#include "ui/workbench/figurecard.h"
#include "ui/workbench/workbenchpage.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

TodayWork someWork()
{
    TodayWork work;
    work.households = 600;
    work.members = 1613;
    work.red = 3;
    work.edgeHouseholds = 82;
    work.contactOwed = 5;
    work.contactOwedCondition = u"monitor_class = edge and last_visit < 2026-11-01"_s;
    work.dueCheck = {2026, 10};
    Alert alert;
    alert.household = RecordId(std::array<unsigned char, 16>{7});
    alert.headName = u"试甲"_s;
    alert.severity = u"red"_s;
    work.urgent.push_back(alert);
    return work;
}

QString allTexts(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>())
        if (label->isVisibleTo(&page))
            texts << label->text();
    return texts.join(u'\n');
}

} // namespace

class TestWorkbenchPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_site = std::make_unique<TestSite>();
        m_settings = std::make_unique<Settings>(m_site->dir().filePath(u"s.ini"_s));
    }
    void init()
    {
        m_page = std::make_unique<WorkbenchPage>(PageContext{m_site->session(), *m_settings});
        m_page->resize(1200, 700);
        m_page->QWidget::show();
    }
    void cleanup()
    {
        m_page.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void emptySiteShowsHowToBegin()
    {
        QSignalSpy shown(m_page.get(), &WorkbenchPage::shown);
        m_page->open(Target::to(pages::kWorkbench));
        QVERIFY(shown.wait(20'000));
        QVERIFY(allTexts(*m_page).contains(WorkbenchPage::tr("There are no households yet")));
        QVERIFY(!m_page->card(WorkbenchPage::Red).isVisible());
        QSignalSpy navigated(m_page.get(), &Page::navigate);
        QTest::keyClick(m_page.get(), Qt::Key_1); // nothing to press
        QCOMPARE(navigated.size(), 0);
    }
    void keysLeadOn_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("arg");
        QTest::addColumn<QString>("value");
        QTest::newRow("red") << int(Qt::Key_1) << pages::kAlerts << u"severity"_s << u"red"_s;
        QTest::newRow("yellow") << int(Qt::Key_3) << pages::kAlerts << u"severity"_s << u"yellow"_s;
        QTest::newRow("overdue") << int(Qt::Key_4) << pages::kAlerts << u"overdue"_s << u"true"_s;
        QTest::newRow("contact") << int(Qt::Key_5) << pages::kHouseholds << u"where"_s
                                 << u"monitor_class = edge and last_visit < 2026-11-01"_s;
        QTest::newRow("no draft") << int(Qt::Key_6) << pages::kVisits << QString() << QString();
    }
    void keysLeadOn()
    {
        QFETCH(int, key);
        QFETCH(QString, page);
        QFETCH(QString, arg);
        QFETCH(QString, value);
        m_page->show(someWork());
        QSignalSpy navigated(m_page.get(), &Page::navigate);
        QTest::keyClick(m_page.get(), static_cast<Qt::Key>(key));
        QCOMPARE(navigated.size(), 1);
        const auto target = navigated[0][0].value<Target>();
        QCOMPARE(target.page, page);
        if (!arg.isEmpty())
            QCOMPARE(target.args.value(arg).toString(), value);
    }
    void oneDraftIsOpenedAtOnce()
    {
        TodayWork work = someWork();
        work.drafts = 1;
        work.newestDrafts = {{RecordId(std::array<unsigned char, 16>{9}), u"试乙"_s, u"田万村"_s, 1}};
        m_page->show(work);
        QSignalSpy navigated(m_page.get(), &Page::navigate);
        QTest::keyClick(m_page.get(), Qt::Key_6);
        const auto target = navigated.value(0).value(0).value<Target>();
        QCOMPARE(target.page, pages::kVisitEntry);
        QCOMPARE(target.record, work.newestDrafts.front().household);
    }
    void severalDraftsAreChosenFrom()
    {
        TodayWork work = someWork();
        work.drafts = 2;
        work.newestDrafts = {{RecordId(std::array<unsigned char, 16>{9}), u"试乙"_s, {}, 1},
                             {RecordId(std::array<unsigned char, 16>{8}), u"试丙"_s, {}, 1}};
        m_page->show(work);
        QSignalSpy navigated(m_page.get(), &Page::navigate);
        QTest::keyClick(m_page.get(), Qt::Key_6);
        QCOMPARE(navigated.size(), 0);
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(navigated.size(), 1);
        QCOMPARE(navigated[0][0].value<Target>().record, work.newestDrafts.front().household);
    }
    void urgentAlertOpensItsHousehold()
    {
        const TodayWork work = someWork();
        m_page->show(work);
        QSignalSpy navigated(m_page.get(), &Page::navigate);
        m_page->urgent().selectRow(0);
        QTest::keyClick(&m_page->urgent(), Qt::Key_Return);
        QCOMPARE(navigated.size(), 1);
        const auto target = navigated[0][0].value<Target>();
        QCOMPARE(target.record, work.urgent.front().household);
        QCOMPARE(target.args.value(u"tab"_s).toString(), u"alert"_s);
    }
    void rowsAreShownWhole_data()
    {
        QTest::addColumn<int>("height");
        for (int height = 560; height < 600; height += 7)
            QTest::addRow("%d", height) << height;
    }
    /// No row is cut at the lower edge of the urgent alerts, whatever room there is.
    void rowsAreShownWhole()
    {
        QFETCH(int, height);
        TodayWork work = someWork();
        while (work.urgent.size() < 40)
            work.urgent.push_back(work.urgent.front());
        m_page->resize(1200, height);
        m_page->show(work);
        const TableView &table = m_page->urgent();
        const int row = table.verticalHeader()->defaultSectionSize();
        QTRY_COMPARE(table.viewport()->height() % row, 0);
        QVERIFY(table.viewport()->height() >= 2 * row);
        QVERIFY(table.parentWidget()->height() - table.geometry().bottom() <= row); // and no room is lost
        m_page->show(someWork());                                                   // one row
        QTRY_COMPARE(table.viewport()->height(), row);
    }
    /// The due date stays in view when there is little room beside it.
    void dueDateStaysInView()
    {
        TodayWork work = someWork();
        work.urgent.front().ruleTitle = QString(200, u'长');
        m_page->resize(900, 600);
        m_page->show(work);
        QTRY_VERIFY(m_page->urgent().horizontalHeader()->length() <= m_page->urgent().viewport()->width());
    }
    /// Each level of alerts has a sign of its own, not a colour alone.
    void levelsHaveSignsOfTheirOwn()
    {
        TodayWork work = someWork();
        for (const QString &severity : {u"orange"_s, u"yellow"_s}) {
            work.urgent.push_back(work.urgent.front());
            work.urgent.back().severity = severity;
        }
        m_page->show(work);
        QSet<QString> signs;
        QSet<QRgb> colours;
        for (int row = 0; row < 3; ++row) {
            const QModelIndex level = m_page->urgent().model()->index(row, 0);
            signs << level.data().toString().left(1);
            colours << level.data(Qt::ForegroundRole).value<QColor>().rgb();
        }
        QCOMPARE(signs.size(), 3);
        QCOMPARE(colours.size(), 3);
    }
    void figuresOfTheSite()
    {
        const auto done = m_site->session().log().transact(
            {"test", m_site->session().user().id, {}, {}, true, 0}, [](ChangeWriter &w) -> Result<> {
                RecordMaker m(w);
                m.member(m.household({{"monitor_class", "edge"}}), {{"relation", "head"}});
                return {};
            });
        FFP_VERIFY(done);
        QSignalSpy shown(m_page.get(), &WorkbenchPage::shown);
        m_page->dataChanged(*done);
        QVERIFY(shown.wait(20'000));
        QCOMPARE(m_page->card(WorkbenchPage::Contact).figure(), 1);
        QCOMPARE(m_page->card(WorkbenchPage::Red).figure(), 0);
        QVERIFY(allTexts(*m_page).contains(WorkbenchPage::tr("No backup yet")));
    }
    void backupIsAskedOfTheWindow()
    {
        m_page->show(someWork());
        QSignalSpy wanted(m_page.get(), &Page::commandWanted);
        for (QPushButton *button : m_page->findChildren<QPushButton *>())
            if (button->text() == WorkbenchPage::tr("Back up now"))
                button->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].toString(), commands::kBackup);
    }

private:
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<WorkbenchPage> m_page;
};

QTEST_MAIN(TestWorkbenchPage)
#include "tst_workbenchpage.moc"
