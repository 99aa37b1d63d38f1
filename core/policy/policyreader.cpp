// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policyreader.h"

#include "core/domain/codelist.h"
#include "core/domain/sensitivity.h"
#include "core/policy/jsonnode.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char kIdentifier[] = "[a-z][a-z0-9_]*";

/// What all parts of one pack are checked against.
struct Context {
    QStringList clauses;
    QDate start;
    std::vector<PackFault> &faults;
};

bool codeExists(const QString &list, const QString &code)
{
    const CodeList *known = codeList(list.toStdString());
    return known && findCode(*known, code);
}

/// Mark, clauses and source belong together: the policy is cited by clause, everything else by source.
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

PolicyParameter readParameter(const JsonNode &node, const Context &context)
{
    node.allowOnly({"id", "title", "type", "scale", "unit", "value", "values", "mark", "clauses", "source"});
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
    parameter.mark = readBasis(node, context, &parameter.clauses, &parameter.source);
    if (PolicyReader::builtInParameters().contains(parameter.id))
        node.child("id").fault(u"this name is built in"_s);
    if (node.has("values")) {
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
    } else {
        parameter.values.push_back({context.start, readValue(node, parameter)});
    }
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

void readEvaluation(const JsonNode &node, const Context &context, const std::vector<PolicyParameter> &ofPack,
                    PolicyRule &rule)
{
    rule.sql = node.lines("sql");
    if (node.has("closing"))
        rule.closing = node.oneOf("closing", {u"automatic"_s, u"by_person"_s}) == u"by_person"_s
                           ? PolicyRule::Closing::ByPerson
                           : PolicyRule::Closing::Automatic;
    rule.limits = node.localText("limits", false);
    QStringList names;
    rule.uses = node.texts("uses");
    for (const QString &used : std::as_const(rule.uses)) {
        if (std::none_of(ofPack.begin(), ofPack.end(),
                         [&](const PolicyParameter &p) { return p.id == used; }))
            node.child("uses").fault(u"the pack has no parameter "_s + used);
        names.append(used);
    }
    node.each("parameters", false, [&](const JsonNode &child) {
        rule.parameters.push_back(readParameter(child, context));
        if (names.contains(rule.parameters.back().id))
            child.child("id").fault(u"duplicate id "_s + rule.parameters.back().id);
        names.append(rule.parameters.back().id);
    });
    node.each("evidence", true, [&](const JsonNode &child) {
        rule.evidence.push_back(readEvidence(child));
        if (names.contains(rule.evidence.back().column))
            child.child("column").fault(u"duplicate name "_s + rule.evidence.back().column);
        names.append(rule.evidence.back().column);
    });
    rule.message = node.localText("message", true);
    checkMessage(node.child("message"), rule, names);
}

PolicyRule readRule(const JsonNode &node, const Context &context, const std::vector<PolicyParameter> &ofPack)
{
    PolicyRule rule;
    rule.evaluate = node.boolean("evaluate", true);
    if (rule.evaluate)
        node.allowOnly({"id", "name", "title", "level", "mark", "clauses", "source", "evaluate", "closing",
                        "uses", "parameters", "sql", "evidence", "message", "limits"});
    else // what is not evaluated has no SQL that nobody tests
        node.allowOnly({"id", "name", "title", "level", "mark", "clauses", "source", "evaluate",
                        "not_evaluated", "parameters"});
    rule.id = node.pattern("id", "RF-[0-9]{2,3}");
    rule.name = node.pattern("name", kIdentifier);
    rule.title = node.localText("title", true);
    rule.level = node.oneOf("level", {u"red"_s, u"orange"_s, u"yellow"_s, u"off"_s});
    rule.mark = readBasis(node, context, &rule.clauses, &rule.source);
    if (rule.evaluate) {
        if (rule.isOff())
            node.child("evaluate").fault(u"a rule that is off is not evaluated"_s);
        readEvaluation(node, context, ofPack, rule);
    } else {
        rule.notEvaluated = node.localText("not_evaluated", true);
        node.each("parameters", false,
                  [&](const JsonNode &child) { rule.parameters.push_back(readParameter(child, context)); });
        refuseRepeats(rule.parameters, node.child("parameters"));
    }
    return rule;
}

FundBan readBan(const JsonNode &node, const Context &context)
{
    node.allowOnly({"id", "title", "class", "sources", "active", "mark", "clauses", "source"});
    FundBan ban;
    ban.id = node.pattern("id", "[A-Z]+-[0-9]+");
    ban.title = node.localText("title", true);
    ban.monitorClass = node.text("class");
    if (!codeExists(u"monitor_class"_s, ban.monitorClass))
        node.child("class").fault(u"no such class: "_s + ban.monitorClass);
    ban.sources = node.texts("sources");
    for (const QString &source : std::as_const(ban.sources))
        if (!codeExists(u"fund_source"_s, source))
            node.child("sources").fault(u"no such fund source: "_s + source);
    if (ban.sources.isEmpty())
        node.child("sources").fault(u"must not be empty"_s);
    ban.active = node.boolean("active", true);
    QString source;
    readBasis(node, context, &ban.clauses, &source);
    return ban;
}

} // namespace

