// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policyreader.h"

#include "core/policy/chainreader.h"
#include "core/policy/incomerulereader.h"
#include "core/policy/qualityreader.h"
#include "core/policy/rulereader.h"

#include <QFile>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;
using namespace rulereader;

namespace {

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
    readUses(node, ofPack, rule, names);
    readOwnParameters(node, context, {}, rule, names);
    node.each("evidence", true, [&](const JsonNode &child) {
        rule.evidence.push_back(readEvidence(child));
        claimName(child.child("column"), rule.evidence.back().column, names);
    });
    readMessage(node, rule, names);
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
    node.allowOnly({"id", "title", "class", "exit_class", "sources", "unless_causes", "active", "mark",
                    "clauses", "source"});
    FundBan ban;
    ban.id = node.pattern("id", "[A-Z]+-[0-9]+");
    ban.title = node.localText("title", true);
    const bool ofExited = node.has("exit_class");
    if (ofExited && node.has("class"))
        node.child("class").fault(u"either class or exit_class"_s);
    const char *const key = ofExited ? "exit_class" : "class";
    QString &ofClass = ofExited ? ban.exitClass : ban.monitorClass;
    ofClass = node.text(key);
    if (!codeExists(ofExited ? u"exit_class"_s : u"monitor_class"_s, ofClass))
        node.child(key).fault(u"no such class: "_s + ofClass);
    ban.sources = node.texts("sources");
    for (const QString &source : std::as_const(ban.sources))
        if (!codeExists(u"fund_source"_s, source))
            node.child("sources").fault(u"no such fund source: "_s + source);
    ban.unlessCauses = node.texts("unless_causes");
    for (const QString &cause : std::as_const(ban.unlessCauses))
        if (!codeExists(u"hardship_cause"_s, cause))
            node.child("unless_causes").fault(u"no such cause: "_s + cause);
    if (ban.sources.isEmpty())
        node.child("sources").fault(u"must not be empty"_s);
    ban.active = node.boolean("active", true);
    QString source;
    readBasis(node, context, &ban.clauses, &source);
    return ban;
}

QByteArray sharedFile(const QString &name)
{
    QFile file(u":/ffp/policy/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What the pack changes of the shared quality rules: values of parameters, and rules that it does not have.
Result<> PolicyReader::addQuality(const JsonNode &node, PolicyPack &pack)
{
    node.allowOnly({"file", "values", "off"});
    FFP_ASSIGN(pack.m_qualityRules, QualityReader::read(sharedFile(node.text("file")), pack));
    const JsonNode values = node.child("values");
    const QJsonObject changed = values.value().toObject();
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        const QByteArray key = it.key().toUtf8();
        PolicyParameter *parameter = it.key().startsWith("DQ-"_L1) ? pack.findEditable(it.key()) : nullptr;
        const auto value = parameter ? parameter->parse(it.value().toString()) : std::nullopt;
        if (!value)
            values.child(key.constData()).fault(u"no such parameter, or not a value of its type"_s);
        else
            parameter->values = {{pack.m_effectiveFrom, *value}};
    }
    const JsonNode off = node.child("off");
    for (const QString &id : off.value().toObject().keys()) {
        const auto rule = std::find_if(pack.m_qualityRules.begin(), pack.m_qualityRules.end(),
                                       [&id](const PolicyRule &one) { return one.id == id; });
        const LocalText why = off.localText(id.toUtf8().constData(), true);
        if (rule == pack.m_qualityRules.end()) {
            off.child(id.toUtf8().constData()).fault(u"no such rule"_s);
            continue;
        }
        rule->evaluate = false;
        rule->notEvaluated = why;
    }
    return {};
}

const QStringList &PolicyReader::builtInParameters()
{
    static const QStringList names{u"month_start"_s, u"month_end"_s, u"year"_s, u"school_start"_s};
    return names;
}

Result<PolicyPack> PolicyReader::read(const QByteArray &json, const QString &fileName)
{
    std::vector<PackFault> faults;
    const JsonNode root(objectIn(json, faults), {}, faults);
    if (!faults.empty())
        return refusal(faults, fileName);
    root.allowOnly({"format", "id", "version", "title", "document", "effective_from", "jurisdiction",
                    "clauses", "classes", "names", "codes_off", "parameters", "fund_bans", "income_rule_sets",
                    "conditions", "chains", "rules", "quality", "tables"});
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
    root.each("tables", false, [&](const JsonNode &node) {
        pack.m_tables.push_back(readTableDefinition(node));
        for (const QString &clause : pack.m_tables.back().clauses)
            if (!pack.m_clauseTexts.contains(clause))
                node.child("clauses").fault(u"no such clause: "_s + clause);
    });
    root.each("income_rule_sets", false, [&](const JsonNode &node) {
        IncomeRuleSet rules = readIncomeRuleSet(node, context, pack);
        if (pack.incomeRuleSet(rules.id))
            node.child("id").fault(u"duplicate id "_s + rules.id);
        pack.m_incomeRuleSets.push_back(std::move(rules));
    });
    checkChosenRuleSet(root, pack);
    root.each("conditions", false, [&](const JsonNode &node) {
        ChainCondition condition = readChainCondition(node, context);
        if (pack.condition(condition.id))
            node.child("id").fault(u"duplicate id "_s + condition.id);
        pack.m_conditions.push_back(std::move(condition));
    });
    root.each("chains", false, [&](const JsonNode &node) {
        Chain chain = readChain(node, context, pack, pack.m_conditions);
        if (pack.chain(chain.id))
            node.child("id").fault(u"duplicate id "_s + chain.id);
        pack.m_chains.push_back(std::move(chain));
    });
    root.each("rules", true, [&](const JsonNode &node) {
        PolicyRule rule = readRule(node, context, pack.m_parameters);
        if (pack.rule(rule.id))
            node.child("id").fault(u"duplicate id "_s + rule.id);
        pack.m_rules.push_back(std::move(rule));
    });
    if (!faults.empty())
        return refusal(faults, fileName);
    if (root.has("quality"))
        FFP_TRY(addQuality(root.child("quality"), pack));
    if (!faults.empty())
        return refusal(faults, fileName);
    return pack;
}

} // namespace ffp
