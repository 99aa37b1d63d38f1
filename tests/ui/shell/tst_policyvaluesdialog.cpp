// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/policyvaluesdialog.h"

#include "core/services/userservice.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestPolicyValuesDialog : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;
    test::TestSite m_site;
    std::unique_ptr<PolicyValuesDialog> m_dialog;

    void await(const std::function<void()> &act)
    {
        QSignalSpy spy(m_dialog.get(), &PolicyValuesDialog::loaded);
        act();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }
    QString counts(const QString &id)
    {
        const auto pack = PolicyService(m_site.session()).pack();
        return pack ? pack->parameter(id)->text(pack->value(id, m_site.clock.today())) : u"?"_s;
    }

private Q_SLOTS:
    void init()
    {
        m_dialog = std::make_unique<PolicyValuesDialog>(m_site.session());
        QSignalSpy spy(m_dialog.get(), &PolicyValuesDialog::loaded);
        QVERIFY(spy.wait(kLongMs));
    }

    void whatThePolicyFixesCannotBeSet()
    {
        m_dialog->selectKey(u"income_line"_s);
        QCOMPARE(m_dialog->currentKey(), u"income_line"_s);
        m_dialog->reason().setText(u"县里口径"_s);
        m_dialog->value().setText(u"6000"_s);
        QVERIFY(!m_dialog->setButton().isEnabled() && !m_dialog->value().isEnabled());
    }

    void aRuleSetIsChosenAndTakenBack()
    {
        const QString before = counts(u"income_rule_set"_s);
        m_dialog->selectKey(u"income_rule_set"_s);
        QVERIFY(m_dialog->choice().count() >= 4);
        m_dialog->choice().setCurrentIndex(m_dialog->choice().currentIndex() == 0 ? 1 : 0);
        const QString chosen = m_dialog->choice().currentData().toString();
        QVERIFY(!m_dialog->setButton().isEnabled()); // on what basis?
        m_dialog->reason().setText(u"县里口径"_s);
        QVERIFY(m_dialog->setButton().isEnabled() && !m_dialog->resetButton().isEnabled());
        await([&] { m_dialog->setButton().click(); });
        QCOMPARE(counts(u"income_rule_set"_s), chosen);
        QCOMPARE(m_dialog->currentKey(), u"income_rule_set"_s);
        QVERIFY(m_dialog->resetButton().isEnabled());
        await([&] { m_dialog->resetButton().click(); });
        QCOMPARE(counts(u"income_rule_set"_s), before);
        QVERIFY(!m_dialog->resetButton().isEnabled());
    }

    void wrongValuesAreRefusedWithASentence()
    {
        m_dialog->selectKey(u"red_due_days"_s);
        QCOMPARE(m_dialog->currentKey(), u"red_due_days"_s);
        const QString before = counts(u"red_due_days"_s);
        m_dialog->value().setText(u"二十"_s);
        m_dialog->reason().setText(u"镇里规定"_s);
        await([&] { m_dialog->setButton().click(); });
        QVERIFY(!m_dialog->message().text().isEmpty());
        QCOMPARE(m_dialog->value().text(), u"二十"_s); // what was typed stays
        QCOMPARE(counts(u"red_due_days"_s), before);
    }

    void unitsAreInTheLanguageOfTheWindow()
    {
        m_dialog->filter().setText(u"income_line"_s);
        const auto *model = m_dialog->table().model();
        QVERIFY(model->rowCount() > 0);
        QCOMPARE(model->index(0, 1).data().toString(), u"5000.00 yuan per person and year"_s);
    }

    void aWordFindsValues()
    {
        const int all = m_dialog->table().model()->rowCount();
        m_dialog->filter().setText(u"income_counts"_s);
        QVERIFY(m_dialog->table().model()->rowCount() > 0 && m_dialog->table().model()->rowCount() < all);
        m_dialog->filter().setText(u"no such thing"_s);
        QCOMPARE(m_dialog->table().model()->rowCount(), 0);
        QVERIFY(!m_dialog->setButton().isEnabled());
    }

    void othersMayLook()
    {
        m_dialog.reset();
        FFP_VERIFY(
            UserService(m_site.session()).add(u"shen"_s, u"审核"_s, Role::Reviewer, test::kAdminPassword));
        m_site.close();
        FFP_VERIFY(m_site.open(u"shen"_s));
        init();
        m_dialog->selectKey(u"red_due_days"_s);
        m_dialog->value().setText(u"20"_s);
        m_dialog->reason().setText(u"镇里规定"_s);
        QVERIFY(!m_dialog->setButton().isEnabled());
    }
};

QTEST_MAIN(TestPolicyValuesDialog)
#include "tst_policyvaluesdialog.moc"
