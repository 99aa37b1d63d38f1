// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"

#include <cstdlib>
#include <limits>

namespace ffp {

std::optional<qint64> decimalFromText(QStringView text, int scale)
{
    bool negative = false;
    if (!text.isEmpty() && (text[0] == QLatin1Char('-') || text[0] == QLatin1Char('+'))) {
        negative = text[0] == QLatin1Char('-');
        text = text.mid(1);
    }
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    QStringView whole = point < 0 ? text : text.left(point);
    QStringView fraction = point < 0 ? QStringView() : text.mid(point + 1);
    if (whole.isEmpty() && fraction.isEmpty())
        return std::nullopt;
    while (fraction.size() > scale && fraction.back() == QLatin1Char('0'))
        fraction.chop(1);
    if (fraction.size() > scale)
        return std::nullopt;

    qint64 value = 0;
    const auto push = [&value](int digit) {
        constexpr qint64 kMax = std::numeric_limits<qint64>::max();
        if (value > (kMax - digit) / 10)
            return false;
        value = value * 10 + digit;
        return true;
    };
    const auto digitOf = [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9') ? c.unicode() - '0' : -1;
    };
    // With separators the first group has 1-3 digits and every further group exactly 3.
    const bool grouped = whole.contains(QLatin1Char(','));
    qsizetype inGroup = 0;
    bool firstGroup = true;
    for (const QChar c : whole) {
        if (c == QLatin1Char(',')) {
            if (inGroup == 0 || (firstGroup ? inGroup > 3 : inGroup != 3))
                return std::nullopt;
            firstGroup = false;
            inGroup = 0;
            continue;
        }
        const int digit = digitOf(c);
        if (digit < 0 || !push(digit))
            return std::nullopt;
        ++inGroup;
    }
    if (grouped && inGroup != 3)
        return std::nullopt;
    for (int i = 0; i < scale; ++i) {
        const int digit = i < fraction.size() ? digitOf(fraction[i]) : 0;
        if (digit < 0 || !push(digit))
            return std::nullopt;
    }
    return negative ? -value : value;
}

QString decimalToText(qint64 value, int scale)
{
    const bool negative = value < 0;
    const quint64 magnitude = negative ? quint64(0) - static_cast<quint64>(value)
                                       : static_cast<quint64>(value);
    QString digits = QString::number(magnitude);
    if (scale > 0) {
        digits = digits.rightJustified(scale + 1, QLatin1Char('0'));
        digits.insert(digits.size() - scale, QLatin1Char('.'));
    }
    return negative ? QLatin1Char('-') + digits : digits;
}

std::optional<Money> Money::fromYuanText(QStringView text)
{
    const std::optional<qint64> fen = decimalFromText(text, 2);
    return fen ? std::optional(fromFen(*fen)) : std::nullopt;
}

QString Money::toYuanText() const
{
    return decimalToText(m_fen, 2);
}

qint64 divideForDisplay(qint64 total, qint64 divisor)
{
    const qint64 quotient = total / divisor;
    const qint64 rest = std::llabs(total % divisor);
    const qint64 size = std::llabs(divisor);
    if (rest >= size - rest)
        return quotient + ((total < 0) == (divisor < 0) ? 1 : -1);
    return quotient;
}

} // namespace ffp
