// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

#include <QString>

#include <vector>

namespace ffp {

/// Computed fields appear in lists and prints but have no column and never enter the log.
inline bool isStored(const FieldDef &field)
{
    return !(field.flags & kDerived);
}

/// Indexes of the fields that have a column.
const std::vector<quint16> &storedFields(const EntityDef &entity);

/// "phone_bi": the column of a field's blind index (exchange.md §13).
inline QString blindColumn(const FieldDef &field)
{
    return QString::fromLatin1(field.id) + QStringLiteral("_bi");
}

} // namespace ffp
