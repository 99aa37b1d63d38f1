// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/recorddialog.h"

#include "core/domain/codelist.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/householdrules.h"
#include "core/jobs/job.h"
#include "core/services/householdchanges.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/reveal.h"
#include "ui/common/theme.h"
#include "ui/household/recordform.h"
#include "ui/platform/dialogs.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
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
    setWindowTitle(isNew() ? tr("New: %1").arg(entityLabel(entity)) : entityLabel(entity));
    m_message = new MessageBar(this);
    std::vector<FieldRef> asked; // above the form
    if (isNew())
        asked = {member::f("change_kind"), member::f("change_on")};
    m_form = new RecordForm(record.entity, context.session.clock().today(), tr("Cancel"), this, asked);
    m_form->setRecord(record);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_message);
    if (isNew())
        layout->addWidget(makeOccasion());
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

QWidget *RecordDialog::makeOccasion()
{
    auto *row = new QWidget(this);
    m_kind = new QComboBox(row);
    m_kind->setObjectName(QStringLiteral("kind"));
    for (const Code &code : codeList("member_change")->codes)
        if (const QString kind = QString::fromLatin1(code.code); !leavesHousehold(kind))
            m_kind->addItem(codeText("member_change", kind), kind);
    m_kind->setCurrentIndex(-1); // a birth or a marriage: nothing tells which
    const QDate today = m_context.session.clock().today();
    m_on = makeFieldEditor(fieldDef(member::f("change_on")), today, row);
    m_on->setTyped(Value(today.toString(Qt::ISODate)));
    auto *kind = new QLabel(tr("&How the person comes"), row);
    kind->setBuddy(m_kind);
    auto *on = new QLabel(tr("&Day"), row);
    on->setBuddy(m_on);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kGap);
    for (QWidget *one : {static_cast<QWidget *>(kind), static_cast<QWidget *>(m_kind),
                         static_cast<QWidget *>(on), static_cast<QWidget *>(m_on)})
        line->addWidget(one);
    line->addStretch(1);
    return row;
}

std::function<Result<>(Session &)> RecordDialog::work() const
{
    const FieldValues values = m_form->fields().editedValues();
    const QString note = m_form->note();
    if (!isNew())
        return [id = m_record.id, values, note](Session &session) -> Result<> {
            FFP_TRY(RegistryService(session).edit(id, values, note));
            return {};
        };
    return [household = m_household, kind = m_kind->currentData().toString(), values,
            why = ChangeOccasion{QDate::fromString(m_on->value().toText(), Qt::ISODate), note}](
               Session &session) -> Result<> {
        FFP_TRY(HouseholdChanges(session).join(household, kind, values, why));
        return {};
    };
}

void RecordDialog::save()
{
    if (m_saving)
        return;
    if (!m_form->check(*m_message)) {
        Q_EMIT refused();
        return;
    }
    if (isNew() && (m_kind->currentIndex() < 0 || m_form->note().isEmpty())) {
        m_message->show(NoticeKind::Error, tr("Please say how the person comes, and below on what basis."));
        Q_EMIT refused();
        return;
    }
    m_saving = true;
    m_form->setBusy(true);
    runJob<bool>(
        this,
        [session = &m_context.session, work = work()](Progress &) -> Result<bool> {
            FFP_TRY(work(*session));
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
