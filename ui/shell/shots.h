// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"
#include "core/settings/settings.h"

#include <QSize>
#include <QStringList>

namespace ffp::ui {

/// Draws every page and dialog with the data of `session` into PNG files in `folder` (made when it is not
/// there). Language, theme and text size are those of `settings`. Returns the files; FileUnwritable.
Result<QStringList> takeShots(std::unique_ptr<Session> session, Settings &settings, const QString &folder,
                              QSize windowSize);

} // namespace ffp::ui
