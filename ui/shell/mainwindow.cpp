// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/common/messagebar.h"
#include "ui/common/theme.h"
#include "ui/shell/lockscreen.h"
#include "ui/shell/navigation.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/undokeys.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolButton>

namespace ffp::ui {
MainWindow::MainWindow(Settings &settings, const WindowInfo &info, std::vector<PageEntry> pages)
    : m_settings(settings)
{
    if (!info.admin)
        std::erase_if(pages, [](const PageEntry &e) { return e.adminOnly; });
    setWindowTitle(
        info.siteName.isEmpty()
            ? QApplication::applicationDisplayName()
            : QStringLiteral("%1 – %2").arg(info.siteName, QApplication::applicationDisplayName()));
    new UndoKeys(this);
    m_actions = new ActionRegistry(this);
    m_navigation = new Navigation(pages, this);
    m_message = new MessageBar(this);
    m_pages = new PageHost(std::move(pages), this);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(buildTopBar());
    auto *messageRow = new QVBoxLayout;
    messageRow->setContentsMargins(kGap * 2, kGap, kGap * 2, 0);
    messageRow->addWidget(m_message);
    right->addLayout(messageRow);
    right->addWidget(m_pages, 1);
    auto *centre = new QWidget(this);
    auto *layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_navigation);
    layout->addLayout(right, 1);
    setCentralWidget(centre);
    buildMenus();
    buildStatusBar(info);
    m_lockScreen = new LockScreen(this);
    connectCommands();
    setUndoTexts({}, {});

    constexpr QSize kFirstSize(1280, 760);
    resize(kFirstSize);
    restoreGeometry(m_settings.value(settings::kWindowGeometry));
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::buildTopBar()
{
    auto *bar = new QFrame(this);
    bar->setObjectName(QStringLiteral("topBar"));
    m_title = new QLabel(bar);
    setTextRole(m_title, TextRole::Title);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_search = new SearchBox(bar);
    m_search->setMinimumWidth(360);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(kGap * 2, kGap, kGap * 2, kGap);
    layout->setSpacing(kGap);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_search);
    for (const Command command : {Command::Undo, Command::Redo, Command::Lock}) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(m_actions->action(command));
        button->setFocusPolicy(Qt::NoFocus);
        button->setIconSize({20, 20});
        if (m_actions->action(command)->icon().isNull())
            button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        layout->addWidget(button);
    }
    return bar;
}

void MainWindow::buildMenus()
{
    menuBar()->addMenu(m_actions->menu(MenuId::File, this));
    menuBar()->addMenu(m_actions->menu(MenuId::Edit, this));
    auto *pages = menuBar()->addMenu(tr("&Pages"));
    int number = 0;
    for (const PageEntry &e : m_pages->entries()) {
        if (!e.inNavigation)
            continue;
        QAction *action = pages->addAction(e.title);
        if (++number <= 9)
            action->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(number)));
        connect(action, &QAction::triggered, this, [this, id = e.id] { m_pages->open(Target::to(id)); });
    }
    menuBar()->addMenu(m_actions->menu(MenuId::View, this));
    menuBar()->addMenu(m_actions->menu(MenuId::Help, this));
}

