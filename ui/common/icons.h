// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPixmap>

namespace ffp::ui {

/// Icon `name` of resources/icons, drawn in the text colour of the theme (accent when checked); a null icon
/// when there is no such file.
QIcon icon(const char *name);
/// The same in one colour.
QIcon icon(const char *name, const QColor &color);

/// The program's own mark, in its colours.
QPixmap programMark(int side);

} // namespace ffp::ui
