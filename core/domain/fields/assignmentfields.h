// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::assignment {

/// Responsible person of a household, domain.md §3.8: dated lines, a change adds a line.
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"role", u"角色", "Role", FieldType::Code, "person_role", Sensitivity::N, u"", u"", 0, kRequired | kIndexed, "help"},
    {"name", u"姓名", "Name", FieldType::Text, "", Sensitivity::P, u"帮扶责任人|监测联系人|联系人", u"", 0, kRequired, "help", 0, TextForm::PersonName},
    {"sex", u"性别", "Sex", FieldType::Code, "sex", Sensitivity::P, u"", u"", 0, kNone, "help"},
    {"political", u"政治面貌", "Political status", FieldType::Code, "political", Sensitivity::P, u"", u"", 0, kNone, "help"},
    {"unit", u"单位", "Unit", FieldType::Text, "", Sensitivity::N, u"帮扶(选派)单位|帮扶单位", u"", 0, kNone, "help"},
    {"post", u"职务", "Post", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kNone, "help"},
    {"phone", u"电话", "Phone", FieldType::Text, "", Sensitivity::S, u"联系方式|联系电话", u"", 0, kNone, "help", 28, TextForm::Phone},
    {"started_on", u"开始时间", "From", FieldType::Date, "", Sensitivity::N, u"帮扶开始时间", u"", 0, kRequired, "help"},
    {"ended_on", u"结束时间", "Until", FieldType::Date, "", Sensitivity::N, u"帮扶结束时间", u"", 0, kNone, "help"},
    {"end_reason", u"变更原因", "Reason for the change", FieldType::Code, "role_end_reason", Sensitivity::N, u"", u"", 0, kNone, "help"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Assignment, kFields, id);
}

} // namespace ffp::assignment
