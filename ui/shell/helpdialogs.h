// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDialog;
class QWidget;

namespace ffp::ui {

/// Every key of the window, from the table of commands, and those of lists and forms. Deleted when closed.
QDialog *makeShortcutsDialog(QWidget *parent);
QDialog *makeAboutDialog(QWidget *parent);

} // namespace ffp::ui
