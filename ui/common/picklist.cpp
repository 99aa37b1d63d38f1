// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/picklist.h"

#include "ui/common/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {

namespace {

constexpr int kRows = 4; ///< shown without scrolling

} // namespace

PickList::PickList(const QString &accessibleName, QWidget *parent) : QWidget(parent)
{
    m_box = new QComboBox(this);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setAccessibleName(accessibleName);
    m_box->lineEdit()->setPlaceholderText(tr("Type or choose to add"));
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    m_list = new QListWidget(this);
    m_list->setAccessibleName(accessibleName);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setToolTip(tr("Delete takes a line out, Ctrl+Up and Ctrl+Down move it"));
    m_list->setFixedHeight(m_list->fontMetrics().lineSpacing() * (kRows + 1) + 2 * m_list->frameWidth());
    m_list->installEventFilter(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap / 2);
    column->addWidget(m_box);
    column->addWidget(m_list);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        add(m_box->itemData(index).toString());
        m_box->setCurrentIndex(-1);
        m_box->clearEditText();
    });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &PickList::changed);
    connect(m_list, &QListWidget::currentRowChanged, this, &PickList::currentChanged);
}

QString PickList::textOf(const QString &id) const
{
    const auto exact = std::ranges::find(m_items, id, &Item::id);
    if (exact != m_items.end())
        return exact->text;
    const QString more = id.section(u':', -1);
    const auto known = std::ranges::find(m_items, id.left(id.size() - more.size() - 1), &Item::id);
    return known == m_items.end() ? QString() : QStringLiteral("%1 (%2)").arg(known->text, more);
}

void PickList::setItems(std::vector<Item> items)
{
    const QStringList before = chosen();
    m_items = std::move(items);
    m_box->clear();
    for (const Item &item : m_items)
        m_box->addItem(item.text, item.id);
    m_box->setCurrentIndex(-1);
    setChosen(before);
}

QStringList PickList::chosen() const
{
    QStringList ids;
    for (int row = 0; row < m_list->count(); ++row)
        ids << m_list->item(row)->data(Qt::UserRole).toString();
    return ids;
}

void PickList::setChosen(const QStringList &ids)
{
    m_list->clear();
    for (const QString &id : ids)
        if (const QString text = textOf(id); !text.isEmpty()) {
            auto *item = new QListWidgetItem(text, m_list);
            item->setData(Qt::UserRole, id);
        }
}

void PickList::add(const QString &id)
{
    const QString text = textOf(id);
    if (text.isEmpty() || chosen().contains(id))
        return;
    auto *item = new QListWidgetItem(text, m_list);
    item->setData(Qt::UserRole, id);
    m_list->setCurrentItem(item);
    Q_EMIT changed();
}

QString PickList::currentId() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void PickList::replaceCurrent(const QString &id)
{
    QListWidgetItem *item = m_list->currentItem();
    const QString text = textOf(id);
    if (!item || text.isEmpty() || item->data(Qt::UserRole).toString() == id)
        return;
    item->setData(Qt::UserRole, id);
    item->setText(text);
    Q_EMIT changed();
}

void PickList::move(int by)
{
    const int row = m_list->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(row));
    m_list->setCurrentRow(to);
    Q_EMIT changed();
}

void PickList::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    delete m_list->takeItem(row);
    Q_EMIT changed();
}

bool PickList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Delete)
        removeCurrent();
    else if (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Up)
        move(-1);
    else if (key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_Down)
        move(1);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace ffp::ui
