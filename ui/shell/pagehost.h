// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

#include <QStackedWidget>

#include <map>

namespace ffp::ui {

/// Makes, shows and remembers pages.
///
/// Invariants (tests/ui/shell/tst_pagehost):
///  1. A page is made when it is first opened, not before.
///  2. A page that does not permit leaving stays where it is; when it only had to save first, what was
///     wished last follows by itself.
///  3. A hidden page learns of changes when it is shown again, a visible one at once; none is lost.
///  4. Going back is not a step forward: it leaves no new entry in the history.
class PageHost : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageHost(std::vector<PageEntry> entries, QWidget *parent = nullptr);

    /// False when there is no such page or the present one must not be left (yet: Page::leave).
    bool open(const Target &target);
    void goBack();
    /// Before all pages end: Page::leave() of the present one and Page::mayEnd() of each.
    bool leaveAll(std::function<void()> again);
    /// A page holds input that would end with it.
    bool keepsInput() const;
    const QString &currentId() const { return m_current.page; }
    /// What the current page was opened with.
    const Target &target() const { return m_current; }
    Page *current() const { return made(m_current.page); }
    /// nullptr when it was not made yet.
    Page *made(const QString &id) const;
    const PageEntry *entry(const QString &id) const;
    const std::vector<PageEntry> &entries() const { return m_entries; }

    void dataChanged(const ChangeSummary &summary);
    /// While paused, changes wait for every page.
    void setPaused(bool paused);

Q_SIGNALS:
    void opened(const QString &id);
    void notice(ffp::ui::NoticeKind kind, const QString &text);
    void commandWanted(const QString &command);
    /// Title or unsaved state of the current page may have changed.
    void stateChanged();

private:
    Page *ensure(const PageEntry &entry);
    void showTarget(const Target &target);
    void deliver(const QString &id);

    std::vector<PageEntry> m_entries;
    std::map<QString, Page *> m_pages;
    std::map<QString, ChangeSummary> m_pending;
    Target m_current;
    std::vector<Target> m_history;
    bool m_paused = false;
};

} // namespace ffp::ui
