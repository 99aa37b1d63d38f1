// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QSet>

#include <optional>

namespace ffp {

/// Public holidays and weekends that are worked, as the State Council announces them for each year. The table
/// is data: `{"years": {"2026": {"notice": "…", "holidays": ["2026-01-01/2026-01-03", …],
/// "workdays": ["2026-01-04", …]}}}`; `a/b` is a range with both ends.
class WorkdayCalendar
{
public:
    /// Monday to Friday, no holidays known.
    WorkdayCalendar() = default;
    /// InvalidValue with subject.field = the year and args[0] = the entry that is wrong.
    static Result<WorkdayCalendar> fromJson(const QByteArray &json);
    /// The table that travels in the program, 2020–2026.
    static const WorkdayCalendar &shipped();

    /// Years of `other` replace those of this table: an office's own table over the shipped one.
    WorkdayCalendar with(const WorkdayCalendar &other) const;

    /// The holidays of the year are known; otherwise only weekends are days off and a deadline computed in it
    /// is provisional.
    bool covers(int year) const { return m_years.contains(year); }
    bool isWorkday(QDate date) const;
    /// The n-th working day after `from`; the day of the event does not count. n = 0: `from` itself.
    QDate addWorkdays(QDate from, int n) const;
    /// Working days after `from` up to and with `to`; 0 when `to` is not later.
    int workdaysBetween(QDate from, QDate to) const;

private:
    QSet<int> m_years;
    QSet<QDate> m_holidays;
    QSet<QDate> m_workdays; ///< Saturdays and Sundays that are worked
};

/// How a limit counts its days; policy packs say which.
enum class DayCount { Calendar, Working };

/// Last day of a limit of `days` after an event on `from`, which itself does not count.
QDate dueDate(QDate from, int days, DayCount count, const WorkdayCalendar &calendar);

/// The one definition of overdue: the due day is over and the thing was not done by its end. Done late stays
/// overdue. Without a due date nothing is ever overdue.
bool isOverdue(QDate due, std::optional<QDate> doneOn, QDate today);

} // namespace ffp
