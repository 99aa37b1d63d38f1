// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "tests/support/family.h"
#include "tests/support/testsupport.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/household/duplicatesdialog.h"
#include "ui/household/familydialog.h"
#include "ui/household/personmergedialog.h"
#include "ui/household/relationsgrid.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestDuplicatesDialog : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    std::unique_ptr<FamilySite> m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<DuplicatesDialog> m_list;
    std::unique_ptr<PersonMergeDialog> m_merge;
    RecordId m_home;
    RecordId m_other;

    PageContext context() { return {m_site->session(), *m_settings}; }
    void openList()
    {
        m_list = std::make_unique<DuplicatesDialog>(context(), AreaCode());
        m_list->show();
        QSignalSpy loaded(m_list.get(), &DuplicatesDialog::loaded);
        QVERIFY(loaded.wait(kLongMs));
    }
    void openMerge(const QString &keep, const QString &drop)
    {
        const auto entry = [&](const QString &name) {
            const RecordId id = m_site->person(name);
            return LikeEntry{id, m_site->record(id)[member::f("household_id")].toRef(), name, {}, {}, {}};
        };
        m_merge = std::make_unique<PersonMergeDialog>(context(), LikeEntries{entry(keep), entry(drop),
                                                                             u"looks_alike"_s});
        m_merge->QDialog::show();
        QSignalSpy shown(m_merge.get(), &PersonMergeDialog::shown);
        QVERIFY(shown.wait(kLongMs));
    }
    void set(const QString &name, const FieldValues &values)
    {
        FFP_VERIFY(editRecord(m_site->session(), m_site->person(name), values));
    }
    void apply()
    {
        QSignalSpy answered(m_merge.get(), &PersonMergeDialog::answered);
        m_merge->apply();
        QVERIFY(!answered.isEmpty() || answered.wait(kLongMs));
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<FamilySite>();
        m_settings = std::make_unique<Settings>(m_site->dir().filePath(u"s.ini"_s));
        m_home = m_site->household(u"0001"_s, u"朱甲:head:M 朱大明:son:M"_s);
        m_other = m_site->household(u"0002"_s, u"朱太明:head:M 朱妻:spouse:F"_s);
        for (const QString &name : {u"朱大明"_s, u"朱太明"_s})
            set(name, {{member::f("birth_date"), Value(u"1990-01-01"_s)}});
    }
    void cleanup()
    {
        m_merge.reset();
        m_list.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void listsPairsAndRemembersWhoIsNotTheSame()
    {
        openList();
        QCOMPARE(m_list->pairs().size(), size_t(1));
        QVERIFY(m_list->mergeButton().isEnabled());
        QVERIFY(!m_list->distinctButton().isEnabled()); // a reason is wanted
        m_list->reason().setText(u"堂兄弟，村干部证实"_s);
        QVERIFY(m_list->distinctButton().isEnabled());
        QSignalSpy loaded(m_list.get(), &DuplicatesDialog::loaded);
        m_list->distinctButton().click();
        QVERIFY(loaded.wait(kLongMs));
        QVERIFY(m_list->pairs().empty());
        QVERIFY(!m_list->mergeButton().isEnabled());
        QVERIFY(!m_list->message().text().isEmpty());
    }
    void listsHouseholdsAndMergesThem()
    {
        openList();
        for (const RecordId &home : {m_home, m_other})
            FFP_VERIFY(editRecord(m_site->session(), home,
                                  {{household::f("bank_account"), Value(u"6217000000000000001"_s)}}));
        QSignalSpy loaded(m_list.get(), &DuplicatesDialog::loaded);
        m_list->kind().setCurrentIndex(1);
        QVERIFY(loaded.wait(kLongMs));
        QCOMPARE(m_list->pairs().size(), size_t(1));
        QCOMPARE(m_list->pairs().front().why, u"same_account"_s);
        m_list->mergeButton().click();
        QTRY_VERIFY_WITH_TIMEOUT(m_list->findChild<FamilyDialog *>(), kLongMs);
        auto *family = m_list->findChild<FamilyDialog *>();
        QTRY_VERIFY_WITH_TIMEOUT(!family->relations().editors().empty(), kLongMs);
    }

    /// Of each field that differs one value stays; a blank is filled.
    void mergesByChoice()
    {
        set(u"朱大明"_s, {{member::f("work_months"), Value(3)}});
        set(u"朱太明"_s, {{member::f("work_months"), Value(9)}, {member::f("school"), Value(u"县中"_s)}});
        m_other = m_site->household(u"0003"_s, u"朱丁:head:M"_s);
        openMerge(u"朱大明"_s, u"朱太明"_s);
        QVERIFY(m_merge->choice(member::f("name")).first->isChecked());
        QVERIFY(m_merge->choice(member::f("school")).second->isChecked());
        QVERIFY(!m_merge->choice(member::f("school")).first->isEnabled());
        QVERIFY(!m_merge->choice(member::f("birth_date")).first); // both say the same
        m_merge->choice(member::f("work_months")).second->setChecked(true);
        QVERIFY(!m_merge->action().isEnabled());
        m_merge->reason().setText(u"同一人"_s);
        QVERIFY(m_merge->head().isVisible());
        QVERIFY(!m_merge->action().isEnabled()); // who follows is wanted
        m_merge->head().setCurrentIndex(0);
        QVERIFY(m_merge->action().isEnabled());
        apply();
        QVERIFY(!m_merge->isVisible());
        const Record now = m_site->record(m_site->person(u"朱大明"_s));
        QCOMPARE(now[member::f("work_months")], Value(9));
        QCOMPARE(now[member::f("school")].toText(), u"县中"_s);
        QVERIFY(m_site->person(u"朱太明"_s).isNull());
    }
    void theOtherOneMayStay()
    {
        openMerge(u"朱大明"_s, u"朱太明"_s);
        QSignalSpy shown(m_merge.get(), &PersonMergeDialog::shown);
        m_merge->swapButton().click();
        QVERIFY(shown.wait(kLongMs));
        QVERIFY(!m_merge->head().isVisible()); // the son heads nothing
        m_merge->reason().setText(u"同一人"_s);
        apply();
        QVERIFY(m_site->person(u"朱大明"_s).isNull());
        QCOMPARE(m_site->there(m_other), u"朱太明:head 朱妻:spouse"_s);
        QCOMPARE(m_site->there(m_home), u"朱甲:head"_s);
    }
    void aRefusalKeepsTheDialogOpen()
    {
        openMerge(u"朱大明"_s, u"朱太明"_s);
        m_merge->reason().setText(u"同一人"_s);
        m_merge->head().setCurrentIndex(0);
        FFP_VERIFY(
            m_site->changes().leave(m_site->person(u"朱大明"_s), u"move_out"_s, {}, m_site->occasion()));
        apply();
        QVERIFY(m_merge->isVisible());
        QVERIFY(!m_merge->message().text().isEmpty());
        QCOMPARE(m_merge->reason().text(), u"同一人"_s);
    }
    /// A certificate number is shown whole only when somebody asks, and that is recorded.
    void numbersAreMasked()
    {
        set(u"朱大明"_s, {{member::f("phone"), Value(u"13800001111"_s)}});
        openMerge(u"朱大明"_s, u"朱太明"_s);
        const QRadioButton *phone = m_merge->choice(member::f("phone")).first;
        QVERIFY(!phone->text().contains(u"0000"_s));
        QPushButton *eye = nullptr;
        for (QPushButton *button : m_merge->findChildren<QPushButton *>())
            if (button->property("link").toBool())
                eye = button;
        QVERIFY(eye && eye->isVisible());
        eye->click();
        QTRY_COMPARE_WITH_TIMEOUT(phone->text(), u"13800001111"_s, kLongMs);
        QVERIFY(!eye->isVisible());
    }
};

QTEST_MAIN(TestDuplicatesDialog)
#include "tst_duplicatesdialog.moc"
