// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codes/sections.h"

namespace ffp::codes {
namespace {

// 是否脱贫户 = 是 is the column of older sheets for the same fact.
constexpr Code kHouseholdType[] = {
    {"registered_unexited", u"建档立卡未脱贫户", "Registered, not yet exited", u"未脱贫户|建档立卡贫困户|贫困户"},
    {"exited", u"脱贫户", "Exited household", u"已脱贫户|脱贫户(享受政策)|脱贫户(不享受政策)|=是"},
    {"general", u"一般农户", "General rural household", u"普通农户|农户|非建档立卡户"},
};

constexpr Code kExitClass[] = {
    {"no_policy", u"不享受政策的脱贫户", "Exited, without policy benefits", u"脱贫户(不享受政策)|不享受政策脱贫户|不享受政策", "100A03A02"},
    {"with_policy", u"享受政策的脱贫户", "Exited, with policy benefits", u"脱贫户(享受政策)|享受政策脱贫户|享受政策"},
    {"monitored", u"脱贫监测户", "Exited, monitored", u"不稳定脱贫户|脱贫不稳定户"},
    {"undetermined", u"待判定", "To be decided"},
};

// The 2020 policy says 脱贫监测户 and 边缘户; the labels here are the national ones from 2021, which
// exports use. The policy pack renames them for its own papers.
constexpr Code kMonitorClass[] = {
    {"exit_unstable", u"脱贫不稳定户", "Unstable exited household", u"脱贫监测户|不稳定脱贫户", "100A03001"},
    {"edge", u"边缘易致贫户", "Edge household", u"边缘户|边缘人口", "100A03002"},
    {"sudden", u"突发严重困难户", "Household in sudden hardship", u"突发困难户|突发严重困难农户", "100A03003"},
    {"none", u"非监测对象", "Not monitored", u"否|无"},
};

constexpr Code kPovertyAttr[] = {
    {"general", u"一般贫困户", "General poor household", u"一般脱贫户"},
    {"dibao", u"低保户", "Minimum-living-allowance household", u"低保贫困户|低保脱贫户"},
    {"wubao", u"五保户", "Destitute household", u"特困供养脱贫户|特困户|特困供养户"},
    {"dibao_wubao", u"低保特困供养", "Allowance and destitute support"},
};

constexpr Code kExitStatus[] = {
    {"not_exited", u"未脱贫", "Not exited"},
    {"exited", u"已脱贫", "Exited", u"脱贫"},
    {"fallback", u"返贫", "Fallen back"},
};

// GB column: order number of the 2018 national list.
constexpr Code kCause[] = {
    {"illness", u"因病", "Illness", u"", "1"},
    {"disability", u"因残", "Disability", u"", "2"},
    {"schooling", u"因学", "Schooling costs", u"", "3"},
    {"disaster", u"因灾", "Disaster", u"因自然灾害", "4"},
    {"land", u"缺土地", "Lack of land", u"", "5"},
    {"water", u"缺水", "Lack of water", u"", "6"},
    {"skill", u"缺技术", "Lack of skills", u"", "7"},
    {"labour", u"缺劳力", "Lack of labour", u"缺劳动力", "8"},
    {"capital", u"缺资金", "Lack of capital", u"", "9"},
    {"transport", u"交通条件落后", "Poor transport", u"", "10"},
    {"motivation", u"自身发展动力不足", "Lack of own drive", u"自身发展能力不足", "11"},
    {"marriage", u"因婚", "Marriage costs", u"", "12"},
    {"funeral", u"因丧", "Funeral costs", u"", "13"},
};

constexpr Code kRisk[] = {
    {"illness", u"因病", "Illness"},
    {"schooling", u"因学", "Schooling"},
    {"disability", u"因残", "Disability"},
    {"disaster", u"因自然灾害", "Natural disaster", u"因灾"},
    {"accident", u"因意外事故", "Accident", u"因意外"},
    {"industry_fail", u"因产业(项目)失败", "Failed business or project", u"因产业项目失败|因产业失败"},
    {"job_unstable", u"因务工就业不稳", "Unstable employment", u"务工就业不稳|因就业不稳"},
    {"labour", u"缺劳动力", "Lack of labour", u"缺劳力"},
    {"housing", u"因安全住房", "Unsafe housing", u"因住房安全|因房"},
    {"water", u"因安全饮水", "Unsafe drinking water", u"因饮水安全"},
    {"epidemic", u"因新冠肺炎疫情", "COVID-19 epidemic", u"因疫|因疫情"},
    {"family_change", u"因家庭变故", "Change in the family", u"因家庭重大变故"},
    {"other", u"其他", "Other", u"其它"},
};

constexpr Code kDisaster[] = {
    {"flood", u"洪涝", "Flood", u"洪涝灾害", "0201"},
    {"geological", u"地质灾害", "Geological disaster", u"", "0202"},
    {"drought", u"旱灾", "Drought", u"干旱", "0203"},
    {"biological", u"生物灾害", "Pests and plagues", u"", "0204"},
    {"meteorological", u"气象灾害", "Weather disaster", u"", "0205"},
    {"earthquake", u"地震", "Earthquake", u"地震灾害", "0206"},
    {"other", u"其他", "Other", u"其它", "0299"},
};

constexpr Code kDibao[] = {
    {"no", u"未享受", "None", u"=否|不享受|无"},
    {"rural", u"农村低保", "Rural allowance", u"是|农村最低生活保障"},
    {"urban", u"城市低保", "Urban allowance", u"城镇低保|城市最低生活保障"},
};

constexpr Code kTekun[] = {
    {"no", u"不享受", "None", u"=否|未享受|无"},
    {"rural", u"农村特困", "Rural destitute support", u"是|农村特困供养"},
    {"urban", u"城市特困", "Urban destitute support", u"城市特困供养"},
};

constexpr Code kRoad[] = {
    {"mud", u"泥土路", "Earth road", u"土路"},
    {"gravel", u"砂石路", "Gravel road", u"沙石路"},
    {"cement", u"水泥路", "Concrete road", u"混凝土路"},
    {"asphalt", u"沥青路", "Asphalt road", u"柏油路"},
};

constexpr Code kFuel[] = {
    {"firewood", u"柴草", "Firewood"},
    {"dung", u"干畜粪", "Dried dung"},
    {"coal", u"煤炭", "Coal", u"煤"},
    {"clean", u"清洁能源", "Clean energy", u"电|燃气|天然气|液化气|沼气"},
    {"other", u"其它", "Other", u"其他"},
};

// C and D are 危房.
constexpr Code kHousingGrade[] = {
    {"A", u"A级", "A: no hazard", u"安全住房"},
    {"B", u"B级", "B: single elements hazardous"},
    {"C", u"C级", "C: partly dangerous", u"局部危房"},
    {"D", u"D级", "D: wholly dangerous", u"整幢危房|整栋危房"},
    {"unrated", u"未鉴定", "Not rated", u"未评定"},
};

constexpr Code kResettleMode[] = {
    {"central", u"集中安置", "Central site"},
    {"scattered", u"分散安置", "Scattered"},
};

constexpr Code kSettlerStatus[] = {
    {"job", u"就业创业", "Employed or self-employed"},
    {"industry", u"产业发展", "Developing a business"},
    {"backstop", u"保障兜底", "On full public support"},
};

constexpr Code kSafeguardItem[] = {
    {"food", u"不愁吃", "Enough food", u"吃"},
    {"clothing", u"不愁穿", "Enough clothing", u"穿"},
    {"education", u"义务教育", "Compulsory education", u"义务教育有保障"},
    {"medical", u"基本医疗", "Basic medical care", u"基本医疗有保障"},
    {"housing", u"住房安全", "Safe housing", u"住房安全有保障|安全住房"},
    {"water", u"饮水安全", "Safe drinking water", u"饮水安全有保障|安全饮水"},
};

constexpr Code kSafeguardStatus[] = {
    {"met", u"达标", "Met"},
    {"not_met", u"未达标", "Not met", u"不达标"},
    {"at_risk", u"存在隐患", "At risk", u"有隐患"},
    {"unknown", u"未核查", "Not checked"},
    {"na", u"不适用", "Does not apply"},
};

constexpr Code kWaterTest[] = {
    {"quantity", u"水量", "Quantity"},
    {"quality", u"水质", "Quality"},
    {"access", u"取水方便程度", "Access", u"取水方便"},
    {"reliability", u"供水保证率", "Reliability", u"保证率"},
};

constexpr Code kUrbanRural[] = {
    {"111", u"主城区", "Main urban area", u"", "111"},
    {"112", u"城乡结合区", "Urban fringe", u"", "112"},
    {"121", u"镇中心区", "Town centre", u"", "121"},
    {"122", u"镇乡结合区", "Town fringe", u"", "122"},
    {"123", u"特殊区域", "Special area", u"", "123"},
    {"210", u"乡中心区", "Township centre", u"", "210"},
    {"220", u"村庄", "Village", u"", "220"},
};

constexpr Code kAdminLevel[] = {
    {"province", u"省", "Province"},
    {"city", u"市", "City"},
    {"county", u"县(市、区)", "County", u"县|区"},
    {"township", u"乡(镇、街道)", "Township", u"乡|镇|街道|乡镇"},
    {"village", u"村(居)", "Village", u"村|居委会|行政村"},
    {"group", u"村民组", "Villagers' group", u"村民小组|组"},
};

constexpr CodeList kLists[] = {
    {"household_type", "CL-16", u"户类型", "Household type", kHouseholdType},
    {"exit_class", "CL-17", u"脱贫户分类", "Class of exited household", kExitClass},
    {"monitor_class", "CL-18", u"监测对象类别", "Monitoring class", kMonitorClass},
    {"poverty_attr", "CL-19", u"贫困户属性", "Poverty attribute", kPovertyAttr},
    {"exit_status", "CL-20", u"脱贫属性", "Exit status", kExitStatus},
    {"cause", "CL-21", u"致贫原因", "Cause of poverty", kCause},
    {"risk", "CL-22", u"返贫/致贫风险", "Risk", kRisk},
    {"disaster", "CL-23", u"自然灾害子项", "Kind of disaster", kDisaster},
    {"dibao", "CL-24", u"低保", "Minimum living allowance", kDibao},
    {"tekun", "CL-25", u"特困供养", "Destitute support", kTekun},
    {"road", "CL-26", u"入户路类型", "Road to the house", kRoad},
    {"fuel", "CL-27", u"主要燃料类型", "Main fuel", kFuel},
    {"housing_grade", "CL-28", u"住房鉴定等级", "Housing grade", kHousingGrade},
    {"resettle_mode", "CL-29", u"安置方式", "Resettlement", kResettleMode},
    {"settler_status", "CL-30", u"搬迁户后续状态", "Status after relocation", kSettlerStatus},
    {"safeguard_item", "CL-31", u"保障项目", "Safeguard", kSafeguardItem},
    {"safeguard_status", "CL-32", u"保障结论", "Safeguard status", kSafeguardStatus},
    {"water_test", "CL-33", u"饮水指标", "Water test", kWaterTest},
    {"urban_rural", "CL-34", u"城乡分类", "Urban or rural", kUrbanRural},
    {"admin_level", "CL-35", u"区划级别", "Administrative level", kAdminLevel},
};

} // namespace

std::span<const CodeList> householdLists()
{
    return kLists;
}

} // namespace ffp::codes
