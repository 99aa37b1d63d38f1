// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>
#include <string>
#include <string_view>

namespace ffp {

/// What a number format makes of a number.
enum class NumberStyle : quint8 { Plain, Date, Time, Duration };

/// Style of one of the formats that every spreadsheet program knows by number (ECMA-376 18.8.30,
/// with the East Asian ones 27-36 and 50-58).
NumberStyle builtinNumberStyle(int formatId);
/// Style of a format code such as `yyyy"年"m"月"d"日"`, `[h]:mm`, `0.00`.
NumberStyle numberStyle(std::string_view formatCode);

/// A stored number as plain digits: no exponent, no ".0", no noise digits of a binary fraction
/// ("3.41323114000245E+15" → "3413231140002450", "0.10000000000000001" → "0.1"). Whole numbers keep
/// the digits of the file. Text that is no number, or beyond 1e21, comes back unchanged.
std::string plainNumber(std::string_view stored);

/// Date serial number to ISO text, "2026-10-31" or "2026-10-31T17:42:05" (to the second); for
/// NumberStyle::Time "17:42:05". Empty when the number is no date between 1900 and 9999, or when
/// the style is neither date nor time.
std::string isoFromSerial(std::string_view plainDigits, NumberStyle style, bool date1904);

} // namespace ffp
