// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/settings/settings.h"
#include "ui/shell/localsitedoor.h"

#include <QObject>

namespace ffp::ui {

class SiteController;

/// From log-in to window and back: first run, log-in, the window of one site, another file or person.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(Settings &settings, const Clock &clock);
    ~Desktop() override;

    /// Asks for log-in; `path` and `user` are chosen already when given. With nothing given and no file known
    /// it offers to set one up.
    void start(const QString &path, const QString &user);
    /// Goes straight to the window.
    void enter(std::unique_ptr<Session> session);

Q_SIGNALS:
    /// Nothing is open any more.
    void finished();

private:
    std::unique_ptr<Session> askSession(const QString &path, const QString &user);
    std::unique_ptr<Session> setUp();
    void logInAgain(QString path);
    void leave();

    Settings &m_settings;
    LocalSiteDoor m_door;
    std::unique_ptr<SiteController> m_site;
};

} // namespace ffp::ui
