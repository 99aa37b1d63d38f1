// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/workbook.h"

#include <QList>
#include <QStringList>

#include <span>

namespace ffp {

/// What a file of one kind is called in its header row; given as data, nothing is known here.
struct HeaderField {
    QString id;
    QStringList texts;     ///< label and synonyms; compared by headerKey()
    bool required = false; ///< without it a file of this kind cannot be used
};
struct HeaderKind {
    QString id;
    QList<HeaderField> fields;
    int minimum = 3; ///< fewer known headers than this are chance
};

/// A column that has a header, known or not.
struct HeaderColumn {
    int column = 0;   ///< from 1
    QString text;     ///< as written, cleaned()
    QString title;    ///< unique in the row: the second "是否" is "是否(2)"
    int field = -1;   ///< index into HeaderKind::fields; -1: unknown, or the field has a column already
    int repeats = -1; ///< field that an earlier column already has
};

struct HeaderMatch {
    int kind = -1; ///< index into the list of kinds
    int row = 0;   ///< of the sheet
    int known = 0; ///< fields that have a column
    QList<HeaderColumn> columns;
    QList<int> missing; ///< required fields without a column
    bool complete() const { return kind >= 0 && missing.isEmpty(); }
    /// 0 when the field has no column.
    int columnOf(int field) const;
};

/// Looks for the header among rows 1 … `maxRow`, any order of columns. For each kind its best row;
/// kinds ordered best first: nothing missing, then most known headers, then least unknown fields,
/// then the order given. Kinds under their minimum are left out, so an empty list means that no
/// kind was recognised.
QList<HeaderMatch> matchHeaders(const Sheet &sheet, std::span<const HeaderKind> kinds, int maxRow = 10);

/// The columns of one row as a header of `kind`, for a mapping that the user changed.
HeaderMatch headerAt(const Sheet &sheet, std::span<const HeaderKind> kinds, int kind, int row);

} // namespace ffp
