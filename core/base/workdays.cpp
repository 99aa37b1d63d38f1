// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/workdays.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ffp {
namespace {

constexpr int kLongestHolidayDays = 31;

Error wrongEntry(const QString &year, const QString &entry)
{
    Error error = Error::of(ErrorKind::InvalidValue, QStringLiteral("holiday table"));
    error.subject.field = year;
    error.args = {entry};
    return error;
}

bool isWeekend(QDate date)
{
    return date.dayOfWeek() >= Qt::Saturday;
}

/// "2026-01-01" or "2026-01-01/2026-01-03", all within `year`; empty when it is neither.
QList<QDate> daysOf(const QString &entry, int year)
{
    const QStringList ends = entry.split(u'/');
    const QDate first = QDate::fromString(ends.front(), Qt::ISODate);
    const QDate last = QDate::fromString(ends.back(), Qt::ISODate);
    const bool inOrder = first.isValid() && last.isValid() && first <= last
                         && first.daysTo(last) < kLongestHolidayDays;
    QList<QDate> days;
    if (ends.size() > 2 || !inOrder || first.year() != year || last.year() != year)
        return days;
    for (QDate day = first; day <= last; day = day.addDays(1))
        days.append(day);
    return days;
}

Result<> read(const QJsonArray &entries, int year, QSet<QDate> &out)
{
    for (const QJsonValue &entry : entries) {
        const QList<QDate> days = daysOf(entry.toString(), year);
        if (days.isEmpty())
            return fail(wrongEntry(QString::number(year), entry.toString()));
        out += QSet<QDate>(days.begin(), days.end());
    }
    return {};
}

} // namespace

Result<WorkdayCalendar> WorkdayCalendar::fromJson(const QByteArray &json)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    const QJsonObject years = document.object().value(QLatin1String("years")).toObject();
    if (parsed.error != QJsonParseError::NoError || years.isEmpty())
        return fail(wrongEntry(QStringLiteral("years"), parsed.errorString()));

    WorkdayCalendar calendar;
    for (auto it = years.begin(); it != years.end(); ++it) {
        bool number = false;
        const int year = it.key().toInt(&number);
        const QJsonObject table = it->toObject();
        if (!number || !table.value(QLatin1String("holidays")).isArray())
            return fail(wrongEntry(it.key(), QStringLiteral("holidays")));
        FFP_TRY(read(table.value(QLatin1String("holidays")).toArray(), year, calendar.m_holidays));
        QSet<QDate> worked;
        FFP_TRY(read(table.value(QLatin1String("workdays")).toArray(), year, worked));
        // Only a weekend can be turned into working days, and nothing can be both.
        for (const QDate day : std::as_const(worked))
            if (!isWeekend(day) || calendar.m_holidays.contains(day))
                return fail(wrongEntry(it.key(), day.toString(Qt::ISODate)));
        calendar.m_workdays += worked;
        calendar.m_years.insert(year);
    }
    return calendar;
}

const WorkdayCalendar &WorkdayCalendar::shipped()
{
    static const WorkdayCalendar calendar = [] {
        QFile file(QStringLiteral(":/ffp/holidays/cn.json"));
        const bool open = file.open(QIODevice::ReadOnly);
        Result<WorkdayCalendar> read = fromJson(open ? file.readAll() : QByteArray());
        if (!read)
            qFatal("the program's own holiday table is damaged");
        return std::move(*read);
    }();
    return calendar;
}

WorkdayCalendar WorkdayCalendar::with(const WorkdayCalendar &other) const
{
    WorkdayCalendar merged = *this;
    const auto replaced = [&other](QDate day) { return other.covers(day.year()); };
    merged.m_holidays.removeIf([&](const QDate &day) { return replaced(day); });
    merged.m_workdays.removeIf([&](const QDate &day) { return replaced(day); });
    merged.m_years += other.m_years;
    merged.m_holidays += other.m_holidays;
    merged.m_workdays += other.m_workdays;
    return merged;
}

bool WorkdayCalendar::isWorkday(QDate date) const
{
    return m_workdays.contains(date) || (!isWeekend(date) && !m_holidays.contains(date));
}

QDate WorkdayCalendar::addWorkdays(QDate from, int n) const
{
    QDate day = from;
    while (n > 0) {
        day = day.addDays(1);
        if (isWorkday(day))
            --n;
    }
    return day;
}

int WorkdayCalendar::workdaysBetween(QDate from, QDate to) const
{
    int count = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1))
        count += isWorkday(day) ? 1 : 0;
    return count;
}

QDate dueDate(QDate from, int days, DayCount count, const WorkdayCalendar &calendar)
{
    return count == DayCount::Working ? calendar.addWorkdays(from, days) : from.addDays(days);
}

bool isOverdue(QDate due, std::optional<QDate> doneOn, QDate today)
{
    return due.isValid() && (doneOn ? *doneOn : today) > due;
}

} // namespace ffp
