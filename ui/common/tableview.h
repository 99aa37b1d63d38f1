// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace ffp::ui {

/// The table of every page: whole rows, keyboard first. Enter or double click opens, Ctrl+C copies what is
/// shown (masked texts stay masked), Tab leaves the table.
class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget *parent = nullptr);

    /// One sentence in the middle while there are no rows.
    void setEmptyText(const QString &text);
    /// Column widths from what the first rows hold; the last column takes the rest.
    void fitColumns();
    int fittingWidth(int column) const;
    /// For a short table of sentences: this column takes the room that is left, and its texts wrap.
    void wrapColumn(int column);
    /// Selected rows in view order.
    std::vector<int> selectedRowNumbers() const;
    /// As high as all rows need, for a table inside a longer page; at least one row. Stays so when the width,
    /// and with it the need of a bar to scroll sideways, or the size of text changes.
    void fitHeight(int mostRows);
    /// Rows that fit whole in so many pixels, and what they need.
    int wholeRowsIn(int height) const;
    int heightOfRows(int rows) const;

Q_SIGNALS:
    void opened(const QModelIndex &index);
    /// Ctrl+C; the table has already put tab-separated text of loaded rows on the clipboard unless
    /// setOwnCopy(false).
    void copyRequested();

public:
    void setOwnCopy(bool own) { m_ownCopy = own; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void copySelection() const;
    void applyRowHeight();
    void fitRows();
    void applyFitHeight();

    QString m_emptyText;
    int m_wrapped = -1; ///< the column whose texts wrap
    int m_mostRows = 0; ///< of fitHeight(); 0 = the layout says how high it is
    bool m_ownCopy = true;
};

/// Tab-separated lines for the clipboard; tabs and line breaks inside a cell become blanks.
QString tabSeparated(const std::vector<QStringList> &rows);

} // namespace ffp::ui
