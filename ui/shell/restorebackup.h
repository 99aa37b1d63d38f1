// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace ffp::ui {

/// Asks for a backup and for the name of the new data file, checks and copies with progress, and calls `done`
/// with the new file. What fails is told to the person; `done` is not called then.
/// @param sitePath the data file to be replaced, for the folders proposed; may be empty.
void restoreBackup(QWidget *parent, const QString &sitePath,
                   std::function<void(const QString &newPath)> done);

} // namespace ffp::ui
