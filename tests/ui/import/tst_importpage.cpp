// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/registryservice.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "tests/support/zipbuilder.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/import/columnsdialog.h"
#include "ui/import/findingmodel.h"
#include "ui/import/heldrowsdialog.h"
#include "ui/import/importpage.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QThreadPool>
#include <QUrl>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestImportPage : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 60'000;

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ImportPage> m_page;
    ScriptedDialogs *m_dialogs = nullptr;

    /// Two households of five persons, see tests/data/workbooks/README.md.
    QString list(const QByteArray &before = {}, const QByteArray &after = {},
                 const QString &name = u"名单.csv"_s)
    {
        QFile from(QStringLiteral(FFP_TEST_DATA "/workbooks/list.csv"));
        if (!from.open(QIODevice::ReadOnly))
            qFatal("list.csv");
        QByteArray bytes = from.readAll();
        if (!before.isEmpty() && !bytes.contains(before))
            qFatal("list.csv has no %s", before.constData());
        if (!before.isEmpty())
            bytes.replace(before, after);
        const QString path = m_site->dir().filePath(name);
        QFile to(path);
        if (!to.open(QIODevice::WriteOnly) || to.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(path));
        return path;
    }
    QString listWithAnError() { return list("341323197202029023", "341323197202029024"); }
    void settle(const std::function<void()> &act)
    {
        QSignalSpy spy(m_page.get(), &ImportPage::settled);
        act();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }
    size_t households()
    {
        const auto ids = RegistryService(m_site->session()).householdIds({});
        return ids ? ids->size() : size_t(-1);
    }
    /// Opened by the button of the message that stands there.
    ColumnsDialog *dialogOfTheMessage()
    {
        for (QPushButton *button : m_page->message().findChildren<QPushButton *>())
            if (button->isVisible())
                button->click();
        const auto open = [this] { return m_page->findChild<ColumnsDialog *>(); };
        return QTest::qWaitFor([&] { return open() != nullptr; }, kLongMs) ? open() : nullptr;
    }
    QPushButton *heldButton()
    {
        const QString label = ImportPage::tr("&Rows set aside (%1)…").section(u'%', 0, 0);
        for (QPushButton *button : m_page->findChildren<QPushButton *>())
            if (button->isVisible() && button->text().startsWith(label))
                return button;
        return nullptr;
    }
    QPushButton *visibleButton(const QString &text)
    {
        for (QPushButton *button : m_page->findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == text)
                return button;
        return nullptr;
    }

    /// As the program does: first the page, then what it still has running, then the site that this needs.
    void closeSite()
    {
        m_page.reset();
        QThreadPool::globalInstance()->waitForDone();
        m_site.reset();
    }

