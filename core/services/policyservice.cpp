// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/policyservice.h"

#include "core/base/about.h"
#include "core/db/database.h"
#include "core/domain/fields/settingfields.h"
#include "core/log/transact.h"
#include "core/services/fieldcheck.h"
#include "core/services/sitesettings.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kIncomeRuleSet = u"income_rule_set"_s;

QString prefixOf(const SiteInfo &site)
{
    return u"policy.%1."_s.arg(site.policy);
}

} // namespace

Result<PolicyPack> PolicyService::pack() const
{
    FFP_ASSIGN(PolicyPack pack, PolicyPack::load(m_session.site().policy));
    const QString prefix = prefixOf(m_session.site());
    FFP_ASSIGN(std::vector<Record> stored, settingsUnder(m_session, prefix));
    std::stable_sort(stored.begin(), stored.end(), [](const Record &a, const Record &b) {
        return a.area.level() < b.area.level(); // the nearest last
    });
    PolicyOverrides overrides;
    for (const Record &record : stored)
        overrides[record[setting::f("key")].toText().mid(prefix.size())] = record[setting::f("value")]
                                                                               .toText();
    for (const auto &[key, text] : overrides) {
        auto changed = pack.withOverrides({{key, text}});
        if (changed)
            pack = std::move(*changed);
        else if (changed.error().kind != ErrorKind::NotFound)
            return fail(changed.error());
    }
    return pack;
}

Result<std::vector<PolicyValue>> PolicyService::values() const
{
    FFP_ASSIGN(const PolicyPack here, pack());
    FFP_ASSIGN(const PolicyPack shipped, PolicyPack::load(here.id()));
    const QDate today = m_session.clock().today();
    std::vector<PolicyValue> out;
    const auto add = [&](const PolicyParameter &now, const PolicyParameter &before, const PolicyRule *rule) {
        PolicyValue one;
        one.key = rule ? rule->id + u'.' + now.id : now.id;
        one.title = now.title;
        if (rule) {
            one.ruleId = rule->id;
            one.ruleTitle = rule->title;
        }
        one.text = now.text(now.valueOn(today));
        one.shipped = before.text(before.valueOn(today));
        one.unit = now.unit;
        one.mark = now.mark;
        one.set = now.siteValue.has_value();
        one.yesNo = now.type == ParameterType::Bool;
        one.choices = now.words;
        if (one.key == kIncomeRuleSet)
            for (const IncomeRuleSet &rules : here.incomeRuleSets())
                one.choices.emplace_back(rules.id, rules.title);
        one.basis = now.clauses.isEmpty() ? now.source : here.clauseTitles(now.clauses);
        out.push_back(std::move(one));
    };
    for (size_t i = 0; i < here.parameters().size(); ++i)
        add(here.parameters()[i], shipped.parameters()[i], nullptr);
    for (const auto &[rules, before] : {std::pair(&here.rules(), &shipped.rules()),
                                        std::pair(&here.qualityRules(), &shipped.qualityRules())})
        for (size_t i = 0; i < rules->size(); ++i)
            for (size_t p = 0; p < (*rules)[i].parameters.size(); ++p)
                add((*rules)[i].parameters[p], (*before)[i].parameters[p], &(*rules)[i]);
    return out;
}

Result<> PolicyService::mayChange()
{
    FFP_TRY(mayWrite(m_session));
    if (m_session.user().role == Role::Admin)
        return {};
    FFP_TRY(m_session.recordAccess(Session::Access::Denied, u"policy"_s));
    return fail(ErrorKind::NotAllowed);
}

Result<> PolicyService::setLocalValue(const QString &key, const QString &text, const QString &note)
{
    FFP_TRY(mayChange());
    FFP_ASSIGN(const PolicyPack shipped, PolicyPack::load(m_session.site().policy));
    FFP_TRY(shipped.withOverrides({{key, text}}));
    const QString stored = prefixOf(m_session.site()) + key;
    FFP_ASSIGN(const std::vector<Record> own, ownSettings(m_session, stored));
    const FieldValues values = {{setting::f("key"), Value(stored)},
                                {setting::f("value"), Value(text.trimmed())},
                                {setting::f("note"), Value(note)}};
    FFP_TRY(m_session.log().transact({"policy.value", m_session.user().id, note, {}, true, 0},
                                     [&](ChangeWriter &writer) {
                                         return writeSetting(writer, m_session, own, values, note);
                                     }));
    return {};
}

Result<> PolicyService::dropLocalValue(const QString &key)
{
    FFP_TRY(mayChange());
    FFP_ASSIGN(const std::vector<Record> own, ownSettings(m_session, prefixOf(m_session.site()) + key));
    if (own.empty())
        return fail(Error{ErrorKind::NotFound, aboutKey(u"setting"_s, key), {}, {}});
    FFP_TRY(m_session.log().transact({"policy.value", m_session.user().id, {}, {}, true, 0},
                                     [&](ChangeWriter &writer) {
                                         return writer.setVoid(own.back().id, true, u"恢复政策包取值"_s);
                                     }));
    return {};
}

} // namespace ffp
