// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/maintenancedesk.h"

#include "ui/common/icons.h"
#include "ui/common/jobdialog.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/common/verifytext.h"
#include "ui/models/texttablemodel.h"
#include "ui/platform/dialogs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/restorebackup.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {
namespace {

constexpr const char *kRestoreWanted = "restore";

class VerifyDialog
{
    Q_DECLARE_TR_FUNCTIONS(VerifyDialog)
};

QLayout *verdictOf(const VerifyReport &report, QWidget *parent)
{
    auto *mark = new QLabel(parent);
    constexpr int kMark = 32;
    mark->setPixmap(
        icon(report.ok ? "ok" : "error", report.ok ? colors().good : colors().flag).pixmap(kMark));
    auto *verdict = new QLabel(report.ok ? VerifyDialog::tr("Everything is as it was written")
                                         : VerifyDialog::tr("%1 faults were found").arg(report.faults.size()),
                               parent);
    setTextRole(verdict, TextRole::Title);
    auto *head = new QHBoxLayout;
    head->setSpacing(kGap + kGap / 2);
    head->addWidget(mark);
    head->addWidget(verdict, 1);
    return head;
}

QLabel *countsOf(const VerifyReport &report, QWidget *parent)
{
    const QLocale locale;
    auto *counts = new QLabel(VerifyDialog::tr("%1 entries of the log and %2 records were looked at.")
                                  .arg(locale.toString(report.ops), locale.toString(report.records)),
                              parent);
    setTextRole(counts, TextRole::Hint);
    counts->setWordWrap(true);
    return counts;
}

TableView *faultTable(const VerifyReport &report, QWidget *parent)
{
    auto *model = new TextTableModel(parent);
    std::vector<TextTableModel::Row> rows;
    for (const Fault &fault : report.faults) {
        TextTableModel::Row row;
        row.cells = {verifyText(fault), verifyPlace(fault)};
        rows.push_back(std::move(row));
    }
    model->setTable({{VerifyDialog::tr("What was found and what to do")}, {VerifyDialog::tr("Where")}},
                    std::move(rows));
    auto *table = new TableView(parent);
    table->setModel(model);
    table->wrapColumn(0); // a sentence that says what to do is read whole
    return table;
}

/// Accepts the dialog; what was wanted stands in its property.
QPushButton *cureOf(const VerifyReport &report, QDialog *dialog)
{
    const bool rebuild = report.curedByRebuild();
    auto *cure = new QPushButton(rebuild ? VerifyDialog::tr("Rebuild the tables")
                                         : VerifyDialog::tr("Restore a backup…"),
                                 dialog);
    setPrimary(cure);
    QObject::connect(cure, &QPushButton::clicked, dialog, [dialog, rebuild] {
        dialog->setProperty(kRestoreWanted, !rebuild);
        dialog->accept();
    });
    return cure;
}

} // namespace

QDialog *makeVerifyDialog(const VerifyReport &report, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setWindowTitle(VerifyDialog::tr("Check of the data"));
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(kGap * 3, kGap * 3, kGap * 3, kGap * 2);
    layout->setSpacing(kGap * 2);
    layout->addLayout(verdictOf(report, dialog));
    layout->addWidget(countsOf(report, dialog));
    auto *close = new QPushButton(VerifyDialog::tr("Close"), dialog);
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    if (report.ok) {
        setPrimary(close);
        layout->addStretch(1);
        dialog->setMinimumWidth(420);
    } else {
        layout->addWidget(faultTable(report, dialog), 1);
        buttons->addWidget(cureOf(report, dialog));
        dialog->resize(760, 420);
    }
    buttons->addWidget(close);
    layout->addLayout(buttons);
    return dialog;
}

MaintenanceDesk::MaintenanceDesk(Session &session, Settings &settings, MainWindow &window)
    : QObject(&window),
      m_session(session),
      m_settings(settings),
      m_window(window)
{
    const auto on = [&](Command command, auto method) {
        connect(window.actions().action(command), &QAction::triggered, this, method);
    };
    on(Command::Backup, &MaintenanceDesk::backUp);
    on(Command::Restore, &MaintenanceDesk::restore);
    on(Command::Verify, &MaintenanceDesk::verify);
    on(Command::Rebuild, &MaintenanceDesk::rebuild);
    window.actions().action(Command::Rebuild)->setVisible(session.user().role == Role::Admin);
}

