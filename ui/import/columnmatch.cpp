// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columnmatch.h"

#include "ui/common/fieldtext.h"
#include "ui/common/theme.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>

namespace ffp::ui {
namespace {

const QString kColumnMime = QStringLiteral("application/x-ffp-import-column");
const QString kFieldMime = QStringLiteral("application/x-ffp-import-field");

QMimeData *dataOf(const QString &type, const QString &text)
{
    auto *data = new QMimeData;
    data->setData(type, text.toUtf8());
    return data;
}

void acceptIf(QDragMoveEvent *event, const QString &type, bool over)
{
    if (over && event->mimeData()->hasFormat(type))
        event->acceptProposedAction();
    else
        event->ignore();
}

} // namespace

QString labelOf(const ImportTarget &target)
{
    return windowLanguage() == Language::English ? target.english : target.chinese;
}

QString markedLabelOf(const ImportTarget &target)
{
    return target.required ? QStringLiteral("＊ ") + labelOf(target) : labelOf(target);
}

ColumnTable::ColumnTable(QWidget *parent) : QTableWidget(parent)
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
}

QMimeData *ColumnTable::mimeData(const QList<QTableWidgetItem *> &items) const
{
    return items.isEmpty() ? nullptr : dataOf(kColumnMime, QString::number(items.first()->row()));
}

QStringList ColumnTable::mimeTypes() const
{
    return {kFieldMime};
}

void ColumnTable::dragEnterEvent(QDragEnterEvent *event)
{
    acceptIf(event, kFieldMime, true);
}

void ColumnTable::dragMoveEvent(QDragMoveEvent *event)
{
    acceptIf(event, kFieldMime, rowAt(event->position().toPoint().y()) >= 0);
}

void ColumnTable::dropEvent(QDropEvent *event)
{
    const int row = rowAt(event->position().toPoint().y());
    if (row < 0 || !event->mimeData()->hasFormat(kFieldMime))
        return;
    event->acceptProposedAction();
    Q_EMIT fieldDropped(row, QString::fromUtf8(event->mimeData()->data(kFieldMime)));
}

FieldList::FieldList(QWidget *parent) : QListWidget(parent)
{
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setUniformItemSizes(true);
    connect(this, &QListWidget::itemDoubleClicked, this,
            [this](const QListWidgetItem *item) { Q_EMIT fieldChosen(item->data(Qt::UserRole).toString()); });
}

void FieldList::setTargets(std::vector<ImportTarget> targets)
{
    m_targets = std::move(targets);
    clear();
    for (const ImportTarget &target : m_targets) {
        auto *item = new QListWidgetItem(markedLabelOf(target), this);
        item->setData(Qt::UserRole, target.id);
    }
}

void FieldList::setTaken(const QMap<QString, QString> &taken)
{
    for (int i = 0; i < count(); ++i) {
        const ImportTarget &target = m_targets[size_t(i)];
        const QString header = taken.value(target.id);
        item(i)->setText(header.isEmpty() ? markedLabelOf(target)
                                          : tr("%1 ← %2").arg(markedLabelOf(target), header));
        item(i)->setForeground(!header.isEmpty() ? colors().muted
                               : target.required ? colors().flag
                                                 : colors().text);
    }
}

void FieldList::filter(const QString &text)
{
    const QString wanted = text.trimmed();
    for (int i = 0; i < count(); ++i) {
        const ImportTarget &target = m_targets[size_t(i)];
        item(i)->setHidden(!target.chinese.contains(wanted, Qt::CaseInsensitive)
                           && !target.english.contains(wanted, Qt::CaseInsensitive));
    }
}

void FieldList::selectFirst()
{
    for (int i = 0; i < count(); ++i)
        if (!item(i)->isHidden()) {
            setCurrentRow(i);
            return;
        }
}

QMimeData *FieldList::mimeData(const QList<QListWidgetItem *> &items) const
{
    return items.isEmpty() ? nullptr : dataOf(kFieldMime, items.first()->data(Qt::UserRole).toString());
}

QStringList FieldList::mimeTypes() const
{
    return {kColumnMime};
}

void FieldList::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || !currentItem()) {
        QListWidget::keyPressEvent(event);
        return;
    }
    Q_EMIT fieldChosen(currentItem()->data(Qt::UserRole).toString());
    event->accept();
}

void FieldList::dragEnterEvent(QDragEnterEvent *event)
{
    acceptIf(event, kColumnMime, true);
}

void FieldList::dragMoveEvent(QDragMoveEvent *event)
{
    acceptIf(event, kColumnMime, itemAt(event->position().toPoint()) != nullptr);
}

void FieldList::dropEvent(QDropEvent *event)
{
    const QListWidgetItem *field = itemAt(event->position().toPoint());
    if (!field || !event->mimeData()->hasFormat(kColumnMime))
        return;
    event->acceptProposedAction();
    Q_EMIT columnDropped(event->mimeData()->data(kColumnMime).toInt(), field->data(Qt::UserRole).toString());
}

} // namespace ffp::ui
