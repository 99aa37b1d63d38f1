// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/filterdialog.h"

#include "ui/common/conditioneditor.h"
#include "ui/common/fieldtext.h"
#include "ui/common/icons.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ffp::ui {

namespace {

const QString kSubject = QStringLiteral("household");
constexpr int kCharacters = 90; ///< four inputs side by side

} // namespace

FilterDialog::FilterDialog(const PageContext &context, const QString &where, const QStringList &columns,
                           QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_shownColumns(columns)
{
    setWindowTitle(tr("Filter"));
    m_kept = new QComboBox(this);
    auto *keptLabel = new QLabel(tr("Kept &list"), this);
    keptLabel->setBuddy(m_kept);
    auto *hint = new QLabel(tr("Households that fulfil all of these are shown."), this);
    setTextRole(hint, TextRole::Hint);
    m_conditions = new ConditionEditor(this);
    m_conditions->setSubject(kSubject);
    if (!m_conditions->setConditions(where) || m_conditions->lines() == 0)
        m_conditions->addLine();
    m_name = new QLineEdit(this);
    m_name->setPlaceholderText(tr("Name, to keep filter and columns"));
    m_name->setAccessibleName(tr("Name, to keep filter and columns"));
    auto *keepButton = new QPushButton(icon("save"), tr("&Keep"), this);
    keepButton->setAutoDefault(false);
    m_message = new MessageBar(this);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *show = buttons->addButton(tr("&Show"), QDialogButtonBox::AcceptRole);
    show->setDefault(true);
    setPrimary(show);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);

    auto *top = new QHBoxLayout;
    top->addWidget(keptLabel);
    top->addWidget(m_kept, 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_name, 1);
    bottom->addWidget(keepButton);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(kGap);
    column->addLayout(top);
    column->addWidget(hint);
    column->addWidget(m_conditions);
    column->addStretch();
    column->addWidget(m_message);
    column->addLayout(bottom);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * kCharacters);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(keepButton, &QPushButton::clicked, this, &FilterDialog::keep);
    connect(m_kept, &QComboBox::activated, this, &FilterDialog::chooseKept);
    loadKept({});
}

void FilterDialog::loadKept(const QString &chosen)
{
    m_lists.clear();
    m_kept->clear();
    m_kept->addItem(tr("None"));
    const auto views = TableService(m_context.session).views();
    if (!views) {
        m_message->showError(views.error());
        return;
    }
    for (const TableService::View &view : *views) {
        if (view.table.subject != kSubject || view.table.isCount())
            continue;
        m_lists.push_back(view.table);
        const bool english = windowLanguage() == Language::English && !view.table.english.isEmpty();
        m_kept->addItem(english ? view.table.english : view.table.title);
        if (view.table.title == chosen)
            m_kept->setCurrentIndex(m_kept->count() - 1);
    }
}

void FilterDialog::chooseKept(int index)
{
    if (index <= 0)
        return;
    const TableDefinition &list = m_lists[static_cast<size_t>(index) - 1];
    m_conditions->setConditions(list.where);
    m_columns = list.columns;
    m_name->setText(list.title);
}

QString FilterDialog::where() const
{
    return m_conditions->conditions();
}

void FilterDialog::keep()
{
    TableDefinition list;
    list.title = m_name->text().trimmed();
    list.subject = kSubject;
    list.where = where();
    list.columns = m_columns.isEmpty() ? m_shownColumns : m_columns;
    if (list.title.isEmpty()) {
        m_message->show(NoticeKind::Warning, tr("Please give the list a name first."));
        m_name->setFocus();
        return;
    }
    if (const auto saved = TableService(m_context.session).save(list); !saved) {
        m_message->showError(saved.error());
        return;
    }
    m_message->show(NoticeKind::Good, tr("Kept as %1.").arg(list.title));
    loadKept(list.title);
}

} // namespace ffp::ui
