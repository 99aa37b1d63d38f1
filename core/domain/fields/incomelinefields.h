// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::income_line {

/// One item of an income statement, domain.md §3.4 `line.*`.
inline constexpr FieldDef kFields[] = {
    {"statement_id", u"收入核算", "Income statement", FieldType::Ref, "income_statement", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"item", u"项目", "Item", FieldType::Code, "income_item", Sensitivity::P, u"", u"", 0, kRequired, "income"},
    {"quantity", u"规模", "Quantity", FieldType::Dec, "", Sensitivity::P, u"面积(存栏数)|产量(出栏数)", u"", 2, kNone, "income"},
    {"unit", u"单位", "Unit", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kNone, "income"},
    {"amount", u"金额", "Amount", FieldType::Money, "", Sensitivity::P, u"销售收入(元)", u"元", 0, kRequired, "income"},
    {"factor", u"系数/比例", "Factor", FieldType::Dec, "", Sensitivity::N, u"收益系数", u"", 4, kNone, "income"},
    {"note", u"说明", "Note", FieldType::Text, "", Sensitivity::P, u"备注", u"", 0, kNone, "income"},
    {"member_id", u"受益成员", "Member", FieldType::Ref, "member", Sensitivity::P, u"", u"", 0, kNone, "income"},
    {"counted", u"是否计入", "Counted", FieldType::Bool, "", Sensitivity::N, u"", u"", 0, kNone, "income"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::IncomeLine, kFields, id);
}

} // namespace ffp::income_line
