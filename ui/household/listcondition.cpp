// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/listcondition.h"

#include "core/services/registryservice.h"
#include "ui/common/fieldtext.h"
#include "ui/models/householdlistmodel.h"

#include <QRegularExpression>
#include <QStringList>

namespace ffp::ui {
namespace {

QString withAsciiSigns(QString text)
{
    constexpr std::pair<const char16_t *, const char16_t *> kSigns[] = {
        {u"＝", u"="}, {u"＞", u">"}, {u"＜", u"<"}, {u"≥", u">="},
        {u"≤", u"<="}, {u"≠", u"!="}, {u"～", u"~"}, {u"包含", u"~"},
    };
    for (const auto &[from, to] : kSigns)
        text.replace(QString::fromUtf16(from), QString::fromUtf16(to));
    return text;
}

QString columnId(const QString &word)
{
    for (const ListColumn &column : RegistryService::columns())
        if (word == QString::fromUtf16(column.label)
            || word.compare(QString::fromUtf8(column.english), Qt::CaseInsensitive) == 0)
            return QLatin1String(column.id);
    return word;
}

const QRegularExpression &jointForm()
{
    static const QRegularExpression joint(QStringLiteral("\\s+and\\s+|\\s*(?:并且|且)\\s*"),
                                          QRegularExpression::CaseInsensitiveOption);
    return joint;
}

const QRegularExpression &comparisonForm()
{
    static const QRegularExpression form(QStringLiteral("^\\s*(.*?)\\s*(<=|>=|!=|=|<|>|~)(.*)$"));
    return form;
}

/// Of a stored code; anything else as it is.
QString valueInWords(const QString &column, const QString &value)
{
    const int field = fieldIndex(Entity::Household, column.toStdString());
    if (field < 0)
        return value;
    const FieldDef &def = fieldDef({Entity::Household, static_cast<quint16>(field)});
    return def.type == FieldType::Code || def.type == FieldType::Codes ? codeText(def.list, value) : value;
}

QString columnInWords(const QString &id)
{
    const ListColumn *column = listColumn(id);
    return column ? listColumnLabel(*column) : id;
}

} // namespace

bool isCondition(const QString &typed)
{
    static const QRegularExpression comparison(QStringLiteral("[=<>~]"));
    return withAsciiSigns(typed).contains(comparison);
}

QString conditionWithIds(const QString &typed)
{
    QStringList parts;
    const QStringList pieces = withAsciiSigns(typed).split(jointForm());
    for (const QString &piece : pieces) {
        const QRegularExpressionMatch match = comparisonForm().match(piece);
        parts << (match.hasMatch() ? columnId(match.captured(1)) + u' ' + match.captured(2) + u' '
                                         + match.captured(3).trimmed()
                                   : piece.trimmed());
    }
    return parts.join(QStringLiteral(" and "));
}

QString conditionInWords(const QString &where)
{
    QStringList parts;
    const QStringList pieces = where.split(jointForm());
    for (const QString &piece : pieces) {
        const QRegularExpressionMatch match = comparisonForm().match(piece);
        if (!match.hasMatch()) {
            parts << piece.trimmed();
            continue;
        }
        const QString column = match.captured(1);
        parts << QStringLiteral("%1 %2 %3")
                     .arg(columnInWords(column), match.captured(2),
                          valueInWords(column, match.captured(3).trimmed()));
    }
    return parts.join(windowLanguage() == Language::Chinese ? QStringLiteral(" 且 ")
                                                            : QStringLiteral(" and "));
}

} // namespace ffp::ui
