// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::income {

/// Income statement 收入核算, domain.md §3.4 and §6. Imported totals are kept beside calculated ones:
/// one statement per household, occasion, window and origin.
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"year", u"年度", "Year", FieldType::Year, "", Sensitivity::N, u"年份", u"", 0, kIndexed, "income"},
    {"phase", u"核算节点", "Occasion", FieldType::Code, "statement_phase", Sensitivity::P, u"处理类型", u"", 0, kRequired, "income"},
    {"rule_set", u"核算规则集", "Rule set", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"window_from", u"核算期起", "Period from", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "income"},
    {"window_to", u"核算期止", "Period to", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "income"},
    {"population", u"人口数", "Population", FieldType::Int, "", Sensitivity::P, u"家庭人口数|人数|当前家庭人口数", u"人", 0, kRequired, "income"},
    {"population_basis", u"人口口径", "Population used", FieldType::Code, "population_basis", Sensitivity::N, u"", u"", 0, kRequired, "income"},
    {"wage_total", u"工资性收入", "Wages", FieldType::Money, "", Sensitivity::P, u"aac073", u"元", 0, kNone, "income"},
    {"business_total", u"生产经营性收入", "Business income", FieldType::Money, "", Sensitivity::P, u"aac071", u"元", 0, kNone, "income"},
    {"property_total", u"财产性收入", "Property income", FieldType::Money, "", Sensitivity::P, u"aac072", u"元", 0, kNone, "income"},
    {"transfer_total", u"转移性收入", "Transfers", FieldType::Money, "", Sensitivity::P, u"", u"元", 0, kNone, "income"},
    {"business_cost", u"生产经营性支出", "Business costs", FieldType::Money, "", Sensitivity::P, u"aac074", u"元", 0, kNone, "income"},
    {"gross_total", u"年收入", "Gross income", FieldType::Money, "", Sensitivity::P, u"年收入(元)", u"元", 0, kNone, "income"},
    {"net_total", u"纯收入", "Net income", FieldType::Money, "", Sensitivity::P, u"纯收入(元)|家庭纯收入", u"元", 0, kNone, "income"},
    {"net_per_capita", u"人均纯收入", "Net income per person", FieldType::Money, "", Sensitivity::P, u"人均纯收入(元)|家庭人均纯收入", u"元/人", 0, kIndexed, "income"},
    {"claims_income", u"理赔收入", "Insurance payouts", FieldType::Money, "", Sensitivity::S, u"家庭理赔收入", u"元", 0, kNone, "income", 21},
    {"compliant_self_pay", u"合规自付支出", "Medical self-payment", FieldType::Money, "", Sensitivity::S, u"", u"元", 0, kNone, "income", 22},
    {"reference_total", u"纳入监测的收入参考范围(户)", "Reference income of the household", FieldType::Money, "", Sensitivity::P, u"纳入监测对象的收入参考范围", u"元", 0, kNone, "income"},
    {"reference_per_capita", u"纳入监测的人均收入参考范围", "Reference income per person", FieldType::Money, "", Sensitivity::P, u"纳入监测对象的人均收入参考范围", u"元/人", 0, kNone, "income"},
    {"cost_model", u"支出核算方式", "Cost model", FieldType::Code, "cost_model", Sensitivity::N, u"", u"", 0, kNone, "income"},
    {"origin", u"数据来源", "Origin", FieldType::Code, "statement_origin", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"incomplete", u"有未填项目", "Items left blank", FieldType::Bool, "", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"prepared_by", u"核算人", "Prepared by", FieldType::Text, "", Sensitivity::P, u"填表人", u"", 0, kNone, "income", 0, TextForm::PersonName},
    {"prepared_on", u"核算日期", "Prepared on", FieldType::Date, "", Sensitivity::N, u"填表时间", u"", 0, kNone, "income"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::IncomeStatement, kFields, id);
}

} // namespace ffp::income
