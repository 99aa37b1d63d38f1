// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

namespace ffp::attachment {

/// Scan or photo 附件 of a household: what it is. The content stands once for all entries with the same hash in the
/// table `attachment` (exchange.md §8.2), encrypted.
inline constexpr FieldDef kFields[] = {
    {"household_id", u"户", "Household", FieldType::Ref, "household", Sensitivity::N, u"", u"", 0, kRequired | kIndexed | kLocalOnly},
    {"title", u"标题", "Title", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kRequired, "attachment"},
    {"kind", u"材料类型", "Kind of paper", FieldType::Code, "attachment_kind", Sensitivity::P, u"", u"", 0, kNone, "attachment"},
    {"taken_on", u"形成日期", "Date of the paper", FieldType::Date, "", Sensitivity::N, u"", u"", 0, kNone, "attachment"},
    {"member_id", u"涉及成员", "About the member", FieldType::Ref, "member", Sensitivity::P, u"", u"", 0, kNone, "attachment"},
    {"remark", u"备注", "Note", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kMultiline, "attachment"},
    {"file_name", u"文件名", "File name", FieldType::Text, "", Sensitivity::P, u"", u"", 0, kLocalOnly},
    {"media_type", u"文件类型", "File type", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"bytes", u"字节数", "Bytes", FieldType::Int, "", Sensitivity::N, u"", u"", 0, kLocalOnly},
    {"content_hash", u"内容指纹", "Fingerprint of the content", FieldType::Text, "", Sensitivity::N, u"", u"", 0, kIndexed | kLocalOnly},
};

consteval FieldRef f(std::string_view id)
{
    return fieldRefIn(Entity::Attachment, kFields, id);
}

} // namespace ffp::attachment
