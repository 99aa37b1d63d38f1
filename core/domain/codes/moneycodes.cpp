// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codes/sections.h"

namespace ffp::codes {
namespace {

// `extra` "special": counts as 财政专项扶贫资金, which an 边缘户 may not receive (HV-01).
constexpr Code kFundSource[] = {
    {"fiscal_special_central", u"中央财政专项扶贫资金", "Central special poverty fund", u"中央财政专项资金", "", "special"},
    {"fiscal_special_province", u"省级财政专项扶贫资金", "Provincial special poverty fund", u"省级财政专项资金", "", "special"},
    {"fiscal_special_city", u"市级财政专项扶贫资金", "City special poverty fund", u"市级财政专项资金", "", "special"},
    {"fiscal_special_county", u"县级财政专项扶贫资金", "County special poverty fund", u"县级财政专项资金", "", "special"},
    {"fiscal_sector", u"行业部门资金", "Department funds"},
    {"employment_fund", u"就业补助资金", "Employment subsidy fund"},
    {"bridging", u"衔接资金", "Bridging fund", u"衔接推进乡村振兴补助资金"},
    {"pairing", u"县域结对帮扶资金", "County pairing fund", u"结对帮扶资金"},
    {"designated", u"定点帮扶单位资金", "Designated helping unit", u"定点帮扶资金"},
    {"social", u"社会帮扶资金/捐赠", "Social help or donation", u"社会帮扶资金|捐赠|社会捐赠"},
    {"village_collective", u"村级集体收入", "Village collective income", u"村集体收入"},
    {"rescue_county", u"县级救助基金", "County rescue fund"},
    {"rescue_village", u"乡村救急救难基金", "Village rescue fund"},
    {"insurance", u"保险理赔", "Insurance payout"},
    {"loan", u"信贷资金", "Loan"},
    {"dibao_fund", u"民政救助资金", "Civil-affairs relief funds"},
    {"self", u"自筹", "Own money", u"自筹资金"},
    {"none", u"无资金", "No money"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kProjectCategory[] = {
    {"industry", u"产业", "Business"},
    {"employment", u"就业", "Employment"},
    {"infrastructure", u"基础设施", "Infrastructure"},
    {"living", u"生活条件改善", "Living conditions"},
    {"education", u"教育", "Education"},
    {"health", u"健康", "Health"},
    {"housing", u"住房", "Housing"},
    {"water", u"饮水", "Water"},
    {"finance", u"金融", "Finance"},
    {"relocation", u"易地搬迁", "Relocation"},
    {"management", u"项目管理费", "Project management"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kBuildNature[] = {
    {"new", u"新建", "New"},
    {"rebuild", u"改建", "Rebuilt"},
    {"extend", u"扩建", "Extended"},
    {"continue", u"续建", "Continued"},
};

constexpr Code kProjectStatus[] = {
    {"declared", u"申报", "Declared"},
    {"audited", u"审核", "Audited"},
    {"appraised", u"论证", "Appraised"},
    {"approved", u"审定", "Approved"},
    {"in_library", u"入库", "In the library"},
    {"planned", u"列入年度计划", "In the annual plan"},
    {"preparing", u"前期准备", "Being prepared"},
    {"procuring", u"采购", "Procurement"},
    {"building", u"在建", "Under construction"},
    {"accepted", u"验收", "Accepted"},
    {"completed", u"完工", "Completed"},
    {"removed", u"出库", "Removed from the library"},
};

constexpr Code kProjectPriority[] = {
    {"epidemic_poverty", u"因疫致贫急需实施", "Urgent: poverty through the epidemic"},
    {"epidemic_control", u"符合疫情防控需要和脱贫攻坚政策", "Serves epidemic control and policy"},
    {"income", u"有利于增加贫困群众收入", "Raises poor people's income"},
    {"none", u"无", "None"},
};

constexpr Code kDelayReason[] = {
    {"capital", u"资金不足", "Lack of money"},
    {"labour", u"用工不足", "Lack of workers"},
    {"material", u"原料不足", "Lack of raw materials"},
    {"supplies", u"物资不足", "Lack of supplies"},
    {"condition", u"不具备开工条件", "Not ready to start"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kLoanEvent[] = {
    {"apply", u"申贷", "Application"},
    {"grant", u"放款", "Granted"},
    {"renew", u"续贷", "Renewal"},
    {"extend", u"展期", "Extension"},
    {"add", u"追加贷款", "Additional loan"},
    {"defer", u"延长还款期限", "Deferred repayment"},
    {"repay", u"还款", "Repayment"},
    {"overdue", u"逾期", "Overdue"},
};

constexpr Code kLoanStatus[] = {
    {"applied", u"申请中", "Applied for"},
    {"normal", u"正常", "Normal"},
    {"extended", u"已展期", "Extended"},
    {"overdue", u"逾期", "Overdue"},
    {"settled", u"结清", "Settled"},
    {"refused", u"未批准", "Refused"},
};

constexpr Code kReliefType[] = {
    {"urgent", u"急难型", "Urgent hardship"},
    {"expense", u"支出型", "High expenses"},
    {"direct", u"直接救助(后置备案)", "Direct relief, filed afterwards", u"直接救助"},
    {"fund_county", u"县级救助基金", "County rescue fund"},
    {"fund_village", u"乡村救急救难基金", "Village rescue fund"},
    {"epidemic", u"因疫临时救助", "Temporary relief, epidemic"},
};

constexpr Code kReliefStatus[] = {
    {"requested", u"已申请", "Requested"},
    {"paid_unfiled", u"已救助待备案", "Paid, filing due"},
    {"filed", u"已备案", "Filed"},
    {"under_review", u"审批中", "Under review"},
    {"approved", u"已审批", "Approved"},
    {"paid", u"已发放", "Paid"},
    {"refused", u"未批准", "Refused"},
};

constexpr CodeList kLists[] = {
    {"fund_source", "CL-56", u"资金来源", "Source of funds", kFundSource},
    {"project_category", "CL-57", u"项目类别", "Project category", kProjectCategory},
    {"build_nature", "CL-58", u"建设性质", "Kind of construction", kBuildNature},
    {"project_status", "CL-59", u"项目状态", "Project status", kProjectStatus},
    {"project_priority", "CL-60", u"优先入库事由", "Reason for priority", kProjectPriority},
    {"delay_reason", "CL-61", u"未开工/困难原因", "Reason for delay", kDelayReason},
    {"loan_event", "CL-62", u"信贷事项", "Loan event", kLoanEvent},
    {"loan_status", "CL-63", u"贷款状态", "Loan status", kLoanStatus},
    {"relief_type", "CL-64", u"救助类型", "Kind of relief", kReliefType},
    {"relief_status", "CL-65", u"救助状态", "Relief status", kReliefStatus},
};

} // namespace

std::span<const CodeList> moneyLists()
{
    return kLists;
}

} // namespace ffp::codes
