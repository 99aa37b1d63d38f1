// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/householdpage.h"

#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/jobs/job.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/reveal.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/household/attachmenttab.h"
#include "ui/household/entryactions.h"
#include "ui/household/fileprintdialog.h"
#include "ui/household/helptab.h"
#include "ui/household/historytab.h"
#include "ui/household/householdhead.h"
#include "ui/household/incomeactions.h"
#include "ui/household/incometab.h"
#include "ui/household/pastedialog.h"
#include "ui/household/recordform.h"
#include "ui/household/recordtab.h"
#include "ui/platform/dialogs.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHideEvent>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {
namespace {

const QString kHistoryTab = QStringLiteral("history");

QLabel *heading(const QString &text)
{
    auto *label = new QLabel(text);
    setTextRole(label, TextRole::Heading);
    return label;
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
    m_head = new HouseholdHead(this);
    layout->addWidget(m_head);
    layout->addWidget(m_message);
    layout->addWidget(m_tabs, 1);
    buildTabs();
    showDetail({});
    setFocusProxy(m_tabs);
    connect(m_head, &HouseholdHead::stepWanted, this, &HouseholdPage::step);
    connect(m_head, &HouseholdHead::visitWanted, this, &HouseholdPage::newVisit);
    connect(m_head, &HouseholdHead::printWanted, this, &HouseholdPage::printFile);
    connect(m_head, &HouseholdHead::changeWanted, this, &HouseholdPage::changeFamily);
    connect(m_head, &HouseholdHead::matterWanted, this, [this] {
        Target target = Target::toRecord(pages::kMatters, m_detail.household.id);
        target.args[QStringLiteral("new")] = true;
        Q_EMIT navigate(target);
    });
    connect(m_head, &HouseholdHead::phoneWanted, this,
            [this] { reveal(HouseholdHead::phoneField(), [this] { m_head->revealPhone(m_detail); }); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &HouseholdPage::loadHistory);
}

QWidget *HouseholdPage::buildBasics()
{
    m_basics = new RecordForm(Entity::Household, m_context.session.clock().today(), tr("Give up changes"),
                              this);
    m_basics->setQuietUntilEdited();
    connect(m_basics, &RecordForm::edited, this, &HouseholdPage::unsavedChanged);
    connect(m_basics, &RecordForm::saveRequested, this, &HouseholdPage::save);
    connect(m_basics, &RecordForm::otherRequested, this, &HouseholdPage::giveUp);
    connect(&form(), &FieldForm::revealRequested, this,
            [this](FieldRef field) { reveal(field, [this, field] { form().reveal(field); }); });
    return m_basics;
}

void HouseholdPage::addTab(const QString &id, QWidget *tab, const QString &title)
{
    tab->setObjectName(id);
    m_tabs->addTab(tab, title);
}

void HouseholdPage::buildTabs()
{
    const QString mistake = tr("Entered by mistake…");
    m_members = new RecordTab({Entity::Member,
                               {member::f("name"), member::f("relation"), member::f("sex"),
                                member::f("birth_date"), member::f("id_no"), member::f("education"),
                                member::f("student"), member::f("labour"), member::f("health"),
                                member::f("work_months"), member::f("phone"), member::f("change_kind")},
                               tr("No member yet."),
                               tr("Add a member…"),
                               tr("Paste from a spreadsheet…")},
                              this);
    m_jobs = new RecordTab({Entity::Job,
                            {job::f("member_id"), job::f("started_on"), job::f("ended_on"), job::f("place"),
                             job::f("employer"), job::f("channel"), job::f("monthly_pay"), job::f("months"),
                             job::f("planned_out")},
                            tr("No spell of work recorded."),
                            tr("Add a spell…"),
                            {},
                            mistake},
                           this);
    m_living = new RecordTab({Entity::LivingConditions,
                              {living::f("year"), living::f("house_grade"), living::f("dangerous_house"),
                               living::f("house_area_m2"), living::f("safe_water"), living::f("arable_mu"),
                               living::f("forest_mu"), living::f("road_type"), living::f("fuel"),
                               living::f("sanitary_toilet")},
                              tr("Nothing recorded for any year yet."),
                              tr("Add a year…"),
                              {},
                              mistake},
                             this);
    m_incomes = new IncomeTab(this);
    m_safeguards = new RecordTab({Entity::SafeguardCheck,
                                  {safeguard::f("item"), safeguard::f("status"), safeguard::f("checked_on"),
                                   safeguard::f("phase"), safeguard::f("fix"), safeguard::f("fix_due"),
                                   safeguard::f("fixed_on")},
                                  tr("No check of safeguards yet."),
                                  tr("Add a check…"),
                                  {},
                                  mistake},
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
                             tr("Add a risk…"),
                             {},
                             mistake},
                            this);
    auto *risk = new QWidget(this);
    auto *risks = new QVBoxLayout(risk);
    risks->setContentsMargins(0, 0, 0, 0);
    risks->addWidget(m_cases, 1);
    risks->addWidget(m_risks, 1);
    m_cases->setHeader(heading(tr("Cases of monitoring")));
    m_risks->setHeader(heading(tr("Risks of these cases")));
    risk->setFocusProxy(m_cases);
    m_helpers = new RecordTab({Entity::Assignment,
                               {assignment::f("role"), assignment::f("name"), assignment::f("unit"),
                                assignment::f("post"), assignment::f("phone"), assignment::f("started_on"),
                                assignment::f("ended_on"), assignment::f("end_reason")},
                               tr("Nobody is assigned yet."),
                               tr("Add a person…"),
                               {},
                               mistake},
                              this);
    m_help = new HelpTab(m_context, this);
    connect(m_help, &HelpTab::recorded, this, [this] {
        Q_EMIT notice(NoticeKind::Good, tr("Recorded; Ctrl+Z takes it back."));
        load();
    });
    connect(m_help, &HelpTab::refused, m_message, &MessageBar::showError);
    m_attachments = new AttachmentTab(m_context, this);
    connect(m_attachments, &AttachmentTab::notice, this, &HouseholdPage::notice);
    connect(m_attachments, &AttachmentTab::editWanted, this, [this](const Record &record) {
        m_entries->open(record, {record.entity, 0});
    });
    connect(m_attachments, &AttachmentTab::refused, m_message, &MessageBar::showError);
    m_visits = new RecordTab({Entity::Visit,
                              {visit::f("visited_on"), visit::f("mode"), visit::f("purpose"),
                               visit::f("people"), visit::f("changes"), visit::f("change_note"),
                               visit::f("needs"), visit::f("handled")},
                              tr("No visit yet."),
                              {},
                              tr("Paste from a spreadsheet…")},
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
    addTab(QStringLiteral("job"), m_jobs, tr("Work"));
    addTab(QStringLiteral("living"), m_living, tr("Living"));
    addTab(QStringLiteral("income"), m_incomes, tr("Income"));
    addTab(QStringLiteral("safeguard"), m_safeguards, tr("Safeguards"));
    addTab(QStringLiteral("risk"), risk, tr("Cases and risks"));
    addTab(QStringLiteral("help"), m_helpers, tr("Helpers"));
    addTab(QStringLiteral("measure"), m_help, tr("Measures"));
    addTab(QStringLiteral("visit"), m_visits, tr("Visits"));
    addTab(QStringLiteral("attachment"), m_attachments, tr("Attachments"));
    addTab(QStringLiteral("alert"), m_alerts, tr("Alerts"));
    addTab(kHistoryTab, m_history, tr("History"));
    m_entries = new EntryActions(m_context, this);
    for (const auto &[tab, entity] :
         {std::pair(m_members, Entity::Member), std::pair(m_jobs, Entity::Job),
          std::pair(m_living, Entity::LivingConditions), std::pair(m_safeguards, Entity::SafeguardCheck),
          std::pair(m_cases, Entity::Case), std::pair(m_risks, Entity::CaseRisk),
          std::pair(m_helpers, Entity::Assignment), std::pair(m_visits, Entity::Visit)})
        m_entries->serve(*tab, entity);
    connect(m_cases, &RecordTab::currentChanged, this, [this] {
        const Record *chosen = m_cases->current();
        m_entries->setCase(chosen && isOpenCase(*chosen) ? chosen->id : RecordId());
    });
    connect(m_entries, &EntryActions::recorded, this, [this] {
        Q_EMIT notice(NoticeKind::Good, tr("Recorded; Ctrl+Z takes it back."));
        load();
    });
    m_incomeActions = new IncomeActions(m_context, *m_incomes, this);
    connect(m_incomeActions, &IncomeActions::changed, this, [this](const QString &sentence) {
        Q_EMIT notice(NoticeKind::Good, sentence);
        load();
    });
    connect(m_incomeActions, &IncomeActions::failed, m_message, &MessageBar::showError);
    connect(m_members, &RecordTab::pasteRequested, this, [this] { pasteRows(Paste::Into::Members); });
    connect(m_visits, &RecordTab::pasteRequested, this, [this] { pasteRows(Paste::Into::Visits); });
    connect(m_alerts, &RecordTab::opened, this, [this](const Record &flag) {
        Target target = Target::to(pages::kAlerts);
        target.rid = flag.rid;
        target.area = m_detail.household.area;
        target.args[QStringLiteral("closed")] = !isOpenFlag(flag);
        Q_EMIT navigate(target);
    });
}

FieldForm &HouseholdPage::form()
{
    return m_basics->fields();
}

QString HouseholdPage::title() const
{
    return tr("Household");
}

void HouseholdPage::open(const Target &target)
{
    if (m_saving) { // the answer belongs to what is shown now
        leave([this, target] { open(target); });
        return;
    }
    const bool same = !target.record.isNull() && target.record == m_id;
    maskAgain();
    m_id = target.record;
    m_rid = target.rid;
    if (!target.sequence.empty() || !same)
        m_sequence = target.sequence;
    if (const QString tab = target.args.value(QStringLiteral("tab")).toString(); !tab.isEmpty())
        showTab(tab);
    m_wish = FieldWish::from(target.args);
    if (m_wish)
        showTab(m_wish->tab());
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
    if (leave([this] { refresh(); }))
        load();
}

bool HouseholdPage::isShown() const
{
    const Record &shown = m_detail.household;
    return !shown.id.isNull() && (m_id.isNull() ? m_rid == shown.rid : m_id == shown.id);
}

void HouseholdPage::load()
{
    const quint64 generation = ++m_generation;
    if (!isShown())
        m_message->clear();
    updateBusy(); // nothing is typed into the household before while the next one is read
    runJob<HouseholdDetail>(
        this,
        [&session = m_context.session, id = m_id, rid = m_rid](Progress &) -> Result<HouseholdDetail> {
            const RegistryService registry(session);
            RecordId household = id;
            if (household.isNull()) {
                FFP_ASSIGN(household, registry.recordOf(rid));
            }
            // It may have moved to another village: then its present entry is shown.
            FFP_ASSIGN(household, HouseholdChanges(session).whereItWent(household));
            return registry.household(household);
        },
        [this, generation](Result<HouseholdDetail> detail) {
            if (generation != m_generation)
                return;
            if (detail)
                loaded(std::move(*detail));
            else
                loadFailed(detail.error());
            Q_EMIT loadEnded();
        });
}

void HouseholdPage::loaded(HouseholdDetail detail)
{
    const bool same = detail.household.id == m_detail.household.id;
    const bool changed = detail.household.values != m_detail.household.values;
    if (std::exchange(m_loadFailed, false))
        m_message->clear();
    if (same && changed && form().isEdited())
        m_message->show(NoticeKind::Warning,
                        tr("This household was changed meanwhile; what you typed is kept and not saved "
                           "yet."));
    std::replace(m_sequence.begin(), m_sequence.end(), m_rid, detail.household.rid);
    showDetail(std::move(detail));
    showWish();
}

const Record *HouseholdPage::wishedRecord(const FieldWish &wish) const
{
    const std::vector<Record> *all = nullptr;
    switch (wish.field.entity) {
    case Entity::Member: all = &m_detail.members; break;
    case Entity::Job: all = &m_detail.jobs; break;
    case Entity::LivingConditions: all = &m_detail.living; break;
    case Entity::IncomeStatement: all = &m_detail.incomes; break;
    case Entity::Case: all = &m_detail.cases; break;
    case Entity::CaseRisk: all = &m_detail.risks; break;
    default: return nullptr;
    }
    const auto found = std::find_if(all->begin(), all->end(), [&wish](const Record &record) {
        return wish.member.isNull() || record.id == wish.member;
    });
    return found == all->end() ? nullptr : &*found;
}

void HouseholdPage::showWish()
{
    if (!m_wish)
        return;
    const FieldWish wish = *std::exchange(m_wish, std::nullopt);
    if (!wish.notice.isEmpty())
        m_message->show(NoticeKind::Info, wish.notice);
    if (wish.field.entity == Entity::Household) {
        if (FieldEditor *editor = form().editor(wish.field))
            editor->setFocus();
        return;
    }
    const Record *record = wishedRecord(wish);
    if (!record)
        return;
    if (wish.field.entity == Entity::Member)
        m_members->select(record->id);
    m_message->offer(tr("Edit this field"),
                     [this, record = *record, field = wish.field] { m_entries->open(record, field); });
}

void HouseholdPage::loadFailed(const Error &error)
{
    m_loadFailed = true;
    // What is shown must be what was asked for; only a second reading of the same may fail for a moment.
    if (!isShown() || error.kind == ErrorKind::NotFound)
        showDetail({});
    else
        loadHistory(); // its tab was perhaps chosen while something else was asked for
    m_message->showError(error);
}

void HouseholdPage::showDetail(HouseholdDetail detail)
{
    const bool same = detail.household.id == m_detail.household.id && !m_detail.household.id.isNull();
    m_detail = std::move(detail);
    if (!m_detail.household.id.isNull()) {
        m_id = m_detail.household.id;
        m_rid = m_detail.household.rid;
    }
    m_head->show(m_detail);
    if (same)
        m_basics->renewRecord(m_detail.household);
    else
        m_basics->setRecord(m_detail.household);
    m_members->setRecords(m_detail.members);
    std::map<RecordId, QString> names;
    for (const Record &person : m_detail.members)
        names[person.id] = person[member::f("name")].toText();
    m_jobs->setNames(std::move(names));
    m_jobs->setRecords(m_detail.jobs);
    m_living->setRecords(m_detail.living);
    m_incomes->setStatements(m_detail.incomes, m_detail.incomeLines);
    m_incomeActions->setHousehold(m_detail.household.id);
    m_safeguards->setRecords(m_detail.safeguards);
    m_cases->setRecords(m_detail.cases);
    m_risks->setRecords(m_detail.risks);
    m_helpers->setRecords(m_detail.assignments);
    m_help->setHousehold(m_detail.household.id);
    m_attachments->setHousehold(m_detail.household.id);
    m_visits->setRecords(m_detail.visits);
    m_alerts->setRecords(m_detail.flags);
    if (m_detail.household.voided)
        m_message->show(NoticeKind::Warning, tr("This household is no longer in the register: %1")
                                                 .arg(m_detail.household.voidReason));
    ++m_shownGeneration;
    m_historyShown = false;
    m_history->setEntries({});
    loadHistory();
    updateBusy();
    Q_EMIT titleChanged();
    Q_EMIT unsavedChanged();
}

void HouseholdPage::updateBusy()
{
    const bool busy = m_saving || !isShown() || m_detail.household.voided;
    m_basics->setBusy(busy);
    for (RecordTab *tab : {m_members, m_jobs, m_living, m_safeguards, m_helpers, m_visits})
        tab->setAddEnabled(!busy);
    m_risks->setAddEnabled(!busy && std::any_of(m_detail.cases.begin(), m_detail.cases.end(), isOpenCase));
    m_entries->setHousehold(isShown() ? m_detail.household.id : RecordId());
    m_help->setChangeEnabled(!busy);
    m_attachments->setChangeEnabled(!busy);
    m_incomes->setAddEnabled(!busy);
    m_head->setChangeEnabled(!busy);
    const auto here = std::find(m_sequence.begin(), m_sequence.end(), m_rid);
    m_head->setSteps(here != m_sequence.end() && here != m_sequence.begin(),
                     here != m_sequence.end() && here + 1 != m_sequence.end());
}

void HouseholdPage::loadHistory()
{
    if (m_historyShown || !isShown() || m_tabs->currentWidget()->objectName() != kHistoryTab)
        return;
    m_historyShown = true;
    m_history->setLoading();
    runJob<std::vector<HistoryEntry>>(
        this,
        [&session = m_context.session, id = m_id](Progress &) {
            return RegistryService(session).history(id, windowLanguage());
        },
        [this, generation = m_shownGeneration](Result<std::vector<HistoryEntry>> entries) {
            if (generation != m_shownGeneration) // showDetail() asks again
                return;
            if (!entries) {
                m_historyShown = false;
                m_history->setFailed();
                m_message->showError(entries.error());
                return;
            }
            m_history->setEntries(std::move(*entries));
        });
}

bool HouseholdPage::hasUnsavedInput() const
{
    return m_basics->fields().isEdited();
}

bool HouseholdPage::mayLeave()
{
    if (m_saving)
        return false;
    if (!form().isEdited())
        return true;
    const int answer = dialogs().ask(this, {tr("Not saved yet"),
                                            tr("The changes to this household are not saved yet."),
                                            {},
                                            {tr("Save"), tr("Give up changes"), tr("Stay here")},
                                            true});
    if (answer == 0)
        save(); // who wanted to leave does so when that ended well
    if (answer == 1)
        giveUp();
    return answer == 1;
}

void HouseholdPage::giveUp()
{
    m_message->clear();
    m_basics->setRecord(m_detail.household);
    Q_EMIT unsavedChanged();
}

void HouseholdPage::save()
{
    if (m_saving || !isShown() || !form().isEdited())
        return;
    if (!m_basics->check(*m_message))
        return;
    setSaving(true);
    const FieldValues values = form().editedValues();
    runJob<ChangeSummary>(
        this,
        [session = &m_context.session, id = m_detail.household.id, values,
         note = m_basics->note()](Progress &) { return RegistryService(*session).edit(id, values, note); },
        [this, values](Result<ChangeSummary> changed) {
            setSaving(false);
            if (changed)
                saved(values);
            else
                m_basics->showRefusal(changed.error(), *m_message);
            if (std::exchange(m_changedMeanwhile, false) || changed)
                load();
            savingEnded(changed.has_value());
            Q_EMIT saveEnded();
        });
}

void HouseholdPage::setSaving(bool saving)
{
    m_saving = saving;
    updateBusy();
}

/// What was saved is what the form shows; reading again brings what follows from it. A reading that ran
/// meanwhile may have cleared the page.
void HouseholdPage::saved(const FieldValues &values)
{
    Q_EMIT notice(NoticeKind::Good, tr("Saved."));
    if (!isShown())
        return;
    for (const auto &[field, value] : values)
        m_detail.household.values[field.index] = value;
    m_basics->setRecord(m_detail.household);
    Q_EMIT unsavedChanged();
}

void HouseholdPage::reveal(FieldRef field, std::function<void()> shown)
{
    if (!isShown())
        return;
    const RecordId id = m_detail.household.id;
    askReveal(
        this, m_context.session, id, {field},
        [this, id, shown = std::move(shown)] {
            if (id == m_detail.household.id && isVisible()) // permitted for that household, and seen
                shown();
            Q_EMIT revealEnded();
        },
        [this](const Error &error) {
            m_message->showError(error);
            Q_EMIT revealEnded();
        });
}

void HouseholdPage::maskAgain()
{
    form().maskAgain();
    m_head->show(m_detail);
}

void HouseholdPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (!event->spontaneous())
        maskAgain();
}

void HouseholdPage::step(int by)
{
    const auto here = std::find(m_sequence.begin(), m_sequence.end(), m_rid);
    if (here == m_sequence.end())
        return;
    const auto index = (here - m_sequence.begin()) + by;
    if (index < 0 || index >= static_cast<qint64>(m_sequence.size()) || !leave([this, by] { step(by); }))
        return;
    m_id = {};
    m_rid = m_sequence[static_cast<size_t>(index)];
    load();
}

void HouseholdPage::newVisit()
{
    if (!isShown())
        return;
    Target target = Target::toRecord(pages::kVisitEntry, m_id);
    target.rid = m_rid;
    target.sequence = m_sequence;
    Q_EMIT navigate(target);
}

void HouseholdPage::changeFamily(FamilyStep step)
{
    if (!isShown())
        return;
    const int row = m_members->table().currentIndex().row();
    const auto &members = m_members->records();
    const RecordId member = row >= 0 && row < static_cast<int>(members.size())
                                ? members[static_cast<size_t>(row)].id
                                : RecordId();
    auto *dialog = new FamilyDialog(m_context, step, m_detail, member, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        Q_EMIT notice(NoticeKind::Good, tr("Recorded; Ctrl+Z takes it back."));
        load();
    });
    dialog->open();
}

void HouseholdPage::printFile()
{
    if (!isShown())
        return;
    auto *dialog = new FilePrintDialog(m_context, m_detail.household.id, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HouseholdPage::pasteRows(Paste::Into into)
{
    const auto paste = PasteService::read(QGuiApplication::clipboard()->text(), into, m_detail.household.id,
                                          m_context.session.clock().today());
    if (!paste) {
        m_message->showError(PasteDialog::named(paste.error()));
        return;
    }
    auto *dialog = new PasteDialog(m_context.session, *paste, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
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
    if (!isShown() || !belongsHere(summary))
        return;
    if (m_saving) // perhaps by that; the answer comes soon
        m_changedMeanwhile = true;
    else
        load();
}

} // namespace ffp::ui
