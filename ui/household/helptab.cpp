// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/helptab.h"

#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/planfields.h"
#include "core/jobs/job.h"
#include "core/services/measureservice.h"
#include "ui/common/flowlayout.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/household/recordtab.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {
namespace {

/// Words of a step, by what it is done with.
QString stepText(Entity entity, HelpTab::Step step)
{
    const bool measure = entity == Entity::Measure;
    switch (step) {
    case HelpTab::Step::Add: return measure ? HelpTab::tr("Add a measure…") : HelpTab::tr("New plan…");
    case HelpTab::Step::Finish: return measure ? HelpTab::tr("Done…") : HelpTab::tr("Signed…");
    case HelpTab::Step::Stop: return measure ? HelpTab::tr("Stop…") : HelpTab::tr("End the plan…");
    case HelpTab::Step::Void: return HelpTab::tr("Entered by mistake…");
    }
    Q_UNREACHABLE();
}

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    setTextRole(label, TextRole::Heading);
    return label;
}

const auto kDone = [](const ChangeSummary &) {};

QDate dateIn(const FieldValues &values, FieldRef field)
{
    return QDate::fromString(valueIn(values, field).toText(), Qt::ISODate);
}

} // namespace

HelpTab::HelpTab(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    m_plans = makeTable(Entity::Plan,
                        {plan::f("made_on"), plan::f("wishes"), plan::f("team"), plan::f("cadres"),
                         plan::f("helpers"), plan::f("signed_on"), plan::f("ended_on"),
                         plan::f("end_reason")},
                        tr("Plans of help"), tr("No plan yet."));
    m_measures = makeTable(Entity::Measure,
                           {measure::f("category"), measure::f("kind"), measure::f("content"),
                            measure::f("fund_source"), measure::f("amount"), measure::f("started_on"),
                            measure::f("ended_on"), measure::f("status"), measure::f("responsible"),
                            measure::f("income_gain"), measure::f("end_reason")},
                           tr("Measures"), tr("No measure yet."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_measures, 3);
    layout->addWidget(makeButtons(Entity::Measure, m_measures));
    layout->addWidget(m_plans, 2);
    layout->addWidget(makeButtons(Entity::Plan, m_plans));
    setFocusProxy(m_measures);
    updateButtons();
}

RecordTab *HelpTab::makeTable(Entity entity, std::vector<FieldRef> columns, const QString &title,
                              const QString &emptyText)
{
    auto *table = new RecordTab({entity, std::move(columns), emptyText, {}}, this);
    table->setHeader(heading(title));
    connect(table, &RecordTab::currentChanged, this, &HelpTab::updateButtons);
    connect(table, &RecordTab::opened, this, [this](const Record &record) {
        if (!m_household.isNull())
            ask(new RecordDialog(m_context, record, m_household, this));
    });
    return table;
}

QWidget *HelpTab::makeButtons(Entity entity, RecordTab *table)
{
    auto *row = new QWidget(this);
    auto *layout = new FlowLayout(row, kGap);
    for (const Step step : {Step::Add, Step::Finish, Step::Stop, Step::Void}) {
        auto *button = new QPushButton(stepText(entity, step), row);
        layout->addWidget(button);
        m_buttons.push_back({button, table, step != Step::Add});
        connect(button, &QPushButton::clicked, this, [this, entity, step] { take(entity, step); });
    }
    return row;
}

void HelpTab::setHousehold(RecordId household)
{
    if (m_household != household)
        for (RecordTab *table : {m_plans, m_measures})
            table->setRecords({});
    m_household = household;
    load();
}

void HelpTab::load()
{
    const quint64 generation = ++m_generation;
    if (m_household.isNull())
        return;
    using Lists = std::pair<std::vector<Record>, std::vector<Record>>;
    runJob<Lists>(
        this,
        [session = &m_context.session, household = m_household](Progress &) -> Result<Lists> {
            const MeasureService service(*session);
            Lists lists;
            FFP_ASSIGN(lists.first, service.plansOf(household));
            FFP_ASSIGN(lists.second, service.listOf(household));
            return lists;
        },
        [this, generation](Result<Lists> lists) {
            if (generation != m_generation)
                return;
            if (lists) {
                m_plans->setRecords(std::move(lists->first));
                m_measures->setRecords(std::move(lists->second));
            } else {
                Q_EMIT refused(lists.error());
            }
            updateButtons();
            Q_EMIT loaded();
        });
}

void HelpTab::setChangeEnabled(bool enabled)
{
    m_enabled = enabled;
    updateButtons();
}

void HelpTab::updateButtons()
{
    for (const StepButton &one : m_buttons)
        one.button->setEnabled(m_enabled && (!one.needsRow || one.table->table().currentIndex().isValid()));
}

void HelpTab::take(Entity entity, Step step)
{
    if (m_household.isNull() || !m_enabled)
        return;
    const RecordTab &table = entity == Entity::Measure ? *m_measures : *m_plans;
    if (step == Step::Add) {
        Record blank;
        blank.entity = entity;
        blank.values.resize(entityDef(entity).fields.size());
        ask(new RecordDialog(m_context, blank, m_household, this));
        return;
    }
    const Record *chosen = table.current();
    if (chosen)
        ask(new RecordDialog(m_context, *chosen, taskFor(step, *chosen), this));
}

RecordTask HelpTab::taskFor(Step step, const Record &record) const
{
    const bool measure = record.entity == Entity::Measure;
    const RecordId id = record.id;
    const Value today(m_context.session.clock().today().toString(Qt::ISODate));
    RecordTask task;
    task.title = stepText(record.entity, step);
    task.title.remove(u'…');
    const FieldRef end = measure ? measure::f("ended_on") : plan::f("ended_on");
    const FieldRef why = measure ? measure::f("end_reason") : plan::f("end_reason");
    switch (step) {
    case Step::Finish:
        if (measure) {
            task.fields = {end, measure::f("amount"), measure::f("income_gain")};
            task.start = {{end, today}};
            task.save = [id, end](Session &session, FieldValues values, const QString &) -> Result<> {
                const QDate on = dateIn(values, end);
                std::erase_if(values, [end](const auto &one) { return one.first == end; });
                return MeasureService(session).finish(id, on, values).map(kDone);
            };
        } else {
            task.fields = {plan::f("signed_on")};
            task.start = {{plan::f("signed_on"), today}};
            task.save = [id](Session &session, const FieldValues &values, const QString &) -> Result<> {
                return MeasureService(session).signPlan(id, dateIn(values, plan::f("signed_on"))).map(kDone);
            };
        }
        break;
    case Step::Stop:
        task.fields = {end, why};
        task.start = {{end, today}};
        task.save = [id, measure, end, why](Session &session, const FieldValues &values,
                                            const QString &) -> Result<> {
            MeasureService service(session);
            const HelpEnd how{dateIn(values, end), valueIn(values, why).toText()};
            return (measure ? service.stop(id, how) : service.endPlan(id, how)).map(kDone);
        };
        break;
    case Step::Void:
        task.save = [id](Session &session, const FieldValues &, const QString &note) -> Result<> {
            return MeasureService(session).voidMistake(id, note).map(kDone);
        };
        break;
    case Step::Add: break; // a whole record
    }
    return task;
}

void HelpTab::ask(RecordDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        load();
        Q_EMIT recorded();
    });
    dialog->open();
    Q_EMIT asked(dialog);
}

} // namespace ffp::ui
