// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/yearmonth.h"

namespace ffp {

std::optional<YearMonth> YearMonth::fromString(QStringView text)
{
    if (text.size() != 7 || text[4] != QLatin1Char('-'))
        return std::nullopt;
    bool yearOk = false;
    bool monthOk = false;
    const int year = text.left(4).toInt(&yearOk);
    const int month = text.mid(5).toInt(&monthOk);
    if (!yearOk || !monthOk || year < 1 || month < 1 || month > 12)
        return std::nullopt;
    return YearMonth(year, month);
}

QString YearMonth::toString() const
{
    return QStringLiteral("%1-%2").arg(year(), 4, 10, QLatin1Char('0')).arg(month(), 2, 10, QLatin1Char('0'));
}

} // namespace ffp
