// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::member {

/// Member 家庭成员, domain.md §3.3. Exactly one of 文化程度 and 在校生状况 is filled (V-18).
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"member_no", u"人编号", "Person number", FieldType::Text, "", Sensitivity::P, u"人口编号", u"", 0, kIndexed, "member"},
    {"name", u"姓名", "Name", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kRequired, "member"},
    {"id_no", u"证件号码", "ID number", FieldType::Text, "", Sensitivity::S, u"身份证号|身份证号码|证件号码(残疾人证)|aab004", u"", 0, kBlindIndex, "member", 1},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Member, kFields, id);
}

} // namespace ffp::member
