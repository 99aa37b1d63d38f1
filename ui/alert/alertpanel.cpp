// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alert/alertpanel.h"

#include "ui/alert/alertlistmodel.h"
#include "ui/common/errortext.h"
#include "ui/common/fieldtext.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

#include <algorithm>

namespace ffp::ui {
namespace {

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void clear(QGridLayout *grid)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

AlertPanel::AlertPanel(QDate today, QWidget *parent) : QFrame(parent), m_today(today)
{
    setProperty("card", true);
    m_none = wrapped(this);
    m_none->setText(tr("Choose an alert to see why it was raised."));
    setTextRole(m_none, TextRole::Hint);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(buildFacts(), 1);
    column->addWidget(buildForm());
    m_scroll->setWidget(inner);
    for (QWidget *part : {m_scroll->viewport(), inner}) // the card shows through
        part->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_none);
    layout->addWidget(m_scroll, 1);
    show(nullptr);
}

QWidget *AlertPanel::buildFacts()
{
    m_facts = new QWidget(this);
    m_level = new QLabel(m_facts);
    m_rule = wrapped(m_facts);
    setTextRole(m_rule, TextRole::Heading);
    m_household = new QPushButton(m_facts);
    m_household->setProperty("link", true);
    auto *visit = new QPushButton(icon("visit", colors().accent), tr("V&isit"), m_facts);
    visit->setProperty("link", true);
    visit->setToolTip(tr("Visit this household (F6)"));
    auto *who = new QHBoxLayout;
    who->addWidget(m_household);
    who->addStretch(1);
    who->addWidget(visit);
    m_message = wrapped(m_facts);
    m_eye = new QPushButton(icon("eye"), tr("Show what is hidden (is recorded)"), m_facts);
    m_eye->setProperty("link", true);
    m_clause = wrapped(m_facts);
    setTextRole(m_clause, TextRole::Hint);
    m_values = new QGridLayout;
    m_values->setHorizontalSpacing(kGap * 2);
    m_values->setVerticalSpacing(2);
    m_values->setColumnStretch(1, 1);
    m_done = wrapped(m_facts);
    auto *layout = new QVBoxLayout(m_facts);
    layout->setContentsMargins(0, 0, kGap, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_level);
    layout->addWidget(m_rule);
    layout->addLayout(who);
    layout->addWidget(m_message);
    layout->addLayout(m_values);
    layout->addWidget(m_eye, 0, Qt::AlignLeft);
    layout->addWidget(m_clause);
    layout->addWidget(m_done);
    layout->addStretch(1);
    connect(m_eye, &QPushButton::clicked, this, &AlertPanel::revealWanted);
    connect(m_household, &QPushButton::clicked, this, &AlertPanel::householdWanted);
    connect(visit, &QPushButton::clicked, this, &AlertPanel::visitWanted);
    return m_facts;
}

QWidget *AlertPanel::buildForm()
{
    m_form = new QWidget(this);
    m_draftHint = wrapped(m_form);
    m_draftHint->setText(tr("What was typed here before is back; it is not saved yet."));
    setTextRole(m_draftHint, TextRole::Hint);
    m_due = new QDateEdit(m_form);
    m_due->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_due->setCalendarPopup(true);
    auto *setDue = new QPushButton(tr("Set &due date"), m_form);
    auto *dueRow = new QHBoxLayout;
    dueRow->setSpacing(kGap);
    dueRow->addWidget(m_due, 1);
    dueRow->addWidget(setDue);
    m_action = new QPlainTextEdit(m_form);
    m_action->setTabChangesFocus(true);
    constexpr int kActionLines = 2;
    m_action->setFixedHeight(m_action->fontMetrics().lineSpacing() * kActionLines + kGap * 2);
    m_reviewer = new QLineEdit(m_form);

    auto *layout = new QVBoxLayout(m_form);
    layout->setContentsMargins(0, 0, kGap, 0);
    layout->setSpacing(kGap / 2);
    layout->addWidget(m_draftHint);
    const auto row = [&](const QString &label, const QString &field, QWidget *input, QLayout *inRow) {
        auto *hint = new QLabel(label, m_form);
        setTextRole(hint, TextRole::Hint);
        hint->setBuddy(input);
        input->setAccessibleName(label);
        QLabel *fault = wrapped(m_form);
        fault->setProperty("fault", true);
        fault->hide();
        layout->addWidget(hint);
        if (inRow)
            layout->addLayout(inRow);
        else
            layout->addWidget(input);
        layout->addWidget(fault);
        m_inputs.push_back({field, input, fault});
    };
    row(tr("Due date"), QStringLiteral("due"), m_due, dueRow);
    row(tr("What was done"), QStringLiteral("action"), m_action, nullptr);
    row(tr("Reviewed by"), QStringLiteral("reviewer"), m_reviewer, nullptr);
    layout->addSpacing(kGap);
    auto *buttons = new QWidget(m_form);
    auto *flow = new FlowLayout(buttons, kGap);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const auto &[state, text] : {std::pair(QStringLiteral("confirmed"), tr("It is &true")),
                                      std::pair(QStringLiteral("acting"), tr("&Being acted on")),
                                      std::pair(QStringLiteral("closed"), tr("&Removed, close")),
                                      std::pair(QStringLiteral("refuted"), tr("&Not true, close"))}) {
        auto *button = new QPushButton(text, buttons);
        flow->addWidget(button);
        m_states.emplace_back(state, button);
        connect(button, &QPushButton::clicked, this, [this, state] {
            showFault({}, {});
            Q_EMIT stateChosen(state, m_action->toPlainText(), m_reviewer->text());
        });
    }
    layout->addWidget(buttons);
    connect(m_due, &QDateEdit::dateChanged, this, &AlertPanel::draftsChanged);
    connect(m_action, &QPlainTextEdit::textChanged, this, &AlertPanel::draftsChanged);
    connect(m_reviewer, &QLineEdit::textChanged, this, &AlertPanel::draftsChanged);
    connect(setDue, &QPushButton::clicked, this, [this] {
        showFault({}, {});
        Q_EMIT dueChosen(m_due->date());
    });
    return m_form;
}

