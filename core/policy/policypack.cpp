// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/policypack.h"

#include "core/base/about.h"
#include "core/base/money.h"
#include "core/base/text.h"
#include "core/domain/codelist.h"
#include "core/policy/policyreader.h"

#include <QFile>
#include <QMutex>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

const char *policyMarkCode(PolicyMark mark)
{
    switch (mark) {
    case PolicyMark::Policy: return "policy";
    case PolicyMark::LocalDefault: return "local_default";
    case PolicyMark::Unverified: return "unverified";
    }
    return "";
}

Value PolicyParameter::valueOn(QDate date) const
{
    if (siteValue)
        return *siteValue;
    Value value;
    for (const Dated &dated : values)
        if (dated.from <= date)
            value = dated.value;
    return value;
}

PolicyParameter::Origin PolicyParameter::originOn(QDate date) const
{
    if (valueOn(date).isBlank())
        return Origin::Blank;
    return siteValue ? Origin::Site : Origin::Pack;
}

QString PolicyParameter::text(const Value &value) const
{
    if (value.isBlank())
        return {};
    switch (type) {
    case ParameterType::Money: return Money::fromFen(value.toInt()).toYuanText();
    case ParameterType::Integer: return QString::number(value.toInt());
    case ParameterType::Decimal: return decimalToText(value.toInt(), scale);
    case ParameterType::Bool: return value.toBool() ? u"true"_s : u"false"_s;
    case ParameterType::Text: return value.toText();
    case ParameterType::List: return value.toList().join(u',');
    }
    return {};
}

std::optional<Value> PolicyParameter::parse(const QString &text) const
{
    const QString plain = cleaned(text);
    if (plain.isEmpty())
        return Value();
    const auto fromNumber = [](std::optional<qint64> number) -> std::optional<Value> {
        return number ? std::optional(Value(*number)) : std::nullopt;
    };
    switch (type) {
    case ParameterType::Money: return fromNumber(decimalFromText(plain, 2));
    case ParameterType::Integer: return fromNumber(decimalFromText(plain, 0));
    case ParameterType::Decimal: return fromNumber(decimalFromText(plain, scale));
    case ParameterType::Bool:
        if (plain == u"true"_s || plain == u"false"_s)
            return Value(plain == u"true"_s);
        return std::nullopt;
    case ParameterType::Text:
        if (!words.empty() && std::none_of(words.begin(), words.end(), [&plain](const auto &word) {
                return word.first == plain;
            }))
            return std::nullopt;
        return Value(plain);
    case ParameterType::List: return Value(splitList(plain));
    }
    return std::nullopt;
}

QStringList PolicyPack::shipped()
{
    return {u"anhui-2020"_s, u"national-2021"_s};
}

