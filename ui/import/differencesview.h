// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/import/differencemodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ffp::ui {

class TableView;

/// The values that a file says otherwise than the register, and the choice which side is taken: of a value, a
/// row, a column, or all, with a reason. What is chosen is said by a signal and comes back with the new
/// preview; nothing is written.
class DifferencesView : public QWidget
{
    Q_OBJECT

public:
    enum class Scope { Value, Row, Column, All };

    explicit DifferencesView(QWidget *parent = nullptr);

    /// `choice`: what holds for the file now. Without `mayChoose` the list is for reading only.
    void setFile(DifferenceModel::Files files, size_t file, const ImportChoice &choice, bool mayChoose);
    /// For the chosen rows of the table.
    void choose(Side side);

    TableView &table() { return *m_table; }
    QComboBox &which() { return *m_which; }
    QComboBox &scope() { return *m_scope; }
    QLineEdit &reason() { return *m_reason; }
    QPushButton &keepButton() { return *m_keep; }
    QPushButton &takeButton() { return *m_take; }

Q_SIGNALS:
    void chosen(const ffp::ImportChoice &choice, const QString &reason);

private:
    QWidget *buildChoice();
    void fillWhich();
    void showRows();
    void showCurrent();

    DifferenceModel::Files m_files;
    size_t m_file = 0;
    ImportChoice m_choice;
    DifferenceModel *m_model;
    QComboBox *m_which;
    TableView *m_table;
    QLabel *m_hint;
    QWidget *m_choose;
    QComboBox *m_scope;
    QLineEdit *m_reason;
    QPushButton *m_keep;
    QPushButton *m_take;
};

} // namespace ffp::ui
