// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ffp {

class JsonNode;

/// A table that somebody asks of the register: what is listed, which of it, and what is shown or counted.
/// Kept as a view of the office, carried in a policy pack, or exchanged as a file; names of columns are
/// checked where the table is made (core/services/tableservice.h).
struct TableDefinition {
    QString title;
    QString english;                               ///< title in the English window; may be empty
    QString subject = QStringLiteral("household"); ///< id of the entity that a row or count is about
    QString where;                                 ///< as readConditions()
    QStringList columns;                           ///< of a list; ids
    QStringList groups;  ///< of a count: ids, "age:16,60" makes bands from these bounds upwards
    QStringList figures; ///< "households", "persons", "records", "sum:ID", "mean:ID", "min:ID", "max:ID"
    QStringList clauses; ///< of a pack's table: what it rests on

    /// Counts instead of listing.
    bool isCount() const { return !figures.isEmpty(); }
    bool operator==(const TableDefinition &) const = default;
};

/// Faults go to the node's list.
TableDefinition readTableDefinition(const JsonNode &node);
/// {"format": 1, "table": {…}} as a file or a stored view holds it. InvalidValue with subject.file and args
/// "path: why"; TooLarge above 64 KiB.
Result<TableDefinition> tableFromJson(const QByteArray &json, const QString &file = {});
QByteArray tableToJson(const TableDefinition &table);

} // namespace ffp
