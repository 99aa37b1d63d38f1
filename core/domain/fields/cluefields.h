// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::clue {

/// Clue 线索, domain.md §3.7 `clue.*`.
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kIndexed | kLocalOnly},
    {"source", u"来源", "Source", FieldType::Code, "clue_source", Sensitivity::N, u"", u"", 0, kRequired, "clue"},
    {"received_on", u"收到日期", "Received on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kRequired, "clue"},
    {"content", u"内容", "Content", FieldType::Text, "", Sensitivity::S, u"家庭困难情况", u"", 0, kMultiline, "clue", 27},
    {"passed_on", u"转办日期", "Passed on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "clue"},
    {"due", u"核查期限", "Due", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "clue"},
    {"verified_on", u"核查日期", "Verified on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "clue"},
    {"result", u"结论", "Result", FieldType::Code, "clue_result", Sensitivity::P, u"", u"", 0, kIndexed, "clue"},
    {"replied_on", u"回复日期", "Replied on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "clue"},
    {"replied_to", u"回复对象", "Replied to", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kNone, "clue"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Clue, kFields, id);
}

} // namespace ffp::clue
