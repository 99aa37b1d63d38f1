// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::held_row {

/// A row of an imported file that was set aside for a decision 待处理行: by an error of its own, or with its
/// whole household. It is no person and no household of the register, but it counts where a list is compared
/// with another one. Voided when a later import takes the row in or no longer has it.
inline constexpr FieldDef kFields[] = {
    {"batch_id", u"导入批次", "Import", FieldType::Ref, "import_batch", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"kind", u"导入类型", "Kind of file", FieldType::Code, "import_kind", Sensitivity::N, u"", u"", 0, kRequired | kLocalOnly, "office"},
    {"row_no", u"行号", "Row", FieldType::Int, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"row_key", u"行标识", "Key of the row", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kIndexed | kLocalOnly},
    {"household_no", u"户编号", "Household number", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kIndexed | kLocalOnly, "office", 0, TextForm::RegisterNumber},
    {"name", u"姓名", "Name", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kLocalOnly, "office", 0, TextForm::PersonName},
    {"person_key", u"人员键", "Person key", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kLocalOnly, "", 39, TextForm::IdNumber},
    {"relation", u"与户主关系", "Relation to the head", FieldType::Code, "relation", Sensitivity::P, u"", u"", 0, kLocalOnly, "office"},
    {"reasons", u"原因", "Reasons", FieldType::TextList, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"content", u"行内容", "Content of the row", FieldType::Text, "", Sensitivity::S, u"", u"", 0, kMultiline | kLocalOnly, "office", 40},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::HeldRow, kFields, id);
}

} // namespace ffp::held_row
