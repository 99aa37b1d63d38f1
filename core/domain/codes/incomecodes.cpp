// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codes/sections.h"

namespace ffp::codes {
namespace {

// domain.md §6.2. `extra`: "yes" counted, "ask" sources disagree and the office decides, "cost" is
// subtracted. The first letter of the code says which total it belongs to (A wage, B business,
// C property, D and R transfer, E business cost).
// 公益性岗位收入 and 其他转移性收入 are sums in the sheets; they are booked on A2 and D6-99.
constexpr Code kIncomeItem[] = {
    {"A1", u"务工收入", "Wages from work away", u"", "", "yes"},
    {"A2", u"行业部门公益岗收入", "Pay of a public post (department)", u"公益性岗位收入|公益岗位收入", "", "yes"},
    {"A3", u"乡镇公益岗收入", "Pay of a public post (township)", u"", "", "yes"},
    {"A4", u"村级公益岗收入", "Pay of a public post (village)", u"", "", "yes"},
    {"A5", u"自主采摘收入", "Own gathering", u"", "", "yes"},
    {"A9", u"其他工资性收入", "Other wage income", u"", "", "yes"},
    {"B1", u"种植收入", "Crops", u"", "", "yes"},
    {"B2", u"养殖收入", "Livestock", u"", "", "yes"},
    {"B3", u"林果收入", "Forestry and fruit", u"", "", "yes"},
    {"B4", u"其他经营收入", "Other business income", u"其他生产经营性收入", "", "yes"},
    {"C1", u"资产收益(扶贫)分红", "Dividends of public assets", u"资产收益扶贫分红收入|资产收益分红|aac092", "", "yes"},
    {"C2", u"土地流转收入", "Land lease", u"", "", "yes"},
    {"C3", u"金融贷款项目收益", "Returns of a loan project", u"", "", "yes"},
    {"C4", u"代种代养收益", "Returns of delegated farming", u"", "", "yes"},
    {"C5", u"其他财产性收入", "Other property income", u"aac093", "", "yes"},
    {"D1", u"计划生育金", "Family-planning payment", u"计生金|aac076", "", "yes"},
    {"D2", u"低保金", "Minimum living allowance", u"最低生活保障金|aac077", "", "yes"},
    {"D3", u"特困供养金", "Destitute support", u"五保金|特困人员救助供养金|aac086", "", "yes"},
    {"D4", u"养老保险金", "Pension", u"养老金或离退休金|养老金|aac087", "", "ask"},
    {"D5", u"生态补偿金", "Ecological compensation", u"aac078", "", "yes"},
    {"D6-01", u"种植补贴", "Crop subsidy", u"", "", "yes"},
    {"D6-02", u"地力补贴", "Soil-fertility subsidy", u"耕地地力保护补贴", "", "yes"},
    {"D6-03", u"大田保险", "Field-crop insurance payout", u"", "", "yes"},
    {"D6-04", u"高龄补贴", "Old-age subsidy", u"高龄津贴", "", "yes"},
    {"D6-05", u"优抚金", "Veterans' and survivors' benefit", u"", "", "ask"},
    {"D6-06", u"残疾补贴", "Disability subsidy", u"残疾人补贴", "", "yes"},
    {"D6-07", u"教育扶持", "Education support", u"", "", "yes"},
    {"D6-08", u"救灾", "Disaster relief", u"救灾款", "", "ask"},
    {"D6-09", u"失能老人补贴", "Subsidy for dependent elderly", u"", "", "yes"},
    {"D6-10", u"赡养费", "Support from children", u"赡养收入", "", "yes"},
    {"D6-11", u"取暖补贴", "Heating subsidy", u"", "", "yes"},
    {"D6-12", u"物价补贴", "Price subsidy", u"", "", "yes"},
    {"D6-13", u"社会救济", "Social relief", u"", "", "ask"},
    {"D6-14", u"防贫保险", "Anti-poverty insurance payout", u"", "", "ask"},
    {"D6-15", u"经常性捐赠和赔偿", "Regular gifts and compensation", u"", "", "yes"},
    {"D6-99", u"其他转移性收入", "Other transfer income", u"aac083", "", "yes"},
    {"R1", u"产业奖励/就业奖励/专项用于减少生产经营性支出的补贴", "Awards and cost-reducing subsidies", u"产业奖励|就业奖励|专项用于减少生产经营性支出的补贴", "", "ask"},
    {"E1", u"种植支出", "Costs of crops", u"", "", "cost"},
    {"E2", u"养殖支出", "Costs of livestock", u"", "", "cost"},
    {"E3", u"林果支出", "Costs of forestry and fruit", u"", "", "cost"},
    {"E4", u"其他经营支出", "Other business costs", u"其他生产经营性支出", "", "cost"},
};

constexpr Code kStatementPhase[] = {
    {"identify", u"识别时", "At identification", u"识别"},
    {"remove", u"消除时", "At removal", u"消除|风险消除时"},
    {"annual", u"年度", "Year"},
    {"quarter", u"季度", "Quarter"},
    {"month", u"月度", "Month"},
    {"forecast", u"预计", "Forecast", u"预测"},
};

constexpr Code kPopulationBasis[] = {
    {"year", u"年度家庭人口数", "Population of the year"},
    {"current", u"当前家庭人口数", "Current population"},
    {"registered", u"建档立卡人口数", "Registered population"},
};

constexpr Code kCostModel[] = {
    {"actual", u"据实", "Actual costs", u"据实核算"},
    {"ratio", u"固定比例", "Fixed share"},
    {"coefficient", u"收益系数", "Net-yield coefficient"},
};

constexpr CodeList kLists[] = {
    {"income_item", "CL-36", u"收入支出项目", "Income or cost item", kIncomeItem},
    {"statement_phase", "CL-37", u"核算节点", "Occasion", kStatementPhase},
    {"population_basis", "CL-38", u"人口口径", "Population used", kPopulationBasis},
    {"cost_model", "CL-39", u"支出核算方式", "Cost model", kCostModel},
};

} // namespace

std::span<const CodeList> incomeLists()
{
    return kLists;
}

} // namespace ffp::codes
