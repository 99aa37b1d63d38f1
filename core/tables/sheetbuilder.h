// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/workbook.h"

namespace ffp {

/// Fills a Sheet row by row for the readers and keeps the limits: each function fails with
/// TooLarge or TruncatedFile as soon as the sheet asks for more than `options` allow or contradicts
/// itself.
class SheetBuilder
{
public:
    SheetBuilder(std::shared_ptr<TextPool> pool, const ReadOptions &options, const QString &name,
                 SheetState state);

    /// Cells of all sheets of a workbook count together; `before` are those of earlier sheets.
    void setCellsBefore(qint64 before) { m_cellsBefore = before; }
    qint64 cells() const { return m_cellsBefore + m_sheet.m_cells.size(); }

    /// Rows may come in any order, each once.
    Result<> beginRow(qint64 number);
    Result<> add(qint64 column, CellKind kind, std::string_view utf8, quint32 flags = 0);
    Result<> addInterned(qint64 column, CellKind kind, quint32 index, quint32 flags = 0);
    bool rowIsEmpty() const { return m_current.isEmpty(); }
    Result<> endRow();
    /// The row just ended, `times` more, below itself.
    Result<> repeatRow(qint64 times);

    /// A formula of the current row without a result.
    void addUncomputed(qint64 column);
    void hideRow(qint64 number);
    void hideColumns(qint64 first, qint64 last);
    Result<> merge(const CellRange &range);
    void setStatedDimension(const QString &dimension) { m_sheet.m_statedDimension = dimension; }

    /// Index of a text, or TooLarge.
    Result<quint32> intern(std::string_view utf8);
    /// Sorts rows that came out of order and fills merged ranges.
    Result<Sheet> finish();

    Error tooLarge(const QString &limit) const;

private:
    Result<> fillMerges();

    std::shared_ptr<TextPool> m_pool;
    const ReadOptions &m_options;
    Sheet m_sheet;
    qint64 m_cellsBefore = 0;
    qint64 m_row = 0;
    QList<quint32> m_current; ///< cells of the row being read, from column 1
    bool m_sorted = true;
};

/// Adds a piece to the text of one cell; TooLarge beyond options.maxCellBytes.
inline Result<> appendToCell(std::string &cell, std::string_view piece, const ReadOptions &options)
{
    if (qint64(cell.size() + piece.size()) > options.maxCellBytes) {
        Error error = Error::of(ErrorKind::TooLarge, QStringLiteral("text of one cell"));
        error.args = {QString::number(options.maxCellBytes)};
        return fail(std::move(error));
    }
    cell += piece;
    return {};
}

} // namespace ffp
