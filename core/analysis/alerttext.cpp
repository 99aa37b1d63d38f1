// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/alerttext.h"

#include "core/base/money.h"
#include "core/domain/sensitivity.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kNothing = u"—"_s;

QString raw(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString yuan(qint64 fen, bool chinese)
{
    return Money::fromFen(fen).toYuanText() + (chinese ? u"元"_s : u" yuan"_s);
}

QString evidenceText(const PolicyPack &pack, const EvidenceColumn &column, const QJsonValue &value,
                     bool chinese)
{
    if (value.isNull() || value.isUndefined())
        return kNothing;
    switch (column.format) {
    case EvidenceColumn::Format::Money: return yuan(value.toInteger(), chinese);
    case EvidenceColumn::Format::Percent: return raw(value) + u'%';
    case EvidenceColumn::Format::Code: {
        const QString name = pack.codeName(column.list, value.toString(), chinese);
        return name.isEmpty() ? value.toString() : name;
    }
    case EvidenceColumn::Format::Count:
    case EvidenceColumn::Format::Date:
    case EvidenceColumn::Format::Month:
    case EvidenceColumn::Format::Text: return raw(value);
    }
    return raw(value);
}

QString parameterText(const PolicyParameter &parameter, const QJsonValue &value, bool chinese)
{
    switch (parameter.type) {
    case ParameterType::Money: return yuan(value.toInteger(), chinese);
    case ParameterType::Decimal: {
        QString text = decimalToText(value.toInteger(), parameter.scale);
        while (text.contains(u'.') && (text.endsWith(u'0') || text.endsWith(u'.')))
            text.chop(1);
        return text + (chinese || parameter.unit == u"%"_s ? parameter.unit : QString());
    }
    case ParameterType::Integer:
        return raw(value) + (chinese || parameter.unit == u"%"_s ? parameter.unit : QString());
    case ParameterType::List:
        return value.toString().split(u',', Qt::SkipEmptyParts).join(chinese ? u"、"_s : u", "_s);
    case ParameterType::Bool: return value.toInteger() ? u"1"_s : u"0"_s;
    case ParameterType::Text: return value.toString();
    }
    return raw(value);
}

} // namespace

AlertText alertText(const PolicyPack &pack, const QString &ruleId, const QByteArray &evidence, bool chinese,
                    AlertSight sight)
{
    const QJsonObject all = QJsonDocument::fromJson(evidence).object();
    const QJsonObject found = all.value(u"v"_s).toObject();
    const QJsonObject parameters = all.value(u"p"_s).toObject();
    AlertText text;
    const auto hidden = [&text, sight](bool sensitive, const QString &value) {
        if (!sensitive || sight == AlertSight::Plain || value.isEmpty() || value == kNothing)
            return value;
        text.masked = true;
        return u"***"_s;
    };
    const PolicyRule *rule = pack.rule(ruleId);
    if (!rule || !rule->evaluate || all.isEmpty()) {
        for (const QJsonObject &part : {found, parameters})
            for (auto it = part.begin(); it != part.end(); ++it)
                text.values.emplace_back(it.key(), hidden(namesSensitiveField(it.key()), raw(it.value())));
        text.message = rule ? rule->title.in(chinese) : ruleId;
        return text;
    }
    QHash<QString, QString> fields;
    for (const EvidenceColumn &column : rule->evidence) {
        const QString value = hidden(column.sensitive,
                                     evidenceText(pack, column, found.value(column.column), chinese));
        fields.insert(column.column, value);
        text.values.emplace_back(column.label.in(chinese), value);
    }
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const PolicyParameter *parameter = pack.ruleParameter(*rule, it.key());
        const QString value = parameter ? parameterText(*parameter, it.value(), chinese) : raw(it.value());
        fields.insert(it.key(), value);
        text.values.emplace_back(parameter ? parameter->title.in(chinese) : it.key(), value);
    }
    const QString &form = rule->message.in(chinese);
    for (qsizetype at = 0; at < form.size();) {
        const qsizetype open = form.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : form.indexOf(u'}', open);
        if (close < 0) {
            text.message += QStringView(form).mid(at);
            break;
        }
        text.message += QStringView(form).mid(at, open - at);
        text.message += fields.value(form.mid(open + 1, close - open - 1), kNothing);
        at = close + 1;
    }
    return text;
}

} // namespace ffp
