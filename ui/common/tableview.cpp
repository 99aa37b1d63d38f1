// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tableview.h"

#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace ffp::ui {

QString tabSeparated(const std::vector<QStringList> &rows)
{
    QString text;
    for (const QStringList &row : rows) {
        QStringList cells = row;
        for (QString &cell : cells)
            for (QChar &c : cell)
                if (c == u'\t' || c == u'\n' || c == u'\r')
                    c = u' ';
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

TableView::TableView(QWidget *parent) : QTableView(parent)
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setItemDelegate(new RowDelegate(this));
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsMovable(false);
    applyRowHeight();
    connect(this, &QTableView::doubleClicked, this, &TableView::opened);
}

void TableView::applyRowHeight()
{
    verticalHeader()->setDefaultSectionSize(RowDelegate::rowHeight(fontMetrics()));
    horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 4);
    fitRows(); // a new height of rows is for all of them
}

void TableView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void TableView::fitColumns()
{
    if (!model())
        return;
    const int columns = model()->columnCount();
    for (int c = 0; c < columns - 1; ++c)
        setColumnWidth(c, fittingWidth(c));
}

int TableView::fittingWidth(int column) const
{
    constexpr int kRowsLookedAt = 40;
    const int rows = qMin(kRowsLookedAt, model()->rowCount());
    int width = horizontalHeader()->sectionSizeHint(column);
    for (int r = 0; r < rows; ++r)
        width = qMax(width, fontMetrics().horizontalAdvance(model()->index(r, column).data().toString()));
    return qMin(width + kGap * 3, fontMetrics().averageCharWidth() * 32);
}

void TableView::wrapColumn(int column)
{
    setWordWrap(true);
    horizontalHeader()->setStretchLastSection(false);
    for (int c = 0; c < model()->columnCount(); ++c)
        horizontalHeader()->setSectionResizeMode(c, c == column ? QHeaderView::Stretch
                                                                : QHeaderView::ResizeToContents);
    m_wrapped = column;
    // Later: while it is being stretched, the header still gives the width before.
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &TableView::fitRows,
            Qt::QueuedConnection);
    fitRows();
}

void TableView::fitRows()
{
    if (m_wrapped < 0 || !model())
        return;
    const int room = columnWidth(m_wrapped) - kGap * 2; // the margins of a cell
    for (int r = 0; r < model()->rowCount(); ++r) {
        const QString text = model()->index(r, m_wrapped).data().toString();
        const QRect whole = fontMetrics().boundingRect(QRect(0, 0, qMax(1, room), 0), Qt::TextWordWrap, text);
        setRowHeight(r, whole.height() + kGap + 2);
    }
}

std::vector<int> TableView::selectedRowNumbers() const
{
    std::vector<int> rows;
    if (selectionModel())
        for (const QItemSelectionRange &range : selectionModel()->selection())
            for (int r = range.top(); r <= range.bottom(); ++r)
                rows.push_back(r);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void TableView::fitHeight(int mostRows)
{
    m_mostRows = mostRows;
    applyFitHeight();
}

void TableView::applyFitHeight()
{
    if (m_mostRows == 0)
        return;
    const int rows = model() ? qBound(1, model()->rowCount(), m_mostRows) : 1;
    setFixedHeight(heightOfRows(rows) + (model() && model()->rowCount() > m_mostRows ? 0 : 2));
}

/// What stands above and below the rows.
int TableView::heightOfRows(int rows) const
{
    const bool scrolls = horizontalHeader()->length() > viewport()->width();
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0; // it would cover the last row
    return bar + horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize()
           + 2 * frameWidth();
}

int TableView::wholeRowsIn(int height) const
{
    return qMax(1, (height - heightOfRows(0)) / verticalHeader()->defaultSectionSize());
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        if (m_ownCopy)
            copySelection();
        Q_EMIT copyRequested();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::copySelection() const
{
    std::vector<QStringList> rows;
    for (const int r : selectedRowNumbers()) {
        QStringList cells;
        for (int c = 0; c < model()->columnCount(); ++c)
            if (!isColumnHidden(c))
                cells << model()->index(r, c).data().toString();
        rows.push_back(cells);
    }
    if (!rows.empty())
        QApplication::clipboard()->setText(tabSeparated(rows));
}

void TableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || !model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(colors().muted);
    painter.drawText(viewport()->rect().adjusted(kGap * 2, 0, -kGap * 2, 0),
                     Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

void TableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        applyRowHeight();
        applyFitHeight();
    }
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    applyFitHeight();
}

} // namespace ffp::ui
