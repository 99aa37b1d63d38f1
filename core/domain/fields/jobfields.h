// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::job {

/// Spell of work 务工记录, domain.md §3.10: one stay of one member at one place of work, done, lasting or planned.
/// It hangs on the member, not on the household: who moves to another family takes it along. `place` is a text,
/// as people work in places that are in no division table of ours. `kept_text` as that of members.
inline constexpr FieldDef kFields[] = {
    {"member_id", u"成员", "Member", FieldType::Ref, "member", Sensitivity::P, u"", u"", 0, kRequired | kIndexed, "job"},
    {"started_on", u"开始时间", "From", FieldType::Date, "", Sensitivity::P, u"务工开始时间|外出务工开始时间|外出务工时间|外出时间|务工起始时间", u"", 0, kNone, "job"},
    {"ended_on", u"结束时间", "Until", FieldType::Date, "", Sensitivity::P, u"务工结束时间|外出务工结束时间|务工终止时间|返回时间|返乡时间", u"", 0, kNone, "job"},
    {"months", u"务工月数", "Months in the year", FieldType::Int, "", Sensitivity::P, u"务工时间（月）|务工时长(月)|务工时间|aab012", u"月", 0, kNone, "job"},
    {"place", u"务工所在地", "Place of work", FieldType::Text, "", Sensitivity::P, u"务工地点|aab025", u"", 0, kNone, "job"},
    {"abroad", u"国外务工", "Abroad", FieldType::Bool, "", Sensitivity::P, u"是否国外务工", u"", 0, kNone, "job"},
    {"employer", u"务工企业名称", "Employer", FieldType::Text, "", Sensitivity::P, u"务工单位", u"", 0, kNone, "job"},
    {"channel", u"就业渠道", "Way to the job", FieldType::Code, "channel", Sensitivity::P, u"", u"", 0, kNone, "job"},
    {"sector", u"产业分类", "Sector", FieldType::Text, "", Sensitivity::P, u"所属行业", u"", 0, kNone, "job"},
    {"monthly_pay", u"月收入", "Monthly pay", FieldType::Money, "", Sensitivity::P, u"务工月收入", u"元", 0, kNone, "job"},
    {"planned_out", u"计划外出务工", "Plans to go out", FieldType::Bool, "", Sensitivity::P, u"是否计划外出务工|是否计划务工", u"", 0, kNone, "job"},
    {"epidemic_stuck", u"受疫情影响未外出/失业", "Kept from work by the epidemic", FieldType::Bool, "", Sensitivity::P, u"", u"", 0, kNone, "job"},
    {"returned_on", u"返岗日期", "Back at work on", FieldType::Date, "", Sensitivity::P, u"返岗时间", u"", 0, kNone, "job"},
    {"travel_subsidy", u"交通补助", "Travel subsidy", FieldType::Money, "", Sensitivity::P, u"", u"元", 0, kNone, "job"},
    {"contract_months", u"劳动合同期", "Term of the contract", FieldType::Int, "", Sensitivity::P, u"", u"月", 0, kNone, "job"},
    {"social_ins_paid", u"企业已缴社保", "Social insurance paid by the employer", FieldType::Bool, "", Sensitivity::P, u"", u"", 0, kNone, "job"},
    {"remark", u"备注", "Note", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "job"},
    {"kept_text", u"导入原文", "Kept from imports", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kMultiline | kLocalOnly, "", 51},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Job, kFields, id);
}

} // namespace ffp::job
