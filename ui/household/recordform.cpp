// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/recordform.h"

#include "core/domain/recordrules.h"
#include "ui/common/errortext.h"
#include "ui/common/findingtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ffp::ui {

RecordForm::RecordForm(Entity entity, QDate today, const QString &otherText, QWidget *parent)
    : RecordForm(entity, formSections(entity), today, otherText, parent)
{}

RecordForm::RecordForm(Entity entity, std::vector<FieldForm::Section> sections, QDate today,
                       const QString &otherText, QWidget *parent)
    : QWidget(parent),
      m_entity(entity),
      m_today(today)
{
    m_fields = new FieldForm(std::move(sections), today, this);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget(scroll);
    inner->setProperty("page", true);
    auto *innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, kGap, kGap * 2, kGap * 2);
    innerLayout->addWidget(m_fields);
    innerLayout->addStretch(1);
    scroll->setWidget(inner);
    m_note = new QLineEdit(this);
    m_note->setPlaceholderText(tr("Basis of the change, such as a document (kept in the history)"));
    m_note->setAccessibleName(m_note->placeholderText());
    m_other = new QPushButton(otherText, this);
    m_save = new QPushButton(tr("Save (Ctrl+S)"), this);
    setPrimary(m_save);
    for (QPushButton *button : {m_other, m_save})
        button->setAutoDefault(false);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(kGap);
    bar->addWidget(m_note, 1);
    bar->addWidget(m_other);
    bar->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(scroll, 1);
    layout->addLayout(bar);
    setFocusProxy(m_fields);

    connect(m_fields, &FieldForm::edited, this, [this] {
        updateButtons();
        tellContradictions();
        Q_EMIT edited();
    });
    connect(m_fields, &FieldForm::finished, m_save, [this] { m_save->setFocus(Qt::TabFocusReason); });
    connect(m_save, &QPushButton::clicked, this, &RecordForm::saveRequested);
    connect(m_other, &QPushButton::clicked, this, &RecordForm::otherRequested);
}

QString RecordForm::note() const
{
    return m_note->text().trimmed();
}

void RecordForm::setRecord(const Record &record)
{
    m_record = record;
    m_fields->setRecord(record);
    m_note->clear();
    updateButtons();
    tellContradictions();
}

void RecordForm::renewRecord(const Record &record)
{
    m_record = record;
    m_fields->renewRecord(record);
    updateButtons();
    tellContradictions();
}

void RecordForm::tellContradictions()
{
    if (m_record.entity != m_entity) // nothing is shown
        return;
    std::vector<std::pair<FieldRef, QString>> remarks;
    for (const Contradiction &one : contradictions(withValues(m_record, m_fields->editedValues()), m_today))
        if (!m_record.id.isNull() || !isOmission(one.finding)) // somebody is still filling it in
            remarks.emplace_back(one.field, findingText(QLatin1String(findingDef(one.finding).kind)));
    m_fields->setRemarks(remarks);
}

void RecordForm::setQuietUntilEdited()
{
    m_quiet = true;
    updateButtons();
}

void RecordForm::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    m_fields->setReadOnly(busy);
    m_note->setReadOnly(busy);
    updateButtons();
}

void RecordForm::updateButtons()
{
    const bool enabled = !m_busy && (!m_quiet || m_fields->isEdited());
    m_save->setEnabled(enabled);
    m_other->setEnabled(enabled);
}

bool RecordForm::check(MessageBar &message)
{
    message.clear();
    if (m_fields->check())
        return true;
    message.show(NoticeKind::Error, tr("Please correct the fields marked in red."));
    return false;
}

void RecordForm::showRefusal(const Error &error, MessageBar &message)
{
    const int field = fieldIndex(m_entity, error.subject.field.toStdString());
    if (error.kind == ErrorKind::RuleBroken && error.args.size() > 1 && field >= 0) {
        const FieldRef place{m_entity, static_cast<quint16>(field)};
        m_fields->setFault(place, errorText(error)); // the rule in words, with its clause
        message.show(NoticeKind::Error, tr("Not saved: please correct the fields marked in red."));
        return;
    }
    QStringList faults;
    if (error.kind == ErrorKind::InvalidValue || error.kind == ErrorKind::InvalidArgument
        || error.kind == ErrorKind::RuleBroken) {
        const QString why = error.args.value(0);
        faults = why.contains(u':') || error.subject.field.isEmpty()
                     ? error.args
                     : QStringList{error.subject.field + QStringLiteral(": ") + why};
    }
    if (!faults.isEmpty() && m_fields->showServiceFaults(faults).isEmpty())
        message.show(NoticeKind::Error, tr("Not saved: please correct the fields marked in red."));
    else
        message.showError(error);
}

} // namespace ffp::ui
