// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "ui/models/rowcache.h"

#include <QAbstractTableModel>

#include <span>

namespace ffp::ui {

/// A long list: holds row ids only and fetches texts for what is looked at. Subclasses say where ids and
/// texts come from and what the columns are.
///
/// Invariants (tests/ui/models/tst_householdlistmodel):
///  1. Memory per row is one id; texts are held for the pages of RowCache only.
///  2. An answer to an older question (query or columns changed meanwhile) is dropped.
///  3. data() never waits: an unknown row is blank and asked for; dataChanged() follows.
///  4. Rows scrolled past are not fetched: of what was asked, the newest pages come first and old wishes
///     are forgotten.
class RowListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Asks for ids and texts again; resets only when the ids differ.
    void refresh();
    const std::vector<qint64> &ids() const { return m_ids; }
    qint64 ridAt(int row) const;
    int rowOf(qint64 rid) const; ///< -1 when not in the list
    bool isLoading() const { return m_loading; }
    int rowCount(const QModelIndex &parent = {}) const override;

Q_SIGNALS:
    void loadingChanged(bool loading);
    void loaded(qsizetype rows);
    void failed(const ffp::Error &error);

protected:
    using IdsJob = std::function<Result<std::vector<qint64>>(Progress &)>;
    using CellsJob = std::function<Result<std::vector<QStringList>>(std::span<const qint64> rids)>;
    /// Both run in workers: they hold what they need by value.
    virtual IdsJob idsJob() const = 0;
    virtual CellsJob cellsJob() const = 0;

    /// Texts of a row; nullptr while they are fetched.
    const QStringList *cells(int row) const;
    void fetchIds();
    /// The columns change: no text fits any more. Call between begin- and endResetModel().
    void dropCells();
    void setStale(int row) { m_cache.setStale(RowCache::pageOf(row)); }
    /// What is shown is painted again, so that stale rows are fetched.
    void repaint();

private:
    void announce();
    void want(int page) const;
    void fetchWanted();
    void takePages(const std::vector<int> &pages, std::vector<QStringList> rows);
    void setLoading(bool loading);

    std::vector<qint64> m_ids;
    mutable RowCache m_cache;
    mutable std::vector<int> m_wanted; ///< newest wish last
    mutable bool m_fetchPlanned = false;
    bool m_fetching = false;
    bool m_loading = false;
    quint64 m_idGeneration = 0;
    quint64 m_cellGeneration = 0;
    std::shared_ptr<JobProgress> m_idJob;
};

} // namespace ffp::ui
