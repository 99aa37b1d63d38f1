// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/documenttablemodel.h"

#include "ui/common/theme.h"

#include <algorithm>
#include <limits>

namespace ffp::ui {

namespace {

constexpr qsizetype kBlock = 128; ///< rows read at once: more than a screen holds

Qt::Alignment alignment(const TableColumn &column)
{
    switch (alignOf(column)) {
    case CellAlign::Right: return Qt::AlignRight | Qt::AlignVCenter;
    case CellAlign::Center: return Qt::AlignCenter;
    case CellAlign::Left:
    case CellAlign::Automatic: break;
    }
    return Qt::AlignLeft | Qt::AlignVCenter;
}

} // namespace

void DocumentTableModel::setDocument(DocumentPtr document)
{
    beginResetModel();
    m_document = std::move(document);
    m_block.clear();
    endResetModel();
}

int DocumentTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_document || !m_document->rows)
        return 0;
    return int(std::min<qsizetype>(m_document->rows->count(), std::numeric_limits<int>::max()));
}

int DocumentTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_document ? 0 : int(m_document->columns.size());
}

const TableCell *DocumentTableModel::cell(const QModelIndex &index) const
{
    const qsizetype row = index.row();
    if (row < m_blockFirst || row >= m_blockFirst + qsizetype(m_block.size())) {
        m_blockFirst = row - row % kBlock;
        m_block.clear();
        const qsizetype count = std::min(kBlock, m_document->rows->count() - m_blockFirst);
        // A block that cannot be read stays blank on the screen; printing it says why.
        if (!m_document->rows->read(m_blockFirst, count, [this](qsizetype, const TableRow &read) -> Result<> {
                m_block.push_back(read);
                return {};
            }))
            m_block.resize(size_t(count));
    }
    const TableRow &held = m_block[size_t(row - m_blockFirst)];
    return size_t(index.column()) < held.cells.size() ? &held.cells[size_t(index.column())] : nullptr;
}

QVariant DocumentTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_document)
        return {};
    const TableColumn &column = m_document->columns[size_t(index.column())];
    switch (role) {
    case Qt::TextAlignmentRole: return QVariant::fromValue(int(alignment(column)));
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (const TableCell *held = cell(index))
            return cellText(column, *held, m_document->emptyCell);
        return {};
    case Qt::ForegroundRole: {
        const TableCell *held = cell(index);
        return held && held->red ? QVariant(colors().flag) : QVariant();
    }
    default: return {};
    }
}

QVariant DocumentTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_document || section < 0
        || size_t(section) >= m_document->columns.size())
        return {};
    const TableColumn &column = m_document->columns[size_t(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return m_document->loneHeader(size_t(section));
    return role == Qt::TextAlignmentRole ? QVariant::fromValue(int(alignment(column))) : QVariant();
}

} // namespace ffp::ui
