// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/document.h"
#include "core/services/incomeservice.h"
#include "ui/common/page.h"

namespace ffp::ui {

class IncomeDialog;
class IncomeTab;

/// What the buttons of the income tab do, for the household that is shown: a form for a statement, its print,
/// and taking a mistaken one out.
class IncomeActions : public QObject
{
    Q_OBJECT

public:
    IncomeActions(const PageContext &context, IncomeTab &tab, QWidget *window);

    /// Null: nothing is shown.
    void setHousehold(RecordId household) { m_household = household; }

Q_SIGNALS:
    /// Something was saved; what is shown has to be read again.
    void changed(const QString &sentence);
    void failed(const ffp::Error &error);
    /// The form is open, for pictures and tests.
    void formOpened(ffp::ui::IncomeDialog *dialog);

private:
    void openForm(RecordId statement);
    void showForm(IncomeForm form);
    void print(RecordId statement);
    void showPrint(const IncomeView &view, TableDocument sheet);
    void withdraw(const Record &statement);

    PageContext m_context;
    QWidget *m_window;
    RecordId m_household;
};

} // namespace ffp::ui
