// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/incomerules.h"

#include "core/domain/codelist.h"
#include "core/policy/policypack.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

std::optional<IncomeRuleSet::Counting> IncomeRuleSet::counting(const QString &item) const
{
    if (const auto own = items.find(item); own != items.end())
        return own->second;
    static const CodeList *list = codeList("income_item");
    const Code *code = findCode(*list, item);
    const QLatin1String word(code ? code->extra : "");
    if (word == "yes"_L1)
        return Counting::Yes;
    return word == "ask"_L1 ? std::optional(Counting::Ask) : std::nullopt;
}

const IncomeFactor *IncomeRuleSet::factor(const QString &factorId) const
{
    const auto it = std::find_if(factors.begin(), factors.end(),
                                 [&](const IncomeFactor &one) { return one.id == factorId; });
    return it == factors.end() ? nullptr : &*it;
}

const IncomeFactor *IncomeRuleSet::onlyFactorOf(const QString &item) const
{
    const IncomeFactor *found = nullptr;
    for (const IncomeFactor &one : factors) {
        if (one.item != item)
            continue;
        if (found)
            return nullptr;
        found = &one;
    }
    return found;
}

bool IncomeRuleSet::hasFactorFor(const QString &item) const
{
    return std::any_of(factors.begin(), factors.end(),
                       [&](const IncomeFactor &one) { return one.item == item; });
}

QStringList undecidedItems(const IncomeRuleSet &rules)
{
    QStringList undecided;
    for (const Code &code : codeList("income_item")->codes) {
        const QString item = QString::fromLatin1(code.code);
        if (rules.counting(item) == IncomeRuleSet::Counting::Ask)
            undecided.append(item);
    }
    return undecided;
}

QString countingParameter(const QString &item)
{
    return u"income_counts_"_s + item.toLower().replace(u'-', u'_');
}

QString incomeRuleSetName(const QString &stamp, bool chinese)
{
    static const std::map<QString, LocalText> names = [] {
        std::map<QString, LocalText> all;
        for (const QString &id : PolicyPack::shipped())
            if (const auto pack = PolicyPack::load(id))
                for (const IncomeRuleSet &rules : pack->incomeRuleSets())
                    all[rules.stamp()] = rules.title;
        return all;
    }();
    const auto known = names.find(stamp);
    return known == names.end() ? stamp : known->second.in(chinese);
}

} // namespace ffp
