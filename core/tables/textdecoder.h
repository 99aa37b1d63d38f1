// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QString>

#include <functional>
#include <string_view>

class QFile;

namespace ffp {

enum class TextEncoding : quint8 { Utf8, Utf8Bom, Utf16Le, Utf16Be, Gb18030 };

/// "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "GB18030".
QString encodingName(TextEncoding encoding);

/// A byte order mark decides; else the file must be valid UTF-8 from end to end, and if it is not,
/// valid GB18030 (decodeText checks that). NotAWorkbook when NUL bytes show that it is no text.
Result<TextEncoding> detectEncoding(QFile &file, Progress &progress);

/// Hands the file to `sink` as UTF-8, without the mark, never cutting a character in two. Strict:
/// a byte that the encoding does not have ends it with WrongEncoding, it never becomes "?".
Result<> decodeText(QFile &file, TextEncoding encoding, Progress &progress,
                    const std::function<Result<>(std::string_view)> &sink);

} // namespace ffp
