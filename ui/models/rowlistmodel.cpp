// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowlistmodel.h"

#include <QTimer>

#include <algorithm>

namespace ffp::ui {
namespace {

constexpr size_t kPagesPerFetch = 4;
constexpr size_t kMaxWishes = 8;

} // namespace

void RowListModel::refresh()
{
    m_cache.setStale();
    repaint();
    fetchIds();
}

void RowListModel::repaint()
{
    ++m_cellGeneration;
    announce();
}

void RowListModel::announce()
{
    if (rowCount() > 0 && columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RowListModel::dropCells()
{
    ++m_cellGeneration;
    m_cache.clear();
    m_wanted.clear();
}

const QStringList *RowListModel::cells(int row) const
{
    const int page = RowCache::pageOf(row);
    if (!m_cache.isFresh(page))
        want(page);
    return m_cache.row(row);
}

qint64 RowListModel::ridAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids[static_cast<size_t>(row)] : 0;
}

int RowListModel::rowOf(qint64 rid) const
{
    const auto it = std::find(m_ids.begin(), m_ids.end(), rid);
    return it == m_ids.end() ? -1 : static_cast<int>(it - m_ids.begin());
}

int RowListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

void RowListModel::fetchIds()
{
    const quint64 generation = ++m_idGeneration;
    if (m_idJob)
        m_idJob->cancel();
    setLoading(true);
    m_idJob = runJob<std::vector<qint64>>(this, idsJob(),
                                          [this, generation](Result<std::vector<qint64>> result) {
                                              if (generation != m_idGeneration)
                                                  return;
                                              setLoading(false);
                                              if (!result) {
                                                  Q_EMIT failed(result.error());
                                                  return;
                                              }
                                              if (*result != m_ids) {
                                                  beginResetModel();
                                                  m_ids = std::move(*result);
                                                  dropCells();
                                                  endResetModel();
                                              }
                                              Q_EMIT loaded(static_cast<qsizetype>(m_ids.size()));
                                          });
}

void RowListModel::want(int page) const
{
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_wanted.size() > kMaxWishes)
        m_wanted.erase(m_wanted.begin());
    if (m_fetchPlanned)
        return;
    m_fetchPlanned = true;
    auto *self = const_cast<RowListModel *>(this); // the cache is filled after this paint
    QTimer::singleShot(0, self, [self] {
        self->m_fetchPlanned = false;
        self->fetchWanted();
    });
}

void RowListModel::fetchWanted()
{
    if (m_fetching || m_wanted.empty())
        return;
    std::vector<int> pages;
    std::vector<qint64> rids;
    while (!m_wanted.empty() && pages.size() < kPagesPerFetch) {
        const int page = m_wanted.back();
        m_wanted.pop_back();
        const int first = page * RowCache::kPageRows;
        const int last = qMin(first + RowCache::kPageRows, rowCount());
        if (first >= last)
            continue;
        pages.push_back(page);
        rids.insert(rids.end(), m_ids.begin() + first, m_ids.begin() + last);
    }
    if (pages.empty())
        return;
    m_fetching = true;
    runJob<std::vector<QStringList>>(
        this, [cells = cellsJob(), rids = std::move(rids)](Progress &) { return cells(rids); },
        [this, pages = std::move(pages),
         generation = m_cellGeneration](Result<std::vector<QStringList>> result) {
            m_fetching = false;
            if (generation == m_cellGeneration) {
                if (result)
                    takePages(pages, std::move(*result));
                else
                    Q_EMIT failed(result.error());
            } else { // painted meanwhile: ask again
                announce();
            }
            fetchWanted();
        });
}

void RowListModel::takePages(const std::vector<int> &pages, std::vector<QStringList> rows)
{
    auto next = rows.begin();
    for (const int page : pages) {
        const int first = page * RowCache::kPageRows;
        const int count = qMin(RowCache::kPageRows, rowCount() - first);
        if (std::distance(next, rows.end()) < count)
            return;
        m_cache.insert(page, {std::make_move_iterator(next), std::make_move_iterator(next + count)});
        next += count;
        Q_EMIT dataChanged(index(first, 0), index(first + count - 1, columnCount() - 1));
    }
}

void RowListModel::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged(loading);
}

} // namespace ffp::ui