QPushButton *AlertPanel::stateButton(const QString &state) const
{
    for (const auto &[name, button] : m_states)
        if (name == state)
            return button;
    return nullptr;
}

void AlertPanel::show(const Alert *alert)
{
    const bool same = alert && m_alert && m_alert->id == alert->id;
    if (!same)
        keepDraft();
    const std::optional<Alert> before = std::exchange(m_alert, alert ? std::optional(*alert) : std::nullopt);
    m_none->setVisible(!alert);
    m_scroll->setVisible(alert);
    m_form->setVisible(alert && !alertSettled(alert->state));
    if (!alert)
        return;
    fillFacts(*alert);
    if (same) {
        renewForm(*before, *alert);
    } else {
        fillForm(*alert);
        m_scroll->ensureVisible(0, 0);
    }
    m_textsSaved = false;
    showFault({}, {});
    for (const auto &[state, button] : m_states)
        button->setEnabled(state != alert->state);
}

void AlertPanel::reveal(const Alert &alert)
{
    if (!m_alert || m_alert->id != alert.id)
        return;
    m_alert = alert;
    fillFacts(alert);
}

bool AlertPanel::showsDraft() const
{
    return !m_draftHint->isHidden();
}

QDate AlertPanel::firstDue(const Alert &alert) const
{
    if (alert.due.isValid())
        return alert.due;
    return alert.proposedDue.isValid() ? alert.proposedDue : m_today;
}

AlertDraft AlertPanel::typed() const
{
    return {m_alert ? m_alert->id : RecordId(), m_alert ? m_alert->rid : 0, m_due->date(),
            m_action->toPlainText(), m_reviewer->text()};
}

/// Texts are stored without blanks around them, and a blank one leaves what is stored.
bool AlertPanel::differs(const AlertDraft &draft, const Alert &alert) const
{
    const auto other = [](const QString &typed, const QString &stored) {
        return !typed.trimmed().isEmpty() && typed.trimmed() != stored.trimmed();
    };
    return !alertSettled(alert.state)
           && (draft.due != firstDue(alert) || other(draft.action, alert.action)
               || other(draft.reviewer, alert.reviewer));
}

bool AlertPanel::hasTyped() const
{
    return m_alert && !m_textsSaved && differs(typed(), *m_alert);
}

void AlertPanel::textsSaved(RecordId id)
{
    m_drafts.erase(id);
    if (m_alert && m_alert->id == id)
        m_textsSaved = true;
    Q_EMIT draftsChanged();
}

std::vector<AlertDraft> AlertPanel::drafts() const
{
    std::vector<AlertDraft> all;
    for (const auto &[id, draft] : m_drafts)
        all.push_back(draft);
    if (hasTyped())
        all.push_back(typed());
    return all;
}

qsizetype AlertPanel::restore(const std::vector<AlertDraft> &drafts, const std::vector<Alert> &alerts)
{
    qsizetype back = 0;
    for (const AlertDraft &draft : drafts) {
        const auto alert = std::find_if(alerts.begin(), alerts.end(),
                                        [&](const Alert &one) { return one.id == draft.alert; });
        const bool shown = m_alert && m_alert->id == draft.alert;
        if (alert == alerts.end() || !differs(draft, *alert) || m_drafts.contains(draft.alert)
            || (shown && hasTyped()))
            continue;
        m_drafts[draft.alert] = draft;
        ++back;
        if (shown)
            fillForm(*m_alert);
    }
    return back;
}

