// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace ffp::ui {

/// Progress of one job with a cancel button. Shown after a short wait, so that quick jobs do not flash.
class JobDialog : public QDialog
{
    Q_OBJECT

public:
    /// `Whole`: the work cannot be broken off, so nothing is offered that would.
    enum class Stop { Offered, Whole };
    JobDialog(const QString &title, QWidget *parent, Stop stop = Stop::Offered);
    /// A job whose window has gone is asked to stop.
    ~JobDialog() override;

    /// Runs `work` and calls `done` on this thread; the dialog closes and deletes itself before that. Cancel
    /// and Esc ask the job to stop; it ends with ErrorKind::Cancelled.
    template <class T>
    static void run(QWidget *parent, const QString &title, std::function<Result<T>(Progress &)> work,
                    std::function<void(Result<T>)> done, Stop stop = Stop::Offered)
    {
        auto *dialog = new JobDialog(title, parent, stop);
        dialog->watch(runJob<T>(dialog, std::move(work), [dialog, done = std::move(done)](Result<T> result) {
            dialog->finish();
            done(std::move(result));
        }));
    }

    void watch(std::shared_ptr<JobProgress> progress);
    void finish();
    void reject() override;

private:
    void showProgress(const QString &stage, qint64 done, qint64 total);

    std::shared_ptr<JobProgress> m_progress;
    QLabel *m_stage;
    QProgressBar *m_bar;
    QPushButton *m_cancel; ///< hidden when the work must be whole
    bool m_finished = false;
};

/// Words for a stage name of Progress::report.
QString stageText(const QString &stage);

} // namespace ffp::ui
