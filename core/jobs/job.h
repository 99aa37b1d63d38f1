// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <QPromise>
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

/// Runs `work` in the thread pool and calls `done` with its result in the thread of `context`, if
/// that still lives. Keep the returned progress to show or cancel.
template <class T>
std::shared_ptr<JobProgress> runJob(QObject *context, std::function<Result<T>(Progress &)> work,
                                    std::function<void(Result<T>)> done)
{
    using Shared = std::shared_ptr<Result<T>>;
    auto progress = std::make_shared<JobProgress>();
    auto promise = std::make_shared<QPromise<Shared>>();
    promise->start();
    promise->future().then(context,
                           [done = std::move(done)](const Shared &result) { done(std::move(*result)); });
    QThreadPool::globalInstance()->start([progress, promise, work = std::move(work)] {
        promise->addResult(std::make_shared<Result<T>>(work(*progress)));
        promise->finish();
    });
    return progress;
}

} // namespace ffp
