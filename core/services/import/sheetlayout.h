// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/datetext.h"
#include "core/services/import/findingbook.h"
#include "core/services/import/importkinds.h"
#include "core/tables/workbook.h"

namespace ffp::imports {

/// The header is looked for in the rows down to this one.
inline constexpr int kLastHeaderRow = 10;

/// A column with a header.
struct LayoutColumn {
    int column = 0; ///< of the sheet, from 1
    QString title;  ///< unique in the sheet: the second 是否 is 是否(2)
    ColumnRole role;
    int moneyFactor = 1; ///< kWanFactor for amounts in 万元
    int repeats = -1;    ///< index of the column of the same field that counts: kept, and compared with it
};

/// Which sheet of a workbook is read as what. The workbook must outlive it.
struct SheetLayout {
    Kind kind = Kind::Registered;
    const Sheet *sheet = nullptr;
    int headerRow = 0;
    std::vector<LayoutColumn> columns;           ///< in the order of the sheet
    QDate dataDate;                              ///< day that the data stand for, never null
    bool dateIsStated = false;                   ///< a title, a column or the file's name says so
    SerialDates serials = SerialDates::From1900; ///< what the day numbers of the workbook mean

    /// Index of the first column of a field; -1 when the sheet has none.
    int indexOf(FieldRef field) const;
    /// Sheet column of a field; 0 when the sheet has none.
    int columnOf(FieldRef field) const;
    QString title(int column) const;
    /// Sheet column that a report of set-aside rows added; 0 when the sheet is none.
    int ownColumn(QStringView header) const;
};

/// Finds sheet, kind, header row and columns. Kinds of Error: UnknownFileKind, MissingColumn (args = the
/// headers that must be there), InvalidArgument for an unknown `options.as` or sheet, and for a field of the
/// mapping that no kind has. A list of members comes back as Registered or Edge. `today` is the data date of
/// a file that states none. Properties of the file go into `book`.
Result<SheetLayout> recognise(const Workbook &workbook, const QString &file, const ImportOptions &options,
                              QDate today, FindingBook &book);

/// A layout as far as it can be told of a file that recognise() refuses: required columns may be missing.
struct RoughLayout {
    SheetLayout layout;      ///< without a sheet when the file has no row at all
    bool kindIsKnown = true; ///< else layout.kind says nothing, and no column has a role
};
/// InvalidArgument as recognise().
Result<RoughLayout> guessLayout(const Workbook &workbook, const QString &file, const ImportOptions &options);

} // namespace ffp::imports
