// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampledocument.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsupport.h"
#include "ui/common/messagebar.h"
#include "ui/printing/printpreview.h"

#include <QComboBox>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongMs = 20'000;

DocumentPtr ledger(int rows)
{
    return std::make_shared<const TableDocument>(sampleLedger(rows));
}

} // namespace

class TestPrintPreview : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    ScriptedDialogs *m_dialogs = nullptr;

    static QPushButton *button(PrintPreview &preview, const QString &part)
    {
        for (QPushButton *button : preview.findChildren<QPushButton *>())
            if (button->text().remove(u'&').contains(part))
                return button;
        return nullptr;
    }

private Q_SLOTS:
    void init() { m_dialogs = &ScriptedDialogs::install(); }
    void cleanupTestCase() { replaceDialogs(nullptr); }

    void turnsPagesAndZooms()
    {
        PrintPreview preview(ledger(100));
        QVERIFY(!preview.isReady());
        QVERIFY(!button(preview, u"PDF"_s)->isEnabled());
        preview.show();
        QVERIFY(preview.waitForPages(kLongMs));
        QVERIFY(button(preview, u"PDF"_s)->isEnabled());
        auto *page = preview.findChild<QSpinBox *>();
        QCOMPARE(page->value(), 1);
        QCOMPARE(page->maximum(), preview.pages().pageCount());
        page->setValue(3);
        QCOMPARE(preview.pages().currentPage(), 2);
        preview.pages().goToPage(5);
        QTRY_COMPARE(page->value(), 6);
        preview.pages().setZoom(2);
        QCOMPARE(qRound(preview.pages().zoom() * 100), 200);
    }
    void otherPaper()
    {
        PrintPreview preview(ledger(100));
        preview.show();
        QVERIFY(preview.waitForPages(kLongMs));
        const int onA4 = preview.pages().pageCount();
        auto *paper = preview.findChild<QComboBox *>();
        paper->setCurrentIndex(1 - paper->currentIndex());
        QVERIFY(!preview.isReady());
        QVERIFY(preview.waitForPages(kLongMs));
        QVERIFY(preview.pages().pageCount() < onA4);
        QSignalSpy used(&preview, &PrintPreview::used);
        m_dialogs->path = m_folder.filePath(u"a3.xlsx"_s);
        preview.saveTable();
        QTRY_COMPARE_WITH_TIMEOUT(used.size(), 1, kLongMs);
        QProcess unzip;
        unzip.start(u"python3"_s, {u"-c"_s,
                                   u"import sys, zipfile; sys.stdout.buffer.write("
                                   "zipfile.ZipFile(sys.argv[1]).read('xl/worksheets/sheet1.xml'))"_s,
                                   m_dialogs->path});
        QVERIFY(unzip.waitForFinished());
        QVERIFY(unzip.readAllStandardOutput().contains("paperSize=\"8\"")); // what was looked at
    }
    void savesAndSaysSo()
    {
        PrintPreview preview(ledger(30));
        preview.show();
        QVERIFY(preview.waitForPages(kLongMs));
        QSignalSpy used(&preview, &PrintPreview::used);
        m_dialogs->path = m_folder.filePath(u"台账"_s); // the ending is added
        preview.savePdf();
        QTRY_COMPARE_WITH_TIMEOUT(used.size(), 1, kLongMs);
        QCOMPARE(used[0][0].toString(), u"pdf"_s);
        QCOMPARE(used[0][1].toInt(), preview.pages().pageCount());
        QVERIFY(QFile::exists(m_folder.filePath(u"台账.pdf"_s)));
        QVERIFY(m_dialogs->offeredPath.endsWith(u"边缘户台账_虞姬镇田万村_2026年10月.pdf"_s));
        m_dialogs->path = m_folder.filePath(u"台账.csv"_s);
        preview.saveTable();
        QTRY_COMPARE_WITH_TIMEOUT(used.size(), 2, kLongMs);
        QCOMPARE(used[1][0].toString(), u"csv"_s);
        QVERIFY(QFile::exists(m_folder.filePath(u"台账.csv"_s)));
        m_dialogs->path.clear(); // cancelled
        preview.savePdf();
        QTest::qWait(50);
        QCOMPARE(used.size(), 2);
    }
    void failuresAreShown()
    {
        PrintPreview preview(ledger(3));
        preview.show();
        QVERIFY(preview.waitForPages(kLongMs));
        QSignalSpy used(&preview, &PrintPreview::used);
        m_dialogs->path = m_folder.filePath(u"no/folder/x.pdf"_s);
        preview.savePdf();
        auto *message = preview.findChild<MessageBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"x.pdf"_s), kLongMs);
        QCOMPARE(used.size(), 0);
    }
    void missingGlyphsAreAnErrorNotBoxes()
    {
        TableDocument document = sampleLedger(1);
        document.title = u"\U0010FFFD"_s; // private use: no face has it
        PrintPreview preview(std::make_shared<const TableDocument>(document));
        preview.show();
        QVERIFY(!preview.waitForPages(kLongMs));
        QVERIFY(preview.findChild<MessageBar *>()->isVisible());
        QVERIFY(!button(preview, u"PDF"_s)->isEnabled());
    }
    void closingStopsTheLayout()
    {
        auto preview = std::make_unique<PrintPreview>(ledger(20'000));
        preview->show();
        preview.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(kLongMs));
    }
};

QTEST_MAIN(TestPrintPreview)
#include "tst_printpreview.moc"
