// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"

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

} // namespace ffp

#include "moc_job.cpp"
