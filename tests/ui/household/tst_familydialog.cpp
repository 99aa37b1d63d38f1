// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "tests/support/family.h"
#include "tests/support/testsupport.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/messagebar.h"
#include "ui/household/familydialog.h"
#include "ui/household/relationsgrid.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestFamilyDialog : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    std::unique_ptr<FamilySite> m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FamilyDialog> m_dialog;
    RecordId m_home;

    void open(FamilyStep step, const QString &member = {})
    {
        const auto detail = m_site->registry().household(m_home);
        FFP_VERIFY(detail);
        m_dialog = std::make_unique<FamilyDialog>(PageContext{m_site->session(), *m_settings}, step, *detail,
                                                  m_site->person(member));
        m_dialog->show();
    }
    static void choose(QComboBox &box, RecordId person)
    {
        box.setCurrentIndex(box.findData(QVariant::fromValue(person)));
    }
    void check(const QString &name)
    {
        QListWidget &list = m_dialog->leaving();
        for (int i = 0; i < list.count(); ++i)
            if (list.item(i)->text().startsWith(name + u' '))
                list.item(i)->setCheckState(Qt::Checked);
    }
    void apply()
    {
        QSignalSpy answered(m_dialog.get(), &FamilyDialog::answered);
        m_dialog->apply();
        QVERIFY(!answered.isEmpty() || answered.wait(kLongMs));
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<FamilySite>();
        m_settings = std::make_unique<Settings>(m_site->dir().filePath(u"s.ini"_s));
        m_home = m_site->household(u"0001"_s,
                                   u"朱甲:head:M 朱妻:spouse:F 朱子:son:M 朱媳:daughter_in_law:F"_s);
    }
    void cleanup()
    {
        m_dialog.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void aMemberLeaves()
    {
        open(FamilyStep::Leave, u"朱媳"_s);
        QCOMPARE(m_dialog->who().currentData().value<RecordId>(), m_site->person(u"朱媳"_s));
        QVERIFY(!m_dialog->head().isVisible()); // nobody has to follow
        QVERIFY(!m_dialog->action().isEnabled());
        m_dialog->reason().setText(u"户口迁出"_s);
        QVERIFY(m_dialog->action().isEnabled());
        apply();
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_site->there(m_home), u"朱甲:head 朱妻:spouse 朱子:son"_s);
    }

    /// Who follows and what the others are to them is asked before anything is written.
    void theHeadDies()
    {
        open(FamilyStep::Leave, u"朱甲"_s);
        QVERIFY(m_dialog->head().isVisible());
        m_dialog->reason().setText(u"死亡证明"_s);
        QVERIFY(!m_dialog->action().isEnabled());
        QVERIFY(!m_dialog->relations().isVisible());
        choose(m_dialog->head(), m_site->person(u"朱子"_s));
        QVERIFY(m_dialog->relations().isVisible());
        QCOMPARE(m_dialog->relations().relations(),
                 (std::map<RecordId, QString>{{m_site->person(u"朱妻"_s), u"mother"_s},
                                              {m_site->person(u"朱媳"_s), u"spouse"_s}}));
        apply();
        QCOMPARE(m_site->there(m_home), u"朱子:head 朱妻:mother 朱媳:spouse"_s);
    }

    /// A refusal stays on the screen with everything that was entered.
    void aRefusalKeepsTheDialogOpen()
    {
        open(FamilyStep::NewHead);
        choose(m_dialog->head(), m_site->person(u"朱妻"_s));
        m_dialog->reason().setText(u"年老"_s);
        for (FieldEditor *editor : m_dialog->relations().editors())
            editor->setTyped(Value(u"son"_s)); // the daughter-in-law is no son
        apply();
        QVERIFY(m_dialog->isVisible());
        QVERIFY(!m_dialog->message().text().isEmpty());
        QCOMPARE(m_dialog->reason().text(), u"年老"_s);
        QCOMPARE(m_site->there(m_home), u"朱甲:head 朱妻:spouse 朱子:son 朱媳:daughter_in_law"_s);
    }

    void theYoungCoupleFoundsAHousehold()
    {
        open(FamilyStep::Split);
        m_dialog->reason().setText(u"分户申请"_s);
        check(u"朱子"_s);
        check(u"朱媳"_s);
        // The first who was ticked heads it, until another one is chosen.
        QCOMPARE(m_dialog->head().currentData().value<RecordId>(), m_site->person(u"朱子"_s));
        choose(m_dialog->head(), m_site->person(u"朱媳"_s));
        choose(m_dialog->head(), m_site->person(u"朱子"_s));
        QVERIFY(m_dialog->action().isEnabled());
        apply();
        QCOMPARE(m_site->there(m_home), u"朱甲:head 朱妻:spouse"_s);
        const RecordId made = m_site->record(m_site->person(u"朱子"_s))[member::f("household_id")].toRef();
        QCOMPARE(m_site->there(made), u"朱子:head 朱媳:spouse"_s);
    }
    void theHeadGoesWithANewHousehold()
    {
        open(FamilyStep::Split);
        m_dialog->reason().setText(u"离婚"_s);
        check(u"朱甲"_s);
        QCOMPARE(m_dialog->head().currentData().value<RecordId>(), m_site->person(u"朱甲"_s));
        QVERIFY(!m_dialog->action().isEnabled());
        QComboBox *follows = nullptr;
        for (QComboBox *box : m_dialog->findChildren<QComboBox *>())
            if (box->isVisible() && box != &m_dialog->head())
                follows = box;
        QVERIFY(follows);
        choose(*follows, m_site->person(u"朱妻"_s));
        QVERIFY(m_dialog->action().isEnabled());
        apply();
        QCOMPARE(m_site->there(m_home), u"朱妻:head 朱子:son 朱媳:daughter_in_law"_s);
    }

    void joinsAnotherHousehold()
    {
        const RecordId other = m_site->household(u"0002"_s, u"朱父:head:M"_s);
        open(FamilyStep::Merge);
        m_dialog->reason().setText(u"合户"_s);
        QSignalSpy shown(m_dialog.get(), &FamilyDialog::otherShown);
        m_dialog->other().setText(u"没有此户"_s);
        Q_EMIT m_dialog->other().editingFinished();
        QVERIFY(shown.wait(kLongMs));
        QVERIFY(m_dialog->message().text().contains(u"没有此户"_s));
        QVERIFY(!m_dialog->action().isEnabled());
        m_dialog->other().setText(u"0002"_s);
        Q_EMIT m_dialog->other().editingFinished();
        QVERIFY(shown.wait(kLongMs));
        QVERIFY(m_dialog->action().isEnabled());
        apply(); // nothing said yet
        QVERIFY(m_dialog->isVisible());
        const QStringList relations{u"son"_s, u"daughter_in_law"_s, u"grandson"_s, u"other"_s};
        const auto editors = m_dialog->relations().editors();
        QCOMPARE(editors.size(), size_t(4));
        for (size_t i = 0; i < editors.size(); ++i)
            editors[i]->setTyped(Value(relations[qsizetype(i)]));
        apply();
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_site->there(m_home), u"void"_s);
        QCOMPARE(m_site->there(other), u"朱父:head 朱甲:son 朱妻:daughter_in_law 朱子:grandson 朱媳:other"_s);
    }

    void joinsAHouseholdOfAnotherVillage()
    {
        const RecordId other = m_site->household(u"0002"_s, u"朱父:head:M"_s, u"341323114202"_s);
        m_home = m_site->household(u"0003"_s, u"朱弟:head:M"_s);
        open(FamilyStep::Merge);
        m_dialog->reason().setText(u"合户"_s);
        QVERIFY(!m_dialog->village().isVisible());
        QSignalSpy shown(m_dialog.get(), &FamilyDialog::otherShown);
        m_dialog->other().setText(u"0002"_s);
        Q_EMIT m_dialog->other().editingFinished();
        QVERIFY(shown.wait(kLongMs));
        m_dialog->relations().editors().front()->setTyped(Value(u"son"_s));
        QVERIFY(m_dialog->village().isVisible());
        QCOMPARE(m_dialog->village().count(), 2);
        QVERIFY(!m_dialog->action().isEnabled()); // in which one they live is to be said
        m_dialog->village().setCurrentIndex(1);
        QVERIFY(m_dialog->action().isEnabled());
        apply();
        QCOMPARE(m_site->there(other), u"朱父:head 朱弟:son"_s);
        QCOMPARE(m_site->record(m_site->person(u"朱弟"_s)).area.toString(), u"341323114202"_s);
    }

    void movesToAnotherVillage()
    {
        open(FamilyStep::Move);
        QSignalSpy shown(m_dialog.get(), &FamilyDialog::otherShown);
        m_dialog->reason().setText(u"投靠子女"_s);
        QVERIFY(!m_dialog->action().isEnabled());
        QVERIFY(!m_dialog->group().isVisible());
        QComboBox &village = m_dialog->village();
        const int at = village.findData(QVariant::fromValue(AreaCode::fromString(u"341323114202"_s)));
        QVERIFY(at >= 0);
        QCOMPARE(village.findData(QVariant::fromValue(AreaCode::fromString(kFamilyVillage))), -1);
        village.setCurrentIndex(at);
        QVERIFY(m_dialog->group().isVisible());
        m_dialog->group().setText(u"一组"_s);
        QVERIFY(!shown.isEmpty() || shown.wait(kLongMs)); // what goes along
        apply();
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_site->there(m_home), u"void"_s);
        const RecordId now = m_site->changes().whereItWent(m_home).value();
        QCOMPARE(m_site->record(now).area.toString(), u"341323114202"_s);
        QCOMPARE(m_site->record(now)[household::f("villager_group")].toText(), u"一组"_s);
    }
    void movesOutOfTheArea()
    {
        open(FamilyStep::Move);
        m_dialog->reason().setText(u"全家迁往县城"_s);
        m_dialog->village().setCurrentIndex(m_dialog->village().count() - 1);
        QVERIFY(!m_dialog->group().isVisible()); // there is nobody to ask
        apply();
        QCOMPARE(m_site->there(m_home), u"void"_s);
        QVERIFY(m_site->changes().whereItWent(m_home).value() == m_home);
    }

    void aMistakeIsTakenOut()
    {
        open(FamilyStep::Void);
        QVERIFY(!m_dialog->action().isEnabled());
        m_dialog->reason().setText(u"重复录入"_s);
        apply();
        QCOMPARE(m_site->there(m_home), u"void"_s);
    }
};

QTEST_MAIN(TestFamilyDialog)
#include "tst_familydialog.moc"
