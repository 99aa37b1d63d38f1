// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/divisiondesk.h"

#include "ui/common/jobdialog.h"
#include "ui/platform/dialogs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/villagedialog.h"

#include <QDir>
#include <QLocale>

namespace ffp::ui {

DivisionDesk::DivisionDesk(Session &session, MainWindow &window)
    : QObject(&window),
      m_session(session),
      m_window(window)
{
    QAction *add = window.actions().action(Command::AddVillage);
    QAction *import = window.actions().action(Command::ImportDivisions);
    connect(add, &QAction::triggered, this, &DivisionDesk::addVillage);
    connect(import, &QAction::triggered, this, &DivisionDesk::importFile);
    const bool admin = session.user().role == Role::Admin;
    add->setVisible(admin);
    // A village team adds no village beside its own.
    add->setEnabled(admin && session.site().level != AreaLevel::Village);
    import->setVisible(admin);
}

void DivisionDesk::addVillage()
{
    auto *dialog = new VillageDialog(m_session, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_window.showNotice(NoticeKind::Good, tr("Added %1.").arg(dialog->addedName()));
    });
    dialog->open();
}

void DivisionDesk::importFile()
{
    const QString path = dialogs().openFile(&m_window, tr("Import divisions"), QDir::homePath(),
                                            tr("Division files (*.csv);;All files (*)"));
    if (path.isEmpty())
        return;
    JobDialog::run<DivisionImport>(
        &m_window, tr("Import divisions"),
        [&session = m_session, path](Progress &progress) {
            return DivisionService(session).importFile(path, progress);
        },
        [this](Result<DivisionImport> done) {
            const QLocale locale;
            if (done)
                m_window.showNotice(NoticeKind::Good,
                                    tr("%1 divisions read: %2 added, %3 renamed, %4 as before.")
                                        .arg(locale.toString(done->rows), locale.toString(done->added),
                                             locale.toString(done->changed),
                                             locale.toString(done->unchanged)));
            else if (done.error().kind != ErrorKind::Cancelled)
                m_window.showError(done.error());
        });
}

} // namespace ffp::ui
