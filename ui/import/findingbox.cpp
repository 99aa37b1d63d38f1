// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/findingbox.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QWheelEvent>

namespace ffp::ui {

FindingBox::FindingBox(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    setFocusPolicy(Qt::StrongFocus);
}

void FindingBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void FindingBox::focusInEvent(QFocusEvent *event)
{
    QComboBox::focusInEvent(event);
    Q_EMIT entered();
}

void FindingBox::focusOutEvent(QFocusEvent *event)
{
    QComboBox::focusOutEvent(event);
    if (itemText(currentIndex()) == currentText()) // others may have this text too
        return;
    if (const int typed = findText(currentText()); typed >= 0)
        setCurrentIndex(typed);
    setEditText(itemText(currentIndex()));
}

void FindingBox::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // With the list of what fits open, the completer takes the key after this.
    if (!enter || findText(currentText()) >= 0 || completer()->popup()->isVisible()) {
        QComboBox::keyPressEvent(event);
        return;
    }
    completer()->setCompletionPrefix(currentText());
    completer()->complete();
    event->accept();
}

} // namespace ffp::ui
