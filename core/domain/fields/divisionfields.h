// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::division {

/// Local addition to or correction of the division table (V-10).
inline constexpr FieldDef kFields[] = {
    {"code", u"区划代码", "Division code", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kRequired | kIndexed, "office"},
    {"name", u"名称", "Name", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kRequired, "office"},
    {"level", u"级别", "Level", FieldType::Code, "admin_level", Sensitivity::N, u"", u"", 0, kRequired, "office"},
    {"parent", u"上级代码", "Parent code", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kNone, "office"},
    {"retired", u"已停用", "Retired", FieldType::Bool, "", Sensitivity::N, u"", u"", 0, kNone, "office"},
    {"local", u"本地增补", "Added here", FieldType::Bool, "", Sensitivity::N, u"", u"", 0, kNone, "office"},
    {"note", u"备注", "Note", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kMultiline, "office"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Division, kFields, id);
}

} // namespace ffp::division
