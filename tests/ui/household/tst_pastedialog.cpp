// SPDX-License-Identifier: GPL-3.0-or-later
// Rows from a spreadsheet into a household by the window: corrected in the dialog, written whole.
#include "core/domain/fields/memberfields.h"
#include "core/log/logcipher.h"
#include "core/store/recordstore.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "tests/support/zipbuilder.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"
#include "ui/household/pastedialog.h"

#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QThreadPool>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestPasteDialog : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 60'000;

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<PasteDialog> m_dialog;

    qint64 members()
    {
        return RecordStore(m_site->session().database(), m_site->session().cipher())
            .count(Entity::Member)
            .value_or(-1);
    }
    void open(const QString &text)
    {
        const auto found = RecordStore(m_site->session().database(), m_site->session().cipher())
                               .select(Entity::Household, {});
        FFP_VERIFY(found);
        const auto paste = PasteService::read(text, Paste::Into::Members, found->front().id,
                                              m_site->clock.today());
        FFP_VERIFY(paste);
        m_dialog = std::make_unique<PasteDialog>(m_site->session(), *paste);
        QSignalSpy answered(m_dialog.get(), &PasteDialog::answered);
        QVERIFY(answered.wait(kLongMs)); // checked at once
    }
    void press()
    {
        QSignalSpy answered(m_dialog.get(), &PasteDialog::answered);
        QVERIFY(m_dialog->action().isEnabled());
        m_dialog->action().click();
        QVERIFY(answered.wait(kLongMs));
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<TestSite>();
        ImportService import(m_site->session());
        SilentProgress progress;
        const QString path = writeFile(m_site->dir().path(), u"名单.csv"_s, sampleWorkbook(u"list.csv"_s));
        FFP_VERIFY(import.preview({path}, {}, progress));
        FFP_VERIFY(import.apply(progress));
    }
    void cleanup()
    {
        m_dialog.reset();
        QThreadPool::globalInstance()->waitForDone();
        m_site.reset();
    }

    void correctedAndWritten()
    {
        open(
            u"姓名\t证件号码\t与户主关系\n孙七\t341323200107079018\t之子\n孙八\t341323199909099024\t之女\n"_s);
        QVERIFY(!m_dialog->action().isEnabled()); // checked, and a row has an error
        QVERIFY(m_dialog->findings().count() >= 1);
        QCOMPARE(m_dialog->table().item(1, 1)->toolTip().isEmpty(), false);
        QCOMPARE(m_dialog->table().item(2, 1)->toolTip(), QString());
        m_dialog->table().item(1, 1)->setText(u"341323200107079019"_s);
        press(); // checks
        QCOMPARE(members(), 5);
        QCOMPARE(m_dialog->action().text(), PasteDialog::tr("&Write"));
        QCOMPARE(m_dialog->table().item(1, 1)->toolTip(), QString());
        QSignalSpy accepted(m_dialog.get(), &QDialog::accepted);
        press(); // writes
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(members(), 7);
    }
    void rowIsTakenOut()
    {
        open(
            u"姓名\t证件号码\t与户主关系\n孙七\t341323200107079018\t之子\n孙八\t341323199909099024\t之女\n"_s);
        m_dialog->table().setCurrentCell(1, 0);
        m_dialog->takeOut();
        QCOMPARE(m_dialog->table().rowCount(), 2);
        press();
        press();
        QCOMPARE(members(), 6);
    }
    void largeLettersCoverNoRow()
    {
        applyTheme(ThemeMode::Light, TextSize::Largest);
        open(u"孙七\t341323200107079019\t之子\n"_s);
        QVERIFY(m_dialog->table().rowHeight(0) >= m_dialog->field(0)->sizeHint().height());
        applyTheme(ThemeMode::Light, TextSize::Normal);
    }
    /// What nobody could tell of a column the person says.
    void columnIsSaid()
    {
        open(u"孙七\t341323200107079019\t甲\n"_s);
        QVERIFY(!m_dialog->message().text().isEmpty()); // no relation
        m_dialog->table().item(1, 2)->setText(u"之子"_s);
        QComboBox *box = m_dialog->field(2);
        box->setCurrentIndex(box->findData(u"member.relation"_s));
        press();
        QVERIFY(m_dialog->message().text().isEmpty());
        press();
        QCOMPARE(members(), 6);
    }
};

QTEST_MAIN(TestPasteDialog)
#include "tst_pastedialog.moc"
