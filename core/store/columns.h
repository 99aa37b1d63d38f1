// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/columncipher.h"
#include "core/db/statement.h"
#include "core/domain/field.h"
#include "core/domain/record.h"

/// Values at the column edge: Value ↔ column of a projected table (see core/schema/projection.h).
namespace ffp::columns {

/// The one form in which a value is kept: text in NFC; Codes sorted as in the log (shorter first) without
/// repeats; empty list items dropped. InvalidArgument for a value of another type than the field's or for a
/// field that is not stored; InvalidValue for a text with U+0000, a code with ',', a list item with a line
/// break.
Result<Value> canonical(const EntityDef &entity, const FieldDef &field, const Value &value);

/// Text of a value as text and list columns and (before encryption) S-columns hold it; blank = empty.
QByteArray toText(const FieldDef &field, const Value &value);
void appendText(const FieldDef &field, const Value &value, QByteArray &out);
/// Damaged when `text` is not what toText() makes of a value of this field.
Result<Value> fromText(const FieldDef &field, QByteArrayView text);

/// Where a value belongs: needed to open and seal S-cells.
struct Cell {
    const EntityDef &entity;
    const FieldDef &field;
    RecordId record;
};

/// The cells of one row, kept outside of SQLite: filled in any thread, run where the connection is.
class BoundRow
{
public:
    void clear();
    void add(int index, qint64 value);
    /// Binds the cells; they must live until the statement has run. Parameters of blank cells stay NULL.
    void bind(Statement &statement) const;

private:
    friend class RowBinder;
    enum class Kind : quint8 { Number, Text, Bytes };
    struct Part {
        int index;
        Kind kind;
        qint64 from; ///< in m_bytes; a number itself
        qsizetype size;
    };
    QByteArray m_bytes; ///< all texts and ciphertexts of the row
    std::vector<Part> m_parts;
};

/// Turns values into cells. One object per thread.
class RowBinder
{
public:
    explicit RowBinder(const ColumnCipher &cipher) : m_cipher(cipher) {}

    /// A stored value that is not a plain reference; such columns take the row id of their target, which only
    /// the writer of the row knows. Blank = NULL. S-cells are sealed.
    Result<> add(BoundRow &row, int index, const Cell &cell, const Value &value);

private:
    const ColumnCipher &m_cipher;
    QByteArray m_plain;
    QByteArray m_sealed;
};

/// Reads a column; Ref columns must be selected as the 16-byte id of their target.
Result<Value> read(const Statement &statement, int column, const Cell &cell, const ColumnCipher &cipher);
/// Of an expression: a bool as 0 and 1, amounts and counts as integers, everything else as text.
Value readComputed(const Statement &statement, int column, FieldType type);

} // namespace ffp::columns
