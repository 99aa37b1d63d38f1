// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/undokeys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextDocument>

namespace ffp::ui {
namespace {

/// Whether a text field has nothing of its own to take back; false for anything else.
bool hasNothing(const QObject *field, bool redo)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(field))
        return redo ? !line->isRedoAvailable() : !line->isUndoAvailable();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(field))
        return redo ? !text->document()->isRedoAvailable() : !text->document()->isUndoAvailable();
    return false;
}

} // namespace

UndoKeys::UndoKeys(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool UndoKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    if ((!undo && !key->matches(QKeySequence::Redo)) || !hasNothing(watched, !undo))
        return false;
    event->ignore();
    return true;
}

} // namespace ffp::ui
