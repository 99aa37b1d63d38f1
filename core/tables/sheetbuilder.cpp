// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/sheetbuilder.h"

#include <algorithm>

namespace ffp {

SheetBuilder::SheetBuilder(std::shared_ptr<TextPool> pool, const ReadOptions &options, const QString &name,
                           SheetState state)
    : m_pool(std::move(pool)),
      m_options(options)
{
    m_sheet.m_name = name;
    m_sheet.m_state = state;
    m_sheet.m_pool = m_pool;
}

Error SheetBuilder::tooLarge(const QString &limit) const
{
    Error error = Error::of(ErrorKind::TooLarge);
    error.args = {limit};
    error.subject.sheet = m_sheet.m_name;
    error.subject.row = m_row;
    return error;
}

Result<> SheetBuilder::beginRow(qint64 number)
{
    m_current.clear();
    m_row = number;
    if (number < 1) {
        Error error = Error::of(ErrorKind::TruncatedFile, QStringLiteral("row number below 1"));
        error.subject.sheet = m_sheet.m_name;
        return fail(std::move(error));
    }
    return {};
}

Result<quint32> SheetBuilder::intern(std::string_view utf8)
{
    if (m_pool->full() || m_pool->bytes() + qint64(utf8.size()) > m_options.maxTextBytes)
        return fail(tooLarge(QString::number(m_options.maxTextBytes)));
    return m_pool->intern(utf8);
}

Result<> SheetBuilder::add(qint64 column, CellKind kind, std::string_view utf8, quint32 flags)
{
    FFP_ASSIGN(const quint32 index, intern(utf8));
    return addInterned(column, kind, index, flags);
}

Result<> SheetBuilder::addInterned(qint64 column, CellKind kind, quint32 index, quint32 flags)
{
    // An empty text is no value, except that a formula gave it: the column then counts as computed.
    if (index == 0)
        kind = CellKind::Empty;
    if (kind == CellKind::Empty && flags == 0)
        return {};
    if (m_row > m_options.maxRows)
        return fail(tooLarge(QString::number(m_options.maxRows)));
    if (column < 1 || column > m_options.maxColumns)
        return fail(tooLarge(QString::number(m_options.maxColumns)));
    if (column > m_current.size()) {
        if (cells() + column > m_options.maxCells)
            return fail(tooLarge(QString::number(m_options.maxCells)));
        m_current.resize(column);
    }
    m_current[column - 1] = Cell::pack(kind, index) | flags;
    return {};
}

Result<> SheetBuilder::endRow()
{
    if (m_current.isEmpty())
        return {};
    if (cells() + m_current.size() > m_options.maxCells)
        return fail(tooLarge(QString::number(m_options.maxCells)));
    if (!m_sheet.m_rows.isEmpty() && m_sheet.m_rows.last().number >= m_row)
        m_sorted = false;
    m_sheet.m_lastColumn = qMax(m_sheet.m_lastColumn, int(m_current.size()));
    m_sheet.m_rows.append({int(m_row), int(m_current.size()), m_sheet.m_cells.size()});
    m_sheet.m_cells.append(m_current.cbegin(), m_current.cend());
    return {};
}

Result<> SheetBuilder::repeatRow(qint64 times)
{
    if (m_current.isEmpty())
        return {};
    if (m_row + times > m_options.maxRows)
        return fail(tooLarge(QString::number(m_options.maxRows)));
    if (cells() + m_current.size() * times > m_options.maxCells)
        return fail(tooLarge(QString::number(m_options.maxCells)));
    for (; times > 0; --times) {
        ++m_row;
        FFP_TRY(endRow());
    }
    return {};
}

void SheetBuilder::addUncomputed(qint64 column)
{
    if (m_sheet.m_uncomputed++ == 0)
        m_sheet.m_firstUncomputed = {int(m_row), int(column)};
}

void SheetBuilder::hideRow(qint64 number)
{
    if (number >= 1 && number <= m_options.maxRows)
        m_sheet.m_hiddenRows.append(int(number));
}

void SheetBuilder::hideColumns(qint64 first, qint64 last)
{
    if (first >= 1 && first <= last && first <= m_options.maxColumns)
        m_sheet.m_hiddenColumns.append({0, int(first), 0, int(qMin<qint64>(last, m_options.maxColumns))});
}

Result<> SheetBuilder::merge(const CellRange &range)
{
    // More merged ranges than rows of a full sheet is no table of anybody's.
    if (m_sheet.m_merges.size() >= m_options.maxRows)
        return fail(tooLarge(QString::number(m_options.maxRows)));
    m_sheet.m_merges.append(range);
    return {};
}

Result<> SheetBuilder::fillMerges()
{
    QList<Sheet::Row> &rows = m_sheet.m_rows;
    const auto byNumber = [](const Sheet::Row &row, int number) { return row.number < number; };
    qint64 filled = 0; // overlapping ranges could fill one sheet a million times
    for (const CellRange &range : std::as_const(m_sheet.m_merges)) {
        // A whole column or row merged as decoration would fill the sheet to its edge: stop where
        // the table stops. Rows below the last value are no data.
        const int lastRow = qMin(range.lastRow, m_sheet.lastRow());
        const int lastColumn = qMin(range.lastColumn, m_sheet.m_lastColumn);
        const Cell first = m_sheet.cell(range.firstRow, range.firstColumn);
        if (first.isEmpty() || first.isMerged())
            continue;
        const quint32 value = Cell::pack(first.kind(), first.textIndex()) | Cell::MergedBit;
        for (int number = range.firstRow; number <= lastRow; ++number) {
            auto row = std::lower_bound(rows.begin(), rows.end(), number, byNumber);
            if (row == rows.end() || row->number != number)
                continue; // a row without a value of its own stays blank
            if (row->count < lastColumn) {
                if (cells() + lastColumn > m_options.maxCells)
                    return fail(tooLarge(QString::number(m_options.maxCells)));
                const qsizetype begin = m_sheet.m_cells.size();
                m_sheet.m_cells.resize(begin + lastColumn);
                quint32 *const cell = m_sheet.m_cells.data();
                std::copy_n(cell + row->begin, row->count, cell + begin);
                row->begin = begin;
                row->count = lastColumn;
            }
            filled += lastColumn - range.firstColumn + 1;
            if (filled > m_options.maxCells)
                return fail(tooLarge(QString::number(m_options.maxCells)));
            quint32 *const cell = m_sheet.m_cells.data() + row->begin;
            for (int column = range.firstColumn; column <= lastColumn; ++column)
                if (number != range.firstRow || column != range.firstColumn)
                    cell[column - 1] = value;
        }
    }
    return {};
}

Result<Sheet> SheetBuilder::finish()
{
    QList<Sheet::Row> &rows = m_sheet.m_rows;
    if (!m_sorted) {
        std::stable_sort(rows.begin(), rows.end(),
                         [](const auto &a, const auto &b) { return a.number < b.number; });
        const auto twice = std::adjacent_find(rows.cbegin(), rows.cend(), [](const auto &a, const auto &b) {
            return a.number == b.number;
        });
        if (twice != rows.cend()) {
            Error error = Error::of(ErrorKind::TruncatedFile, QStringLiteral("row given twice"));
            error.subject.sheet = m_sheet.m_name;
            error.subject.row = twice->number;
            return fail(std::move(error));
        }
    }
    std::sort(m_sheet.m_hiddenRows.begin(), m_sheet.m_hiddenRows.end());
    FFP_TRY(fillMerges());
    m_sheet.m_cells.squeeze();
    rows.squeeze();
    m_cellsBefore += m_sheet.m_cells.size(); // cells() stays right for the next sheet
    return std::move(m_sheet);
}

} // namespace ffp
