// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/bulkservice.h"
#include "ui/common/busydialog.h"
#include "ui/common/page.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace ffp::ui {

class FieldForm;
class MessageBar;

enum class BulkStep { Assign, Visit, Set };
/// As the menu has it: "Assign a helper…".
QString bulkStepText(BulkStep step);

/// One change for the chosen households: first what would be done, and for which not and why; then done.
class BulkDialog : public BusyDialog
{
    Q_OBJECT

public:
    BulkDialog(const PageContext &context, BulkStep step, std::vector<qint64> rids,
               QWidget *parent = nullptr);
    ~BulkDialog() override;

    FieldForm &form() { return *m_form; }
    MessageBar &message() { return *m_message; }
    QTableWidget &left() { return *m_left; }
    QPushButton &action() { return *m_action; }
    QString outcomeText() const;
    /// What the button does: the preview, then the change itself. Typing goes back to the preview.
    void apply();
    const BulkOutcome &outcome() const { return m_outcome; }

Q_SIGNALS:
    /// The answer to apply() is on the screen.
    void answered();
    /// Enter or double click on a household that is left as it is; the dialog closes.
    void householdWanted(const ffp::RecordId &household);

private:
    void updateAction() override;
    void showOutcome(const BulkOutcome &outcome);
    void forgetPreview();
    void fillForm();

    PageContext m_context;
    BulkStep m_step;
    std::vector<qint64> m_rids;
    BulkOutcome m_outcome;
    bool m_previewed = false;

    MessageBar *m_message;
    FieldForm *m_form;
    QLabel *m_text;
    QTableWidget *m_left;
    QPushButton *m_action;
    QPushButton *m_cancel;
};

} // namespace ffp::ui
