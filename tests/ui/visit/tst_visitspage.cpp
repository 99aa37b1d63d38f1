// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/tableview.h"
#include "ui/visit/visitspage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QThreadPool>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestVisitsPage : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    test::TestSite m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<VisitsPage> m_page;
    RecordId m_first;
    RecordId m_second;

    RecordId addHousehold(const QString &name)
    {
        return RegistryService(m_site.session())
            .addHousehold(AreaCode::fromString(u"341323114201"_s), {}, {{member::f("name"), Value(name)}})
            .value_or(RecordId());
    }
    NewVisit visit(RecordId household, const QString &on) const
    {
        return {.household = household,
                .values = {{visit::f("visited_on"), Value(on)},
                           {visit::f("mode"), Value(u"wechat"_s)},
                           {visit::f("people"), Value(QStringList{u"王干部"_s})},
                           {visit::f("needs"), Value(u"secret need"_s)},
                           {visit::f("changes"), Value(QStringList{u"none"_s})}},
                .householdChanges = {},
                .memberChanges = {}};
    }
    QString cell(int row, int column) const
    {
        return m_page->table().model()->index(row, column).data().toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<Settings>(m_site.dir().filePath(u"s.ini"_s));
        m_first = addHousehold(u"朱西宝"_s);
        m_second = addHousehold(u"田有福"_s);
        VisitService visits(m_site.session());
        FFP_VERIFY(visits.add(visit(m_first, u"2026-11-01"_s)));
        FFP_VERIFY(visits.add(visit(m_second, u"2026-11-01"_s)));
        FFP_VERIFY(visits.add(visit(m_first, u"2026-10-31"_s)));
        FFP_VERIFY(visits.saveDraft({m_second, 0, visit(m_second, u"2026-11-01"_s)}));
    }
    void init()
    {
        m_page = std::make_unique<VisitsPage>(PageContext{m_site.session(), *m_settings});
        m_page->show();
        QSignalSpy loaded(m_page.get(), &VisitsPage::loaded);
        m_page->open(Target::to(pages::kVisits));
        QVERIFY(loaded.wait(kLongMs));
    }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase() { QThreadPool::globalInstance()->waitForDone(); }

    void showsTheMonthAndOtherMonthsOnRequest()
    {
        QCOMPARE(m_page->table().model()->rowCount(), 2);
        QSignalSpy loaded(m_page.get(), &VisitsPage::loaded);
        m_page->findChild<QComboBox *>()->setCurrentText(u"2026-10"_s);
        QVERIFY(loaded.wait(kLongMs));
        QCOMPARE(m_page->table().model()->rowCount(), 1);
        QCOMPARE(cell(0, 0), u"朱西宝"_s);
        for (int column = 0; column < m_page->table().model()->columnCount(); ++column)
            QVERIFY(cell(0, column) != u"secret need"_s);
    }
    void filtersWhileTyping()
    {
        m_page->findChild<QLineEdit *>()->setText(u"田有"_s);
        QCOMPARE(m_page->table().model()->rowCount(), 1);
        QCOMPARE(cell(0, 0), u"田有福"_s);
    }
    void openingGoesToTheHousehold()
    {
        QSignalSpy gone(m_page.get(), &Page::navigate);
        Q_EMIT m_page->table().opened(m_page->table().model()->index(0, 0));
        QCOMPARE(gone.size(), 1);
        const auto target = gone.front().front().value<Target>();
        QCOMPARE(target.page, pages::kHousehold);
        const auto household = RegistryService(m_site.session()).recordOf(target.rid);
        FFP_VERIFY(household);
        QCOMPARE(*household, cell(0, 0) == u"朱西宝"_s ? m_first : m_second);
    }
    void draftsAreOfferedFirst()
    {
        QVERIFY(m_page->drafts().isVisible());
        QCOMPARE(m_page->drafts().model()->rowCount(), 1);
        QSignalSpy gone(m_page.get(), &Page::navigate);
        Q_EMIT m_page->drafts().opened(m_page->drafts().model()->index(0, 0));
        const auto target = gone.front().front().value<Target>();
        QCOMPARE(target.page, pages::kVisitEntry);
        QCOMPARE(target.record, m_second);
        FFP_VERIFY(VisitService(m_site.session()).discardDraft(m_second));
        QSignalSpy loaded(m_page.get(), &VisitsPage::loaded);
        m_page->refresh();
        QVERIFY(loaded.wait(kLongMs));
        QVERIFY(!m_page->drafts().isVisible());
    }
};

QTEST_MAIN(TestVisitsPage)
#include "tst_visitspage.moc"