Result<PolicyPack> PolicyPack::load(const QString &id)
{
    if (!shipped().contains(id)) {
        Error error = Error::of(ErrorKind::NotFound, u"no policy pack of that name"_s);
        error.subject.entity = u"policy"_s;
        error.subject.key = id;
        return fail(error);
    }
    // Some hundred kilobytes of JSON that never change: read once, then copied.
    static QMutex guard;
    static std::map<QString, PolicyPack> read;
    const QMutexLocker lock(&guard);
    if (const auto known = read.find(id); known != read.end())
        return known->second;
    const QString name = id + u".json"_s;
    QFile file(u":/ffp/policy/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"resource missing: "_s + name);
    FFP_ASSIGN(const PolicyPack pack, PolicyReader::read(file.readAll(), name));
    return read.emplace(id, pack).first->second;
}

const PolicyParameter *PolicyPack::parameter(const QString &id) const
{
    const auto it = std::find_if(m_parameters.begin(), m_parameters.end(),
                                 [&id](const PolicyParameter &p) { return p.id == id; });
    return it == m_parameters.end() ? nullptr : &*it;
}

Value PolicyPack::value(const QString &id, QDate date) const
{
    const PolicyParameter *found = parameter(id);
    return found ? found->valueOn(date) : Value();
}

const PolicyRule *PolicyPack::rule(const QString &id) const
{
    for (const auto *rules : {&m_rules, &m_qualityRules})
        for (const PolicyRule &rule : *rules)
            if (rule.id == id)
                return &rule;
    return nullptr;
}

const PolicyParameter *PolicyPack::ruleParameter(const PolicyRule &rule, const QString &id) const
{
    for (const PolicyParameter &own : rule.parameters)
        if (own.id == id)
            return &own;
    return rule.uses.contains(id) ? parameter(id) : nullptr;
}

std::map<QString, Value> PolicyPack::ruleValues(const PolicyRule &rule, QDate date, QString *blank) const
{
    std::map<QString, Value> values;
    const auto add = [&](const PolicyParameter &parameter) {
        const Value value = parameter.valueOn(date);
        if (value.isBlank() && blank && blank->isEmpty())
            *blank = parameter.id;
        values[parameter.id] = value;
    };
    for (const PolicyParameter &own : rule.parameters)
        add(own);
    for (const QString &used : rule.uses)
        if (const PolicyParameter *found = parameter(used))
            add(*found);
    return values;
}

QString PolicyPack::clauseTitles(const QStringList &clauses) const
{
    QStringList titles;
    for (const QString &clause : clauses)
        titles.append(clauseTitle(clause));
    return titles.join(u'；');
}

QString PolicyPack::basis(const PolicyRule &rule) const
{
    return rule.clauses.isEmpty() ? rule.source : clauseTitles(rule.clauses);
}

QString PolicyPack::codeName(const QString &list, const QString &code, bool chinese) const
{
    const auto own = m_codeNames.constFind(list + u'.' + code);
    if (own != m_codeNames.cend())
        return own->in(chinese);
    const CodeList *known = codeList(list.toStdString());
    const Code *found = known ? findCode(*known, code) : nullptr;
    if (!found)
        return {};
    return chinese ? QString::fromUtf16(found->label) : QString::fromUtf8(found->english);
}

bool PolicyPack::isCodeAvailable(const QString &list, const QString &code) const
{
    const CodeList *known = codeList(list.toStdString());
    return known && findCode(*known, code) && !m_codesOff.contains(list + u'.' + code);
}

bool FundBan::concerns(const FundUse &use) const
{
    const bool ofClass = exitClass.isEmpty() ? use.monitorClass == monitorClass : use.exitClass == exitClass;
    return active && ofClass && sources.contains(use.source);
}

bool FundBan::isLiftedBy(const FundUse &use) const
{
    return unlessCauses.contains(use.cause) && use.safeguardInTrouble && use.cannotAfford;
}

std::vector<FundBan> PolicyPack::bansFor(const FundUse &use) const
{
    std::vector<FundBan> bans;
    for (const FundBan &ban : m_fundBans)
        if (ban.concerns(use) && !ban.isLiftedBy(use))
            bans.push_back(ban);
    return bans;
}

const IncomeRuleSet *PolicyPack::incomeRuleSet(const QString &id) const
{
    const auto it = std::find_if(m_incomeRuleSets.begin(), m_incomeRuleSets.end(),
                                 [&id](const IncomeRuleSet &rules) { return rules.id == id; });
    return it == m_incomeRuleSets.end() ? nullptr : &*it;
}

const IncomeRuleSet *PolicyPack::incomeRuleSetByStamp(const QString &stamp) const
{
    const auto it = std::find_if(m_incomeRuleSets.begin(), m_incomeRuleSets.end(),
                                 [&stamp](const IncomeRuleSet &rules) { return rules.stamp() == stamp; });
    return it == m_incomeRuleSets.end() ? nullptr : &*it;
}

const IncomeRuleSet *PolicyPack::chosenIncomeRuleSet(QDate day) const
{
    const IncomeRuleSet *rules = incomeRuleSet(value(u"income_rule_set"_s, day).toText());
    return rules && rules->inForce(day) ? rules : nullptr;
}

std::optional<bool> PolicyPack::countsAsIncome(const IncomeRuleSet &rules, const QString &item,
                                               QDate day) const
{
    const auto counting = rules.counting(item);
    if (counting != IncomeRuleSet::Counting::Ask)
        return counting != IncomeRuleSet::Counting::No; // costs always do
    const Value decided = value(countingParameter(item), day);
    return decided.isBlank() ? std::nullopt : std::optional(decided.toBool());
}

PolicyParameter *PolicyPack::findEditable(const QString &key)
{
    const qsizetype dot = key.indexOf(u'.');
    std::vector<PolicyParameter> *parameters = &m_parameters;
    if (dot >= 0) {
        // The pack is this object's own: what rule() finds may be changed.
        auto *found = const_cast<PolicyRule *>(rule(key.left(dot)));
        if (!found)
            return nullptr;
        parameters = &found->parameters;
    }
    const auto it = std::find_if(parameters->begin(), parameters->end(), [&](const PolicyParameter &p) {
        return p.id == QStringView(key).mid(dot + 1);
    });
    return it == parameters->end() ? nullptr : &*it;
}

Result<PolicyPack> PolicyPack::withOverrides(const PolicyOverrides &overrides) const
{
    PolicyPack pack = *this;
    for (const auto &[key, text] : overrides) {
        PolicyParameter *parameter = pack.findEditable(key);
        Error error;
        error.subject.entity = u"policy"_s;
        error.subject.field = key;
        if (!parameter)
            return fail(Error{ErrorKind::NotFound, aboutKey(u"setting"_s, key), {}, {}});
        if (!parameter->isEditable()) {
            error.kind = ErrorKind::RuleBroken;
            error.args = {key, pack.clauseTitles(parameter->clauses)};
            return fail(error);
        }
        const auto value = parameter->parse(text);
        if (!value || (key == u"income_rule_set"_s && !pack.incomeRuleSet(value->toText()))) {
            error.kind = ErrorKind::InvalidValue;
            return fail(error);
        }
        parameter->siteValue = *value;
    }
    return pack;
}

const Chain *PolicyPack::chain(const QString &id) const
{
    const auto found = std::find_if(m_chains.begin(), m_chains.end(),
                                    [&id](const Chain &one) { return one.id == id; });
    return found == m_chains.end() ? nullptr : &*found;
}

const ChainCondition *PolicyPack::condition(const QString &id) const
{
    const auto found = std::find_if(m_conditions.begin(), m_conditions.end(),
                                    [&id](const ChainCondition &one) { return one.id == id; });
    return found == m_conditions.end() ? nullptr : &*found;
}

} // namespace ffp
