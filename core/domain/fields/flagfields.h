// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::flag {

/// Red flag 预警, domain.md §3.7 `flag.*`. A rule never opens or closes a case; it opens a flag.
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"member_id", u"成员", "Member", FieldType::Ref, "member", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"flag_no", u"预警编号", "Number", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kIndexed, "alert"},
    {"rule", u"触发规则", "Rule", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly, "alert"},
    {"clause", u"依据条款", "Clause", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "alert"},
    {"pack", u"政策包", "Policy pack", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"level", u"级别", "Level", FieldType::Code, "flag_level", Sensitivity::P, u"", u"", 0, kRequired | kIndexed, "alert"},
    {"month", u"触发月份", "Month raised", FieldType::Ym, "", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly, "alert"},
    {"last_month", u"最近触发月份", "Last month it held", FieldType::Ym, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "alert"},
    {"origin", u"预警来源", "Origin", FieldType::Code, "flag_origin", Sensitivity::N, u"", u"", 0, kLocalOnly, "alert"},
    {"evidence", u"触发值与阈值", "Values and threshold", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kLocalOnly, "alert", 34},
    {"raised_on", u"触发日期", "Raised on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "alert"},
    {"due", u"消除期限", "Due", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kIndexed, "alert"},
    {"status", u"核查结果", "Status", FieldType::Code, "flag_status", Sensitivity::N, u"", u"", 0, kRequired | kIndexed, "alert"},
    {"action", u"处置措施", "Action", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "alert"},
    {"closed_on", u"消除日期", "Closed on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "alert"},
    {"close_reason", u"关闭原因", "Reason for closing", FieldType::Code, "flag_close_reason", Sensitivity::N, u"", u"", 0, kNone, "alert"},
    {"reviewer", u"审核人", "Reviewer", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kNone, "alert", 0, TextForm::PersonName},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Flag, kFields, id);
}

} // namespace ffp::flag
