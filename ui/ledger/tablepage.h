// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/services/tableservice.h"
#include "ui/common/page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace ffp::ui {

class ConditionEditor;
class DocumentView;
class MessageBar;
class PickList;

inline const QString kTablesPage = QStringLiteral("tables");

/// Tables that nobody foresaw: what it is about, which of it, what is listed or counted; kept as views, saved
/// and printed. Target args: "view" the title of a kept one.
class TablePage : public Page
{
    Q_OBJECT

public:
    explicit TablePage(const PageContext &context, QWidget *parent = nullptr);
    ~TablePage() override;

    QString title() const override;
    void open(const Target &target) override;
    void refresh() override;
    void dataChanged(const ffp::ChangeSummary &summary) override;

    TableRequest request() const;
    void showTable(const TableDefinition &table);
    /// Until the table is there or `ms` are over; for pictures and tests.
    bool waitUntilLoaded(int ms);

    DocumentView &view() { return *m_view; }
    QComboBox &views() { return *m_views; }
    QComboBox &subjects() { return *m_subject; }
    ConditionEditor &conditions() { return *m_conditions; }
    PickList &columns() { return *m_columns; }
    PickList &groups() { return *m_groups; }
    PickList &figures() { return *m_figures; }
    QLineEdit &bands() { return *m_bands; }
    QLineEdit &name() { return *m_title; }
    void saveView();
    void removeView();

private:
    QWidget *buildForm();
    QWidget *buildChoices(QWidget *parent);
    QWidget *buildViewBar(QWidget *parent);
    void fillFields();
    void loadViews(const QString &chosen);
    void viewChosen(int index);
    void countOrList();
    void bandsOfCurrent();
    void load();

    PageContext m_context;
    std::vector<TableService::View> m_known;
    TableRequest m_shown; ///< what the view holds
    QComboBox *m_views;
    QLineEdit *m_title;
    QPushButton *m_save;
    QPushButton *m_remove;
    QComboBox *m_subject;
    QComboBox *m_area;
    ConditionEditor *m_conditions;
    QComboBox *m_kind; ///< count or list
    QStackedWidget *m_stack;
    PickList *m_columns;
    PickList *m_groups;
    QLineEdit *m_bands;
    PickList *m_figures;
    QCheckBox *m_full;
    DocumentView *m_view;
    QTimer *m_soon;
    std::shared_ptr<JobProgress> m_progress;
    bool m_loading = false;
};

} // namespace ffp::ui
