// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp::ui {

/// Why two entries may be one (LikeEntries::why), in words.
QString likeText(const QString &why);

} // namespace ffp::ui
