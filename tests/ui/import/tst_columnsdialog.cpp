// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of a file and the fields that they go into: by mouse, by keyboard, by what was saved for the
// sender.
#include "core/services/mappingservice.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "tests/support/zipbuilder.h"
#include "ui/common/messagebar.h"
#include "ui/import/columnmatch.h"
#include "ui/import/columnsdialog.h"
#include "ui/import/importpage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QThreadPool>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kUnknown = "户,谁,号,关系一,村子,钱\n"
                            "3413231149000001,张三,341323197001019013,户主,田万村,1.5\n";

} // namespace

class TestColumnsDialog : public QObject
{
    Q_OBJECT

    static constexpr int kLongMs = 60'000;

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ImportPage> m_page;
    ScriptedDialogs *m_dialogs = nullptr;

    QString put(const QByteArray &bytes, const QString &name = u"名单.csv"_s)
    {
        return writeFile(m_site->dir().path(), name, bytes);
    }
    void settle(const std::function<void()> &act)
    {
        QSignalSpy spy(m_page.get(), &ImportPage::settled);
        act();
        QVERIFY(!spy.isEmpty() || spy.wait(kLongMs));
    }
    /// The dialog for a list that the program knows.
    std::unique_ptr<ColumnsDialog> known()
    {
        settle([this] { m_page->read({put(sampleWorkbook(u"list.csv"_s))}); });
        return std::unique_ptr<ColumnsDialog>(m_page->columnsDialog());
    }
    void pressOffer()
    {
        for (QPushButton *button : m_page->message().findChildren<QPushButton *>())
            if (button->isVisible())
                return button->click();
        QFAIL("nothing is offered");
    }
    /// Opened by the button of the message that stands there.
    ColumnsDialog *dialogOfTheMessage()
    {
        pressOffer();
        const auto open = [this] { return m_page->findChild<ColumnsDialog *>(); };
        return QTest::qWaitFor([&] { return open() != nullptr; }, kLongMs) ? open() : nullptr;
    }
    static QListWidgetItem *itemOf(FieldList &list, const QString &id)
    {
        for (int i = 0; i < list.count(); ++i)
            if (list.item(i)->data(Qt::UserRole) == id)
                return list.item(i);
        return nullptr;
    }
    static void choose(ColumnsDialog &dialog, int column, const QString &id)
    {
        dialog.field(column)->setCurrentIndex(dialog.field(column)->findData(id));
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
    void cleanup()
    {
        m_page.reset();
        QThreadPool::globalInstance()->waitForDone();
        m_site.reset();
    }
    void cleanupTestCase() { replaceDialogs(nullptr); }

    void columnIsDroppedOnAField()
    {
        const auto dialog = known();
        dialog->show();
        FieldList &list = dialog->fields();
        QListWidgetItem *remark = itemOf(list, u"member.skills"_s);
        list.scrollToItem(remark);
        const auto drop = [&](QWidget *viewport, const QString &type, const QByteArray &what, QPoint at) {
            QMimeData data;
            data.setData(type, what);
            QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(viewport, &enter);
            QDropEvent event(QPointF(at), Qt::CopyAction, &data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(viewport, &event);
        };
        drop(list.viewport(), u"application/x-ffp-import-column"_s, "8",
             list.visualItemRect(remark).center());
        QCOMPARE(dialog->field(8)->currentData().toString(), u"member.skills"_s);
        QVERIFY(remark->text().contains(u"备注"_s)); // its header in the file
        // The other way round, and another column gives way.
        QTableWidget &table = dialog->table();
        drop(table.viewport(), u"application/x-ffp-import-field"_s, "member.skills",
             table.visualItemRect(table.item(7, 0)).center());
        QCOMPARE(dialog->field(7)->currentData().toString(), u"member.skills"_s);
        QCOMPARE(dialog->field(8)->currentData().toString(), QString());
        // What somebody drags from elsewhere is nothing.
        drop(list.viewport(), u"text/plain"_s, "8", list.visualItemRect(remark).center());
        drop(list.viewport(), u"application/x-ffp-import-column"_s, "99",
             list.visualItemRect(remark).center());
        drop(list.viewport(), u"application/x-ffp-import-column"_s, "\xFF\xFE", {5, 5});
        QCOMPARE(dialog->field(7)->currentData().toString(), u"member.skills"_s);
    }
    void fieldIsGivenByKeyboard()
    {
        const auto dialog = known();
        dialog->show();
        QSignalSpy accepted(dialog.get(), &QDialog::accepted);
        dialog->table().setCurrentCell(8, 0);
        dialog->filter().setFocus();
        dialog->filter().setText(u"实用技术"_s);
        QTest::keyClick(&dialog->filter(), Qt::Key_Return);
        QVERIFY(accepted.isEmpty());
        QTest::keyClick(&dialog->fields(), Qt::Key_Return);
        QCOMPARE(dialog->field(8)->currentData().toString(), u"member.skills"_s);
        QVERIFY(accepted.isEmpty());
    }
    void whatGoesNowhereIsVisible()
    {
        settle([this] { m_page->read({put(sampleWorkbook(u"list.csv"_s).replace("备注", "某列"))}); });
        const std::unique_ptr<ColumnsDialog> dialog(m_page->columnsDialog());
        dialog->onlyUnknown().setChecked(true);
        for (int row = 0; row < 9; ++row)
            QCOMPARE(dialog->table().isRowHidden(row), row != 8);
        dialog->onlyUnknown().setChecked(false);
        QVERIFY(!dialog->table().isRowHidden(0));
        QVERIFY(dialog->fields().item(0)->text().startsWith(u"＊"_s)); // required
        QVERIFY(!itemOf(dialog->fields(), u"member.skills"_s)->text().startsWith(u"＊"_s));
    }
    void unitOfAnAmount()
    {
        const auto dialog = known();
        QVERIFY(!dialog->unit(8));
        choose(*dialog, 8, u"income_statement.gross_total"_s);
        QVERIFY(dialog->unit(8));
        QVERIFY(dialog->units().isEmpty());
        dialog->unit(8)->setCurrentIndex(dialog->unit(8)->findData(u"wan"_s));
        QCOMPARE(dialog->units(), (QMap<QString, QString>{{u"备注"_s, u"wan"_s}}));
        settle([&] { m_page->readWith(*dialog); });
        QCOMPARE(m_page->files()[0].units[8], u"wan"_s);
        const std::unique_ptr<ColumnsDialog> again(m_page->columnsDialog());
        QCOMPARE(again->unit(8)->currentData().toString(), u"wan"_s);
        choose(*again, 8, u"member.skills"_s);
        QVERIFY(!again->unit(8));
    }

    /// Saved under the sender's name, offered for the next file with the same headers.
    void savedForTheSender()
    {
        settle([this] { m_page->read({put(kUnknown)}); });
        QPointer<ColumnsDialog> dialog = dialogOfTheMessage();
        QVERIFY(dialog && !dialog->mappings());
        dialog->kinds()->setCurrentIndex(dialog->kinds()->findData(u"registered"_s));
        const QStringList ids{u"household.household_no"_s, u"member.name"_s,
                              u"member.id_no"_s,           u"member.relation"_s,
                              u"area.village"_s,           u"income_statement.gross_total"_s};
        for (int i = 0; i < ids.size(); ++i)
            choose(*dialog, i, ids[i]);
        dialog->unit(5)->setCurrentIndex(dialog->unit(5)->findData(u"wan"_s));
        dialog->saveAs().setText(u" 民政局 "_s);
        settle([&] { dialog->accept(); });
        QCOMPARE(m_page->files()[0].imported, 1);
        const auto saved = MappingService(m_site->session()).named(u"民政局"_s);
        FFP_VERIFY(saved);
        QCOMPARE(saved->kind, u"registered"_s);
        QCOMPARE(saved->columns.value(u"谁"_s), u"member.name"_s);
        QCOMPARE(saved->units.value(u"钱"_s), u"wan"_s);
        QTRY_VERIFY(!dialog);

        m_page->escape();
        settle([this] { m_page->read({put(kUnknown, u"下月.csv"_s)}); });
        QCOMPARE(m_page->step(), ImportPage::Step::Choose);
        dialog = dialogOfTheMessage();
        QVERIFY(dialog && dialog->mappings());
        QVERIFY(dialog->missing().isEmpty());
        QCOMPARE(dialog->saveAs().text(), u"民政局"_s);
        settle([&] { dialog->accept(); });
        QCOMPARE(m_page->files()[0].fields, ids);
        QCOMPARE(m_page->files()[0].units[5], u"wan"_s);
    }
    /// A list that can be read without is read anew when the person says so.
    void offeredForAKnownFile()
    {
        const auto dialog = known();
        choose(*dialog, 8, u"member.skills"_s);
        dialog->saveAs().setText(u"乡镇"_s);
        settle([&] { m_page->readWith(*dialog); });
        m_page->escape();
        settle([this] { m_page->read({put(sampleWorkbook(u"list.csv"_s), u"b.csv"_s)}); });
        QVERIFY(m_page->message().text().contains(u"乡镇"_s));
        QCOMPARE(m_page->files()[0].fields[8], u"member.remark"_s);
        settle([this] { pressOffer(); });
        QCOMPARE(m_page->files()[0].fields[8], u"member.skills"_s);
        QVERIFY(!m_page->message().text().contains(u"乡镇"_s));
    }
    void aNameThatCannotBe()
    {
        const auto dialog = known();
        dialog->saveAs().setText(u"张三341323197001019013"_s);
        settle([&] { m_page->readWith(*dialog); });
        QVERIFY(!m_page->message().text().isEmpty());
        QCOMPARE(MappingService(m_site->session()).list()->size(), size_t(0));
    }
    void exchangedAsAFile()
    {
        const auto dialog = known();
        choose(*dialog, 8, u"member.skills"_s);
        m_dialogs->path = m_site->dir().filePath(u"映射.json"_s);
        const auto button = [&](const char *text) {
            for (QPushButton *one : dialog->findChildren<QPushButton *>())
                if (one->text() == ColumnsDialog::tr(text))
                    return one->click();
            qFatal("no %s", text);
        };
        button("Into a file…");
        choose(*dialog, 8, QString());
        button("From a file…");
        QCOMPARE(dialog->field(8)->currentData().toString(), u"member.skills"_s);
        // Bad bytes change nothing and are said.
        put("\xFF\xFE no mapping", u"映射.json"_s);
        button("From a file…");
        QCOMPARE(dialog->field(8)->currentData().toString(), u"member.skills"_s);
        bool said = false;
        for (const MessageBar *bar : dialog->findChildren<MessageBar *>())
            said = said || bar->text().contains(u"映射.json"_s);
        QVERIFY(said);
    }
};

QTEST_MAIN(TestColumnsDialog)
#include "tst_columnsdialog.moc"
