// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/householdpage.h"

#include "core/db/query.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/services/householdchanges.h"
#include "core/services/undoservice.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/household/historytab.h"
#include "ui/household/householdhead.h"
#include "ui/household/recorddialog.h"
#include "ui/household/recordform.h"
#include "ui/household/recordtab.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestHouseholdPage : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;
    static constexpr FieldRef kNumber = household::f("household_no");
    static constexpr FieldRef kPhone = household::f("phone");
    static constexpr FieldRef kPersons = household::f("population_current");
    static constexpr FieldRef kRemark = household::f("remark");

    test::TestSite m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<HouseholdPage> m_page;
    RecordId m_first;
    RecordId m_second;

    RecordId addHousehold(const QString &number, const QString &name, const QString &phone)
    {
        const auto made = RegistryService(m_site.session())
                              .addHousehold(AreaCode::fromString(u"341323114201"_s),
                                            {{kNumber, Value(number)},
                                             {household::f("household_type"), Value(u"exited"_s)},
                                             {kPhone, Value(phone)}},
                                            {{member::f("name"), Value(name)}});
        return made.value_or(RecordId());
    }
    Value stored(RecordId id, FieldRef field)
    {
        const auto detail = RegistryService(m_site.session()).household(id);
        return detail ? detail->household[field] : Value();
    }
    qint64 ridOf(RecordId id) { return RegistryService(m_site.session()).household(id)->household.rid; }
    void waitFor(void (HouseholdPage::*signal)(), const std::function<void()> &act)
    {
        QSignalSpy spy(m_page.get(), signal);
        act();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }
    void open(RecordId id, const std::vector<qint64> &sequence = {})
    {
        waitFor(&HouseholdPage::loadEnded, [&] {
            Target target = Target::toRecord(pages::kHousehold, id);
            target.sequence = sequence;
            m_page->open(target);
        });
    }
    /// Waits for the reading after it, too.
    void save()
    {
        QSignalSpy loaded(m_page.get(), &HouseholdPage::loadEnded);
        waitFor(&HouseholdPage::saveEnded, [this] { m_page->save(); });
        QVERIFY(!loaded.isEmpty() || loaded.wait(kLongMs));
    }
    QLineEdit &input(FieldRef field) { return *m_page->form().editor(field)->findChild<QLineEdit *>(); }
    void type(FieldRef field, const QString &text)
    {
        input(field).clear();
        QTest::keyClicks(&input(field), text);
    }
    QStringList faults()
    {
        QStringList texts;
        for (const QLabel *label : m_page->form().findChildren<QLabel *>())
            if (label->property("fault").toBool() && !label->isHidden())
                texts << label->text();
        return texts;
    }
    QString headText()
    {
        QStringList texts;
        for (const QLabel *label : m_page->head().findChildren<QLabel *>())
            texts << label->text();
        return texts.join(u'|');
    }
    qint64 unmaskings()
    {
        const auto count = queryInteger(m_site.session().database(),
                                        u"SELECT count(*) FROM access_log WHERE what = 1"_s);
        return count ? count->value_or(-1) : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<Settings>(m_site.dir().filePath(u"s.ini"_s));
        m_first = addHousehold(u"3413231140000101"_s, u"朱西宝"_s, u"13800001111"_s);
        m_second = addHousehold(u"3413231140000102"_s, u"田有福"_s, u"13800002222"_s);
        QVERIFY(!m_first.isNull() && !m_second.isNull());
    }
    void init()
    {
        test::ScriptedDialogs::install();
        m_site.clock.set(QDate(2026, 11, 1));
        m_page = std::make_unique<HouseholdPage>(PageContext{m_site.session(), *m_settings});
        m_page->show();
        // As the shell does.
        connect(&m_site.session().log(), &Log::changed, m_page.get(), &HouseholdPage::dataChanged,
                Qt::QueuedConnection);
    }
    void cleanup()
    {
        m_page.reset();
        replaceDialogs(nullptr);
        QThreadPool::globalInstance()->waitForDone();
    }

    void nothingShownTakesNoInput()
    {
        QVERIFY(input(kNumber).isReadOnly());
        QVERIFY(!m_page->basics().saveButton().isEnabled());
        QVERIFY(m_page->mayLeave());
    }
    void showsTheFields()
    {
        open(m_first);
        QCOMPARE(input(kNumber).text(), u"3413231140000101"_s);
        QVERIFY(!input(kNumber).isReadOnly());
        QCOMPARE(m_page->members().records().size(), size_t(1));
        QVERIFY(headText().contains(u"朱西宝"_s));
        QVERIFY(headText().contains(u"3413231140000101"_s));
        QVERIFY(!m_page->basics().saveButton().isEnabled()); // nothing typed
        QVERIFY(!m_page->hasUnsavedInput());
    }
    void sensitiveValueIsMaskedUntilAskedForAndThatIsRecorded()
    {
        open(m_first);
        QVERIFY(!input(kPhone).text().contains(u"0000"_s));
        QVERIFY(!headText().contains(u"13800001111"_s));
        const qint64 before = unmaskings();
        waitFor(&HouseholdPage::revealEnded, [this] { Q_EMIT m_page->form().revealRequested(kPhone); });
        QCOMPARE(input(kPhone).text(), u"13800001111"_s);
        QVERIFY(!headText().contains(u"13800001111"_s)); // asked there only
        QCOMPARE(unmaskings(), before + 1);
        waitFor(&HouseholdPage::revealEnded, [this] { Q_EMIT m_page->head().phoneWanted(); });
        QVERIFY(headText().contains(u"13800001111"_s));
        QCOMPARE(unmaskings(), before + 2);
        open(m_second);
        open(m_first);
        QVERIFY(!input(kPhone).text().contains(u"0000"_s)); // masked again
    }
    void permissionForOneHouseholdShowsNothingOfAnother()
    {
        open(m_first);
        QSignalSpy revealed(m_page.get(), &HouseholdPage::revealEnded);
        Q_EMIT m_page->head().phoneWanted();
        open(m_second);
        QVERIFY(!revealed.isEmpty() || revealed.wait(kLongMs));
        QVERIFY(!headText().contains(u"13800002222"_s));
    }
    void editAndSave()
    {
        open(m_first);
        QSignalSpy told(m_page.get(), &Page::notice);
        type(kPersons, u"4"_s);
        QVERIFY(m_page->hasUnsavedInput());
        QVERIFY(m_page->basics().saveButton().isEnabled());
        save();
        QCOMPARE(stored(m_first, kPersons), Value(4));
        QVERIFY(!m_page->hasUnsavedInput());
        QCOMPARE(input(kPersons).text(), u"4"_s);
        QVERIFY(!m_page->basics().saveButton().isEnabled());
        QVERIFY(!input(kPersons).isReadOnly());
        QCOMPARE(told.size(), 1);
        QVERIFY(m_page->message().text().isEmpty());
    }
    void nothingCanBeTypedOrPressedWhileItIsSaved()
    {
        open(m_first);
        type(kPersons, u"5"_s);
        waitFor(&HouseholdPage::saveEnded, [this] {
            m_page->save();
            QVERIFY(!m_page->basics().saveButton().isEnabled());
            QVERIFY(!m_page->basics().otherButton().isEnabled());
            QVERIFY(input(kPersons).isReadOnly());
            QVERIFY(!m_page->mayLeave());
            m_page->save(); // Ctrl+S again does nothing
        });
        QCOMPARE(stored(m_first, kPersons), Value(5));
        QVERIFY(!input(kPersons).isReadOnly());
    }
    void savedChangeCanBeTakenBack()
    {
        open(m_first);
        const QString before = input(kPersons).text();
        type(kPersons, u"7"_s);
        save();
        const auto next = UndoService(m_site.session()).nextUndo();
        FFP_VERIFY(next);
        QVERIFY(next->has_value());
        QCOMPARE((*next)->verb, u"edit"_s);
        QCOMPARE((*next)->about, m_first);
        FFP_VERIFY(UndoService(m_site.session()).undo());
        QTRY_COMPARE_WITH_TIMEOUT(input(kPersons).text(), before, kLongMs);
    }
    void faultOfTheFormKeepsTheText()
    {
        open(m_first);
        const Value before = stored(m_first, kPersons);
        type(kPersons, u"four"_s);
        m_page->save();
        QCOMPARE(input(kPersons).text(), u"four"_s);
        QCOMPARE(faults().size(), 1);
        QVERIFY(!m_page->message().text().isEmpty());
        QVERIFY(m_page->hasUnsavedInput());
        QCOMPARE(stored(m_first, kPersons), before);
    }
    void otherFailureSaysWhyAndKeepsTheText()
    {
        open(m_first);
        type(kPersons, u"6"_s);
        m_site.session().lock();
        waitFor(&HouseholdPage::saveEnded, [this] { m_page->save(); });
        FFP_VERIFY(m_site.session().unlock(test::kAdminPassword));
        QVERIFY(!m_page->message().text().isEmpty());
        QCOMPARE(input(kPersons).text(), u"6"_s);
        QVERIFY(m_page->hasUnsavedInput());
        save(); // a second try
        QCOMPARE(stored(m_first, kPersons), Value(6));
        QVERIFY(m_page->message().text().isEmpty());
    }
    void openingAnotherHouseholdWaitsForTheSave()
    {
        open(m_first);
        type(kPersons, u"8"_s);
        QSignalSpy loaded(m_page.get(), &HouseholdPage::loadEnded);
        m_page->save();
        m_page->open(Target::toRecord(pages::kHousehold, m_second));
        QCOMPARE(m_page->detail().household.id, m_first);
        QTRY_COMPARE_WITH_TIMEOUT(m_page->detail().household.id, m_second, kLongMs);
        QCOMPARE(stored(m_first, kPersons), Value(8));
        QVERIFY(stored(m_second, kPersons).isBlank());
        QVERIFY(input(kPersons).text().isEmpty());
        QVERIFY(!m_page->hasUnsavedInput());
    }
    void openingAnotherHouseholdIsForgottenWhenTheSaveFails()
    {
        open(m_first);
        type(kPersons, u"9"_s);
        m_site.session().lock();
        waitFor(&HouseholdPage::saveEnded, [this] {
            m_page->save();
            m_page->open(Target::toRecord(pages::kHousehold, m_second));
        });
        FFP_VERIFY(m_site.session().unlock(test::kAdminPassword));
        QCoreApplication::processEvents();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(m_page->detail().household.id, m_first);
        QCOMPARE(input(kPersons).text(), u"9"_s);
    }
    void stepThatSavesFirstGoesOnAfterwards()
    {
        open(m_first, {ridOf(m_first), ridOf(m_second)});
        type(kPersons, u"3"_s);
        m_page->step(+1); // the scripted answer is the first one: save
        QTRY_COMPARE_WITH_TIMEOUT(m_page->detail().household.id, m_second, kLongMs);
        QCOMPARE(stored(m_first, kPersons), Value(3));
    }
    void lastWishWinsWhileAHouseholdIsRead()
    {
        open(m_first);
        m_page->open(Target::toRecord(pages::kHousehold, m_second));
        QVERIFY(input(kNumber).isReadOnly()); // still the household before
        m_page->newVisit();                   // nothing to visit yet
        QSignalSpy went(m_page.get(), &Page::navigate);
        open(m_first);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(m_page->detail().household.id, m_first);
        QVERIFY(!input(kNumber).isReadOnly());
        QVERIFY(went.isEmpty());
    }
    void failedReadingClearsThePageAndSaysWhy()
    {
        open(m_first);
        open(RecordId::fromString(u"0123456789abcdef0123456789abcdef"_s));
        QVERIFY(m_page->detail().household.id.isNull());
        QVERIFY(!headText().contains(u"朱西宝"_s));
        QVERIFY(input(kNumber).text().isEmpty());
        QVERIFY(input(kNumber).isReadOnly());
        QVERIFY(m_page->members().records().empty());
        QVERIFY(!m_page->message().text().isEmpty());
        open(m_second); // and the next one is shown as ever
        QVERIFY(headText().contains(u"田有福"_s));
        QVERIFY(m_page->message().text().isEmpty());
    }
    /// Somebody else's change of the same household does not take away what is being typed.
    void changeMeanwhileKeepsTheText()
    {
        open(m_second);
        type(kPersons, u"2"_s);
        waitFor(&HouseholdPage::loadEnded, [this] {
            FFP_VERIFY(test::editRecord(m_site.session(), m_second, {{kRemark, Value(u"搬到镇上"_s)}}));
        });
        QCOMPARE(input(kPersons).text(), u"2"_s);
        QVERIFY(m_page->hasUnsavedInput());
        QVERIFY(!m_page->message().text().isEmpty());
        QCOMPARE(m_page->detail().household[kRemark], Value(u"搬到镇上"_s));
        save();
        QCOMPARE(stored(m_second, kPersons), Value(2));
        QCOMPARE(stored(m_second, kRemark), Value(u"搬到镇上"_s));
    }
    void rowThatWasChosenStaysChosen()
    {
        for (const QString &name : {u"朱一"_s, u"朱二"_s})
            FFP_VERIFY(RegistryService(m_site.session())
                           .addMember(m_first, {{member::f("name"), Value(name)},
                                                {member::f("relation"), Value(u"son"_s)}}));
        open(m_first);
        m_page->members().table().selectRow(2);
        waitFor(&HouseholdPage::loadEnded, [this] { m_page->refresh(); });
        QCOMPARE(m_page->members().table().currentIndex().row(), 2);
        open(m_second);
        QCOMPARE(m_page->members().table().currentIndex().row(), 0);
    }
    /// The page goes on with the entry in the new village, in its place between the neighbours.
    void goesOnWithAHouseholdThatMoved()
    {
        const RecordId home = addHousehold(u"3413231140000109"_s, u"迁甲"_s, u"13800009999"_s);
        const qint64 first = ridOf(m_first);
        open(home, {first, ridOf(home)});
        waitFor(&HouseholdPage::loadEnded, [&] {
            FFP_VERIFY(HouseholdChanges(m_site.session())
                           .move({.household = home,
                                  .to = AreaCode::fromString(u"341323114202"_s),
                                  .values = {},
                                  .occasion = {QDate(2026, 11, 1), u"投靠子女"_s}}));
        });
        QVERIFY(m_page->detail().household.id != home);
        QVERIFY(!m_page->detail().household.voided);
        QCOMPARE(m_page->detail().household.area.toString(), u"341323114202"_s);
        QCOMPARE(m_page->detail().headName, u"迁甲"_s);
        waitFor(&HouseholdPage::loadEnded, [&] { m_page->step(-1); });
        QCOMPARE(m_page->detail().household.rid, first);
        open(home); // as an old list has it
        QCOMPARE(m_page->detail().household.area.toString(), u"341323114202"_s);
    }
    void askedBeforeLeaving_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<bool>("leaves");
        QTest::addColumn<bool>("edited");
        QTest::newRow("give up") << 1 << true << false;
        QTest::newRow("stay") << 2 << false << true;
    }
    void askedBeforeLeaving()
    {
        QFETCH(int, answer);
        auto &dialogs = test::ScriptedDialogs::install();
        dialogs.answer = answer;
        open(m_second);
        const Value before = stored(m_second, kPersons);
        type(kPersons, u"12"_s);
        QTEST(m_page->mayLeave(), "leaves");
        QCOMPARE(dialogs.questions, 1);
        QTEST(m_page->hasUnsavedInput(), "edited");
        QCOMPARE(stored(m_second, kPersons), before);
    }
    /// The page that somebody comes back to may have another person before it.
    void shownValueIsMaskedAgainWhenThePageIsLeft()
    {
        open(m_first);
        const auto reveal = [this] {
            waitFor(&HouseholdPage::revealEnded, [this] { Q_EMIT m_page->form().revealRequested(kPhone); });
            waitFor(&HouseholdPage::revealEnded, [this] { Q_EMIT m_page->head().phoneWanted(); });
        };
        reveal();
        m_page->hide();
        QVERIFY(!input(kPhone).text().contains(u"0000"_s));
        QVERIFY(!headText().contains(u"13800001111"_s));
        m_page->show();
        reveal();
        QCOMPARE(input(kPhone).text(), u"13800001111"_s);
        open(m_first); // come here again, from the search
        QVERIFY(!input(kPhone).text().contains(u"0000"_s));
        QVERIFY(!headText().contains(u"13800001111"_s));

        type(kPhone, u"13800003333"_s); // what is being typed stays readable
        m_page->hide();
        m_page->show();
        QCOMPARE(input(kPhone).text(), u"13800003333"_s);
        QVERIFY(m_page->hasUnsavedInput());
    }
    int historyRows() { return m_page->history().table().model()->rowCount(); }
    void historyIsShownThoughReadingAgainFails()
    {
        open(m_first);
        m_page->showTab(u"history"_s);
        QThreadPool::globalInstance()->waitForDone(); // its answer waits for the screen
        m_site.session().lock();
        waitFor(&HouseholdPage::loadEnded, [this] { m_page->refresh(); });
        FFP_VERIFY(m_site.session().unlock(test::kAdminPassword));
        QVERIFY(!m_page->message().text().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(historyRows() > 0, kLongMs);
    }
    void historyThatFailedIsReadAgain()
    {
        open(m_first);
        m_site.session().lock();
        m_page->showTab(u"history"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->message().text().isEmpty(), kLongMs);
        FFP_VERIFY(m_site.session().unlock(test::kAdminPassword));
        QCOMPARE(historyRows(), 0);
        m_page->showTab(u"basic"_s);
        m_page->showTab(u"history"_s);
        QTRY_VERIFY_WITH_TIMEOUT(historyRows() > 0, kLongMs);
    }
    void historyNamesTheChange()
    {
        open(m_first);
        m_page->showTab(u"history"_s);
        const QAbstractItemModel *model = m_page->history().table().model();
        QTRY_VERIFY_WITH_TIMEOUT(model->rowCount() > 0, kLongMs);
        QStringList cells;
        for (int row = 0; row < model->rowCount(); ++row)
            for (int column = 0; column < model->columnCount(); ++column)
                cells << model->index(row, column).data().toString();
        QVERIFY(cells.contains(u"王小明"_s));
        QVERIFY(!cells.join(u'|').contains(u"13800001111"_s)); // S-class stays masked
    }

    /// A finding of the quality rules leads here: its sentence, the tab and the input of the field.
    void anotherPageLeadsToAField()
    {
        const auto lead = [this](const QString &field, RecordId member) {
            waitFor(&HouseholdPage::loadEnded, [&] {
                Target target = Target::toRecord(pages::kHousehold, m_first);
                target.args[u"field"_s] = field;
                target.args[u"member"_s] = member.toString();
                target.args[u"notice"_s] = u"DQ-601 联系电话"_s;
                m_page->open(target);
            });
        };
        m_page->activateWindow();
        lead(u"household.remark"_s, {});
        QCOMPARE(m_page->message().text(), u"DQ-601 联系电话"_s);
        QCOMPARE(m_page->tabs().currentWidget()->objectName(), u"basic"_s);
        QTRY_VERIFY(m_page->form().editor(kRemark)->isAncestorOf(QApplication::focusWidget()));
        // Nobody's phone is that of the household.
        lead(u"member.phone"_s, {});
        QCOMPARE(m_page->tabs().currentWidget()->objectName(), u"basic"_s);
        QTRY_VERIFY(m_page->form().editor(kPhone)->isAncestorOf(QApplication::focusWidget()));
        const RecordId member = m_page->detail().members.front().id;
        lead(u"member.labour"_s, member);
        QCOMPARE(m_page->tabs().currentWidget()->objectName(), u"member"_s);
        const int row = m_page->members().table().currentIndex().row();
        QCOMPARE(m_page->members().records().at(size_t(row)).id, member);
        auto *edit = m_page->message().findChild<QPushButton *>();
        QVERIFY(edit && edit->isVisible());
        edit->click();
        auto *dialog = m_page->findChild<RecordDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->form().editor(member::f("labour"))->isAncestorOf(QApplication::focusWidget()));
        dialog->reject();
        lead(u"measure.fund_source"_s, {});
        QCOMPARE(m_page->tabs().currentWidget()->objectName(), u"measure"_s);
        // A field that is not there is no reason not to show the household.
        lead(u"member.colour"_s, {});
        QCOMPARE(m_page->detail().household.id, m_first);
    }
};

QTEST_MAIN(TestHouseholdPage)
#include "tst_householdpage.moc"
