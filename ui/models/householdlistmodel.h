// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/services/registryservice.h"
#include "ui/models/rowcache.h"

#include <QAbstractTableModel>

#include <set>

namespace ffp::ui {

/// Where a list gets its rows; called from worker threads. The real one asks RegistryService.
class HouseholdSource
{
public:
    virtual ~HouseholdSource() = default;
    virtual Result<std::vector<qint64>> ids(const HouseholdQuery &query) const = 0;
    virtual Result<std::vector<QStringList>> cells(std::span<const qint64> rids,
                                                   const QStringList &columns) const = 0;
};

/// The household list: holds row ids only and fetches texts for what is looked at.
///
/// Invariants (tests/ui/models/tst_householdlistmodel):
///  1. Memory per row is one id; texts are held for the pages of RowCache only.
///  2. An answer to an older question (query or columns changed meanwhile) is dropped.
///  3. data() never waits: an unknown row is blank and asked for; dataChanged() follows.
///  4. Rows scrolled past are not fetched: of what was asked, the newest pages come first and old wishes
///     are forgotten.
///  5. A change of known rows refetches these; anything else asks for the ids again and resets only when
///     they differ.
class HouseholdListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit HouseholdListModel(std::shared_ptr<const HouseholdSource> source, QObject *parent = nullptr);

    void setColumns(const QStringList &columnIds);
    const QStringList &columns() const { return m_columns; }
    void setQuery(const HouseholdQuery &query);
    const HouseholdQuery &query() const { return m_query; }
    void refresh();
    void dataChangedInRegister(const ChangeSummary &summary);

    const std::vector<qint64> &ids() const { return m_ids; }
    qint64 ridAt(int row) const;
    int rowOf(qint64 rid) const; ///< -1 when not in the list
    bool isLoading() const { return m_loading; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void loadingChanged(bool loading);
    void loaded(qsizetype rows);
    void failed(const ffp::Error &error);

private:
    void fetchIds();
    void want(int page) const;
    void fetchWanted();
    void takePages(const std::vector<int> &pages, std::vector<QStringList> rows);
    void setLoading(bool loading);

    std::shared_ptr<const HouseholdSource> m_source;
    HouseholdQuery m_query;
    QStringList m_columns;
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

/// The column of RegistryService::columns(), or nullptr.
const ListColumn *listColumn(const QString &id);
QString listColumnLabel(const ListColumn &column);

} // namespace ffp::ui
