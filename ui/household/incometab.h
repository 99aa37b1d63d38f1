// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/registryservice.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ffp::ui {

class RecordTab;
class TableView;
class TextTableModel;

/// Income statements: both per-capita figures by their full names with the rule set they follow, the
/// statements, and the items of the one that is selected beside those of the one before it. Amounts are shown
/// with all digits that are stored.
class IncomeTab : public QWidget
{
    Q_OBJECT

public:
    explicit IncomeTab(QWidget *parent = nullptr);

    void setStatements(const std::vector<Record> &statements, const std::vector<Record> &lines);
    RecordTab &statements() { return *m_statements; }
    void setAddEnabled(bool enabled);

Q_SIGNALS:
    void opened(const ffp::Record &statement);
    void addRequested();
    void printRequested(const ffp::Record &statement);
    void withdrawRequested(const ffp::Record &statement);

private:
    QWidget *buildFigures();
    QWidget *buildButtons();
    const Record *current() const;
    void showStatement(int row);
    void showLines(const Record &statement);

    RecordTab *m_statements;
    TextTableModel *m_lineModel;
    TableView *m_lines;
    QLabel *m_net;
    QLabel *m_reference;
    QLabel *m_basis;
    QLabel *m_itemsTitle;
    QPushButton *m_add;
    QPushButton *m_print;
    QPushButton *m_withdraw;
    std::vector<Record> m_allLines;
    bool m_addEnabled = false;
};

} // namespace ffp::ui
