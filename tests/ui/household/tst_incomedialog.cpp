// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/incomedialog.h"

#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "tests/support/family.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsupport.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/common/messagebar.h"
#include "ui/household/incomegrid.h"
#include "ui/household/incomegridmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestIncomeDialog : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;
    using Grid = IncomeGridModel;

    std::unique_ptr<test::FamilySite> m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<IncomeDialog> m_dialog;
    RecordId m_household;

    IncomeService service() { return IncomeService(m_site->session()); }
    void open(RecordId statement = {})
    {
        auto form = service().form(m_household, statement);
        if (!form)
            qFatal("form: %s", errorCode(form.error().kind));
        m_dialog = std::make_unique<IncomeDialog>(PageContext{m_site->session(), *m_settings}, m_household,
                                                  std::move(*form));
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    int rowOf(const QString &item) const
    {
        for (int row = 0; row < m_dialog->items().rowCount(); ++row)
            if (!m_dialog->items().isHeading(row) && text(row, Grid::Item).startsWith(item + u' '))
                return row;
        return -1;
    }
    QString text(int row, int column) const
    {
        return m_dialog->items().index(row, column).data(Qt::DisplayRole).toString();
    }
    void put(const QString &item, int column, const QString &value)
    {
        QVERIFY(m_dialog->items().setData(m_dialog->items().index(rowOf(item), column), value, Qt::EditRole));
    }
    void typeHead(FieldRef field, const QString &value)
    {
        auto *edit = m_dialog->head().editor(field)->findChild<QLineEdit *>();
        edit->clear();
        QTest::keyClicks(edit, value);
    }
    void saveAndWait(void (IncomeDialog::*refused)())
    {
        QSignalSpy spy(m_dialog.get(), refused);
        m_dialog->save();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }
    void saveAccepted()
    {
        QSignalSpy spy(m_dialog.get(), &QDialog::accepted);
        m_dialog->save();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }

private Q_SLOTS:
    void init()
    {
        test::ScriptedDialogs::install();
        m_site = std::make_unique<test::FamilySite>();
        m_settings = std::make_unique<Settings>(m_site->dir().filePath(u"s.ini"_s));
        m_household = m_site->household(u"3413231142010001"_s,
                                        u"朱甲:head:M 乙:spouse:F 丙:son:M 丁:daughter:F"_s);
    }
    void cleanup()
    {
        m_dialog.reset();
        replaceDialogs(nullptr);
        QThreadPool::globalInstance()->waitForDone();
        m_site.reset();
    }

    /// The whole form by keys: the first amount has the focus, Enter goes down, the figures follow.
    void byKeysAlone()
    {
        open();
        QCOMPARE(m_dialog->grid().currentIndex(), m_dialog->items().index(rowOf(u"A1"_s), Grid::Amount));
        QTest::keyClicks(&m_dialog->grid(), u"1"_s); // begins to type
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(line);
        QTest::keyClicks(line, u"9999.98"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(text(rowOf(u"A1"_s), Grid::Amount), u"19999.98"_s);
        QTRY_COMPARE(m_dialog->grid().currentIndex(), m_dialog->items().index(rowOf(u"A2"_s), Grid::Amount));
        QVERIFY(m_dialog->grid().hasFocus());
        QCOMPARE(m_dialog->netText(), u"5000.00"_s);
        QTest::keyClick(&m_dialog->grid(), Qt::Key_Return); // Enter leaves a blank item blank
        QCOMPARE(m_dialog->grid().currentIndex(), m_dialog->items().index(rowOf(u"A3"_s), Grid::Amount));
        QTest::keyClick(&m_dialog->grid(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!m_dialog->grid().hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), u"0"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), u"4000"_s);
        QCOMPARE(m_dialog->referenceText(), u"4000.00"_s);
        saveAccepted();
        const auto saved = service().latest(m_household);
        FFP_VERIFY(saved);
        QCOMPARE(int(saved->lines.size()), 1);
        QCOMPARE(saved->statement[income::f("net_per_capita")], Value(qint64(5000'00)));
        QCOMPARE(saved->belowLine, std::optional(true));
    }
    void enterSkipsHeadings()
    {
        open();
        const auto &items = m_dialog->items();
        QVERIFY(items.isHeading(rowOf(u"B1"_s) - 1));
        QCOMPARE(items.neighbour(rowOf(u"A9"_s), 1), rowOf(u"B1"_s));
        QCOMPARE(items.neighbour(rowOf(u"B1"_s), -1), rowOf(u"A9"_s));
        QCOMPARE(items.neighbour(rowOf(u"A1"_s), -1), rowOf(u"A1"_s));
        QCOMPARE(items.neighbour(rowOf(u"E4"_s), 1), rowOf(u"E4"_s));
        QCOMPARE(rowOf(u"R1"_s) + 2, rowOf(u"E1"_s)); // awards are transfers
    }
    void secondLineOfAnItem()
    {
        open();
        put(u"A1"_s, Grid::Amount, u"10"_s);
        m_dialog->grid().goTo(m_dialog->items().index(rowOf(u"A1"_s), Grid::Amount));
        QTest::keyClick(&m_dialog->grid(), Qt::Key_Insert);
        const int second = m_dialog->grid().currentIndex().row();
        QCOMPARE(second, rowOf(u"A1"_s) + 1);
        const QModelIndex person = m_dialog->items().index(second, Grid::Person);
        QCOMPARE(int(m_dialog->items().choices(person).size()), 4);
        m_dialog->items().setData(m_dialog->items().index(second, Grid::Amount), u"5"_s, Qt::EditRole);
        m_dialog->items().setData(person, 2, Grid::kChoiceRole);
        QCOMPARE(text(second, Grid::Person), u"丙"_s);
        saveAccepted();
        const auto saved = service().latest(m_household);
        FFP_VERIFY(saved);
        QCOMPARE(int(saved->lines.size()), 2);
        QCOMPARE(saved->lines[1][income_line::f("member_id")].toRef(), m_site->person(u"丙"_s));
    }
    void deleteEmptiesACell()
    {
        open();
        put(u"A1"_s, Grid::Amount, u"10"_s);
        m_dialog->grid().goTo(m_dialog->items().index(rowOf(u"A1"_s), Grid::Amount));
        QTest::keyClick(&m_dialog->grid(), Qt::Key_Delete);
        QVERIFY(m_dialog->draft().lines.empty());
        QCOMPARE(m_dialog->netText(), u"–"_s); // blank is not 0
        put(u"A1"_s, Grid::Amount, u"0"_s);
        QCOMPARE(m_dialog->netText(), u"0.00"_s);
    }
    void faultsStandAtTheirCells()
    {
        open();
        for (const QString &wrong : {u"1.005"_s, u"许多"_s, u"-1"_s}) {
            put(u"B1"_s, Grid::Amount, wrong);
            QCOMPARE(m_dialog->items().firstFault(), m_dialog->items().index(rowOf(u"B1"_s), Grid::Amount));
            QCOMPARE(text(rowOf(u"B1"_s), Grid::Amount), wrong); // what was typed stays
            saveAndWait(&IncomeDialog::refused);
        }
        put(u"B1"_s, Grid::Amount, u"1"_s);
        QVERIFY(!m_dialog->items().hasFaults());
        typeHead(income::f("population"), u"0"_s);
        saveAndWait(&IncomeDialog::refused);
        QVERIFY(!m_dialog->head().editor(income::f("population"))->fault().isEmpty());
        typeHead(income::f("population"), u"4"_s);
        put(u"C1"_s, Grid::Note, u"没有金额"_s);
        saveAndWait(&IncomeDialog::refused);
        QCOMPARE(m_dialog->items().firstFault(), m_dialog->items().index(rowOf(u"C1"_s), Grid::Amount));
        put(u"C1"_s, Grid::Amount, u"2"_s);
        saveAccepted();
    }
    void ruleSetDecidesWhatCounts()
    {
        open();
        put(u"A1"_s, Grid::Amount, u"4000"_s);
        put(u"D4"_s, Grid::Amount, u"400"_s);
        QCOMPARE(m_dialog->netText(), u"1000.00"_s);
        const QString undecided = text(rowOf(u"D4"_s), Grid::Counted);
        const auto choose = [this](const QString &id) {
            m_dialog->ruleSets().setCurrentIndex(m_dialog->ruleSets().findData(id));
            Q_EMIT m_dialog->ruleSets().activated(m_dialog->ruleSets().currentIndex());
        };
        choose(u"no-pension"_s);
        QVERIFY(text(rowOf(u"D4"_s), Grid::Counted) != undecided);
        QCOMPARE(m_dialog->netText(), u"1000.00"_s);

        QVERIFY(m_dialog->items().choices(m_dialog->items().index(rowOf(u"B1"_s), Grid::Factor)).empty());
        choose(u"net-yield"_s);
        const QModelIndex factor = m_dialog->items().index(rowOf(u"B1"_s), Grid::Factor);
        QCOMPARE(int(m_dialog->items().choices(factor).size()), 6);
        put(u"B1"_s, Grid::Amount, u"1000"_s);
        QVERIFY(m_dialog->items().setData(factor, 0, Grid::kChoiceRole)); // wheat
        QCOMPARE(text(rowOf(u"B1"_s), Grid::Factor), u"0.3100"_s);
        QVERIFY(!text(rowOf(u"B1"_s), Grid::Note).isEmpty());
        QCOMPARE(m_dialog->netText(), u"1077.50"_s);
        choose(u"itemised"_s);
        QVERIFY(text(rowOf(u"B1"_s), Grid::Factor).isEmpty());
        QCOMPARE(m_dialog->netText(), u"1250.00"_s);
    }
    void besideTheLastOne()
    {
        IncomeDraft before;
        before.phase = u"annual"_s;
        before.window = {QDate(2024, 1, 1), QDate(2024, 12, 31)};
        before.population = 4;
        before.lines = {{u"A1"_s, {}, {}, Money::fromFen(100'00), {}, {}, {}}};
        FFP_VERIFY(service().save(m_household, before));
        open();
        QCOMPARE(text(rowOf(u"A1"_s), Grid::Last), u"100.00"_s);
        QCOMPARE(text(rowOf(u"A1"_s), Grid::Difference), u"-100.00"_s);
        put(u"A1"_s, Grid::Amount, u"130"_s);
        QCOMPARE(text(rowOf(u"A1"_s), Grid::Difference), u"+30.00"_s);
        put(u"A1"_s, Grid::Amount, u"100"_s);
        QVERIFY(text(rowOf(u"A1"_s), Grid::Difference).isEmpty());
        QVERIFY(text(rowOf(u"A2"_s), Grid::Difference).isEmpty());
    }
    void totalsWithoutItems()
    {
        open();
        m_dialog->totalsOnly().setChecked(true);
        auto *totals = m_dialog->findChild<QStackedWidget *>()->currentWidget();
        auto *wage =
            static_cast<FieldForm *>(totals)->editor(income::f("wage_total"))->findChild<QLineEdit *>();
        QTest::keyClicks(wage, u"8000"_s);
        QCOMPARE(m_dialog->netText(), u"2000.00"_s);
        saveAccepted();
        const auto saved = service().latest(m_household);
        FFP_VERIFY(saved);
        QCOMPARE(saved->statement[income::f("origin")], Value(u"typed"_s));
        open(saved->statement.id);
        QVERIFY(m_dialog->totalsOnly().isChecked());
        QCOMPARE(m_dialog->netText(), u"2000.00"_s);
    }
    void fitsASmallScreenAndBeginsWithTheItems()
    {
        open();
        QTRY_COMPARE(m_dialog->grid().horizontalScrollBar()->value(), 0);
        QCOMPARE(m_dialog->grid().columnViewportPosition(Grid::Item), 0);
        QVERIFY2(m_dialog->height() <= 740, qPrintable(QString::number(m_dialog->height())));
    }
    void whatWasTypedIsNotLostByEsc()
    {
        auto &asked = test::ScriptedDialogs::install();
        open();
        m_dialog->reject();
        QVERIFY(!m_dialog->isVisible());
        open();
        put(u"A1"_s, Grid::Amount, u"1"_s);
        asked.answer = 1;
        m_dialog->reject();
        QVERIFY(m_dialog->isVisible());
        asked.answer = 0;
        m_dialog->reject();
        QVERIFY(!m_dialog->isVisible());
    }
};

QTEST_MAIN(TestIncomeDialog)
#include "tst_incomedialog.moc"
