// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::setting {

/// A setting that belongs to the site and is exchanged, such as a local threshold.
inline constexpr FieldDef kFields[] = {
    {"key", u"名称", "Name", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kRequired | kIndexed, "office"},
    {"value", u"值", "Value", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kMultiline, "office"},
    {"note", u"说明", "Note", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kMultiline, "office"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Setting, kFields, id);
}

} // namespace ffp::setting
