// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/searchbox.h"

#include "ui/common/icons.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QListWidget>

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
    connect(this, &QLineEdit::textEdited, this, &SearchBox::update);
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
    switch (event->key()) {
    case Qt::Key_Escape:
        if (m_hits->isVisible())
            m_hits->hide();
        else
            clear();
        return;
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (m_hits->isHidden()) {
            update(text());
            return;
        }
        m_hits->setCurrentRow(qBound(0, m_hits->currentRow() + (event->key() == Qt::Key_Down ? 1 : -1),
                                     static_cast<int>(m_lines.size()) - 1));
        return;
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
    m_hits->hide();
    QLineEdit::focusOutEvent(event);
}

void SearchBox::update(const QString &text)
{
    if (!m_source || text.trimmed().isEmpty()) {
        m_hits->hide();
        return;
    }
    SearchAnswer answer = m_source(text.trimmed());
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
    m_hits->hide();
    clear(); // ready for the next one
    Q_EMIT chosen(line);
}

} // namespace ffp::ui
