// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fieldsections.h"

namespace ffp {

std::vector<FieldSection> fieldSections(Entity entity, const std::function<bool(const FieldDef &)> &wanted)
{
    std::vector<FieldSection> sections;
    const auto fields = entityDef(entity).fields;
    for (const FieldGroup &group : fieldGroups()) {
        FieldSection section{&group, {}};
        for (quint16 i = 0; i < fields.size(); ++i)
            if (std::string_view(fields[i].group) == group.id && wanted(fields[i]))
                section.fields.push_back({entity, i});
        if (!section.fields.empty())
            sections.push_back(std::move(section));
    }
    return sections;
}

} // namespace ffp
