// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/householdlistpage.h"

#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/household/columnchooser.h"
#include "ui/models/areatreemodel.h"
#include "ui/models/householdlistmodel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>
#include <QTreeView>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestHouseholdListPage : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    test::TestSite m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<HouseholdListPage> m_page;
    RecordId m_red;

    RecordId addHousehold(const QString &village, const QString &number, const QString &name,
                          const QString &monitorClass)
    {
        FieldValues values{{household::f("household_no"), Value(number)},
                           {household::f("phone"), Value(u"13800001111"_s)}};
        if (!monitorClass.isEmpty())
            values.emplace_back(household::f("monitor_class"), Value(monitorClass));
        const auto made = RegistryService(m_site.session())
                              .addHousehold(AreaCode::fromString(village), values,
                                            {{member::f("name"), Value(name)}});
        return made.value_or(RecordId());
    }
    void waitForRows(int rows)
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_page->model().rowCount(), rows, kLongMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->model().isLoading(), kLongMs);
    }
    int column(const char *id)
    {
        return static_cast<int>(m_page->model().columns().indexOf(QLatin1String(id)));
    }
    QString cell(int row, const char *id)
    {
        const QModelIndex index = m_page->model().index(row, column(id));
        (void)index.data(); // asks for it
        (void)QTest::qWaitFor([&] { return !index.data().toString().isEmpty(); }, kLongMs);
        return index.data().toString();
    }
    QStringList names()
    {
        QStringList all;
        for (int row = 0; row < m_page->model().rowCount(); ++row)
            all << cell(row, "head_name");
        return all;
    }
    void makePage()
    {
        m_page = std::make_unique<HouseholdListPage>(PageContext{m_site.session(), *m_settings});
        m_page->resize(1100, 700);
        m_page->show();
        m_page->open(Target::to(pages::kHouseholds));
        waitForRows(4);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->tree().model()->rowCount() > 0, kLongMs);
    }
    void sortBy(const char *id, Qt::SortOrder order)
    {
        m_page->table().horizontalHeader()->setSortIndicator(column(id), order);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->model().isLoading(), kLongMs);
    }
    ColumnChooser *openChooser()
    {
        m_page->chooseColumns();
        return m_page->findChild<ColumnChooser *>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        addHousehold(u"341323114201"_s, u"3413231140000101"_s, u"甲一"_s, u"edge"_s);
        m_red = addHousehold(u"341323114201"_s, u"3413231140000102"_s, u"乙二"_s, u"exit_unstable"_s);
        addHousehold(u"341323114202"_s, u"3413231140000103"_s, u"丙三"_s, {});
        addHousehold(u"341323114202"_s, u"3413231140000104"_s, u"丁四"_s, {});
        test::addRecord(m_site.session(), Entity::Flag,
                        {{flag::f("household_id"), Value(m_red)},
                         {flag::f("rule"), Value(u"RF-02"_s)},
                         {flag::f("level"), Value(u"red"_s)},
                         {flag::f("status"), Value(u"open"_s)},
                         {flag::f("raised_on"), Value(u"2026-10-31"_s)}});
    }
    void init()
    {
        QFile::remove(m_site.dir().filePath(u"s.ini"_s));
        m_settings = std::make_unique<Settings>(m_site.dir().filePath(u"s.ini"_s));
        makePage();
    }
    void cleanup()
    {
        m_page.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    /// 1366 pixels less the pages at the left, which large letters make wider as well.
    void largeLettersFitASmallScreen()
    {
        applyTheme(ThemeMode::Light, TextSize::Largest);
        makePage();
        const int width = m_page->minimumSizeHint().width();
        applyTheme(ThemeMode::Light, TextSize::Normal);
        QVERIFY2(width <= 1366 - 180, qPrintable(QString::number(width)));
    }

    void sortsByAColumnInBothDirectionsAndRemembersIt()
    {
        sortBy("household_no", Qt::DescendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList({u"丁四"_s, u"丙三"_s, u"乙二"_s, u"甲一"_s}),
                                  kLongMs);
        sortBy("household_no", Qt::AscendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList({u"甲一"_s, u"乙二"_s, u"丙三"_s, u"丁四"_s}),
                                  kLongMs);
        sortBy("household_no", Qt::DescendingOrder);
        makePage();
        QCOMPARE(names().front(), u"丁四"_s);
        QCOMPARE(m_page->table().horizontalHeader()->sortIndicatorSection(), column("household_no"));
    }
    void filtersByNameClassAndArea()
    {
        m_page->text().setText(u"丙"_s);
        waitForRows(1);
        QCOMPARE(names(), QStringList{u"丙三"_s});
        QVERIFY(m_page->escape());
        waitForRows(4);
        m_page->classes().setCurrentIndex(m_page->classes().findData(u"monitor_class = edge"_s));
        waitForRows(1);
        QCOMPARE(names(), QStringList{u"甲一"_s});
        QVERIFY(m_page->escape());
        waitForRows(4);
        QVERIFY(!m_page->escape()); // nothing left to take back
        const auto *areas = static_cast<AreaTreeModel *>(m_page->tree().model());
        m_page->tree().setCurrentIndex(areas->indexOf(AreaCode::fromString(u"341323114202"_s)));
        waitForRows(2);
        QCOMPARE(names(), QStringList({u"丙三"_s, u"丁四"_s}));
    }
    void filtersByACondition()
    {
        m_page->text().setText(u"人口>1"_s);
        waitForRows(0);
        m_page->text().setText(u"人口>0"_s);
        waitForRows(4);
    }
    void wrongConditionIsSaid()
    {
        m_page->text().setText(u"年收入=1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->message().text().isEmpty(), kLongMs);
        m_page->text().clear();
        QTRY_VERIFY_WITH_TIMEOUT(m_page->message().text().isEmpty(), kLongMs);
        waitForRows(4);
    }
    void redMarksAreShownAndFiltered()
    {
        QVERIFY(cell(1, "red_flags").contains(u'1'));
        const QVariant colour = m_page->model().index(1, column("red_flags")).data(Qt::ForegroundRole);
        QVERIFY(colour.isValid());
        const auto *areas = static_cast<AreaTreeModel *>(m_page->tree().model());
        const QModelIndex village = areas->indexOf(AreaCode::fromString(u"341323114201"_s));
        QTRY_VERIFY_WITH_TIMEOUT(
            village.siblingAtColumn(AreaTreeModel::Flags).data().toString().contains(u'1'), kLongMs);
        const QModelIndex other = areas->indexOf(AreaCode::fromString(u"341323114202"_s));
        QVERIFY(!other.siblingAtColumn(AreaTreeModel::Flags).data().toString().contains(u'1'));
        m_page->red().setChecked(true);
        waitForRows(1);
        QCOMPARE(names(), QStringList{u"乙二"_s});
        m_page->red().setChecked(false);
        waitForRows(4);
    }
    void enterOpensTheRowThatIsShownThere()
    {
        sortBy("household_no", Qt::DescendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(names().front(), u"丁四"_s, kLongMs);
        QSignalSpy went(m_page.get(), &Page::navigate);
        m_page->table().setFocus();
        m_page->table().selectRow(2);
        QTest::keyClick(&m_page->table(), Qt::Key_Return);
        QCOMPARE(went.size(), 1);
        const auto target = went[0][0].value<Target>();
        QCOMPARE(target.page, pages::kHousehold);
        QCOMPARE(target.sequence, m_page->model().ids());
        const auto id = RegistryService(m_site.session()).recordOf(target.rid);
        FFP_VERIFY(id);
        QCOMPARE(*id, m_red); // 乙二 is the third from the end
        m_page->newVisit();
        QCOMPARE(went.size(), 2);
        QCOMPARE(went[1][0].value<Target>().page, pages::kVisitEntry);
        QCOMPARE(went[1][0].value<Target>().rid, target.rid);
    }
    void severalRowsAreCopiedMaskedAndStaySelected()
    {
        QItemSelectionModel &selection = *m_page->table().selectionModel();
        const auto select = [&](int row, QItemSelectionModel::SelectionFlags flags) {
            selection.select(m_page->model().index(row, 0), flags | QItemSelectionModel::Rows);
        };
        select(0, QItemSelectionModel::ClearAndSelect);
        select(2, QItemSelectionModel::Select);
        QApplication::clipboard()->clear();
        QSignalSpy told(m_page.get(), &Page::notice);
        QTest::keyClick(&m_page->table(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(!told.isEmpty() || told.wait(kLongMs));
        const QString copied = QApplication::clipboard()->text();
        QCOMPARE(copied.count(u'\n'), 2);
        QVERIFY(copied.contains(u"甲一"_s) && copied.contains(u"丙三"_s));
        QVERIFY(!copied.contains(u"13800001111"_s));
        const auto chosen = [&] {
            QStringList all;
            for (const int row : m_page->table().selectedRowNumbers())
                all << cell(row, "head_name");
            return all;
        };
        m_page->text().setText(u"人口>0"_s); // the same rows, asked again
        waitForRows(4);
        QCOMPARE(chosen(), QStringList({u"甲一"_s, u"丙三"_s}));
        sortBy("household_no", Qt::DescendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(chosen(), QStringList({u"丙三"_s, u"甲一"_s}), kLongMs);
    }
    void chosenColumnsAreRemembered()
    {
        ColumnChooser *chooser = openChooser();
        QVERIFY(chooser);
        auto *list = chooser->findChild<QListWidget *>();
        QStringList wanted;
        for (int i = 0; i < list->count(); ++i) {
            const QString id = list->item(i)->data(Qt::UserRole).toString();
            const bool keep = id == u"head_name"_s || id == u"phone"_s;
            list->item(i)->setCheckState(keep ? Qt::Checked : Qt::Unchecked);
            if (keep)
                wanted << id;
        }
        chooser->accept();
        QCOMPARE(m_page->model().columns(), wanted);
        QCOMPARE(wanted.size(), 2);
        QVERIFY(!cell(0, "phone").contains(u"0000"_s)); // masked in the list
        makePage();
        QCOMPARE(m_page->model().columns(), wanted);
    }
    void cancelledChoiceChangesNothing()
    {
        const QStringList before = m_page->model().columns();
        ColumnChooser *chooser = openChooser();
        chooser->findChild<QListWidget *>()->item(0)->setCheckState(Qt::Unchecked);
        chooser->reject();
        QCOMPARE(m_page->model().columns(), before);
    }
    void changedHouseholdIsReadAgain()
    {
        connect(&m_site.session().log(), &Log::changed, m_page.get(), &HouseholdListPage::dataChanged,
                Qt::QueuedConnection);
        QCOMPARE(names().front(), u"甲一"_s);
        addHousehold(u"341323114202"_s, u"3413231140000105"_s, u"戊五"_s, {});
        waitForRows(5);
        QVERIFY(names().contains(u"戊五"_s));
    }
};

QTEST_MAIN(TestHouseholdListPage)
#include "tst_householdlistpage.moc"
