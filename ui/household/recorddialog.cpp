// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/recorddialog.h"

#include "core/domain/codelist.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/planfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/domain/householdrules.h"
#include "core/jobs/job.h"
#include "core/services/entryservice.h"
#include "core/services/householdchanges.h"
#include "core/services/measureservice.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldtext.h"
#include "ui/common/liketext.h"
#include "ui/common/messagebar.h"
#include "ui/common/reveal.h"
#include "ui/common/theme.h"
#include "ui/household/measureguide.h"
#include "ui/household/recordform.h"
#include "ui/platform/dialogs.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

namespace ffp::ui {

namespace {

/// Whom an entry is about, where it names a member.
FieldRef memberOf(Entity entity)
{
    return {entity, static_cast<quint16>(fieldIndex(entity, "member_id"))};
}

/// The day or year that a new entry is about, most of the time.
FieldValues startOf(Entity entity, QDate today)
{
    const Value day(today.toString(Qt::ISODate));
    switch (entity) {
    case Entity::LivingConditions: return {{living::f("year"), Value(today.year())}};
    case Entity::SafeguardCheck: return {{safeguard::f("checked_on"), day}};
    case Entity::CaseRisk: return {{case_risk::f("found_on"), day}};
    case Entity::Assignment: return {{assignment::f("started_on"), day}};
    default: return {};
    }
}

/// What all fields of a record are saved by; a new member joins the household instead (RecordDialog::work()).
RecordTask wholeRecord(const Record &record, RecordId household, QDate today)
{
    const Value day(today.toString(Qt::ISODate));
    FieldValues start;
    if (record.id.isNull() && record.entity == Entity::Measure)
        start = {{measure::f("status"), Value(QStringLiteral("doing"))}, {measure::f("started_on"), day}};
    if (record.id.isNull() && record.entity == Entity::Plan)
        start = {{plan::f("made_on"), day}};
    if (record.id.isNull() && EntryService::isKind(record.entity))
        start = startOf(record.entity, today);
    // Not asked in the form: given by where the entry was begun.
    const Value monitorCase = record[case_risk::f("case_id")];
    const auto save = [entity = record.entity, id = record.id, household,
                       monitorCase](Session &session, const FieldValues &values,
                                    const QString &note) -> Result<> {
        const auto done = [](const auto &) {};
        if (!id.isNull())
            return RegistryService(session).edit(id, values, note).map(done);
        if (EntryService::isKind(entity)) {
            FieldValues all = values;
            if (!monitorCase.isBlank())
                all.emplace_back(case_risk::f("case_id"), monitorCase);
            return EntryService(session).add(entity, household, all, note).map(done);
        }
        return entity == Entity::Measure ? MeasureService(session).add(household, values).map(done)
                                         : MeasureService(session).addPlan(household, values).map(done);
    };
    const QString label = entityLabel(entityDef(record.entity));
    return {record.id.isNull() ? RecordDialog::tr("New: %1").arg(label) : label, {}, std::move(start), save};
}

} // namespace

RecordDialog::RecordDialog(const PageContext &context, const Record &record, RecordId household,
                           QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_record(record),
      m_household(household),
      m_task(wholeRecord(record, household, context.session.clock().today()))
{
    const bool offers = record.entity == Entity::Measure || record.entity == Entity::SafeguardCheck
                        || record.entity == Entity::Job;
    std::vector<FieldForm::Section> sections = formSections(record.entity,
                                                            offers ? References::Ask : References::Leave);
    if (joins()) // both are asked above the form
        for (FieldForm::Section &section : sections)
            std::erase_if(section.fields, [](FieldRef field) {
                return field == member::f("change_kind") || field == member::f("change_on");
            });
    build(std::move(sections));
    form().setTyped(m_task.start);
    constexpr QSize kFirstSize(980, 600);
    resize(kFirstSize);
    if (offers)
        guide(household);
}

RecordDialog::RecordDialog(const PageContext &context, const Record &record, RecordTask task, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_record(record),
      m_task(std::move(task))
{
    build({{QString(), m_task.fields}});
    form().setTyped(m_task.start);
    constexpr QSize kSmallSize(620, 300);
    resize(kSmallSize);
}

void RecordDialog::build(std::vector<FieldForm::Section> sections)
{
    setWindowTitle(m_task.title);
    m_message = new MessageBar(this);
    m_form = new RecordForm(m_record.entity, std::move(sections), m_context.session.clock().today(),
                            tr("Cancel"), this);
    m_form->setRecord(m_record);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_message);
    if (joins())
        layout->addWidget(makeOccasion());
    layout->addWidget(m_form, 1);

    auto *key = new QShortcut(QKeySequence(QStringLiteral("Ctrl+S")), this);
    connect(key, &QShortcut::activated, this, &RecordDialog::save);
    connect(m_form, &RecordForm::saveRequested, this, &RecordDialog::save);
    connect(m_form, &RecordForm::otherRequested, this, &RecordDialog::reject);
    connect(&form(), &FieldForm::revealRequested, this, &RecordDialog::reveal);
    if (m_record.entity == Entity::Member) {
        m_typing = new QTimer(this);
        m_typing->setSingleShot(true);
        constexpr int kTypingMs = 400;
        m_typing->setInterval(kTypingMs);
        connect(&form(), &FieldForm::edited, m_typing, qOverload<>(&QTimer::start));
        connect(m_typing, &QTimer::timeout, this, &RecordDialog::lookForLike);
    }
    form().focusFirst();
}

/// Nothing can be saved before the guide is there: it may have to forbid it.
void RecordDialog::guide(RecordId household)
{
    m_saving = true;
    m_form->setBusy(true);
    runJob<MeasureForm>(
        this,
        [session = &m_context.session, household](Progress &) {
            return MeasureService(*session).prepare(household);
        },
        [this](Result<MeasureForm> facts) {
            m_saving = false;
            m_form->setBusy(false);
            if (facts && m_record.entity == Entity::Measure)
                new MeasureGuide(form(), m_record, std::move(*facts), this);
            else if (facts)
                form().editor(memberOf(m_record.entity))->offer(memberChoices(facts->members));
            else
                m_message->showError(facts.error());
            form().focusFirst();
            Q_EMIT guided();
        });
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
    if (!joins())
        return [save = m_task.save, values, note](Session &session) { return save(session, values, note); };
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
    if (joins() && (m_kind->currentIndex() < 0 || m_form->note().isEmpty())) {
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

void RecordDialog::lookForLike()
{
    FieldValues person;
    for (const FieldRef field :
         {member::f("name"), member::f("sex"), member::f("birth_date"), member::f("id_no")})
        person.emplace_back(field, form().editor(field)->value());
    if (person == m_asked || valueIn(person, member::f("name")).isBlank())
        return;
    m_asked = person;
    runJob<std::vector<LikeEntries>>(
        this,
        [&session = m_context.session, person, self = m_record.id,
         household = m_household](Progress &) -> Result<std::vector<LikeEntries>> {
            FFP_ASSIGN(const HouseholdDetail home, RegistryService(session).household(household));
            return DuplicateService(session).like(person, home.household.area, self);
        },
        [this, person](Result<std::vector<LikeEntries>> found) {
            if (person != m_asked) // something else was typed meanwhile
                return;
            showLike(found.value_or(std::vector<LikeEntries>()));
            Q_EMIT likeShown();
        });
}

void RecordDialog::showLike(const std::vector<LikeEntries> &found)
{
    const bool number = !found.empty() && found.front().why == QLatin1String("same_number");
    QString text;
    if (!found.empty()) {
        const LikeEntry &other = found.front().b;
        text = tr("May be %1 of household %2: %3")
                   .arg(other.name, other.householdNumber, likeText(found.front().why));
    }
    form().setNote(member::f("name"), number ? QString() : text);
    form().setNote(member::f("id_no"), number ? text : QString());
}

void RecordDialog::reject()
{
    if (m_saving)
        return;
    if (form().isEdited() && !mayGiveUp(this))
        return;
    QDialog::reject();
}

} // namespace ffp::ui
