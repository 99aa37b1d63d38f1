// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/shell/actions.h"

#include <QMainWindow>

class QLabel;

namespace ffp::ui {

class LockScreen;
class MessageBar;
class Navigation;
class PageHost;
class SearchBox;

/// Names on the frame. No personal data goes into the window title.
struct WindowInfo {
    QString siteName;
    QString userName; ///< real name and role, status bar only
    bool admin = false;
};

/// The frame: navigation, top bar, pages, status bar. Knows pages only through PageEntry and nothing of
/// services; SiteController connects it to a session.
/// While locked nothing of the pages can be seen or reached by a shortcut (tests/ui/shell/tst_mainwindow).
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Settings &settings, const WindowInfo &info, std::vector<PageEntry> pages);
    ~MainWindow() override;

    ActionRegistry &actions() { return *m_actions; }
    SearchBox &search() { return *m_search; }
    LockScreen &lockScreen() { return *m_lockScreen; }

    PageHost &pages() { return *m_pages; }
    /// Opens what was open last time, or the first page.
    void openFirstPage();

    /// Names of what undo and redo would do; empty = nothing there.
    void setUndoTexts(const QString &undo, const QString &redo);
    void showNotice(NoticeKind kind, const QString &text);
    void showError(const Error &error);

    void lock(const QString &userName);
    void unlock();
    bool isLocked() const { return m_locked; }

Q_SIGNALS:
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildMenus();
    QWidget *buildTopBar();
    void buildStatusBar(const WindowInfo &info);
    void connectCommands();
    void pageOpened(const QString &id);
    void updateTitle();

    Settings &m_settings;
    ActionRegistry *m_actions;
    Navigation *m_navigation;
    SearchBox *m_search;
    MessageBar *m_message;
    PageHost *m_pages;
    QLabel *m_title;
    QLabel *m_hint;
    LockScreen *m_lockScreen;
    bool m_locked = false;
};

} // namespace ffp::ui
