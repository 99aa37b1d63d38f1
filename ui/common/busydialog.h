// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace ffp::ui {

/// A dialog whose one action runs in the background. Meanwhile its inputs rest, and it cannot be closed: that
/// would lose the answer.
class BusyDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;
    void reject() override;

protected:
    bool isBusy() const { return m_busy; }
    void setBusy(bool busy);
    /// What is disabled while it is busy; the button of the action is up to updateAction().
    void setInputs(std::vector<QWidget *> inputs) { m_inputs = std::move(inputs); }
    /// Enables and names the button of the action by what was typed and isBusy().
    virtual void updateAction() = 0;

private:
    std::vector<QWidget *> m_inputs;
    bool m_busy = false;
};

} // namespace ffp::ui
