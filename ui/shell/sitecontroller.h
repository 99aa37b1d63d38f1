// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "core/services/undoservice.h"
#include "core/settings/settings.h"
#include "ui/shell/mainwindow.h"

#include <QPointer>

class QDialog;

namespace ffp::ui {

class IdleWatcher;
class MaintenanceDesk;
class SearchFeed;

/// Connects the window to one opened site: changes reach the pages, undo and redo have their names, the
/// search index is kept, the window locks when nobody is there.
///
/// The window is made anew when language, theme or text size change; the session stays. While a page may not
/// be left, the new look waits until it is.
class SiteController : public QObject
{
    Q_OBJECT

public:
    SiteController(std::unique_ptr<Session> session, Settings &settings, QObject *parent = nullptr);
    /// Waits for jobs that still use the session.
    ~SiteController() override;

    void show();
    MainWindow &window() { return *m_window; }
    Session &session() { return *m_session; }
    SearchFeed &search() { return *m_search; }

    void lock();
    MaintenanceDesk &maintenance() { return *m_maintenance; }

Q_SIGNALS:
    /// The person closed the window.
    void closed();
    /// Another data file or person is wanted.
    void logInRequested(const QString &path);

private:
    void makeWindow();
    void remakeWindow();
    void connectCommands();
    void connectChoice(Command command, std::function<void()> choose, bool checked);
    void takeBack(bool redo);
    bool agreesTo(const ChangeEntry &entry, bool redo);
    void refreshUndo();
    void registerChanged(const ChangeSummary &summary);
    void lockWhenFree();
    void hideDialogs();
    void unlock(const QString &password);
    void tellNotices();
    void tellDrafts();
    void close();
    /// Page::leave of the page in view.
    bool leave(std::function<void()> again);
    void openFile(const QString &path);
    /// Settings were changed: shows them at once, or after the page that may not be left now.
    void showLook();
    void lookWaited();

    std::unique_ptr<Session> m_session;
    Settings &m_settings;
    std::unique_ptr<SearchFeed> m_search;
    std::unique_ptr<MainWindow> m_window;
    std::optional<ChangeEntry> m_nextUndo;
    std::optional<ChangeEntry> m_nextRedo;
    std::unique_ptr<IdleWatcher> m_idle;
    std::vector<QPointer<QDialog>> m_hidden;  ///< while locked
    MaintenanceDesk *m_maintenance = nullptr; ///< the window's
    bool m_noticesTold = false;
    bool m_lookWaits = false; ///< settings that the window does not show yet
    bool m_changed = false;   ///< since the last automatic backup
};

/// What a notice of the session says to the person.
QString noticeText(Notice notice);
/// "王娟 (Administrator)".
QString personText(const User &user);

} // namespace ffp::ui
