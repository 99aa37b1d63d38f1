// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampledocument.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsupport.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/ledger/documentview.h"
#include "ui/ledger/ledgerpage.h"
#include "ui/models/documenttablemodel.h"
#include "ui/printing/printpreview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QMutex>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongMs = 20'000;

/// Ledgers of as many rows as the area's last digit says.
class FakeSource : public LedgerSource
{
public:
    std::vector<LedgerInfo> ledgers() const override
    {
        return {{u"edge-ledger"_s, u"边缘户台账"_s, u"Edge households"_s},
                {u"monitored-ledger"_s, u"脱贫监测户台账"_s, u"Monitored exited households"_s}};
    }
    std::vector<LedgerArea> areas() const override
    {
        return {{AreaCode::fromString(u"341323114000"), u"虞姬镇"_s, 0},
                {AreaCode::fromString(u"341323114203"), u"田万村"_s, 1}};
    }
    QDate today() const override { return {2026, 11, 1}; }
    Result<LedgerTables> make(const LedgerRequest &request, Progress &progress) override
    {
        {
            const QMutexLocker locker(&mutex);
            requests.push_back(request);
        }
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        if (broken)
            return fail(ErrorKind::Locked);
        TableDocument document = sampleLedger(request.area.toString().right(1).toInt());
        document.title = request.ledger;
        LedgerTables tables{document, {}};
        if (request.language == Language::English) {
            document.title = u"screen"_s;
            document.columns[4].header = u"Persons"_s; // the first one that is summed
            tables.screen = document;
        }
        return tables;
    }
    Result<> recordUse(const LedgerRequest &request, const QString &how, int pages) override
    {
        uses << u"%1 %2 %3"_s.arg(request.ledger, how).arg(pages > 0);
        return {};
    }

    QMutex mutex;
    std::vector<LedgerRequest> requests;
    QStringList uses;
    std::atomic<bool> broken{false};
};

Target tianwan()
{
    Target target = Target::to(u"ledger"_s);
    target.area = AreaCode::fromString(u"341323114203");
    return target;
}

} // namespace

class TestLedgerPage : public QObject
{
    Q_OBJECT

    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<LedgerPage> m_page;
    ScriptedDialogs *m_dialogs = nullptr;
    QTemporaryDir m_folder;

    QComboBox *privacy() const
    {
        for (QComboBox *box : m_page->findChildren<QComboBox *>())
            if (box->count() == 3)
                return box;
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_dialogs = &ScriptedDialogs::install();
        m_source = std::make_shared<FakeSource>();
        m_page = std::make_unique<LedgerPage>(m_source);
        m_page->show();
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
    }
    void cleanup() { m_page.reset(); }
    void cleanupTestCase() { replaceDialogs(nullptr); }

    void opensTheFirstLedgerMasked()
    {
        const LedgerRequest request = m_page->request();
        QCOMPARE(request.ledger, u"edge-ledger"_s);
        QCOMPARE(request.area.toString(), u"341323114000"_s);
        QCOMPARE(request.on, QDate(2026, 11, 1));
        QCOMPARE(request.privacy, LedgerPrivacy::Masked);
        QCOMPARE(m_page->view().model().rowCount(), 0);
    }
    void targetsChoose()
    {
        Target target = tianwan();
        target.args = {{u"ledger"_s, u"monitored-ledger"_s}, {u"date"_s, QDate(2026, 10, 31)}};
        m_page->open(target);
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
        QCOMPARE(m_page->view().model().rowCount(), 3);
        QCOMPARE(m_page->view().printed()->title, u"monitored-ledger"_s);
        QCOMPARE(m_source->requests.back().on, QDate(2026, 10, 31));
        bool totals = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            totals = totals || label->text().startsWith(u"3 "_s);
        QVERIFY(totals);
    }
    /// The tests' window is English.
    void screenIsEnglishAndPaperChinese()
    {
        QCOMPARE(m_page->request().language, Language::English);
        bool named = false;
        for (const QComboBox *box : m_page->findChildren<QComboBox *>())
            named = named || box->itemText(0) == u"Edge households";
        QVERIFY(named);
        m_page->open(tianwan());
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
        QCOMPARE(m_page->view().model().document()->title, u"screen"_s);
        QCOMPARE(m_page->view().printed()->title, u"edge-ledger"_s);
        bool totals = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            totals = totals || label->text().contains(u"Persons: "_s);
        QVERIFY(totals);
    }
    void nobodySeesMoreWithoutSayingSo()
    {
        m_dialogs->answer = 1; // cancel
        privacy()->setCurrentIndex(2);
        Q_EMIT privacy()->activated(2);
        QCOMPARE(m_dialogs->questions, 1);
        QCOMPARE(m_page->request().privacy, LedgerPrivacy::Masked);
        m_dialogs->answer = 0;
        privacy()->setCurrentIndex(2);
        Q_EMIT privacy()->activated(2);
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
        QCOMPARE(m_source->requests.back().privacy, LedgerPrivacy::Full);
        privacy()->setCurrentIndex(0); // back to masked asks nobody
        Q_EMIT privacy()->activated(0);
        QCOMPARE(m_dialogs->questions, 2);
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
        QCOMPARE(m_source->requests.back().privacy, LedgerPrivacy::Masked);
    }
    /// Sensitive facts never reach the clipboard.
    void onlyMaskedRowsAreCopied()
    {
        m_page->open(tianwan());
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
        auto *table = m_page->findChild<TableView *>();
        const auto copied = [&] {
            QApplication::clipboard()->clear();
            table->selectRow(0);
            QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
            return QApplication::clipboard()->text();
        };
        QVERIFY(!copied().isEmpty());
        privacy()->setCurrentIndex(2);
        Q_EMIT privacy()->activated(2);
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
        QCOMPARE(copied(), QString());
    }
    void savesAndLogs()
    {
        m_page->open(tianwan());
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
        for (const char *ending : {".pdf", ".xlsx"}) {
            m_dialogs->path = m_folder.filePath(u"t"_s) + QLatin1String(ending);
            const qsizetype before = m_source->uses.size();
            m_page->view().saveAs(QLatin1String(ending));
            QTRY_COMPARE_WITH_TIMEOUT(m_source->uses.size(), before + 1, kLongMs);
            QVERIFY(QFile::exists(m_dialogs->path));
        }
        QCOMPARE(m_source->uses, QStringList({u"edge-ledger pdf 1"_s, u"edge-ledger xlsx 0"_s}));
    }
    void previews()
    {
        m_page->view().preview();
        auto *preview = m_page->findChild<PrintPreview *>();
        QVERIFY(preview);
        QVERIFY(preview->waitForPages(kLongMs));
        Q_EMIT preview->used(u"print"_s, 2);
        QCOMPARE(m_source->uses, QStringList{u"edge-ledger print 1"_s});
        preview->close();
    }
    void changesReload()
    {
        const size_t before = m_source->requests.size();
        m_page->dataChanged({});
        m_page->dataChanged({});
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
        QCOMPARE(m_source->requests.size(), before + 1);
    }
    void errorsAreShown()
    {
        m_source->broken = true;
        m_page->refresh();
        QVERIFY(m_page->waitUntilLoaded(kLongMs));
        QVERIFY(m_page->findChild<MessageBar *>()->isVisible());
        QVERIFY(!m_page->view().model().document());
    }
};

QTEST_MAIN(TestLedgerPage)
#include "tst_ledgerpage.moc"
