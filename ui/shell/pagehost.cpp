// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pagehost.h"

#include <algorithm>

namespace ffp::ui {
namespace {

/// Summaries of several commits as one, for a page that was hidden meanwhile.
void merge(ChangeSummary &into, const ChangeSummary &more)
{
    into.change = qMax(into.change, more.change);
    into.bulk = into.bulk || more.bulk;
    into.created += more.created;
    into.edited += more.edited;
    if (into.bulk)
        into.rids.clear();
    else
        into.rids.insert(into.rids.end(), more.rids.begin(), more.rids.end());
}

} // namespace

PageHost::PageHost(std::vector<PageEntry> entries, QWidget *parent)
    : QStackedWidget(parent),
      m_entries(std::move(entries))
{}

const PageEntry *PageHost::entry(const QString &id) const
{
    for (const PageEntry &e : m_entries)
        if (e.id == id)
            return &e;
    return nullptr;
}

Page *PageHost::made(const QString &id) const
{
    const auto it = m_pages.find(id);
    return it == m_pages.end() ? nullptr : it->second;
}

Page *PageHost::ensure(const PageEntry &e)
{
    if (Page *page = made(e.id))
        return page;
    Page *page = e.make();
    m_pages[e.id] = page;
    addWidget(page);
    connect(page, &Page::navigate, this, &PageHost::open);
    connect(page, &Page::goBack, this, &PageHost::goBack);
    connect(page, &Page::notice, this, &PageHost::notice);
    connect(page, &Page::commandWanted, this, &PageHost::commandWanted);
    connect(page, &Page::titleChanged, this, &PageHost::stateChanged);
    connect(page, &Page::unsavedChanged, this, &PageHost::stateChanged);
    return page;
}

bool PageHost::open(const Target &target)
{
    if (!entry(target.page) || m_paused)
        return false;
    if (Page *present = current(); present && !present->leave([this, target] { open(target); }))
        return false;
    showTarget(target);
    return true;
}

void PageHost::showTarget(const Target &target)
{
    if (!m_current.page.isEmpty() && m_current.page != target.page) {
        constexpr size_t kRemembered = 50;
        m_history.push_back(m_current);
        if (m_history.size() > kRemembered)
            m_history.erase(m_history.begin());
    }
    Page *page = ensure(*entry(target.page));
    m_current = target;
    deliver(target.page);
    page->open(target);
    setCurrentWidget(page);
    page->setFocus();
    Q_EMIT opened(target.page);
    Q_EMIT stateChanged();
}

void PageHost::goBack()
{
    if (m_history.empty() || m_paused)
        return;
    if (Page *present = current(); present && !present->leave([this] { goBack(); }))
        return;
    std::vector<Target> before(m_history.begin(), m_history.end() - 1);
    showTarget(Target(m_history.back()));
    m_history = std::move(before);
}

bool PageHost::leaveAll(std::function<void()> again)
{
    if (Page *present = current(); present && !present->leave(std::move(again)))
        return false;
    return std::all_of(m_pages.begin(), m_pages.end(),
                       [](const auto &page) { return page.second->mayEnd(); });
}

bool PageHost::keepsInput() const
{
    return std::any_of(m_pages.begin(), m_pages.end(),
                       [](const auto &page) { return page.second->keepsInput(); });
}

void PageHost::dataChanged(const ChangeSummary &summary)
{
    for (const auto &[id, page] : m_pages)
        merge(m_pending[id], summary);
    if (!m_paused)
        deliver(m_current.page);
}

void PageHost::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        deliver(m_current.page);
}

void PageHost::deliver(const QString &id)
{
    const auto it = m_pending.find(id);
    Page *page = made(id);
    if (it == m_pending.end() || !page)
        return;
    const ChangeSummary summary = std::move(it->second);
    m_pending.erase(it);
    page->dataChanged(summary);
}

} // namespace ffp::ui
