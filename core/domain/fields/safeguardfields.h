// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::safeguard {

/// Safeguard check 三保障和饮水, domain.md §3.5: one item of one household at one date.
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"phase", u"节点", "Occasion", FieldType::Code, "statement_phase", Sensitivity::N, u"处理类型", u"", 0, kNone, "safeguard"},
    {"checked_on", u"核查日期", "Checked on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kRequired, "safeguard"},
    {"item", u"项目", "Safeguard", FieldType::Code, "safeguard_item", Sensitivity::N, u"", u"", 0, kRequired, "safeguard"},
    {"status", u"结论", "Result", FieldType::Code, "safeguard_status", Sensitivity::P, u"", u"", 0, kRequired, "safeguard"},
    {"member_id", u"涉及成员", "Member", FieldType::Ref, "member", Sensitivity::P, u"", u"", 0, kNone, "safeguard"},
    {"water_litres", u"日人均水量", "Water per person and day", FieldType::Dec, "", Sensitivity::P, u"", u"升/人·天", 1, kNone, "safeguard"},
    {"water_minutes", u"取水往返时间", "Minutes to fetch water", FieldType::Int, "", Sensitivity::P, u"", u"分钟", 0, kNone, "safeguard"},
    {"water_reliability", u"供水保证率", "Reliability of supply", FieldType::Dec, "", Sensitivity::P, u"", u"%", 1, kNone, "safeguard"},
    {"water_failed", u"未达标饮水指标", "Water tests not met", FieldType::Codes, "water_test", Sensitivity::P, u"", u"", 0, kNone, "safeguard"},
    {"water_quality", u"水质方法与结论", "Water quality: method and result", FieldType::Text, "", Sensitivity::P, u"水质", u"", 0, kNone, "safeguard"},
    {"fix", u"整改措施", "Correction", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "safeguard"},
    {"fix_due", u"整改期限", "Correction due", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "safeguard"},
    {"fixed_on", u"整改完成日期", "Corrected on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "safeguard"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::SafeguardCheck, kFields, id);
}

} // namespace ffp::safeguard
