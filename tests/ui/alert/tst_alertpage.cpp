// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/incomefields.h"
#include "core/services/policyservice.h"
#include "core/services/undoservice.h"
#include "tests/support/rulefixture.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/alert/alertlistmodel.h"
#include "ui/alert/alertpage.h"
#include "ui/alert/alertpanel.h"
#include "ui/alert/checkdialog.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QThreadPool>
#include <QToolButton>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestAlertPage : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    TestSite m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<AlertPage> m_page;
    RecordId m_statement;

    void waitFor(void (AlertPage::*signal)(), const std::function<void()> &act)
    {
        QSignalSpy spy(m_page.get(), signal);
        act();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }
    void waitForRows(int rows)
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_page->model().rowCount(), rows, kLongMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->model().isLoading(), kLongMs);
    }
    void choose(int row)
    {
        m_page->table().selectRow(row);
        const qint64 rid = m_page->model().ridAt(row);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->panel().alert() && m_page->panel().alert()->rid == rid, kLongMs);
    }
    Alert stored(const QString &rule)
    {
        AlertQuery query;
        query.rule = rule;
        query.openOnly = false;
        const auto found = CheckService(m_site.session()).alerts(query);
        return found && !found->empty() ? found->front() : Alert();
    }
    QString cell(int row, int column)
    {
        const QModelIndex index = m_page->model().index(row, column);
        (void)index.data(); // asks for it
        const auto there = [&] { return index.data().isValid(); };
        (void)QTest::qWaitFor(there, kLongMs);
        return index.data().toString();
    }
    /// As a new window has it, with what the one before left.
    void makePage()
    {
        m_page.reset();
        m_page = std::make_unique<AlertPage>(PageContext{m_site.session(), *m_settings});
        QSignalSpy restored(m_page.get(), &AlertPage::draftsRestored);
        m_page->show();
        m_page->open(Target::to(pages::kAlerts));
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->model().isLoading(), kLongMs);
        QVERIFY(!restored.isEmpty() || restored.wait(kLongMs));
    }
    QStringList visibleFaults()
    {
        QStringList texts;
        for (const QLabel *label : m_page->panel().findChildren<QLabel *>())
            if (label->property("fault").toBool() && label->isVisible())
                texts << label->text();
        return texts;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<Settings>(m_site.dir().filePath(u"s.ini"_s));
        m_site.clock.set(QDate(2026, 10, 31));
        Session &session = m_site.session();
        const auto made = session.log().transact(
            {"test", session.user().id, {}, {}, true, 0}, [&](ChangeWriter &w) -> Result<> {
                RecordMaker m(w);
                const auto helper = [&m](RecordId h) {
                    m.of(h, Entity::Assignment,
                         {{"role", "helper"}, {"name", "李四"}, {"started_on", "2020-01-01"}});
                };
                const RecordId poor = m.household({{"household_no", "3413231140000001"}});
                m.member(poor, {{"name", "试甲"}, {"relation", "head"}});
                m.monitor(poor, "exit_unstable");
                m_statement = m.income(poor, 2026, 400000, 1);
                helper(poor);
                const RecordId sick = m.household({{"household_no", "3413231140000002"}});
                m.member(sick, {{"name", "试乙"}, {"relation", "head"}, {"ins_resident_medical", false}});
                helper(sick);
                FFP_TRY(w.create(Entity::Household, area(kOtherVillage),
                                 fieldValues(Entity::Household, {{"household_no", "3413231140000003"},
                                                                 {"household_type", "exited"}})));
                return {};
            });
        FFP_VERIFY(made);
    }
    void init() { makePage(); }
    void cleanup()
    {
        m_page->panel().discardDrafts(); // the data file would keep them for the next test
        (void)m_page->mayEnd();
        m_page.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void checkOpensAlertsAndSaysSo()
    {
        QCOMPARE(m_page->model().rowCount(), 0);
        waitFor(&AlertPage::checked, [this] { m_page->runCheck({2026, 10}); });
        waitForRows(3);
        QCOMPARE(m_page->message().text().count(u"3"_s), 2); // households and opened alerts
        QVERIFY(m_page->message().text().contains(u"2026-10"_s));
        QVERIFY(cell(0, AlertListModel::Level).contains(u"●"_s));
        QVERIFY(cell(0, AlertListModel::Rule).startsWith(u"RF-02"_s)); // red before yellow
        QVERIFY(cell(0, AlertListModel::Message).contains(u"4000.00"_s));
        QVERIFY(cell(2, AlertListModel::Rule).startsWith(u"RF-29"_s));
    }

    void filters()
    {
        waitForRows(3);
        m_page->level().setCurrentIndex(m_page->level().findData(u"yellow"_s));
        waitForRows(1);
        m_page->level().setCurrentIndex(0);
        waitForRows(3);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->rule().findData(u"RF-07"_s) > 0, kLongMs);
        m_page->rule().setCurrentIndex(m_page->rule().findData(u"RF-07"_s));
        waitForRows(1);
        m_page->rule().setCurrentIndex(0);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->area().findData(QString::fromLatin1(kOtherVillage)) > 0, kLongMs);
        m_page->area().setCurrentIndex(m_page->area().findData(QString::fromLatin1(kOtherVillage)));
        waitForRows(1);
    }

    void targetChoosesLevelAndAreaBeforeTheAreasAreKnown()
    {
        m_page = std::make_unique<AlertPage>(PageContext{m_site.session(), *m_settings});
        Target target = Target::to(pages::kAlerts);
        target.args[u"severity"_s] = u"red"_s;
        target.area = area(kVillage);
        m_page->open(target);
        waitForRows(2);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->area().currentData().toString(), QString::fromLatin1(kVillage),
                                  kLongMs);
        QCOMPARE(m_page->model().query().severity, u"red"_s);
        QCOMPARE(m_page->model().query().area, area(kVillage));
    }

    void overdueOnly()
    {
        FFP_VERIFY(CheckService(m_site.session()).setDue(stored(u"RF-07"_s).id, QDate(2026, 10, 31)));
        waitForRows(3);
        m_page->overdueOnly().setChecked(true);
        waitForRows(0); // the last day itself is in time
        m_site.clock.set(QDate(2026, 11, 1));
        m_page->refresh();
        waitForRows(1);
        QCOMPARE(cell(0, AlertListModel::State), codeText("flag_status", u"overdue"_s));
        m_site.clock.set(QDate(2026, 10, 31));
        FFP_VERIFY(UndoService(m_site.session()).undo());
    }

    /// A figure that leads here is as high as the list is long.
    void targetBeginsWithoutOtherFilters()
    {
        waitForRows(3);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->rule().findData(u"RF-07"_s) > 0, kLongMs);
        m_page->rule().setCurrentIndex(m_page->rule().findData(u"RF-07"_s));
        m_page->overdueOnly().setChecked(true);
        waitForRows(0);
        m_page->open(Target::to(pages::kAlerts)); // back through the navigation: as it was left
        waitForRows(0);
        Target red = Target::to(pages::kAlerts);
        red.args[u"severity"_s] = u"red"_s;
        m_page->open(red);
        waitForRows(2);
        QCOMPARE(m_page->rule().currentIndex(), 0);
        QVERIFY(!m_page->overdueOnly().isChecked());
    }

    void targetChoosesAnAlert()
    {
        waitForRows(3);
        Target target = Target::to(pages::kAlerts);
        target.rid = m_page->model().ridAt(2);
        m_page->open(target);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->table().currentIndex().row(), 2, kLongMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->panel().alert() && m_page->panel().alert()->rid == target.rid,
                                 kLongMs);
    }

    /// Enter right after the arrow: the household of the row, not of the alert that still stands beside it.
    void enterIsNotAheadOfThePanel()
    {
        waitForRows(3);
        choose(0);
        const RecordId before = m_page->panel().alert()->household;
        QSignalSpy gone(m_page.get(), &Page::navigate);
        m_page->table().selectRow(2);
        Q_EMIT m_page->table().opened(m_page->model().index(2, 0));
        QTRY_COMPARE_WITH_TIMEOUT(gone.size(), 1, kLongMs);
        const auto target = gone.front().front().value<Target>();
        QVERIFY(target.record != before);
        QCOMPARE(target.record, m_page->panel().alert()->household);
        QCOMPARE(m_page->panel().alert()->rid, m_page->model().ridAt(2));
    }

    void panelShowsWhatTriggered()
    {
        waitForRows(3);
        choose(0);
        const Alert &alert = *m_page->panel().alert();
        QStringList texts;
        for (const QLabel *label : m_page->panel().findChildren<QLabel *>())
            texts << label->text();
        const QString all = texts.join(u'\n');
        for (const QString &wanted :
             {alert.message, alert.clause, alert.values.front().first, alert.values.front().second})
            QVERIFY2(all.contains(wanted), qPrintable(wanted));
    }

    /// What was typed for one alert waits there while another one is looked at.
    void typedTextStaysWithItsAlert()
    {
        waitForRows(3);
        choose(0);
        const QDate proposed = m_page->panel().due().date();
        QCOMPARE(proposed, QDate(2026, 11, 30)); // by the pack
        QTest::keyClicks(&m_page->panel().action(), u"asked the head"_s);
        m_page->panel().due().setDate(QDate(2026, 11, 15));
        choose(1);
        QVERIFY(m_page->panel().action().toPlainText().isEmpty());
        QVERIFY(!m_page->panel().showsDraft());
        QTest::keyClicks(&m_page->panel().reviewer(), u"Wang"_s);
        choose(0);
        QVERIFY(m_page->panel().showsDraft());
        QCOMPARE(m_page->panel().action().toPlainText(), u"asked the head"_s);
        QCOMPARE(m_page->panel().due().date(), QDate(2026, 11, 15));
        QVERIFY(m_page->panel().reviewer().text().isEmpty());
        choose(1);
        QCOMPARE(m_page->panel().reviewer().text(), u"Wang"_s);
        m_page->panel().reviewer().clear(); // taken back by hand: no draft any more
        choose(0);
        choose(1);
        QVERIFY(!m_page->panel().showsDraft());
        QVERIFY(stored(u"RF-02"_s).action.isEmpty()); // a draft is not stored
    }

    /// It does not end with the page: the next window has it back, and says so.
    void typedTextIsBackInTheNextWindow()
    {
        waitForRows(3);
        auto &dialogs = ScriptedDialogs::install();
        choose(1);
        QTest::keyClicks(&m_page->panel().action(), u"asked the head"_s);
        const qint64 rid = m_page->panel().alert()->rid;
        QVERIFY(m_page->keepsInput());
        choose(0);
        QVERIFY(m_page->mayLeave()); // other pages can be looked at
        QVERIFY(m_page->mayEnd());
        QCOMPARE(dialogs.questions, 0);
        QVERIFY(!m_page->keepsInput());
        makePage();
        QSignalSpy gone(m_page.get(), &Page::navigate);
        for (QPushButton *button : m_page->message().findChildren<QPushButton *>())
            button->click();
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone.front().front().value<Target>().rid, rid);
        choose(1);
        QVERIFY(m_page->panel().showsDraft());
        QCOMPARE(m_page->panel().action().toPlainText(), u"asked the head"_s);
        m_page->panel().discardDrafts();
        QVERIFY(m_page->mayEnd());
        makePage();
        QVERIFY(m_page->message().isHidden());
        choose(1);
        QVERIFY(m_page->panel().action().toPlainText().isEmpty());
        replaceDialogs(nullptr);
    }

    /// What cannot be written does not end with the page unasked.
    void typedTextIsAskedForWhenItCannotBeKept()
    {
        waitForRows(3);
        auto &dialogs = ScriptedDialogs::install();
        choose(1);
        QTest::keyClicks(&m_page->panel().action(), u"asked the head"_s);
        const qint64 rid = m_page->panel().alert()->rid;
        m_site.session().lock();
        dialogs.answer = 2;
        QVERIFY(!m_page->mayEnd());
        dialogs.answer = 0;
        QSignalSpy gone(m_page.get(), &Page::navigate);
        QVERIFY(!m_page->mayEnd());
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone.front().front().value<Target>().rid, rid);
        dialogs.answer = 1;
        QVERIFY(m_page->mayEnd());
        QCOMPARE(dialogs.questions, 3);
        QVERIFY(!m_page->keepsInput());
        FFP_VERIFY(m_site.session().unlock(kAdminPassword));
        QVERIFY(m_page->panel().action().toPlainText().isEmpty());
        replaceDialogs(nullptr);
    }

    /// Stored without blanks around it, and a blank input keeps what is stored: neither is unsaved input.
    void savedTextIsNoDraft()
    {
        waitForRows(3);
        choose(2);
        const auto confirm = [this](const QString &state, const QString &text) {
            m_page->panel().action().setPlainText(text);
            m_page->panel().stateButton(state)->click();
            QTRY_COMPARE_WITH_TIMEOUT(m_page->panel().alert()->state, state, kLongMs);
        };
        confirm(u"confirmed"_s, u"  told the head \n"_s);
        QCOMPARE(m_page->panel().action().toPlainText(), u"told the head"_s);
        QVERIFY(!m_page->keepsInput());
        confirm(u"acting"_s, QString());
        QCOMPARE(m_page->panel().action().toPlainText(), u"told the head"_s);
        m_page->panel().action().appendPlainText(u" "_s);
        choose(0);
        choose(2);
        QVERIFY(!m_page->panel().showsDraft());
        QVERIFY(!m_page->keepsInput());
        FFP_VERIFY(UndoService(m_site.session()).undo());
        FFP_VERIFY(UndoService(m_site.session()).undo());
    }

    /// HV-14: a red one needs its due date before it is acted on; closing needs action and reviewer.
    void rulesAreShownAtTheInput()
    {
        waitForRows(3);
        choose(0);
        waitFor(&AlertPage::alertShown, [this] { m_page->panel().stateButton(u"acting"_s)->click(); });
        QCOMPARE(visibleFaults().size(), 1);
        QCOMPARE(stored(u"RF-02"_s).state, u"open"_s);

        m_page->panel().due().setDate(QDate(2026, 10, 30)); // before it was raised
        waitFor(&AlertPage::alertShown, [this] { Q_EMIT m_page->panel().dueChosen(QDate(2026, 10, 30)); });
        QCOMPARE(visibleFaults().size(), 1);
        QVERIFY(!stored(u"RF-02"_s).due.isValid());

        Q_EMIT m_page->panel().dueChosen(QDate(2026, 11, 30));
        QTRY_COMPARE_WITH_TIMEOUT(stored(u"RF-02"_s).due, QDate(2026, 11, 30), kLongMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->panel().alert()->due, QDate(2026, 11, 30), kLongMs);
        m_page->panel().stateButton(u"acting"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(stored(u"RF-02"_s).state, u"acting"_s, kLongMs);

        QTRY_COMPARE_WITH_TIMEOUT(m_page->panel().alert()->state, u"acting"_s, kLongMs);
        waitFor(&AlertPage::alertShown, [this] { m_page->panel().stateButton(u"closed"_s)->click(); });
        QCOMPARE(visibleFaults().size(), 1);
        QTest::keyClicks(&m_page->panel().action(), u"public post"_s);
        QTest::keyClicks(&m_page->panel().reviewer(), u"Wang"_s);
        m_page->panel().stateButton(u"closed"_s)->click();
        waitForRows(2);
        const Alert closed = stored(u"RF-02"_s);
        QCOMPARE(closed.state, u"closed"_s);
        QCOMPARE(closed.action, u"public post"_s);
        QCOMPARE(closed.reviewer, u"Wang"_s);
        m_page->settledToo().setChecked(true);
        waitForRows(3);
    }

    void refusingChangesNothingAndEnterOpensTheHousehold()
    {
        waitForRows(2);
        choose(0);
        QSignalSpy gone(m_page.get(), &Page::navigate);
        Q_EMIT m_page->table().opened(m_page->model().index(0, 0));
        QCOMPARE(gone.size(), 1);
        const auto target = gone.front().front().value<Target>();
        QCOMPARE(target.page, pages::kHousehold);
        QCOMPARE(target.record, m_page->panel().alert()->household);
        m_page->newVisit();
        QCOMPARE(gone.back().front().value<Target>().page, pages::kVisitEntry);
    }

    void monthOutOfTurnIsRefusedInWords()
    {
        waitFor(&AlertPage::checked, [this] { m_page->runCheck({2026, 12}); });
        QVERIFY(!m_page->message().text().isEmpty());
        QVERIFY(!m_page->message().text().contains(u"2026-12: "_s));
        waitForRows(2);
    }

    void dialogOffersThisMonthFirst()
    {
        CheckDialog dialog(QDate(2026, 1, 31));
        QCOMPARE(dialog.month(), YearMonth(2026, 1));
        QCOMPARE(dialog.months().count(), 12);
        dialog.months().setCurrentIndex(1);
        QCOMPARE(dialog.month(), YearMonth(2025, 12));
    }

    void resultNamesEveryCount()
    {
        CheckResult result;
        result.month = {2026, 10};
        result.evaluated = 11;
        result.opened = 22;
        result.kept = 33;
        result.closed = 44;
        QString text = checkResultText(result);
        for (const char *wanted : {"2026-10", "11", "22", "33", "44"})
            QVERIFY(text.contains(QLatin1String(wanted)));
        QVERIFY(!text.contains(u"55"_s));
        result.settled = 55;
        QVERIFY(checkResultText(result).contains(u"55"_s));
    }

    void hiddenValuesAreShownOnDemandAndRecorded()
    {
        addRecord(m_site.session(), Entity::Member,
                  fieldValues(Entity::Member, {{"name", "试丙"},
                                               {"relation", "son"},
                                               {"household_id", stored(u"RF-07"_s).household},
                                               {"disability_grade", "1"},
                                               {"disability_cert_year", 2026}}));
        const int before = m_page->model().rowCount();
        waitFor(&AlertPage::checked, [this] { m_page->runCheck({2026, 10}); });
        waitForRows(before + 1);
        const auto shown = [this] {
            QStringList texts;
            for (const QLabel *label : m_page->panel().findChildren<QLabel *>())
                texts << label->text();
            return texts.join(u'\n');
        };
        const auto rowOf = [this](const QString &rule) {
            for (int row = 0; row < m_page->model().rowCount(); ++row)
                if (cell(row, AlertListModel::Rule).startsWith(rule))
                    return row;
            return -1;
        };
        const int row = rowOf(u"RF-23"_s);
        QVERIFY(row >= 0);
        QVERIFY(cell(row, AlertListModel::Message).contains(u"***"_s)); // what Ctrl+C copies
        choose(row);
        QVERIFY(m_page->panel().eye().isVisible());
        const QString grade = codeText("disability_grade", u"1"_s);
        QVERIFY(!shown().contains(grade));
        waitFor(&AlertPage::alertShown, [this] { m_page->panel().eye().click(); });
        QVERIFY2(shown().contains(grade), qPrintable(grade));
        QVERIFY(!m_page->panel().eye().isVisible());
        choose(rowOf(u"RF-07"_s));
        QVERIFY(!m_page->panel().eye().isVisible()); // hides nothing
        choose(row);
        QVERIFY(!shown().contains(grade)); // hidden again
    }
};

QTEST_MAIN(TestAlertPage)
#include "tst_alertpage.moc"
