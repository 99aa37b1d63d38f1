// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::proceeding {

/// One matter that is reported, reviewed and decided 办理事项: the record that the signed actions of exchange.md §12
/// belong to. Its state is computed from them and stands in no field. It stays under the version of the pack that it
/// began with (HV-38).
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"case_id", u"监测对象", "Case", FieldType::Ref, "case", Sensitivity::N, u"", u"", 0, kIndexed | kLocalOnly},
    {"clue_id", u"线索", "Clue", FieldType::Ref, "clue", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"type", u"事项类型", "Kind of matter", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"pack", u"政策包", "Policy pack", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kRequired | kLocalOnly},
    {"opened_on", u"启动日期", "Opened on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"reason", u"事由", "Reason", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline | kLocalOnly},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Proceeding, kFields, id);
}

} // namespace ffp::proceeding
