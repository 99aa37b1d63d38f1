// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/chainreader.h"

#include "core/domain/field.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;
using namespace rulereader;

namespace {

bool isField(Entity entity, const QString &id)
{
    return fieldById(entity, id.toStdString()) != nullptr;
}

void readFieldNames(const JsonNode &node, const char *key, QStringList &out)
{
    out = node.texts(key);
    for (const QString &id : std::as_const(out))
        if (!isField(Entity::Step, id))
            node.child(key).fault(u"no such field of a step: "_s + id);
}

/// "case.status": "active".
std::map<QString, QString> readSets(const JsonNode &node, const char *key)
{
    std::map<QString, QString> sets;
    if (!node.has(key))
        return sets;
    const QJsonObject object = node.child(key).value().toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const EntityDef *entity = entityById(it.key().section(u'.', 0, 0).toStdString());
        const bool known = entity && (entity->entity == Entity::Case || entity->entity == Entity::Household)
                           && isField(entity->entity, it.key().section(u'.', 1));
        const QString value = it.value().toString();
        const bool means = value == "@date"_L1 || value == "@month"_L1
                           || (value.startsWith(u'@') ? isField(Entity::Step, value.sliced(1))
                                                      : !value.isEmpty());
        if (!known || !means)
            node.child(key).fault(u"no such field or value: "_s + it.key());
        sets.emplace(it.key(), value);
    }
    return sets;
}

std::vector<AreaLevel> readLevels(const JsonNode &node)
{
    std::vector<AreaLevel> levels;
    for (const QString &code : node.texts("levels"))
        if (const auto level = areaLevelFromCode(code))
            levels.push_back(*level);
        else
            node.child("levels").fault(u"no such level: "_s + code);
    if (levels.empty())
        node.child("levels").fault(u"must not be empty"_s);
    return levels;
}

ChainStep::Limit readLimit(const JsonNode &node, const PolicyPack &pack)
{
    node.allowOnly({"parameter", "from", "count"});
    ChainStep::Limit limit;
    limit.parameter = node.text("parameter");
    const PolicyParameter *parameter = pack.parameter(limit.parameter);
    if (!parameter || parameter->type != ParameterType::Integer)
        node.child("parameter").fault(u"no such number of days: "_s + limit.parameter);
    limit.from = node.optionalText("from");
    limit.working = node.oneOf("count", {u"calendar"_s, u"working"_s}) == "working"_L1;
    return limit;
}

void readDemands(const JsonNode &node, const std::vector<ChainCondition> &conditions, ChainStep &step)
{
    step.evidence = node.texts("evidence");
    for (const QString &id : std::as_const(step.evidence))
        if (!chainEvidenceIds().contains(id))
            node.child("evidence").fault(u"no such evidence: "_s + id);
    readFieldNames(node, "record", step.record);
    readFieldNames(node, "asks", step.asks);
    step.conditions = node.texts("conditions");
    for (const QString &id : std::as_const(step.conditions))
        if (std::none_of(conditions.begin(), conditions.end(),
                         [&id](const ChainCondition &one) { return one.id == id; }))
            node.child("conditions").fault(u"no such condition: "_s + id);
}

ChainStep readStep(const JsonNode &node, const Context &context, const PolicyPack &pack,
                   const std::vector<ChainCondition> &conditions)
{
    node.allowOnly({"key", "title", "actor", "act", "levels", "outside", "evidence", "record", "asks", "form",
                    "limits", "rejects", "returns_to", "conditions", "sets", "mark", "clauses", "source"});
    ChainStep step;
    step.key = node.pattern("key", kIdentifier);
    step.title = node.localText("title", true);
    step.actor = node.localText("actor", true);
    static const QStringList acts{u"work"_s, u"submit"_s, u"approve"_s, u"record"_s};
    step.act = ChainStep::Act(acts.indexOf(node.oneOf("act", acts)));
    step.levels = readLevels(node);
    if (node.has("outside")) {
        step.outside = areaLevelFromCode(node.text("outside"));
        if (!step.outside || step.act != ChainStep::Act::Record)
            node.child("outside").fault(u"a level, of a step that is recorded"_s);
    }
    readDemands(node, conditions, step);
    if (step.outside && !(step.record.contains(u"document_on"_s) && step.record.contains(u"document_no"_s)))
        node.child("record").fault(u"a decision made elsewhere needs its number and date"_s);
    step.form = node.optionalText("form");
    node.each("limits", false, [&](const JsonNode &child) { step.limits.push_back(readLimit(child, pack)); });
    step.rejects = node.boolean("rejects", false);
    step.returnsTo = node.texts("returns_to");
    step.sets = readSets(node, "sets");
    step.mark = readBasis(node, context, &step.clauses, &step.source);
    if (!step.isSigned() && (step.rejects || !step.returnsTo.isEmpty() || !step.sets.empty()))
        node.fault(u"only a signed step decides"_s);
    return step;
}

