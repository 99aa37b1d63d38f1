// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QTimer;
class QToolButton;
class QTreeView;

namespace ffp::ui {

class AreaTreeModel;
class FilterDialog;
enum class BulkStep;
class HouseholdListModel;
class MessageBar;
class TableView;

/// Area tree at the left, filter bar and list at the right.
class HouseholdListPage : public Page
{
    Q_OBJECT

public:
    explicit HouseholdListPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    void open(const Target &target) override;
    void refresh() override;
    bool escape() override;
    void dataChanged(const ffp::ChangeSummary &summary) override;
    void newVisit() override;

    HouseholdListModel &model() { return *m_model; }
    TableView &table() { return *m_table; }
    QTreeView &tree() { return *m_tree; }
    QLineEdit &text() { return *m_text; }
    QComboBox &classes() { return *m_class; }
    QToolButton &red() { return *m_red; }
    MessageBar &message() { return *m_message; }
    void chooseColumns();
    /// The dialog that builds conditions; null when it is not open.
    FilterDialog *filterDialog() const;
    void chooseFilter();

private:
    QWidget *buildFilterBar();
    void buildTable();
    void loadAreas();
    void areaChosen();
    void applyFilter();
    HouseholdQuery filterQuery() const;
    void setColumns(const QStringList &ids);
    void restoreWidths();
    void rememberWidths();
    void openRow(const QModelIndex &index);
    void openAs(const QString &page, int row);
    void copyRows();
    /// Rows that are selected, in list order.
    std::vector<qint64> chosen() const;
    void changeMany(BulkStep step);
    void updateCounts();
    void rememberPlace();
    void restorePlace();

    PageContext m_context;
    AreaTreeModel *m_areas;
    HouseholdListModel *m_model;
    QSplitter *m_splitter;
    QTreeView *m_tree;
    TableView *m_table;
    QLineEdit *m_text;
    QComboBox *m_class;
    QToolButton *m_red;
    QToolButton *m_bulk;
    QLabel *m_count;
    MessageBar *m_message;
    QTimer *m_typing;
    AreaCode m_area;
    qint64 m_currentRid = 0;
    std::vector<qint64> m_selectedRids;
    int m_firstRow = 0;
    bool m_fitted = false; ///< column widths follow texts that were seen
};

} // namespace ffp::ui
