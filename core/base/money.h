// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace ffp {

/// Integer 分 (1/100 元). Blank money is std::nullopt, never 0 (domain.md §0).
class Money
{
public:
    constexpr Money() = default;
    static constexpr Money fromFen(qint64 fen) { return Money(fen); }
    /// "12345.6", "-3,200.00": thousands separators allowed, at most two decimals.
    static std::optional<Money> fromYuanText(QStringView text);

    constexpr qint64 fen() const { return m_fen; }
    /// "12345.60", no separators (forms.md §4.2).
    QString toYuanText() const;

    constexpr auto operator<=>(const Money &) const = default;
    constexpr Money operator+(Money o) const { return Money(m_fen + o.m_fen); }
    constexpr Money operator-(Money o) const { return Money(m_fen - o.m_fen); }

private:
    explicit constexpr Money(qint64 fen) : m_fen(fen) {}
    qint64 m_fen = 0;
};

/// Decimal text to an integer of 10^-scale units ("12.5", scale 2 → 1250). Thousands separators are
/// accepted only in the form 1,234,567. Empty when it is not a plain number, has more decimals than
/// `scale` allows (trailing zeros do not count), or overflows.
std::optional<qint64> decimalFromText(QStringView text, int scale);
QString decimalToText(qint64 value, int scale);

/// total / divisor in 1/100 units, rounded half away from zero, once, for display (domain.md I-06).
qint64 divideForDisplay(qint64 total, qint64 divisor);

} // namespace ffp
