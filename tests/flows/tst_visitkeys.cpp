// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/services/visitservice.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/choicebar.h"
#include "ui/common/tableview.h"
#include "ui/household/householdlistpage.h"
#include "ui/models/householdlistmodel.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/sitecontroller.h"
#include "ui/visit/changedfacts.h"
#include "ui/visit/visitpage.h"
#include "ui/visit/visitsheet.h"

#include <QInputMethodEvent>
#include <QLineEdit>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

/// Visits entered with the keyboard alone, from the household list down to the data file; every key counts.
class TestVisitKeys : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    ManualClock m_clock{QDate(2026, 11, 20)};
    KdfPolicyForTests m_cheap;
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SiteController> m_site;
    std::vector<RecordId> m_households;
    int m_keys = 0;

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        ++m_keys;
        QTest::keyClick(m_site->window().windowHandle(), static_cast<Qt::Key>(key), modifiers);
    }
    /// As an input method hands Chinese over.
    static void commit(QWidget *input, const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(input, &event);
    }
    VisitPage *visitPage() { return qobject_cast<VisitPage *>(m_site->window().pages().current()); }
    std::vector<Record> visitsOf(size_t household)
    {
        return VisitService(m_site->session())
            .listOf(m_households[household])
            .value_or(std::vector<Record>());
    }
    void goToList()
    {
        auto &pages = m_site->window().pages();
        pages.open(Target::to(pages::kHouseholds));
        auto *list = qobject_cast<HouseholdListPage *>(pages.current());
        QTRY_COMPARE_WITH_TIMEOUT(list->model().rowCount(), 3, kLongMs);
        QTRY_VERIFY_WITH_TIMEOUT(!list->model().isLoading(), kLongMs);
        list->table().selectRow(0);
        list->table().setFocus();
        m_keys = 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        NewSite site;
        site.path = m_folder.filePath(u"site.ffp"_s);
        site.level = AreaLevel::Township;
        site.area = AreaCode::fromString(u"341323114000"_s);
        site.name = u"虞姬镇扶贫工作站"_s;
        site.adminName = u"admin"_s;
        site.adminRealName = u"王干部"_s;
        site.password = test::kAdminPassword;
        auto session = Session::create(site, m_clock);
        FFP_VERIFY(session);
        for (const auto &[number, name] :
             {std::pair(u"3413231140000101"_s, u"朱西宝"_s), std::pair(u"3413231140000102"_s, u"田有福"_s),
              std::pair(u"3413231140000103"_s, u"虞大成"_s)}) {
            const auto made = RegistryService(**session)
                                  .addHousehold(AreaCode::fromString(u"341323114201"_s),
                                                {{household::f("household_no"), Value(number)},
                                                 {household::f("monitor_class"), Value(u"edge"_s)}},
                                                {{member::f("name"), Value(name)}});
            FFP_VERIFY(made);
            m_households.push_back(*made);
        }
        m_settings = std::make_unique<Settings>(m_folder.filePath(u"s.ini"_s));
        m_site = std::make_unique<SiteController>(std::move(*session), *m_settings);
        m_site->show();
        m_site->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_site->window()));
    }
    void cleanupTestCase() { m_site.reset(); }

    void nothingChangedTakesThreeKeys()
    {
        goToList();
        press(Qt::Key_F6);
        QTRY_VERIFY_WITH_TIMEOUT(visitPage() && visitPage()->form().household.headName == u"朱西宝"_s,
                                 kLongMs);
        press(Qt::Key_0);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(visitPage()->isDone(), kLongMs);
        QCOMPARE(m_keys, 3);
        const auto visits = visitsOf(0);
        QCOMPARE(visits.size(), size_t(1));
        QCOMPARE(visits[0][visit::f("changes")].toList(), QStringList{u"none"_s});
        QCOMPARE(visits[0][visit::f("mode")].toText(), u"home"_s);
        QCOMPARE(visits[0][visit::f("people")].toList(), QStringList{u"王干部"_s});
        QCOMPARE(visits[0][visit::f("visited_on")].toText(), u"2026-11-20"_s);
    }

    /// Keys that are faster than the reading of the household are not lost.
    void keysBeforeTheFormIsThereCount()
    {
        QVERIFY(visitPage() && visitPage()->isDone()); // goes on from the visit before
        m_keys = 0;
        press(Qt::Key_Return); // next household
        press(Qt::Key_0);
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(visitsOf(1).size(), size_t(1), kLongMs);
        QTRY_VERIFY_WITH_TIMEOUT(visitPage()->isDone(), kLongMs);
        QCOMPARE(m_keys, 3);
        QCOMPARE(visitsOf(2).size(), size_t(0));
    }

    /// By phone, with a second visitor, nothing changed: still under ten keys when the name is completed.
    void modeAndSecondVisitor()
    {
        goToList();
        auto *list = qobject_cast<HouseholdListPage *>(m_site->window().pages().current());
        list->table().selectRow(2);
        press(Qt::Key_F6);
        QTRY_VERIFY_WITH_TIMEOUT(visitPage() && visitPage()->form().household.headName == u"虞大成"_s,
                                 kLongMs);
        press(Qt::Key_2);
        press(Qt::Key_0);
        press(Qt::Key_Backtab, Qt::ShiftModifier); // from the changes back to the second visitor
        QLineEdit *second = visitPage()->sheet().people()[1];
        QCOMPARE(QApplication::focusWidget(), second);
        commit(second, u"李"_s);
        m_keys += 3; // two letters and a blank, say
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(visitPage()->isDone(), kLongMs);
        QVERIFY(m_keys < 10);
        const auto visits = visitsOf(2);
        QCOMPARE(visits.size(), size_t(1));
        QCOMPARE(visits[0][visit::f("mode")].toText(), u"phone"_s);
        QCOMPARE(visits[0][visit::f("people")].toList(), QStringList({u"王干部"_s, u"李"_s}));
    }

    /// Tab visits the fields that a change opened before it goes on to the texts.
    void tabGoesToTheOpenedFields()
    {
        goToList();
        press(Qt::Key_F6);
        QTRY_VERIFY_WITH_TIMEOUT(visitPage() && visitPage()->form().household.headName == u"朱西宝"_s,
                                 kLongMs);
        press(Qt::Key_A);
        const QWidget *facts = &visitPage()->sheet().facts();
        press(Qt::Key_Tab);
        QVERIFY(facts->isAncestorOf(QApplication::focusWidget()));
        press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(&visitPage()->sheet().changes()));
        press(Qt::Key_A); // taken back
        press(Qt::Key_Tab);
        QVERIFY(!facts->isAncestorOf(QApplication::focusWidget()));
    }

    /// Esc after saving goes back to where the person came from.
    void escapeGoesBackToTheList()
    {
        QVERIFY(visitPage());
        press(Qt::Key_Escape);
        QVERIFY(qobject_cast<HouseholdListPage *>(m_site->window().pages().current()));
    }
};

QTEST_MAIN(TestVisitKeys)
#include "tst_visitkeys.moc"
