// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/householdpage.h"

#include "core/domain/alertcounts.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/jobs/job.h"
#include "ui/common/fieldform.h"
#include "ui/common/fieldtext.h"
#include "ui/common/icons.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/household/historytab.h"
#include "ui/household/incometab.h"
#include "ui/household/recordtab.h"
#include "ui/platform/dialogs.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {
namespace {

constexpr FieldRef kPhone = household::f("phone");
const QString kHistoryTab = QStringLiteral("history");

bool isOpenFlag(const Record &flag)
{
    return !flag.voided && !alertSettled(flag[flag::f("status")].toText());
}

} // namespace

HouseholdPage::HouseholdPage(const PageContext &context, QWidget *parent) : Page(parent), m_context(context)
{
    m_message = new MessageBar(this);
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap);
    layout->setSpacing(kGap);
    layout->addWidget(buildHead());
    layout->addWidget(m_message);
    layout->addWidget(m_tabs, 1);
    buildTabs();
    setFocusProxy(m_tabs);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (m_tabs->currentWidget()->objectName() == kHistoryTab)
            loadHistory();
    });
}

QWidget *HouseholdPage::buildHead()
{
    auto *head = new QFrame(this);
    head->setProperty("card", true);
    m_name = new QLabel(head);
    setTextRole(m_name, TextRole::Title);
    m_place = new QLabel(head);
    setTextRole(m_place, TextRole::Hint);
    m_classes = new QLabel(head);
    m_flags = new QLabel(head);
    setTextRole(m_flags, TextRole::Flag);
    m_phone = new QLabel(head);
    m_eye = new QPushButton(head);
    m_eye->setIcon(icon("eye"));
    m_eye->setProperty("link", true);
    m_eye->setToolTip(tr("Show the whole number (is recorded)"));
    m_eye->setAccessibleName(m_eye->toolTip());
    m_eye->hide(); // until there is a number
    auto *visit = new QPushButton(icon("visit"), tr("&New visit"), head);
    setPrimary(visit);
    visit->setToolTip(QStringLiteral("F6"));
    visit->setIcon(icon("visit", colors().onAccent));
    m_previous = new QPushButton(tr("Previous"), head);
    m_previous->setToolTip(QStringLiteral("Ctrl+PgUp"));
    m_next = new QPushButton(tr("Next"), head);
    m_next->setToolTip(QStringLiteral("Ctrl+PgDn"));

    auto *first = new QHBoxLayout;
    first->setSpacing(kGap * 2);
    first->addWidget(m_name);
    first->addWidget(m_flags);
    first->addWidget(m_place, 1);
    first->addWidget(m_previous);
    first->addWidget(m_next);
    first->addWidget(visit);
    auto *second = new QHBoxLayout;
    second->setSpacing(kGap);
    second->addWidget(m_classes);
    second->addSpacing(kGap * 2);
    second->addWidget(m_phone);
    second->addWidget(m_eye);
    second->addStretch(1);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(kGap * 2, kGap + kGap / 2, kGap * 2, kGap + kGap / 2);
    layout->setSpacing(kGap / 2);
    layout->addLayout(first);
    layout->addLayout(second);

    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(+1); });
    connect(visit, &QPushButton::clicked, this, &HouseholdPage::newVisit);
    connect(m_eye, &QPushButton::clicked, this, [this] {
        if (revealAllowed(m_context.session, m_detail.household.id, kPhone, *m_message)) {
            m_phone->setText(valueText(fieldDef(kPhone), m_detail.household[kPhone]));
            m_eye->hide();
        }
    });
    return head;
}

QWidget *HouseholdPage::buildBasics()
{
    auto *page = new QWidget(this);
    m_form = new FieldForm(formSections(Entity::Household), m_context.session.clock().today(), page);
    auto *scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget(scroll);
    inner->setProperty("page", true);
    auto *innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, kGap * 2, kGap * 2, kGap * 2);
    innerLayout->addWidget(m_form);
    innerLayout->addStretch(1);
    scroll->setWidget(inner);
    m_note = new QLineEdit(page);
    m_note->setPlaceholderText(tr("Basis of the change, such as a document (kept in the history)"));
    m_revert = new QPushButton(tr("Give up changes"), page);
    m_save = new QPushButton(tr("Save (Ctrl+S)"), page);
    setPrimary(m_save);
    m_save->setEnabled(false); // until something was typed
    m_revert->setEnabled(false);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(kGap);
    bar->addWidget(m_note, 1);
    bar->addWidget(m_revert);
    bar->addWidget(m_save);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(scroll, 1);
    layout->addLayout(bar);
    page->setFocusProxy(m_form);

    connect(m_form, &FieldForm::edited, this, [this] {
        m_save->setEnabled(m_form->isEdited());
        m_revert->setEnabled(m_form->isEdited());
        Q_EMIT unsavedChanged();
    });
    connect(m_form, &FieldForm::finished, m_save, [this] { m_save->setFocus(Qt::TabFocusReason); });
    connect(m_form, &FieldForm::revealRequested, this, [this](FieldRef field) {
        if (revealAllowed(m_context.session, m_detail.household.id, field, *m_message))
            m_form->reveal(field);
    });
    connect(m_save, &QPushButton::clicked, this, &HouseholdPage::save);
    connect(m_revert, &QPushButton::clicked, this, [this] { show(HouseholdDetail(m_detail)); });
    return page;
}

