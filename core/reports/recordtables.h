// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fieldsections.h"
#include "core/domain/record.h"
#include "core/reports/document.h"

#include <map>

namespace ffp {

/// How the fields of records are written on paper.
struct RecordWords {
    bool masked = true;                ///< S-class values as maskedText() has them
    std::map<RecordId, QString> names; ///< of records that a reference may name
    /// What stands instead of a value that nobody reads as it is stored.
    std::map<std::pair<RecordId, quint16>, QString> instead;

    /// Empty when there is nothing to say.
    QString text(const Record &record, FieldRef field) const;
};

/// A table without rows as a part of a form that stands upright: no sums.
TableDocument partTable();

/// Label with unit: 耕地面积（亩）.
QString fieldHead(const FieldDef &field);

/// The groups of an entity as they are printed: what stands in a group and is stored.
std::vector<FieldSection> printedSections(Entity entity);

/// Label and value, two pairs a line; long texts over the whole width. A blank field is a stroke: it was not
/// forgotten by the print.
TableDocument fieldGrid(const Record &record, const std::vector<FieldRef> &fields, const RecordWords &words);

/// By which a reader tells the records of an entity apart: the first field that every one must have.
FieldRef keyField(Entity entity);

/// One row a record, each beginning with `key`; columns for the fields that hold something in one of them.
/// What is too wide for standing A4 goes on in a further table. Without records one that says so.
std::vector<TableDocument> recordTables(const std::vector<Record> &records, FieldRef key,
                                        const std::vector<FieldRef> &fields, const RecordWords &words);

} // namespace ffp
