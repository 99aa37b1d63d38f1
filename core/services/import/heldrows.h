// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/services/import/registerview.h"
#include "core/services/import/rowscan.h"

namespace ffp::imports {

/// The rows of one file that are set aside, as records `held_row`: new ones, ones that an earlier import left
/// already, and earlier ones that this file settles.
class HeldRows
{
public:
    struct Row {
        DataRow at;
        QString key;
        QString householdNo;
        QString name;
        QString personKey; ///< blank when the number is not readable
        QString relation;
        QStringList reasons; ///< kinds of findings
        QString content;
    };

    explicit HeldRows(const SheetLayout &layout) : m_layout(layout) {}

    /// Key by which a row of a list is known again after it was corrected: the household and the person
    /// number, or the name when there is none. Another row with the same key gets a key of its own.
    static QString keyOf(Kind kind, const QString &householdNo, const QString &memberNo, const QString &name);

    void add(Row row);
    const std::vector<Row> &rows() const { return m_rows; }

    /// An earlier held row of the same kind of file, which stands in the register. `settled`: this file has
    /// the row in order, or no longer has it.
    void compare(const Record &earlier, bool settled);
    /// After all compare(): every row that no earlier one equals is new.
    bool changesAnything() const;
    Result<> write(ChangeWriter &writer, const AreaCode &area, RecordId batch) const;

private:
    FieldValues valuesOf(const Row &row) const;
    const SheetLayout &m_layout;
    std::vector<Row> m_rows;
    QHash<QString, qsizetype> m_byKey;
    QHash<QString, RecordId> m_edited; ///< by key: differs from the earlier one
    QSet<QString> m_unchanged;         ///< by key
    std::vector<RecordId> m_settled;
};

/// Whole row as lines "header：text".
QString contentOf(const SheetLayout &layout, const DataRow &row);

} // namespace ffp::imports
