// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/valuetext.h"
#include "core/services/import/sheetlayout.h"

#include <QHash>

namespace ffp::imports {

/// A numeric cell with more than 15 digits: a double does not hold the rest (T-03).
bool lostItsEnd(const Cell &cell);

/// Reads cells of a sheet as values of their columns' fields. Texts that come again and again (codes, yes
/// and no, months) are parsed once: every distinct text of a workbook has one index.
class CellReader
{
public:
    CellReader(const SheetLayout &layout, bool marksMeanYes);

    Cell cell(qsizetype stored, int index) const
    {
        return index < 0 ? Cell()
                         : m_layout.sheet->storedCell(stored, m_layout.columns[size_t(index)].column);
    }
    QString text(qsizetype stored, int index) const { return cell(stored, index).text(); }
    /// Value of a cell as that of `field`; blank without fault for an empty cell and for one with an error of
    /// its formula. Valid until the next call. `index` is that of the layout's columns.
    const ParsedValue &read(qsizetype stored, int index, const FieldDef &field);
    const ParsedValue &read(qsizetype stored, int index)
    {
        return read(stored, index, fieldDef(m_layout.columns[size_t(index)].role.field));
    }

private:
    const SheetLayout &m_layout;
    ParseContext m_context;
    std::vector<QHash<quint32, ParsedValue>> m_cache; ///< by column
    ParsedValue m_scratch;
};

} // namespace ffp::imports
