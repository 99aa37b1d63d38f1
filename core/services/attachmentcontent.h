// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace ffp {

/// What an attachment may be, told from its content and never from its name.
enum class MediaType { Jpeg, Png, Pdf };

const char *mediaTypeCode(MediaType type);   ///< "image/jpeg" …
const char *mediaTypeSuffix(MediaType type); ///< "jpg" …

/// The whole content is looked at: its kind by its first bytes, its end, and where the format has them its
/// lengths and check sums. InvalidValue with "file: empty", "file: no_attachment_kind" or "file:
/// damaged_content".
Result<MediaType> checkedContent(QByteArrayView content);

/// The name without folder, signs that file systems do not take, and runs of digits that may be a
/// certificate, account or phone number (FD-08); with the suffix of its kind. 附件 when nothing is left.
QString attachmentFileName(const QString &path, MediaType type);
/// A run of eleven or more digits, spaces and hyphens left aside.
bool holdsPersonalNumber(const QString &text);

} // namespace ffp
