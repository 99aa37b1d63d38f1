// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/columnchooser.h"

#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/models/householdlistmodel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {

ColumnChooser::ColumnChooser(const QStringList &shown, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Columns of the list"));
    auto *hint = new QLabel(tr("Space ticks a column, Alt+Up and Alt+Down move it."), this);
    setTextRole(hint, TextRole::Hint);
    auto *find = new QLineEdit(this);
    find->setPlaceholderText(tr("Find a column"));
    find->setClearButtonEnabled(true);
    m_list = new QListWidget(this);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    constexpr int kLinesShown = 12;
    m_list->setMinimumSize(360, RowDelegate::rowHeight(m_list->fontMetrics()) * kLinesShown);
    auto *up = new QPushButton(tr("Up"), this);
    up->setShortcut(QKeySequence(QStringLiteral("Alt+Up")));
    auto *down = new QPushButton(tr("Down"), this);
    down->setShortcut(QKeySequence(QStringLiteral("Alt+Down")));
    auto *standard = new QPushButton(tr("Standard columns"), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    setPrimary(buttons->button(QDialogButtonBox::Ok));
    for (QPushButton *button : {up, down, standard})
        button->setAutoDefault(false);

    auto *side = new QHBoxLayout;
    side->setSpacing(kGap);
    side->addWidget(up);
    side->addWidget(down);
    side->addStretch(1);
    side->addWidget(standard);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(hint);
    layout->addWidget(find);
    layout->addWidget(m_list, 1);
    layout->addLayout(side);
    layout->addWidget(buttons);

    fill(shown);
    m_list->setFocus();
    connect(find, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (int i = 0; i < m_list->count(); ++i)
            m_list->item(i)->setHidden(!m_list->item(i)->text().contains(text, Qt::CaseInsensitive));
    });
    connect(up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(down, &QPushButton::clicked, this, [this] { move(+1); });
    connect(standard, &QPushButton::clicked, this, [this] { fill(defaultColumns()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QStringList ColumnChooser::defaultColumns()
{
    QStringList ids;
    for (const ListColumn &column : RegistryService::columns())
        if (column.shownByDefault)
            ids << QLatin1String(column.id);
    return ids;
}

QStringList ColumnChooser::chosen() const
{
    QStringList ids;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked)
            ids << m_list->item(i)->data(Qt::UserRole).toString();
    return ids.isEmpty() ? defaultColumns() : ids;
}

void ColumnChooser::fill(const QStringList &shown)
{
    m_list->clear();
    const auto add = [this](const ListColumn &column, bool ticked) {
        auto *item = new QListWidgetItem(listColumnLabel(column), m_list);
        item->setData(Qt::UserRole, QLatin1String(column.id));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    };
    for (const QString &id : shown)
        if (const ListColumn *column = listColumn(id))
            add(*column, true);
    for (const ListColumn &column : RegistryService::columns())
        if (!shown.contains(QLatin1String(column.id)))
            add(column, false);
    m_list->setCurrentRow(0);
}

void ColumnChooser::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
}

} // namespace ffp::ui