qint64 AlertPanel::unsaved() const
{
    if (hasTyped())
        return m_alert->rid;
    return m_drafts.empty() ? 0 : m_drafts.begin()->second.rid;
}

void AlertPanel::discardDrafts()
{
    m_drafts.clear();
    if (m_alert)
        showStored(*m_alert);
    m_draftHint->hide();
    Q_EMIT draftsChanged();
}

void AlertPanel::keepDraft()
{
    if (hasTyped())
        m_drafts[m_alert->id] = typed();
}

void AlertPanel::fillFacts(const Alert &alert)
{
    QString level = levelText(alert.severity) + QStringLiteral("   ") + codeText("flag_status", alert.state);
    if (alert.overdue)
        level += QStringLiteral("   ") + codeText("flag_status", QStringLiteral("overdue"));
    if (alert.provincial)
        level += QStringLiteral("   ") + tr("marked by the province");
    m_level->setText(level);
    setTextRole(m_level, alert.severity == QLatin1String("red") && !alertSettled(alert.state)
                             ? TextRole::Flag
                             : TextRole::Hint);
    m_rule->setText(QStringLiteral("%1 %2").arg(alert.rule, alert.ruleTitle));
    m_household->setText(QStringLiteral("%1   %2").arg(alert.headName, alert.areaName));
    m_message->setText(alert.message);
    m_eye->setVisible(alert.masked);
    m_clause->setText(alert.clause);
    clear(m_values);
    int line = 0;
    const auto add = [this, &line](const QString &label, const QString &value) {
        auto *left = wrapped(m_facts);
        left->setText(label);
        setTextRole(left, TextRole::Hint);
        auto *right = wrapped(m_facts);
        right->setText(value);
        right->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_values->addWidget(left, line, 0, Qt::AlignTop);
        m_values->addWidget(right, line++, 1);
    };
    for (const auto &[label, value] : alert.values)
        add(label, value);
    add(tr("Opened"), alert.opened.toString(Qt::ISODate));
    add(tr("Due"), dueText(alert));
    if (alert.closed.isValid())
        add(tr("Closed"), QStringLiteral("%1  %2").arg(alert.closed.toString(Qt::ISODate),
                                                       codeText("flag_close_reason", alert.closeReason)));
    const bool told = alertSettled(alert.state) && !alert.action.isEmpty();
    m_done->setVisible(told);
    m_done->setText(told ? tr("Done: %1 (reviewed by %2)").arg(alert.action, alert.reviewer) : QString());
}

void AlertPanel::showStored(const Alert &alert)
{
    m_due->setDate(firstDue(alert));
    m_action->setPlainText(alert.action);
    m_reviewer->setText(alert.reviewer);
}

void AlertPanel::fillForm(const Alert &alert)
{
    showStored(alert);
    const auto draft = m_drafts.find(alert.id);
    const bool back = draft != m_drafts.end() && differs(draft->second, alert);
    if (back) {
        m_due->setDate(draft->second.due);
        m_action->setPlainText(draft->second.action);
        m_reviewer->setText(draft->second.reviewer);
    }
    if (draft != m_drafts.end())
        m_drafts.erase(draft);
    m_draftHint->setVisible(back);
}

void AlertPanel::renewForm(const Alert &before, const Alert &alert)
{
    const AlertDraft now = typed();
    const auto renewed = [this](const QString &text, const QString &was, const QString &is) {
        return m_textsSaved || text == was ? is : text;
    };
    if (now.due == firstDue(before))
        m_due->setDate(firstDue(alert));
    if (const QString text = renewed(now.action, before.action, alert.action); text != now.action)
        m_action->setPlainText(text); // the cursor stays where nothing changes
    if (const QString text = renewed(now.reviewer, before.reviewer, alert.reviewer); text != now.reviewer)
        m_reviewer->setText(text);
    if (!differs(typed(), alert))
        m_draftHint->hide();
}

bool AlertPanel::showRefusal(const Error &error)
{
    for (const Input &input : m_inputs) {
        if (error.subject.field != input.field)
            continue;
        showFault(input.field, error.kind == ErrorKind::RuleBroken
                                   ? tr("The policy asks for this first (%1).").arg(error.args.value(1))
                                   : errorText(error));
        input.input->setFocus();
        QTimer::singleShot(0, this, [this, fault = input.fault] { m_scroll->ensureWidgetVisible(fault); });
        return true;
    }
    return false;
}

void AlertPanel::showFault(const QString &field, const QString &text)
{
    for (const Input &input : m_inputs) {
        const bool here = input.field == field;
        input.fault->setText(here ? text : QString());
        input.fault->setVisible(here);
    }
}

} // namespace ffp::ui
