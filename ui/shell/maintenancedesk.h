// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/maintenanceservice.h"
#include "core/settings/settings.h"

#include <QObject>

class QDialog;
class QWidget;

namespace ffp::ui {

class MainWindow;

/// The commands of the window that look after the data file: back up, restore, check, rebuild; and the daily
/// backup that nobody has to think of.
class MaintenanceDesk : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the window; connects its commands.
    MaintenanceDesk(Session &session, Settings &settings, MainWindow &window);

    void backUp();
    void restore();
    void verify();
    void rebuild();
    /// A command of namespace commands (ui/common/page.h); others are not its business.
    void run(const QString &command);
    /// In the background, if it is due today; what fails is told.
    void backUpDaily();

Q_SIGNALS:
    /// The restored file is to be opened instead.
    void openRequested(const QString &path);
    /// A backup was made: what shows its time is to be read again.
    void backedUp();

private:
    void showReport(const VerifyReport &report);

    Session &m_session;
    Settings &m_settings;
    MainWindow &m_window;
};

/// What the check found. Accepted = the tables shall be rebuilt; the property "restore" is true when a backup
/// shall be restored instead.
QDialog *makeVerifyDialog(const VerifyReport &report, QWidget *parent);

} // namespace ffp::ui
