// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/visitfields.h"
#include "tests/support/family.h"
#include "tests/support/testsupport.h"
#include "ui/common/fieldform.h"
#include "ui/common/messagebar.h"
#include "ui/household/bulkdialog.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestBulkDialog : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    std::unique_ptr<FamilySite> m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<BulkDialog> m_dialog;
    std::vector<RecordId> m_homes;

    void open(BulkStep step)
    {
        std::vector<qint64> rids;
        for (const RecordId &id : m_homes)
            rids.push_back(m_site->record(id).rid);
        m_dialog = std::make_unique<BulkDialog>(PageContext{m_site->session(), *m_settings}, step, rids);
        m_dialog->show();
    }
    void apply()
    {
        QSignalSpy answered(m_dialog.get(), &BulkDialog::answered);
        m_dialog->apply();
        QVERIFY(!answered.isEmpty() || answered.wait(kLongMs));
    }
    size_t helpersOf(size_t home)
    {
        return m_site->registry().household(m_homes[home]).value().assignments.size();
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<FamilySite>();
        m_settings = std::make_unique<Settings>(m_site->dir().filePath(u"s.ini"_s));
        m_homes = {m_site->household(u"0001"_s, u"朱甲:head:M"_s),
                   m_site->household(u"0002"_s, u"田甲:head:M"_s)};
    }
    void cleanup()
    {
        m_dialog.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    void firstShownThenDone()
    {
        addRecord(m_site->session(), Entity::Assignment,
                  {{assignment::f("household_id"), Value(m_homes[1])},
                   {assignment::f("role"), Value(u"helper"_s)},
                   {assignment::f("name"), Value(u"李帮"_s)},
                   {assignment::f("started_on"), Value(u"2026-01-01"_s)}});
        open(BulkStep::Assign);
        apply(); // the name is missing
        QVERIFY(!m_dialog->message().text().isEmpty());
        QCOMPARE(helpersOf(0), size_t(0));

        m_dialog->form().setTyped({{assignment::f("name"), Value(u"李帮"_s)}});
        apply();
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(helpersOf(0), size_t(0)); // only shown
        QCOMPARE(m_dialog->outcome().done, 1);
        QVERIFY(m_dialog->left().isVisible());
        QCOMPARE(m_dialog->left().rowCount(), 1);
        QCOMPARE(m_dialog->left().item(0, 0)->text(), u"0002"_s);

        apply();
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(helpersOf(0), size_t(1));
        QCOMPARE(helpersOf(1), size_t(1));
    }

    void leadsToAHouseholdThatIsLeft()
    {
        const FieldValues helper{{assignment::f("name"), Value(u"李帮"_s)}};
        open(BulkStep::Assign);
        m_dialog->form().setTyped(helper);
        apply();
        apply(); // done: both have this helper
        open(BulkStep::Assign);
        m_dialog->form().setTyped(helper);
        apply();
        QCOMPARE(m_dialog->left().rowCount(), 2);
        QSignalSpy wanted(m_dialog.get(), &BulkDialog::householdWanted);
        const RecordId household = m_dialog->outcome().left.front().household;
        Q_EMIT m_dialog->left().activated(m_dialog->left().model()->index(0, 0));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().value<RecordId>(), household);
        QVERIFY(!m_dialog->isVisible());
    }

    /// What was shown is what is done: after typing it is shown anew.
    void typingGoesBackToThePreview()
    {
        open(BulkStep::Visit);
        m_dialog->form().setTyped({{visit::f("people"), Value(QStringList{u"王驻村"_s})}});
        apply();
        QCOMPARE(m_dialog->outcome().done, 2);
        QVERIFY(!m_dialog->outcomeText().isEmpty());
        m_dialog->form().setTyped({{visit::f("people"), Value(QStringList{u"李驻村"_s})}});
        Q_EMIT m_dialog->form().edited();
        QVERIFY(m_dialog->outcomeText().isEmpty());
        apply();
        QVERIFY(m_dialog->isVisible()); // shown again, not done
        apply();
        QVERIFY(!m_dialog->isVisible());
        const auto visits = m_site->registry().household(m_homes[0]).value().visits;
        QCOMPARE(visits.size(), size_t(1));
        QCOMPARE(visits[0][visit::f("people")].toList(), QStringList{u"李驻村"_s});
    }

    void nothingToDoIsNotOffered()
    {
        open(BulkStep::Set);
        for (const RecordId &home : m_homes)
            FFP_VERIFY(
                editRecord(m_site->session(), home, {{household::f("villager_group"), Value(u"三组"_s)}}));
        m_dialog->form().setTyped({{household::f("villager_group"), Value(u"三组"_s)}});
        apply();
        QCOMPARE(m_dialog->outcome().done, 0);
        QCOMPARE(m_dialog->left().rowCount(), 2);
        QVERIFY(!m_dialog->action().isEnabled());
    }
};

QTEST_MAIN(TestBulkDialog)
#include "tst_bulkdialog.moc"
