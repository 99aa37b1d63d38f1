// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/condition.h"

#include "core/base/about.h"
#include "core/domain/valuetext.h"

#include <QRegularExpression>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Sign {
    const char16_t *text;
    Compare compare;
};
/// Longer ones first.
constexpr Sign kSigns[] = {
    {u"<=", Compare::LessOrEqual}, {u">=", Compare::GreaterOrEqual}, {u"!=", Compare::Unequal},
    {u"包含", Compare::Contains},  {u"=", Compare::Equal},           {u"<", Compare::Less},
    {u">", Compare::Greater},      {u"~", Compare::Contains},        {u"＝", Compare::Equal},
    {u"＞", Compare::Greater},     {u"＜", Compare::Less},           {u"≥", Compare::GreaterOrEqual},
    {u"≤", Compare::LessOrEqual},  {u"≠", Compare::Unequal},         {u"～", Compare::Contains},
};

Compare compareOf(const QString &sign)
{
    for (const Sign &known : kSigns)
        if (sign == QStringView(known.text))
            return known.compare;
    return Compare::Equal;
}

/// One comparison from where it is applied, up to "and" or the end.
const QRegularExpression &comparison()
{
    static const QRegularExpression form = [] {
        QStringList signs;
        for (const Sign &sign : kSigns)
            signs << QString::fromUtf16(sign.text);
        return QRegularExpression(
            u"\\s*([^<>=!~＝＞＜≥≤≠～]+?)\\s*(%1)(?:\\s*\"([^\"]*)\"|\\s*'([^']*)'|(.*?))(?:\\s+and\\s+|\\s*(?:并且|且)\\s*|\\s*$)"_s
                .arg(signs.join(u'|')),
            QRegularExpression::CaseInsensitiveOption);
    }();
    return form;
}

/// "no visit.visited_on" in its parts.
void readName(const QString &typed, Condition &condition)
{
    static const QRegularExpression path(u"^(?:(no\\s+|没有\\s*|无\\s*))?([^.．]+)[.．](.+)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = path.match(typed);
    if (!match.hasMatch()) {
        condition.field = typed;
        return;
    }
    condition.none = !match.captured(1).isEmpty();
    condition.entity = match.captured(2).trimmed();
    condition.field = match.captured(3).trimmed();
}

Error badCondition(const char *why, const QString &field)
{
    return Error{ErrorKind::InvalidArgument, aboutField({}, field), {QString::fromLatin1(why)}, {}};
}

/// Orders two values of one field; numbers by size, texts (and so dates) by their signs.
bool isLess(const Value &a, const Value &b)
{
    const qint64 *left = std::get_if<qint64>(&a.data());
    const qint64 *right = std::get_if<qint64>(&b.data());
    return left && right ? *left < *right : a.toText() < b.toText();
}

} // namespace

const char *compareSign(Compare compare)
{
    switch (compare) {
    case Compare::Equal: return "=";
    case Compare::Unequal: return "!=";
    case Compare::Less: return "<";
    case Compare::LessOrEqual: return "<=";
    case Compare::Greater: return ">";
    case Compare::GreaterOrEqual: return ">=";
    case Compare::Contains: return "~";
    }
    return "=";
}

