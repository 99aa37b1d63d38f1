// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktop.h"

#include "ui/platform/dialogs.h"
#include "ui/shell/logindialog.h"
#include "ui/shell/look.h"
#include "ui/shell/maintenancedesk.h"
#include "ui/shell/newsitedialog.h"
#include "ui/shell/sitecontroller.h"

#include <QFileInfo>
#include <QScreen>

namespace ffp::ui {

Desktop::Desktop(Settings &settings, const Clock &clock) : m_settings(settings), m_door(clock)
{
    applyLook(settings);
}

Desktop::~Desktop() = default;

void Desktop::start(const QString &path, const QString &user)
{
    std::unique_ptr<Session> session;
    if (path.isEmpty() && m_settings.value(settings::kRecentFiles).isEmpty())
        session = setUp();
    if (!session)
        session = askSession(path, user);
    if (session)
        enter(std::move(session));
    else
        Q_EMIT finished();
}

std::unique_ptr<Session> Desktop::setUp()
{
    NewSiteDialog dialog(m_door, m_settings);
    dialog.exec();
    return dialog.takeSession();
}

std::unique_ptr<Session> Desktop::askSession(const QString &path, const QString &user)
{
    while (true) {
        bool newWanted = false;
        LoginDialog dialog(m_door, m_settings);
        if (!path.isEmpty())
            dialog.setFile(path, user);
        connect(&dialog, &LoginDialog::newSiteRequested, &dialog, [&dialog, &newWanted] {
            newWanted = true;
            dialog.reject();
        });
        dialog.exec();
        std::unique_ptr<Session> session = newWanted ? setUp() : dialog.takeSession();
        if (session || !newWanted)
            return session;
    }
}

void Desktop::enter(std::unique_ptr<Session> session)
{
    m_settings.addRecentFile(QFileInfo(session->path()).absoluteFilePath());
    m_site = std::make_unique<SiteController>(std::move(session), m_settings);
    // Later, because the controller that says so is deleted.
    connect(m_site.get(), &SiteController::closed, this, &Desktop::leave, Qt::QueuedConnection);
    connect(m_site.get(), &SiteController::logInRequested, this, &Desktop::logInAgain, Qt::QueuedConnection);
    // The first time on a small screen every line counts.
    constexpr int kSmallWidth = 1440;
    MainWindow &window = m_site->window();
    if (m_settings.value(settings::kWindowGeometry).isEmpty()
        && window.screen()->availableSize().width() <= kSmallWidth)
        window.setWindowState(Qt::WindowMaximized);
    m_site->show();
    m_site->maintenance().backUpDaily();
}

void Desktop::leave()
{
    m_site.reset();
    Q_EMIT finished();
}

void Desktop::logInAgain(QString path)
{
    m_site.reset(); // a file can be open only once
    start(path, {});
}

} // namespace ffp::ui
