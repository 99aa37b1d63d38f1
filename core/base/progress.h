// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <atomic>

namespace ffp {

/// Passed into long work. Callers poll `cancelled()` at least every 50 ms of work and return
/// ErrorKind::Cancelled; the work then leaves no trace.
class Progress
{
public:
    virtual ~Progress() = default;
    /// `done` of `total` units of `stage` (a stable ASCII name, shown through translation);
    /// total 0 = unknown. Cheap; implementations throttle.
    virtual void report(const char *stage, qint64 done, qint64 total) = 0;
    virtual bool cancelled() const = 0;
};

/// Reports nowhere; can be cancelled from another thread.
class SilentProgress : public Progress
{
public:
    void report(const char *, qint64, qint64) override {}
    bool cancelled() const override { return m_cancelled.load(std::memory_order_relaxed); }
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }

private:
    std::atomic<bool> m_cancelled{false};
};

} // namespace ffp
