// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/householdlistmodel.h"

#include "ui/common/theme.h"
#include "ui/common/translations.h"

#include <QFont>
#include <QTimer>

#include <algorithm>

namespace ffp::ui {
namespace {

constexpr size_t kPagesPerFetch = 4;
constexpr size_t kMaxWishes = 8;
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
    : QAbstractTableModel(parent),
      m_source(std::move(source))
{}

void HouseholdListModel::setColumns(const QStringList &columnIds)
{
    if (columnIds == m_columns)
        return;
    beginResetModel();
    m_columns = columnIds;
    ++m_cellGeneration;
    m_cache.clear();
    m_wanted.clear();
    endResetModel();
}

void HouseholdListModel::setQuery(const HouseholdQuery &query)
{
    m_query = query;
    fetchIds();
}

void HouseholdListModel::refresh()
{
    ++m_cellGeneration;
    m_cache.setStale();
    if (!m_ids.empty() && !m_columns.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    fetchIds();
}

void HouseholdListModel::dataChangedInRegister(const ChangeSummary &summary)
{
    bool onlyKnown = !summary.bulk && summary.created == 0;
    for (const auto &[entity, rid] : summary.rids) {
        const int row = entity == Entity::Household ? rowOf(rid) : -1;
        if (row >= 0)
            m_cache.setStale(RowCache::pageOf(row));
        else
            onlyKnown = false;
    }
    if (!onlyKnown) { // a member or visit changes computed columns of a household that we cannot name
        refresh();
        return;
    }
    ++m_cellGeneration;
    if (!m_ids.empty() && !m_columns.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    fetchIds(); // the change may move the row or take it out of the filter
}

qint64 HouseholdListModel::ridAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids[static_cast<size_t>(row)] : 0;
}

int HouseholdListModel::rowOf(qint64 rid) const
{
    const auto it = std::find(m_ids.begin(), m_ids.end(), rid);
    return it == m_ids.end() ? -1 : static_cast<int>(it - m_ids.begin());
}

int HouseholdListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
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
    const int page = RowCache::pageOf(index.row());
    if (!m_cache.isFresh(page))
        want(page);
    const QStringList *row = m_cache.row(index.row());
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

void HouseholdListModel::fetchIds()
{
    const quint64 generation = ++m_idGeneration;
    if (m_idJob)
        m_idJob->cancel();
    setLoading(true);
    m_idJob = runJob<std::vector<qint64>>(
        this, [source = m_source, query = m_query](Progress &) { return source->ids(query); },
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
                ++m_cellGeneration;
                m_cache.clear();
                m_wanted.clear();
                endResetModel();
            }
            Q_EMIT loaded(static_cast<qsizetype>(m_ids.size()));
        });
}

void HouseholdListModel::want(int page) const
{
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_wanted.size() > kMaxWishes)
        m_wanted.erase(m_wanted.begin());
    if (m_fetchPlanned)
        return;
    m_fetchPlanned = true;
    auto *self = const_cast<HouseholdListModel *>(this); // the cache is filled after this paint
    QTimer::singleShot(0, self, [self] {
        self->m_fetchPlanned = false;
        self->fetchWanted();
    });
}

void HouseholdListModel::fetchWanted()
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
        this,
        [source = m_source, rids = std::move(rids), columns = m_columns](Progress &) {
            return source->cells(rids, columns);
        },
        [this, pages = std::move(pages),
         generation = m_cellGeneration](Result<std::vector<QStringList>> result) {
            m_fetching = false;
            if (generation == m_cellGeneration) {
                if (result)
                    takePages(pages, std::move(*result));
                else
                    Q_EMIT failed(result.error());
            } else if (!m_ids.empty() && !m_columns.isEmpty()) { // painted meanwhile: ask again
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            }
            fetchWanted();
        });
}

void HouseholdListModel::takePages(const std::vector<int> &pages, std::vector<QStringList> rows)
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

void HouseholdListModel::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    Q_EMIT loadingChanged(loading);
}

} // namespace ffp::ui
