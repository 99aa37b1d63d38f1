// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QImage;
class QPrinter;
class QString;

namespace ffp::ui {

/// One picture as large as the page takes it, with its caption and the mark of confidential prints under it
/// (forms.md FD-08). A wide picture is printed on a page turned sideways. PrintFailed.
Result<> printPicture(QPrinter &printer, const QImage &picture, const QString &caption);

} // namespace ffp::ui
