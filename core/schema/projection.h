// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/domain/field.h"

#include <QStringList>

namespace ffp {

/// The projected tables, derived from entities() (exchange.md §8.2): disposable, computed from the log.
/// rid, area, void, void_reason, then one column per stored field: Money, Int, Dec, Year, Bool INTEGER;
/// Text, Code, Date, Ym TEXT; Codes TEXT joined by ','; TextList TEXT joined by U+000A; Ref INTEGER (row id
/// of the target in `record`); S-class BLOB (ciphertext of the same as text), with `<id>_bi` INTEGER for a
/// blind index. No key between them: a contradiction is a finding, never a refused row.
namespace projection {

QString columnType(const FieldDef &field);
QString createTable(const EntityDef &entity, const QString &tableName);
/// Name and statement of each secondary index.
std::vector<std::pair<QString, QString>> indexes(const EntityDef &entity);

/// Creates what is missing and gives tables from an older dictionary their present columns, keeping
/// rows. A migration step that brings new fields calls this and nothing else; inside a transaction.
Result<> syncTables(Database &db);
Result<> dropIndexes(Database &db, const EntityDef &entity);
Result<> createIndexes(Database &db, const EntityDef &entity);

} // namespace projection
} // namespace ffp
