// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"
#include "ui/shell/lockscreen.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/searchbox.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>

using namespace ffp;
using namespace ffp::ui;

namespace {

class SimplePage : public Page
{
public:
    explicit SimplePage(const QString &text) : m_text(text) { setFocusPolicy(Qt::StrongFocus); }
    QString title() const override { return m_text; }
    void refresh() override { ++refreshed; }
    void save() override { ++saved; }
    bool mayLeave() override { return leaveable; }
    bool hasUnsavedInput() const override { return !leaveable; }

    int refreshed = 0;
    int saved = 0;
    bool leaveable = true;

private:
    QString m_text;
};

SearchAnswer twoHits(RecordId first, RecordId second)
{
    SearchAnswer answer;
    answer.lines = {{first, {}, QStringLiteral("张三"), QStringLiteral("田万村")},
                    {second, {}, QStringLiteral("赵四"), QStringLiteral("田万村")}};
    return answer;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QFile::remove(m_dir.filePath(QStringLiteral("s.ini")));
        m_settings = std::make_unique<Settings>(m_dir.filePath(QStringLiteral("s.ini")));
        makeWindow(false);
    }
    void cleanup() { m_window.reset(); }

    void mnemonicsOfAMenuAreDistinct()
    {
        makeWindow(true); // with all pages
        const auto distinct = [](const QList<QAction *> &actions) {
            QStringList seen;
            for (const QAction *action : actions) {
                const QString key = QKeySequence::mnemonic(action->text()).toString();
                if (action->isVisible() && !key.isEmpty() && seen.contains(key))
                    return false;
                seen << key;
            }
            return true;
        };
        const QList<QAction *> menus = m_window->menuBar()->actions();
        QVERIFY(menus.size() >= 4);
        QVERIFY(distinct(menus));
        for (const QAction *menu : menus)
            QVERIFY2(menu->menu() && distinct(menu->menu()->actions()), qPrintable(menu->text()));
    }

