// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/measureguide.h"

#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/measurerules.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/common/fieldtext.h"

#include <algorithm>
#include <array>

namespace ffp::ui {
namespace {

constexpr std::array kMoney = {measure::f("fund_source"), measure::f("exception_cause"),
                               measure::f("exception_safeguards"), measure::f("cannot_afford")};

void addChoice(std::vector<Choice> &choices, const QString &label, const QString &code)
{
    choices.push_back({QString::number(choices.size() + 1), label, code});
}

/// Of a list of codes those that the policy of the office knows.
std::vector<Choice> ofThePack(const FieldDef &field, const PolicyPack &pack)
{
    std::vector<Choice> choices;
    for (const Code &code : codeList(field.list)->codes)
        if (pack.isCodeAvailable(QLatin1String(field.list), QLatin1String(code.code)))
            addChoice(choices, codeLabel(code), QLatin1String(code.code));
    return choices;
}

} // namespace

std::vector<Choice> memberChoices(const std::vector<Record> &members)
{
    std::vector<Choice> choices;
    for (const Record &member : members)
        addChoice(choices, member[member::f("name")].toText(), member.id.toString());
    return choices;
}

MeasureGuide::MeasureGuide(FieldForm &form, const Record &stored, MeasureForm facts, QObject *parent)
    : QObject(parent),
      m_form(form),
      m_stored(stored),
      m_facts(std::move(facts))
{
    offerAll();
    offerKinds();
    connect(&m_form, &FieldForm::edited, this, [this] {
        if (!(m_form.editor(measure::f("category"))->value() == m_category))
            offerKinds();
        tellBan();
    });
}

void MeasureGuide::offerAll()
{
    for (const FieldRef field : {measure::f("category"), measure::f("fund_source")})
        m_form.editor(field)->offer(ofThePack(fieldDef(field), m_facts.pack));
    m_form.editor(measure::f("member_id"))->offer(memberChoices(m_facts.members));
    // The kind of a risk is S-class: the list of risks shows it on demand, this one goes by their order.
    std::vector<Choice> risks;
    for (const Record &risk : m_facts.risks) {
        const QString rank = valueText(fieldDef(case_risk::f("rank")), risk[case_risk::f("rank")]);
        const QString found = valueText(fieldDef(case_risk::f("found_on")), risk[case_risk::f("found_on")]);
        addChoice(risks,
                  found.isEmpty() ? tr("Risk no. %1").arg(rank)
                                  : tr("Risk no. %1, found on %2").arg(rank, found),
                  risk.id.toString());
    }
    m_form.editor(measure::f("risk_id"))->offer(std::move(risks));
}

void MeasureGuide::offerKinds()
{
    m_category = m_form.editor(measure::f("category"))->value();
    std::vector<Choice> kinds;
    for (const Code *kind : measureKindsOf(m_category.toText()))
        addChoice(kinds, codeLabel(*kind), QLatin1String(kind->code));
    FieldEditor &kind = *m_form.editor(measure::f("kind"));
    const QString chosen = kind.value().toText();
    kind.offer(std::move(kinds));
    if (!chosen.isEmpty() && !measureKind(m_category.toText(), chosen))
        kind.setTyped(Value()); // of the category before
}

QString MeasureGuide::banText() const
{
    const auto now = [this](FieldRef field) { return m_form.editor(field)->value(); };
    const bool granted = !m_stored.id.isNull()
                         && std::none_of(kMoney.begin(), kMoney.end(),
                                         [this](FieldRef field) { return m_form.editor(field)->isEdited(); });
    if (granted)
        return {};
    FundUse use = m_facts.household;
    use.source = now(measure::f("fund_source")).toText();
    use.cause = now(measure::f("exception_cause")).toText();
    use.safeguardInTrouble = !now(measure::f("exception_safeguards")).isBlank();
    use.cannotAfford = now(measure::f("cannot_afford")).toBool();
    const std::vector<FundBan> bans = m_facts.pack.bansFor(use);
    if (bans.empty())
        return {};
    const FundBan &ban = bans.front();
    const QString text = tr("%1 (rule %2, %3)")
                             .arg(ban.title.in(windowLanguage() == Language::Chinese), ban.id,
                                  m_facts.pack.clauseTitles(ban.clauses));
    if (ban.unlessCauses.isEmpty())
        return text;
    return tr("%1. For an exception please give its cause, the safeguards in trouble, and that the household "
              "cannot bear it alone.")
        .arg(text);
}

void MeasureGuide::tellBan()
{
    const QString text = banText();
    if (text.isEmpty() && !m_told)
        return;
    m_told = !text.isEmpty();
    m_form.setFault(measure::f("fund_source"), text);
}

} // namespace ffp::ui
