// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codes/sections.h"

namespace ffp::codes {
namespace {

// domain.md §3.8 visit.changes; `none` excludes the others.
constexpr Code kVisitChange[] = {
    {"none", u"无变化", "No change", u"无"},
    {"members", u"人口", "Members", u"人口变化|家庭人口变化"},
    {"income", u"收入", "Income", u"收入变化"},
    {"expense", u"支出", "Expenses", u"支出变化"},
    {"schooling", u"就学", "Schooling", u"就学变化|新增就学支出"},
    {"medical", u"就医", "Medical care", u"就医变化|=新增就医支出"},
    {"housing", u"住房", "Housing", u"住房变化"},
    {"water", u"饮水", "Water", u"饮水变化"},
    {"work", u"务工", "Work", u"务工变化|=务工地点变化"},
    {"industry", u"产业", "Business", u"产业变化"},
};

// domain.md §3.4 数据来源.
constexpr Code kStatementOrigin[] = {
    {"imported", u"导入", "Imported"},
    {"calculated", u"计算", "Calculated"},
    {"typed", u"录入", "Typed"},
};

// domain.md §9.4: only a mark of the province is 红色标注; the local run is a self-check.
constexpr Code kFlagOrigin[] = {
    {"province", u"省级标注", "Mark of the province"},
    {"local", u"本地自查", "Local self-check"},
};

constexpr Code kFlagCloseReason[] = {
    {"no_longer_holds", u"触发条件不再成立", "The condition no longer holds"},
    {"handled", u"处置后消除", "Removed by action"},
    {"refuted", u"核查不属实", "Found not true"},
    {"household_gone", u"户已注销", "The household no longer exists"},
};

// The kinds of the command line (`import --as`).
constexpr Code kImportKind[] = {
    {"registered", u"脱贫人口名单", "List of exited households' members"},
    {"edge", u"边缘易致贫人口名单", "List of edge households' members"},
    {"household-year", u"户年度信息", "Household sheet of the year"},
    {"member-year", u"人年度信息", "Member sheet of the year"},
    {"visits", u"走访记录", "Visit log"},
    {"jobs", u"已外出务工信息", "Spells of work"},
    {"job-plans", u"计划外出务工信息", "Plans to go out to work"},
    {"medical", u"医疗费用筛查", "Medical costs"},
    {"education", u"失学辍学名单", "School drop-outs"},
    {"housing", u"房屋安全鉴定", "House safety grades"},
};

// Where else the quality check met a person.
constexpr Code kNameSource[] = {
    {"member", u"在册成员", "member"},
    {"departed", u"已减少的成员", "former member"},
    {"held", u"搁置的导入行", "held row of an import"},
};

// op.2 §四(一)2: what lets a household that gets no support any more have some after all.
constexpr Code kHardshipCause[] = {
    {"disaster", u"重大自然灾害", "Great natural disaster"},
    {"family_change", u"家庭重大变故", "Great misfortune of the family"},
};

// The papers of 一户一档, forms.md F-31.
constexpr Code kAttachmentKind[] = {
    {"application", u"申请书", "Application"},
    {"form", u"采集表和台账", "Forms and ledgers"},
    {"minutes", u"会议记录", "Minutes"},
    {"identity", u"身份和户籍证件", "Certificates of identity"},
    {"health", u"医疗和残疾材料", "Medical papers"},
    {"house", u"住房和饮水照片", "House and water"},
    {"money", u"资金和发放凭证", "Proofs of payment"},
    {"visit", u"走访照片", "Visit"},
    {"other", u"其他", "Other"},
};

constexpr CodeList kLists[] = {
    {"visit_change", "", u"变化事项", "Changes", kVisitChange},
    {"statement_origin", "", u"数据来源", "Origin", kStatementOrigin},
    {"flag_origin", "", u"预警来源", "Origin of the alert", kFlagOrigin},
    {"flag_close_reason", "", u"关闭原因", "Reason for closing", kFlagCloseReason},
    {"name_source", "", u"姓名出处", "Where the name stands", kNameSource},
    {"import_kind", "", u"导入类型", "Kind of file", kImportKind},
    {"hardship_cause", "", u"例外事由", "Cause of the exception", kHardshipCause},
    {"attachment_kind", "", u"材料类型", "Kind of paper", kAttachmentKind},
};

} // namespace

std::span<const CodeList> programLists()
{
    return kLists;
}

} // namespace ffp::codes
