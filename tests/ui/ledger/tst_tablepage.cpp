// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/memberfields.h"
#include "core/settings/settings.h"
#include "tests/support/family.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsupport.h"
#include "ui/common/conditioneditor.h"
#include "ui/common/messagebar.h"
#include "ui/common/picklist.h"
#include "ui/ledger/documentview.h"
#include "ui/ledger/tablepage.h"
#include "ui/models/documenttablemodel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestTablePage : public QObject
{
    Q_OBJECT

private:
    static constexpr int kLongMs = 20'000;

    test::FamilySite m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<TablePage> m_page;

    QString cells()
    {
        if (!m_page->waitUntilLoaded(kLongMs))
            return u"! waiting"_s;
        const DocumentTableModel &model = m_page->view().model();
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList line;
            for (int column = 0; column < model.columnCount(); ++column)
                line << model.index(row, column).data().toString();
            rows << line.join(u' ');
        }
        return rows.join(u"; "_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_site.household(u"3413231142010001"_s, u"朱甲:head:M 朱乙:spouse:F"_s);
        m_site.household(u"3413231142010002"_s, u"李丙:head:M"_s);
        m_settings = std::make_unique<Settings>(m_site.dir().filePath(u"s.ini"_s));
    }
    void init()
    {
        m_page = std::make_unique<TablePage>(PageContext{m_site.session(), *m_settings});
        m_page->resize(1100, 700);
        m_page->show();
    }
    void cleanup()
    {
        m_page.reset();
        QThreadPool::globalInstance()->waitForDone();
        replaceDialogs(nullptr);
    }
    void countsHouseholdsFirst() { QCOMPARE(cells(), u"2"_s); }
    void countedByChoice()
    {
        m_page->subjects().setCurrentIndex(m_page->subjects().findData(u"member"_s));
        m_page->groups().add(u"sex"_s);
        m_page->figures().setChosen({});
        m_page->figures().add(u"persons"_s);
        QString counted = cells();
        QVERIFY2(counted.endsWith(u" 3"_s) && counted.count(u';') == 2,
                 qPrintable(counted)); // two rows, total
        m_page->conditions().addLine();
        const ConditionEditor::Line line = m_page->conditions().line(0);
        line.field->setCurrentIndex(line.field->findData(u"name"_s));
        line.compare->setCurrentIndex(line.compare->findData(int(Compare::Contains)));
        line.value->setEditText(u"李"_s);
        counted = cells();
        QVERIFY2(counted.endsWith(u" 1"_s) && counted.count(u';') == 1, qPrintable(counted));
    }
    void bandsOfNumbersOnly()
    {
        m_page->subjects().setCurrentIndex(m_page->subjects().findData(u"member"_s));
        m_page->groups().add(u"sex"_s);
        QVERIFY(!m_page->bands().isEnabled());
        m_page->groups().add(u"age"_s);
        QVERIFY(m_page->bands().isEnabled());
        m_page->bands().setText(u"16，60"_s);
        Q_EMIT m_page->bands().editingFinished();
        QCOMPARE(m_page->request().table.groups, (QStringList{u"sex"_s, u"age:16,60"_s}));
        m_page->groups().list().setCurrentRow(0);
        QVERIFY(!m_page->bands().isEnabled());
        m_page->groups().list().setCurrentRow(1);
        QCOMPARE(m_page->bands().text(), u"16,60"_s);
        m_page->bands().clear();
        Q_EMIT m_page->bands().editingFinished();
        QCOMPARE(m_page->request().table.groups, (QStringList{u"sex"_s, u"age"_s}));
    }
    void badBandsAreTold()
    {
        m_page->subjects().setCurrentIndex(m_page->subjects().findData(u"member"_s));
        m_page->groups().add(u"age"_s);
        m_page->bands().setText(u"60,16"_s);
        Q_EMIT m_page->bands().editingFinished();
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
        QVERIFY(!m_page->view().message().text().isEmpty());
        QVERIFY(!m_page->view().printed());
    }
    void keptShownAndRemoved()
    {
        test::ScriptedDialogs &dialogs = test::ScriptedDialogs::install();
        m_page->saveView();
        QVERIFY(!m_page->view().message().text().isEmpty()); // no name yet
        m_page->showTable(
            {u"女性成员"_s, {}, u"member"_s, u"sex = female"_s, {u"name"_s, u"relation"_s}, {}, {}, {}});
        QVERIFY(cells().startsWith(u"朱乙"_s));
        m_page->saveView();
        const int kept = m_page->views().findData(u"女性成员"_s);
        QVERIFY(kept > 0);
        m_page->showTable({u"别的"_s, {}, u"household"_s, {}, {}, {}, {u"households"_s}, {}});
        QCOMPARE(cells(), u"2"_s);
        Target target = Target::to(kTablesPage);
        target.args.insert(u"view"_s, u"女性成员"_s);
        m_page->open(target);
        QVERIFY(cells().startsWith(u"朱乙"_s));
        dialogs.answer = 1;
        m_page->removeView();
        QVERIFY(m_page->views().findData(u"女性成员"_s) > 0);
        dialogs.answer = 0;
        m_page->removeView();
        QCOMPARE(m_page->views().findData(u"女性成员"_s), -1);
    }
    void nothingChosenIsSaid()
    {
        m_page->figures().setChosen({});
        m_page->refresh();
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
        QVERIFY(!m_page->view().printed());
    }
};

QTEST_MAIN(TestTablePage)
#include "tst_tablepage.moc"
