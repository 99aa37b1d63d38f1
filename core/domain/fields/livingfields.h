// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::living {

/// Production and living conditions 生产生活条件 of one household and year, domain.md §3.2.
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"year", u"年度", "Year", FieldType::Year, "", Sensitivity::N, u"年份", u"", 0, kRequired | kIndexed, "living"},
    {"arable_mu", u"耕地面积", "Arable land", FieldType::Dec, "", Sensitivity::P, u"耕地面积（亩）|aac301", u"亩", 2, kNone, "living"},
    {"irrigated_mu", u"有效灌溉面积", "Irrigated land", FieldType::Dec, "", Sensitivity::P, u"有效灌溉|有效灌溉面积（亩）|aac302", u"亩", 2, kNone, "living"},
    {"forest_mu", u"林地面积", "Forest land", FieldType::Dec, "", Sensitivity::P, u"林地面积（亩）|aac303", u"亩", 2, kNone, "living"},
    {"grain_to_green_mu", u"退耕还林面积", "Land returned to forest", FieldType::Dec, "", Sensitivity::P, u"退耕还林面积（亩）|aac304", u"亩", 2, kNone, "living"},
    {"orchard_mu", u"林果面积", "Orchards", FieldType::Dec, "", Sensitivity::P, u"林果面积（亩）|aac305", u"亩", 2, kNone, "living"},
    {"pasture_mu", u"牧草地面积", "Pasture", FieldType::Dec, "", Sensitivity::P, u"牧草地面积（亩）|aac306", u"亩", 2, kNone, "living"},
    {"pond_mu", u"水面面积", "Ponds", FieldType::Dec, "", Sensitivity::P, u"水面面积（亩）|aac307", u"亩", 2, kNone, "living"},
    {"power_production", u"是否通生产用电", "Electricity for production", FieldType::Bool, "", Sensitivity::P, u"aac308", u"", 0, kNone, "living"},
    {"power_living", u"是否通生活用电", "Electricity for living", FieldType::Bool, "", Sensitivity::P, u"aac313", u"", 0, kNone, "living"},
    {"broadcast_tv", u"是否通广播电视", "Radio and television", FieldType::Bool, "", Sensitivity::P, u"aac314", u"", 0, kNone, "living"},
    {"road_distance_km", u"与村主干路距离", "Distance to the village road", FieldType::Dec, "", Sensitivity::P, u"aac315", u"公里", 2, kNone, "living"},
    {"road_type", u"入户路类型", "Road to the house", FieldType::Code, "road", Sensitivity::P, u"aac316", u"", 0, kNone, "living"},
    {"house_area_m2", u"住房面积", "Size of the house", FieldType::Dec, "", Sensitivity::P, u"aac317", u"平方米", 2, kNone, "living"},
    {"dangerous_house", u"是否危房户", "Dangerous house", FieldType::Bool, "", Sensitivity::P, u"危房户|aac318", u"", 0, kNone, "living"},
    {"house_grade", u"危房级别", "House grade", FieldType::Code, "housing_grade", Sensitivity::P, u"危房等级|房屋等级|鉴定等级|aac322", u"", 0, kNone, "living"},
    {"house_rated_on", u"住房鉴定日期", "House rated on", FieldType::Date, "", Sensitivity::P, u"鉴定日期", u"", 0, kNone, "living"},
    {"sanitary_toilet", u"是否有卫生厕所", "Sanitary toilet", FieldType::Bool, "", Sensitivity::P, u"aac319", u"", 0, kNone, "living"},
    {"fuel", u"主要燃料类型", "Main fuel", FieldType::Code, "fuel", Sensitivity::P, u"aac320", u"", 0, kNone, "living"},
    {"safe_water", u"是否解决安全饮用水", "Safe drinking water", FieldType::Bool, "", Sensitivity::P, u"aac091", u"", 0, kNone, "living"},
    {"water_difficult", u"饮水困难", "Water hard to get", FieldType::Bool, "", Sensitivity::P, u"aac311", u"", 0, kNone, "living"},
    {"water_safe", u"饮水安全", "Water is safe", FieldType::Bool, "", Sensitivity::P, u"aac312", u"", 0, kNone, "living"},
    {"in_cooperative", u"是否加入农民专业合作组织", "In a cooperative", FieldType::Bool, "", Sensitivity::P, u"aac084", u"", 0, kNone, "living"},
    {"led_by_firm", u"是否有龙头企业带动", "Led by a firm", FieldType::Bool, "", Sensitivity::P, u"aac088", u"", 0, kNone, "living"},
    {"led_by_leader", u"是否有创业致富带头人带动", "Led by a local leader", FieldType::Bool, "", Sensitivity::P, u"aac089", u"", 0, kNone, "living"},
    {"industry_help_kinds", u"到户产业帮扶类型", "Business help received", FieldType::Codes, "measure_kind", Sensitivity::P, u"", u"", 0, kNone, "living"},
    {"kept_text", u"导入原文", "Kept from imports", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kMultiline | kLocalOnly, "", 37},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::LivingConditions, kFields, id);
}

} // namespace ffp::living
