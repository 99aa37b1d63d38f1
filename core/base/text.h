// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ffp {

/// Full-width ASCII (U+FF01–FF5E) to ASCII, every kind of space and line break to U+0020; characters
/// without width (U+200B–200F, U+2060, U+FEFF, soft hyphen …) and other controls are dropped.
QString foldWidth(QStringView text);

/// foldWidth, trimmed, runs of spaces collapsed to one. For names and short texts.
QString cleaned(QStringView text);

/// foldWidth without any space, for comparing headers, labels and names of places.
QString compareKey(QStringView text);

/// Parts of a multi-value cell, split on , ， 、 ; ； | and line breaks (T-08); cleaned, empty ones left out.
QStringList splitList(QStringView text);

} // namespace ffp
