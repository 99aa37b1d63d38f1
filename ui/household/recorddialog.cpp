// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/recorddialog.h"

#include "core/jobs/job.h"
#include "ui/common/fieldform.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/reveal.h"
#include "ui/common/theme.h"
#include "ui/household/recordform.h"
#include "ui/platform/dialogs.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace ffp::ui {

RecordDialog::RecordDialog(const PageContext &context, const Record &record, RecordId household,
                           QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_record(record),
      m_household(household)
{
    const EntityDef &entity = entityDef(record.entity);
    setWindowTitle(record.id.isNull() ? tr("New: %1").arg(entityLabel(entity)) : entityLabel(entity));
    m_message = new MessageBar(this);
    m_form = new RecordForm(record.entity, context.session.clock().today(), tr("Cancel"), this);
    m_form->setRecord(record);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_message);
    layout->addWidget(m_form, 1);
    constexpr QSize kFirstSize(980, 600);
    resize(kFirstSize);

    auto *key = new QShortcut(QKeySequence(QStringLiteral("Ctrl+S")), this);
    connect(key, &QShortcut::activated, this, &RecordDialog::save);
    connect(m_form, &RecordForm::saveRequested, this, &RecordDialog::save);
    connect(m_form, &RecordForm::otherRequested, this, &RecordDialog::reject);
    connect(&form(), &FieldForm::revealRequested, this, &RecordDialog::reveal);
    form().focusFirst();
}

FieldForm &RecordDialog::form()
{
    return m_form->fields();
}

void RecordDialog::reveal(FieldRef field)
{
    askReveal(
        this, m_context.session, m_record.id, {field}, [this, field] { form().reveal(field); },
        [this](const Error &error) { m_message->showError(error); });
}

void RecordDialog::save()
{
    if (m_saving)
        return;
    if (!m_form->check(*m_message)) {
        Q_EMIT refused();
        return;
    }
    m_saving = true;
    m_form->setBusy(true);
    runJob<bool>(
        this,
        [session = &m_context.session, id = m_record.id, household = m_household,
         values = form().editedValues(), note = m_form->note()](Progress &) -> Result<bool> {
            RegistryService registry(*session);
            if (id.isNull()) {
                FFP_TRY(registry.addMember(household, values));
            } else {
                FFP_TRY(registry.edit(id, values, note));
            }
            return true;
        },
        [this](Result<bool> saved) { answered(saved.map([](bool) {})); });
}

void RecordDialog::answered(Result<> saved)
{
    m_saving = false;
    m_form->setBusy(false);
    if (saved) {
        accept();
        return;
    }
    m_form->showRefusal(saved.error(), *m_message);
    Q_EMIT refused();
}

void RecordDialog::reject()
{
    if (m_saving)
        return;
    if (form().isEdited()
        && dialogs().ask(this, {tr("Not saved yet"),
                                tr("Give up what was typed?"),
                                {},
                                {tr("Give up"), tr("Go on typing")},
                                true})
               == 1)
        return;
    QDialog::reject();
}

} // namespace ffp::ui
