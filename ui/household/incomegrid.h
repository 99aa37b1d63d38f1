// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace ffp::ui {

class IncomeGridModel;

/// The items of a statement, typed like a column of a spreadsheet: digits begin, Enter goes to the next item,
/// Ctrl+Enter leaves the items, Insert makes a second line of the item, Delete empties the cell.
class IncomeGrid : public QTableView
{
    Q_OBJECT

public:
    explicit IncomeGrid(IncomeGridModel &model, QWidget *parent = nullptr);

    void goTo(const QModelIndex &cell);
    /// What is being typed goes into the model.
    void finishEditing();

Q_SIGNALS:
    /// Ctrl+Enter, or Enter in the last item.
    void finished();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void nextItem();

    IncomeGridModel &m_model;
};

} // namespace ffp::ui
