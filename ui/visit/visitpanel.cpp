// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/visitpanel.h"

#include "core/domain/fields/visitfields.h"
#include "ui/common/fieldtext.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {
namespace {

constexpr FieldRef kAnswers[] = {
    visit::f("mode"),      visit::f("purpose"),     visit::f("people"),    visit::f("respondent"),
    visit::f("changes"),   visit::f("change_note"), visit::f("situation"), visit::f("needs"),
    visit::f("new_risks"), visit::f("handled"),     visit::f("todo"),      visit::f("remark"),
};

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

VisitPanel::VisitPanel(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *inner = new QFrame(this);
    inner->setProperty("card", true);
    m_dueTitle = new QLabel(tr("Due"), inner);
    setTextRole(m_dueTitle, TextRole::Heading);
    m_lastTitle = new QLabel(inner);
    setTextRole(m_lastTitle, TextRole::Heading);
    m_eye = new QPushButton(icon("eye"), tr("Show what is masked (is recorded)"), inner);
    m_eye->setProperty("link", true);
    m_eye->hide();
    m_due = new QVBoxLayout;
    m_due->setSpacing(kGap / 2);
    m_answers = new QVBoxLayout;
    m_answers->setSpacing(2);
    auto *layout = new QVBoxLayout(inner);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_dueTitle);
    layout->addLayout(m_due);
    layout->addSpacing(kGap);
    layout->addWidget(m_lastTitle);
    layout->addLayout(m_answers);
    layout->addWidget(m_eye, 0, Qt::AlignLeft);
    layout->addStretch(1);
    setWidget(inner);
    connect(m_eye, &QPushButton::clicked, this, &VisitPanel::revealRequested);
}

void VisitPanel::show(const VisitForm &form, const std::vector<Alert> &alerts)
{
    m_last = form.lastVisit;
    fillDue(form, alerts);
    fillLast(false);
}

void VisitPanel::fillDue(const VisitForm &form, const std::vector<Alert> &alerts)
{
    clear(m_due);
    const auto proposedDay = std::find_if(form.proposed.begin(), form.proposed.end(), [](const auto &value) {
        return value.first == visit::f("visited_on");
    });
    if (m_last && proposedDay != form.proposed.end()
        && (*m_last)[visit::f("visited_on")] == proposedDay->second)
        addDue(tr("A visit of this day has been entered already."), TextRole::Flag);
    if (form.due.contains(QStringLiteral("contact_month")))
        addDue(QStringLiteral("● ") + tr("The contact of this month is due."), TextRole::Flag);
    for (const Alert &alert : alerts) {
        addDue(QStringLiteral("%1 %2 %3").arg(severityMark(alert.severity), alert.rule, alert.ruleTitle),
               alert.severity == QLatin1String("red") ? std::optional(TextRole::Flag) : std::nullopt);
        addDue(alert.message, TextRole::Hint);
    }
    if (m_due->count() == 0)
        addDue(tr("Nothing is due."), TextRole::Hint);
}

void VisitPanel::addDue(const QString &text, std::optional<TextRole> role)
{
    QLabel *line = wrapped(text, widget());
    if (role)
        setTextRole(line, *role);
    m_due->addWidget(line);
}

std::vector<FieldRef> VisitPanel::maskedFields() const
{
    std::vector<FieldRef> fields;
    for (const FieldRef field : kAnswers)
        if (m_last && fieldDef(field).sensitivity == Sensitivity::S && !(*m_last)[field].isBlank())
            fields.push_back(field);
    return fields;
}

void VisitPanel::revealLast()
{
    fillLast(true);
}

void VisitPanel::fillLast(bool plain)
{
    clear(m_answers);
    m_eye->setVisible(!plain && !maskedFields().empty());
    if (!m_last) {
        m_lastTitle->setText(tr("Last visit"));
        QLabel *nothing = wrapped(tr("No visit yet."), widget());
        setTextRole(nothing, TextRole::Hint);
        m_answers->addWidget(nothing);
        return;
    }
    m_lastTitle->setText(
        tr("Last visit: %1")
            .arg(valueText(fieldDef(visit::f("visited_on")), (*m_last)[visit::f("visited_on")])));
    for (const FieldRef field : kAnswers) {
        const FieldDef &def = fieldDef(field);
        const Value &value = (*m_last)[field];
        if (value.isBlank())
            continue;
        auto *label = new QLabel(fieldLabel(def), widget());
        setTextRole(label, TextRole::Hint);
        m_answers->addWidget(label);
        m_answers->addWidget(wrapped(plain ? valueText(def, value) : maskedValueText(def, value), widget()));
        m_answers->addSpacing(kGap / 2);
    }
}

} // namespace ffp::ui