    void titleNamesTheOfficeOnly()
    {
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("Office")));
        QVERIFY(!m_window->windowTitle().contains(QStringLiteral("Zhang San")));
    }

    void adminPagesOnlyForAdmins()
    {
        QVERIFY(!m_window->pages().entry(QStringLiteral("users")));
        makeWindow(true);
        QVERIFY(m_window->pages().entry(QStringLiteral("users")));
    }

    void lastPageIsRemembered()
    {
        m_window->openFirstPage();
        QCOMPARE(m_window->pages().currentId(), QStringLiteral("workbench"));
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(m_window->pages().currentId(), QStringLiteral("households"));
        makeWindow(false);
        m_window->openFirstPage();
        QCOMPARE(m_window->pages().currentId(), QStringLiteral("households"));
    }

    void rememberedPageThatIsGoneGivesTheFirst()
    {
        m_settings->set(settings::kLastPage, QStringLiteral("users"));
        m_window->openFirstPage();
        QCOMPARE(m_window->pages().currentId(), QStringLiteral("workbench"));
    }

    void keysReachThePage()
    {
        m_window->openFirstPage();
        auto *page = static_cast<SimplePage *>(m_window->pages().current());
        QTest::keyClick(page, Qt::Key_F5);
        QTest::keyClick(page, Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(page->refreshed, 1);
        QCOMPARE(page->saved, 1);
        QTest::keyClick(page, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_window->search().hasFocus());
    }

    void escapeGoesBack()
    {
        m_window->openFirstPage();
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QTest::keyClick(m_window->pages().current(), Qt::Key_Escape);
        QCOMPARE(m_window->pages().currentId(), QStringLiteral("workbench"));
    }

    void undoNamesWhatItTakesBack()
    {
        QAction *undo = m_window->actions().action(Command::Undo);
        QVERIFY(!undo->isEnabled());
        m_window->setUndoTexts(QStringLiteral("visit"), {});
        QVERIFY(undo->isEnabled());
        QVERIFY(undo->text().contains(QStringLiteral("visit")));
        QVERIFY(!m_window->actions().action(Command::Redo)->isEnabled());
        QSignalSpy triggered(undo, &QAction::triggered);
        m_window->openFirstPage();
        QTest::keyClick(m_window->pages().current(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(triggered.size(), 1);
    }

    void undoFromAFieldInWhichNothingWasTyped()
    {
        m_window->openFirstPage();
        m_window->setUndoTexts(QStringLiteral("visit"), {});
        QSignalSpy triggered(m_window->actions().action(Command::Undo), &QAction::triggered);
        QLineEdit line(m_window->pages().current());
        QPlainTextEdit text(m_window->pages().current());
        for (QWidget *field : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&text)}) {
            field->show();
            field->setFocus();
            triggered.clear();
            QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
            QCOMPARE(triggered.size(), 1);
            QTest::keyClicks(field, QStringLiteral("abc"));
            QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier); // what was typed goes first
            QCOMPARE(triggered.size(), 1);
        }
        QVERIFY(line.text().isEmpty());
        QVERIFY(text.toPlainText().isEmpty());
    }

    void lockedWindowShowsAndDoesNothing()
    {
        m_window->openFirstPage();
        auto *page = static_cast<SimplePage *>(m_window->pages().current());
        m_window->setUndoTexts(QStringLiteral("visit"), {});
        m_window->lock(QStringLiteral("Zhang San"));
        QVERIFY(!page->isVisible());
        QVERIFY(m_window->lockScreen().isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_window->pages().currentId(), QStringLiteral("workbench"));
        QCOMPARE(page->refreshed, 0);
        QVERIFY(!m_window->actions().action(Command::Undo)->isEnabled());

        QSignalSpy asked(&m_window->lockScreen(), &LockScreen::unlockRequested);
        QTest::keyClicks(m_window->lockScreen().findChild<QLineEdit *>(), QStringLiteral("secret-1"));
        QTest::keyClick(m_window->lockScreen().findChild<QLineEdit *>(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("secret-1"));
        m_window->unlock();
        QVERIFY(page->isVisible());
        QVERIFY(m_window->actions().action(Command::Undo)->isEnabled());
        QVERIFY(!m_window->actions().action(Command::Redo)->isEnabled());
    }

    void wrongPasswordOnLockScreenWaits()
    {
        m_window->lock(QStringLiteral("Zhang San"));
        auto *edit = m_window->lockScreen().findChild<QLineEdit *>();
        QSignalSpy asked(&m_window->lockScreen(), &LockScreen::unlockRequested);
        QTest::keyClicks(edit, QStringLiteral("wrong-1"));
        QTest::keyClick(edit, Qt::Key_Return);
        Error error = Error::of(ErrorKind::WrongPassword);
        error.args = {QStringLiteral("4")};
        m_window->lockScreen().refuse(error);
        QVERIFY(edit->text().isEmpty());
        // It names no way that the lock screen does not have.
        QVERIFY(!m_window->lockScreen().findChild<MessageBar *>()->text().contains(QStringLiteral("forgot")));
        QTest::keyClicks(edit, QStringLiteral("again-1"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(asked.size(), 1); // still waiting
    }

    void windowWithUnsavedInputStaysOpen()
    {
        m_window->openFirstPage();
        auto *page = static_cast<SimplePage *>(m_window->pages().current());
        page->leaveable = false;
        QVERIFY(!m_window->close());
        page->leaveable = true;
        QVERIFY(m_window->close());
        QVERIFY(!m_settings->value(settings::kWindowGeometry).isEmpty());
    }

    void searchAnswersAndOpens()
    {
        const RecordId first(std::array<unsigned char, 16>{1});
        const RecordId second(std::array<unsigned char, 16>{2});
        m_window->search().setSource([&](const QString &text, const SearchBox::Show &show) {
            show(text == QStringLiteral("zs") ? twoHits(first, second) : SearchAnswer());
        });
        QSignalSpy chosen(&m_window->search(), &SearchBox::chosen);
        m_window->search().setFocus();
        QTest::keyClicks(&m_window->search(), QStringLiteral("zs"));
        QVERIFY(m_window->search().hits()->isVisible());
        QCOMPARE(m_window->search().hits()->count(), 2);
        QTest::keyClick(&m_window->search(), Qt::Key_Down);
        QTest::keyClick(&m_window->search(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<SearchLine>().household, second);
        QVERIFY(!m_window->search().hits()->isVisible());
        QTest::keyClicks(&m_window->search(), QStringLiteral("x")); // the box was cleared; "x" finds nothing
        QCOMPARE(m_window->search().hits()->count(), 1);
        QTest::keyClick(&m_window->search(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QTest::keyClick(&m_window->search(), Qt::Key_Escape);
        QVERIFY(!m_window->search().hits()->isVisible());
    }

    void keysBeforeTheAnswerCountForIt()
    {
        const RecordId first(std::array<unsigned char, 16>{1});
        const RecordId second(std::array<unsigned char, 16>{2});
        std::vector<std::pair<QString, SearchBox::Show>> asked;
        m_window->search().setSource(
            [&](const QString &text, SearchBox::Show show) { asked.emplace_back(text, std::move(show)); });
        QSignalSpy chosen(&m_window->search(), &SearchBox::chosen);
        m_window->search().setFocus();
        QTest::keyClicks(&m_window->search(), QStringLiteral("zs"));
        QTest::keyClick(&m_window->search(), Qt::Key_Down);
        QTest::keyClick(&m_window->search(), Qt::Key_Return);
        QCOMPARE(asked.size(), size_t(2));
        QCOMPARE(chosen.size(), 0);
        asked[0].second(twoHits(second, first)); // of "z": another question has followed
        QCOMPARE(chosen.size(), 0);
        QVERIFY(!m_window->search().hits()->isVisible());
        asked[1].second(twoHits(first, second));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<SearchLine>().household, second);

        // An answer that comes after Esc, after the box lost the keyboard or after its window opens nothing.
        QTest::keyClicks(&m_window->search(), QStringLiteral("z"));
        QTest::keyClick(&m_window->search(), Qt::Key_Return);
        QTest::keyClick(&m_window->search(), Qt::Key_Escape);
        asked[2].second(twoHits(first, second));
        QCOMPARE(chosen.size(), 1);
        QVERIFY(!m_window->search().hits()->isVisible());
        QTest::keyClicks(&m_window->search(), QStringLiteral("s"));
        const SearchBox::Show late = asked[3].second;
        m_window.reset();
        late(twoHits(first, second));
    }

    void shortcutsAreUnique()
    {
        QSet<QString> seen;
        for (const CommandSpec &spec : commandSpecs())
            for (const QString &key : QString::fromLatin1(spec.shortcuts).split(u' ', Qt::SkipEmptyParts)) {
                QVERIFY2(!QKeySequence::fromString(key).isEmpty(), qPrintable(key));
                QVERIFY2(!seen.contains(key), qPrintable(key));
                seen << key;
            }
    }

private:
    void makeWindow(bool admin)
    {
        m_window.reset();
        std::vector<PageEntry> pages;
        const auto add = [&](const char *id, bool inNavigation, bool adminOnly) {
            PageEntry entry;
            entry.id = QLatin1String(id);
            entry.title = entry.id;
            entry.inNavigation = inNavigation;
            entry.adminOnly = adminOnly;
            entry.make = [title = entry.id] { return new SimplePage(title); };
            pages.push_back(entry);
        };
        add("workbench", true, false);
        add("households", true, false);
        add("household", false, false);
        add("users", true, true);
        m_window = std::make_unique<MainWindow>(*m_settings,
                                                WindowInfo{QStringLiteral("Office"),
                                                           QStringLiteral("Zhang San"), admin},
                                                pages);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    QTemporaryDir m_dir;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
