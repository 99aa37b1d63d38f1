// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incometext.h"

#include "app/cli/cli.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"

namespace ffp::cli {
namespace {

using namespace Qt::Literals::StringLiterals;

QString yuan(const std::optional<Money> &amount)
{
    return amount ? amount->toYuanText() : QString();
}

/// Blank ones are left out: blank is not zero.
void put(QJsonObject &object, const QString &key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

constexpr FieldRef kTotals[] = {
    income::f("wage_total"),         income::f("business_total"), income::f("property_total"),
    income::f("transfer_total"),     income::f("business_cost"),  income::f("claims_income"),
    income::f("compliant_self_pay"),
};

} // namespace

QString IncomeText::text(const Record &record, FieldRef field) const
{
    return RecordText{language, masked}.value(fieldDef(field), record[field]);
}

QString IncomeText::ruleSetName(const Record &statement) const
{
    const QString stamp = statement[income::f("rule_set")].toText();
    return stamp.isEmpty() ? Cli::tr("rule set not named")
                           : incomeRuleSetName(stamp, language == Language::Chinese);
}

QJsonObject IncomeText::head(const Record &statement) const
{
    QJsonObject object;
    if (!statement.id.isNull())
        object.insert(u"statement"_s, statement.id.toString());
    object.insert(u"period"_s, incomePeriodText(incomeWindowOf(statement)));
    for (const FieldRef field : {income::f("phase"), income::f("origin"), income::f("population_basis"),
                                 income::f("cost_model"), income::f("prepared_by"), income::f("prepared_on")})
        put(object, QLatin1String(fieldDef(field).id), statement[field].toText());
    if (!statement[income::f("population")].isBlank())
        object.insert(u"population"_s, statement[income::f("population")].toInt());
    object.insert(u"incomplete"_s, statement[income::f("incomplete")].toBool());
    object.insert(u"rule_set"_s, statement[income::f("rule_set")].toText());
    object.insert(u"rule_set_name"_s, ruleSetName(statement));
    put(object, u"gross"_s, text(statement, income::f("gross_total")));
    put(object, u"net"_s, text(statement, income::f("net_total")));
    put(object, u"per_capita"_s, text(statement, income::f("net_per_capita")));
    put(object, u"reference"_s, text(statement, income::f("reference_total")));
    put(object, u"reference_per_capita"_s, text(statement, income::f("reference_per_capita")));
    return object;
}

QString IncomeText::headLine(const Record &statement) const
{
    const auto labelled = [&](FieldRef field) {
        const QString shown = text(statement, field);
        return fieldLabel(fieldDef(field), language) + u' ' + (shown.isEmpty() ? u"–"_s : shown);
    };
    return QStringList{incomePeriodText(incomeWindowOf(statement)),
                       text(statement, income::f("phase")),
                       text(statement, income::f("origin")),
                       ruleSetName(statement),
                       labelled(income::f("net_per_capita")),
                       labelled(income::f("reference_per_capita"))}
        .join(u"  "_s);
}

QJsonObject IncomeText::itemJson(const Record &line) const
{
    QJsonObject object{{u"item"_s, line[income_line::f("item")].toText()},
                       {u"name"_s, text(line, income_line::f("item"))}};
    for (const FieldRef field :
         {income_line::f("amount"), income_line::f("quantity"), income_line::f("unit"),
          income_line::f("factor"), income_line::f("note"), income_line::f("member_id")})
        put(object, QLatin1String(fieldDef(field).id), text(line, field));
    const Value &counted = line[income_line::f("counted")];
    object.insert(u"counted"_s, counted.isBlank() ? QJsonValue() : QJsonValue(counted.toBool()));
    return object;
}

QString IncomeText::itemLine(const Record &line) const
{
    QStringList words{line[income_line::f("item")].toText(), text(line, income_line::f("item")),
                      text(line, income_line::f("amount"))};
    if (const QString factor = text(line, income_line::f("factor")); !factor.isEmpty())
        words << u"× "_s + factor;
    const Value &counted = line[income_line::f("counted")];
    if (!counted.isBlank() && !counted.toBool())
        words << Cli::tr("not counted");
    words << text(line, income_line::f("note"));
    return words.join(u"  "_s).trimmed();
}

QString IncomeText::name(const IncomeChange &change) const
{
    if (change.item.isEmpty())
        return fieldLabel(fieldDef(change.total), language);
    const Code *code = findCode(*codeList("income_item"), change.item);
    return code ? codeLabel(*code, language) : change.item;
}

QJsonArray IncomeText::json(const std::vector<IncomeChange> &changes) const
{
    QJsonArray array;
    for (const IncomeChange &change : changes) {
        const bool hidden = change.item.isEmpty() && masked
                            && fieldDef(change.total).sensitivity == Sensitivity::S;
        QJsonObject object{{change.item.isEmpty() ? u"total"_s : u"item"_s,
                            change.item.isEmpty() ? QString::fromLatin1(fieldDef(change.total).id)
                                                  : change.item},
                           {u"name"_s, name(change)}};
        put(object, u"before"_s, hidden && change.before ? u"***"_s : yuan(change.before));
        put(object, u"after"_s, hidden && change.after ? u"***"_s : yuan(change.after));
        if (change.before && change.after && !hidden)
            object.insert(u"difference"_s, (*change.after - *change.before).toYuanText());
        array.append(object);
    }
    return array;
}

QString IncomeText::line(const IncomeChange &change) const
{
    const bool hidden = change.item.isEmpty() && masked
                        && fieldDef(change.total).sensitivity == Sensitivity::S;
    const auto shown = [hidden](const std::optional<Money> &amount) {
        return !amount ? u"–"_s : hidden ? u"***"_s : amount->toYuanText();
    };
    return u"%1: %2 → %3"_s.arg(name(change), shown(change.before), shown(change.after));
}

QJsonObject IncomeText::json(const IncomeView &view) const
{
    QJsonObject object = head(view.statement);
    QJsonArray items;
    for (const Record &line : view.lines)
        items.append(itemJson(line));
    object.insert(u"items"_s, items);
    QJsonObject totals;
    for (const FieldRef field : kTotals)
        put(totals, QLatin1String(fieldDef(field).id), text(view.statement, field));
    object.insert(u"totals"_s, totals);
    object.insert(u"undecided"_s, QJsonArray::fromStringList(view.undecided));
    object.insert(u"missing_months"_s, QJsonArray::fromStringList(view.missingMonths));
    put(object, u"test_figure"_s, view.testFigure);
    put(object, u"income_line"_s, yuan(view.line));
    if (view.belowLine)
        object.insert(u"below_line"_s, *view.belowLine);
    if (view.last) {
        QJsonObject last = head(view.last->statement);
        last.insert(u"changes"_s, json(view.last->changes));
        object.insert(u"last"_s, last);
    }
    QJsonArray beside;
    for (const IncomeView::Other &other : view.beside) {
        QJsonObject one = head(other.statement);
        one.insert(u"differences"_s, json(other.changes));
        beside.append(one);
    }
    object.insert(u"beside"_s, beside);
    return object;
}

QStringList IncomeText::lines(const IncomeView &view) const
{
    QStringList lines{headLine(view.statement)};
    for (const Record &item : view.lines)
        lines << u"  "_s + itemLine(item);
    for (const FieldRef field : kTotals)
        if (const QString shown = text(view.statement, field); !shown.isEmpty())
            lines << u"  "_s + fieldLabel(fieldDef(field), language) + u": "_s + shown;
    for (const FieldRef field :
         {income::f("gross_total"), income::f("net_total"), income::f("population"),
          income::f("population_basis"), income::f("net_per_capita"), income::f("reference_per_capita")})
        if (const QString shown = text(view.statement, field); !shown.isEmpty())
            lines << fieldLabel(fieldDef(field), language) + u": "_s + shown;
    if (view.statement[income::f("incomplete")].toBool())
        lines << Cli::tr("Not complete: blank items count as 0.");
    if (!view.undecided.isEmpty())
        lines << Cli::tr("Not counted, because the office has not decided on them: %1.")
                     .arg(view.undecided.join(u", "_s));
    if (!view.missingMonths.isEmpty())
        lines << Cli::tr("Sum of shorter statements; without any for %1.")
                     .arg(view.missingMonths.join(u", "_s));
    if (view.belowLine)
        lines << (*view.belowLine ? Cli::tr("Below the line of %1.") : Cli::tr("Not below the line of %1."))
                     .arg(yuan(view.line));
    if (view.last) {
        lines << Cli::tr("Differences from the last one (%1):").arg(headLine(view.last->statement));
        for (const IncomeChange &change : view.last->changes)
            lines << u"  "_s + line(change);
    }
    for (const IncomeView::Other &other : view.beside) {
        lines << Cli::tr("Of the same period there is also (%1):").arg(headLine(other.statement));
        for (const IncomeChange &change : other.changes)
            lines << u"  "_s + line(change);
    }
    return lines;
}

QJsonObject IncomeText::json(const IncomeRuleSet &rules, const PolicyPack &pack, QDate today,
                             bool chosen) const
{
    QJsonObject items;
    for (const Code &code : codeList("income_item")->codes) {
        const auto counts = pack.countsAsIncome(rules, QString::fromLatin1(code.code), today);
        items.insert(QLatin1String(code.code), counts ? QJsonValue(*counts) : QJsonValue());
    }
    QJsonArray factors;
    for (const IncomeFactor &factor : rules.factors)
        factors.append(QJsonObject{{u"id"_s, factor.id},
                                   {u"item"_s, factor.item},
                                   {u"name"_s, factor.title.in(language == Language::Chinese)},
                                   {u"factor"_s, decimalToText(factor.factor, 4)}});
    static const QStringList models{u"actual"_s, u"ratio"_s, u"coefficient"_s};
    return {{u"id"_s, rules.id},
            {u"rule_set"_s, rules.stamp()},
            {u"name"_s, rules.title.in(language == Language::Chinese)},
            {u"from"_s, rules.from.toString(Qt::ISODate)},
            {u"cost_model"_s, models[int(rules.costModel)]},
            {u"population_basis"_s, rules.populationBasis},
            {u"test_figure"_s, rules.testFigure},
            {u"mark"_s, QLatin1String(policyMarkCode(rules.mark))},
            {u"clauses"_s, QJsonArray::fromStringList(rules.clauses)},
            {u"source"_s, rules.source},
            {u"chosen"_s, chosen},
            {u"items"_s, items},
            {u"factors"_s, factors}};
}

QStringList IncomeText::lines(const IncomeRuleSet &rules, const PolicyPack &pack, QDate today,
                              bool chosen) const
{
    QStringList undecided;
    for (const QString &item : undecidedItems(rules))
        if (!pack.countsAsIncome(rules, item, today))
            undecided << item;
    QStringList lines{u"%1  %2%3"_s.arg(rules.id, rules.title.in(language == Language::Chinese),
                                        chosen ? u"  ["_s + Cli::tr("chosen") + u']' : QString()),
                      u"    "_s + rules.source};
    for (const IncomeFactor &factor : rules.factors)
        lines << u"    %1 %2 × %3"_s.arg(factor.item, factor.title.in(language == Language::Chinese),
                                         decimalToText(factor.factor, 4));
    if (!undecided.isEmpty())
        lines << u"    "_s + Cli::tr("Not decided yet, not counted: %1.").arg(undecided.join(u", "_s));
    return lines;
}

} // namespace ffp::cli
