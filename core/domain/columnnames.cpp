// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/columnnames.h"

namespace ffp {

const std::vector<quint16> &storedFields(const EntityDef &entity)
{
    // Of every entity at once: it is asked for once per imported record, from several threads.
    static const auto all = [] {
        std::vector<std::vector<quint16>> fields(entities().size());
        for (const EntityDef &one : entities())
            for (size_t i = 0; i < one.fields.size(); ++i)
                if (isStored(one.fields[i]))
                    fields[static_cast<size_t>(one.entity)].push_back(static_cast<quint16>(i));
        return fields;
    }();
    return all[static_cast<size_t>(entity.entity)];
}

} // namespace ffp
