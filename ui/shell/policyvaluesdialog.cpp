// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/policyvaluesdialog.h"

#include "core/jobs/job.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/models/texttablemodel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {
namespace {

bool chinese()
{
    return windowLanguage() == Language::Chinese;
}

QString markText(const PolicyValue &value)
{
    if (value.set)
        return PolicyValuesDialog::tr("set here");
    switch (value.mark) {
    case PolicyMark::Policy: return PolicyValuesDialog::tr("fixed by the policy");
    case PolicyMark::LocalDefault: return PolicyValuesDialog::tr("local default");
    case PolicyMark::Unverified: return PolicyValuesDialog::tr("not confirmed");
    }
    Q_UNREACHABLE();
}

/// A value as words: that of a list, or of yes and no.
QString shownValue(const PolicyValue &value, const QString &text)
{
    for (const auto &[code, words] : value.choices)
        if (code == text)
            return words.in(chinese());
    if (text.isEmpty())
        return PolicyValuesDialog::tr("none");
    if (value.yesNo)
        return text == QLatin1String("true") ? PolicyValuesDialog::tr("yes") : PolicyValuesDialog::tr("no");
    return value.unit.isEmpty() ? text : text + u' ' + unitText(value.unit);
}

QString titleOf(const PolicyValue &value)
{
    return value.ruleId.isEmpty()
               ? value.title.in(chinese())
               : PolicyValuesDialog::tr("%1 (%2)").arg(value.title.in(chinese()), value.ruleId);
}

} // namespace

PolicyValuesDialog::PolicyValuesDialog(Session &session, QWidget *parent)
    : BusyDialog(parent),
      m_session(session)
{
    setWindowTitle(tr("Policy values"));
    m_message = new MessageBar(this);
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Find a value"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_model = new TextTableModel(this);
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setEmptyText(tr("No such value."));
    m_basis = new QLabel(this);
    m_basis->setWordWrap(true);
    setTextRole(m_basis, TextRole::Hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 2, kGap * 3, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_message);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_basis);
    layout->addWidget(makeEditor());
    constexpr QSize kFirstSize(980, 620);
    resize(kFirstSize);
    connect(m_filter, &QLineEdit::textChanged, this, &PolicyValuesDialog::showRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PolicyValuesDialog::showCurrent);
    connect(m_table, &TableView::opened, this, [this] { m_editor->currentWidget()->setFocus(); });
    setInputs({m_filter, m_table});
    load();
    m_filter->setFocus();
}

QWidget *PolicyValuesDialog::makeEditor()
{
    auto *row = new QWidget(this);
    m_value = new QLineEdit(row);
    m_value->setAccessibleName(tr("Value"));
    m_choice = new QComboBox(row);
    m_choice->setAccessibleName(tr("Value"));
    m_editor = new QStackedWidget(row);
    m_editor->addWidget(m_value);
    m_editor->addWidget(m_choice);
    m_reason = new QLineEdit(row);
    m_reason->setPlaceholderText(tr("Basis, such as a document (kept in the history)"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    m_set = new QPushButton(tr("&Set for this office"), row);
    m_reset = new QPushButton(tr("&Back to the pack's value"), row);
    auto *close = new QPushButton(tr("Close"), row);
    for (QPushButton *button : {m_set, m_reset, close})
        button->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(kGap);
    line->addWidget(m_editor, 1);
    line->addWidget(m_reason, 2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addWidget(m_set);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addLayout(line);
    layout->addLayout(buttons);
    for (QLineEdit *edit : {m_value, m_reason})
        connect(edit, &QLineEdit::textChanged, this, &PolicyValuesDialog::updateAction);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PolicyValuesDialog::updateAction);
    connect(m_value, &QLineEdit::returnPressed, m_reason, qOverload<>(&QWidget::setFocus));
    connect(m_reason, &QLineEdit::returnPressed, m_set, &QPushButton::click);
    connect(m_set, &QPushButton::clicked, this, [this] { change(false); });
    connect(m_reset, &QPushButton::clicked, this, [this] { change(true); });
    connect(close, &QPushButton::clicked, this, &PolicyValuesDialog::reject);
    return row;
}

void PolicyValuesDialog::load()
{
    setBusy(true);
    runJob<std::vector<PolicyValue>>(
        this, [&session = m_session](Progress &) { return PolicyService(session).values(); },
        [this](Result<std::vector<PolicyValue>> values) {
            setBusy(false);
            if (values)
                m_values = std::move(*values);
            else
                m_message->showError(values.error());
            showRows();
            Q_EMIT loaded();
        });
}

void PolicyValuesDialog::showRows()
{
    const QString wanted = m_wanted.isEmpty() ? currentKey() : m_wanted;
    const QString filter = m_filter->text().trimmed();
    m_shown.clear();
    std::vector<TextTableModel::Row> rows;
    for (size_t i = 0; i < m_values.size(); ++i) {
        const PolicyValue &value = m_values[i];
        const QStringList cells{titleOf(value), shownValue(value, value.text), markText(value),
                                value.ruleTitle.in(chinese())};
        if (!filter.isEmpty() && !cells.join(u'\n').contains(filter, Qt::CaseInsensitive)
            && !value.key.contains(filter, Qt::CaseInsensitive))
            continue;
        m_shown.push_back(i);
        rows.push_back({cells, {}, value.key, false, !value.isEditable()});
    }
    m_model->setTable({{tr("What"), false}, {tr("Value"), false}, {tr("From"), false}, {tr("Rule"), false}},
                      std::move(rows));
    m_table->fitColumns();
    m_wanted.clear();
    selectKey(wanted);
    showCurrent();
}

QString PolicyValuesDialog::currentKey() const
{
    const PolicyValue *chosen = current();
    return chosen ? chosen->key : QString();
}

void PolicyValuesDialog::selectKey(const QString &key)
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(),
                                    [&](size_t at) { return m_values[at].key == key; });
    if (!m_shown.empty())
        m_table->selectRow(found == m_shown.end() ? 0 : static_cast<int>(found - m_shown.begin()));
}

