// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"

#include <algorithm>

namespace ffp {

JobProgress::JobProgress()
{
    m_sinceReport.start();
}

void JobProgress::report(const char *stage, qint64 done, qint64 total)
{
    constexpr qint64 kReportEveryMs = 100;
    if (stage == m_lastStage && done != total && m_sinceReport.elapsed() < kReportEveryMs)
        return;
    m_lastStage = stage;
    m_sinceReport.restart();
    Q_EMIT progressed(QString::fromLatin1(stage), done, total);
}

JobReply::JobReply(QObject *context) : m_receiver(std::make_shared<Receiver>())
{
    m_receiver->context = context;
    m_watch = QObject::connect(context, &QObject::destroyed, [receiver = m_receiver] {
        const QMutexLocker locker(&receiver->mutex);
        receiver->context = nullptr;
    });
}

void JobReply::send(std::function<void()> deliver)
{
    // The lock keeps the object from going while the call is posted; with the object its posted calls go.
    const QMutexLocker locker(&m_receiver->mutex);
    if (m_receiver->context)
        QMetaObject::invokeMethod(
            m_receiver->context,
            [watch = m_watch, deliver = std::move(deliver)] {
                QObject::disconnect(watch);
                deliver();
            },
            Qt::QueuedConnection);
}

QThreadPool &jobPool()
{
    static constexpr int kFewest = 4;
    static QThreadPool &pool = []() -> QThreadPool & {
        QThreadPool &global = *QThreadPool::globalInstance();
        global.setMaxThreadCount(std::max(kFewest, global.maxThreadCount()));
        return global;
    }();
    return pool;
}

} // namespace ffp
