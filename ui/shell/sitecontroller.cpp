// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sitecontroller.h"

#include "core/base/clock.h"
#include "core/jobs/job.h"
#include "core/services/visitservice.h"
#include "ui/common/errortext.h"
#include "ui/common/jobdialog.h"
#include "ui/common/theme.h"
#include "ui/common/translations.h"
#include "ui/common/verbtext.h"
#include "ui/platform/dialogs.h"
#include "ui/shell/divisiondesk.h"
#include "ui/shell/helpdialogs.h"
#include "ui/shell/idlewatcher.h"
#include "ui/shell/lockscreen.h"
#include "ui/shell/look.h"
#include "ui/shell/maintenancedesk.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/pageregistry.h"
#include "ui/shell/passworddialog.h"
#include "ui/shell/policyvaluesdialog.h"
#include "ui/shell/searchfeed.h"
#include "ui/shell/settingsdialog.h"

#include <QApplication>
#include <QDialog>
#include <QFileInfo>
#include <QThreadPool>

namespace ffp::ui {

QString noticeText(Notice notice)
{
    switch (notice) {
    case Notice::OlderBackup:
        return SiteController::tr("A backup was restored. What was handed over to other offices since then "
                                  "comes back with the next exchange.");
    case Notice::LogBehind:
        return SiteController::tr(
            "This data file is older than the one this computer saw last: an older copy "
            "was put in its place. Please restore the newest backup if that was not "
            "intended.");
    case Notice::OtherPlace:
        return SiteController::tr("This data file was moved to another place or computer. Please do not use "
                                  "the old copy any more.");
    case Notice::ClockAhead:
        return SiteController::tr("The newest entry is more than a day in the future. Please check the clock "
                                  "of this computer.");
    }
    return {};
}

namespace {

void openDialog(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

QString personText(const User &user)
{
    return QStringLiteral("%1 (%2)").arg(user.shownName(), roleText(QLatin1String(roleCode(user.role))));
}

SiteController::SiteController(std::unique_ptr<Session> session, Settings &settings, QObject *parent)
    : QObject(parent),
      m_session(std::move(session)),
      m_settings(settings)
{
    m_search = std::make_unique<SearchFeed>(*m_session);
    connect(&m_session->log(), &Log::changed, this, &SiteController::registerChanged, Qt::QueuedConnection);
    connect(
        m_session.get(), &Session::damageFound, this,
        [this](const Error &error) { m_window->showError(error); }, Qt::QueuedConnection);
    connect(m_search.get(), &SearchFeed::failed, this,
            [this](const Error &error) { m_window->showError(error); });
    makeWindow();
}

SiteController::~SiteController()
{
    m_search.reset(); // its job stops
    m_window.reset();
    QThreadPool::globalInstance()->waitForDone();
}

void SiteController::show()
{
    m_window->openFirstPage();
    m_window->show();
    m_search->rebuild();
    if (!m_noticesTold) {
        tellDrafts();
        tellNotices();
    }
    m_noticesTold = true;
}

void SiteController::makeWindow()
{
    const PageContext context{*m_session, m_settings};
    const User &user = m_session->user();
    m_window = std::make_unique<MainWindow>(m_settings,
                                            WindowInfo{m_session->site().name, personText(user),
                                                       user.role == Role::Admin},
                                            allPages(context));
    m_window->search().setSource(
        [this](const QString &text, SearchBox::Show show) { m_search->ask(text, std::move(show)); });
    connect(&m_window->search(), &SearchBox::chosen, this, [this](const SearchLine &line) {
        if (!line.household.isNull()) {
            m_window->pages().open(Target::toRecord(pages::kHousehold, line.household));
            return;
        }
        Target target = Target::to(pages::kHouseholds);
        target.area = line.area;
        m_window->pages().open(target);
    });
    connect(m_window.get(), &MainWindow::closing, this, &SiteController::close);
    m_maintenance = new MaintenanceDesk(*m_session, m_settings, *m_window);
    new DivisionDesk(*m_session, *m_window);
    connect(m_maintenance, &MaintenanceDesk::openRequested, this, &SiteController::logInRequested);
    connect(m_maintenance, &MaintenanceDesk::backedUp, m_window.get(), [this] {
        if (Page *page = m_window->pages().current(); page && !page->hasUnsavedInput())
            page->refresh();
    });
    connect(&m_window->pages(), &PageHost::opened, this, &SiteController::lookWaited, Qt::QueuedConnection);
    connect(&m_window->pages(), &PageHost::commandWanted, m_maintenance, &MaintenanceDesk::run);
    connect(&m_window->lockScreen(), &LockScreen::unlockRequested, this, &SiteController::unlock);
    connect(&m_window->lockScreen(), &LockScreen::otherUserRequested, this,
            [this] { Q_EMIT logInRequested(m_session->path()); });
    m_idle = std::make_unique<IdleWatcher>(m_settings.value(settings::kAutoLockMinutes), nullptr);
    connect(m_idle.get(), &IdleWatcher::idle, this, &SiteController::lockWhenFree);
    connectCommands();
    refreshUndo();
}

void SiteController::connectChoice(Command command, std::function<void()> choose, bool checked)
{
    QAction *action = m_window->actions().action(command);
    action->setChecked(checked);
    // Later, because the window that owns the action is replaced.
    connect(
        action, &QAction::triggered, this,
        [this, choose = std::move(choose)] {
            choose();
            showLook();
        },
        Qt::QueuedConnection);
}

void SiteController::connectCommands()
{
    const auto on = [this](Command command, auto function) {
        connect(m_window->actions().action(command), &QAction::triggered, this, function);
    };
    on(Command::Undo, [this] { takeBack(false); });
    on(Command::Redo, [this] { takeBack(true); });
    on(Command::Lock, [this] { lock(); });
    on(Command::OpenFile, [this] {
        const QString path = dialogs().openFile(m_window.get(), tr("Open another data file"),
                                                QFileInfo(m_session->path()).absolutePath(),
                                                tr("Data files (*.ffp);;All files (*)"));
        if (!path.isEmpty())
            openFile(path);
    });
    on(Command::ChangePassword, [this] {
        PasswordDialog dialog(*m_session, m_window.get());
        if (dialog.exec() == QDialog::Accepted)
            m_window->showNotice(NoticeKind::Good, tr("Your password was changed."));
    });
    on(Command::Preferences, [this] {
        SettingsDialog dialog(m_settings, m_window.get());
        if (dialog.exec() == QDialog::Accepted)
            showLook();
    });
    on(Command::PolicyValues, [this] { openDialog(new PolicyValuesDialog(*m_session, m_window.get())); });
    on(Command::Shortcuts, [this] { openDialog(makeShortcutsDialog(m_window.get())); });
    on(Command::About, [this] { openDialog(makeAboutDialog(m_window.get())); });

    const QString language = currentLanguage();
    const int size = m_settings.value(settings::kTextSize);
    const ThemeMode theme = themeMode();
    const auto setting = [this](const auto &key, const auto &value) {
        return [this, key, value] { m_settings.set(key, value); };
    };
    connectChoice(Command::Chinese, setting(settings::kLanguage, QStringLiteral("zh_CN")),
                  language != QLatin1String("en"));
    connectChoice(Command::English, setting(settings::kLanguage, QStringLiteral("en")),
                  language == QLatin1String("en"));
    connectChoice(Command::TextNormal, setting(settings::kTextSize, 0), size == 0);
    connectChoice(Command::TextLarge, setting(settings::kTextSize, 1), size == 1);
    connectChoice(Command::TextLargest, setting(settings::kTextSize, 2), size == 2);
    connectChoice(Command::ThemeLight, setting(settings::kTheme, QStringLiteral("light")),
                  theme == ThemeMode::Light);
    connectChoice(Command::ThemeDark, setting(settings::kTheme, QStringLiteral("dark")),
                  theme == ThemeMode::Dark);
}

bool SiteController::leave(std::function<void()> again)
{
    return m_window->pages().leaveAll(std::move(again));
}

void SiteController::openFile(const QString &path)
{
    if (leave([this, path] { openFile(path); }))
        Q_EMIT logInRequested(path);
}

void SiteController::showLook()
{
    m_idle->setMinutes(m_settings.value(settings::kAutoLockMinutes));
    m_lookWaits = true;
    if (leave([this] { showLook(); }))
        remakeWindow();
    else
        m_window->showNotice(NoticeKind::Info, tr("The new settings show as soon as this page is left."));
}

void SiteController::lookWaited()
{
    if (m_lookWaits && !m_window->isLocked() && !m_window->pages().keepsInput())
        remakeWindow();
}

void SiteController::remakeWindow()
{
    m_lookWaits = false;
    applyLook(m_settings);
    const Target target = m_window->pages().target();
    const QByteArray geometry = m_window->saveGeometry();
    m_window->disconnect(this);
    m_window->hide();
    m_window.release()->deleteLater(); // the action that asked for this may still be running
    makeWindow();
    m_window->restoreGeometry(geometry);
    if (target.page.isEmpty() || !m_window->pages().open(target))
        m_window->openFirstPage();
    m_window->show();
}

void SiteController::registerChanged(const ChangeSummary &summary)
{
    m_changed = true;
    m_window->pages().dataChanged(summary);
    m_search->take(summary);
    refreshUndo();
}

void SiteController::refreshUndo()
{
    using Next = std::pair<std::optional<ChangeEntry>, std::optional<ChangeEntry>>;
    runJob<Next>(
        m_window.get(),
        [session = m_session.get()](Progress &) -> Result<Next> {
            const UndoService undo(*session);
            FFP_ASSIGN(std::optional<ChangeEntry> back, undo.nextUndo());
            FFP_ASSIGN(std::optional<ChangeEntry> again, undo.nextRedo());
            return Next{std::move(back), std::move(again)};
        },
        [this](Result<Next> next) {
            if (!next) {
                if (next.error().kind != ErrorKind::Locked)
                    m_window->showError(next.error());
                return;
            }
            m_nextUndo = std::move(next->first);
            m_nextRedo = std::move(next->second);
            const auto name = [](const std::optional<ChangeEntry> &entry) {
                return entry ? verbText(entry->verb) : QString();
            };
            m_window->setUndoTexts(name(m_nextUndo), name(m_nextRedo));
        });
}

/// One key takes back what was typed last; a whole import or check only after a question.
bool SiteController::agreesTo(const ChangeEntry &entry, bool redo)
{
    constexpr qint64 kManyEntries = 20;
    if (entry.ops <= kManyEntries)
        return true;
    Question question;
    question.title = redo ? tr("Redo") : tr("Undo");
    const QString at = localTime(entry.atMs).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    question.text = (redo ? tr("Do “%1” of %2 again, with all its %3 entries?")
                          : tr("Take back “%1” of %2 with all its %3 entries?"))
                        .arg(verbText(entry.verb), at)
                        .arg(entry.ops);
    question.answers = {redo ? tr("Do it again") : tr("Take it back"), tr("Leave it")};
    question.warning = true;
    return dialogs().ask(m_window.get(), question) == 0;
}

void SiteController::takeBack(bool redo)
{
    const std::optional<ChangeEntry> entry = redo ? m_nextRedo : m_nextUndo;
    if (!entry || !agreesTo(*entry, redo))
        return;
    m_window->setUndoTexts({}, {}); // not twice at once; an import takes its time
    m_window->showNotice(NoticeKind::Info, redo ? tr("Doing it again…") : tr("Taking it back…"));
    runJob<ChangeSummary>(
        m_window.get(),
        [session = m_session.get(), redo](Progress &) {
            UndoService undo(*session);
            return redo ? undo.redo() : undo.undo();
        },
        [this, redo, what = verbText(entry->verb)](Result<ChangeSummary> done) {
            if (!done) {
                m_window->showError(done.error());
                refreshUndo();
                return;
            }
            m_window->showNotice(NoticeKind::Good,
                                 (redo ? tr("Done again: %1.") : tr("Taken back: %1.")).arg(what));
        });
}

void SiteController::lockWhenFree()
{
    constexpr int kAgainMs = 60'000;
    if (qobject_cast<JobDialog *>(QApplication::activeModalWidget())) // locking would break its work off
        m_idle->again(kAgainMs);
    else
        lock();
}

void SiteController::lock()
{
    if (m_window->isLocked())
        return;
    hideDialogs();
    m_search->forgetNumbers();
    m_session->lock();
    const User &user = m_session->user();
    m_window->lock(user.shownName());
}

/// Nothing of the data stays beside the lock screen, and nothing modal stands before it. What was typed comes
/// back with the dialog; those that something waits for (questions, choosers) are cancelled.
void SiteController::hideDialogs()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        if (!popup->close())
            break;
    m_hidden.clear();
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *dialog = qobject_cast<QDialog *>(widget);
        if (!dialog || !dialog->isVisible())
            continue;
        if (dialog->testAttribute(Qt::WA_DeleteOnClose)) {
            dialog->hide();
            m_hidden.emplace_back(dialog);
        } else {
            dialog->reject();
        }
    }
}

void SiteController::unlock(const QString &password)
{
    runJob<bool>(
        m_window.get(),
        [session = m_session.get(), password](Progress &) {
            return session->unlock(password).map([] { return true; });
        },
        [this](Result<bool> unlocked) {
            if (!unlocked) {
                m_window->lockScreen().refuse(unlocked.error());
                return;
            }
            m_window->lockScreen().setBusy(false);
            m_window->unlock();
            for (const QPointer<QDialog> &dialog : std::exchange(m_hidden, {}))
                if (dialog)
                    dialog->show();
            m_search->rebuild(); // numbers were forgotten
            refreshUndo();
        });
}

void SiteController::close()
{
    if (!m_changed || m_session->isLocked()) {
        Q_EMIT closed();
        return;
    }
    JobDialog::run<BackupReport>(
        nullptr, tr("Backing up before closing"),
        [session = m_session.get()](Progress &progress) {
            return MaintenanceService(*session).automaticBackup(QStringLiteral("close"), progress);
        },
        [this](Result<BackupReport> report) {
            if (!report && report.error().kind != ErrorKind::Cancelled)
                dialogs().ask(nullptr, {tr("Backup"),
                                        tr("The backup before closing failed; everything entered is "
                                           "saved in the data file all the same."),
                                        errorText(report.error()),
                                        {tr("Close")},
                                        true});
            Q_EMIT closed();
        });
}

void SiteController::tellNotices()
{
    for (const Notice notice : m_session->notices()) {
        if (notice != Notice::ClockAhead) {
            m_window->showNotice(NoticeKind::Warning, noticeText(notice));
            continue;
        }
        const int answer = dialogs().ask(m_window.get(), {tr("Clock"),
                                                          noticeText(notice),
                                                          {},
                                                          {tr("The clock is right"), tr("Later")},
                                                          true});
        if (answer != 0)
            continue;
        if (const auto confirmed = m_session->confirmClock(); !confirmed)
            m_window->showError(confirmed.error());
    }
}

/// What a crash or a power cut left behind.
void SiteController::tellDrafts()
{
    runJob<size_t>(
        m_window.get(),
        [session = m_session.get()](Progress &) {
            return VisitService(*session).drafts().map([](const auto &drafts) { return drafts.size(); });
        },
        [this](Result<size_t> begun) {
            if (begun && *begun > 0)
                m_window->showNotice(NoticeKind::Warning,
                                     tr("Visits begun and not saved: %1. They wait on the page “Visits”.")
                                         .arg(*begun));
        });
}

} // namespace ffp::ui
