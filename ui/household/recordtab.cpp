// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/recordtab.h"

#include "ui/common/errortext.h"
#include "ui/common/fieldform.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/models/texttablemodel.h"
#include "ui/platform/dialogs.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace ffp::ui {

bool revealAllowed(Session &session, RecordId record, FieldRef field, MessageBar &message)
{
    const Result<QString> shown = RegistryService(session).reveal(record, field);
    if (!shown)
        message.showError(shown.error());
    return shown.has_value();
}

void showSaveError(const Error &error, FieldForm &form, MessageBar &message)
{
    if (error.kind != ErrorKind::InvalidValue && error.kind != ErrorKind::InvalidArgument) {
        message.showError(error);
        return;
    }
    QStringList faults = error.args;
    if (!error.subject.field.isEmpty() && !error.args.value(0).contains(u':'))
        faults = {error.subject.field + QStringLiteral(": ") + error.args.value(0)};
    const QStringList rest = form.showServiceFaults(faults);
    if (rest.isEmpty() && !faults.isEmpty())
        message.show(NoticeKind::Error, QObject::tr("Not saved: please correct the fields marked in red."));
    else
        message.showError(error);
}

RecordTab::RecordTab(Layout layout, QWidget *parent) : QWidget(parent), m_layout(std::move(layout))
{
    m_model = new TextTableModel(this);
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setEmptyText(m_layout.emptyText);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, kGap * 2, 0, 0);
    m_column->setSpacing(kGap);
    m_column->addWidget(m_table, 1);
    if (!m_layout.addText.isEmpty()) {
        m_add = new QPushButton(m_layout.addText, this);
        m_column->addWidget(m_add, 0, Qt::AlignLeft);
        connect(m_add, &QPushButton::clicked, this, &RecordTab::addRequested);
    }
    setFocusProxy(m_table);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        if (index.row() < static_cast<int>(m_records.size()))
            Q_EMIT opened(m_records[static_cast<size_t>(index.row())]);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { Q_EMIT currentChanged(index.row()); });
}

void RecordTab::setRecords(std::vector<Record> records)
{
    m_records = std::move(records);
    ui::setRecords(*m_model, m_records, m_layout.columns);
    m_table->fitColumns();
    if (!m_records.empty())
        m_table->selectRow(0);
    Q_EMIT currentChanged(m_records.empty() ? -1 : 0);
}

void RecordTab::setHeader(QWidget *header)
{
    m_column->insertWidget(0, header);
}

RecordDialog::RecordDialog(const PageContext &context, const Record &record, RecordId household,
                           QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_record(record),
      m_household(household)
{
    const EntityDef &entity = entityDef(record.entity);
    setWindowTitle(record.id.isNull() ? tr("New: %1").arg(entityLabel(entity)) : entityLabel(entity));
    m_form = new FieldForm(formSections(record.entity), context.session.clock().today(), this);
    m_form->setRecord(record);
    m_message = new MessageBar(this);
    m_note = new QLineEdit(this);
    m_note->setPlaceholderText(tr("Basis of the change, such as a document (kept in the history)"));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget(scroll);
    inner->setProperty("page", true);
    auto *innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, kGap * 2, 0);
    innerLayout->addWidget(m_form);
    innerLayout->addStretch(1);
    scroll->setWidget(inner);
    auto *save = new QPushButton(tr("Save (Ctrl+S)"), this);
    setPrimary(save);
    save->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addWidget(m_note, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_message);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    resize(980, 600);

    auto *key = new QShortcut(QKeySequence(QStringLiteral("Ctrl+S")), this);
    connect(key, &QShortcut::activated, this, &RecordDialog::save);
    connect(save, &QPushButton::clicked, this, &RecordDialog::save);
    connect(cancel, &QPushButton::clicked, this, &RecordDialog::reject);
    connect(m_form, &FieldForm::finished, save, [save] { save->setFocus(Qt::TabFocusReason); });
    connect(m_form, &FieldForm::revealRequested, this, &RecordDialog::reveal);
    m_form->focusFirst();
}

void RecordDialog::reveal(FieldRef field)
{
    if (revealAllowed(m_context.session, m_record.id, field, *m_message))
        m_form->reveal(field);
}

bool RecordDialog::save()
{
    m_message->clear();
    if (!m_form->check()) {
        m_message->show(NoticeKind::Error, tr("Please correct the fields marked in red."));
        return false;
    }
    const FieldValues values = m_form->editedValues();
    RegistryService registry(m_context.session);
    std::optional<Error> error;
    if (m_record.id.isNull()) {
        if (const auto added = registry.addMember(m_household, values); !added)
            error = added.error();
    } else if (const auto changed = registry.edit(m_record.id, values, m_note->text().trimmed()); !changed) {
        error = changed.error();
    }
    if (error) {
        showSaveError(*error, *m_form, *m_message);
        return false;
    }
    accept();
    return true;
}

void RecordDialog::reject()
{
    if (m_form->isEdited()
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
