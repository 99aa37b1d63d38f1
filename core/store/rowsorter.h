// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/statement.h"

#include <vector>

namespace ffp {

/// Sorts rows by some columns as SQLite's ORDER BY does (NULL, numbers, texts and bytes), ties by row id.
/// Twice as fast as ORDER BY with the row id behind the column, because rows with equal values, of which
/// lists have many, are compared without decoding them again.
class RowSorter
{
public:
    explicit RowSorter(std::vector<bool> descending) : m_descending(std::move(descending)) {}

    /// The columns from `firstColumn` on are the keys.
    void add(qint64 rid, const Statement &row, int firstColumn);
    std::vector<qint64> sorted() const;

private:
    struct Key {
        enum Type : quint8 { Null, Number, Text, Bytes } type = Null;
        quint32 size = 0;
        qint64 value = 0; ///< number, or where the text begins in m_texts
    };
    int compare(const Key &a, const Key &b) const;

    std::vector<bool> m_descending; ///< one per key
    std::vector<qint64> m_rids;
    std::vector<Key> m_keys; ///< as many per row as m_descending has
    QByteArray m_texts;
};

} // namespace ffp