void HouseholdPage::addTab(const QString &id, QWidget *tab, const QString &title)
{
    tab->setObjectName(id);
    m_tabs->addTab(tab, title);
}

void HouseholdPage::buildTabs()
{
    m_members = new RecordTab({Entity::Member,
                               {member::f("name"), member::f("relation"), member::f("sex"),
                                member::f("birth_date"), member::f("id_no"), member::f("education"),
                                member::f("student"), member::f("labour"), member::f("health"),
                                member::f("work_months"), member::f("phone")},
                               tr("No member yet."),
                               tr("Add a member…")},
                              this);
    m_living = new RecordTab({Entity::LivingConditions,
                              {living::f("year"), living::f("house_grade"), living::f("dangerous_house"),
                               living::f("house_area_m2"), living::f("safe_water"), living::f("arable_mu"),
                               living::f("forest_mu"), living::f("road_type"), living::f("fuel"),
                               living::f("sanitary_toilet")},
                              tr("Nothing recorded for any year yet; import the yearly file."),
                              {}},
                             this);
    m_incomes = new IncomeTab(this);
    m_safeguards = new RecordTab({Entity::SafeguardCheck,
                                  {safeguard::f("item"), safeguard::f("status"), safeguard::f("checked_on"),
                                   safeguard::f("phase"), safeguard::f("fix"), safeguard::f("fix_due"),
                                   safeguard::f("fixed_on")},
                                  tr("No check of safeguards yet."),
                                  {}},
                                 this);
    m_cases = new RecordTab({Entity::Case,
                             {casefile::f("monitor_class"), casefile::f("status"),
                              casefile::f("identified_ym"), casefile::f("removed_ym"),
                              casefile::f("removal_method"), casefile::f("dev_measure"),
                              casefile::f("liaison_name"), casefile::f("liaison_phone")},
                             tr("Not a monitored household."),
                             {}},
                            this);
    m_risks = new RecordTab({Entity::CaseRisk,
                             {case_risk::f("rank"), case_risk::f("kind"), case_risk::f("disaster"),
                              case_risk::f("note"), case_risk::f("found_on"), case_risk::f("cleared_on")},
                             tr("No risk recorded."),
                             {}},
                            this);
    auto *risk = new QWidget(this);
    auto *risks = new QVBoxLayout(risk);
    risks->setContentsMargins(0, 0, 0, 0);
    risks->addWidget(m_cases, 1);
    risks->addWidget(m_risks, 1);
    risk->setFocusProxy(m_cases);
    m_helpers = new RecordTab({Entity::Assignment,
                               {assignment::f("role"), assignment::f("name"), assignment::f("unit"),
                                assignment::f("post"), assignment::f("phone"), assignment::f("started_on"),
                                assignment::f("ended_on"), assignment::f("end_reason")},
                               tr("Nobody is assigned yet."),
                               {}},
                              this);
    m_visits = new RecordTab({Entity::Visit,
                              {visit::f("visited_on"), visit::f("mode"), visit::f("purpose"),
                               visit::f("people"), visit::f("changes"), visit::f("change_note"),
                               visit::f("needs"), visit::f("handled")},
                              tr("No visit yet."),
                              {}},
                             this);
    m_alerts = new RecordTab({Entity::Flag,
                              {flag::f("level"), flag::f("rule"), flag::f("status"), flag::f("raised_on"),
                               flag::f("due"), flag::f("clause"), flag::f("closed_on"),
                               flag::f("close_reason")},
                              tr("No alert."),
                              {}},
                             this);
    m_history = new HistoryTab(this);
    addTab(QStringLiteral("basic"), buildBasics(), tr("Basics"));
    addTab(QStringLiteral("member"), m_members, tr("Members"));
    addTab(QStringLiteral("living"), m_living, tr("Living"));
    addTab(QStringLiteral("income"), m_incomes, tr("Income"));
    addTab(QStringLiteral("safeguard"), m_safeguards, tr("Safeguards"));
    addTab(QStringLiteral("risk"), risk, tr("Cases and risks"));
    addTab(QStringLiteral("help"), m_helpers, tr("Helpers"));
    addTab(QStringLiteral("visit"), m_visits, tr("Visits"));
    addTab(QStringLiteral("alert"), m_alerts, tr("Alerts"));
    addTab(kHistoryTab, m_history, tr("History"));
    for (RecordTab *tab : {m_members, m_living, m_safeguards, m_cases, m_risks, m_helpers, m_visits})
        connect(tab, &RecordTab::opened, this, &HouseholdPage::openRecord);
    connect(m_incomes, &IncomeTab::opened, this, &HouseholdPage::openRecord);
    connect(m_members, &RecordTab::addRequested, this, &HouseholdPage::addMember);
    connect(m_alerts, &RecordTab::opened, this, [this](const Record &flag) {
        Target target = Target::to(pages::kAlerts);
        target.rid = flag.rid;
        target.area = m_detail.household.area;
        target.args[QStringLiteral("closed")] = !isOpenFlag(flag);
        Q_EMIT navigate(target);
    });
}

