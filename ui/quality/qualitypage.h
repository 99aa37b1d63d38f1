// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/qualityservice.h"
#include "ui/common/page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace ffp::ui {

class MessageBar;
class QualityListModel;
class TableView;
class TextTableModel;

namespace pages {
inline const QString kQuality = QStringLiteral("quality"); ///< area; args "rule"
} // namespace pages

/// The data-quality rules: how many findings of which rule, and the findings of the rule that is chosen.
/// Enter opens the household at the field. The first visit runs the check by itself.
///
/// Target: area; args "rule" ("DQ-101").
class QualityPage : public Page
{
    Q_OBJECT

public:
    explicit QualityPage(const PageContext &context, QWidget *parent = nullptr);
    ~QualityPage() override;

    QString title() const override;
    void open(const Target &target) override;
    void refresh() override;
    void dataChanged(const ffp::ChangeSummary &summary) override;

    /// In a worker with progress and cancel.
    void runCheck();
    /// Until the findings are there or `ms` are over; for pictures and tests.
    bool waitUntilChecked(int ms);
    void answerSelected(const QString &reason);
    void saveAs(const QString &ending);

    QualityListModel &model() { return *m_model; }
    TextTableModel &counts() { return *m_counts; }
    TableView &table() { return *m_table; }
    TableView &rules() { return *m_rules; }
    MessageBar &message() { return *m_message; }
    QComboBox &level() { return *m_level; }
    QComboBox &area() { return *m_area; }
    QToolButton &answeredToo() { return *m_answered; }
    QPushButton &answerButton() { return *m_answer; }

Q_SIGNALS:
    /// Findings, or why there are none.
    void checked();
    /// Answers are stored, or why not.
    void answered();

private:
    QWidget *buildFilterBar();
    QWidget *buildActions();
    void take(Result<QualityRun> run);
    void showRun(std::shared_ptr<const QualityRun> run);
    void showCounts();
    void fillAreas();
    void applyFilter();
    void openCurrent();
    void opened(const QualityFinding &finding);
    void askForReason();
    void renewAnswers();
    std::vector<qsizetype> selected() const;
    QualityFilter filter() const;

    PageContext m_context;
    bool m_running = false;
    QString m_rule; ///< chosen in the table of counts
    AreaCode m_wantedArea;
    QComboBox *m_level;
    QComboBox *m_area;
    QToolButton *m_answered;
    QLabel *m_count;
    QPushButton *m_answer;
    QPushButton *m_export;
    MessageBar *m_message;
    TextTableModel *m_counts;
    TableView *m_rules;
    QualityListModel *m_model;
    TableView *m_table;
};

} // namespace ffp::ui
