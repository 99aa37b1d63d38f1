// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <compare>
#include <optional>

namespace ffp {

/// A month, YYYY-MM. Not the first of the month (domain.md V-14).
class YearMonth
{
public:
    YearMonth() = default;
    YearMonth(int year, int month) : m_index(year * 12 + month - 1) {}
    static YearMonth of(QDate date) { return {date.year(), date.month()}; }
    /// "2026-10"; nullopt for anything else.
    static std::optional<YearMonth> fromString(QStringView text);

    int year() const { return m_index / 12; }
    int month() const { return m_index % 12 + 1; }
    QString toString() const;
    QDate firstDay() const { return {year(), month(), 1}; }
    QDate lastDay() const { return firstDay().addMonths(1).addDays(-1); }
    YearMonth plus(int months) const
    {
        YearMonth ym;
        ym.m_index = m_index + months;
        return ym;
    }
    int operator-(YearMonth other) const { return m_index - other.m_index; }
    auto operator<=>(const YearMonth &) const = default;

private:
    int m_index = 0;
};

} // namespace ffp
