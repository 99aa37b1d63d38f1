// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/rowscan.h"

#include "core/base/text.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

enum class RowType { Data, Blank, Total, Footer, Header };

bool beginsWithAny(QStringView text, std::span<const QStringView> words)
{
    return std::any_of(words.begin(), words.end(), [&](QStringView word) { return text.startsWith(word); });
}

bool isTotal(QStringView text)
{
    static constexpr QStringView kWords[] = {u"合计", u"总计", u"小计", u"共计", u"总合计", u"本页合计"};
    return text.size() <= 12 && beginsWithAny(text, kWords);
}

/// Columns by which a row is somebody's: without any of them it is no row of the list.
std::vector<int> keyColumns(const SheetLayout &layout)
{
    std::vector<int> out;
    for (const FieldRef field :
         {household::f("household_no"), member::f("name"), member::f("id_no"), household::f("head_name"),
          household::f("head_id_no"), visit::f("visited_on")})
        if (const int column = layout.columnOf(field))
            out.push_back(column);
    return out;
}

class Scanner
{
public:
    explicit Scanner(const SheetLayout &layout) : m_layout(layout), m_keys(keyColumns(layout)) {}

    RowType typeOf(qsizetype stored) const
    {
        const Sheet &sheet = *m_layout.sheet;
        QString first;
        int headers = 0;
        int filled = 0;
        for (const LayoutColumn &column : m_layout.columns) {
            const Cell cell = sheet.storedCell(stored, column.column);
            if (cell.isEmpty())
                continue;
            ++filled;
            // Only the first text and texts as short as a header are looked at: this runs over every cell.
            if (first.isEmpty())
                first = compareKey(cell.text());
            if (cell.kind() == CellKind::Text && headers + 1 >= filled)
                headers += cell.textIndex() == headerCell(column.column).textIndex();
        }
        if (first.isEmpty())
            return RowType::Blank;
        if (filled >= 3 && headers == filled)
            return RowType::Header;
        if (isTotal(first))
            return RowType::Total;
        const bool somebody = std::any_of(m_keys.begin(), m_keys.end(), [&](int column) {
            return !isBlankText(sheet.storedCell(stored, column).text());
        });
        // A note merged over the whole width fills the key columns too.
        if (!somebody || isOneMergedText(stored))
            return RowType::Footer;
        return RowType::Data;
    }
    int firstColumn(qsizetype stored) const
    {
        for (const LayoutColumn &column : m_layout.columns)
            if (!m_layout.sheet->storedCell(stored, column.column).isEmpty())
                return column.column;
        return 0;
    }

private:
    Cell headerCell(int column) const { return m_layout.sheet->cell(m_layout.headerRow, column); }
    bool isOneMergedText(qsizetype stored) const
    {
        std::optional<quint32> text;
        bool merged = false;
        for (const LayoutColumn &column : m_layout.columns) {
            const Cell cell = m_layout.sheet->storedCell(stored, column.column);
            if (cell.isEmpty())
                continue;
            if (text && *text != cell.textIndex())
                return false;
            text = cell.textIndex();
            merged = merged || cell.isMerged();
        }
        return merged && m_layout.columns.size() > 1;
    }

    const SheetLayout &m_layout;
    std::vector<int> m_keys;
};

void noteMerges(const SheetLayout &layout, FindingBook &book)
{
    // Neighbouring ranges over the same rows are one household: one line, at its first column.
    std::vector<CellRange> merges;
    for (const CellRange &range : layout.sheet->merges())
        if (range.firstRow > layout.headerRow && range.lastRow > range.firstRow)
            merges.push_back(range);
    std::sort(merges.begin(), merges.end(), [](const CellRange &a, const CellRange &b) {
        return std::pair(a.firstRow, a.firstColumn) < std::pair(b.firstRow, b.firstColumn);
    });
    int lastNoted = 0;
    for (const CellRange &range : merges) {
        if (range.firstRow == lastNoted)
            continue;
        lastNoted = range.firstRow;
        book.add({"merged_cells",
                  FindingSeverity::Info,
                  Scope::Household,
                  range.firstRow,
                  range.firstColumn,
                  {QString::number(range.lastRow)}});
    }
}

void note(FindingBook &book, const char *kind, int row, int column = 0)
{
    book.add({kind, FindingSeverity::Info, Scope::Row, row, column, {}});
}

} // namespace

RowScan scanRows(const SheetLayout &layout, FindingBook &book)
{
    const Sheet &sheet = *layout.sheet;
    const Scanner scanner(layout);
    RowScan out;
    out.rows.reserve(size_t(sheet.storedRowCount()));
    int previous = layout.headerRow;
    std::vector<int> blanks; // pending: blank rows count only when something follows
    for (qsizetype i = 0; i < sheet.storedRowCount(); ++i) {
        const int number = sheet.storedRowNumber(i);
        if (number <= layout.headerRow)
            continue;
        for (int row = previous + 1; row < number && row <= previous + 1000; ++row)
            blanks.push_back(row);
        out.blank += std::max(0, number - previous - 1 - 1000);
        previous = number;
        const RowType type = scanner.typeOf(i);
        if (type == RowType::Blank) {
            blanks.push_back(number);
            continue;
        }
        out.blank += qint64(blanks.size());
        for (const int row : blanks)
            note(book, "empty_row_in_middle", row);
        blanks.clear();
        if (type == RowType::Data) {
            out.rows.push_back({i, number});
            if (sheet.rowIsHidden(number))
                note(book, "hidden_row", number);
            continue;
        }
        ++out.notData;
        note(book,
             type == RowType::Total    ? "total_row"
             : type == RowType::Header ? "repeated_header"
                                       : "footer_row",
             number, scanner.firstColumn(i));
    }
    noteMerges(layout, book);
    return out;
}

} // namespace ffp::imports