QString HouseholdPage::title() const
{
    return tr("Household");
}

void HouseholdPage::open(const Target &target)
{
    const bool same = !target.record.isNull() && target.record == m_id;
    m_id = target.record;
    m_rid = target.rid;
    if (!target.sequence.empty() || !same)
        m_sequence = target.sequence;
    if (const QString tab = target.args.value(QStringLiteral("tab")).toString(); !tab.isEmpty())
        showTab(tab);
    load();
}

void HouseholdPage::showTab(const QString &id)
{
    for (int i = 0; i < m_tabs->count(); ++i)
        if (m_tabs->widget(i)->objectName() == id)
            m_tabs->setCurrentIndex(i);
}

void HouseholdPage::refresh()
{
    if (mayLeave())
        load();
}

void HouseholdPage::load()
{
    const quint64 generation = ++m_generation;
    runJob<HouseholdDetail>(
        this,
        [&session = m_context.session, id = m_id, rid = m_rid](Progress &) -> Result<HouseholdDetail> {
            const RegistryService registry(session);
            RecordId household = id;
            if (household.isNull()) {
                FFP_ASSIGN(household, registry.recordOf(rid));
            }
            return registry.household(household);
        },
        [this, generation](Result<HouseholdDetail> detail) {
            if (generation != m_generation)
                return;
            if (!detail) {
                m_message->showError(detail.error());
                return;
            }
            show(std::move(*detail));
        });
}

void HouseholdPage::show(HouseholdDetail detail)
{
    m_detail = std::move(detail);
    m_id = m_detail.household.id;
    m_rid = m_detail.household.rid;
    m_message->clear();
    showHead();
    m_form->setRecord(m_detail.household);
    m_note->clear();
    m_save->setEnabled(false);
    m_revert->setEnabled(false);
    m_members->setRecords(m_detail.members);
    m_living->setRecords(m_detail.living);
    m_incomes->setStatements(m_detail.incomes, m_detail.incomeLines);
    m_safeguards->setRecords(m_detail.safeguards);
    m_cases->setRecords(m_detail.cases);
    m_risks->setRecords(m_detail.risks);
    m_helpers->setRecords(m_detail.assignments);
    m_visits->setRecords(m_detail.visits);
    m_alerts->setRecords(m_detail.flags);
    m_historyShown = false;
    if (m_tabs->currentWidget()->objectName() == kHistoryTab)
        loadHistory();
    Q_EMIT titleChanged();
    Q_EMIT unsavedChanged();
    Q_EMIT shown();
}

void HouseholdPage::showHead()
{
    const Record &h = m_detail.household;
    const auto text = [&h](FieldRef field) { return valueText(fieldDef(field), h[field]); };
    m_name->setText(m_detail.headName.isEmpty() ? tr("No head yet") : m_detail.headName);
    const QString number = text(household::f("household_no"));
    m_place->setText(QStringLiteral("%1   %2").arg(m_detail.areaName, number.isEmpty()
                                                                          ? text(household::f("local_no"))
                                                                          : number));
    QStringList classes;
    for (const FieldRef field : {household::f("household_type"), household::f("exit_class"),
                                 household::f("monitor_class"), household::f("poverty_attr")})
        if (const QString label = text(field); !label.isEmpty() && !classes.contains(label))
            classes << label;
    classes << tr("%1 persons").arg(m_detail.members.size());
    m_classes->setText(classes.join(QStringLiteral("  ·  ")));
    const auto open = std::count_if(m_detail.flags.begin(), m_detail.flags.end(), isOpenFlag);
    m_flags->setText(open > 0 ? tr("● %1 open alerts").arg(open) : QString());
    m_phone->setText(maskedValueText(fieldDef(kPhone), h[kPhone]));
    m_eye->setVisible(!h[kPhone].isBlank());
    const auto here = std::find(m_sequence.begin(), m_sequence.end(), m_rid);
    m_previous->setEnabled(here != m_sequence.end() && here != m_sequence.begin());
    m_next->setEnabled(here != m_sequence.end() && here + 1 != m_sequence.end());
}

