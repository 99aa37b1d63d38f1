// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/registryservice.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace ffp::ui {

class TableView;
class TextTableModel;

/// Who changed which field when, from what to what. S-class values stay masked here.
class HistoryTab : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryTab(QWidget *parent = nullptr);

    void setEntries(std::vector<HistoryEntry> entries);
    void setLoading();
    void setFailed();
    TableView &table() { return *m_table; }

private:
    void fill();

    std::vector<HistoryEntry> m_entries;
    TextTableModel *m_model;
    TableView *m_table;
    QLineEdit *m_find;
    QLabel *m_count;
};

} // namespace ffp::ui
