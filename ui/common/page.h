// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/registryservice.h"
#include "core/settings/settings.h"

#include <QVariantMap>
#include <QWidget>

#include <functional>

namespace ffp::ui {

/// Where to go: a page by its id and what it shall show. Task folders never know each other; they emit
/// Page::navigate and the shell opens the page that is registered under this id.
struct Target {
    QString page; ///< PageEntry::id
    RecordId record;
    qint64 rid = 0; ///< instead of `record`, from lists that hold row ids only
    AreaCode area;
    std::vector<qint64> sequence; ///< row ids of the list it was opened from, for next and previous
    QVariantMap args;             ///< page-specific; keys are documented at the page

    static Target to(const QString &page)
    {
        Target target;
        target.page = page;
        return target;
    }
    static Target toRecord(const QString &page, RecordId record)
    {
        Target target = to(page);
        target.record = record;
        return target;
    }
};

enum class NoticeKind { Info, Good, Warning, Error };

/// One full view in the middle of the window. Made when first opened, kept afterwards.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Heading above the page and text of the history; may change, then emit titleChanged().
    virtual QString title() const = 0;
    /// Called each time the page is opened through navigation.
    virtual void open(const Target &) {}
    /// F5.
    virtual void refresh() {}
    /// Esc; false = nothing to close here, the shell goes back to the page before.
    virtual bool escape() { return false; }
    /// False keeps the page open (unsaved input, and the user did not want to lose it).
    virtual bool mayLeave() { return true; }
    /// As mayLeave(), before the page itself ends, shown or not: for input that stays in the page while other
    /// pages are looked at.
    virtual bool mayEnd() { return true; }
    /// There is such input.
    virtual bool keepsInput() const { return false; }
    /// As mayLeave(), for whoever wants to go elsewhere. When the page stays only until its input is saved,
    /// `again` is called as soon as that ended well; when it did not, the wish is forgotten.
    bool leave(std::function<void()> again);
    /// After each commit of anybody in this program, on the screen's thread.
    virtual void dataChanged(const ffp::ChangeSummary &) {}
    /// Ctrl+S, F7 and F8 of the window.
    virtual void save() {}
    virtual void step(int) {}
    /// F6 of the window: a visit to the household in view.
    virtual void newVisit() {}
    virtual bool hasUnsavedInput() const { return false; }

protected:
    /// Input is on its way to the data file; mayLeave() is false until savingEnded().
    virtual bool isSaving() const { return false; }
    void savingEnded(bool well);

Q_SIGNALS:
    void navigate(const ffp::ui::Target &target);
    void goBack();
    void notice(ffp::ui::NoticeKind kind, const QString &text);
    void titleChanged();
    /// A command of the window, by its id of namespace commands.
    void commandWanted(const QString &command);
    void unsavedChanged();

private:
    std::function<void()> m_leaveWish;
};

/// Ids of pages that other folders navigate to.
namespace pages {
inline const QString kWorkbench = QStringLiteral("workbench");
inline const QString kHouseholds = QStringLiteral("households"); ///< area; args "where", "red" (bool)
inline const QString kHousehold = QStringLiteral("household");   ///< record or rid, sequence; args "tab"
inline const QString kVisits = QStringLiteral("visits");
inline const QString kVisitEntry = QStringLiteral("visit-entry"); ///< record
inline const QString kAlerts = QStringLiteral("alerts");          ///< area, rid; args: AlertPage
inline const QString kImport = QStringLiteral("import");
inline const QString kLedgers = QStringLiteral("ledger");
inline const QString kMatters = QStringLiteral(
    "matters"); ///< record: matter, or household with args "new" (bool)
} // namespace pages

/// Ids of commands of the window that a page may offer.
namespace commands {
inline const QString kBackup = QStringLiteral("backup");
inline const QString kRestore = QStringLiteral("restore");
inline const QString kVerify = QStringLiteral("verify");
} // namespace commands

/// What a page or dialog needs to exist. Services are light: make them from the session where needed.
struct PageContext {
    Session &session;
    Settings &settings;
};

/// One page as a task folder offers it to the shell.
struct PageEntry {
    QString id;
    QString title;            ///< in the navigation, translated
    const char *icon = "";    ///< resources/icons
    QString section;          ///< heading in the navigation; empty = none
    bool inNavigation = true; ///< false: reached from another page only
    bool adminOnly = false;   ///< hidden from other roles
    std::function<Page *()> make;
};

/// One picture for --shots: a page brought into a state worth seeing, or a dialog. The widget is deleted
/// after the picture was taken.
struct ShotEntry {
    QString name; ///< file name without ending
    /// Either a target for the main window …
    std::optional<Target> target;
    std::function<void(Page &)> prepare;
    /// … or a dialog of its own.
    std::function<QWidget *(QWidget *parent)> dialog;
};

} // namespace ffp::ui

Q_DECLARE_METATYPE(ffp::ui::Target)
