// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/householdlistmodel.h"

#include "ui/common/theme.h"
#include "ui/common/translations.h"

namespace ffp::ui {
namespace {

constexpr auto kFlagColumn = "red_flags";

} // namespace

const ListColumn *listColumn(const QString &id)
{
    for (const ListColumn &column : RegistryService::columns())
        if (id == QLatin1String(column.id))
            return &column;
    return nullptr;
}

QString listColumnLabel(const ListColumn &column)
{
    return chineseLabels() ? QString::fromUtf16(column.label) : QString::fromUtf8(column.english);
}

HouseholdListModel::HouseholdListModel(std::shared_ptr<const HouseholdSource> source, QObject *parent)
    : RowListModel(parent),
      m_source(std::move(source))
{}

void HouseholdListModel::setColumns(const QStringList &columnIds)
{
    if (columnIds == m_columns)
        return;
    beginResetModel();
    m_columns = columnIds;
    dropCells();
    endResetModel();
}

void HouseholdListModel::setQuery(const HouseholdQuery &query)
{
    m_query = query;
    fetchIds();
}

void HouseholdListModel::dataChangedInRegister(const ChangeSummary &summary)
{
    bool onlyKnown = !summary.bulk && summary.created == 0;
    for (const auto &[entity, rid] : summary.rids) {
        const int row = entity == Entity::Household ? rowOf(rid) : -1;
        if (row >= 0)
            setStale(row);
        else
            onlyKnown = false;
    }
    if (!onlyKnown) { // a member or visit changes computed columns of a household that we cannot name
        refresh();
        return;
    }
    repaint();
    fetchIds(); // the change may move the row or take it out of the filter
}

int HouseholdListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant HouseholdListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString &id = m_columns[index.column()];
    if (role == Qt::TextAlignmentRole) {
        const ListColumn *column = listColumn(id);
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (column && column->numeric ? Qt::AlignRight : Qt::AlignLeft));
    }
    const bool flags = id == QLatin1String(kFlagColumn);
    if (role == Qt::ForegroundRole && flags)
        return colors().flag;
    if (role != Qt::DisplayRole)
        return {};
    const QStringList *row = cells(index.row());
    if (!row)
        return {};
    const QString &text = row->at(index.column());
    if (flags) // the mark is a sign and a word, not a colour alone
        return text.isEmpty() || text == QLatin1String("0") ? QString() : tr("● red %1").arg(text);
    return text;
}

QVariant HouseholdListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_columns.size())
        return {};
    const ListColumn *column = listColumn(m_columns[section]);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return column ? listColumnLabel(*column) : m_columns[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (column && column->numeric ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

void HouseholdListModel::sort(int column, Qt::SortOrder order)
{
    HouseholdQuery query = m_query;
    query.sort.clear();
    if (column >= 0 && column < m_columns.size())
        query.sort.push_back({m_columns[column], order == Qt::DescendingOrder});
    setQuery(query);
}

HouseholdListModel::IdsJob HouseholdListModel::idsJob() const
{
    return [source = m_source, query = m_query](Progress &) { return source->ids(query); };
}

HouseholdListModel::CellsJob HouseholdListModel::cellsJob() const
{
    return [source = m_source, columns = m_columns](std::span<const qint64> rids) {
        return source->cells(rids, columns);
    };
}

} // namespace ffp::ui
