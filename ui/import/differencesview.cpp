// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/differencesview.h"

#include "ui/common/tableview.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {

using Which = DifferenceModel::Which;

namespace {

constexpr int kLongestReason = 60;

void choose(ImportChoice &choice, const ImportDifference &one, DifferencesView::Scope scope, Side side)
{
    switch (scope) {
    case DifferencesView::Scope::Value: return choice.chooseCell(one.row, one.id, side);
    case DifferencesView::Scope::Row: return choice.chooseRow(one.row, side);
    case DifferencesView::Scope::Column: return choice.chooseColumn(one.id, side);
    case DifferencesView::Scope::All: return choice.chooseAll(side);
    }
}

} // namespace

DifferencesView::DifferencesView(QWidget *parent) : QWidget(parent)
{
    m_which = new QComboBox(this);
    m_which->setAccessibleName(tr("Which differences"));
    m_model = new DifferenceModel(this);
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Differences"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEmptyText(tr("The file says nothing else than the register."));
    m_hint = new QLabel(this);
    m_hint->setWordWrap(true);
    setTextRole(m_hint, TextRole::Hint);
    m_choose = buildChoice();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGap, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_which, 0, Qt::AlignLeft);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_hint);
    layout->addWidget(m_choose);
    connect(m_which, &QComboBox::currentIndexChanged, this, &DifferencesView::showRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DifferencesView::showCurrent);
}

QWidget *DifferencesView::buildChoice()
{
    auto *bar = new QWidget(this);
    m_scope = new QComboBox(bar);
    m_scope->setAccessibleName(tr("For how much"));
    for (const QString &text :
         {tr("this value"), tr("the whole row"), tr("the whole column"), tr("all values")})
        m_scope->addItem(text);
    m_reason = new QLineEdit(bar);
    m_reason->setMaxLength(kLongestReason);
    m_reason->setPlaceholderText(tr("first the reason, for the history, without numbers of persons"));
    m_reason->setAccessibleName(tr("Reason"));
    m_keep = new QPushButton(tr("&Keep what is here"), bar);
    m_take = new QPushButton(tr("&Use the file's"), bar);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_scope);
    layout->addWidget(m_reason, 1);
    layout->addWidget(m_keep);
    layout->addWidget(m_take);
    connect(m_reason, &QLineEdit::textChanged, this, &DifferencesView::showCurrent);
    connect(m_keep, &QPushButton::clicked, this, [this] { choose(Side::Register); });
    connect(m_take, &QPushButton::clicked, this, [this] { choose(Side::File); });
    return bar;
}

void DifferencesView::setFile(DifferenceModel::Files files, size_t file, const ImportChoice &choice,
                              bool mayChoose)
{
    m_files = std::move(files);
    m_file = file;
    m_choice = choice;
    m_choose->setVisible(mayChoose);
    fillWhich();
    showRows();
}

void DifferencesView::fillWhich()
{
    const QSignalBlocker quiet(m_which);
    const int current = qMax(0, m_which->currentIndex());
    m_which->clear();
    static const FilePreview none;
    const FilePreview &file = m_file < m_files->size() ? (*m_files)[m_file] : none;
    for (const auto &[which, text] :
         {std::pair(Which::All, tr("All differences (%1)")),
          std::pair(Which::TypedHere, tr("Typed here (%1)")), std::pair(Which::Kept, tr("Kept here (%1)"))})
        m_which->addItem(text.arg(DifferenceModel::count(file, which)), int(which));
    m_which->setCurrentIndex(current);
}

void DifferencesView::showRows()
{
    const int row = m_table->currentIndex().row();
    m_model->setDifferences(m_files, m_file, Which(m_which->currentData().toInt()));
    m_table->fitColumns();
    if (m_model->rowCount() > 0)
        m_table->selectRow(qBound(0, row, m_model->rowCount() - 1));
    showCurrent();
}

void DifferencesView::showCurrent()
{
    const std::vector<int> rows = m_table->selectedRowNumbers();
    m_hint->setText(rows.size() == 1 ? m_model->index(rows.front(), 0).data(Qt::ToolTipRole).toString()
                                     : QString());
    for (QPushButton *button : {m_keep, m_take})
        button->setEnabled(!rows.empty() && !m_reason->text().simplified().isEmpty());
}

void DifferencesView::choose(Side side)
{
    const std::vector<int> rows = m_table->selectedRowNumbers();
    if (rows.empty() || !m_choose->isVisibleTo(this) || m_reason->text().simplified().isEmpty())
        return;
    for (const int row : rows)
        ui::choose(m_choice, m_model->difference(row), Scope(m_scope->currentIndex()), side);
    Q_EMIT chosen(m_choice, m_reason->text().simplified());
}

} // namespace ffp::ui