void HouseholdPage::loadHistory()
{
    if (m_historyShown || m_id.isNull())
        return;
    m_historyShown = true;
    m_history->setLoading();
    runJob<std::vector<HistoryEntry>>(
        this,
        [&session = m_context.session, id = m_id](Progress &) {
            return RegistryService(session).history(id);
        },
        [this, generation = m_generation](Result<std::vector<HistoryEntry>> entries) {
            if (generation != m_generation)
                return;
            if (!entries) {
                m_message->showError(entries.error());
                return;
            }
            m_history->setEntries(std::move(*entries));
        });
}

bool HouseholdPage::hasUnsavedInput() const
{
    return m_form->isEdited();
}

bool HouseholdPage::mayLeave()
{
    if (!m_form->isEdited())
        return true;
    const int answer = dialogs().ask(this, {tr("Not saved yet"),
                                            tr("The changes to this household are not saved yet."),
                                            {},
                                            {tr("Save"), tr("Give up changes"), tr("Stay here")},
                                            true});
    if (answer == 0) {
        save();
        return !m_form->isEdited();
    }
    if (answer == 1)
        m_form->setRecord(m_detail.household);
    return answer == 1;
}

void HouseholdPage::save()
{
    m_message->clear();
    if (!m_form->isEdited())
        return;
    if (!m_form->check()) {
        m_message->show(NoticeKind::Error, tr("Please correct the fields marked in red."));
        return;
    }
    const auto changed = RegistryService(m_context.session)
                             .edit(m_detail.household.id, m_form->editedValues(), m_note->text().trimmed());
    if (!changed) {
        showSaveError(changed.error(), *m_form, *m_message);
        return;
    }
    // What was saved is what the form shows; the reload after Log::changed brings the rest.
    for (const auto &[field, value] : m_form->editedValues())
        m_detail.household.values[field.index] = value;
    m_form->setRecord(m_detail.household);
    Q_EMIT unsavedChanged();
    Q_EMIT notice(NoticeKind::Good, tr("Saved."));
    load();
}

void HouseholdPage::step(int by)
{
    const auto here = std::find(m_sequence.begin(), m_sequence.end(), m_rid);
    if (here == m_sequence.end() || !mayLeave())
        return;
    const auto index = (here - m_sequence.begin()) + by;
    if (index < 0 || index >= static_cast<qint64>(m_sequence.size()))
        return;
    m_id = {};
    m_rid = m_sequence[static_cast<size_t>(index)];
    load();
}

void HouseholdPage::newVisit()
{
    if (m_id.isNull())
        return;
    Target target = Target::toRecord(pages::kVisitEntry, m_id);
    target.rid = m_rid;
    target.sequence = m_sequence;
    Q_EMIT navigate(target);
}

void HouseholdPage::openRecord(const Record &record)
{
    auto *dialog = new RecordDialog(m_context, record, m_detail.household.id, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &HouseholdPage::load);
    dialog->open();
}

void HouseholdPage::addMember()
{
    Record blank;
    blank.entity = Entity::Member;
    blank.values.resize(entityDef(Entity::Member).fields.size());
    openRecord(blank);
}

bool HouseholdPage::belongsHere(const ChangeSummary &summary) const
{
    if (summary.bulk || summary.created > 0)
        return true;
    return std::any_of(summary.rids.begin(), summary.rids.end(), [this](const auto &changed) {
        if (changed.first == Entity::Household)
            return changed.second == m_rid;
        return true; // the rows below are few: reading again is cheaper than knowing
    });
}

void HouseholdPage::dataChanged(const ffp::ChangeSummary &summary)
{
    if (m_id.isNull() || !belongsHere(summary))
        return;
    if (m_form->isEdited())
        m_message->show(NoticeKind::Warning,
                        tr("This household was changed meanwhile; save or give up your changes to see it."));
    else
        load();
}

} // namespace ffp::ui
