// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/yearmonth.h"
#include "core/domain/finding.h"

#include <QDate>

#include <optional>

namespace ffp {

/// What the day number 1 of a plain number means; None: a short number is no date.
enum class SerialDates { None, From1900, From1904 };

/// A date read from a cell or typed (domain.md V-14). A month stays a month: `day` is then null.
struct DateText {
    std::optional<YearMonth> month;
    QDate day;
    bool variant = false;         ///< not one of YYYYMMDD, YYYY-MM-DD, YYYYMM, YYYY-MM
    std::optional<Finding> fault; ///< NotADate, ImpossibleDate, ImpossibleMonth, AmbiguousDate
};

/// Accepts YYYYMMDD, YYYYMM, YYYY-M-D, YYYY/M/D, YYYY.M.D, YYYY年M月D日, YYYY-M, YYYY年M月, D/M/YYYY and
/// M/D/YYYY when only one reading exists, a spreadsheet's day number of up to five digits where `serials`
/// allows it, all of them with a time of day behind. Years 1900–2199. Full-width input is folded.
DateText parseDateText(QStringView text, SerialDates serials = SerialDates::None);

/// Day of a spreadsheet serial (1900 system with its leap-year fault: 60 is no date); null when impossible.
QDate dateFromSerial(int serial, SerialDates serials);

} // namespace ffp
