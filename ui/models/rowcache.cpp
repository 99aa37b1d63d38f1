// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowcache.h"

namespace ffp::ui {

const QStringList *RowCache::row(int row)
{
    const auto it = m_pages.find(pageOf(row));
    if (it == m_pages.end())
        return nullptr;
    const auto index = static_cast<size_t>(row % kPageRows);
    if (index >= it->second.rows.size())
        return nullptr;
    m_use.splice(m_use.begin(), m_use, it->second.use);
    return &it->second.rows[index];
}

bool RowCache::isFresh(int page) const
{
    const auto it = m_pages.find(page);
    return it != m_pages.end() && it->second.fresh;
}

void RowCache::insert(int page, std::vector<QStringList> rows)
{
    if (const auto it = m_pages.find(page); it != m_pages.end()) {
        it->second.rows = std::move(rows);
        it->second.fresh = true;
        return;
    }
    m_use.push_front(page);
    m_pages[page] = {std::move(rows), true, m_use.begin()};
    while (m_pages.size() > kMaxPages) {
        m_pages.erase(m_use.back());
        m_use.pop_back();
    }
}

void RowCache::setStale()
{
    for (auto &[number, page] : m_pages)
        page.fresh = false;
}

void RowCache::setStale(int page)
{
    if (const auto it = m_pages.find(page); it != m_pages.end())
        it->second.fresh = false;
}

void RowCache::clear()
{
    m_pages.clear();
    m_use.clear();
}

} // namespace ffp::ui
