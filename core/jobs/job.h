// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace ffp {

/// Progress of a job that runs in a worker thread: throttled to ten reports a second.
class JobProgress : public QObject, public Progress
{
    Q_OBJECT

public:
    JobProgress();
    void report(const char *stage, qint64 done, qint64 total) override;
    bool cancelled() const override { return m_cancelled.load(std::memory_order_relaxed); }
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }

Q_SIGNALS:
    void progressed(const QString &stage, qint64 done, qint64 total);

private:
    std::atomic<bool> m_cancelled{false};
    QElapsedTimer m_sinceReport;
    const char *m_lastStage = nullptr;
};

/// The way back from a worker to the object that asked. The object may go at any time: what arrives later is
/// dropped.
class JobReply
{
public:
    explicit JobReply(QObject *context);
    /// Calls `deliver` in the object's thread, if it still lives then. From any thread, once.
    void send(std::function<void()> deliver);

private:
    struct Receiver {
        QMutex mutex;
        QObject *context; ///< null when it has gone
    };
    std::shared_ptr<Receiver> m_receiver;
    QMetaObject::Connection m_watch;
};

/// The global thread pool, with room for short jobs (a search) beside long ones that fill both cores of an
/// office PC.
QThreadPool &jobPool();

/// Runs `work` in the thread pool and calls `done` with its result in the thread of `context`, if
/// that still lives. Keep the returned progress to show or cancel.
template <class T>
std::shared_ptr<JobProgress> runJob(QObject *context, std::function<Result<T>(Progress &)> work,
                                    std::function<void(Result<T>)> done)
{
    auto progress = std::make_shared<JobProgress>();
    jobPool().start([progress, reply = std::make_shared<JobReply>(context), work = std::move(work),
                     done = std::move(done)] {
        auto result = std::make_shared<Result<T>>(work(*progress));
        reply->send([result, done] { done(std::move(*result)); });
    });
    return progress;
}

} // namespace ffp
