// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sensitivity.h"

#include "core/domain/field.h"

#include <QString>

#include <algorithm>

namespace ffp {

bool namesSensitiveField(QStringView id)
{
    for (const EntityDef &entity : entities())
        if (std::any_of(entity.fields.begin(), entity.fields.end(), [id](const FieldDef &field) {
                return field.sensitivity == Sensitivity::S && id == QLatin1String(field.id);
            }))
            return true;
    return false;
}

} // namespace ffp
