// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/incomegrid.h"

#include "ui/common/theme.h"
#include "ui/household/incomegridmodel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace ffp::ui {
namespace {

/// A list for persons and factors, a line for everything else.
class CellDelegate : public QStyledItemDelegate
{
public:
    CellDelegate(IncomeGridModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        if (!isChoice(index))
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto *box = new QComboBox(parent);
        box->addItem(QString());
        int number = 0;
        for (const IncomeGridModel::Choice &choice : m_model.choices(index))
            box->addItem(QStringLiteral("%1 %2").arg(++number).arg(choice.label));
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            box->setCurrentIndex(index.data(IncomeGridModel::kChoiceRole).toInt() + 1);
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            model->setData(index, box->currentIndex() - 1, IncomeGridModel::kChoiceRole);
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }

private:
    static bool isChoice(const QModelIndex &index)
    {
        return index.column() == IncomeGridModel::Person || index.column() == IncomeGridModel::Factor;
    }

    IncomeGridModel &m_model;
};

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

} // namespace

IncomeGrid::IncomeGrid(IncomeGridModel &model, QWidget *parent) : QTableView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new CellDelegate(model, this));
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked
                    | QAbstractItemView::EditKeyPressed);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(true);
    setAccessibleName(tr("Items"));
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(IncomeGridModel::Note, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    for (const auto &[column, letters] :
         {std::pair(IncomeGridModel::Item, 26), std::pair(IncomeGridModel::Quantity, 7),
          std::pair(IncomeGridModel::Unit, 6), std::pair(IncomeGridModel::Amount, 11),
          std::pair(IncomeGridModel::Factor, 9), std::pair(IncomeGridModel::Counted, 8),
          std::pair(IncomeGridModel::Person, 9), std::pair(IncomeGridModel::Last, 11),
          std::pair(IncomeGridModel::Difference, 11)})
        setColumnWidth(column, letter * letters);
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.isHeading(row))
            setSpan(row, 0, 1, IncomeGridModel::ColumnCount);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        clearSpans();
        for (int row = 0; row < m_model.rowCount(); ++row)
            if (m_model.isHeading(row))
                setSpan(row, 0, 1, IncomeGridModel::ColumnCount);
    });
    // Not goTo(): a grid that has no size yet would scroll its first columns away.
    setCurrentIndex(model.index(m_model.neighbour(0, 1), IncomeGridModel::Amount));
}

void IncomeGrid::goTo(const QModelIndex &cell)
{
    setCurrentIndex(cell);
    scrollTo(cell);
}

void IncomeGrid::finishEditing()
{
    if (state() != QAbstractItemView::EditingState)
        return;
    if (QWidget *editor = indexWidget(currentIndex())) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

void IncomeGrid::nextItem()
{
    const int row = currentIndex().row();
    const int next = m_model.neighbour(row, 1);
    if (next == row)
        Q_EMIT finished();
    else
        goTo(m_model.index(next, currentIndex().column()));
}

void IncomeGrid::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex at = currentIndex();
    if (isEnter(*event) && (event->modifiers() & Qt::ControlModifier)) {
        Q_EMIT finished();
    } else if (isEnter(*event)) {
        if (state() == QAbstractItemView::EditingState)
            event->ignore(); // the line has taken it and closes in a moment
        else
            nextItem();
    } else if (event->key() == Qt::Key_Insert && at.isValid()) {
        goTo(m_model.index(m_model.addLine(at.row()), IncomeGridModel::Amount));
    } else if (event->key() == Qt::Key_Delete && (at.flags() & Qt::ItemIsEditable)) {
        const bool choice = at.column() == IncomeGridModel::Person || at.column() == IncomeGridModel::Factor;
        m_model.setData(at, choice ? QVariant(-1) : QVariant(QString()),
                        choice ? int(IncomeGridModel::kChoiceRole) : int(Qt::EditRole));
    } else {
        QTableView::keyPressEvent(event);
    }
}

void IncomeGrid::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    if (hint == QAbstractItemDelegate::SubmitModelCache && hasFocus()) // Enter
        nextItem();
}

} // namespace ffp::ui
