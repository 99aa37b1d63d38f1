// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/conditionwords.h"

#include "core/domain/codelist.h"
#include "core/store/tablescan.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The subject that a condition speaks of, and its column; null when one of them is not known.
struct Meant {
    std::optional<Entity> entity;
    const ScanColumn *column = nullptr;
};

Meant meantBy(const Condition &condition, const QString &subject)
{
    Meant meant;
    meant.entity = TableScan::subjectNamed(condition.entity.isEmpty() ? subject : condition.entity);
    if (meant.entity)
        meant.column = TableScan::columnNamed(*meant.entity, condition.field);
    return meant;
}

} // namespace

QString valueInWords(const FieldDef &field, const QString &value, Language language)
{
    if (field.type != FieldType::Code && field.type != FieldType::Codes && field.type != FieldType::Bool)
        return value;
    const ParsedValue parsed = parseValue(field, value);
    return parsed.value.isBlank() ? value : displayText(field, parsed.value, language);
}

QString valueInCode(const FieldDef &field, const QString &text)
{
    if (field.type == FieldType::Bool)
        for (const bool yes : {true, false})
            for (const Language language : {Language::Chinese, Language::English})
                if (text.compare(displayText(field, Value(yes), language), Qt::CaseInsensitive) == 0)
                    return yes ? u"1"_s : u"0"_s;
    const CodeList *list = codeList(field.list);
    if (!list)
        return text;
    for (const Code &code : list->codes)
        if (text == QStringView(code.label)
            || text.compare(QLatin1String(code.english), Qt::CaseInsensitive) == 0)
            return QLatin1String(code.code);
    return text;
}

QString conditionInWords(const QString &where, const QString &subject, Language language)
{
    const auto conditions = readConditions(where);
    if (!conditions)
        return where.trimmed();
    const bool chinese = language == Language::Chinese;
    QStringList parts;
    for (Condition condition : *conditions) {
        const Meant meant = meantBy(condition, subject);
        if (meant.entity && !condition.entity.isEmpty())
            condition.entity = chinese ? QString::fromUtf16(entityDef(*meant.entity).label)
                                       : QString::fromUtf8(entityDef(*meant.entity).english);
        if (meant.column) {
            condition.field = fieldLabel(meant.column->shape, language);
            for (QString &value : condition.values)
                value = valueInWords(meant.column->shape, value, language);
        }
        QString text = conditionText({condition});
        if (condition.none && chinese)
            text.replace(0, 3, u"没有 "_s);
        parts << text;
    }
    return parts.join(chinese ? u" 且 "_s : u" and "_s);
}

QString conditionInIds(const QString &typed, const QString &subject)
{
    auto conditions = readConditions(typed);
    if (!conditions)
        return typed.trimmed();
    for (Condition &condition : *conditions) {
        const Meant meant = meantBy(condition, subject);
        if (meant.entity && !condition.entity.isEmpty())
            condition.entity = QString::fromLatin1(entityDef(*meant.entity).id);
        if (!meant.column)
            continue;
        condition.field = meant.column->id;
        for (QString &value : condition.values)
            value = valueInCode(meant.column->shape, value);
    }
    return conditionText(*conditions);
}

} // namespace ffp
