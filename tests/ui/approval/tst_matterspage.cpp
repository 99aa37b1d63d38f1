// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/services/userservice.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/approval/actdialog.h"
#include "ui/approval/chaindialog.h"
#include "ui/approval/matterspage.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/models/texttablemodel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;

/// Reports and judgements from the window, by officials of two levels.
class TestMattersPage : public QObject
{
    Q_OBJECT

    const QString m_password = u"Weihe-2026-qiao"_s;

private Q_SLOTS:
    void fromTheReportToTheReturn()
    {
        TestSite site(AreaLevel::County, "341323000000");
        UserService users(site.session());
        QVERIFY(users.add(u"cun"_s, u"周海"_s, Role::Reporter, m_password));
        QVERIFY(users.add(u"xiang"_s, u"吴田"_s, Role::Reviewer, m_password));
        site.close();
        QVERIFY(site.open(u"cun"_s, m_password));
        const RecordId household = addRecord(site.session(), Entity::Household,
                                             {{household::f("household_type"), Value(u"exited"_s)}});
        addRecord(site.session(), Entity::Member,
                  {{member::f("household_id"), Value(household)},
                   {member::f("name"), Value(u"朱甲"_s)},
                   {member::f("relation"), Value(u"head"_s)}});
        Settings settings(site.dir().filePath(u"settings.ini"_s));
        {
            MattersPage page({site.session(), settings});
            page.open(Target::to(pages::kMatters));
            QVERIFY(page.waitUntilShown(10'000));
            QCOMPARE(page.model().rowCount(), 0);
            QSignalSpy done(&page, &MattersPage::done);
            page.start({u"relief"_s, household, u"突发火灾"_s, {}});
            QVERIFY(done.wait(10'000));
            QVERIFY(page.waitUntilShown(10'000));
            QCOMPARE(page.model().rowCount(), 1);
            QVERIFY2(page.shownText().contains(u"朱甲"_s), qPrintable(page.shownText()));
            QVERIFY(!page.button(CaseVerb::Submit)->isHidden());
            QVERIFY(page.button(CaseVerb::Approve)->isHidden());
            // What is refused stands on the page and changes nothing.
            page.perform(
                {.matter = page.shown()->matter.id, .verb = CaseVerb::Submit, .comment = {}, .record = {}});
            QVERIFY(done.wait(10'000));
            QVERIFY(!page.message().text().isEmpty());
            QVERIFY(page.waitUntilShown(10'000));
            QCOMPARE(page.shown()->state, u"pay"_s);
        }
    }

    void aJudgementAsksForReasonAndPassword()
    {
        TestSite site(AreaLevel::County, "341323000000");
        const PolicyPack pack = valueOf(PolicyPack::load(u"anhui-2020"_s));
        CaseView view;
        view.pack = pack;
        view.chain = *pack.chain(u"delist-monitored"_s);
        view.state = u"township_examine"_s;
        ActDialog dialog(view, CaseVerb::Return, QDate(2026, 11, 1));
        dialog.accept();
        QCOMPARE(dialog.result(), 0); // a reason is missing
        dialog.comment().setPlainText(u"请补充"_s);
        dialog.accept();
        QCOMPARE(dialog.result(), 0); // and the password
        dialog.password()->setText(m_password);
        dialog.accept();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.request().returnTo, u"village_report"_s);
        ActDialog report(view, *view.chain.step(u"village_report"_s), QDate(2026, 11, 1));
        QVERIFY(report.fields());
        QVERIFY(!report.password());
    }

    void everyChainHasItsPicture()
    {
        const PolicyPack pack = valueOf(PolicyPack::load(u"national-2021"_s));
        ChainDialog dialog(pack, u"delist-edge"_s);
        QCOMPARE(dialog.types().count(), int(pack.chains().size()));
        QCOMPARE(dialog.types().currentData().toString(), u"delist-edge"_s);
        const int high = dialog.picture().sizeHint().height();
        dialog.types().setCurrentIndex(dialog.types().findData(u"rollback"_s));
        QVERIFY(dialog.picture().sizeHint().height() < high);
        QVERIFY(!dialog.picture().grab().isNull());
    }
};

QTEST_MAIN(TestMattersPage)
#include "tst_matterspage.moc"
