// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/valuetext.h"
#include "tests/support/testsupport.h"
#include "ui/common/codechoice.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/common/translations.h"

#include <QComboBox>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate kToday(2020, 11, 30);
const QString kIdNo = QStringLiteral("340323196001010014"); // invented

Record blankRecord(Entity entity)
{
    Record record;
    record.entity = entity;
    record.values.resize(entityDef(entity).fields.size());
    return record;
}

QLineEdit *lineOf(FieldEditor *editor)
{
    return editor->findChild<QLineEdit *>();
}

/// As an input method does, too: QTest::keyClicks() knows Latin letters only.
void typeText(QWidget *widget, const QString &text)
{
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, widget, Qt::Key_unknown, QString(c), Qt::NoModifier);
}

} // namespace

class TestFieldForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslations(QStringLiteral("zh_CN")); }

    void everyFieldOfEveryEntityHasAnEditorThatKeepsItsValue()
    {
        for (const EntityDef &entity : entities())
            for (const FieldDef &field : entity.fields) {
                const std::unique_ptr<FieldEditor> editor(makeFieldEditor(field, kToday, nullptr));
                QVERIFY2(editor, field.id);
                QVERIFY2(editor->value().isBlank(), field.id);
                QVERIFY2(!editor->isEdited(), field.id);
                Value value;
                switch (field.type) {
                case FieldType::Int:
                case FieldType::Dec:
                case FieldType::Money: value = Value(1234); break;
                case FieldType::Year: value = Value(2020); break;
                case FieldType::Bool: value = Value(false); break;
                case FieldType::Date: value = Value(QStringLiteral("2020-03-02")); break;
                case FieldType::Ym: value = Value(QStringLiteral("2020-03")); break;
                case FieldType::Code: value = Value(choicesOf(field).back().code); break;
                case FieldType::Codes: value = Value(QStringList{choicesOf(field).back().code}); break;
                case FieldType::TextList: value = Value(QStringList{QStringLiteral("甲")}); break;
                default: value = Value(QStringLiteral("甲")); break;
                }
                editor->setValue(value);
                QVERIFY2(editor->value() == value, field.id);
                QVERIFY2(!editor->isEdited(), field.id);
                QVERIFY2(editor->isMasked() == (field.sensitivity == Sensitivity::S), field.id);
            }
    }

    void everyAskedFieldIsInTheForm()
    {
        for (const Entity entity : {Entity::Household, Entity::Member, Entity::Visit}) {
            size_t asked = 0;
            for (const FieldForm::Section &section : formSections(entity)) {
                QVERIFY(!section.title.isEmpty());
                asked += section.fields.size();
            }
            size_t expected = 0;
            for (const FieldDef &field : entityDef(entity).fields)
                if (!(field.flags & (kDerived | kLocalOnly)) && field.type != FieldType::Ref)
                    ++expected;
            QCOMPARE(asked, expected);
        }
    }

    void choiceByNumberWordAndBeginning_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        const std::vector<Choice> choices = choicesOf(fieldDef(member::f("sex")));
        QVERIFY(choices.size() >= 2);
        QTest::newRow("number") << QStringLiteral("2") << choices[1].code;
        QTest::newRow("full width") << QStringLiteral("２") << choices[1].code;
        QTest::newRow("label") << choices[0].label << choices[0].code;
        QTest::newRow("line as shown") << choices[0].number + u' ' + choices[0].label << choices[0].code;
        QTest::newRow("beginning") << choices[1].label.left(1) << choices[1].code;
        QTest::newRow("no such number") << QStringLiteral("77") << QString();
        QTest::newRow("no such word") << QStringLiteral("啊") << QString();
    }
    void choiceByNumberWordAndBeginning()
    {
        QFETCH(QString, typed);
        QFETCH(QString, code);
        const std::unique_ptr<FieldEditor> editor(
            makeFieldEditor(fieldDef(member::f("sex")), kToday, nullptr));
        typeText(lineOf(editor.get()), typed);
        QCOMPARE(editor->value().toText(), code);
        QCOMPARE(editor->fault().isEmpty(), !code.isEmpty());
        QCOMPARE(editor->isEdited(), true);
        QCOMPARE(lineOf(editor.get())->text(), typed); // what was typed is never lost
    }
    void ambiguousBeginningIsNoChoice()
    {
        const FieldDef &field = fieldDef(member::f("relation"));
        const std::vector<Choice> choices = choicesOf(field);
        QVERIFY(findChoice(field, choices, choices.front().label));
        QVERIFY(!findChoice(field, choices, u"之")); // son, daughter, wife …
    }
    void choiceByPinyinInitials_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::newRow("all of them") << u"hz"_s << u"head"_s;
        QTest::newRow("capitals") << u"HZ"_s << u"head"_s;
        QTest::newRow("full width") << u"ｈｚ"_s << u"head"_s;
        QTest::newRow("only possible beginning") << u"po"_s << u"spouse"_s;
        QTest::newRow("of several") << u"z"_s << QString();
        QTest::newRow("of none") << u"qq"_s << QString();
    }
    void choiceByPinyinInitials()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, code);
        const FieldDef &field = fieldDef(member::f("relation"));
        const auto found = findChoice(field, choicesOf(field), typed);
        QCOMPARE(found ? found->code : QString(), code);
    }
    void equalInitialsAreNoChoice()
    {
        const std::vector<Choice> choices{{u"1"_s, u"之孙"_s, u"a"_s, u"zs"_s},
                                          {u"2"_s, u"侄孙"_s, u"b"_s, u"zs"_s},
                                          {u"3"_s, u"之孙女"_s, u"c"_s, u"zsn"_s}};
        const FieldDef &field = fieldDef(member::f("relation"));
        QVERIFY(!findChoice(field, choices, u"zs"));
        QCOMPARE(findChoice(field, choices, u"zsn")->code, u"c"_s);
    }
    /// Typed letters open the line in the list, and what is chosen there goes into the field as shown.
    void listFindsInitials()
    {
        const std::unique_ptr<FieldEditor> editor(
            makeFieldEditor(fieldDef(member::f("relation")), kToday, nullptr));
        auto *box = editor->findChild<QComboBox *>();
        box->completer()->setCompletionPrefix(u"hz"_s);
        QVERIFY(box->completer()->completionCount() >= 1);
        const QCompleter &completer = *box->completer();
        const QString offered = completer.pathFromIndex(completer.completionModel()->index(0, 0));
        QVERIFY(offered.endsWith(u"户主"_s));
        typeText(lineOf(editor.get()), offered);
        QCOMPARE(editor->value().toText(), u"head"_s);
    }
    void yesNoTakesUsualSigns()
    {
        const FieldDef &field = fieldDef(household::f("military_family"));
        const auto choices = choicesOf(field);
        QCOMPARE(findChoice(field, choices, u"是")->code, kYesCode);
        QCOMPARE(findChoice(field, choices, u"y")->code, kYesCode);
        QCOMPARE(findChoice(field, choices, u"√")->code, kYesCode);
        QCOMPARE(findChoice(field, choices, u"2")->code, kNoCode);
        QVERIFY(!findChoice(field, choices, u"也许"));
    }

    void dateIsTidiedAndAWrongOneIsAFault()
    {
        const std::unique_ptr<FieldEditor> editor(
            makeFieldEditor(fieldDef(member::f("birth_date")), kToday, nullptr));
        QLineEdit *edit = lineOf(editor.get());
        typeText(edit, QStringLiteral("20200302"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edit->text(), QStringLiteral("2020-03-02"));
        QCOMPARE(editor->value().toText(), QStringLiteral("2020-03-02"));
        edit->clear();
        typeText(edit, QStringLiteral("20200232"));
        QVERIFY(!editor->fault().isEmpty());
        QVERIFY(edit->property("fault").toBool());
        QCOMPARE(edit->text(), QStringLiteral("20200232"));
    }

    void sensitiveValueIsMaskedUntilRevealed()
    {
        const FieldDef &field = fieldDef(member::f("id_no"));
        const std::unique_ptr<FieldEditor> editor(makeFieldEditor(field, kToday, nullptr));
        editor->setValue(Value(kIdNo));
        QLineEdit *edit = lineOf(editor.get());
        QVERIFY(editor->isMasked());
        QVERIFY(!edit->text().contains(QStringLiteral("19600101")));
        QSignalSpy asked(editor.get(), &FieldEditor::revealRequested);
        for (QAction *action : edit->actions())
            action->trigger();
        QCOMPARE(asked.size(), 1);
        QVERIFY(editor->isMasked()); // asking is not yet being shown
        editor->reveal();
        QCOMPARE(edit->text(), kIdNo);
        QVERIFY(!editor->isEdited());
    }
    void typingReplacesAMaskedValueWithoutShowingIt()
    {
        const std::unique_ptr<FieldEditor> editor(
            makeFieldEditor(fieldDef(member::f("phone")), kToday, nullptr));
        editor->setValue(Value(QStringLiteral("13955700000")));
        QLineEdit *edit = lineOf(editor.get());
        QTest::keyClick(edit, Qt::Key_Left); // moving about changes nothing
        QVERIFY(editor->isMasked());
        QVERIFY(!editor->isEdited());
        typeText(edit, QStringLiteral("13955700001"));
        QCOMPARE(edit->text(), QStringLiteral("13955700001"));
        QCOMPARE(editor->value().toText(), QStringLiteral("13955700001"));
        QVERIFY(editor->isEdited());
    }

    /// Chinese comes from an input method, not from keys; a combo box gets the keys for its line.
    void inputMethodReplacesAMaskedValue_data()
    {
        QTest::addColumn<int>("entity");
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("typed");
        QTest::newRow("line") << int(Entity::Household) << int(household::f("bank_name").index)
                              << QStringLiteral("农业银行") << QStringLiteral("邮储银行");
        QTest::newRow("choice") << int(Entity::Household) << int(household::f("cause_main").index)
                                << choicesOf(fieldDef(household::f("cause_main"))).front().code
                                << choicesOf(fieldDef(household::f("cause_main"))).back().label;
        QTest::newRow("choices") << int(Entity::Member) << int(member::f("health").index)
                                 << choicesOf(fieldDef(member::f("health"))).front().code
                                 << choicesOf(fieldDef(member::f("health"))).back().label;
        QTest::newRow("text") << int(Entity::Visit) << int(visit::f("needs").index)
                              << QStringLiteral("缺资金") << QStringLiteral("缺劳力");
    }
    void inputMethodReplacesAMaskedValue()
    {
        QFETCH(int, entity);
        QFETCH(int, index);
        QFETCH(QString, stored);
        QFETCH(QString, typed);
        const FieldDef &field = fieldDef({static_cast<Entity>(entity), static_cast<quint16>(index)});
        const bool list = field.type == FieldType::Codes;
        const std::unique_ptr<FieldEditor> editor(makeFieldEditor(field, kToday, nullptr));
        editor->setValue(list ? Value(QStringList{stored}) : Value(stored));
        QVERIFY(editor->isMasked());
        QWidget *focus = editor.get();
        while (focus->focusProxy())
            focus = focus->focusProxy();
        QInputMethodEvent event;
        event.setCommitString(typed);
        QCoreApplication::sendEvent(focus, &event);
        QVERIFY(!editor->isMasked());
        QVERIFY(editor->isEdited());
        QCOMPARE(editor->fault(), QString());
        QCOMPARE(displayText(field, editor->value(), Language::Chinese), typed);
    }
    void keysReplaceAMaskedChoice()
    {
        const FieldDef &field = fieldDef(household::f("cause_main"));
        const std::unique_ptr<FieldEditor> editor(makeFieldEditor(field, kToday, nullptr));
        editor->setValue(Value(choicesOf(field).back().code));
        QTest::keyClicks(editor->findChild<QComboBox *>(), choicesOf(field).front().number);
        QVERIFY(!editor->isMasked());
        QCOMPARE(editor->value(), Value(choicesOf(field).front().code));
    }
    void whatIsCutFromAMaskComesBack()
    {
        const FieldDef &field = fieldDef(member::f("id_no"));
        const std::unique_ptr<FieldEditor> editor(makeFieldEditor(field, kToday, nullptr));
        editor->setValue(Value(kIdNo));
        const QString masked = lineOf(editor.get())->text();
        lineOf(editor.get())->selectAll();
        QTest::keyClick(lineOf(editor.get()), Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(lineOf(editor.get())->text(), masked);
        QVERIFY(!editor->isEdited());
    }

    void severalChoicesWithCommas()
    {
        const FieldDef &field = fieldDef(visit::f("changes"));
        const std::unique_ptr<FieldEditor> editor(makeFieldEditor(field, kToday, nullptr));
        const auto choices = choicesOf(field);
        typeText(lineOf(editor.get()), QStringLiteral("2，1"));
        QStringList expected{choices[0].code, choices[1].code};
        expected.sort();
        QCOMPARE(editor->value().toList(), expected);
        typeText(lineOf(editor.get()), QStringLiteral("，啊"));
        QVERIFY(!editor->fault().isEmpty());
    }
    void longTextMovesOnWithCtrlEnter()
    {
        const std::unique_ptr<FieldEditor> editor(
            makeFieldEditor(fieldDef(household::f("remark")), kToday, nullptr));
        auto *edit = editor->findChild<QPlainTextEdit *>();
        QVERIFY(edit);
        QSignalSpy finished(editor.get(), &FieldEditor::finished);
        typeText(edit, QStringLiteral("one"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(finished.size(), 0);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(finished.size(), 1);
        QVERIFY(editor->isEdited());
    }

    void formGivesOnlyWhatDiffers()
    {
        FieldForm form(formSections(Entity::Household), kToday);
        Record record = blankRecord(Entity::Household);
        record.values[household::f("population_current").index] = Value(3);
        form.setRecord(record);
        QVERIFY(!form.isEdited());
        QLineEdit *edit = lineOf(form.editor(household::f("population_current")));
        edit->selectAll();
        typeText(edit, QStringLiteral("4"));
        QVERIFY(form.isEdited());
        QCOMPARE(form.editedValues().size(), size_t(1));
        QCOMPARE(form.editedValues()[0].second.toInt(), qint64(4));
        edit->selectAll();
        typeText(edit, QStringLiteral("3")); // back to what it was
        QVERIFY(!form.isEdited());
        QVERIFY(form.editedValues().empty());
    }
    void clearingAFieldIsAnEditToBlank()
    {
        FieldForm form(formSections(Entity::Household), kToday);
        Record record = blankRecord(Entity::Household);
        record.values[household::f("population_current").index] = Value(3);
        form.setRecord(record);
        QLineEdit *edit = lineOf(form.editor(household::f("population_current")));
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QCOMPARE(form.editedValues().size(), size_t(1));
        QVERIFY(form.editedValues()[0].second.isBlank());
    }
    void checkShowsAllFaultsAndGoesToTheFirst()
    {
        FieldForm form(formSections(Entity::Member), kToday);
        form.setRecord(blankRecord(Entity::Member));
        form.show();
        typeText(lineOf(form.editor(member::f("birth_date"))), QStringLiteral("abc"));
        QVERIFY(!form.check());
        int shown = 0;
        for (QLabel *label : form.findChildren<QLabel *>())
            if (label->property("fault").toBool() && label->isVisible())
                ++shown;
        int required = 0;
        for (const FieldForm::Section &section : formSections(Entity::Member))
            for (const FieldRef field : section.fields)
                required += (fieldDef(field).flags & kRequired) ? 1 : 0;
        QCOMPARE(shown, required + 1);
        FieldEditor *relation = form.editor(member::f("relation"));
        QVERIFY(!relation->fault().isEmpty());
        typeText(lineOf(relation), QStringLiteral("1"));
        QVERIFY(relation->fault().isEmpty());
    }
    void faultsOfAServiceStandBesideTheirFields()
    {
        FieldForm form(formSections(Entity::Member), kToday);
        form.setRecord(blankRecord(Entity::Member));
        const QStringList rest = form.showServiceFaults(
            {QStringLiteral("member.id_no: wrong check digit"), QStringLiteral("elsewhere: no")});
        QCOMPARE(rest, QStringList{QStringLiteral("elsewhere: no")});
        QCOMPARE(form.editor(member::f("id_no"))->fault(), QStringLiteral("wrong check digit"));
        QVERIFY(form.editor(member::f("name"))->fault().isEmpty());
        typeText(lineOf(form.editor(member::f("id_no"))), QStringLiteral("3"));
        QVERIFY(form.editor(member::f("id_no"))->fault() != QStringLiteral("wrong check digit"));
    }
    void enterMovesOnAndLeavesAtTheEnd()
    {
        FieldForm form({{QString(), {member::f("name"), member::f("sex")}}}, kToday);
        form.setRecord(blankRecord(Entity::Member));
        form.show();
        QVERIFY(QTest::qWaitForWindowActive(&form));
        QSignalSpy finished(&form, &FieldForm::finished);
        form.focusFirst();
        QTest::keyClick(lineOf(form.editor(member::f("name"))), Qt::Key_Return);
        QVERIFY(form.editor(member::f("sex"))->isAncestorOf(QApplication::focusWidget())
                || form.editor(member::f("sex"))->focusProxy() == QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(finished.size(), 1);
    }
    void sameRecordReadAgainKeepsWhatWasTyped()
    {
        constexpr FieldRef kPersons = household::f("population_current");
        constexpr FieldRef kPhone = household::f("phone");
        FieldForm form(formSections(Entity::Household), kToday);
        Record record = blankRecord(Entity::Household);
        record.values[kPersons.index] = Value(3);
        record.values[kPhone.index] = Value(QStringLiteral("13800001111"));
        form.setRecord(record);
        QLineEdit *edit = lineOf(form.editor(kPersons));
        edit->selectAll();
        typeText(edit, QStringLiteral("four"));
        form.reveal(kPhone);
        record.values[kPersons.index] = Value(5);
        record.values[household::f("address").index] = Value(QStringLiteral("Village road 1"));
        form.renewRecord(record);
        QCOMPARE(edit->text(), QStringLiteral("four"));
        QVERIFY(form.isEdited());
        QVERIFY(!form.editor(kPhone)->isMasked()); // permitted before, and still the same
        QCOMPARE(lineOf(form.editor(household::f("address")))->text(), QStringLiteral("Village road 1"));
        record.values[kPhone.index] = Value(QStringLiteral("13800002222"));
        form.renewRecord(record);
        QVERIFY(form.editor(kPhone)->isMasked()); // another number was not asked for
        form.setRecord(record);
        QCOMPARE(edit->text(), QStringLiteral("5"));
    }
    void readOnlyForAMoment()
    {
        constexpr FieldRef kPersons = household::f("population_current");
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *shown = new FieldForm({{QString(),
                                      {household::f("household_type"), kPersons,
                                       household::f("division_code")}}},
                                    kToday, &window);
        layout->addWidget(shown);
        FieldForm &form = *shown;
        form.setRecord(blankRecord(Entity::Household));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        form.editor(household::f("household_type"))->setFocus(); // can only be disabled
        QWidget *const focus = QApplication::focusWidget();
        QVERIFY(focus);
        form.setReadOnly(true);
        QVERIFY(lineOf(form.editor(kPersons))->isReadOnly());
        QVERIFY(QApplication::focusWidget() != focus);
        form.setReadOnly(false);
        QVERIFY(!lineOf(form.editor(kPersons))->isReadOnly());
        QCOMPARE(QApplication::focusWidget(), focus);
        QVERIFY(lineOf(form.editor(household::f("division_code")))->isReadOnly()); // filled in by the program
    }
    void columnsFollowTheWidth()
    {
        QScrollArea window;
        window.setWidgetResizable(true);
        auto *page = new QWidget;
        auto *layout = new QVBoxLayout(page);
        auto *shown = new FieldForm(formSections(Entity::Household), kToday, page);
        FieldForm &form = *shown;
        layout->addWidget(shown);
        window.setWidget(page);
        window.resize(1200, 800);
        window.show();
        QCoreApplication::processEvents();
        const auto leftOf = [&form](FieldRef field) {
            return form.editor(field)->mapTo(&form, QPoint(0, 0)).x();
        };
        QSet<int> wide;
        for (const FieldForm::Section &section : formSections(Entity::Household))
            for (const FieldRef field : section.fields)
                wide << leftOf(field);
        QVERIFY(wide.size() > 1);
        window.resize(260, 800);
        QCoreApplication::processEvents();
        QSet<int> narrow;
        for (const FieldForm::Section &section : formSections(Entity::Household))
            for (const FieldRef field : section.fields)
                narrow << leftOf(field);
        QCOMPARE(narrow.size(), 1);
    }
};

QTEST_MAIN(TestFieldForm)
#include "tst_fieldform.moc"
