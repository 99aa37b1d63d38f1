// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/registryservice.h"

#include <QWidget>

class QLabel;

namespace ffp::ui {

class RecordTab;
class TableView;
class TextTableModel;

/// Income statements: both per-capita figures by their full names, the statements, and the items of the one
/// that is selected. Amounts are shown with all digits that are stored.
class IncomeTab : public QWidget
{
    Q_OBJECT

public:
    explicit IncomeTab(QWidget *parent = nullptr);

    void setStatements(const std::vector<Record> &statements, const std::vector<Record> &lines);
    RecordTab &statements() { return *m_statements; }

Q_SIGNALS:
    void opened(const ffp::Record &statement);

private:
    void showStatement(int row);

    RecordTab *m_statements;
    TextTableModel *m_lineModel;
    TableView *m_lines;
    QLabel *m_net;
    QLabel *m_reference;
    QLabel *m_basis;
    std::vector<Record> m_allLines;
};

} // namespace ffp::ui
