// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <list>
#include <map>
#include <vector>

namespace ffp::ui {

/// Texts of the rows that were seen lately, in pages of kPageRows; the oldest pages go first. A page that
/// became stale is still shown until its new texts are there, so that nothing flickers.
class RowCache
{
public:
    static constexpr int kPageRows = 64;
    static constexpr size_t kMaxPages = 64;

    static int pageOf(int row) { return row / kPageRows; }

    /// nullptr when the row is not held. Marks its page as used.
    const QStringList *row(int row);
    bool isFresh(int page) const;
    void insert(int page, std::vector<QStringList> rows);
    /// Every page must be fetched again; texts stay until then.
    void setStale();
    void setStale(int page);
    void clear();
    size_t pages() const { return m_pages.size(); }

private:
    struct PageData {
        std::vector<QStringList> rows;
        bool fresh = true;
        std::list<int>::iterator use;
    };
    std::map<int, PageData> m_pages;
    std::list<int> m_use; ///< most recently used first
};

} // namespace ffp::ui
