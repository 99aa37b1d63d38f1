// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::measure {

/// Measure 帮扶措施, domain.md §3.9: of a household, or of one person in it. `risk_id` is no S-column: the entry
/// that it names keeps the risk encrypted. `project` is the name or number in the project library. The group
/// "exception" says why a household that gets no support any more gets some after all (op.2 §四(一)2).
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"category", u"措施类别", "Category", FieldType::Code, "measure_category", Sensitivity::P, u"", u"", 0, kRequired | kIndexed, "measure"},
    {"kind", u"措施子类", "Kind", FieldType::Code, "measure_kind", Sensitivity::P, u"", u"", 0, kNone, "measure"},
    {"content", u"措施内容", "Content", FieldType::Text, "", Sensitivity::P, u"内容|项目内容", u"", 0, kMultiline, "measure"},
    {"risk_id", u"针对风险", "Against the risk", FieldType::Ref, "case_risk", Sensitivity::P, u"", u"", 0, kNone, "measure"},
    {"member_id", u"受益成员", "For the member", FieldType::Ref, "member", Sensitivity::P, u"", u"", 0, kNone, "measure"},
    {"implementer", u"实施单位", "Carried out by", FieldType::Text, "", Sensitivity::N, u"帮扶单位", u"", 0, kNone, "measure"},
    {"responsible", u"责任人", "Person in charge", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kNone, "measure", 0, TextForm::PersonName},
    {"fund_source", u"资金来源", "Source of the money", FieldType::Code, "fund_source", Sensitivity::N, u"", u"", 0, kIndexed, "measure"},
    {"amount", u"金额", "Amount", FieldType::Money, "", Sensitivity::P, u"资金", u"元", 0, kNone, "measure"},
    {"status", u"状态", "Status", FieldType::Code, "measure_status", Sensitivity::N, u"", u"", 0, kRequired, "measure"},
    {"started_on", u"开始日期", "From", FieldType::Date, "", Sensitivity::N, u"时限", u"", 0, kNone, "measure"},
    {"ended_on", u"完成日期", "Until", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "measure"},
    {"end_reason", u"终止原因", "Why it was stopped", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kNone, "measure"},
    {"income_gain", u"增收", "Income gained", FieldType::Money, "", Sensitivity::P, u"增收(元)|帮扶成效", u"元", 0, kNone, "measure"},
    {"household_signed", u"农户签字", "Signed by the household", FieldType::Bool, "", Sensitivity::S, u"", u"", 0, kNone, "measure", 50},
    {"project", u"项目", "Project", FieldType::Text, "", Sensitivity::N, u"享受项目序号", u"", 0, kNone, "measure"},
    {"exception_cause", u"例外事由", "Cause of the exception", FieldType::Code, "hardship_cause", Sensitivity::P, u"", u"", 0, kNone, "exception"},
    {"exception_safeguards", u"出现问题的保障项目", "Safeguards in trouble", FieldType::Codes, "safeguard_item", Sensitivity::P, u"", u"", 0, kNone, "exception"},
    {"cannot_afford", u"无力承担", "Cannot bear it alone", FieldType::Bool, "", Sensitivity::P, u"", u"", 0, kNone, "exception"},
    {"exception_reason", u"例外情况说明", "About the exception", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "exception"},
    {"remark", u"备注", "Note", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "measure"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Measure, kFields, id);
}

} // namespace ffp::measure
