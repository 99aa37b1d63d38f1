// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/attachmentservice.h"
#include "tests/support/family.h"
#include "tests/support/scans.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsupport.h"
#include "ui/common/messagebar.h"
#include "ui/household/fileprintdialog.h"
#include "ui/printing/printpreview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestFilePrintDialog : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    std::unique_ptr<FamilySite> m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FilePrintDialog> m_dialog;
    QPointer<PrintPreview> m_preview;
    ScriptedDialogs *m_dialogs = nullptr;
    RecordId m_home;

    void preview()
    {
        connect(
            m_dialog.get(), &FilePrintDialog::previewed, this,
            [this](PrintPreview *window) { m_preview = window; }, Qt::SingleShotConnection);
        m_dialog->action().click();
        QTRY_VERIFY_WITH_TIMEOUT(m_preview, kLongMs);
        QVERIFY(m_preview->waitForPages(kLongMs));
    }

private Q_SLOTS:
    void init()
    {
        m_dialogs = &ScriptedDialogs::install();
        m_site = std::make_unique<FamilySite>();
        m_settings = std::make_unique<Settings>(m_site->dir().filePath(u"s.ini"_s));
        m_home = m_site->household(u"0001"_s, u"朱甲:head:M"_s);
        FFP_VERIFY(AttachmentService(m_site->session()).add(m_home, {u"照片.jpg"_s, scan("JPG"), {}}));
        m_dialog = std::make_unique<FilePrintDialog>(PageContext{m_site->session(), *m_settings}, m_home);
        m_dialog->show();
    }
    void cleanup()
    {
        delete m_preview;
        m_dialog.reset();
        m_site.reset();
    }
    void cleanupTestCase() { replaceDialogs(nullptr); }

    void everythingAtFirst()
    {
        QCOMPARE(m_dialog->request().parts.size(), fileParts().size());
        QVERIFY(!m_dialog->request().revealed);
        preview();
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(m_preview->pages().pageCount() > 1);
        const QList<QPushButton *> buttons = m_preview->findChildren<QPushButton *>();
        QVERIFY(std::none_of(buttons.begin(), buttons.end(), [](QPushButton *button) {
            return button->isVisible() && button->text().remove(u'&').contains(u"workbook"_s);
        }));
        QVERIFY(m_preview->findChild<QComboBox *>()->currentText().contains(u"portrait"_s));
    }
    void withoutScans()
    {
        preview();
        const int with = m_preview->pages().pageCount();
        delete m_preview;
        m_dialog->show();
        m_dialog->part(FilePart::Scans).setChecked(false);
        preview();
        QCOMPARE(m_preview->pages().pageCount(), with - 1);
    }
    void nothingChosen()
    {
        for (const FilePart part : fileParts())
            m_dialog->part(part).setChecked(false);
        QVERIFY(!m_dialog->action().isEnabled());
        m_dialog->part(FilePart::Visits).setChecked(true);
        QVERIFY(m_dialog->action().isEnabled());
        QCOMPARE(m_dialog->request().parts, std::vector<FilePart>{FilePart::Visits});
    }
    void savedAsPdf()
    {
        m_dialog->revealed().setChecked(true);
        QVERIFY(m_dialog->request().revealed);
        preview();
        QSignalSpy used(m_preview, &PrintPreview::used);
        m_dialogs->path = m_site->dir().filePath(u"户档案.pdf"_s);
        m_preview->savePdf();
        QTRY_COMPARE_WITH_TIMEOUT(used.size(), 1, kLongMs);
        QVERIFY(QFile::exists(m_dialogs->path));
        QVERIFY(!m_dialogs->offeredPath.contains(u"朱甲"_s)); // FD-08
    }
    void refusalsAreShown()
    {
        FilePrintDialog strange(PageContext{m_site->session(), *m_settings},
                                RecordId::fromString(QString(32, u'7')));
        strange.show();
        QSignalSpy refused(&strange, &FilePrintDialog::refused);
        strange.action().click();
        QVERIFY(refused.wait(kLongMs));
        QVERIFY(strange.isVisible());
        QVERIFY(!strange.message().text().isEmpty());
    }
};

QTEST_MAIN(TestFilePrintDialog)
#include "tst_fileprintdialog.moc"
