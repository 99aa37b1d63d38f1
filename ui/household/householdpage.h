// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/pasteservice.h"
#include "ui/common/page.h"
#include "ui/household/fieldwish.h"

class QTabWidget;

namespace ffp::ui {

enum class FamilyStep;
class AttachmentTab;
class FieldForm;
class HelpTab;
class HistoryTab;
class HouseholdHead;
class EntryActions;
class IncomeActions;
class IncomeTab;
class MessageBar;
class RecordForm;
class RecordTab;

/// One household: head line, form, and everything that hangs on it. Target: record or rid, sequence for
/// next and previous; args "tab" = id of a tab (basic, member, living, income, safeguard, risk, help,
/// measure, visit, attachment, alert, history), or "field", "member" and "notice" (FieldWish): the tab and
/// the input of a field.
///
/// Reading and saving run in the background. The page shows what was asked for last or nothing; while it
/// saves it stays where it is (Page::leave) and takes no input.
class HouseholdPage : public Page
{
    Q_OBJECT

public:
    explicit HouseholdPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    void open(const Target &target) override;
    void refresh() override;
    bool mayLeave() override;
    void dataChanged(const ffp::ChangeSummary &summary) override;
    void save() override;
    void step(int by) override;
    void newVisit() override;
    bool hasUnsavedInput() const override;

    const HouseholdDetail &detail() const { return m_detail; }
    FieldForm &form();
    HouseholdHead &head() { return *m_head; }
    RecordForm &basics() { return *m_basics; }
    RecordTab &members() { return *m_members; }
    HelpTab &help() { return *m_help; }
    AttachmentTab &attachments() { return *m_attachments; }
    IncomeTab &incomes() { return *m_incomes; }
    IncomeActions &incomeActions() { return *m_incomeActions; }
    HistoryTab &history() { return *m_history; }
    MessageBar &message() { return *m_message; }
    QTabWidget &tabs() { return *m_tabs; }
    void showTab(const QString &id);

Q_SIGNALS:
    /// Everything of the household is on the screen, or why not.
    void loadEnded();
    /// The answer to save() is on the screen.
    void saveEnded();
    /// A sensitive value is shown, or why not.
    void revealEnded();

protected:
    bool isSaving() const override { return m_saving; }
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildBasics();
    void buildTabs();
    void addTab(const QString &id, QWidget *tab, const QString &title);
    /// The household that was asked for is the one on the screen.
    bool isShown() const;
    void load();
    void loaded(HouseholdDetail detail);
    void loadFailed(const Error &error);
    /// A detail without household clears the page.
    void showDetail(HouseholdDetail detail);
    /// When its tab is in front and does not show it yet.
    void loadHistory();
    /// Who comes to the page again asks again for S-class values.
    void maskAgain();
    void setSaving(bool saving);
    void updateBusy();
    void saved(const FieldValues &values);
    void giveUp();
    void reveal(FieldRef field, std::function<void()> shown);
    /// Shows the field that another page led to, once the household is there.
    void showWish();
    const Record *wishedRecord(const FieldWish &wish) const;
    /// Of the clipboard, into the household that is shown.
    void pasteRows(Paste::Into into);
    void changeFamily(FamilyStep step);
    void printFile();
    bool belongsHere(const ChangeSummary &summary) const;

    PageContext m_context;
    RecordId m_id;
    qint64 m_rid = 0;
    std::vector<qint64> m_sequence;
    std::optional<FieldWish> m_wish;
    HouseholdDetail m_detail;
    quint64 m_generation = 0;      ///< of what is asked for
    quint64 m_shownGeneration = 0; ///< of what is shown
    bool m_historyShown = false;
    bool m_loadFailed = false;
    bool m_saving = false;
    bool m_changedMeanwhile = false; ///< while it was being saved

    HouseholdHead *m_head;
    MessageBar *m_message;
    QTabWidget *m_tabs;
    RecordForm *m_basics;
    EntryActions *m_entries;
    RecordTab *m_members;
    RecordTab *m_jobs;
    RecordTab *m_living;
    IncomeTab *m_incomes;
    IncomeActions *m_incomeActions;
    RecordTab *m_safeguards;
    RecordTab *m_cases;
    RecordTab *m_risks;
    RecordTab *m_helpers;
    HelpTab *m_help;
    AttachmentTab *m_attachments;
    RecordTab *m_visits;
    RecordTab *m_alerts;
    HistoryTab *m_history;
};

} // namespace ffp::ui
