// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::step {

/// Record of one step 环节 of a matter, domain.md §3.7 `step.*`: what the paper of the step says. Append-only: a
/// correction is a new record, and the newest of a step counts. Which fields a step asks for stands in the policy
/// pack (ChainStep::record).
inline constexpr FieldDef kFields[] = {
    {"proceeding_id", u"办理事项", "Matter", FieldType::Ref, "proceeding", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"key", u"环节", "Step", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kRequired | kLocalOnly},
    {"done_on", u"办理日期", "Date", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kRequired, "step"},
    {"person", u"办理人", "Person", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kNone, "step", 0, TextForm::PersonName},
    {"result", u"结果", "Result", FieldType::Code, "step_result", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"opinion", u"意见", "Opinion", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "step"},
    {"team", u"驻村扶贫工作队参加人", "Present: village work team", FieldType::TextList, "", Sensitivity::P, u"", u"", 0, kNone, "step"},
    {"committees", u"村“两委”参加人", "Present: village committees", FieldType::TextList, "", Sensitivity::P, u"", u"", 0, kNone, "step"},
    {"votes_due", u"应到人数", "Voters entitled", FieldType::Int, "", Sensitivity::N, u"", u"人", 0, kNone, "step"},
    {"votes_present", u"实到人数", "Voters present", FieldType::Int, "", Sensitivity::N, u"", u"人", 0, kNone, "step"},
    {"votes_for", u"同意票", "Votes for", FieldType::Int, "", Sensitivity::N, u"", u"票", 0, kNone, "step"},
    {"votes_against", u"不同意票", "Votes against", FieldType::Int, "", Sensitivity::N, u"", u"票", 0, kNone, "step"},
    {"votes_abstain", u"弃权票", "Abstentions", FieldType::Int, "", Sensitivity::N, u"", u"票", 0, kNone, "step"},
    {"notice_from", u"公示开始日期", "Notice from", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "step"},
    {"notice_to", u"公示结束日期", "Notice until", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "step"},
    {"authorised_on", u"农户签署授权日期", "Authorisation signed on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "step"},
    {"document_no", u"文号", "Document number", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kNone, "step"},
    {"document_on", u"文件日期", "Date of the document", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "step"},
    {"exit_class", u"脱贫户分类", "Class of exited household", FieldType::Code, "exit_class", Sensitivity::P, u"", u"", 0, kNone, "step"},
    {"removal_method", u"风险消除方式", "How the risk was removed", FieldType::Code, "removal_method", Sensitivity::P, u"", u"", 0, kNone, "step"},
    {"amount", u"救助金额", "Amount of the relief", FieldType::Money, "", Sensitivity::P, u"", u"元", 0, kNone, "step"},
    {"replied_to", u"回复对象", "Replied to", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kNone, "step"},
    {"clue_result", u"核查结论", "Result of the verification", FieldType::Code, "clue_result", Sensitivity::P, u"", u"", 0, kNone, "step"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Step, kFields, id);
}

} // namespace ffp::step
