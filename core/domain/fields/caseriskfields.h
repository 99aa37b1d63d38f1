// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::case_risk {

/// Risk of a monitoring case, domain.md §3.6 `risk.*`; up to five, ordered, no repeats (V-20).
/// A new one without `rank` comes last (EntryService).
inline constexpr FieldDef kFields[] = {
    {"case_id", u"监测对象", "Case", FieldType::Ref, "case", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"rank", u"序号", "Order", FieldType::Int, "", Sensitivity::N, u"", u"", 0, kNone, "risk"},
    {"kind", u"风险", "Risk", FieldType::Code, "risk", Sensitivity::S, u"风险类型|致贫/返贫风险|返贫/致贫风险|返贫致贫风险|致贫返贫风险|返贫风险|致贫风险", u"", 0, kRequired, "risk", 24},
    {"disaster", u"自然灾害子项", "Kind of disaster", FieldType::Code, "disaster", Sensitivity::P, u"因自然灾害子项", u"", 0, kNone, "risk"},
    {"note", u"风险备注", "Note", FieldType::Text, "", Sensitivity::S, u"因自然灾害备注|其他备注", u"", 0, kNone, "risk", 25},
    {"detail", u"风险点说明", "Description", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kMultiline, "risk", 26},
    {"found_on", u"风险发现日期", "Found on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "risk"},
    {"cleared_on", u"风险消除日期", "Cleared on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "risk"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::CaseRisk, kFields, id);
}

} // namespace ffp::case_risk
