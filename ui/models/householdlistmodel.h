// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/registryservice.h"
#include "ui/models/rowlistmodel.h"

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

/// The household list. A change of known rows refetches these; anything else asks for the ids again and
/// resets only when they differ (tests/ui/models/tst_householdlistmodel).
class HouseholdListModel : public RowListModel
{
    Q_OBJECT

public:
    explicit HouseholdListModel(std::shared_ptr<const HouseholdSource> source, QObject *parent = nullptr);

    void setColumns(const QStringList &columnIds);
    const QStringList &columns() const { return m_columns; }
    void setQuery(const HouseholdQuery &query);
    const HouseholdQuery &query() const { return m_query; }
    void dataChangedInRegister(const ChangeSummary &summary);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

protected:
    IdsJob idsJob() const override;
    CellsJob cellsJob() const override;

private:
    std::shared_ptr<const HouseholdSource> m_source;
    HouseholdQuery m_query;
    QStringList m_columns;
};

/// The column of RegistryService::columns(), or nullptr.
const ListColumn *listColumn(const QString &id);
QString listColumnLabel(const ListColumn &column);

} // namespace ffp::ui
