// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/qualityreader.h"

#include "core/domain/field.h"
#include "core/policy/rulereader.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;
using namespace rulereader;

namespace {

/// "member.id_no": the field that a finding leads to.
void readField(const JsonNode &node, PolicyRule &rule)
{
    rule.field = node.text("field");
    const EntityDef *entity = entityById(rule.field.section(u'.', 0, 0).toStdString());
    if (!entity || !fieldById(entity->entity, rule.field.section(u'.', 1).toStdString()))
        node.child("field").fault(u"no such field: "_s + rule.field);
}

void readPredicate(const JsonNode &node, const Context &context, const PolicyPack &pack,
                   const std::vector<EvidenceColumn> &columns, PolicyRule &rule)
{
    node.allowOnly({"id", "title", "level", "field", "source", "uses", "parameters", "sql", "evidence",
                    "message", "limits"});
    rule.evaluate = true;
    rule.sql = node.lines("sql");
    rule.limits = node.localText("limits", false);
    QStringList names;
    readUses(node, pack.parameters(), rule, names);
    readOwnParameters(node, context, rule.source, rule, names);
    for (const QString &id : node.texts("evidence")) {
        const auto column = std::find_if(columns.begin(), columns.end(),
                                         [&id](const EvidenceColumn &c) { return c.column == id; });
        if (column == columns.end())
            node.child("evidence").fault(u"no such column in this file: "_s + id);
        else
            rule.evidence.push_back(*column);
        claimName(node.child("evidence"), id, names);
    }
    readMessage(node, rule, names);
}

PolicyRule readRule(const JsonNode &node, const Context &context, const PolicyPack &pack,
                    const std::vector<EvidenceColumn> &columns)
{
    PolicyRule rule;
    rule.id = node.pattern("id", "DQ-[0-9]{3,4}");
    rule.title = node.localText("title", true);
    rule.level = node.oneOf("level", {u"E"_s, u"W"_s, u"H"_s});
    rule.source = node.text("source");
    readField(node, rule);
    if (!node.has("not_evaluated")) {
        readPredicate(node, context, pack, columns, rule);
    } else { // what is not evaluated has no SQL that nobody tests
        node.allowOnly({"id", "title", "level", "field", "source", "not_evaluated"});
        rule.notEvaluated = node.localText("not_evaluated", true);
    }
    return rule;
}

} // namespace

Result<std::vector<PolicyRule>> QualityReader::read(const QByteArray &json, const PolicyPack &pack)
{
    std::vector<PackFault> faults;
    const JsonNode root(objectIn(json, faults), {}, faults);
    if (!faults.empty())
        return refusal(faults, QLatin1String(kFile));
    root.allowOnly({"format", "columns", "rules"});
    root.integer("format", kFormat, kFormat);
    std::vector<EvidenceColumn> columns;
    QStringList names;
    root.each("columns", true, [&](const JsonNode &node) {
        columns.push_back(readEvidence(node));
        claimName(node.child("column"), columns.back().column, names);
    });
    const Context context{{}, pack.effectiveFrom(), faults};
    std::vector<PolicyRule> rules;
    QStringList ids;
    QStringList used;
    root.each("rules", true, [&](const JsonNode &node) {
        rules.push_back(readRule(node, context, pack, columns));
        claimName(node.child("id"), rules.back().id, ids);
        for (const EvidenceColumn &column : rules.back().evidence)
            used.append(column.column);
    });
    for (const QString &name : std::as_const(names))
        if (!used.contains(name))
            root.child("columns").fault(u"no rule gives this column: "_s + name);
    if (!faults.empty())
        return refusal(faults, QLatin1String(kFile));
    return rules;
}

} // namespace ffp
