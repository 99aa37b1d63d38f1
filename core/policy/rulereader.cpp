// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/rulereader.h"

#include "core/domain/codelist.h"
#include "core/domain/sensitivity.h"
#include "core/policy/policyreader.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace ffp::rulereader {

using namespace Qt::Literals::StringLiterals;

namespace {

Value readValue(const JsonNode &holder, const PolicyParameter &parameter)
{
    const JsonNode node = holder.child("value");
    const QJsonValue &json = node.value();
    if (!holder.has("value")) {
        node.fault(u"missing (null for a blank value)"_s);
        return {};
    }
    if (json.isNull())
        return {};
    if (parameter.type == ParameterType::Bool) {
        if (!json.isBool())
            node.fault(u"must be true, false or null"_s);
        return Value(json.toBool());
    }
    if (parameter.type == ParameterType::List) {
        QStringList list = holder.texts("value");
        return Value(list);
    }
    // Numbers are texts in the file: JSON numbers are binary fractions, 1.2 would not be 1.2.
    if (!json.isString()) {
        node.fault(u"must be a text or null"_s);
        return {};
    }
    const auto value = parameter.parse(json.toString());
    if (!value || value->isBlank()) {
        node.fault(u"not a value of this type: "_s + json.toString());
        return {};
    }
    return *value;
}

void readValues(const JsonNode &node, const Context &context, PolicyParameter &parameter)
{
    if (!node.has("values")) {
        parameter.values.push_back({context.start, readValue(node, parameter)});
        return;
    }
    if (node.has("value"))
        node.child("value").fault(u"either value or values"_s);
    node.each("values", true, [&](const JsonNode &dated) {
        dated.allowOnly({"from", "value"});
        const QDate from = dated.date("from");
        if (!parameter.values.empty() && from.isValid() && parameter.values.back().from >= from)
            dated.child("from").fault(u"dates must ascend"_s);
        parameter.values.push_back({from, readValue(dated, parameter)});
    });
    if (parameter.values.empty())
        node.child("values").fault(u"must not be empty"_s);
}

/// Fields "{…}" of a message must be evidence or parameters.
void checkMessage(const JsonNode &node, const PolicyRule &rule, const QStringList &names)
{
    static const QRegularExpression field(u"\\{([^{}]*)\\}"_s);
    for (const QString &text : {rule.message.zh, rule.message.en}) {
        auto it = field.globalMatch(text);
        QString rest = text;
        while (it.hasNext()) {
            const auto match = it.next();
            rest.remove(match.captured(0));
            if (!names.contains(match.captured(1)))
                node.fault(u"no evidence column or parameter "_s + match.captured(0));
        }
        if (rest.contains(u'{') || rest.contains(u'}'))
            node.fault(u"unpaired brace"_s);
    }
}

} // namespace

bool codeExists(const QString &list, const QString &code)
{
    const CodeList *known = codeList(list.toStdString());
    return known && findCode(*known, code);
}

PolicyMark readBasis(const JsonNode &node, const Context &context, QStringList *clauses, QString *source)
{
    const QString mark = node.oneOf("mark", {u"policy"_s, u"local_default"_s, u"unverified"_s});
    *clauses = node.texts("clauses");
    for (const QString &clause : std::as_const(*clauses))
        if (!context.clauses.contains(clause))
            node.child("clauses").fault(u"no such clause in this pack: "_s + clause);
    *source = node.optionalText("source");
    if (mark == u"policy"_s) {
        if (clauses->isEmpty())
            node.child("clauses").fault(u"what is marked as policy must name its clause"_s);
        return PolicyMark::Policy;
    }
    if (clauses->isEmpty() && source->isEmpty())
        node.child("source").fault(u"clause or source must be named"_s);
    return mark == u"unverified"_s ? PolicyMark::Unverified : PolicyMark::LocalDefault;
}

