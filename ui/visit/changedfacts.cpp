// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/changedfacts.h"

#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/services/householdchanges.h"
#include "ui/common/fieldform.h"
#include "ui/common/fieldtext.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {
namespace {

struct ChangeField {
    const char *changes; ///< codes of visit_change, each of which opens the field
    FieldRef field;
};

/// What a change is about. Changes that have no field are told in words.
constexpr ChangeField kFields[] = {
    {"members", household::f("population_current")},
    {"members", household::f("phone")},
    {"members", member::f("relation")},
    {"members", member::f("marital")},
    {"members", member::f("phone")},
    {"members", member::f("change_kind")},
    {"members", member::f("change_on")},
    {"income expense", income::f("population")},
    {"income expense", income::f("population_basis")},
    {"income", income::f("wage_total")},
    {"income", income::f("business_total")},
    {"income", income::f("property_total")},
    {"income", income::f("transfer_total")},
    {"income", income::f("gross_total")},
    {"expense", income::f("business_cost")},
    {"expense", income::f("compliant_self_pay")},
    {"income expense", income::f("net_total")},
    {"income expense", income::f("net_per_capita")},
    {"schooling", member::f("student")},
    {"schooling", member::f("school")},
    {"schooling", member::f("education")},
    {"schooling", member::f("dropout_reason")},
    {"medical", member::f("health")},
    {"medical", member::f("disease")},
    {"medical", member::f("medical_relief")},
    {"medical", member::f("ins_resident_medical")},
    {"housing", living::f("dangerous_house")},
    {"housing", living::f("house_grade")},
    {"housing", living::f("house_rated_on")},
    {"housing", living::f("house_area_m2")},
    {"water", living::f("safe_water")},
    {"water", living::f("water_difficult")},
    {"water", living::f("water_safe")},
    {"work", member::f("labour")},
    {"work", member::f("work_months")},
    {"work", member::f("job_wish")},
    {"industry", living::f("in_cooperative")},
    {"industry", living::f("led_by_firm")},
    {"industry", living::f("led_by_leader")},
    {"industry", living::f("industry_help_kinds")},
};

bool concerns(const ChangeField &line, const QStringList &changes)
{
    const QStringList codes = QString::fromLatin1(line.changes).split(u' ');
    return std::any_of(codes.begin(), codes.end(),
                       [&changes](const QString &code) { return changes.contains(code); });
}

std::vector<FieldRef> fieldsFor(Entity entity, const QStringList &changes)
{
    std::vector<FieldRef> fields;
    for (const ChangeField &line : kFields)
        if (line.field.entity == entity && concerns(line, changes))
            fields.push_back(line.field);
    return fields;
}

/// From items, which a visit does not ask for.
bool isComputed(const Record &statement, const std::vector<Record> &lines)
{
    return statement[income::f("origin")].toText() != QLatin1String("imported")
           && std::any_of(lines.begin(), lines.end(), [&statement](const Record &line) {
                  return line[income_line::f("statement_id")].toRef() == statement.id;
              });
}

QString personTitle(const Record &person)
{
    const auto text = [&person](FieldRef field) { return valueText(fieldDef(field), person[field]); };
    return QStringList{text(member::f("name")), text(member::f("relation")), text(member::f("birth_date"))}
        .join(QStringLiteral("   "))
        .trimmed();
}

} // namespace

FieldValues ChangedFacts::Part::values() const
{
    return form ? form->editedValues() : FieldValues();
}

ChangedFacts::ChangedFacts(QDate today, QWidget *parent) : QWidget(parent), m_today(today)
{
    m_hint = new QLabel(this);
    m_hint->setWordWrap(true);
    setTextRole(m_hint, TextRole::Hint);
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kGap * 2);
    m_layout->addWidget(m_hint);
    m_hint->hide();
}

void ChangedFacts::setHousehold(const HouseholdDetail &detail)
{
    for (Part &part : m_parts)
        delete part.form;
    m_parts.clear();
    m_changes.clear();
    m_parts.push_back({detail.household, tr("Household"), nullptr, {}});
    // Figures of an earlier year are not rewritten by what is seen today.
    const auto addYearly = [this](const std::vector<Record> &records, FieldRef year, const QString &title) {
        if (!records.empty() && records.front()[year].toInt() == m_today.year())
            m_parts.push_back({records.front(), title.arg(m_today.year()), nullptr, {}});
    };
    addYearly(detail.living, living::f("year"), tr("Living conditions of %1"));
    m_computed = !detail.incomes.empty() && isComputed(detail.incomes.front(), detail.incomeLines);
    if (!m_computed)
        addYearly(detail.incomes, income::f("year"), tr("Income statement of %1"));
    for (const Record &person : detail.members)
        if (isInHousehold(person))
            m_parts.push_back({person, personTitle(person), nullptr, {}});
    m_hint->hide();
}

