// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/jobdialog.h"

#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace ffp::ui {

QString stageText(const QString &stage)
{
    static constexpr std::pair<const char *, const char *> kStages[] = {
        {"read", QT_TRANSLATE_NOOP("Stage", "Reading")},
        {"check", QT_TRANSLATE_NOOP("Stage", "Checking")},
        {"write", QT_TRANSLATE_NOOP("Stage", "Writing")},
        {"backup", QT_TRANSLATE_NOOP("Stage", "Backing up")},
        {"verify", QT_TRANSLATE_NOOP("Stage", "Verifying")},
        {"rebuild", QT_TRANSLATE_NOOP("Stage", "Rebuilding")},
        {"open", QT_TRANSLATE_NOOP("Stage", "Opening")},
        {"views", QT_TRANSLATE_NOOP("Stage", "Collecting facts")},
        {"rules", QT_TRANSLATE_NOOP("Stage", "Applying rules")},
        {"alerts", QT_TRANSLATE_NOOP("Stage", "Comparing with open alerts")},
        {"detect-encoding", QT_TRANSLATE_NOOP("Stage", "Recognising the encoding")},
        {"read-workbook", QT_TRANSLATE_NOOP("Stage", "Reading")},
        {"judge", QT_TRANSLATE_NOOP("Stage", "Checking")},
        {"compare", QT_TRANSLATE_NOOP("Stage", "Comparing with the register")},
        {"print", QT_TRANSLATE_NOOP("Stage", "Preparing pages")},
    };
    for (const auto &[name, text] : kStages)
        if (stage == QLatin1String(name))
            return QCoreApplication::translate("Stage", text);
    return QCoreApplication::translate("Stage", "Working");
}

JobDialog::JobDialog(const QString &title, QWidget *parent, Stop stop) : QDialog(parent)
{
    setWindowTitle(title);
    setModal(true);
    m_stage = new QLabel(stageText({}), this);
    m_bar = new QProgressBar(this);
    m_bar->setRange(0, 0);
    m_bar->setMinimumWidth(360);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setVisible(stop == Stop::Offered);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_stage);
    layout->addWidget(m_bar);
    layout->addSpacing(kGap);
    layout->addWidget(m_cancel, 0, Qt::AlignRight);
    connect(m_cancel, &QPushButton::clicked, this, &JobDialog::reject);
}

JobDialog::~JobDialog()
{
    if (m_progress)
        m_progress->cancel();
}

void JobDialog::watch(std::shared_ptr<JobProgress> progress)
{
    m_progress = std::move(progress);
    connect(m_progress.get(), &JobProgress::progressed, this, &JobDialog::showProgress);
    constexpr int kShowAfterMs = 300;
    QTimer::singleShot(kShowAfterMs, this, [this] {
        if (!m_finished)
            show();
    });
}

void JobDialog::finish()
{
    m_finished = true;
    hide();
    deleteLater();
}

void JobDialog::reject()
{
    if (m_cancel->isHidden())
        return;
    m_cancel->setEnabled(false);
    m_stage->setText(tr("Stopping…"));
    if (m_progress)
        m_progress->cancel();
}

void JobDialog::showProgress(const QString &stage, qint64 done, qint64 total)
{
    if (m_progress->cancelled())
        return;
    m_stage->setText(total > 0 ? tr("%1: %2 of %3").arg(stageText(stage)).arg(done).arg(total)
                               : stageText(stage));
    constexpr int kSteps = 1000; // totals may exceed int
    m_bar->setRange(0, total > 0 ? kSteps : 0);
    if (total > 0)
        m_bar->setValue(static_cast<int>(done * kSteps / total));
}

} // namespace ffp::ui
