// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::plan {

/// Plan of help 一户一方案, domain.md §3.9 `plan.*`, with who made it by the three groups that op.2 §四(一)3 asks
/// for. It is a draft until it is signed; a new plan ends the one before.
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"made_on", u"方案日期", "Date of the plan", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kRequired, "plan"},
    {"wishes", u"发展需求与意愿", "Needs and wishes", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "plan"},
    {"resources", u"资源禀赋与能力", "Resources and abilities", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "plan"},
    {"team", u"驻村扶贫工作队", "Made by: village work team", FieldType::TextList, "", Sensitivity::P, u"驻村工作队", u"", 0, kNone, "plan"},
    {"cadres", u"基层干部", "Made by: local cadres", FieldType::TextList, "", Sensitivity::P, u"村干部", u"", 0, kNone, "plan"},
    {"helpers", u"帮扶责任人/联系人", "Made by: helper or liaison", FieldType::TextList, "", Sensitivity::P, u"帮扶责任人|联系人", u"", 0, kNone, "plan"},
    {"signed_on", u"签字日期", "Signed on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "plan"},
    {"ended_on", u"停用日期", "Replaced or ended on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "plan"},
    {"end_reason", u"停用原因", "Why it was ended", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kNone, "plan"},
    {"remark", u"备注", "Note", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "plan"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Plan, kFields, id);
}

} // namespace ffp::plan
