// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/incomerulereader.h"

#include "core/base/money.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;
using namespace rulereader;

namespace {

IncomeFactor readFactor(const JsonNode &node)
{
    node.allowOnly({"id", "item", "title", "value"});
    IncomeFactor factor;
    factor.id = node.pattern("id", kIdentifier);
    factor.item = node.pattern("item", "B[1-9]"); // costs follow from output only
    if (!codeExists(u"income_item"_s, factor.item))
        node.child("item").fault(u"no such item: "_s + factor.item);
    factor.title = node.localText("title", true);
    const auto value = decimalFromText(node.text("value"), 4);
    if (!value || *value <= 0 || *value > 10000)
        node.child("value").fault(u"must be a text above 0 and up to 1 with at most 4 decimals"_s);
    factor.factor = value.value_or(0);
    return factor;
}

void readItems(const JsonNode &node, IncomeRuleSet &rules)
{
    static const QStringList words{u"yes"_s, u"no"_s, u"ask"_s};
    const JsonNode items = node.child("items");
    const QJsonObject object = items.value().toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QByteArray item = it.key().toLatin1();
        if (!rules.counting(it.key()))
            items.fault(u"no such income item: "_s + it.key());
        rules.items[it.key()] = IncomeRuleSet::Counting(words.indexOf(items.oneOf(item.constData(), words)));
    }
}

} // namespace

IncomeRuleSet readIncomeRuleSet(const JsonNode &node, const Context &context, const PolicyPack &pack)
{
    node.allowOnly({"id", "version", "title", "from", "until", "cost_model", "population_basis", "test",
                    "items", "factors", "mark", "clauses", "source"});
    IncomeRuleSet rules;
    rules.pack = pack.id();
    rules.id = node.pattern("id", "[a-z][a-z0-9-]*");
    rules.version = node.pattern("version", "[0-9]+(\\.[0-9]+)*");
    rules.title = node.localText("title", true);
    rules.from = node.date("from");
    if (node.has("until")) {
        rules.until = node.date("until");
        if (rules.until < rules.from)
            node.child("until").fault(u"lies before the first day"_s);
    }
    static const QStringList models{u"actual"_s, u"ratio"_s, u"coefficient"_s};
    rules.costModel = CostModel(models.indexOf(node.oneOf("cost_model", models)));
    rules.populationBasis = node.text("population_basis");
    if (!codeExists(u"population_basis"_s, rules.populationBasis))
        node.child("population_basis").fault(u"no such basis: "_s + rules.populationBasis);
    rules.testFigure = node.oneOf("test", {u"net_per_capita"_s, u"reference_per_capita"_s});
    readItems(node, rules);
    node.each("factors", false, [&](const JsonNode &child) {
        IncomeFactor factor = readFactor(child);
        if (rules.factor(factor.id))
            child.child("id").fault(u"duplicate id "_s + factor.id);
        rules.factors.push_back(std::move(factor));
    });
    if ((rules.costModel == CostModel::Actual) != rules.factors.empty())
        node.child("factors").fault(u"factors go with ratio and coefficient, and only with them"_s);
    for (const QString &item : undecidedItems(rules))
        if (!pack.parameter(countingParameter(item)))
            node.child("items").fault(u"the pack has no parameter "_s + countingParameter(item));
    rules.mark = readBasis(node, context, &rules.clauses, &rules.source);
    return rules;
}

void checkChosenRuleSet(const JsonNode &root, const PolicyPack &pack)
{
    const PolicyParameter *chosen = pack.parameter(u"income_rule_set"_s);
    if (!chosen) {
        if (!pack.incomeRuleSets().empty())
            root.child("parameters").fault(u"income_rule_set is missing"_s);
        return;
    }
    for (const PolicyParameter::Dated &dated : chosen->values)
        if (!pack.incomeRuleSet(dated.value.toText()))
            root.child("income_rule_sets").fault(u"none is called "_s + dated.value.toText());
}

} // namespace ffp