Result<std::vector<Condition>> readConditions(const QString &text)
{
    std::vector<Condition> conditions;
    qsizetype at = 0;
    while (at < text.size()) {
        if (QStringView(text).mid(at).trimmed().isEmpty() && conditions.empty())
            break;
        const QRegularExpressionMatch match = comparison()
                                                  .match(text, at, QRegularExpression::NormalMatch,
                                                         QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return fail(badCondition("bad_condition", text.mid(at).trimmed()));
        Condition condition;
        readName(match.captured(1).trimmed(), condition);
        condition.compare = compareOf(match.captured(2));
        if (match.hasCaptured(3) && match.capturedStart(3) >= 0)
            condition.values << match.captured(3);
        else if (match.hasCaptured(4) && match.capturedStart(4) >= 0)
            condition.values << match.captured(4);
        else
            for (const QString &value : match.captured(5).split(QRegularExpression(u"[|｜]"_s)))
                condition.values << value.trimmed();
        condition.values.removeAll(QString());
        if (condition.values.isEmpty() && condition.compare != Compare::Equal
            && condition.compare != Compare::Unequal)
            return fail(badCondition("bad_value", condition.field));
        conditions.push_back(std::move(condition));
        at = match.capturedEnd();
    }
    return conditions;
}

QString conditionText(const std::vector<Condition> &conditions)
{
    static const QRegularExpression special(u"[<>=!~|＝＞＜≥≤≠～｜且]|\\band\\b|包含"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QStringList parts;
    for (const Condition &condition : conditions) {
        QString value = condition.values.join(u'|');
        if (condition.values.size() == 1 && value.contains(special))
            value = value.contains(u'"') ? u'\'' + value + u'\'' : u'"' + value + u'"';
        QString name = condition.entity.isEmpty() ? condition.field
                                                  : condition.entity + u'.' + condition.field;
        if (condition.none)
            name.prepend(u"no "_s);
        parts << u"%1 %2 %3"_s.arg(name, QLatin1String(compareSign(condition.compare)), value).trimmed();
    }
    return parts.join(u" and "_s);
}

Result<ValueTest> ValueTest::make(const FieldDef &field, const Condition &condition)
{
    ValueTest test;
    test.m_compare = condition.compare;
    test.m_blank = condition.values.isEmpty();
    const QString name = QString::fromLatin1(field.id);
    const bool ordered = condition.compare != Compare::Equal && condition.compare != Compare::Unequal
                         && condition.compare != Compare::Contains;
    if (ordered && condition.values.size() != 1)
        return fail(badCondition("bad_value", name));
    const bool parts = condition.compare == Compare::Contains && field.type != FieldType::Codes;
    for (const QString &text : condition.values) {
        if (parts || field.type == FieldType::TextList) {
            test.m_parts << text;
            continue;
        }
        ParsedValue parsed = parseValue(field, text);
        if (parsed.fault || parsed.value.isBlank())
            return fail(badCondition("bad_value", name));
        test.m_values.push_back(std::move(parsed.value));
    }
    return test;
}

bool ValueTest::equalsOne(const Value &value) const
{
    if (std::holds_alternative<QStringList>(value.data()) && !m_parts.isEmpty())
        return std::ranges::any_of(value.toList(),
                                   [this](const QString &item) { return m_parts.contains(item); });
    return std::ranges::find(m_values, value) != m_values.end();
}

bool ValueTest::containsOne(const Value &value) const
{
    const QStringList list = value.toList();
    for (const Value &wanted : m_values)
        if (std::ranges::all_of(wanted.toList(),
                                [&list](const QString &code) { return list.contains(code); }))
            return true;
    const QString text = list.isEmpty() ? value.toText() : list.join(u'\n');
    return std::ranges::any_of(m_parts, [&text](const QString &part) {
        return text.contains(part, Qt::CaseInsensitive);
    });
}

bool ValueTest::operator()(const Value &value) const
{
    if (m_blank)
        return value.isBlank() == (m_compare == Compare::Equal);
    switch (m_compare) {
    case Compare::Equal: return equalsOne(value);
    case Compare::Unequal: return !equalsOne(value);
    case Compare::Contains: return !value.isBlank() && containsOne(value);
    case Compare::Less: return !value.isBlank() && isLess(value, m_values.front());
    case Compare::LessOrEqual: return !value.isBlank() && !isLess(m_values.front(), value);
    case Compare::Greater: return !value.isBlank() && isLess(m_values.front(), value);
    case Compare::GreaterOrEqual: return !value.isBlank() && !isLess(value, m_values.front());
    }
    return false;
}

} // namespace ffp
