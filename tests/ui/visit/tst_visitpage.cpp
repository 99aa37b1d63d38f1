// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/choicebar.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/visit/changedfacts.h"
#include "ui/visit/draftkeeper.h"
#include "ui/visit/visitpage.h"
#include "ui/visit/visitsheet.h"

#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestVisitPage : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    test::TestSite m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<VisitPage> m_page;
    RecordId m_first;
    RecordId m_second;

    RecordId addHousehold(const QString &number, const QString &name)
    {
        const auto made = RegistryService(m_site.session())
                              .addHousehold(AreaCode::fromString(u"341323114201"_s),
                                            {{household::f("household_no"), Value(number)}},
                                            {{member::f("name"), Value(name)}});
        return made.value_or(RecordId());
    }
    void open(RecordId id)
    {
        QSignalSpy shown(m_page.get(), &VisitPage::shown);
        m_page->open(Target::toRecord(pages::kVisitEntry, id));
        QVERIFY(!shown.isEmpty() || shown.wait(kLongMs));
    }
    void makePage()
    {
        m_page = std::make_unique<VisitPage>(PageContext{m_site.session(), *m_settings});
        m_page->show();
    }
    /// As an input method hands Chinese over.
    static void commit(QWidget *input, const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(input, &event);
    }
    void type(FieldForm &form, FieldRef field, const QString &text)
    {
        FieldEditor *editor = form.editor(field);
        QVERIFY(editor);
        if (auto *plain = editor->findChild<QPlainTextEdit *>())
            QTest::keyClicks(plain, text);
        else
            QTest::keyClicks(editor->findChild<QLineEdit *>(), text);
    }
    /// A statement as an imported file leaves it.
    RecordId addStatement(RecordId household, int year)
    {
        RecordId made;
        const Operation operation{.verb = "test.statement",
                                  .actor = m_site.session().user().id,
                                  .note = {},
                                  .about = household};
        const auto done = m_site.session().log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
            FFP_ASSIGN(made, writer.create(Entity::IncomeStatement, AreaCode::fromString(u"341323114201"_s),
                                           {{income::f("household_id"), Value(household)},
                                            {income::f("year"), Value(year)},
                                            {income::f("phase"), Value(u"annual"_s)},
                                            {income::f("population"), Value(4)},
                                            {income::f("population_basis"), Value(u"registered"_s)}}));
            return {};
        });
        return done ? made : RecordId();
    }
    FieldForm *formWith(FieldRef field)
    {
        for (FieldForm *form : m_page->sheet().facts().findChildren<FieldForm *>())
            if (form->editor(field))
                return form;
        return nullptr;
    }
    QString hint()
    {
        QStringList texts;
        for (const QLabel *label :
             m_page->sheet().facts().findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly))
            if (label->isVisible())
                texts << label->text();
        return texts.join(u'\n');
    }
    std::vector<Record> visitsOf(RecordId id)
    {
        return VisitService(m_site.session()).listOf(id).value_or(std::vector<Record>());
    }
    bool hasDraft(RecordId id)
    {
        const auto draft = VisitService(m_site.session()).draft(id);
        return draft && draft->has_value();
    }
    void save()
    {
        QSignalSpy saved(m_page.get(), &VisitPage::saved);
        m_page->save();
        QVERIFY(!saved.isEmpty() || saved.wait(kLongMs));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<Settings>(m_site.dir().filePath(u"s.ini"_s));
        m_first = addHousehold(u"3413231140000101"_s, u"朱西宝"_s);
        m_second = addHousehold(u"3413231140000102"_s, u"田有福"_s);
        QVERIFY(!m_first.isNull() && !m_second.isNull());
    }
    void init() { makePage(); }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase() { QThreadPool::globalInstance()->waitForDone(); }

    /// The draft is in the file a moment after the last key; a new program finds it. The first page is never
    /// asked to save or leave: as after a crash.
    void draftComesBackAfterACrash()
    {
        open(m_first);
        QVERIFY(m_page->sheet().press(u"A"_s)); // members
        QVERIFY(m_page->sheet().press(u"3"_s)); // by text message
        m_page->sheet().people()[1]->setText(u"李队员"_s);
        commit(m_page->sheet().people()[1], u"甲"_s);
        type(m_page->sheet().texts(), visit::f("needs"), u"need work"_s);
        FieldForm *household = m_page->sheet().facts().findChild<FieldForm *>();
        QVERIFY(household);
        type(*household, household::f("population_current"), u"6"_s);
        QVERIFY(m_page->hasUnsavedInput());
        QTRY_VERIFY_WITH_TIMEOUT(hasDraft(m_first) && !m_page->drafts().isWaiting(), kLongMs);

        m_page.reset();
        QThreadPool::globalInstance()->waitForDone();
        m_site.close();
        FFP_VERIFY(m_site.open());
        makePage();
        open(m_first);
        QVERIFY(m_page->hasUnsavedInput());
        const NewVisit visit = m_page->sheet().collect();
        const auto value = [&visit](FieldRef field) {
            for (const auto &[ref, v] : visit.values)
                if (ref == field)
                    return v;
            return Value();
        };
        QCOMPARE(value(visit::f("changes")).toList(), QStringList{u"members"_s});
        QCOMPARE(value(visit::f("mode")).toText(), u"sms"_s);
        QVERIFY(value(visit::f("people")).toList().contains(u"李队员甲"_s));
        QCOMPARE(value(visit::f("needs")).toText(), u"need work"_s);
        QCOMPARE(visit.householdChanges, (FieldValues{{household::f("population_current"), Value(6)}}));
        QVERIFY(visitsOf(m_first).empty()); // a draft is no visit
    }

    void savingTakesTheDraftAwayAndChangesTheFacts()
    {
        open(m_first);
        QVERIFY(m_page->hasUnsavedInput()); // the draft of the test before
        save();
        QVERIFY(m_page->isDone());
        QVERIFY(!hasDraft(m_first));
        QCOMPARE(visitsOf(m_first).size(), size_t(1));
        const auto detail = RegistryService(m_site.session()).household(m_first);
        FFP_VERIFY(detail);
        QCOMPARE(detail->household[household::f("population_current")], Value(6));
    }

    void lastAnswersAreShown()
    {
        open(m_first);
        QStringList texts;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.join(u'\n').contains(u"李队员甲"_s));
        QVERIFY(!texts.join(u'\n').contains(u"need work"_s)); // S-class: masked until asked for
        // Both visitors of last time are proposed.
        QCOMPARE(m_page->sheet().people()[1]->text(), u"李队员甲"_s);
    }

    void theDraftOfOneHouseholdDoesNotReachAnother()
    {
        open(m_first);
        QVERIFY(m_page->sheet().press(u"B"_s));
        m_page->mayLeave(); // writes at once, not after the pause
        open(m_second);
        QVERIFY(!m_page->hasUnsavedInput());
        QVERIFY(m_page->sheet().changes().chosen().isEmpty());
        QVERIFY(hasDraft(m_first));
        QVERIFY(!hasDraft(m_second));
    }

    void thrownAwayIsGone()
    {
        open(m_first);
        QVERIFY(m_page->hasUnsavedInput());
        QSignalSpy shown(m_page.get(), &VisitPage::shown);
        QPushButton *discard = nullptr;
        for (QPushButton *button : m_page->findChildren<QPushButton *>())
            if (button->text() == VisitPage::tr("Throw the draft away"))
                discard = button;
        QVERIFY(discard && discard->isVisible());
        discard->click();
        QVERIFY(shown.wait(kLongMs));
        QVERIFY(!hasDraft(m_first));
        QVERIFY(!m_page->hasUnsavedInput());
    }

    void noChangeExcludesChanges()
    {
        open(m_second);
        VisitSheet &sheet = m_page->sheet();
        QVERIFY(sheet.press(u"A"_s));
        QVERIFY(sheet.press(u"C"_s));
        QCOMPARE(sheet.changes().chosen(), QStringList({u"members"_s, u"expense"_s}));
        QVERIFY(sheet.facts().findChild<FieldForm *>()); // members have fields
        QVERIFY(sheet.press(u"0"_s));
        QCOMPARE(sheet.changes().chosen(), QStringList{u"none"_s});
        QVERIFY(!sheet.facts().findChild<FieldForm *>());
        QVERIFY(sheet.press(u"A"_s));
        QCOMPARE(sheet.changes().chosen(), QStringList{u"members"_s});
        QVERIFY(!sheet.press(u"Z"_s));
        QVERIFY(!sheet.press(u"9"_s));
        m_page->drafts().forget();
    }

    /// Last year's statement is not rewritten by what is seen today; this year's is.
    void incomeAndExpensesOpenThisYearsStatement()
    {
        const int year = m_site.session().clock().today().year();
        const RecordId home = addHousehold(u"3413231140000103"_s, u"周有田"_s);
        QVERIFY(!addStatement(home, year - 1).isNull());
        open(home);
        QVERIFY(m_page->sheet().press(u"B"_s)); // income
        QVERIFY(!formWith(income::f("wage_total")));
        QVERIFY(hint().contains(QString::number(year)));
        m_page->drafts().forget();

        const RecordId statement = addStatement(home, year);
        QVERIFY(!statement.isNull());
        makePage(); // the household is read anew
        open(home);
        QVERIFY(m_page->sheet().press(u"B"_s));
        QCOMPARE(hint(), QString());
        FieldForm *form = formWith(income::f("wage_total"));
        QVERIFY(form);
        QVERIFY(!form->editor(income::f("business_cost")));
        type(*form, income::f("wage_total"), u"12000.50"_s);
        QVERIFY(m_page->sheet().press(u"C"_s)); // and expenses; what was typed stays
        form = formWith(income::f("business_cost"));
        QVERIFY(form && form->editor(income::f("wage_total")));
        type(*form, income::f("business_cost"), u"800"_s);
        save();
        QVERIFY(m_page->isDone());
        const auto detail = RegistryService(m_site.session()).household(home);
        FFP_VERIFY(detail);
        QCOMPARE(detail->incomes.size(), size_t(2));
        const Record &now = detail->incomes.front();
        QCOMPARE(now.id, statement);
        QCOMPARE(now[income::f("wage_total")], Value(qint64(1200050)));
        QCOMPARE(now[income::f("business_cost")], Value(qint64(80000)));
        QVERIFY(detail->incomes.back()[income::f("wage_total")].isBlank());
    }

    void whoHasLeftIsNotAskedAbout()
    {
        const RecordId home = addHousehold(u"3413231140000104"_s, u"周老大"_s);
        const auto other = RegistryService(m_site.session())
                               .addMember(home, {{member::f("name"), Value(u"周小"_s)},
                                                 {member::f("relation"), Value(u"son"_s)}});
        FFP_VERIFY(other);
        open(home);
        QVERIFY(m_page->sheet().press(u"D"_s)); // schooling: a form for each member
        QCOMPARE(m_page->sheet().facts().findChildren<FieldForm *>().size(), 2);
        m_page->drafts().forget();
        FFP_VERIFY(
            test::editRecord(m_site.session(), *other, {{member::f("change_kind"), Value(u"marry_out"_s)}}));
        makePage();
        open(home);
        QVERIFY(m_page->sheet().press(u"D"_s));
        QCOMPARE(m_page->sheet().facts().findChildren<FieldForm *>().size(), 1);
        m_page->drafts().forget();
    }

    void faultsKeepTheFormOpen()
    {
        open(m_second);
        for (QLineEdit *edit : m_page->sheet().people())
            edit->clear();
        m_page->save();
        QVERIFY(!m_page->isDone());
        int shown = 0;
        for (const QLabel *label : m_page->sheet().findChildren<QLabel *>())
            shown += label->isVisible() && label->property("fault").toBool() && !label->text().isEmpty();
        QCOMPARE(shown, 2); // visitors and changes
        QVERIFY(visitsOf(m_second).empty());
    }

    /// The answer of a saved visit does not reach the household that was opened meanwhile.
    void openingAnotherHouseholdWhileSaving()
    {
        open(m_first);
        const size_t before = visitsOf(m_first).size();
        const size_t others = visitsOf(m_second).size();
        m_page->sheet().press(u"0"_s);
        QSignalSpy shown(m_page.get(), &VisitPage::shown);
        m_page->save();
        m_page->open(Target::toRecord(pages::kVisitEntry, m_second));
        QVERIFY(shown.wait(kLongMs));
        QCOMPARE(m_page->sheet().collect().household, m_second);
        QVERIFY(!m_page->isDone());
        QVERIFY(!m_page->hasUnsavedInput());
        QCOMPARE(visitsOf(m_first).size(), before + 1);
        QCOMPARE(visitsOf(m_second).size(), others);
    }
};

QTEST_MAIN(TestVisitPage)
#include "tst_visitpage.moc"