const QStringList &PolicyReader::builtInParameters()
{
    static const QStringList names{u"month_start"_s, u"month_end"_s, u"year"_s, u"school_start"_s};
    return names;
}

Result<PolicyPack> PolicyReader::read(const QByteArray &json, const QString &fileName)
{
    std::vector<PackFault> faults;
    const auto refuse = [&]() {
        Error error = Error::of(ErrorKind::PolicyPackInvalid);
        error.subject.file = fileName;
        error.args = {faults.front().path, faults.front().why};
        QStringList all;
        for (const PackFault &fault : faults)
            all.append(fault.path + u": "_s + fault.why);
        error.detail = all.join(u'\n');
        return fail(error);
    };
    if (json.size() > kMaxBytes) {
        faults.push_back({{}, u"greater than a policy pack can be"_s});
        return refuse();
    }
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError || !document.isObject()) {
        const qsizetype line = json.left(parseError.offset).count('\n') + 1;
        faults.push_back({u"line %1"_s.arg(line), parseError.error == QJsonParseError::NoError
                                                      ? u"must be an object"_s
                                                      : parseError.errorString()});
        return refuse();
    }

    const JsonNode root(document.object(), {}, faults);
    root.allowOnly({"format", "id", "version", "title", "document", "effective_from", "jurisdiction",
                    "clauses", "classes", "names", "codes_off", "parameters", "fund_bans", "rules"});
    root.integer("format", kFormat, kFormat);
    PolicyPack pack;
    pack.m_id = root.pattern("id", "[a-z][a-z0-9-]*");
    pack.m_version = root.pattern("version", "[0-9]+(\\.[0-9]+)*");
    pack.m_title = root.localText("title", true);
    pack.m_document = root.text("document");
    pack.m_effectiveFrom = root.date("effective_from");
    pack.m_jurisdiction = root.pattern("jurisdiction", "[0-9]{12}");

    Context context{{}, pack.m_effectiveFrom, faults};
    root.each("clauses", true, [&](const JsonNode &node) {
        node.allowOnly({"id", "title", "text"});
        const QString id = node.text("id");
        if (context.clauses.contains(id))
            node.child("id").fault(u"duplicate id "_s + id);
        context.clauses.append(id);
        pack.m_clauseTitles.insert(id, node.text("title"));
        pack.m_clauseTexts.insert(id, node.text("text"));
    });
    root.each("classes", true, [&](const JsonNode &node) {
        node.allowOnly({"code", "name", "mark", "clauses", "source"});
        const QString code = node.text("code");
        if (!codeExists(u"monitor_class"_s, code))
            node.child("code").fault(u"no such class: "_s + code);
        if (pack.m_classes.contains(code))
            node.child("code").fault(u"duplicate id "_s + code);
        pack.m_classes.append(code);
        pack.m_codeNames.insert(u"monitor_class."_s + code, node.localText("name", true));
        QStringList clauses;
        QString source;
        readBasis(node, context, &clauses, &source);
    });
    root.each("names", false, [&](const JsonNode &node) {
        node.allowOnly({"list", "code", "name"});
        const QString list = node.text("list");
        const QString code = node.text("code");
        if (!codeExists(list, code))
            node.child("code").fault(u"no such code: %1 in %2"_s.arg(code, list));
        const QString key = list + u'.' + code;
        if (pack.m_codeNames.contains(key))
            node.fault(u"named twice: "_s + key);
        pack.m_codeNames.insert(key, node.localText("name", true));
    });
    root.each("codes_off", false, [&](const JsonNode &node) {
        node.allowOnly({"list", "codes"});
        const QString list = node.text("list");
        const QStringList codes = node.texts("codes");
        for (const QString &code : codes) {
            if (!codeExists(list, code))
                node.child("codes").fault(u"no such code: %1 in %2"_s.arg(code, list));
            pack.m_codesOff.append(list + u'.' + code);
        }
    });
    root.each("parameters", true,
              [&](const JsonNode &node) { pack.m_parameters.push_back(readParameter(node, context)); });
    refuseRepeats(pack.m_parameters, root.child("parameters"));
    root.each("fund_bans", false,
              [&](const JsonNode &node) { pack.m_fundBans.push_back(readBan(node, context)); });
    root.each("rules", true, [&](const JsonNode &node) {
        PolicyRule rule = readRule(node, context, pack.m_parameters);
        if (pack.rule(rule.id))
            node.child("id").fault(u"duplicate id "_s + rule.id);
        pack.m_rules.push_back(std::move(rule));
    });
    if (!faults.empty())
        return refuse();
    return pack;
}

} // namespace ffp
