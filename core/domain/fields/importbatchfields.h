// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::import_batch {

/// One import of one file. `file_name` is kept without parts that may name a person.
inline constexpr FieldDef kFields[] = {
    {"file_name", u"文件名", "File", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"kind", u"导入类型", "Kind of file", FieldType::Code, "import_kind", Sensitivity::N, u"", u"", 0, kRequired | kLocalOnly, "office"},
    {"fingerprint", u"文件指纹", "Fingerprint", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kIndexed | kLocalOnly, "office"},
    {"data_date", u"数据日期", "Date of the data", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"sheet", u"工作表", "Sheet", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"header_row", u"表头行", "Header row", FieldType::Int, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"encoding", u"编码", "Encoding", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"rows", u"数据行数", "Data rows", FieldType::Int, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"imported", u"导入行数", "Rows imported", FieldType::Int, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"unchanged", u"未变行数", "Rows unchanged", FieldType::Int, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"set_aside", u"待处理行数", "Rows set aside", FieldType::Int, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"imported_by", u"导入人", "Imported by", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"imported_on", u"导入日期", "Imported on", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
    {"undone", u"已撤销", "Undone", FieldType::Bool, "", Sensitivity::N, u"", u"", 0, kLocalOnly, "office"},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::ImportBatch, kFields, id);
}

} // namespace ffp::import_batch
