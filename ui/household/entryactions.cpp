// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/entryactions.h"

#include "core/domain/fields/caseriskfields.h"
#include "core/services/entryservice.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldtext.h"
#include "ui/household/recordtab.h"

namespace ffp::ui {

EntryActions::EntryActions(const PageContext &context, QWidget *parent)
    : QObject(parent),
      m_context(context),
      m_parent(parent)
{}

void EntryActions::serve(RecordTab &tab, Entity entity)
{
    connect(&tab, &RecordTab::addRequested, this, [this, entity] { add(entity); });
    connect(&tab, &RecordTab::opened, this, [this](const Record &record) {
        open(record, {record.entity, 0});
    });
    connect(&tab, &RecordTab::voidRequested, this, [this, &tab] {
        if (const Record *chosen = tab.current())
            takeOut(*chosen);
    });
}

void EntryActions::add(Entity entity)
{
    Record blank;
    blank.entity = entity;
    blank.values.resize(entityDef(entity).fields.size());
    if (entity == Entity::CaseRisk)
        blank.values[case_risk::f("case_id").index] = Value(m_case);
    open(blank, {entity, 0});
}

void EntryActions::open(const Record &record, FieldRef field)
{
    if (m_household.isNull())
        return;
    auto *dialog = new RecordDialog(m_context, record, m_household, m_parent);
    ask(dialog);
    if (FieldEditor *editor = dialog->form().editor(field))
        editor->setFocus();
}

void EntryActions::takeOut(const Record &record)
{
    RecordTask task;
    task.title = tr("Entered by mistake: %1").arg(entityLabel(entityDef(record.entity)));
    task.save = [id = record.id](Session &session, const FieldValues &, const QString &note) -> Result<> {
        return EntryService(session).voidMistake(id, note).map([](const ChangeSummary &) {});
    };
    if (!m_household.isNull())
        ask(new RecordDialog(m_context, record, std::move(task), m_parent));
}

void EntryActions::ask(RecordDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &EntryActions::recorded);
    dialog->open();
    Q_EMIT asked(dialog);
}

} // namespace ffp::ui