PolicyParameter readParameter(const JsonNode &node, const Context &context, const QString &source)
{
    node.allowOnly(
        {"id", "title", "type", "scale", "unit", "words", "value", "values", "mark", "clauses", "source"});
    PolicyParameter parameter;
    parameter.id = node.pattern("id", kIdentifier);
    parameter.title = node.localText("title", true);
    static const QStringList types{u"money"_s, u"integer"_s, u"decimal"_s, u"bool"_s, u"text"_s, u"list"_s};
    parameter.type = ParameterType(types.indexOf(node.oneOf("type", types)));
    if (parameter.type == ParameterType::Decimal)
        parameter.scale = static_cast<int>(node.integer("scale", 1, 6));
    else if (node.has("scale"))
        node.child("scale").fault(u"only for decimals"_s);
    parameter.unit = node.optionalText("unit");
    node.each("words", false, [&parameter](const JsonNode &word) {
        word.allowOnly({"code", "title"});
        parameter.words.emplace_back(word.pattern("code", kIdentifier), word.localText("title", true));
    });
    if (!parameter.words.empty() && parameter.type != ParameterType::Text)
        node.child("words").fault(u"only for texts"_s);
    if (source.isEmpty() || node.has("mark"))
        parameter.mark = readBasis(node, context, &parameter.clauses, &parameter.source);
    else
        parameter.source = source;
    if (PolicyReader::builtInParameters().contains(parameter.id))
        node.child("id").fault(u"this name is built in"_s);
    readValues(node, context, parameter);
    return parameter;
}

void refuseRepeats(const std::vector<PolicyParameter> &parameters, const JsonNode &node)
{
    QStringList seen;
    for (const PolicyParameter &parameter : parameters) {
        if (seen.contains(parameter.id))
            node.fault(u"duplicate id "_s + parameter.id);
        seen.append(parameter.id);
    }
}

EvidenceColumn readEvidence(const JsonNode &node)
{
    node.allowOnly({"column", "label", "format", "list"});
    EvidenceColumn column;
    column.column = node.pattern("column", kIdentifier);
    column.sensitive = namesSensitiveField(column.column);
    column.label = node.localText("label", true);
    static const QStringList formats{u"money"_s, u"count"_s, u"percent"_s, u"date"_s,
                                     u"month"_s, u"text"_s,  u"code"_s};
    column.format = EvidenceColumn::Format(formats.indexOf(node.oneOf("format", formats)));
    if (column.format == EvidenceColumn::Format::Code) {
        column.list = node.text("list");
        if (!column.list.isEmpty() && !codeList(column.list.toStdString()))
            node.child("list").fault(u"no such code list: "_s + column.list);
    } else if (node.has("list")) {
        node.child("list").fault(u"only for codes"_s);
    }
    if (column.column == u"household"_s || column.column == u"member"_s)
        node.child("column").fault(u"this column is the record itself, not evidence"_s);
    return column;
}

void readUses(const JsonNode &node, const std::vector<PolicyParameter> &ofPack, PolicyRule &rule,
              QStringList &names)
{
    rule.uses = node.texts("uses");
    for (const QString &used : std::as_const(rule.uses)) {
        if (std::none_of(ofPack.begin(), ofPack.end(),
                         [&](const PolicyParameter &p) { return p.id == used; }))
            node.child("uses").fault(u"the pack has no parameter "_s + used);
        names.append(used);
    }
}

void claimName(const JsonNode &node, const QString &name, QStringList &names)
{
    if (names.contains(name))
        node.fault(u"duplicate name "_s + name);
    names.append(name);
}

void readOwnParameters(const JsonNode &node, const Context &context, const QString &source, PolicyRule &rule,
                       QStringList &names)
{
    node.each("parameters", false, [&](const JsonNode &child) {
        rule.parameters.push_back(readParameter(child, context, source));
        claimName(child.child("id"), rule.parameters.back().id, names);
    });
}

void readMessage(const JsonNode &node, PolicyRule &rule, const QStringList &names)
{
    rule.message = node.localText("message", true);
    checkMessage(node.child("message"), rule, names);
}

tl::unexpected<Error> refusal(const std::vector<PackFault> &faults, const QString &fileName)
{
    Error error = Error::of(ErrorKind::PolicyPackInvalid);
    error.subject.file = fileName;
    error.args = {faults.front().path, faults.front().why};
    QStringList all;
    for (const PackFault &fault : faults)
        all.append(fault.path + u": "_s + fault.why);
    error.detail = all.join(u'\n');
    return fail(error);
}

QJsonObject objectIn(const QByteArray &json, std::vector<PackFault> &faults)
{
    if (json.size() > PolicyReader::kMaxBytes) {
        faults.push_back({{}, u"greater than a policy pack can be"_s});
        return {};
    }
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject()) {
        const qsizetype line = json.left(parseError.offset).count('\n') + 1;
        faults.push_back({u"line %1"_s.arg(line), parseError.error == QJsonParseError::NoError
                                                      ? u"must be an object"_s
                                                      : parseError.errorString()});
    }
    return document.object();
}

} // namespace ffp::rulereader
