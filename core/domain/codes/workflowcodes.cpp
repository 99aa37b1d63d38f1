// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codes/sections.h"

namespace ffp::codes {
namespace {

constexpr Code kClueSource[] = {
    {"lookback", u"回头看", "Look-back"},
    {"baseline", u"2019年底边缘户名单", "List of edge households, end of 2019"},
    {"self", u"农户申报", "Household's own application", u"自主申报|农户自主申报"},
    {"visit", u"干部走访排查", "Found on a visit", u"走访排查|干部走访"},
    {"department", u"部门数据比对/预警", "Department data", u"部门数据比对|部门筛查预警|部门预警"},
    {"supervision", u"督查暗访调研反馈", "Supervision feedback", u"督查反馈"},
    {"redflag", u"系统红色预警", "Red flag of the system", u"红色预警"},
    {"petition", u"信访", "Petition"},
    {"hotline", u"12317", "Hotline 12317", u"12317热线"},
    {"media", u"舆情", "Media", u"网络舆情"},
    {"report", u"群众反映/举报", "Reported by others", u"群众反映|举报"},
};

constexpr Code kClueResult[] = {
    {"pending", u"待核实", "To be verified"},
    {"include", u"纳入", "Included"},
    {"mark", u"脱贫户标注", "Exited household marked"},
    {"help_only", u"仅帮扶不纳入", "Help only"},
    {"not_true", u"不属实", "Not true"},
    {"solved", u"已解决", "Solved"},
    {"ineligible", u"不符合条件", "Not eligible"},
    {"duplicate", u"重复", "Duplicate"},
};

// The column 风险是否消除 of the national lists says 是 / 否.
constexpr Code kCaseStatus[] = {
    {"candidate", u"待核实", "To be verified"},
    {"in_review", u"审核中", "In review"},
    {"active", u"监测中", "Monitored", u"风险未消除|未消除|=否"},
    {"removing", u"销号审核中", "Removal in review"},
    {"removed", u"已销号", "Removed", u"风险已消除|已消除|=是"},
    {"relapsed", u"风险再标注", "Risk returned"},
    {"rolled_back", u"消除回退", "Removal withdrawn", u"风险消除回退"},
    {"rejected", u"未纳入", "Not included"},
    {"natural_loss", u"自然减少", "Natural loss"},
};

constexpr Code kStepResult[] = {
    {"pass", u"通过", "Passed", u"同意"},
    {"return", u"退回修改", "Returned", u"退回"},
    {"reject", u"不予通过", "Rejected", u"不通过|不同意"},
    {"filed", u"备案", "Filed"},
    {"marked", u"标注", "Marked"},
};

constexpr Code kRemovalMethod[] = {
    {"assisted", u"帮扶消除", "Through help"},
    {"natural", u"自然消除", "Naturally"},
};

constexpr Code kDevMeasure[] = {
    {"done", u"已实施", "Carried out", u"是"},
    {"not_yet", u"尚未实施", "Not yet carried out", u"未实施|否"},
};

constexpr Code kFlagLevel[] = {
    {"red", u"红色", "Red", u"红"},
    {"orange", u"橙色", "Orange", u"橙"},
    {"yellow", u"黄色", "Yellow", u"黄"},
    {"green", u"绿色", "Green", u"绿"},
};

constexpr Code kFlagStatus[] = {
    {"open", u"待核查", "To be checked"},
    {"confirmed", u"属实", "Confirmed"},
    {"refuted", u"不属实", "Not true"},
    {"acting", u"处置中", "Being acted on"},
    {"closed", u"已消除", "Closed"},
    {"overdue", u"超期", "Overdue", u"逾期"},
};

constexpr Code kVisitMode[] = {
    {"home", u"入户", "Home visit", u"入户走访|上门"},
    {"phone", u"电话", "Phone", u"电话联系"},
    {"sms", u"短信", "Text message"},
    {"wechat", u"微信", "WeChat"},
    {"video", u"视频", "Video call"},
};

constexpr Code kVisitPurpose[] = {
    {"monthly", u"联系人月走访", "Monthly contact"},
    {"routine", u"跟踪走访", "Follow-up"},
    {"verify", u"线索核查", "Verify a clue"},
    {"flag", u"预警核查", "Check an alert"},
    {"remove", u"销号核实", "Verify a removal"},
    {"lookback", u"回头看", "Look-back"},
    {"epidemic", u"疫情摸排", "Epidemic survey"},
    {"inspect", u"督导暗访", "Inspection"},
};

constexpr Code kPersonRole[] = {
    {"helper", u"帮扶责任人", "Helper"},
    {"liaison", u"联系人", "Liaison", u"监测联系人"},
    {"epidemic_ward", u"疫情专人包保", "Epidemic ward person"},
    {"team_member", u"驻村工作队员", "Village team member", u"驻村扶贫工作队员|驻村干部"},
    {"first_secretary", u"第一书记", "First secretary"},
    {"cadre", u"村干部", "Village cadre"},
    {"township_cadre", u"乡镇干部", "Township cadre"},
    {"party_member", u"党员", "Party member"},
    {"capable", u"能人大户", "Capable farmer"},
    {"reviewer", u"审核人", "Reviewer"},
};

constexpr Code kRoleEndReason[] = {
    {"moved", u"工作变动", "Changed job"},
    {"weak", u"帮扶不力", "Weak help"},
    {"death", u"去世/退休", "Death or retirement", u"去世|退休"},
    {"case_closed", u"销号", "Case closed"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kNoticeKind[] = {
    {"publicity", u"公示", "Publicity notice"},
    {"announcement", u"公告", "Announcement"},
};

constexpr CodeList kLists[] = {
    {"clue_source", "CL-40", u"线索来源", "Source of the clue", kClueSource},
    {"clue_result", "CL-41", u"线索结论", "Result of the clue", kClueResult},
    {"case_status", "CL-42", u"监测状态", "Case status", kCaseStatus},
    {"step_result", "CL-43", u"环节结果", "Result of the step", kStepResult},
    {"removal_method", "CL-44", u"风险消除方式", "How the risk was removed", kRemovalMethod},
    {"dev_measure", "CL-45", u"开发式帮扶措施情况", "Development measures", kDevMeasure},
    {"flag_level", "CL-46", u"预警级别", "Alert level", kFlagLevel},
    {"flag_status", "CL-47", u"预警状态", "Alert status", kFlagStatus},
    {"visit_mode", "CL-48", u"走访方式", "Mode of contact", kVisitMode},
    {"visit_purpose", "CL-49", u"走访目的", "Purpose of the visit", kVisitPurpose},
    {"person_role", "CL-50", u"责任角色", "Role", kPersonRole},
    {"role_end_reason", "CL-51", u"责任变更原因", "Reason for the change", kRoleEndReason},
    {"notice_kind", "CL-52", u"公开类别", "Kind of notice", kNoticeKind},
};

} // namespace

std::span<const CodeList> workflowLists()
{
    return kLists;
}

} // namespace ffp::codes
