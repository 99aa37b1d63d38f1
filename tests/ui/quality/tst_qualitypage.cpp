// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/undoservice.h"
#include "tests/support/rulefixture.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/models/texttablemodel.h"
#include "ui/quality/answerdialog.h"
#include "ui/quality/qualitylistmodel.h"
#include "ui/quality/qualitypage.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestQualityPage : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    TestSite m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QualityPage> m_page;
    RecordId m_household;
    RecordId m_pupil;

    void waitForRows(int rows)
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_page->model().rowCount(), rows, kLongMs);
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->model().isLoading(), kLongMs);
    }
    /// The row of a rule in the table of counts; -1 when it is not listed.
    int countRow(const QString &rule)
    {
        for (int i = 0; i < m_page->counts().rowCount(); ++i)
            if (m_page->counts().row(i)->key == rule)
                return i;
        return -1;
    }
    void chooseRule(const QString &rule, int rows)
    {
        QVERIFY(countRow(rule) >= 0);
        m_page->rules().selectRow(countRow(rule));
        waitForRows(rows);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_settings = std::make_unique<Settings>(m_site.dir().filePath(u"s.ini"_s));
        m_site.clock.set(QDate(2026, 10, 31));
        Session &session = m_site.session();
        FFP_VERIFY(
            session.log()
                .transact({"test", session.user().id, {}, {}, true, 0}, [&](ChangeWriter &w) -> Result<> {
                    RecordMaker m(w);
                    m_household = m.household({{"household_no", "3413231140000001"}});
                    m.member(m_household, {{"name", "试甲"}, {"relation", "head"}, {"phone", "123"}});
                    m_pupil = m.member(m_household, {{"name", "试乙"},
                                                     {"relation", "son"},
                                                     {"student", "senior_1"},
                                                     {"labour", "ordinary"}});
                    m.make(Entity::Member, {{"name", "无户"}, {"relation", "other"}});
                    m.of(m_household, Entity::Measure,
                         {{"category", "health"}, {"status", "doing"}, {"amount", 1}});
                    return {};
                }));
    }
    void init()
    {
        m_page = std::make_unique<QualityPage>(PageContext{m_site.session(), *m_settings});
        m_page->show();
        m_page->open(Target::to(pages::kQuality)); // checks by itself
        QVERIFY(m_page->waitUntilChecked(kLongMs));
    }

    void countsLeadToFindings()
    {
        const int all = m_page->model().rowCount();
        QVERIFY(all > 3);
        QCOMPARE(m_page->counts().row(0)->cells[1].toInt(), all);
        chooseRule(u"DQ-403"_s, 1);
        QCOMPARE(m_page->counts().row(countRow(u"DQ-403"_s))->cells[1], u"1"_s);
        m_page->rules().selectRow(0);
        waitForRows(all);
        m_page->level().setCurrentIndex(m_page->level().findData(u"E"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_page->model().rowCount() < all, kLongMs);
        QCOMPARE(countRow(u"DQ-601"_s), -1);
        QVERIFY(countRow(u"DQ-403"_s) > 0);
    }

    void aRuleSaysWhereItDoesNotLook()
    {
        const auto hint = [this](const QString &rule) {
            return m_page->counts().index(countRow(rule), 0).data(Qt::ToolTipRole).toString();
        };
        QCOMPARE(m_page->counts().index(countRow(u"DQ-925"_s), 0).data().toString(),
                 m_page->counts().row(countRow(u"DQ-925"_s))->cells[0]);
        for (const PolicyRule &rule : pack().qualityRules())
            if (rule.id == u"DQ-925"_s)
                QCOMPARE(hint(rule.id), rule.title.en + u'\n' + rule.limits.en);
            else if (rule.id == u"DQ-403"_s) // looks everywhere
                QCOMPARE(hint(rule.id), rule.title.en);
    }

    void enterOpensTheField()
    {
        chooseRule(u"DQ-403"_s, 1);
        QSignalSpy navigated(m_page.get(), &Page::navigate);
        Q_EMIT m_page->table().opened(m_page->model().index(0, 0));
        QVERIFY(navigated.wait(kLongMs));
        const Target target = navigated[0][0].value<Target>();
        QCOMPARE(target.page, pages::kHousehold);
        QCOMPARE(target.record, m_household);
        QCOMPARE(target.args[u"field"_s].toString(), u"member.labour"_s);
        QCOMPARE(target.args[u"member"_s].toString(), m_pupil.toString());
        QVERIFY(target.args[u"notice"_s].toString().startsWith(u"DQ-403"_s));
    }

    void aFindingWithoutHouseholdSaysSo()
    {
        chooseRule(u"DQ-206"_s, 1);
        QSignalSpy navigated(m_page.get(), &Page::navigate);
        m_page->message().clear();
        Q_EMIT m_page->table().opened(m_page->model().index(0, 0));
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->message().text().isEmpty(), kLongMs);
        QVERIFY(navigated.isEmpty());
    }

    void answersLeaveTheListAndComeBackByUndo()
    {
        chooseRule(u"DQ-601"_s, 1);
        m_page->table().selectRow(0);
        QSignalSpy answered(m_page.get(), &QualityPage::answered);
        m_page->answerSelected(u"内线号码"_s);
        QVERIFY(answered.wait(kLongMs));
        waitForRows(0);
        m_page->answeredToo().setChecked(true);
        waitForRows(1);
        m_page->answeredToo().setChecked(false);
        FFP_VERIFY(UndoService(m_site.session()).undo());
        ChangeSummary summary;
        summary.rids = {{Entity::Setting, 1}};
        m_page->dataChanged(summary);
        waitForRows(1);
    }

    void errorsCannotBeAnswered()
    {
        chooseRule(u"DQ-403"_s, 1);
        m_page->table().selectRow(0);
        QSignalSpy answered(m_page.get(), &QualityPage::answered);
        m_page->answerSelected(u"就这样"_s);
        QVERIFY(answered.wait(kLongMs));
        QVERIFY2(m_page->message().text().contains(u"DQ-403"_s), qPrintable(m_page->message().text()));
        QCOMPARE(m_page->model().rowCount(), 1);
    }

    void otherChangesOfferTheCheckAgain()
    {
        m_page->message().clear();
        ChangeSummary summary;
        summary.rids = {{Entity::Member, 1}};
        m_page->dataChanged(summary);
        QVERIFY(!m_page->message().text().isEmpty());
    }

    void aReasonIsNeeded()
    {
        AnswerDialog dialog(2);
        QVERIFY(!dialog.acceptButton().isEnabled());
        dialog.input().setPlainText(u"  \n"_s);
        QVERIFY(!dialog.acceptButton().isEnabled());
        dialog.input().setPlainText(u" 已\n核实 "_s);
        QVERIFY(dialog.acceptButton().isEnabled());
        QCOMPARE(dialog.reason(), u"已 核实"_s);
    }
};

QTEST_MAIN(TestQualityPage)
#include "tst_qualitypage.moc"
