// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/recorddialog.h"

#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "tests/support/monitoredsample.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/common/messagebar.h"
#include "ui/household/recordform.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestRecordDialog : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;
    static constexpr FieldRef kName = member::f("name");
    static constexpr FieldRef kIdNo = member::f("id_no");

    test::TestSite m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<RecordDialog> m_dialog;
    RecordId m_household;

    std::vector<Record> members()
    {
        const auto detail = RegistryService(m_site.session()).household(m_household);
        return detail ? detail->members : std::vector<Record>();
    }
    void openFor(const Record &record)
    {
        m_dialog = std::make_unique<RecordDialog>(PageContext{m_site.session(), *m_settings}, record,
                                                  m_household);
        m_dialog->show();
    }
    void openNew()
    {
        Record blank;
        blank.entity = Entity::Member;
        blank.values.resize(entityDef(Entity::Member).fields.size());
        openFor(blank);
    }
    void sayHow(const QString &kind, const QString &why)
    {
        m_dialog->kind().setCurrentIndex(m_dialog->kind().findData(kind));
        m_dialog->recordForm().noteEdit().setText(why);
    }
    QLineEdit &input(FieldRef field) { return *m_dialog->form().editor(field)->findChild<QLineEdit *>(); }
    void type(FieldRef field, const QString &text)
    {
        input(field).clear();
        QTest::keyClicks(&input(field), text);
    }
    /// QTest::keyClicks() knows ASCII only.
    void typeChinese(FieldRef field, const QString &text)
    {
        input(field).setText(text);
        Q_EMIT input(field).textEdited(text);
    }
    void saveAndWait(void (RecordDialog::*answer)())
    {
        QSignalSpy spy(m_dialog.get(), answer);
        m_dialog->save();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }
    void saveRefused()
    {
        saveAndWait(&RecordDialog::refused);
        QVERIFY(m_dialog->isVisible());
    }
    void saveAccepted()
    {
        QSignalSpy spy(m_dialog.get(), &QDialog::accepted);
        m_dialog->save();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }
    QStringList faults()
    {
        QStringList texts;
        for (const QLabel *label : m_dialog->form().findChildren<QLabel *>())
            if (label->property("fault").toBool() && !label->isHidden())
                texts << label->text();
        return texts;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<Settings>(m_site.dir().filePath(u"s.ini"_s));
        const auto made = RegistryService(m_site.session())
                              .addHousehold(AreaCode::fromString(u"341323114201"_s),
                                            {{household::f("household_no"), Value(u"3413231140000101"_s)}},
                                            {{kName, Value(u"朱西宝"_s)},
                                             {member::f("phone"), Value(u"13800001111"_s)}});
        FFP_VERIFY(made);
        m_household = *made;
    }
    void init()
    {
        test::ScriptedDialogs::install();
        m_site.clock.set(QDate(2026, 11, 1));
    }
    void cleanup()
    {
        m_dialog.reset();
        replaceDialogs(nullptr);
        QThreadPool::globalInstance()->waitForDone();
    }

    void sensitiveValueIsMaskedUntilAskedFor()
    {
        openFor(members().front());
        QVERIFY(!input(member::f("phone")).text().contains(u"0000"_s));
        Q_EMIT m_dialog->form().revealRequested(member::f("phone"));
        QTRY_COMPARE_WITH_TIMEOUT(input(member::f("phone")).text(), u"13800001111"_s, kLongMs);
    }
    void missingFieldsAreNamedBeforeAnythingIsSaved()
    {
        openNew();
        saveRefused();
        QVERIFY(!faults().isEmpty());
        QVERIFY(!m_dialog->message().text().isEmpty());
        QCOMPARE(members().size(), size_t(1));
    }
    void faultOfTheFormKeepsTheText()
    {
        openFor(members().front());
        type(member::f("birth_date"), u"19801332"_s);
        saveRefused();
        QCOMPARE(faults().size(), 1);
        QCOMPARE(input(member::f("birth_date")).text(), u"19801332"_s);
    }
    /// The form knows the day on which it was opened; the service asks the clock again.
    void refusalOfTheServiceStandsBesideTheFieldAndKeepsTheText()
    {
        const QString born = test::sampleIdNumber(QDate(2026, 10, 20), 1);
        openFor(members().front());
        type(kIdNo, born);
        m_site.clock.set(QDate(2026, 10, 19));
        saveRefused();
        QCOMPARE(faults().size(), 1);
        QCOMPARE(input(kIdNo).text(), born);
        QVERIFY(!m_dialog->message().text().contains(born));
        QVERIFY(!input(kIdNo).isReadOnly());
        m_site.clock.set(QDate(2026, 10, 20));
        type(kIdNo, born);
        saveAccepted(); // the same text on the right day
        QCOMPARE(members().front()[kIdNo], Value(born));
    }
    void secondHeadIsRefusedBesideTheField()
    {
        openNew();
        for (const auto &[field, value] :
             {std::pair(kName, Value(u"田有福"_s)), std::pair(member::f("relation"), Value(u"head"_s))})
            m_dialog->form().editor(field)->setTyped(value);
        sayHow(u"marry_in"_s, u"结婚证"_s);
        saveRefused();
        QCOMPARE(faults().size(), 1);
        QCOMPARE(input(kName).text(), u"田有福"_s);
        QCOMPARE(members().size(), size_t(1));
    }
    /// How somebody comes, when and why is asked; the form does not ask for it a second time.
    void newMemberComesInAGuidedStep()
    {
        openNew();
        for (const FieldRef asked : {member::f("change_kind"), member::f("change_on")})
            QVERIFY(!m_dialog->form().editor(asked));
        QCOMPARE(m_dialog->kind().count(), 4); // the ways of coming, none of leaving
        for (const auto &[field, value] :
             {std::pair(kName, Value(u"田有福"_s)), std::pair(member::f("relation"), Value(u"spouse"_s))})
            m_dialog->form().editor(field)->setTyped(value);
        saveRefused();
        QVERIFY(!m_dialog->message().text().isEmpty());
        sayHow(u"marry_in"_s, QString());
        saveRefused();
        sayHow(u"marry_in"_s, u"结婚证"_s);
        m_dialog->day().setTyped(Value(u"2026-10-28"_s));
        saveAccepted();
        QCOMPARE(members().size(), size_t(2));
        QCOMPARE(members().back()[kName], Value(u"田有福"_s));
        QCOMPARE(members().back()[member::f("change_kind")], Value(u"marry_in"_s));
        QCOMPARE(members().back()[member::f("change_on")], Value(u"2026-10-28"_s));
    }
    void memberWhoIsThereIsCorrectedWithoutAKindOfChange()
    {
        openFor(members().front());
        QVERIFY(!m_dialog->findChild<QComboBox *>(u"kind"_s));
        QVERIFY(m_dialog->form().editor(member::f("change_kind")));
    }
    /// Beside the field, and it stops nobody; the number of somebody who is there does when it is saved.
    void somebodyLikeItIsNamedBesideTheField()
    {
        FFP_VERIFY(test::editRecord(m_site.session(), members().front().id,
                                    {{member::f("birth_date"), Value(u"1960-05-05"_s)},
                                     {member::f("sex"), Value(u"male"_s)}}));
        openNew();
        QSignalSpy shown(m_dialog.get(), &RecordDialog::likeShown);
        m_dialog->form().editor(member::f("birth_date"))->setTyped(Value(u"1960-05-05"_s));
        typeChinese(kName, u"朱溪宝"_s);
        QVERIFY(shown.wait(kLongMs));
        QVERIFY(m_dialog->form().note(kName).contains(u"朱西宝"_s));
        QVERIFY(m_dialog->form().note(kName).contains(u"3413231140000101"_s));
        QVERIFY(faults().isEmpty());
        shown.clear();
        typeChinese(kName, u"周大全"_s);
        QVERIFY(shown.wait(kLongMs));
        QVERIFY(m_dialog->form().note(kName).isEmpty());
        m_dialog->form().editor(kName)->setTyped(Value()); // nothing is lost by closing
    }
    void staysOpenWhileItIsSaved()
    {
        openFor(members().front());
        type(member::f("work_months"), u"7"_s);
        QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
        m_dialog->save();
        QVERIFY(input(kName).isReadOnly());
        m_dialog->reject();
        QVERIFY(m_dialog->isVisible());
        m_dialog->save(); // once only
        QVERIFY(!accepted.isEmpty() || accepted.wait(kLongMs));
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(members().front()[member::f("work_months")], Value(7));
    }
    void givingUpAsksFirst()
    {
        auto &dialogs = test::ScriptedDialogs::install();
        openFor(members().front());
        type(member::f("work_months"), u"9"_s);
        dialogs.answer = 1; // go on typing
        m_dialog->reject();
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(input(member::f("work_months")).text(), u"9"_s);
        dialogs.answer = 0;
        m_dialog->reject();
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(dialogs.questions, 2);
        QVERIFY(!(members().front()[member::f("work_months")] == Value(9)));
    }
};

QTEST_MAIN(TestRecordDialog)
#include "tst_recorddialog.moc"
