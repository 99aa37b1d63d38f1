// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fieldtext.h"

#include "core/base/clock.h"
#include "ui/common/translations.h"

#include <QDateTime>

namespace ffp::ui {
namespace {

constexpr std::pair<const char16_t *, const char *> kUnits[] = {
    {u"元", "yuan"},
    {u"亩", "mu"},
    {u"人", "persons"},
    {u"元/人", "yuan per person"},
    {u"月", "months"},
    {u"平方米", "m²"},
    {u"分钟", "min"},
    {u"升/人·天", "l per person and day"},
    {u"公里", "km"},
    {u"天", "days"},
    {u"个月", "months"},
    {u"年", "years"},
    {u"周岁", "years old"},
    {u"工作日", "working days"},
    {u"元/人·年", "yuan per person and year"},
    {u"升", "l"},
    {u"个", "items"},
};

QString pick(const char16_t *chinese, const char *english)
{
    return chineseLabels() ? QString::fromUtf16(chinese) : QString::fromUtf8(english);
}

} // namespace

Language windowLanguage()
{
    return chineseLabels() ? Language::Chinese : Language::English;
}

QString fieldLabel(const FieldDef &field)
{
    return pick(field.label, field.english);
}

QString fieldUnit(const FieldDef &field)
{
    return unitText(QString::fromUtf16(field.unit));
}

QString unitText(const QString &unit)
{
    if (chineseLabels())
        return unit;
    for (const auto &[chinese, english] : kUnits)
        if (unit == QString::fromUtf16(chinese))
            return QString::fromUtf8(english);
    return unit;
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

QString codeText(const char *list, const QString &code)
{
    const CodeList *known = codeList(list);
    const Code *entry = known ? findCode(*known, code) : nullptr;
    return entry ? codeLabel(*entry) : code;
}

QString valueText(const FieldDef &field, const Value &value)
{
    return displayText(field, value, windowLanguage());
}

QString maskedValueText(const FieldDef &field, const Value &value)
{
    return maskedText(field, value, windowLanguage());
}

QString instantText(qint64 utcMs)
{
    return localTime(utcMs).toString(QStringLiteral("yyyy-MM-dd hh:mm"));
}

} // namespace ffp::ui
