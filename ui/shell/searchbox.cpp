// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/searchbox.h"

#include "ui/common/icons.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QListWidget>
#include <QPointer>

namespace ffp::ui {
SearchBox::SearchBox(QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(tr("Name, pinyin, ID number, phone, village (Ctrl+F)"));
    setAccessibleName(tr("Search"));
    setClearButtonEnabled(true);
    if (const QIcon glass = icon("search", colors().muted); !glass.isNull())
        addAction(glass, QLineEdit::LeadingPosition);

    // A child of the window instead of a popup: the field keeps the keyboard while one types.
    m_hits = new QListWidget(parent ? parent->window() : nullptr);
    m_hits->setFocusPolicy(Qt::NoFocus);
    m_hits->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hits->setTextElideMode(Qt::ElideRight);
    m_hits->setUniformItemSizes(true);
    m_hits->setItemDelegate(new RowDelegate(m_hits));
    m_hits->hide();
    connect(this, &QLineEdit::textEdited, this, &SearchBox::ask);
    connect(m_hits, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { choose(m_hits->row(item)); });
}

bool SearchBox::event(QEvent *event)
{
    // Esc and arrows belong to the list while it is open, not to the window's shortcuts.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape && (m_hits->isVisible() || !text().isEmpty())) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool forHits = key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_Return
                         || key == Qt::Key_Enter;
    if (forHits && m_waiting) {
        m_ahead.push_back(key);
        return;
    }
    switch (key) {
    case Qt::Key_Escape:
        if (m_hits->isVisible() || m_waiting)
            close();
        else
            clear();
        return;
    case Qt::Key_Down: move(1); return;
    case Qt::Key_Up: move(-1); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hits->isVisible())
            choose(qMax(0, m_hits->currentRow()));
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::focusOutEvent(QFocusEvent *event)
{
    close();
    QLineEdit::focusOutEvent(event);
}

void SearchBox::close()
{
    ++m_question;
    m_waiting = false;
    m_ahead.clear();
    m_hits->hide();
}

void SearchBox::move(int by)
{
    if (m_hits->isHidden())
        ask(text());
    else
        m_hits->setCurrentRow(qBound(0, m_hits->currentRow() + by, static_cast<int>(m_lines.size()) - 1));
}

void SearchBox::ask(const QString &text)
{
    m_ahead.clear(); // they were meant for the former text
    if (!m_source || text.trimmed().isEmpty()) {
        close();
        return;
    }
    m_waiting = true;
    m_source(text.trimmed(), [box = QPointer(this), question = ++m_question](SearchAnswer answer) {
        if (box && question == box->m_question)
            box->show(std::move(answer));
    });
}

void SearchBox::show(SearchAnswer answer)
{
    m_waiting = false;
    m_lines = std::move(answer.lines);
    m_hits->clear();
    for (const SearchLine &line : m_lines)
        m_hits->addItem(QStringLiteral("%1    %2").arg(line.title, line.detail));
    const auto addNote = [this](const QString &note) {
        auto *item = new QListWidgetItem(note, m_hits);
        item->setFlags(Qt::NoItemFlags);
    };
    if (!m_lines.empty())
        m_hits->setCurrentRow(0);
    else
        addNote(answer.hint.isEmpty() ? tr("Nothing found; please try fewer characters.") : answer.hint);
    if (!answer.more.isEmpty())
        addNote(answer.more);
    place(m_hits->count());
    for (const int key : std::exchange(m_ahead, {})) {
        QKeyEvent typed(QEvent::KeyPress, key, Qt::NoModifier);
        keyPressEvent(&typed);
    }
}

void SearchBox::place(int lines)
{
    constexpr int kMostLines = 12;
    const int height = m_hits->sizeHintForRow(0) * qMin(lines, kMostLines) + 2 * m_hits->frameWidth();
    const QPoint corner = mapTo(window(), QPoint(0, this->height() + 2));
    if (m_hits->parentWidget() != window())
        m_hits->setParent(window());
    m_hits->setGeometry(QRect(corner, QSize(width(), height)));
    m_hits->show();
    m_hits->raise();
}

void SearchBox::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_lines.size()))
        return;
    const SearchLine line = m_lines[static_cast<size_t>(row)];
    close();
    clear(); // ready for the next one
    Q_EMIT chosen(line);
}

} // namespace ffp::ui
