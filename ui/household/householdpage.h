// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace ffp::ui {

class FieldForm;
class HistoryTab;
class IncomeTab;
class MessageBar;
class RecordTab;

/// One household: head line, form, and everything that hangs on it. Target: record or rid, sequence for
/// next and previous; args "tab" = id of a tab (basic, member, living, income, safeguard, risk, help, visit,
/// alert, history).
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
    FieldForm &form() { return *m_form; }
    QTabWidget &tabs() { return *m_tabs; }
    void showTab(const QString &id);

Q_SIGNALS:
    /// Everything of the household is on the screen.
    void shown();

private:
    QWidget *buildHead();
    QWidget *buildBasics();
    void buildTabs();
    void addTab(const QString &id, QWidget *tab, const QString &title);
    void load();
    void show(HouseholdDetail detail);
    void showHead();
    void loadHistory();
    void openRecord(const Record &record);
    void addMember();
    bool belongsHere(const ChangeSummary &summary) const;

    PageContext m_context;
    RecordId m_id;
    qint64 m_rid = 0;
    std::vector<qint64> m_sequence;
    HouseholdDetail m_detail;
    quint64 m_generation = 0;
    bool m_historyShown = false;

    QLabel *m_name;
    QLabel *m_place;
    QLabel *m_classes;
    QLabel *m_flags;
    QLabel *m_phone;
    QPushButton *m_eye;
    QPushButton *m_previous;
    QPushButton *m_next;
    MessageBar *m_message;
    QTabWidget *m_tabs;
    FieldForm *m_form;
    QLineEdit *m_note;
    QPushButton *m_save;
    QPushButton *m_revert;
    RecordTab *m_members;
    RecordTab *m_living;
    IncomeTab *m_incomes;
    RecordTab *m_safeguards;
    RecordTab *m_cases;
    RecordTab *m_risks;
    RecordTab *m_helpers;
    RecordTab *m_visits;
    RecordTab *m_alerts;
    HistoryTab *m_history;
};

} // namespace ffp::ui