private Q_SLOTS:
    void init()
    {
        m_dialogs = &ScriptedDialogs::install();
        m_site = std::make_unique<TestSite>();
        m_settings = std::make_unique<Settings>(m_site->dir().filePath(u"s.ini"_s));
        m_page = std::make_unique<ImportPage>(PageContext{m_site->session(), *m_settings});
        m_page->resize(1000, 600);
        m_page->show();
    }
    void cleanup() { closeSite(); }
    void cleanupTestCase() { replaceDialogs(nullptr); }

    void previewWritesNothing()
    {
        m_dialogs->path = list();
        settle([this] { visibleButton(ImportPage::tr("&Choose files…"))->click(); });
        QCOMPARE(m_page->step(), ImportPage::Step::Preview);
        QCOMPARE(m_page->files().size(), size_t(1));
        QCOMPARE(m_page->files()[0].imported, 5);
        const QAbstractItemModel &table = *m_page->fileTable().model();
        QStringList shown;
        for (int column = 0; column < table.columnCount(); ++column)
            shown << table.headerData(column, Qt::Horizontal).toString() + u'='
                         + table.index(0, column).data().toString();
        QVERIFY(shown.contains(ImportPage::tr("Rows") + u"=5"_s));
        QVERIFY(shown.contains(ImportPage::tr("Loaded") + u"=5"_s));
        QVERIFY(shown.filter(ImportPage::tr("Sheet") + u'=').isEmpty()); // a csv has none
        QCOMPARE(households(), size_t(0));
        QVERIFY(visibleButton(ImportPage::tr("&Import now"))->isEnabled());
    }

    void importsAndTakesBack()
    {
        settle([this] { m_page->read({list()}); });
        settle([this] { visibleButton(ImportPage::tr("&Import now"))->click(); });
        QCOMPARE(m_page->step(), ImportPage::Step::Done);
        QVERIFY(m_page->result().batch > 0);
        QCOMPARE(households(), size_t(2));
        QVERIFY(!visibleButton(ImportPage::tr("&Import now")));
        m_dialogs->answer = 1; // no
        m_page->takeBack();
        QCOMPARE(households(), size_t(2));
        m_dialogs->answer = 0;
        settle([this] { m_page->takeBack(); });
        QCOMPARE(m_page->step(), ImportPage::Step::Choose);
        QCOMPARE(households(), size_t(0));
        QCOMPARE(m_dialogs->questions, 2);
    }

    void theSameAgainChangesNothing()
    {
        const QString file = list();
        settle([&] { m_page->read({file}); });
        settle([this] { m_page->importNow(); });
        settle([&] { m_page->read({file}); });
        QCOMPARE(m_page->files()[0].unchanged, 5);
        QVERIFY(!visibleButton(ImportPage::tr("&Import now"))->isEnabled());
    }

    /// Nothing of a department's list is stored, so nothing is said to be known already or kept.
    void aListOfADepartmentIsOnlyCompared()
    {
        const QDir sample(QStringLiteral(FFP_TEST_DATA "/register-sample"));
        // In a folder of its own: the report of set-aside rows is written beside the file.
        const QTemporaryDir own;
        const QString file = own.filePath(u"f1.xlsx"_s);
        QVERIFY(QFile::copy(sample.filePath(sample.entryList({u"f1-*"_s}).value(0)), file));
        settle([&] { m_page->read({file}); });
        const QAbstractItemModel &table = *m_page->fileTable().model();
        QStringList shown;
        for (int column = 0; column < table.columnCount(); ++column)
            shown << table.headerData(column, Qt::Horizontal).toString();
        QVERIFY(shown.contains(ImportPage::tr("Not in it")));
        QVERIFY(!shown.contains(ImportPage::tr("Known")));
        settle([this] { m_page->importNow(); });
        QCOMPARE(m_page->result().batch, 0);
        const FilePreview &done = m_page->files()[0];
        QCOMPARE(done.matched, 0); // the register is empty
        const QString said =
            ImportPage::tr(
                "Compared %1 rows: %2 persons are in the register, %3 are not; nothing of it is stored yet.")
                .arg(done.compared)
                .arg(0)
                .arg(done.unmatched);
        QStringList labels;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            labels << label->text();
        QVERIFY(!labels.filter(said).isEmpty());
    }

    void rowsWithErrorsAreListedAndSaved()
    {
        settle([this] { m_page->read({listWithAnError()}); });
        QCOMPARE(m_page->files()[0].setAside, 1);
        QVERIFY(m_page->findingTable().model()->rowCount() >= 1);
        const QAbstractItemModel &findings = *m_page->findingTable().model();
        QStringList rows;
        for (int row = 0; row < findings.rowCount(); ++row)
            if (findings.index(row, FindingModel::Level).data().toString() == FindingModel::tr("● set aside"))
                rows << findings.index(row, FindingModel::Row).data().toString();
        QCOMPARE(rows, QStringList{u"4"_s});
        QVERIFY(!QFileInfo::exists(m_page->report()));
        settle([this] { m_page->importNow(); });
        QVERIFY(QFileInfo::exists(m_page->result().report));
        QCOMPARE(QFileInfo(m_page->result().report).absolutePath(),
                 QFileInfo(m_site->dir().path()).absoluteFilePath());
        QVERIFY(visibleButton(ImportPage::tr("&Open the rows set aside")));
    }

    void reportGoesWhereThePersonWants()
    {
        settle([this] { m_page->read({listWithAnError()}); });
        m_dialogs->path = m_site->dir().filePath(u"rows.csv"_s);
        settle([this] { visibleButton(ImportPage::tr("Another place…"))->click(); });
        QCOMPARE(m_page->report(), m_dialogs->path);
        settle([this] { m_page->importNow(); });
        QCOMPARE(m_page->result().report, m_dialogs->path);
        QVERIFY(QFileInfo::exists(m_dialogs->path));
    }

    void unreadableFileIsNamedAndNothingIsKept()
    {
        const QString broken = m_site->dir().filePath(u"坏.xlsx"_s);
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no workbook") > 0);
        file.close();
        settle([&] { m_page->read({list(), broken}); });
        QCOMPARE(m_page->step(), ImportPage::Step::Choose);
        QVERIFY2(m_page->message().text().contains(u"坏.xlsx"_s), qPrintable(m_page->message().text()));
        QCOMPARE(households(), size_t(0));
    }

    void dropsFiles()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(list()), QUrl(u"https://example.org/x.csv"_s)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_page.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, {});
        settle([&] { QCoreApplication::sendEvent(m_page.get(), &drop); });
        QCOMPARE(m_page->files().size(), size_t(1));

        QMimeData nothing;
        nothing.setText(u"text"_s);
        QDragEnterEvent text({10, 10}, Qt::CopyAction, &nothing, Qt::LeftButton, {});
        text.ignore();
        QCoreApplication::sendEvent(m_page.get(), &text);
        QVERIFY(!text.isAccepted());
    }

    void escapeGoesBackToTheChoice()
    {
        settle([this] { m_page->read({list()}); });
        QVERIFY(m_page->escape());
        QCOMPARE(m_page->step(), ImportPage::Step::Choose);
        QVERIFY(!m_page->escape());
    }

    /// A column goes where the person says, and nowhere; numbers in the examples are masked.
    void columnsAreChosen()
    {
        settle([this] { m_page->read({list("备注", "身份备查")}); });
        const std::unique_ptr<ColumnsDialog> dialog(m_page->columnsDialog());
        QVERIFY(dialog);
        QCOMPARE(dialog->table().rowCount(), 9);
        QVERIFY(!dialog->sheets());   // a csv has one sheet
        QVERIFY(!dialog->villages()); // the file names them
        for (int row = 0; row < 9; ++row)
            for (const char *number : {"341323197001019013", "341323198003039039"})
                QVERIFY(!dialog->table().item(row, 1)->text().contains(QLatin1String(number)));
        QCOMPARE(dialog->field(3)->currentData().toString(), u"member.name"_s);
        QCOMPARE(dialog->field(8)->currentData().toString(), QString());
        QVERIFY(dialog->changes().isEmpty());
        for (const ImportTarget &target : ImportService::targets(u"registered"_s)) {
            QVERIFY2(dialog->field(8)->findData(target.id) > 0, qPrintable(target.id));
            QVERIFY2(!target.chinese.isEmpty() && !target.english.isEmpty(), qPrintable(target.id));
        }
        dialog->field(8)->setCurrentIndex(dialog->field(8)->findData(u"member.remark"_s));
        dialog->field(7)->setCurrentIndex(0);
        QCOMPARE(dialog->changes(),
                 (QMap<QString, QString>{{u"身份备查"_s, u"member.remark"_s}, {u"户类型"_s, QString()}}));
        settle([&] { m_page->readWith(*dialog); });
        QCOMPARE(m_page->step(), ImportPage::Step::Preview);
        QCOMPARE(m_page->files()[0].fields[8], u"member.remark"_s);
        QCOMPARE(m_page->files()[0].fields[7], QString());
        // What was chosen stays chosen.
        QCOMPARE(m_page->columnsDialog()->field(8)->currentData().toString(), u"member.remark"_s);
        QCOMPARE(households(), size_t(0));
    }
    /// Numbers are masked in a column that is not recognised, too.
    void unknownColumnsAreMasked()
    {
        QByteArray bytes = sampleWorkbook(u"list.csv"_s);
        bytes.replace("备注\n", "备注,某列\n").replace("=1+1\n", "=1+1,341323197001019013\n");
        const QString path = writeFile(m_site->dir().path(), u"名单.csv"_s, bytes);
        settle([&] { m_page->read({path}); });
        const QString shown = m_page->files()[0].firstRows[0][9];
        QVERIFY2(!shown.contains(u"341323197001019013"_s) && shown.contains(u"****"_s), qPrintable(shown));
    }
    /// A list without villages gets one.
    void villageOfAFileWithout()
    {
        settle([this] { m_page->read({list("行政村", "某某")}); });
        QCOMPARE(m_page->files()[0].setAside, 5);
        const std::unique_ptr<ColumnsDialog> dialog(m_page->columnsDialog());
        QVERIFY(dialog && dialog->villages());
        QVERIFY(dialog->village().isNull());
        const int wanted = dialog->villages()->findData(u"341323114201"_s);
        QVERIFY(wanted > 0);
        dialog->villages()->setCurrentIndex(wanted);
        settle([&] { m_page->readWith(*dialog); });
        QCOMPARE(m_page->files()[0].setAside, 0);
        QCOMPARE(m_page->files()[0].imported, 5);
        settle([this] { m_page->importNow(); });
        QCOMPARE(households(), size_t(2));
    }
    /// Of a workbook with two lists the other one is read.
    void anotherSheet()
    {
        const auto sheet = [](int people) {
            QByteArray xml = "<sheetData>";
            QByteArrayList lines = sampleWorkbook(u"list.csv"_s).split('\n');
            for (const QByteArray &line : lines.mid(0, 2 + people)) {
                xml += "<row>";
                for (const QByteArray &cell : line.split(','))
                    xml += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
                xml += "</row>";
            }
            return xml + "</sheetData>";
        };
        const QString book = writeFile(m_site->dir().path(), u"两表.xlsx"_s,
                                       ZipBuilder::workbook({{"first", sheet(2)}, {"second", sheet(1)}}));
        settle([&] { m_page->read({book}); });
        QCOMPARE(m_page->files()[0].sheet, u"first"_s);
        QCOMPARE(m_page->files()[0].sheets, QStringList({u"first"_s, u"second"_s}));
        const std::unique_ptr<ColumnsDialog> dialog(m_page->columnsDialog());
        QVERIFY(dialog && dialog->sheets());
        dialog->field(8)->setCurrentIndex(0);
        dialog->sheets()->setCurrentText(u"second"_s);
        QVERIFY(!dialog->table().isEnabled()); // the columns of the other sheet come with its preview
        QVERIFY(dialog->changes().isEmpty());
        settle([&] { m_page->readWith(*dialog); });
        QCOMPARE(m_page->files()[0].sheet, u"second"_s);
        QCOMPARE(m_page->files()[0].rows, 1);
        // Two files may have different sheets: then none can be chosen.
        settle([&] { m_page->read({book, list()}); });
        QVERIFY(!m_page->columnsDialog()->sheets());
    }
    /// The dialog is opened on the page and goes when it is closed.
    void columnsButton()
    {
        settle([this] { m_page->read({list()}); });
        QPushButton *button = visibleButton(ImportPage::tr("Co&lumns and fields…"));
        button->click();
        QPointer<ColumnsDialog> dialog = m_page->findChild<ColumnsDialog *>();
        QVERIFY(dialog && dialog->isVisible() && dialog->isModal());
        dialog->field(7)->setCurrentIndex(0);
        dialog->reject();
        QTRY_VERIFY(!dialog);
        QVERIFY(!m_page->files()[0].fields[7].isEmpty());

        button->click();
        dialog = m_page->findChild<ColumnsDialog *>();
        QVERIFY(dialog);
        dialog->field(7)->setCurrentIndex(0);
        settle([&] { dialog->accept(); });
        QCOMPARE(m_page->files()[0].fields[7], QString());
        QTRY_VERIFY(!dialog);
        settle([this] { m_page->importNow(); });
        QVERIFY(!visibleButton(ImportPage::tr("Co&lumns and fields…")));
    }
    /// A preview that could not be made anew leaves the last one, with what was said of its columns.
    void failedPreviewKeepsTheLast()
    {
        settle([this] { m_page->read({list()}); });
        std::unique_ptr<ColumnsDialog> dialog(m_page->columnsDialog());
        dialog->field(4)->setCurrentIndex(0); // the ID number has to be there
        settle([&] { m_page->readWith(*dialog); });
        QVERIFY(m_page->message().text().contains(u"证件号码"_s));
        QCOMPARE(m_page->step(), ImportPage::Step::Preview);
        QCOMPARE(m_page->files()[0].imported, 5);
        dialog.reset(m_page->columnsDialog());
        QVERIFY(dialog);
        dialog->field(8)->setCurrentIndex(0);
        settle([&] { m_page->readWith(*dialog); }); // what failed is not said again
        QCOMPARE(m_page->files()[0].fields[4], u"member.id_no"_s);
        QCOMPARE(m_page->files()[0].fields[8], QString());
        dialog.reset(m_page->columnsDialog());
        dialog->field(4)->setCurrentIndex(0);
        settle([&] { m_page->readWith(*dialog); });
        settle([this] { m_page->importNow(); });
        QCOMPARE(m_page->step(), ImportPage::Step::Done);
        QCOMPARE(households(), size_t(2));
    }
    /// A file that nobody knows gets its kind and its columns from the person.
    void unknownFileIsAskedFor()
    {
        const QString path = writeFile(m_site->dir().path(), u"表.csv"_s,
                                       "户,谁,号,关系一,村子\n"
                                       "3413231149000001,张三,341323197001019013,户主,田万村\n");
        settle([&] { m_page->read({path}); });
        QCOMPARE(m_page->step(), ImportPage::Step::Choose);
        QVERIFY(m_page->message().text().contains(u"表.csv"_s));
        QPointer<ColumnsDialog> dialog = dialogOfTheMessage();
        QVERIFY(dialog && dialog->kinds());
        QVERIFY(dialog->kind().isEmpty());
        QVERIFY(!dialog->missing().isEmpty() && !dialog->okButton()->isEnabled());
        dialog->kinds()->setCurrentIndex(dialog->kinds()->findData(u"registered"_s));
        QCOMPARE(dialog->kind(), u"registered"_s);
        for (const auto &[column, field] :
             {std::pair(0, u"household.household_no"_s), std::pair(1, u"member.name"_s),
              std::pair(2, u"member.id_no"_s), std::pair(3, u"member.relation"_s)}) {
            QVERIFY(!dialog->okButton()->isEnabled());
            dialog->field(column)->setCurrentIndex(dialog->field(column)->findData(field));
        }
        QVERIFY2(dialog->missing().isEmpty(), qPrintable(dialog->missing()));
        dialog->field(4)->setCurrentIndex(dialog->field(4)->findData(u"area.village"_s));
        settle([&] { dialog->okButton()->click(); });
        QCOMPARE(m_page->step(), ImportPage::Step::Preview);
        QCOMPARE(m_page->files()[0].imported, 1);
        QTRY_VERIFY(!dialog);
        // A dialog of the preview goes on from what was said.
        dialog = m_page->columnsDialog();
        dialog->field(4)->setCurrentIndex(0);
        settle([&] { m_page->readWith(*dialog); });
        QCOMPARE(m_page->files()[0].fields[3], u"member.relation"_s);
    }
    /// The kind is known, one column is not: that one is asked for, the others stay.
    void missingColumnIsAskedFor()
    {
        settle([this] { m_page->read({list("证件号码", "号")}); });
        QPointer<ColumnsDialog> dialog = dialogOfTheMessage();
        QVERIFY(dialog);
        QCOMPARE(dialog->kind(), u"registered"_s);
        QCOMPARE(dialog->field(3)->currentData().toString(), u"member.name"_s);
        const QString number = dialog->field(4)
                                   ->itemText(dialog->field(4)->findData(u"member.id_no"_s))
                                   .remove(u"＊ "_s); // the mark of required fields
        QVERIFY2(dialog->missing().contains(number), qPrintable(dialog->missing()));
        dialog->field(4)->setCurrentIndex(dialog->field(4)->findData(u"member.id_no"_s));
        QVERIFY(dialog->missing().isEmpty() && !dialog->kindIsChosen());
        settle([&] { dialog->accept(); });
        QCOMPARE(m_page->files()[0].imported, 5);
    }
    /// Another kind has other fields; what such a file's headers are known by is taken over.
    void anotherKindHasOtherFields()
    {
        settle([this] { m_page->read({list("证件号码", "号")}); });
        QPointer<ColumnsDialog> dialog = dialogOfTheMessage();
        QVERIFY(dialog);
        dialog->kinds()->setCurrentIndex(dialog->kinds()->findData(u"visits"_s));
        QVERIFY(dialog->kindIsChosen());
        QVERIFY(dialog->field(0)->findData(u"visit.people"_s) > 0);
        QVERIFY(dialog->field(0)->findData(u"member.relation"_s) < 0);
        QCOMPARE(dialog->field(2)->currentData().toString(), u"household.household_no"_s);
        dialog->kinds()->setCurrentIndex(dialog->kinds()->findData(u"registered"_s));
        QVERIFY(!dialog->kindIsChosen() && dialog->changes().isEmpty());
        delete dialog;
    }

    /// Rows set aside are listed with their reason, and one is left out for good with a reason of its own.
    void rowIsLeftOutForGood()
    {
        QVERIFY(!heldButton()); // nothing is set aside yet
        settle([this] { m_page->read({listWithAnError()}); });
        settle([this] { m_page->importNow(); });
        settle([this] { m_page->read({list()}); }); // back to the choice
        m_page->escape();
        m_page->dataChanged({}); // as the window says after the import
        QTRY_VERIFY(heldButton());
        heldButton()->click();
        QPointer<HeldRowsDialog> dialog = m_page->findChild<HeldRowsDialog *>();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->table().model()->rowCount(), 1);
        QVERIFY(!dialog->dismissButton().isEnabled()); // no reason yet
        dialog->reason().setText(u"  "_s);
        QVERIFY(!dialog->dismissButton().isEnabled());
        dialog->reason().setText(u"外地户"_s);
        QVERIFY(dialog->dismissButton().isEnabled());
        dialog->dismissButton().click();
        QTRY_COMPARE(dialog->table().model()->rowCount(), 0);
        QVERIFY(!dialog->message().text().isEmpty());
        QVERIFY(dialog->reason().text().isEmpty() && !dialog->dismissButton().isEnabled());
        delete dialog;
        m_page->dataChanged({});
        QTRY_VERIFY(!heldButton());
    }

    /// The columns that a report of rows set aside adds stay what they are: corrected rows are known by them.
    void columnsOfAReport()
    {
        settle([this] { m_page->read({listWithAnError()}); });
        settle([this] { m_page->importNow(); });
        const QString report = m_page->result().report;
        settle([&] { m_page->read({report}); });
        const QStringList fields = m_page->files()[0].fields;
        QCOMPARE(fields.filter(u"report."_s).size(), 3);
        const std::unique_ptr<ColumnsDialog> dialog(m_page->columnsDialog());
        QVERIFY(dialog->changes().isEmpty());
        for (int i = 0; i < fields.size(); ++i) {
            QCOMPARE(dialog->field(i)->isEnabled(), !fields[i].startsWith(u"report."_s));
            QVERIFY(!dialog->field(i)->currentText().isEmpty());
        }
        settle([&] { m_page->readWith(*dialog); });
        QCOMPARE(m_page->files()[0].fields, fields);
    }
    /// The village chosen for a file that names none stays when another file, which names them, is looked at.
    void villageStaysForTheOtherFile()
    {
        settle([this] { m_page->read({list("行政村", "某某", u"甲.csv"_s), list({}, {}, u"乙.csv"_s)}); });
        QCOMPARE(m_page->files()[0].setAside, 5);
        std::unique_ptr<ColumnsDialog> dialog(m_page->columnsDialog());
        QVERIFY(dialog->villages());
        dialog->villages()->setCurrentIndex(dialog->villages()->findData(u"341323114201"_s));
        settle([&] { m_page->readWith(*dialog); });
        QCOMPARE(m_page->files()[0].setAside, 0);
        m_page->fileTable().selectRow(1);
        dialog.reset(m_page->columnsDialog());
        QVERIFY(!dialog->villages());
        settle([&] { m_page->readWith(*dialog); });
        QCOMPARE(m_page->files()[0].setAside, 0);
        // Where it was chosen it can be taken away.
        dialog.reset(m_page->columnsDialog());
        QCOMPARE(dialog->village().toString(), u"341323114201"_s);
        dialog->villages()->setCurrentIndex(0);
        settle([&] { m_page->readWith(*dialog); });
        QCOMPARE(m_page->files()[0].setAside, 5);
    }
    void villagesSayTheirCounty_data()
    {
        QTest::addColumn<AreaLevel>("level");
        QTest::addColumn<QByteArray>("area");
        QTest::addColumn<QString>("label");
        QTest::newRow("township") << AreaLevel::Township << QByteArray("341323114000") << u"虞姬镇"_s;
        QTest::newRow("county") << AreaLevel::County << QByteArray("341323000000") << u"虞姬镇"_s;
        QTest::newRow("city") << AreaLevel::City << QByteArray("341300000000") << u"灵璧县虞姬镇"_s;
    }
    /// Villages of one name in two counties are told apart.
    void villagesSayTheirCounty()
    {
        QFETCH(AreaLevel, level);
        QFETCH(QByteArray, area);
        QFETCH(QString, label);
        closeSite();
        m_site = std::make_unique<TestSite>(level, area.constData());
        m_page = std::make_unique<ImportPage>(PageContext{m_site->session(), *m_settings});
        settle([this] { m_page->read({list("行政村", "某某")}); });
        const std::unique_ptr<ColumnsDialog> dialog(m_page->columnsDialog());
        const QComboBox &villages = *dialog->villages();
        const QString shown = villages.itemText(villages.findData(u"341323114201"_s));
        QVERIFY2(shown.startsWith(label), qPrintable(shown));
    }
    /// Of two entries with one text the chosen one stays chosen when the box is left.
    void leavingABoxKeepsTheChoice()
    {
        const AreaCode first = AreaCode::fromString(u"341323114201");
        const AreaCode second = AreaCode::fromString(u"341322100201");
        ColumnsDialog dialog({},
                             {{{first, u"同名村"_s}, {second, u"同名村"_s}, {{}, u"别村"_s}}, second, true});
        QFocusEvent left(QEvent::FocusOut, Qt::TabFocusReason);
        QCoreApplication::sendEvent(dialog.villages(), &left);
        QCOMPARE(dialog.village(), second);
        dialog.villages()->setEditText(u"别村"_s); // typed in full
        QCoreApplication::sendEvent(dialog.villages(), &left);
        QCOMPARE(dialog.villages()->currentIndex(), 3);
        dialog.villages()->setEditText(u"别"_s); // half a name changes nothing
        QCoreApplication::sendEvent(dialog.villages(), &left);
        QCOMPARE(dialog.villages()->currentIndex(), 3);
        QCOMPARE(dialog.villages()->currentText(), u"别村"_s);
    }
    /// Enter on half a name is no consent to what stood there before.
    void enterNeedsAWholeName()
    {
        const AreaCode village = AreaCode::fromString(u"341323114201");
        ColumnsDialog dialog({}, {{{village, u"田万村"_s}}, {}, true});
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QComboBox *box = dialog.villages();
        box->setFocus();
        for (const QString &half : {u"田"_s, u"没有"_s, QString()}) {
            box->setEditText(half);
            QTest::keyClick(box, Qt::Key_Return);
            QVERIFY2(accepted.isEmpty(), qPrintable(half));
            box->completer()->popup()->hide();
        }
        box->setEditText(u"田万村"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.village(), village);
    }
    /// What Enter offers for half a name can be taken from the keyboard.
    void enterOffersWhatFits()
    {
        const AreaCode village = AreaCode::fromString(u"341323114201");
        ColumnsDialog dialog({}, {{{village, u"田万村"_s}}, {}, true});
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QComboBox *box = dialog.villages();
        box->setFocus();
        box->setEditText(u"万"_s);
        QTest::keyClick(box, Qt::Key_Return);
        QAbstractItemView *popup = box->completer()->popup();
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QCOMPARE(dialog.village(), village);
        QVERIFY(dialog.isVisible());
    }
};

QTEST_MAIN(TestImportPage)
#include "tst_importpage.moc"