void ChangedFacts::keepTyped()
{
    for (Part &part : m_parts) {
        if (!part.form)
            continue;
        std::erase_if(part.typed, [&part](const auto &v) { return part.form->editor(v.first) != nullptr; });
        const FieldValues now = part.values();
        part.typed.insert(part.typed.end(), now.begin(), now.end());
    }
}

void ChangedFacts::setChanges(const QStringList &changes)
{
    if (changes == m_changes)
        return;
    keepTyped();
    m_changes = changes;
    rebuild();
}

void ChangedFacts::rebuild()
{
    setUpdatesEnabled(false);
    for (Part &part : m_parts) {
        delete part.form;
        part.form = nullptr;
    }
    // Tab goes on to the new inputs from what stands before this widget, not from the end of the window.
    QWidget *before = previousInFocusChain();
    while (before != this && !(before->focusPolicy() & Qt::TabFocus))
        before = before->previousInFocusChain();
    for (Part &part : m_parts) {
        std::vector<FieldRef> fields = fieldsFor(part.record.entity, m_changes);
        if (fields.empty())
            continue;
        auto *form = new FieldForm({{part.title, std::move(fields)}}, m_today, this);
        form->setRecord(part.record);
        form->setTyped(part.typed);
        m_layout->addWidget(form);
        form->show();
        for (QWidget *input : form->findChildren<QWidget *>()) {
            const bool stop = (input->focusPolicy() & Qt::TabFocus) && !input->focusProxy();
            if (!stop || input->window() != window()) // lists that pop up are windows of their own
                continue;
            setTabOrder(before, input);
            before = input;
        }
        connect(form, &FieldForm::edited, this, &ChangedFacts::edited);
        connect(form, &FieldForm::revealRequested, this,
                [this, id = part.record.id](FieldRef field) { Q_EMIT revealRequested(id, field); });
        part.form = form;
    }
    const auto missing = [this](Entity entity) {
        return !fieldsFor(entity, m_changes).empty()
               && std::none_of(m_parts.begin(), m_parts.end(),
                               [entity](const Part &part) { return part.record.entity == entity; });
    };
    QStringList hints;
    if (missing(Entity::LivingConditions))
        hints << tr("There is no sheet of living conditions for %1 yet; please describe the change below.")
                     .arg(m_today.year());
    if (missing(Entity::IncomeStatement) && m_computed)
        hints << tr(
            "The income statement is computed from items; please describe the change below and change the "
            "items in the household's income tab.");
    else if (missing(Entity::IncomeStatement))
        hints << tr("There is no income statement for %1 yet; please describe the change below.")
                     .arg(m_today.year());
    m_hint->setText(hints.join(u'\n'));
    m_hint->setVisible(!hints.isEmpty());
    setUpdatesEnabled(true);
}

void ChangedFacts::collect(NewVisit &visit) const
{
    for (const Part &part : m_parts) {
        const FieldValues values = part.values();
        if (values.empty())
            continue;
        if (part.record.entity == Entity::Household)
            visit.householdChanges = values;
        else
            visit.memberChanges.emplace_back(part.record.id, values);
    }
}

void ChangedFacts::setDraft(const NewVisit &visit)
{
    for (Part &part : m_parts) {
        if (part.record.entity == Entity::Household)
            part.typed = visit.householdChanges;
        for (const auto &[id, values] : visit.memberChanges)
            if (id == part.record.id)
                part.typed = values;
    }
    rebuild();
}

bool ChangedFacts::check()
{
    bool good = true;
    for (const Part &part : m_parts)
        good = (!part.form || !part.form->isEdited() || part.form->check()) && good;
    return good;
}

QStringList ChangedFacts::showServiceFaults(const QStringList &faults)
{
    // A fault names the field, not the record: every form that changes this field shows it.
    QStringList rest = faults;
    for (const Part &part : m_parts) {
        if (!part.form || !part.form->isEdited())
            continue;
        const QStringList unplaced = part.form->showServiceFaults(faults);
        rest.removeIf([&unplaced](const QString &fault) { return !unplaced.contains(fault); });
    }
    return rest;
}

void ChangedFacts::reveal(RecordId record, FieldRef field)
{
    for (const Part &part : m_parts)
        if (part.form && part.record.id == record)
            part.form->reveal(field);
}

} // namespace ffp::ui
