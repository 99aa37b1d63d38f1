// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/incomeservice.h"
#include "ui/common/page.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace ffp::ui {

class FieldForm;
class IncomeGrid;
class IncomeGridModel;
class MessageBar;

/// One income statement as a form: items in groups A to E (or totals alone), with both figures per person,
/// the rule set they follow and the statement before, all live. Saves in the background through
/// IncomeService; a statement that a file brought is left as it is, what is saved stands beside it.
class IncomeDialog : public QDialog
{
    Q_OBJECT

public:
    IncomeDialog(const PageContext &context, RecordId household, IncomeForm form, QWidget *parent = nullptr);

    IncomeGrid &grid() { return *m_grid; }
    IncomeGridModel &items() { return *m_items; }
    FieldForm &head() { return *m_head; }
    MessageBar &message() { return *m_message; }
    QComboBox &ruleSets() { return *m_ruleSets; }
    QCheckBox &totalsOnly() { return *m_totalsOnly; }
    /// What is entered now.
    IncomeDraft draft() const;
    QString netText() const;
    QString referenceText() const;
    void save();
    void reject() override;

Q_SIGNALS:
    /// After save(): not saved, by the form or by the service.
    void refused();

private:
    QWidget *buildHead();
    QWidget *buildFigures();
    void recalculate();
    void showResult(const IncomeResult &result, const IncomeRuleSet &rules);
    void answered(Result<bool> saved);
    void reveal(FieldRef field);
    const IncomeRuleSet *rules() const;

    PageContext m_context;
    RecordId m_household;
    IncomeForm m_form;
    IncomeGridModel *m_items;
    IncomeGrid *m_grid;
    FieldForm *m_head;
    FieldForm *m_totals;
    FieldForm *m_medical;
    QStackedWidget *m_body;
    QComboBox *m_ruleSets;
    QCheckBox *m_totalsOnly;
    QLabel *m_sums;
    QLabel *m_net;
    QLabel *m_reference;
    QLabel *m_basis;
    MessageBar *m_message;
    QPushButton *m_save;
    bool m_edited = false;
    bool m_saving = false;
};

} // namespace ffp::ui