void MaintenanceDesk::run(const QString &command)
{
    if (command == commands::kBackup)
        backUp();
    else if (command == commands::kRestore)
        restore();
    else if (command == commands::kVerify)
        verify();
}

void MaintenanceDesk::backUp()
{
    const QFileInfo site(m_session.path());
    QString folder = m_settings.value(settings::kBackupFolder);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QDir::homePath();
    const QString name = QStringLiteral("%1-%2.ffp")
                             .arg(site.completeBaseName(),
                                  m_session.clock().today().toString(QStringLiteral("yyyyMMdd")));
    QString path = dialogs().saveFile(&m_window, tr("Back up into"), QDir(folder).filePath(name),
                                      tr("Data files (*.ffp);;All files (*)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".ffp");
    JobDialog::run<BackupReport>(
        &m_window, tr("Back up"),
        [&session = m_session, path](Progress &progress) {
            return MaintenanceService(session).backup(path, progress);
        },
        [this, path](Result<BackupReport> report) {
            if (!report) {
                if (report.error().kind != ErrorKind::Cancelled)
                    m_window.showError(report.error());
                return;
            }
            m_settings.set(settings::kBackupFolder, QFileInfo(path).absolutePath());
            m_window.showNotice(NoticeKind::Good,
                                tr("Backed up and checked: %1 (%2)")
                                    .arg(QDir::toNativeSeparators(path),
                                         QLocale().formattedDataSize(report->bytes, 1,
                                                                     QLocale::DataSizeSIFormat)));
            Q_EMIT backedUp();
        });
}

void MaintenanceDesk::backUpDaily()
{
    runJob<bool>(
        this,
        [&session = m_session](Progress &progress) -> Result<bool> {
            MaintenanceService maintenance(session);
            FFP_ASSIGN(const bool due, maintenance.dailyBackupDue());
            if (!due)
                return false;
            FFP_TRY(maintenance.automaticBackup(QStringLiteral("daily"), progress));
            return true;
        },
        [this](Result<bool> made) {
            if (!made) {
                if (made.error().kind != ErrorKind::Cancelled && made.error().kind != ErrorKind::Locked)
                    m_window.showError(made.error());
            } else if (*made) {
                Q_EMIT backedUp();
            }
        });
}

void MaintenanceDesk::restore()
{
    restoreBackup(&m_window, m_session.path(), [this](const QString &path) {
        const int answer =
            dialogs().ask(&m_window,
                          {tr("Restore a backup"),
                           tr("The backup is now the data file %1.").arg(QDir::toNativeSeparators(path)),
                           tr("The present data file stays as it is. Please work with "
                              "only one of the two from now on."),
                           {tr("Open the restored file"), tr("Stay here")},
                           false});
        if (answer == 0)
            Q_EMIT openRequested(path);
    });
}

void MaintenanceDesk::verify()
{
    JobDialog::run<VerifyReport>(
        &m_window, tr("Check the data"),
        [&session = m_session](Progress &progress) {
            return MaintenanceService(session).verify(true, progress);
        },
        [this](Result<VerifyReport> report) {
            if (report)
                showReport(*report);
            else if (report.error().kind != ErrorKind::Cancelled)
                m_window.showError(report.error());
        });
}

void MaintenanceDesk::showReport(const VerifyReport &report)
{
    QDialog *dialog = makeVerifyDialog(report, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->property(kRestoreWanted).toBool())
            restore();
        else
            rebuild();
    });
    dialog->open();
}

void MaintenanceDesk::rebuild()
{
    const int answer = dialogs().ask(&m_window,
                                     {tr("Rebuild the tables"),
                                      tr("All tables are computed anew from the log. Nothing that was "
                                         "entered is lost; a backup is made before."),
                                      {},
                                      {tr("Rebuild"), tr("Cancel")},
                                      false});
    if (answer != 0)
        return;
    JobDialog::run<qint64>(
        &m_window, tr("Rebuild the tables"),
        [&session = m_session](Progress &progress) { return MaintenanceService(session).rebuild(progress); },
        [this](Result<qint64> rows) {
            if (rows)
                m_window.showNotice(NoticeKind::Good,
                                    *rows == 0 ? tr("Rebuilt; nothing differed.")
                                               : tr("Rebuilt; %1 rows were put right.").arg(*rows));
            else if (rows.error().kind != ErrorKind::Cancelled)
                m_window.showError(rows.error());
        });
}

} // namespace ffp::ui
