// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codes/sections.h"

namespace ffp::codes {
namespace {

constexpr Code kPostName[] = {
    {"cleaner", u"保洁员", "Cleaner", u"环卫|保洁"},
    {"disinfector", u"防疫消杀/消毒保洁员", "Disinfection worker", u"防疫消杀|消毒保洁员"},
    {"patrol", u"巡查值守", "Patrol", u"巡查员"},
    {"health_worker", u"乡村公共卫生员", "Village health worker"},
    {"publicity", u"宣传员", "Publicity worker"},
    {"manager", u"管理员", "Manager"},
    {"forest", u"护林员", "Forest guard"},
    {"road", u"护路员", "Road keeper"},
    {"river", u"河道管理员", "River keeper"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kPostKind[] = {
    {"public", u"公益性岗位", "Public post", u"公益岗位"},
    {"temporary", u"疫情临时岗位", "Temporary epidemic post"},
    {"pv", u"光伏公益岗位", "Post paid by solar income"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kPostLevel[] = {
    {"department", u"行业部门", "Department"},
    {"township", u"乡镇", "Township"},
    {"village", u"村级", "Village"},
};

constexpr Code kChannel[] = {
    {"transfer", u"劳务输出(协作)", "Organised labour transfer", u"劳务输出|劳务协作"},
    {"workshop", u"扶贫车间", "Poverty-relief workshop", u"帮扶车间"},
    {"leading_firm", u"扶贫龙头企业", "Leading firm", u"龙头企业"},
    {"cooperative", u"合作社/家庭农场", "Cooperative or family farm", u"合作社|家庭农场"},
    {"public_post", u"公益性岗位", "Public post"},
    {"home_work", u"居家就业", "Work at home"},
    {"self_employed", u"自主创业", "Self-employed"},
    {"self_found", u"自行外出", "Found it alone"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kBacklog[] = {
    {"pig", u"猪压栏", "Unsold pigs"},
    {"poultry", u"禽压棚", "Unsold poultry"},
    {"fish", u"鱼压塘", "Unsold fish"},
    {"vegetable", u"菜压田", "Unsold vegetables"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kSalesChannel[] = {
    {"eight_entry", u"八进", "Eight entries"},
    {"four_delivery", u"四送", "Four deliveries"},
    {"designated_buy", u"定点采购", "Designated purchase"},
    {"counter", u"智能专柜", "Smart counter"},
    {"ecommerce", u"电商", "E-commerce"},
    {"cooperative", u"合作社行业协会", "Cooperative or trade association"},
    {"self", u"农户自销", "Own sales"},
    {"gov_procure", u"政府采购", "Government procurement"},
};

constexpr Code kIssueSource[] = {
    {"inspection_central", u"中央专项巡视\"回头看\"", "Central inspection"},
    {"assessment", u"脱贫攻坚成效考核", "Assessment"},
    {"supervision", u"监督检查", "Supervision"},
    {"self_check", u"排查", "Own check"},
    {"undercover", u"暗访", "Unannounced visit"},
    {"audit", u"审计", "Audit"},
    {"platform", u"系统分析", "System analysis"},
};

constexpr Code kIssueStatus[] = {
    {"open", u"待整改", "Open"},
    {"fixing", u"整改中", "Being fixed"},
    {"fixed", u"已整改待核", "Fixed, to be verified"},
    {"verified", u"已销号", "Verified"},
    {"overdue", u"超期", "Overdue", u"逾期"},
};

constexpr Code kDepartment[] = {
    {"medical_ins", u"医保", "Medical insurance", u"医保局"},
    {"health", u"卫健", "Health", u"卫健委"},
    {"education", u"教育", "Education", u"教育局"},
    {"housing", u"住建", "Housing", u"住建局|住建所"},
    {"water", u"水利", "Water", u"水利局"},
    {"hrss", u"人社", "Human resources", u"人社局"},
    {"civil", u"民政", "Civil affairs", u"民政局"},
    {"agri", u"农业农村", "Agriculture", u"农业农村局"},
    {"police", u"公安", "Police", u"公安局"},
    {"disabled", u"残联", "Disabled persons' federation"},
    {"emergency", u"应急", "Emergency management", u"应急局"},
    {"women", u"妇联", "Women's federation"},
    {"youth", u"团委", "Youth League"},
    {"petition", u"信访", "Petitions", u"信访局"},
    {"publicity", u"宣传网信", "Publicity and internet"},
    {"approval", u"行政审批", "Administrative approval", u"行政审批局"},
    {"revitalise", u"乡村振兴(扶贫)", "Rural revitalisation", u"乡村振兴局|扶贫办"},
    {"finance", u"财政", "Finance", u"财政局"},
    {"estate", u"房管/不动产", "Real estate", u"房管|不动产"},
    {"market", u"市场监管", "Market supervision", u"市场监管局"},
    {"social_ins", u"社保", "Social insurance", u"社保局"},
    {"tax", u"税务", "Tax", u"税务局"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kMatchResult[] = {
    {"hit", u"号码姓名均一致", "Number and name agree"},
    {"hit_name_diff", u"号码一致姓名不符", "Number agrees, name differs"},
    {"name_only", u"姓名一致号码不符", "Name agrees, number differs"},
    {"miss", u"未匹配", "No match"},
    {"invalid_key", u"号码无效", "Unusable number"},
    {"duplicate", u"重复记录", "Duplicate record"},
};

constexpr Code kPvUse[] = {
    {"post", u"公益岗位工资", "Wages of public posts"},
    {"small_project", u"小型公益事业", "Small public works"},
    {"reward", u"奖励补助", "Awards"},
    {"relief", u"困难救助", "Relief"},
    {"maintenance", u"运维", "Maintenance"},
    {"reserve", u"结余", "Reserve"},
};

constexpr Code kPartnerType[] = {
    {"designated", u"定点帮扶单位", "Designated helping unit"},
    {"pairing", u"结对帮扶县", "Paired county"},
    {"enterprise", u"千企帮千村企业", "Enterprise"},
    {"social_org", u"社会组织", "Social organisation"},
    {"individual", u"个人", "Individual"},
    {"operator", u"带贫经营主体", "Business that takes along poor households"},
};

constexpr Code kOperatorType[] = {
    {"leading_firm", u"扶贫龙头企业", "Leading firm"},
    {"cooperative", u"农民合作社", "Farmers' cooperative"},
    {"capable", u"能人大户", "Capable farmer"},
    {"family_farm", u"家庭农场", "Family farm"},
    {"workshop", u"扶贫车间", "Poverty-relief workshop"},
    {"base", u"产业扶贫基地", "Production base"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kInsuranceKind[] = {
    {"resident_medical", u"城乡居民医保", "Resident medical insurance", u"城乡居民基本医疗保险|居民医保"},
    {"employee_medical", u"职工医保", "Employee medical insurance", u"城镇职工基本医疗保险"},
    {"serious_illness", u"大病保险", "Serious-illness insurance"},
    {"commercial_medical", u"商业补充医疗", "Commercial medical insurance"},
    {"accident", u"人身意外", "Accident insurance"},
    {"resident_pension", u"居民养老", "Resident pension insurance"},
    {"employee_pension", u"职工养老", "Employee pension insurance"},
    {"farm", u"特色农业保险", "Farm insurance"},
    {"anti_poverty", u"防贫保险", "Anti-poverty insurance"},
};

constexpr Code kActivityKind[] = {
    {"night_school", u"扶贫夜校", "Night school"},
    {"love_market", u"爱心超市", "Points shop"},
    {"village_rules", u"村规民约", "Village rules"},
    {"model", u"先进典型", "Model case"},
    {"publicity", u"政策/防疫宣传", "Policy publicity"},
    {"training", u"技能培训", "Skill training"},
};

constexpr Code kSpecialGroup[] = {
    {"old", u"老", "Old"},
    {"minor", u"少", "Minor"},
    {"ill", u"病", "Ill"},
    {"disabled", u"残", "Disabled"},
    {"orphan", u"孤", "Orphan"},
    {"no_labour", u"完全丧失劳动能力", "No ability to work"},
    {"weak_labour", u"部分丧失劳动能力", "Reduced ability to work"},
};

constexpr Code kAreaTag[] = {
    {"old_base", u"大别山等革命老区", "Old revolutionary base"},
    {"north", u"皖北地区", "Northern Anhui"},
    {"flood_area", u"沿淮行蓄洪区", "Huai flood-storage area"},
    {"supervised_county", u"挂牌督战县", "County under supervision"},
    {"supervised_village", u"挂牌督战村", "Village under supervision"},
    {"poor_village", u"贫困村", "Poor village"},
    {"census_pilot", u"普查综合试点县", "Census pilot county"},
};

constexpr CodeList kLists[] = {
    {"post_name", "CL-66", u"公益/临时岗位", "Post", kPostName},
    {"post_kind", "CL-67", u"岗位类别", "Kind of post", kPostKind},
    {"post_level", "CL-68", u"岗位设置层级", "Level of the post", kPostLevel},
    {"channel", "CL-69", u"就业渠道", "Way to the job", kChannel},
    {"backlog", "CL-70", u"滞销种类", "Unsold goods", kBacklog},
    {"sales_channel", "CL-71", u"销售渠道", "Sales channel", kSalesChannel},
    {"issue_source", "CL-72", u"问题来源", "Source of the issue", kIssueSource},
    {"issue_status", "CL-73", u"整改状态", "State of correction", kIssueStatus},
    {"department", "CL-74", u"行业部门", "Department", kDepartment},
    {"match_result", "CL-75", u"比对结果", "Result of the match", kMatchResult},
    {"pv_use", "CL-76", u"光伏收益用途", "Use of solar income", kPvUse},
    {"partner_type", "CL-77", u"帮扶主体", "Kind of partner", kPartnerType},
    {"operator_type", "CL-78", u"带贫主体类型", "Kind of business", kOperatorType},
    {"insurance_kind", "CL-79", u"保险种类", "Insurance", kInsuranceKind},
    {"activity_kind", "CL-80", u"扶志活动", "Activity", kActivityKind},
    {"special_group", "CL-81", u"特殊群体", "Special group", kSpecialGroup},
    {"area_tag", "CL-82", u"区域标签", "Area tag", kAreaTag},
};

} // namespace

std::span<const CodeList> registerLists()
{
    return kLists;
}

} // namespace ffp::codes
