// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fieldtext.h"

#include "ui/common/translations.h"

namespace ffp::ui {
namespace {

QString pick(const char16_t *chinese, const char *english)
{
    return chineseLabels() ? QString::fromUtf16(chinese) : QString::fromUtf8(english);
}

} // namespace

QString fieldLabel(const FieldDef &field)
{
    return pick(field.label, field.english);
}

QString fieldUnit(const FieldDef &field)
{
    return QString::fromUtf16(field.unit);
}

QString codeLabel(const Code &code)
{
    return pick(code.label, code.english);
}

QString entityLabel(const EntityDef &entity)
{
    return pick(entity.label, entity.english);
}

QString groupLabel(const FieldGroup &group)
{
    return pick(group.label, group.english);
}

} // namespace ffp::ui
