// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/divisionservice.h"

#include <QObject>

namespace ffp::ui {

class MainWindow;

/// The commands of the window that complete the table of divisions; they show for administrators only.
class DivisionDesk : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the window; connects its commands.
    DivisionDesk(Session &session, MainWindow &window);

    void addVillage();
    void importFile();

private:
    Session &m_session;
    MainWindow &m_window;
};

} // namespace ffp::ui
