// SPDX-License-Identifier: GPL-3.0-or-later
// The preview of an import shows where file and register differ, and what a person chooses is what is
// written.
#include "core/domain/fields/memberfields.h"
#include "core/log/logcipher.h"
#include "core/store/recordstore.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "tests/support/zipbuilder.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/import/differencesview.h"
#include "ui/import/importpage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QThreadPool>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestDifferences : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 60'000;

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ImportPage> m_page;

    /// The small list with what each person can do, and with a phone.
    QString list(const QByteArray &skills, const QByteArray &phone, const QString &name = u"名单.csv"_s)
    {
        QByteArrayList lines = sampleWorkbook(u"list.csv"_s).trimmed().split('\n');
        lines[1] += ",实用技术/职业技能,成员联系电话";
        for (qsizetype i = 2; i < lines.size(); ++i)
            lines[i] += ',' + skills + ',' + phone;
        return writeFile(m_site->dir().path(), name, lines.join('\n'));
    }
    void settle(const std::function<void()> &act)
    {
        QSignalSpy spy(m_page.get(), &ImportPage::settled);
        act();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }
    Record person(const QString &name)
    {
        Selection byName;
        byName.where = u"t.name = ?"_s;
        byName.args = {name};
        const auto found = RecordStore(m_site->session().database(), m_site->session().cipher())
                               .select(Entity::Member, byName);
        return found && found->size() == 1 ? found->front() : Record();
    }
    QString cell(int row, DifferenceModel::Column column)
    {
        return m_page->differences().table().model()->index(row, column).data().toString();
    }
    int rows() { return m_page->differences().table().model()->rowCount(); }

private Q_SLOTS:
    void init()
    {
        ScriptedDialogs::install();
        m_site = std::make_unique<TestSite>();
        m_settings = std::make_unique<Settings>(m_site->dir().filePath(u"s.ini"_s));
        m_page = std::make_unique<ImportPage>(PageContext{m_site->session(), *m_settings});
        m_page->resize(1000, 600);
        m_page->show();
        settle([this] { m_page->read({list("木工", "13900000001")}); });
        settle([this] { m_page->importNow(); });
        FFP_VERIFY(
            editRecord(m_site->session(), person(u"李四"_s).id, {{member::f("skills"), Value(u"电工"_s)}}));
        settle([this] { m_page->read({list("瓦工", "13900000009", u"新.csv"_s)}); });
        m_page->tabs().setCurrentIndex(1);
    }
    void cleanup()
    {
        m_page.reset();
        QThreadPool::globalInstance()->waitForDone();
        m_site.reset();
    }
    void cleanupTestCase() { replaceDialogs(nullptr); }

    void shown()
    {
        QCOMPARE(rows(), 10); // five persons, two values
        DifferencesView &view = m_page->differences();
        QVERIFY(m_page->tabs().tabText(1).contains(u"10"_s));
        for (int row = 0; row < rows(); ++row)
            for (int column = 0; column < DifferenceModel::Columns; ++column)
                QVERIFY(!cell(row, DifferenceModel::Column(column)).contains(u"13900000009"_s));
        view.which().setCurrentIndex(1); // typed here
        QCOMPARE(rows(), 1);
        QCOMPARE(cell(0, DifferenceModel::Person), u"李四"_s);
        QCOMPARE(cell(0, DifferenceModel::Here), u"电工"_s);
        QCOMPARE(cell(0, DifferenceModel::InFile), u"瓦工"_s);
        QVERIFY(cell(0, DifferenceModel::Origin).contains(m_site->session().user().shownName()));
        QCOMPARE(cell(0, DifferenceModel::Taken), DifferenceModel::tr("from the file"));
    }
    void kept()
    {
        DifferencesView &view = m_page->differences();
        view.which().setCurrentIndex(1);
        view.reason().setText(u"以入户核实为准"_s);
        settle([&] { view.keepButton().click(); });
        QCOMPARE(m_page->tabs().currentIndex(), 1); // the person stays where they are
        QCOMPARE(view.which().currentIndex(), 1);
        QCOMPARE(cell(0, DifferenceModel::Taken), DifferenceModel::tr("◆ kept here"));
        view.which().setCurrentIndex(2);
        QCOMPARE(rows(), 1);
        settle([this] { m_page->importNow(); });
        QCOMPARE(person(u"李四"_s)[member::f("skills")].toText(), u"电工"_s);
        QCOMPARE(person(u"李四"_s)[member::f("phone")].toText(), u"13900000009"_s);
        QCOMPARE(person(u"张三"_s)[member::f("skills")].toText(), u"瓦工"_s);
        QVERIFY(!view.keepButton().isVisible()); // it is over
    }
    void wholeColumnAndBack()
    {
        DifferencesView &view = m_page->differences();
        view.table().selectRow(0);
        QVERIFY(!view.keepButton().isEnabled()); // why?
        view.reason().setText(u"以入户核实为准"_s);
        QVERIFY(view.keepButton().isEnabled());
        const QString column = cell(0, DifferenceModel::Field);
        view.scope().setCurrentIndex(int(DifferencesView::Scope::Column));
        settle([&] { view.choose(Side::Register); });
        for (int row = 0; row < rows(); ++row)
            QCOMPARE(cell(row, DifferenceModel::Taken) == DifferenceModel::tr("◆ kept here"),
                     cell(row, DifferenceModel::Field) == column);
        view.scope().setCurrentIndex(int(DifferencesView::Scope::All));
        settle([&] { view.choose(Side::Register); });
        QCOMPARE(m_page->files()[0].imported, 0);
        settle([&] { view.choose(Side::File); });
        QCOMPARE(m_page->files()[0].imported, 5);
    }
    void aReasonThatCannotBe()
    {
        DifferencesView &view = m_page->differences();
        view.reason().setText(u"341323197001019013"_s);
        settle([&] { view.keepButton().click(); });
        QVERIFY(!m_page->message().text().isEmpty());
        QCOMPARE(m_page->files()[0].imported, 5);
        view.which().setCurrentIndex(2);
        QCOMPARE(rows(), 0);
    }
};

QTEST_MAIN(TestDifferences)
#include "tst_differences.moc"