/// Steps refer to earlier ones only.
void checkReferences(const JsonNode &node, const Chain &chain)
{
    QStringList earlier;
    QStringList earlierSigned;
    for (const ChainStep &step : chain.steps) {
        if (earlier.contains(step.key) || step.key == QLatin1String(kStateDone)
            || step.key == QLatin1String(kStateRejected))
            node.child("steps").fault(u"name taken: "_s + step.key);
        for (const QString &key : step.returnsTo)
            if (!earlierSigned.contains(key))
                node.child("steps").fault(u"returns to no earlier signed step: "_s + step.key);
        for (const ChainStep::Limit &limit : step.limits)
            if (!limit.from.isEmpty() && !earlier.contains(limit.from))
                node.child("steps").fault(u"limit from no earlier step: "_s + step.key);
        earlier << step.key;
        if (step.isSigned())
            earlierSigned << step.key;
    }
    if (earlierSigned.isEmpty())
        node.child("steps").fault(u"nobody signs anything"_s);
}

} // namespace

QStringList chainTestIds()
{
    return {u"below_line_at_risk"_s, u"at_risk"_s,      u"registered"_s,
            u"not_registered"_s,     u"no_open_risk"_s, u"no_open_red"_s,
            u"safeguards_met"_s,     u"both_parties"_s, u"votes_add_up"_s,
            u"notice_long_enough"_s, u"authorised"_s,   u"months_monitored"_s,
            u"targeted_measure"_s,   u"has_labour"_s,   u"in_urgent_need"_s,
            u"has_helper"_s,         u"votes_carry"_s,  u"removal_notice_long_enough"_s};
}

QStringList chainEvidenceIds()
{
    return {u"visit"_s, u"statement"_s, u"safeguard"_s, u"risk"_s, u"plan"_s, u"step"_s};
}

ChainCondition readChainCondition(const JsonNode &node, const Context &context)
{
    node.allowOnly({"id", "test", "title", "mark", "clauses", "source"});
    ChainCondition condition;
    condition.id = node.pattern("id", "HV-[0-9]+[a-z]?");
    condition.test = node.oneOf("test", chainTestIds());
    condition.title = node.localText("title", true);
    condition.mark = readBasis(node, context, &condition.clauses, &condition.source);
    return condition;
}

Chain readChain(const JsonNode &node, const Context &context, const PolicyPack &pack,
                const std::vector<ChainCondition> &conditions)
{
    node.allowOnly({"id", "title", "class", "opens_case", "steps", "on_open", "on_submit", "on_reject",
                    "mark", "clauses", "source"});
    Chain chain;
    chain.id = node.pattern("id", "[a-z][a-z-]*");
    chain.title = node.localText("title", true);
    chain.monitorClass = node.optionalText("class");
    if (!chain.monitorClass.isEmpty() && !pack.classes().contains(chain.monitorClass))
        node.child("class").fault(u"no such class: "_s + chain.monitorClass);
    chain.opensCase = node.boolean("opens_case", false);
    if (chain.opensCase && chain.monitorClass.isEmpty())
        node.child("class").fault(u"a case has a class"_s);
    node.each("steps", true, [&](const JsonNode &child) {
        chain.steps.push_back(readStep(child, context, pack, conditions));
    });
    chain.onOpen = readSets(node, "on_open");
    chain.onSubmit = readSets(node, "on_submit");
    chain.onReject = readSets(node, "on_reject");
    chain.mark = readBasis(node, context, &chain.clauses, &chain.source);
    checkReferences(node, chain);
    return chain;
}

} // namespace ffp
