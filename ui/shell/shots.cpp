// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shots.h"

#include "ui/printing/pageview.h"
#include "ui/shell/helpdialogs.h"
#include "ui/shell/localsitedoor.h"
#include "ui/shell/lockscreen.h"
#include "ui/shell/logindialog.h"
#include "ui/shell/look.h"
#include "ui/shell/maintenancedesk.h"
#include "ui/shell/newsitedialog.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/pageregistry.h"
#include "ui/shell/passworddialog.h"
#include "ui/shell/policyvaluesdialog.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/searchfeed.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/sitecontroller.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QThread>
#include <QThreadPool>

namespace ffp::ui {
namespace {

/// Pages are drawn in a thread of the view's own.
bool pagesAreDrawn()
{
    for (const QWidget *widget : QApplication::topLevelWidgets())
        for (const PageView *view : widget->findChildren<PageView *>())
            if (view->isVisible() && view->pageCount() > 0 && !view->isDrawn(view->currentPage()))
                return false;
    return true;
}

/// Lets background jobs end and their answers be drawn.
void settle()
{
    constexpr qint64 kMostMs = 20'000;
    constexpr int kQuietRounds = 5;
    QElapsedTimer waited;
    waited.start();
    for (int quiet = 0; quiet < kQuietRounds && waited.elapsed() < kMostMs;) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
        if (QThreadPool::globalInstance()->activeThreadCount() == 0 && pagesAreDrawn()) {
            ++quiet;
        } else {
            quiet = 0;
            QThread::msleep(2);
        }
    }
}

class Taker
{
public:
    Taker(std::unique_ptr<Session> session, Settings &settings, const QString &folder, QSize windowSize)
        : m_settings(settings),
          m_folder(folder),
          m_site(std::move(session), settings),
          m_size(windowSize)
    {}

    Result<QStringList> run()
    {
        m_site.show();
        m_site.window().resize(m_size);
        settle();
        const PageContext context{m_site.session(), m_settings};
        for (const ShotEntry &shot : allShots(context)) {
            FFP_TRY(shot.target ? page(shot) : dialog(shot.name, shot.dialog(&m_site.window())));
        }
        FFP_TRY(frame());
        FFP_TRY(dialogs());
        return m_files;
    }

private:
    MainWindow &window() { return m_site.window(); }

    Result<> save(const QString &name, QWidget &widget)
    {
        settle();
        const QString path = QDir(m_folder).filePath(name + QStringLiteral(".png"));
        if (!widget.grab().save(path))
            return fail(Error::onFile(ErrorKind::FileUnwritable, path));
        m_files << path;
        return {};
    }

    Result<> page(const ShotEntry &shot)
    {
        window().pages().open(*shot.target);
        settle();
        if (shot.prepare)
            shot.prepare(*window().pages().current());
        return save(shot.name, window());
    }

    Result<> dialog(const QString &name, QWidget *made)
    {
        const std::unique_ptr<QWidget> widget(made);
        if (!widget) // the site has nothing to show in it
            return {};
        widget->show();
        return save(name, *widget);
    }

    /// What the frame itself can show.
    Result<> frame()
    {
        SearchBox &search = window().search();
        search.setFocus();
        search.setText(QStringLiteral("z"));
        Q_EMIT search.textEdited(search.text());
        FFP_TRY(save(QStringLiteral("search"), window()));
        search.clear();
        search.hits()->hide();
        for (QAction *action : window().menuBar()->actions())
            if (QMenu *menu = action->menu();
                menu && action->text() == window().menuBar()->actions().value(1)->text()) {
                menu->popup(QPoint(0, 0));
                FFP_TRY(save(QStringLiteral("menu-edit"), *menu));
                menu->hide();
            }
        window().lock(QStringLiteral("张三"));
        FFP_TRY(save(QStringLiteral("locked"), window()));
        window().unlock();
        return {};
    }

    Result<> dialogs()
    {
        LocalSiteDoor door(m_site.session().clock());
        const auto logIn = [&](bool wrong) {
            auto *dialog = new LoginDialog(door, m_settings);
            dialog->setFile(m_site.session().path());
            settle();
            if (wrong) {
                Error error = Error::of(ErrorKind::WrongPassword);
                error.args = {QStringLiteral("4")};
                dialog->showRefusal(error);
            }
            return dialog;
        };
        FFP_TRY(dialog(QStringLiteral("login"), logIn(false)));
        FFP_TRY(dialog(QStringLiteral("login-wrong-password"), logIn(true)));
        FFP_TRY(dialog(QStringLiteral("first-run"), new NewSiteDialog(door, m_settings)));
        auto *filled = new NewSiteDialog(door, m_settings);
        filled->areaPicker().edit()->setText(QStringLiteral("灵璧 虞姬"));
        Q_EMIT filled->areaPicker().edit()->textEdited(filled->areaPicker().edit()->text());
        FFP_TRY(dialog(QStringLiteral("first-run-filled"), filled));
        VerifyReport healthy;
        healthy.ops = 12'345;
        healthy.records = 2'599;
        FFP_TRY(dialog(QStringLiteral("verify"), makeVerifyDialog(healthy, nullptr)));
        VerifyReport faulty = healthy;
        faulty.ok = false;
        faulty.faults = {{QStringLiteral("projection"), QStringLiteral("household 17"), {}},
                         {QStringLiteral("chain"), QStringLiteral("op 204"), {}}};
        FFP_TRY(dialog(QStringLiteral("verify-faults"), makeVerifyDialog(faulty, nullptr)));
        FFP_TRY(dialog(QStringLiteral("settings"), new SettingsDialog(m_settings)));
        FFP_TRY(dialog(QStringLiteral("change-password"), new PasswordDialog(m_site.session())));
        FFP_TRY(dialog(QStringLiteral("policy-values"), new PolicyValuesDialog(m_site.session())));
        FFP_TRY(dialog(QStringLiteral("keyboard"), makeShortcutsDialog(nullptr)));
        return dialog(QStringLiteral("about"), makeAboutDialog(nullptr));
    }

    Settings &m_settings;
    QString m_folder;
    SiteController m_site;
    QSize m_size;
    QStringList m_files;
};

} // namespace

Result<QStringList> takeShots(std::unique_ptr<Session> session, Settings &settings, const QString &folder,
                              QSize windowSize)
{
    if (!QDir().mkpath(folder))
        return fail(Error::onFile(ErrorKind::FileUnwritable, folder));
    applyLook(settings);
    QApplication::setCursorFlashTime(0);
    return Taker(std::move(session), settings, folder, windowSize).run();
}

} // namespace ffp::ui
