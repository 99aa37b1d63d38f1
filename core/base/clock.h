// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QtGlobal>

#include <optional>

namespace ffp {

/// The only source of time. Instants are UTC milliseconds, policy dates are local calendar dates
/// of Asia/Shanghai (fixed UTC+8, no daylight saving since 1991).
class Clock
{
public:
    virtual ~Clock() = default;
    virtual qint64 nowMs() const = 0;
    /// The business date; differs from the wall clock when `--today` is given.
    virtual QDate today() const = 0;
};

class SystemClock : public Clock
{
public:
    SystemClock() = default;
    explicit SystemClock(QDate fixedToday) : m_today(fixedToday) {}
    qint64 nowMs() const override;
    QDate today() const override;

private:
    std::optional<QDate> m_today;
};

/// For tests: stands still until told otherwise.
class ManualClock : public Clock
{
public:
    explicit ManualClock(QDate today, qint64 ms = 1'800'000'000'000) : m_today(today), m_ms(ms) {}
    qint64 nowMs() const override { return m_ms; }
    QDate today() const override { return m_today; }
    void set(QDate today) { m_today = today; }
    void advance(qint64 ms) { m_ms += ms; }

private:
    QDate m_today;
    qint64 m_ms;
};

constexpr int kOfficeUtcOffsetSeconds = 8 * 3600; ///< Asia/Shanghai has no daylight saving
/// An instant as the clocks of Asia/Shanghai show it.
QDateTime localTime(qint64 utcMs);
/// Calendar date in Asia/Shanghai of an instant.
QDate localDate(qint64 utcMs);

} // namespace ffp