void MainWindow::buildStatusBar(const WindowInfo &info)
{
    m_hint = new QLabel(this);
    statusBar()->addPermanentWidget(m_hint);
    auto *user = new QLabel(info.userName, this);
    auto *site = new QLabel(info.siteName, this);
    for (QLabel *label : {user, site}) {
        setTextRole(label, TextRole::Hint);
        label->setContentsMargins(kGap, 0, kGap, 0);
        statusBar()->addPermanentWidget(label);
    }
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectCommands()
{
    const auto on = [this](Command command, auto function) {
        connect(m_actions->action(command), &QAction::triggered, this, function);
    };
    on(Command::Quit, [this] { close(); });
    on(Command::Search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(Command::Back, [this] {
        if (Page *page = m_pages->current(); !page || !page->escape())
            m_pages->goBack();
    });
    on(Command::Refresh, [this] {
        if (Page *page = m_pages->current())
            page->refresh();
    });
    on(Command::Save, [this] {
        if (Page *page = m_pages->current())
            page->save();
    });
    on(Command::NewVisit, [this] {
        if (Page *page = m_pages->current())
            page->newVisit();
    });
    on(Command::Previous, [this] {
        if (Page *page = m_pages->current())
            page->step(-1);
    });
    on(Command::Next, [this] {
        if (Page *page = m_pages->current())
            page->step(+1);
    });
    connect(m_navigation, &Navigation::chosen, this, [this](const QString &id) {
        if (!m_pages->open(Target::to(id)))
            m_navigation->setCurrent(m_pages->currentId());
    });
    connect(m_pages, &PageHost::opened, this, &MainWindow::pageOpened);
    connect(m_pages, &PageHost::notice, this, &MainWindow::showNotice);
    connect(m_pages, &PageHost::stateChanged, this, &MainWindow::updateTitle);
}

void MainWindow::pageOpened(const QString &id)
{
    m_message->clear();
    m_navigation->setCurrent(id);
    if (m_pages->entry(id)->inNavigation)
        m_settings.set(settings::kLastPage, id);
}

void MainWindow::openFirstPage()
{
    if (!m_pages->open(Target::to(m_settings.value(settings::kLastPage))) && !m_pages->entries().empty())
        m_pages->open(Target::to(m_pages->entries().front().id));
}

void MainWindow::updateTitle()
{
    const Page *page = m_pages->current();
    m_title->setText(page ? page->title() : QString());
    m_hint->setText(page && page->hasUnsavedInput() ? tr("Not saved yet (Ctrl+S)") : QString());
}

void MainWindow::setUndoTexts(const QString &undo, const QString &redo)
{
    const auto set = [this](Command command, const QString &plain, const QString &named,
                            const QString &what) {
        QAction *action = m_actions->action(command);
        action->setEnabled(!what.isEmpty() && !m_locked);
        action->setText(what.isEmpty() ? plain : named.arg(what));
        action->setToolTip(
            QStringLiteral("%1 (%2)").arg(plainText(action->text()), action->shortcut().toString()));
    };
    set(Command::Undo, tr("&Undo"), tr("&Undo: %1"), undo);
    set(Command::Redo, tr("&Redo"), tr("&Redo: %1"), redo);
}

void MainWindow::showNotice(NoticeKind kind, const QString &text)
{
    constexpr int kShownMs = 8000;
    if (kind == NoticeKind::Info || kind == NoticeKind::Good)
        statusBar()->showMessage(text, kShownMs);
    else
        m_message->show(kind, text);
}

void MainWindow::showError(const Error &error)
{
    m_message->showError(error);
}

void MainWindow::lock(const QString &userName)
{
    m_locked = true;
    m_pages->setPaused(true);
    menuBar()->setEnabled(false);
    centralWidget()->setVisible(false);
    for (QAction *action : findChildren<QAction *>())
        if (action != m_actions->action(Command::Quit))
            action->setProperty("beforeLock", action->isEnabled()), action->setEnabled(false);
    m_lockScreen->showFor(userName);
}

void MainWindow::unlock()
{
    m_locked = false;
    menuBar()->setEnabled(true);
    for (QAction *action : findChildren<QAction *>())
        if (action->property("beforeLock").isValid()) {
            action->setEnabled(action->property("beforeLock").toBool());
            action->setProperty("beforeLock", {});
        }
    centralWidget()->setVisible(true);
    m_lockScreen->hide();
    m_pages->setPaused(false);
    if (Page *page = m_pages->current())
        page->setFocus();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_locked && !m_pages->leaveAll([this] { close(); })) {
        event->ignore();
        return;
    }
    m_settings.set(settings::kWindowGeometry, saveGeometry());
    Q_EMIT closing();
    event->accept();
}

} // namespace ffp::ui
