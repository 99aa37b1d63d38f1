// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::household {

/// Household 户, domain.md §3.1. Its area is that of the record. `distinct_from` holds ids of households that
/// look alike and are others.
inline constexpr FieldDef kFields[] = {
    {"household_no", u"户编号", "Household number", FieldType::Text, "", Sensitivity::P, u"户码|户编号(国家平台)", u"", 0, kIndexed, "basic", 0, TextForm::RegisterNumber},
    {"local_no", u"本地临时编号", "Local number", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kIndexed, "basic"},
    {"division_code", u"区划代码", "Division code", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kDerived, "basic"},
    {"natural_village", u"自然村", "Natural village", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kNone, "basic"},
    {"villager_group", u"村民组", "Villagers' group", FieldType::Text, "", Sensitivity::P, u"村民小组|组|社(组)", u"", 0, kNone, "basic"},
    {"address", u"家庭住址", "Address", FieldType::Text, "", Sensitivity::P, u"住址|现居住地", u"", 0, kNone, "basic"},
    {"head_member_id", u"户主人员", "Head", FieldType::Ref, "member", Sensitivity::P, u"户主编号", u"", 0, kLocalOnly},
    {"moved_from_id", u"迁出前的户", "Household before the move", FieldType::Ref, "household", Sensitivity::P, u"", u"", 0, kIndexed | kLocalOnly},
    {"moved_on", u"迁入日期", "Moved in on", FieldType::Date, "", Sensitivity::P, u"", u"", 0, kLocalOnly, "basic"},
    {"head_name", u"户主姓名", "Head of household", FieldType::Text, "", Sensitivity::P, u"户主", u"", 0, kDerived, "basic", 0, TextForm::PersonName},
    {"head_id_no", u"户主证件号码", "Head's ID number", FieldType::Text, "", Sensitivity::S, u"户主身份证号|户主身份证号码", u"", 0, kDerived, "basic", 0, TextForm::IdNumber},
    {"phone", u"户联系电话", "Phone", FieldType::Text, "", Sensitivity::S, u"联系电话|aar012", u"", 0, kBlindIndex, "contact", 2, TextForm::Phone},
    {"bank_name", u"开户银行名称", "Bank", FieldType::Text, "", Sensitivity::S, u"开户银行|aaq002", u"", 0, kNone, "contact", 3},
    {"bank_account", u"银行卡号", "Bank account", FieldType::Text, "", Sensitivity::S, u"银行账号|aac004", u"", 0, kBlindIndex, "contact", 4, TextForm::BankAccount},
    {"household_type", u"户类型", "Household type", FieldType::Code, "household_type", Sensitivity::P, u"是否脱贫户", u"", 0, kRequired | kIndexed, "class"},
    {"registered", u"是否建档立卡", "Registered household", FieldType::Bool, "", Sensitivity::P, u"", u"", 0, kDerived, "class"},
    {"exit_class", u"脱贫户分类", "Class of exited household", FieldType::Code, "exit_class", Sensitivity::P, u"", u"", 0, kIndexed, "class"},
    {"monitor_class", u"监测对象类别", "Monitoring class", FieldType::Code, "monitor_class", Sensitivity::P, u"监测对象类型|易返贫致贫户(监测对象)类型", u"", 0, kIndexed, "class"},
    {"poverty_attr", u"贫困户属性", "Poverty attribute", FieldType::Code, "poverty_attr", Sensitivity::P, u"属性", u"", 0, kNone, "class"},
    {"exit_status", u"脱贫属性", "Exit status", FieldType::Code, "exit_status", Sensitivity::P, u"", u"", 0, kNone, "class"},
    {"exit_year", u"脱贫年度", "Year of exit", FieldType::Year, "", Sensitivity::P, u"", u"", 0, kNone, "class"},
    {"identify_standard", u"识别标准", "Identification standard", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kNone, "class"},
    {"first_identified", u"首次识别时间", "First identified", FieldType::Ym, "", Sensitivity::P, u"", u"", 0, kNone, "class"},
    {"cause_main", u"主要致贫原因", "Main cause of poverty", FieldType::Code, "cause", Sensitivity::S, u"致贫原因1|aac007", u"", 0, kNone, "class", 5},
    {"cause_others", u"次要致贫原因", "Other causes (up to 2)", FieldType::Codes, "cause", Sensitivity::S, u"致贫原因2|致贫原因3|aac008_2|aac008_3", u"", 0, kNone, "class", 6},
    {"population_year", u"年度家庭人口数", "Population of the year", FieldType::Int, "", Sensitivity::P, u"家庭人口数", u"人", 0, kNone, "basic"},
    {"population_current", u"当前家庭人口数", "Current population", FieldType::Int, "", Sensitivity::P, u"人数", u"人", 0, kNone, "basic"},
    {"military_family", u"是否军烈属", "Military or martyr's family", FieldType::Bool, "", Sensitivity::P, u"", u"", 0, kNone, "class"},
    {"no_labour_backstop", u"整户无劳动能力兜底保障户", "No labour, on full public support", FieldType::Bool, "", Sensitivity::P, u"", u"", 0, kNone, "class"},
    {"special_groups", u"特殊群体", "Special groups", FieldType::Codes, "special_group", Sensitivity::S, u"", u"", 0, kNone, "class", 7},
    {"epidemic_hit", u"疫情影响", "Hit by the epidemic", FieldType::Bool, "", Sensitivity::S, u"", u"", 0, kDerived, "class"},
    {"year", u"年度", "Year", FieldType::Year, "", Sensitivity::N, u"年份", u"", 0, kNone, "filling"},
    {"data_date", u"数据日期", "Date of the data", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "filling"},
    {"filler_name", u"填表人", "Filled in by", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kNone, "filling", 0, TextForm::PersonName},
    {"filler_phone", u"填表人电话", "Phone of the filler", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kNone, "filling", 8, TextForm::Phone},
    {"filled_on", u"填表时间", "Filled in on", FieldType::Date, "", Sensitivity::N, u"填表日期", u"", 0, kNone, "filling"},
    {"head_signed_on", u"户主签字日期", "Signed by the head on", FieldType::Date, "", Sensitivity::S, u"户主签字|户主手工签名", u"", 0, kNone, "filling", 9},
    {"distinct_from", u"不是同一户", "Not the same household as", FieldType::TextList, "", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"remark", u"备注", "Note", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "filling"},
    {"kept_text", u"导入原文", "Kept from imports", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kMultiline | kLocalOnly, "", 35},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Household, kFields, id);
}

} // namespace ffp::household
