// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::casefile {

/// Monitoring case 监测对象, domain.md §3.6. One open case per household and class.
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"case_no", u"监测编号", "Case number", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kIndexed, "risk"},
    {"monitor_class", u"类别", "Monitoring class", FieldType::Code, "monitor_class", Sensitivity::P, u"监测对象类别|监测对象类型|易返贫致贫户(监测对象)类型", u"", 0, kRequired | kIndexed, "risk"},
    {"status", u"状态", "Status", FieldType::Code, "case_status", Sensitivity::P, u"风险是否消除|风险是否已消除|风险是否已消除0", u"", 0, kRequired | kIndexed, "risk"},
    {"identified_ym", u"识别监测时间", "Identified", FieldType::Ym, "", Sensitivity::P, u"识别时间|风险识别时间", u"", 0, kIndexed, "risk"},
    {"removed_ym", u"风险消除时间", "Removed", FieldType::Ym, "", Sensitivity::P, u"消除监测时间", u"", 0, kNone, "risk"},
    {"removal_method", u"风险消除方式", "How the risk was removed", FieldType::Code, "removal_method", Sensitivity::P, u"", u"", 0, kNone, "risk"},
    {"province_mark_on", u"省级标注日期", "Marked by the province on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "risk"},
    {"province_mark_no", u"省级标注文号", "Number of the mark", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kNone, "risk"},
    {"clue_id", u"识别线索", "Clue", FieldType::Ref, "clue", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"previous_case_id", u"前次监测", "Previous case", FieldType::Ref, "case", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"dev_measure", u"开发式帮扶措施情况", "Development measures", FieldType::Code, "dev_measure", Sensitivity::P, u"实施开发式帮扶措施情况", u"", 0, kNone, "risk"},
    {"liaison_name", u"监测联系人", "Liaison", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kNone, "risk", 0, TextForm::PersonName},
    {"liaison_phone", u"监测联系人联系方式", "Phone of the liaison", FieldType::Text, "", Sensitivity::S, u"联系方式", u"", 0, kNone, "risk", 23, TextForm::Phone},
    {"national_entry_on", u"国家系统录入日期", "Entered in the national system on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "risk"},
    {"pack", u"政策包", "Policy pack", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kLocalOnly},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Case, kFields, id);
}

} // namespace ffp::casefile