const PolicyValue *PolicyValuesDialog::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_shown.size()) ? &m_values[m_shown[static_cast<size_t>(row)]]
                                                              : nullptr;
}

QString PolicyValuesDialog::typed() const
{
    return m_editor->currentWidget() == m_choice ? m_choice->currentData().toString()
                                                 : m_value->text().trimmed();
}

void PolicyValuesDialog::showCurrent()
{
    const PolicyValue *chosen = current();
    m_reason->clear();
    m_choice->clear();
    m_value->clear();
    m_basis->clear();
    if (chosen) {
        const QString shipped = tr("In the pack: %1").arg(shownValue(*chosen, chosen->shipped));
        m_basis->setText(chosen->basis.isEmpty() ? shipped : chosen->basis + u'\n' + shipped);
        std::vector<std::pair<QString, QString>> choices;
        for (const auto &[code, words] : chosen->choices)
            choices.emplace_back(words.in(chinese()), code);
        if (chosen->yesNo)
            choices = {{tr("yes"), QStringLiteral("true")},
                       {tr("no"), QStringLiteral("false")},
                       {tr("none"), QString()}};
        for (const auto &[words, code] : choices)
            m_choice->addItem(words, code);
        m_choice->setCurrentIndex(m_choice->findData(chosen->text));
        m_value->setText(chosen->text);
        m_editor->setCurrentWidget(choices.empty() ? static_cast<QWidget *>(m_value) : m_choice);
    }
    updateAction();
}

void PolicyValuesDialog::updateAction()
{
    const PolicyValue *chosen = current();
    const bool may = chosen && chosen->isEditable() && !isBusy() && m_session.user().role == Role::Admin;
    for (QWidget *input : {static_cast<QWidget *>(m_value), static_cast<QWidget *>(m_choice),
                           static_cast<QWidget *>(m_reason)})
        input->setEnabled(may);
    m_set->setEnabled(may && typed() != chosen->text && !m_reason->text().trimmed().isEmpty());
    m_reset->setEnabled(may && chosen->set);
}

void PolicyValuesDialog::change(bool reset)
{
    const PolicyValue *chosen = current();
    if (!chosen || isBusy() || !(reset ? m_reset : m_set)->isEnabled())
        return;
    m_message->clear();
    m_wanted = chosen->key;
    setBusy(true);
    runJob<bool>(
        this,
        [&session = m_session, key = m_wanted, text = typed(), reset,
         reason = m_reason->text().trimmed()](Progress &) -> Result<bool> {
            PolicyService service(session);
            FFP_TRY(reset ? service.dropLocalValue(key) : service.setLocalValue(key, text, reason));
            return true;
        },
        [this](Result<bool> done) {
            setBusy(false);
            if (done) {
                load();
                return;
            }
            m_wanted.clear();
            m_message->showError(done.error());
            updateAction();
            Q_EMIT loaded();
        });
}

} // namespace ffp::ui
