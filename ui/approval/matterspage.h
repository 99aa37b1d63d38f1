// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/caseservice.h"
#include "ui/common/page.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTextBrowser;

namespace ffp::ui {

class ActDialog;
class MessageBar;
class TableView;
class TextTableModel;

/// The matters that wait for the user, those that are under way, came back or are late; beside the list the
/// one that is chosen with its steps, what it still lacks and what was done, and the buttons for what the
/// user may do. F7 and F8 go through the list, Enter opens the household.
///
/// Target: record = a matter, or with args "new" the household that one is started for.
class MattersPage : public Page
{
    Q_OBJECT

public:
    explicit MattersPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    void open(const Target &target) override;
    void refresh() override;
    void dataChanged(const ffp::ChangeSummary &summary) override;
    void step(int by) override;

    /// Until list and matter are shown or `ms` are over; for pictures and tests.
    bool waitUntilShown(int ms);
    void start(const NewMatter &matter);
    void perform(const CaseRequest &request);
    void note(RecordId matter, const QString &step, const FieldValues &values);

    TextTableModel &model() { return *m_model; }
    TableView &table() { return *m_table; }
    QComboBox &box() { return *m_box; }
    MessageBar &message() { return *m_message; }
    QPushButton *button(CaseVerb verb) const;
    QString shownText() const;
    const std::optional<CaseView> &shown() const { return m_view; }

Q_SIGNALS:
    /// What was asked for is done, or refused.
    void done();

private:
    QWidget *buildBar();
    QWidget *buildPanel();
    void load();
    void showRows(std::vector<CaseRow> rows);
    void loadMatter();
    void showMatter();
    void ask(CaseVerb verb);
    void askForNote();
    void askForNew(RecordId household);
    void showChains();
    void finished(const Result<ChangeSummary> &result);
    QString html() const;

    PageContext m_context;
    std::vector<CaseRow> m_rows;
    std::optional<CaseView> m_view;
    RecordId m_wanted;
    int m_loading = 0;
    QComboBox *m_box;
    QLabel *m_count;
    MessageBar *m_message;
    TextTableModel *m_model;
    TableView *m_table;
    QTextBrowser *m_text;
    QPushButton *m_note;
    std::vector<std::pair<CaseVerb, QPushButton *>> m_buttons;
};

} // namespace ffp::ui
