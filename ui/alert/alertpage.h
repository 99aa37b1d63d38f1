// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/alertdrafts.h"
#include "core/services/checkservice.h"
#include "ui/common/page.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace ffp::ui {

class AlertDraftKeeper;
class AlertListModel;
class AlertPanel;
class MessageBar;
class TableView;

/// The work list of alerts with the month-end check. Enter opens the household.
///
/// Target: area; rid or record of an alert to choose; args "severity" (red, orange, yellow), "overdue" and
/// "closed" (bool: those settled, too). A target that asks for something begins with no other filter, so that
/// the list has as many rows as the figure said that led here.
class AlertPage : public Page
{
    Q_OBJECT

public:
    explicit AlertPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    void open(const Target &target) override;
    void refresh() override;
    void dataChanged(const ffp::ChangeSummary &summary) override;
    void newVisit() override;
    /// What was typed stays in the page while others are looked at, and in the data file when the page ends;
    /// it asks only when that cannot be written.
    bool mayEnd() override;
    bool keepsInput() const override;

    /// In a worker with progress and cancel; the result stands above the list.
    void runCheck(YearMonth month);

    AlertListModel &model() { return *m_model; }
    AlertPanel &panel() { return *m_panel; }
    TableView &table() { return *m_table; }
    MessageBar &message() { return *m_message; }
    QComboBox &level() { return *m_level; }
    QComboBox &rule() { return *m_rule; }
    QComboBox &area() { return *m_area; }
    QToolButton &overdueOnly() { return *m_overdue; }
    QToolButton &settledToo() { return *m_settled; }

Q_SIGNALS:
    /// The panel shows the current alert.
    void alertShown();
    void checked();
    /// What an earlier window left is back.
    void draftsRestored();

private:
    struct Choices {
        std::vector<AreaCount> areas;
        std::vector<std::pair<QString, QString>> rules; ///< id → title
    };
    QWidget *buildFilterBar();
    void loadChoices();
    void fillChoices(const Choices &choices);
    void applyFilter();
    void askForMonth();
    void showCurrent();
    void openCurrent(const QString &page);
    void rowsLoaded(qsizetype rows);
    void resetFilter();
    void reveal();
    void restore(const std::vector<AlertDraft> &drafts);
    void showUnsaved();
    void change(std::function<Result<>(Session &, RecordId)> work, bool texts);

    PageContext m_context;
    quint64 m_shownGeneration = 0;
    qint64 m_currentRid = 0;
    bool m_chooseCurrent = false; ///< from the target, until the rows are there
    QString m_pageWanted;         ///< Enter was faster than reading the alert
    AreaCode m_wantedArea;        ///< from the target, until the areas are there
    QComboBox *m_level;
    QComboBox *m_rule;
    QComboBox *m_area;
    QToolButton *m_overdue;
    QToolButton *m_settled;
    QLabel *m_count;
    MessageBar *m_message;
    AlertListModel *m_model;
    TableView *m_table;
    AlertPanel *m_panel;
    AlertDraftKeeper *m_drafts;
};

} // namespace ffp::ui
