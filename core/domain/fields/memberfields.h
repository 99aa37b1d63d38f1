// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::member {

/// Member 家庭成员, domain.md §3.3. Exactly one of 文化程度 and 在校生状况 is filled (V-18).
/// `kept_text` holds what an import could not read or has no field for, as lines "header：text"; it may be
/// anything, so it is S-class. `distinct_from` holds ids of entries
/// that look alike and are somebody else, `merged_into_id` of one that was the same. `work_months` is the year's total that the national lists carry beside the jobs of §3.10,
/// `work_place` … `post_months` what they have of those.
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"member_no", u"人编号", "Person number", FieldType::Text, "", Sensitivity::P, u"人口编号", u"", 0, kIndexed, "member", 0, TextForm::RegisterNumber},
    {"name", u"姓名", "Name", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kRequired, "member", 0, TextForm::PersonName},
    {"sex", u"性别", "Sex", FieldType::Code, "sex", Sensitivity::P, u"", u"", 0, kNone, "member"},
    {"birth_date", u"出生日期", "Date of birth", FieldType::Date, "", Sensitivity::P, u"", u"", 0, kNone, "member"},
    {"id_type", u"证件类型", "Document type", FieldType::Code, "id_type", Sensitivity::P, u"", u"", 0, kNone, "member"},
    {"id_no", u"证件号码", "ID number", FieldType::Text, "", Sensitivity::S, u"身份证号|身份证号码|身份证件号|公民身份号码|证件号码(残疾人证)|aab004", u"", 0, kBlindIndex, "member", 1, TextForm::IdNumber},
    {"person_key", u"人员键", "Person key", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kBlindIndex | kLocalOnly, "", 10, TextForm::IdNumber},
    {"relation", u"与户主关系", "Relation to the head", FieldType::Code, "relation", Sensitivity::P, u"aab006", u"", 0, kRequired, "member"},
    {"nation", u"民族", "Nation", FieldType::Code, "nation", Sensitivity::P, u"aab007", u"", 0, kNone, "member"},
    {"political", u"政治面貌", "Political status", FieldType::Code, "political", Sensitivity::P, u"aak033", u"", 0, kNone, "member"},
    {"marital", u"婚姻状况", "Marital status", FieldType::Code, "marital", Sensitivity::P, u"", u"", 0, kNone, "member"},
    {"phone", u"成员联系电话", "Phone", FieldType::Text, "", Sensitivity::S, u"人联系电话", u"", 0, kBlindIndex, "member", 11, TextForm::Phone},
    {"education", u"文化程度", "Education", FieldType::Code, "education", Sensitivity::P, u"aab008", u"", 0, kNone, "education"},
    {"student", u"在校生状况", "School attendance", FieldType::Code, "student", Sensitivity::P, u"在校生情况|aab009", u"", 0, kNone, "education"},
    {"school", u"就读学校", "School", FieldType::Text, "", Sensitivity::P, u"学校全称", u"", 0, kNone, "education"},
    {"dropout_reason", u"失学或辍学原因", "Reason for not attending school", FieldType::Code, "dropout_reason", Sensitivity::P, u"失辍学原因|义务教育阶段未上学原因|不在校原因", u"", 0, kNone, "education"},
    {"graduate_unemployed", u"毕业生未就业原因", "Why the graduate has no job", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kNone, "education"},
    {"mandarin", u"是否会讲普通话", "Speaks Mandarin", FieldType::Bool, "", Sensitivity::P, u"aab065", u"", 0, kNone, "education"},
    {"health", u"健康状况", "Health", FieldType::Codes, "health", Sensitivity::S, u"aab017", u"", 0, kNone, "health", 12},
    {"disease", u"病种", "Disease", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kNone, "health", 13},
    {"disability_cert_no", u"残疾人证号", "Disability certificate", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kBlindIndex, "health", 14, TextForm::IdNumber},
    {"disability_type", u"残疾类别", "Disability type", FieldType::Codes, "disability_type", Sensitivity::S, u"", u"", 0, kNone, "health", 15},
    {"disability_grade", u"残疾等级", "Disability grade", FieldType::Code, "disability_grade", Sensitivity::S, u"等级", u"", 0, kNone, "health", 16},
    {"disability_cert_year", u"残疾证办证年度", "Year of the certificate", FieldType::Year, "", Sensitivity::S, u"", u"", 0, kNone, "health", 17},
    {"epidemic_status", u"疫情状况", "Epidemic status", FieldType::Code, "epidemic_status", Sensitivity::S, u"", u"", 0, kNone, "health", 18},
    {"medical_relief", u"接受大病医疗救助", "Received serious-illness relief", FieldType::Bool, "", Sensitivity::S, u"是否接受大病医疗救助", u"", 0, kNone, "health", 19},
    {"health_help_other", u"接受其他健康扶贫", "Received other health help", FieldType::Bool, "", Sensitivity::S, u"是否接受其他健康扶贫", u"", 0, kNone, "health", 20},
    {"labour", u"劳动技能", "Labour", FieldType::Code, "labour", Sensitivity::P, u"aab010", u"", 0, kNone, "work"},
    {"work_months", u"务工时间", "Months worked in the year", FieldType::Int, "", Sensitivity::P, u"务工时间（月）|务工时长(月)|aab012", u"月", 0, kNone, "work"},
    {"work_place", u"务工所在地", "Place of work", FieldType::Text, "", Sensitivity::P, u"务工地点|aab025", u"", 0, kNone, "work"},
    {"work_pay", u"务工月收入", "Monthly pay", FieldType::Money, "", Sensitivity::P, u"月收入|月收入(元)", u"元", 0, kNone, "work"},
    {"post_name", u"公益性岗位", "Public posts", FieldType::Codes, "post_name", Sensitivity::P, u"公益性岗位类型|岗位名称", u"", 0, kNone, "work"},
    {"post_months", u"公益性岗位月数", "Months in the post", FieldType::Int, "", Sensitivity::P, u"公益性岗位(月数)|聘用月数", u"月", 0, kNone, "work"},
    {"skills", u"实用技术/职业技能", "Skills", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kNone, "work"},
    {"job_wish", u"就业意愿", "Wish for work", FieldType::Text, "", Sensitivity::P, u"就业意向", u"", 0, kNone, "work"},
    {"ins_resident_medical", u"参加城乡居民基本医疗保险", "Resident medical insurance", FieldType::Bool, "", Sensitivity::P, u"是否参加新型农村合作医疗（城乡居民基本医疗保险）|是否参加城乡居民基本医疗保险|是否参加居民医保|aab013", u"", 0, kNone, "insurance"},
    {"ins_employee_medical", u"参加职工基本医疗保险", "Employee medical insurance", FieldType::Bool, "", Sensitivity::P, u"是否参加城镇职工基本医疗保险|职工医保", u"", 0, kNone, "insurance"},
    {"ins_serious_illness", u"参加大病保险", "Serious-illness insurance", FieldType::Bool, "", Sensitivity::P, u"是否参加大病保险|参加大病医疗|aab022", u"", 0, kNone, "insurance"},
    {"ins_commercial", u"参加商业补充医疗保险", "Commercial medical insurance", FieldType::Bool, "", Sensitivity::P, u"是否参加商业补充医疗保险|aab067", u"", 0, kNone, "insurance"},
    {"ins_accident_subsidy", u"人身意外保险补贴", "Accident insurance subsidy", FieldType::Bool, "", Sensitivity::P, u"aab066", u"", 0, kNone, "insurance"},
    {"ins_resident_pension", u"参加居民基本养老保险", "Resident pension insurance", FieldType::Bool, "", Sensitivity::P, u"是否参加城乡居民基本养老保险|居民养老|aab014", u"", 0, kNone, "insurance"},
    {"ins_employee_pension", u"参加职工基本养老保险", "Employee pension insurance", FieldType::Bool, "", Sensitivity::P, u"是否参加城镇职工基本养老保险|职工养老", u"", 0, kNone, "insurance"},
    {"dibao", u"低保", "Minimum living allowance", FieldType::Code, "dibao", Sensitivity::P, u"是否享受低保|享受低保政策情况|是否享受低保政策|aab030", u"", 0, kNone, "insurance"},
    {"tekun", u"特困供养", "Destitute support", FieldType::Code, "tekun", Sensitivity::P, u"是否特困供养人员|享受特困供养政策情况", u"", 0, kNone, "insurance"},
    {"relocated", u"易地搬迁人口", "Relocated person", FieldType::Bool, "", Sensitivity::P, u"是否易地扶贫搬迁人口", u"", 0, kNone, "insurance"},
    {"identified_ym", u"人员识别时间", "Identified", FieldType::Ym, "", Sensitivity::P, u"", u"", 0, kNone, "member"},
    {"change_kind", u"人口变动", "Change", FieldType::Code, "member_change", Sensitivity::P, u"", u"", 0, kNone, "member"},
    {"change_on", u"变动日期", "Date of the change", FieldType::Date, "", Sensitivity::P, u"", u"", 0, kNone, "member"},
    {"distinct_from", u"不是同一人", "Not the same person as", FieldType::TextList, "", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"merged_into_id", u"并入", "Taken together with", FieldType::Ref, "member", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"remark", u"备注", "Note", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "member"},
    {"kept_text", u"导入原文", "Kept from imports", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kMultiline | kLocalOnly, "", 36},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Member, kFields, id);
}

} // namespace ffp::member
