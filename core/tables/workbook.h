// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/tables/celladdress.h"
#include "core/tables/textpool.h"

#include <QList>
#include <QString>

#include <memory>
#include <string_view>
#include <utility>

namespace ffp {

enum class CellKind : quint8 {
    Empty,
    Text,
    Number,  ///< plain digits as the file has them, see plainNumber()
    Boolean, ///< "TRUE" or "FALSE"
    Error,   ///< "#DIV/0!" and its kin; never text, never 0
    Date     ///< a number shown as a date: ISO text, "2026-10-31", "2026-10-31T17:42:05", "17:42:05"
};

/// One cell by value. `utf8()` points into the workbook and lives as long as it does.
class Cell
{
public:
    Cell() = default;
    Cell(const TextPool *pool, quint32 packed) : m_pool(pool), m_packed(packed) {}

    CellKind kind() const { return CellKind(m_packed >> 26 & 7u); }
    bool isEmpty() const { return kind() == CellKind::Empty; }
    /// The value is the stored result of a formula.
    bool isFormula() const { return m_packed & FormulaBit; }
    /// A csv cell that was written as `="…"` to keep its digits; the wrapper is gone.
    bool wasWrapped() const { return m_packed & WrappedBit; }
    /// Covered by a merged range: the value is that of the range's first cell.
    bool isMerged() const { return m_packed & MergedBit; }
    std::string_view utf8() const { return m_pool ? m_pool->at(m_packed & IndexMask) : std::string_view(); }
    QString text() const
    {
        const std::string_view view = utf8();
        return QString::fromUtf8(view.data(), qsizetype(view.size()));
    }
    /// Equal exactly when two cells of one workbook have the same text; a key for caches.
    quint32 textIndex() const { return m_packed & IndexMask; }

    static constexpr quint32 IndexMask = (1u << 26) - 1;
    static constexpr quint32 FormulaBit = 1u << 29;
    static constexpr quint32 WrappedBit = 1u << 30;
    static constexpr quint32 MergedBit = 1u << 31;
    static constexpr quint32 pack(CellKind kind, quint32 index) { return quint32(kind) << 26 | index; }

private:
    const TextPool *m_pool = nullptr;
    quint32 m_packed = 0;
};

enum class SheetState : quint8 { Visible, Hidden, VeryHidden };

/// One sheet as a sparse grid: rows without any value are not kept, numbers of rows are.
class Sheet
{
public:
    const QString &name() const { return m_name; }
    SheetState state() const { return m_state; }
    /// Number of the last row and column that hold a value; 0 in an empty sheet. What the file says
    /// about its size (`statedDimension`) is never used.
    int lastRow() const { return m_rows.isEmpty() ? 0 : m_rows.last().number; }
    int lastColumn() const { return m_lastColumn; }
    /// "A1:AF3" as written in an xlsx, empty elsewhere.
    const QString &statedDimension() const { return m_statedDimension; }
    const QList<CellRange> &merges() const { return m_merges; }

    /// Empty outside of the sheet. Every cell of a merged range has the value of its first cell.
    Cell cell(int row, int column) const;
    /// Cells with a formula that nobody has computed: the file holds no result of it.
    qint64 uncomputedCells() const { return m_uncomputed; }
    /// The first one of them; row 0 when there is none.
    std::pair<int, int> firstUncomputed() const { return m_firstUncomputed; }

    /// No cell of the row has a value of its own.
    bool rowIsBlank(int row) const;
    bool rowIsHidden(int row) const;
    bool columnIsHidden(int column) const;

    /// Rows with values, in order, for walking fast: index 0 … storedRowCount() - 1.
    qsizetype storedRowCount() const { return m_rows.size(); }
    int storedRowNumber(qsizetype index) const { return m_rows[index].number; }
    Cell storedCell(qsizetype index, int column) const
    {
        const Row &row = m_rows[index];
        return column >= 1 && column <= row.count ? Cell(m_pool.get(), m_cells[row.begin + column - 1])
                                                  : Cell();
    }

private:
    friend class SheetBuilder;
    struct Row {
        int number;
        int count;       ///< cells kept, from column 1 to the last that is not empty
        qsizetype begin; ///< where they start in m_cells
    };
    const Row *find(int row) const;

    QString m_name;
    QString m_statedDimension;
    SheetState m_state = SheetState::Visible;
    int m_lastColumn = 0;
    QList<quint32> m_cells;
    QList<Row> m_rows;
    QList<CellRange> m_merges;
    QList<CellRange> m_hiddenColumns; ///< only the columns count
    QList<int> m_hiddenRows;          ///< in order
    qint64 m_uncomputed = 0;
    std::pair<int, int> m_firstUncomputed{0, 0}; ///< row and column
    std::shared_ptr<const TextPool> m_pool;
};

enum class TableFormat : quint8 { Xlsx, Ods, Xls, Csv, Html };

struct Workbook {
    TableFormat format = TableFormat::Csv;
    QString encoding;      ///< csv and html: "UTF-8", "UTF-8 BOM", "UTF-16LE", "UTF-16BE", "GB18030"
    char separator = 0;    ///< csv only
    bool date1904 = false; ///< day number 0 of a plain number is 1904-01-01
    QList<Sheet> sheets;   ///< in the order of the file; csv and html have one, without a name
    std::shared_ptr<const TextPool> pool;
};

/// What a file may ask of this machine before it is refused with ErrorKind::TooLarge. The defaults
/// are what spreadsheet programs themselves can hold.
struct ReadOptions {
    int maxRows = 1'048'576;
    int maxColumns = 16'384;
    qint64 maxCells = 60'000'000;        ///< 4 bytes each
    qint64 maxCellBytes = 1 << 20;       ///< one text
    qint64 maxTextBytes = 1'000'000'000; ///< distinct texts together
    qint64 maxFileBytes = 2'000'000'000;
    qint64 maxExpandedBytes = 6'000'000'000; ///< all parts of a zip together
    int maxExpansion = 200;                  ///< times the packed size, once over 64 MiB
    int maxSheets = 1'000;
};

/// Reads xlsx, ods, xls, csv and tables of HTML pages, recognised by content and never by suffix.
///
/// Errors (subject.file is the bare name, subject.sheet and row where known):
/// FileUnreadable (missing, a directory, no permission), NotAWorkbook (args[0] = what it seems to
/// be: "html" (without a table), "xml", "pdf", "docx", "xlsb", … or nothing), PasswordProtected,
/// TruncatedFile (cut short or its content damaged), TooLarge (args[0] = the limit), WrongEncoding,
/// Cancelled.
Result<Workbook> readWorkbook(const QString &path, const ReadOptions &options, Progress &progress);

} // namespace ffp
