// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/domain/field.h"
#include "core/domain/value.h"

#include <utility>
#include <vector>

namespace ffp {

/// One record as read from its projected table: values in the order of its field table.
struct Record {
    Entity entity = Entity::Household;
    RecordId id;
    qint64 rid = 0; ///< row id, valid in this database file only
    AreaCode area;  ///< the area of its stream: fixed for life
    bool voided = false;
    QString voidReason; ///< why, when voided
    std::vector<Value> values;

    const Value &operator[](FieldRef field) const
    {
        static const Value blank;
        return field.entity == entity && field.index < values.size() ? values[field.index] : blank;
    }
};

/// Field values to set, by field; used for create and edit. Setting a blank value clears the field.
using FieldValues = std::vector<std::pair<FieldRef, Value>>;

/// What they give to the field; blank when they do not name it.
inline const Value &valueIn(const FieldValues &values, FieldRef field)
{
    static const Value blank;
    for (const auto &[ref, value] : values)
        if (ref == field)
            return value;
    return blank;
}

} // namespace ffp
