// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/restorebackup.h"

#include "core/services/maintenanceservice.h"
#include "ui/common/errortext.h"
#include "ui/common/jobdialog.h"
#include "ui/platform/dialogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace ffp::ui {
namespace {

class Restore
{
    Q_DECLARE_TR_FUNCTIONS(Restore)
};

/// A name beside the data file that is free.
QString proposedPath(const QString &sitePath, const QString &backup)
{
    const QFileInfo site(sitePath.isEmpty() ? backup : sitePath);
    const QString folder = sitePath.isEmpty() ? QDir::homePath() : site.absolutePath();
    for (int number = 1;; ++number) {
        const QString tail = number == 1 ? QString() : QStringLiteral("-%1").arg(number);
        const QString path = QDir(folder).filePath(
            QStringLiteral("%1-%2%3.ffp")
                .arg(site.completeBaseName(), Restore::tr("restored", "part of a file name"), tail));
        if (!QFileInfo::exists(path))
            return path;
    }
}

void tellFailure(QWidget *parent, const Error &error)
{
    if (error.kind == ErrorKind::Cancelled)
        return;
    dialogs().ask(parent, {Restore::tr("Restore a backup"),
                           Restore::tr("The backup was not restored; the present data file is untouched."),
                           errorText(error),
                           {Restore::tr("Close")},
                           true});
}

} // namespace

void restoreBackup(QWidget *parent, const QString &sitePath, std::function<void(const QString &newPath)> done)
{
    QString folder = QDir::homePath();
    if (!sitePath.isEmpty()) {
        const QFileInfo site(sitePath);
        const QDir backups(site.absolutePath() + u'/' + site.completeBaseName() + QStringLiteral("-backup"));
        folder = backups.exists() ? backups.path() : site.absolutePath();
    }
    const QString filter = Restore::tr("Data files (*.ffp);;All files (*)");
    const QString backup = dialogs().openFile(parent, Restore::tr("Choose the backup"), folder, filter);
    if (backup.isEmpty())
        return;
    QString path = dialogs().saveFile(parent, Restore::tr("Name of the new data file"),
                                      proposedPath(sitePath, backup), filter);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".ffp");
    JobDialog::run<BackupReport>(
        parent, Restore::tr("Restore a backup"),
        [backup, path](Progress &progress) { return MaintenanceService::restore(backup, path, progress); },
        [parent, path, done = std::move(done)](Result<BackupReport> report) {
            if (report)
                done(path);
            else
                tellFailure(parent, report.error());
        });
}

} // namespace ffp::ui
