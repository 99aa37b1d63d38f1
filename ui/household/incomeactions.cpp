// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/incomeactions.h"

#include "core/domain/fields/incomefields.h"
#include "core/jobs/job.h"
#include "core/reports/incomesheet.h"
#include "ui/household/incomedialog.h"
#include "ui/household/incometab.h"
#include "ui/household/reasondialog.h"
#include "ui/printing/printpreview.h"

namespace ffp::ui {

IncomeActions::IncomeActions(const PageContext &context, IncomeTab &tab, QWidget *window)
    : QObject(window),
      m_context(context),
      m_window(window)
{
    connect(&tab, &IncomeTab::addRequested, this, [this] { openForm({}); });
    connect(&tab, &IncomeTab::opened, this, [this](const Record &statement) { openForm(statement.id); });
    connect(&tab, &IncomeTab::printRequested, this, [this](const Record &statement) { print(statement.id); });
    connect(&tab, &IncomeTab::withdrawRequested, this, &IncomeActions::withdraw);
}

void IncomeActions::openForm(RecordId statement)
{
    if (m_household.isNull())
        return;
    runJob<IncomeForm>(
        this,
        [session = &m_context.session, household = m_household, statement](Progress &) {
            return IncomeService(*session).form(household, statement);
        },
        [this](Result<IncomeForm> form) {
            if (form)
                showForm(std::move(*form));
            else
                Q_EMIT failed(form.error());
        });
}

void IncomeActions::showForm(IncomeForm form)
{
    auto *dialog = new IncomeDialog(m_context, m_household, std::move(form), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] { Q_EMIT changed(tr("Saved.")); });
    dialog->open();
    Q_EMIT formOpened(dialog);
}

void IncomeActions::print(RecordId statement)
{
    using Sheet = std::pair<IncomeView, TableDocument>;
    runJob<Sheet>(
        this,
        [session = &m_context.session, household = m_household, statement](Progress &) -> Result<Sheet> {
            FFP_ASSIGN(IncomeView view, IncomeService(*session).view(statement));
            FFP_ASSIGN(TableDocument sheet, makeIncomeSheet(*session, household, view));
            return Sheet{std::move(view), std::move(sheet)};
        },
        [this](Result<Sheet> made) {
            if (made)
                showPrint(made->first, std::move(made->second));
            else
                Q_EMIT failed(made.error());
        });
}

void IncomeActions::showPrint(const IncomeView &view, TableDocument sheet)
{
    auto *preview = new PrintPreview(std::make_shared<const TableDocument>(std::move(sheet)), m_window);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &PrintPreview::used, this, [this, view](const QString &how, int pages) {
        if (const auto noted = recordIncomeSheetUse(m_context.session, view, how, pages); !noted)
            Q_EMIT failed(noted.error());
    });
    preview->open();
}

void IncomeActions::withdraw(const Record &statement)
{
    auto *dialog =
        new ReasonDialog(tr("Recorded by mistake"),
                         tr("The statement of %1 is taken out of the register; it stays in the history.")
                             .arg(incomePeriodText(incomeWindowOf(statement))),
                         m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = statement.id] {
        runJob<bool>(
            this,
            [session = &m_context.session, id, reason = dialog->reason()](Progress &) -> Result<bool> {
                FFP_TRY(IncomeService(*session).withdraw(id, reason));
                return true;
            },
            [this](Result<bool> done) {
                if (done)
                    Q_EMIT changed(tr("Taken out; Ctrl+Z takes it back."));
                else
                    Q_EMIT failed(done.error());
            });
    });
    dialog->open();
}

} // namespace ffp::ui
