// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/entryactions.h"

#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/services/entryservice.h"
#include "core/services/registryservice.h"
#include "tests/support/family.h"
#include "tests/support/testsupport.h"
#include "ui/common/fieldeditor.h"
#include "ui/household/recordform.h"
#include "ui/household/recordtab.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

/// The tables of a household page and what their buttons do, to the end of the dialog.
class TestEntryActions : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;
    test::FamilySite m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_page;
    EntryActions *m_actions = nullptr;
    RecordId m_home;
    QPointer<RecordDialog> m_dialog;

    void type(FieldRef field, const QString &text)
    {
        auto *input = m_dialog->form().editor(field)->findChild<QLineEdit *>();
        QVERIFY(input);
        input->clear();
        QTest::keyClicks(input, text);
    }
    void save(bool accepted)
    {
        QSignalSpy good(m_dialog, &QDialog::accepted);
        QSignalSpy bad(m_dialog, &RecordDialog::refused);
        m_dialog->save();
        QVERIFY(QTest::qWaitFor([&] { return !good.isEmpty() || !bad.isEmpty(); }, kLongMs));
        QCOMPARE(!good.isEmpty(), accepted);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void giveUp()
    {
        m_dialog->done(QDialog::Rejected);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    HouseholdDetail detail()
    {
        auto found = m_site.registry().household(m_home);
        return found ? *found : HouseholdDetail();
    }

private Q_SLOTS:
    void init()
    {
        if (!m_settings)
            m_settings = std::make_unique<Settings>(m_site.dir().filePath(u"s.ini"_s));
        static int number = 0;
        m_home = m_site.household(u"341323114201%1"_s.arg(++number, 4, 10, QChar(u'0')),
                                  u"朱甲:head:M 乙:spouse:F"_s);
        m_page = std::make_unique<QWidget>();
        m_actions = new EntryActions(PageContext{m_site.session(), *m_settings}, m_page.get());
        m_actions->setHousehold(m_home);
        connect(m_actions, &EntryActions::asked, this, [this](RecordDialog *dialog) { m_dialog = dialog; });
    }

    void aYearIsAddedAndASecondOneRefusedBesideTheField()
    {
        m_actions->add(Entity::LivingConditions);
        QVERIFY(m_dialog);
        QCOMPARE(m_dialog->form().editor(living::f("year"))->value(), Value(2026)); // of today
        type(living::f("arable_mu"), u"3.5"_s);
        save(true);
        QCOMPARE(detail().living.size(), 1U);
        QCOMPARE(detail().living.front()[living::f("arable_mu")], Value(350));
        m_actions->add(Entity::LivingConditions);
        save(false);
        QVERIFY(!m_dialog->form().editor(living::f("year"))->fault().isEmpty());
        giveUp();
    }

    void aCheckMayNameAMember()
    {
        m_actions->add(Entity::SafeguardCheck);
        QVERIFY(m_dialog);
        QSignalSpy guided(m_dialog, &RecordDialog::guided);
        QVERIFY(guided.wait(kLongMs));
        const auto *box = m_dialog->form().editor(safeguard::f("member_id"))->findChild<QComboBox *>();
        QCOMPARE(box->count(), 3); // nobody, and the two
        type(safeguard::f("item"), u"3"_s);
        type(safeguard::f("status"), u"2"_s);
        type(safeguard::f("member_id"), u"2"_s);
        save(true);
        const HouseholdDetail after = detail();
        QCOMPARE(after.safeguards.size(), 1U);
        QCOMPARE(after.safeguards.front()[safeguard::f("item")], Value(u"education"_s));
        QCOMPARE(after.safeguards.front()[safeguard::f("member_id")], Value(detail().members.back().id));
    }

    void aRiskBelongsToTheCaseThatIsChosen()
    {
        RecordId cases[2];
        for (RecordId &one : cases)
            one = test::addRecord(m_site.session(), Entity::Case,
                                  {{casefile::f("household_id"), Value(m_home)},
                                   {casefile::f("monitor_class"), Value(u"edge"_s)},
                                   {casefile::f("status"), Value(u"active"_s)}});
        m_actions->add(Entity::CaseRisk);
        type(case_risk::f("kind"), u"1"_s);
        save(false); // which of the two?
        giveUp();
        m_actions->setCase(cases[1]);
        m_actions->add(Entity::CaseRisk);
        type(case_risk::f("kind"), u"1"_s);
        save(true);
        QCOMPARE(detail().risks.front()[case_risk::f("case_id")], Value(cases[1]));
    }

    void aMistakeIsTakenOutWithAReason()
    {
        FFP_VERIFY(EntryService(m_site.session())
                       .add(Entity::LivingConditions, m_home, {{living::f("year"), Value(2026)}}));
        RecordTab tab({Entity::LivingConditions, {living::f("year")}, u"none"_s, u"add"_s, {}, u"mistake"_s});
        m_actions->serve(tab, Entity::LivingConditions);
        const QList<QPushButton *> buttons = tab.findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 2);
        QVERIFY(!buttons.last()->isEnabled()); // nothing is chosen
        tab.setRecords(detail().living);
        QVERIFY(buttons.last()->isEnabled());
        buttons.last()->click();
        save(false); // no reason
        m_dialog->recordForm().noteEdit().setText(u"录错年度"_s);
        save(true);
        QVERIFY(detail().living.empty());
        tab.setAddEnabled(false);
        QVERIFY(!buttons.first()->isEnabled() && !buttons.last()->isEnabled());
    }

    void contradictionsAreToldWhileTyping()
    {
        const Record person = detail().members.back();
        m_actions->open(person, {Entity::Member, 0});
        FieldForm &form = m_dialog->form();
        QVERIFY(form.remark(member::f("work_months")).isEmpty());
        type(member::f("work_months"), u"13"_s);
        QVERIFY(form.remark(member::f("work_months")).contains(u"12"_s)
                || !form.editor(member::f("work_months"))->fault().isEmpty());
        type(member::f("work_months"), u"12"_s);
        QVERIFY(form.remark(member::f("work_months")).isEmpty());
        // Of what is missing a new entry says nothing while it is being filled in.
        giveUp();
        m_actions->add(Entity::Member);
        QVERIFY(m_dialog->form().remark(member::f("education")).isEmpty());
        giveUp();
        m_actions->open(person, {Entity::Member, 0});
        QVERIFY(!m_dialog->form().remark(member::f("education")).isEmpty());
        giveUp();
    }
};

QTEST_MAIN(TestEntryActions)
#include "tst_entryactions.moc"
