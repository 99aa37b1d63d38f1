// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::visit {

/// Visit or contact 走访, domain.md §3.8 `visit.*`.
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"case_id", u"监测对象", "Case", FieldType::Ref, "case", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"visited_on", u"走访日期", "Date", FieldType::Date, "", Sensitivity::P, u"走访时间|调查时间", u"", 0, kRequired | kIndexed, "visit"},
    {"mode", u"方式", "Mode", FieldType::Code, "visit_mode", Sensitivity::N, u"走访方式", u"", 0, kRequired, "visit"},
    {"purpose", u"目的", "Purpose", FieldType::Code, "visit_purpose", Sensitivity::N, u"走访目的", u"", 0, kNone, "visit"},
    {"people", u"走访人", "Visitors", FieldType::TextList, "", Sensitivity::P, u"走访人员", u"", 0, kRequired, "visit"},
    {"respondent", u"家庭在场人", "Person spoken to", FieldType::Text, "", Sensitivity::P, u"对象|被调查者", u"", 0, kNone, "visit"},
    {"changes", u"变化事项", "Changes", FieldType::Codes, "visit_change", Sensitivity::P, u"", u"", 0, kNone, "visit"},
    {"change_note", u"变化说明", "What changed", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "visit"},
    {"situation", u"家庭情况", "Situation", FieldType::Text, "", Sensitivity::S, u"家庭基本情况", u"", 0, kMultiline, "visit", 29},
    {"needs", u"困难与诉求", "Difficulties and requests", FieldType::Text, "", Sensitivity::S, u"实际困难|诉求与建议|诉求", u"", 0, kMultiline, "visit", 30},
    {"new_risks", u"新风险", "New risks", FieldType::Codes, "risk", Sensitivity::S, u"", u"", 0, kNone, "visit", 31},
    {"handled", u"当场处理", "Done on the spot", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "visit"},
    {"todo", u"待办", "To do (who, until when)", FieldType::TextList, "", Sensitivity::P, u"后续工作计划", u"", 0, kMultiline, "visit"},
    {"signed", u"签字/手印", "Signed", FieldType::Bool, "", Sensitivity::S, u"签名", u"", 0, kNone, "visit", 32},
    {"signed_on", u"签字日期", "Signed on", FieldType::Date, "", Sensitivity::S, u"", u"", 0, kNone, "visit", 33},
    {"remark", u"备注", "Note", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "visit"},
    {"kept_text", u"导入原文", "Kept from imports", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kMultiline | kLocalOnly, "", 38},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Visit, kFields, id);
}

} // namespace ffp::visit
