// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alert/alertpage.h"

#include "core/services/policyservice.h"
#include "ui/alert/alertdraftkeeper.h"
#include "ui/alert/alertlistmodel.h"
#include "ui/alert/alertpanel.h"
#include "ui/alert/checkdialog.h"
#include "ui/common/areachoice.h"
#include "ui/common/fieldtext.h"
#include "ui/common/jobdialog.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/platform/dialogs.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

namespace ffp::ui {

AlertPage::AlertPage(const PageContext &context, QWidget *parent) : Page(parent), m_context(context)
{
    m_model = new AlertListModel(context.session, this);
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Alerts"));
    m_panel = new AlertPanel(context.session.clock().today(), this);
    m_message = new MessageBar(this);
    constexpr int kPanelWidth = 340;
    m_panel->setMinimumWidth(kPanelWidth);
    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(kGap * 2);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 1);
    constexpr int kPanelFirst = 400; // the four buttons side by side
    splitter->setSizes({640, kPanelFirst});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap);
    layout->setSpacing(kGap);
    layout->addWidget(buildFilterBar());
    layout->addWidget(m_message);
    layout->addWidget(splitter, 1);
    setFocusProxy(m_table);

    connect(m_table, &TableView::opened, this, [this] { openCurrent(pages::kHousehold); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AlertPage::showCurrent);
    connect(m_model, &AlertListModel::loaded, this, &AlertPage::rowsLoaded);
    connect(m_model, &AlertListModel::dataChanged, this, [this, fitted = false]() mutable {
        if (!std::exchange(fitted, true)) // the first texts are there
            m_table->fitColumns();
    });
    connect(m_model, &AlertListModel::failed, m_message, &MessageBar::showError);
    connect(m_panel, &AlertPanel::revealWanted, this, &AlertPage::reveal);
    connect(m_panel, &AlertPanel::householdWanted, this, [this] { openCurrent(pages::kHousehold); });
    connect(m_panel, &AlertPanel::visitWanted, this, &AlertPage::newVisit);
    connect(m_panel, &AlertPanel::dueChosen, this, [this](QDate due) {
        change([due](Session &session, RecordId id) { return CheckService(session).setDue(id, due); }, false);
    });
    connect(m_panel, &AlertPanel::stateChosen, this,
            [this](const QString &state, const QString &action, const QString &reviewer) {
                change([=](Session &session,
                           RecordId
                               id) { return CheckService(session).setState(id, state, action, reviewer); },
                       true);
            });
    m_drafts = new AlertDraftKeeper(
        context.session, [this] { return m_panel->drafts(); }, this);
    connect(m_panel, &AlertPanel::draftsChanged, m_drafts, &AlertDraftKeeper::touch);
    connect(m_drafts, &AlertDraftKeeper::loaded, this, &AlertPage::restore);
    connect(m_drafts, &AlertDraftKeeper::failed, m_message, &MessageBar::showError);
    m_drafts->load();
    loadChoices();
}

QWidget *AlertPage::buildFilterBar()
{
    auto *bar = new QWidget(this);
    m_level = new QComboBox(bar);
    m_level->setAccessibleName(tr("Level"));
    m_level->addItem(tr("All levels"));
    for (const char *level : {"red", "orange", "yellow"})
        m_level->addItem(levelText(QLatin1String(level)), QLatin1String(level));
    m_rule = new QComboBox(bar);
    m_rule->setAccessibleName(tr("Rule"));
    m_rule->addItem(tr("All rules"));
    m_area = new QComboBox(bar);
    m_area->setAccessibleName(tr("Area"));
    m_area->addItem(tr("All villages"));
    for (QComboBox *box : {m_rule, m_area}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        constexpr int kLetters = 12;
        box->setMinimumContentsLength(kLetters);
    }
    const auto chip = [bar](const QString &text) {
        auto *button = new QToolButton(bar);
        button->setText(text);
        button->setCheckable(true);
        button->setProperty("chip", true);
        return button;
    };
    m_overdue = chip(codeText("flag_status", QStringLiteral("overdue")));
    m_overdue->setToolTip(tr("Only open ones whose due date is over"));
    m_settled = chip(tr("Closed ones too"));
    m_count = new QLabel(bar);
    setTextRole(m_count, TextRole::Hint);
    auto *check = new QPushButton(tr("&Month-end check…"), bar);
    setPrimary(check);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_level);
    layout->addWidget(m_rule);
    layout->addWidget(m_area);
    layout->addWidget(m_overdue);
    layout->addWidget(m_settled);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(check);
    for (QComboBox *box : {m_level, m_rule, m_area})
        connect(box, &QComboBox::currentIndexChanged, this, &AlertPage::applyFilter);
    for (QToolButton *button : {m_overdue, m_settled})
        connect(button, &QToolButton::toggled, this, &AlertPage::applyFilter);
    connect(check, &QPushButton::clicked, this, &AlertPage::askForMonth);
    return bar;
}

QString AlertPage::title() const
{
    return tr("Alerts");
}

void AlertPage::open(const Target &target)
{
    const QSignalBlocker quietLevel(m_level);
    const QSignalBlocker quietArea(m_area);
    const QSignalBlocker quietRule(m_rule);
    const QSignalBlocker quietOverdue(m_overdue);
    const QSignalBlocker quietSettled(m_settled);
    if (!target.args.isEmpty() || !target.area.isNull() || target.rid != 0)
        resetFilter();
    m_level->setCurrentIndex(
        qMax(0, m_level->findData(target.args.value(QStringLiteral("severity"), m_level->currentData()))));
    m_overdue->setChecked(target.args.value(QStringLiteral("overdue"), m_overdue->isChecked()).toBool());
    m_settled->setChecked(target.args.value(QStringLiteral("closed"), m_settled->isChecked()).toBool());
    if (target.rid != 0) {
        m_currentRid = target.rid;
        m_chooseCurrent = true;
    }
    if (!target.area.isNull()) {
        const int index = m_area->findData(target.area.toString());
        m_area->setCurrentIndex(qMax(0, index));
        m_wantedArea = index < 0 ? target.area : AreaCode();
    }
    applyFilter();
}

void AlertPage::resetFilter()
{
    for (QComboBox *box : {m_level, m_rule, m_area})
        box->setCurrentIndex(0);
    m_wantedArea = {};
    for (QToolButton *button : {m_overdue, m_settled})
        button->setChecked(false);
}

void AlertPage::rowsLoaded(qsizetype rows)
{
    m_count->setText(tr("%1 alerts").arg(rows));
    m_table->setEmptyText(tr("No alert here. The month-end check finds those that the rules ask for."));
    const int row = m_model->rowOf(m_currentRid);
    if (rows > 0
        && (!m_table->currentIndex().isValid() || (std::exchange(m_chooseCurrent, false) && row >= 0)))
        m_table->selectRow(qMax(0, row));
    showCurrent();
}

void AlertPage::refresh()
{
    loadChoices();
    m_model->refresh();
}

void AlertPage::dataChanged(const ffp::ChangeSummary &summary)
{
    if (summary.touches({Entity::Flag, Entity::Household, Entity::Member}))
        m_model->refresh();
}

void AlertPage::loadChoices()
{
    runJob<Choices>(
        this,
        [session = &m_context.session](Progress &) -> Result<Choices> {
            Choices choices;
            FFP_ASSIGN(choices.areas, RegistryService(*session).areaCounts());
            FFP_ASSIGN(const PolicyPack pack, PolicyService(*session).pack());
            for (const PolicyRule &rule : pack.rules())
                if (rule.evaluate)
                    choices.rules.emplace_back(rule.id, rule.title.in(windowLanguage() == Language::Chinese));
            return choices;
        },
        [this](Result<Choices> choices) {
            if (choices)
                fillChoices(*choices);
            else
                m_message->showError(choices.error());
        });
}

void AlertPage::fillChoices(const Choices &choices)
{
    const bool filterAgain = !m_wantedArea.isNull();
    listAreas(m_area, choices.areas, std::exchange(m_wantedArea, {}));
    {
        const QSignalBlocker quietRule(m_rule);
        const QString rule = m_rule->currentData().toString();
        m_rule->clear();
        m_rule->addItem(tr("All rules"));
        for (const auto &[id, title] : choices.rules)
            m_rule->addItem(QStringLiteral("%1 %2").arg(id, title), id);
        m_rule->setCurrentIndex(qMax(0, m_rule->findData(rule)));
    }
    if (filterAgain)
        applyFilter();
}

void AlertPage::applyFilter()
{
    AlertQuery query;
    query.severity = m_level->currentData().toString();
    query.rule = m_rule->currentData().toString();
    query.area = m_wantedArea.isNull() ? AreaCode::fromString(m_area->currentData().toString())
                                       : m_wantedArea;
    query.overdueOnly = m_overdue->isChecked();
    query.openOnly = !m_settled->isChecked();
    query.language = windowLanguage();
    m_model->setQuery(query);
}

void AlertPage::askForMonth()
{
    CheckDialog dialog(m_context.session.clock().today(), this);
    if (dialog.exec() == QDialog::Accepted)
        runCheck(dialog.month());
}

void AlertPage::runCheck(YearMonth month)
{
    m_message->clear();
    JobDialog::run<CheckResult>(
        this, tr("Month-end check"),
        [session = &m_context.session, month](Progress &progress) {
            return CheckService(*session).run(month, progress, windowLanguage());
        },
        [this](Result<CheckResult> result) {
            if (result)
                m_message->show(result->notEvaluated.isEmpty() ? NoticeKind::Good : NoticeKind::Info,
                                checkResultText(*result), result->notEvaluated.join(u'\n'));
            else
                m_message->showError(result.error());
            m_model->refresh();
            Q_EMIT checked();
        });
}

void AlertPage::showCurrent()
{
    const qint64 rid = m_model->ridAt(m_table->currentIndex().row());
    const quint64 generation = ++m_shownGeneration;
    m_pageWanted.clear();
    if (rid == 0) {
        m_panel->show(nullptr);
        Q_EMIT alertShown();
        return;
    }
    m_currentRid = rid;
    runJob<std::vector<Alert>>(
        this,
        [session = &m_context.session, rid](Progress &) {
            const qint64 rids[] = {rid};
            return CheckService(*session).alertRows(rids, windowLanguage());
        },
        [this, generation](Result<std::vector<Alert>> alerts) {
            if (generation != m_shownGeneration)
                return;
            if (!alerts)
                m_message->showError(alerts.error());
            m_panel->show(alerts && !alerts->empty() ? &alerts->front() : nullptr);
            Q_EMIT alertShown();
            if (!m_pageWanted.isEmpty())
                openCurrent(std::exchange(m_pageWanted, {}));
        });
}

void AlertPage::openCurrent(const QString &page)
{
    if (m_model->ridAt(m_table->currentIndex().row()) != (m_panel->alert() ? m_panel->alert()->rid : 0)) {
        m_pageWanted = page; // the panel still shows the alert before
        return;
    }
    if (!m_panel->alert())
        return;
    Target target = Target::toRecord(page, m_panel->alert()->household);
    target.args[QStringLiteral("tab")] = QStringLiteral("alert");
    Q_EMIT navigate(target);
}

void AlertPage::reveal()
{
    if (!m_panel->alert())
        return;
    runJob<Alert>(
        this,
        [session = &m_context.session, id = m_panel->alert()->id](Progress &) {
            return CheckService(*session).reveal(id, windowLanguage());
        },
        [this](Result<Alert> alert) {
            if (alert)
                m_panel->reveal(*alert);
            else
                m_message->showError(alert.error());
            Q_EMIT alertShown();
        });
}

void AlertPage::newVisit()
{
    openCurrent(pages::kVisitEntry);
}

bool AlertPage::keepsInput() const
{
    return m_drafts->isWaiting();
}

bool AlertPage::mayEnd()
{
    if (m_drafts->writeNow())
        return true;
    const int answer = dialogs().ask(this, {tr("Not saved yet"),
                                            tr("What was typed for an alert is not saved yet."),
                                            {},
                                            {tr("Show it"), tr("Give up what was typed"), tr("Stay here")},
                                            true});
    if (answer == 1)
        m_panel->discardDrafts();
    if (answer == 0)
        showUnsaved();
    return answer == 1;
}

void AlertPage::showUnsaved()
{
    Target target = Target::to(pages::kAlerts);
    target.rid = m_panel->unsaved();
    Q_EMIT navigate(target);
}

void AlertPage::restore(const std::vector<AlertDraft> &drafts)
{
    std::vector<qint64> rids;
    for (const AlertDraft &draft : drafts)
        rids.push_back(draft.rid);
    runJob<std::vector<Alert>>(
        this,
        [session = &m_context.session, rids](Progress &) {
            return CheckService(*session).alertRows(rids, windowLanguage());
        },
        [this, drafts](Result<std::vector<Alert>> alerts) {
            if (!alerts) {
                m_message->showError(alerts.error());
                return;
            }
            const qsizetype back = m_panel->restore(drafts, *alerts);
            m_drafts->begin();
            if (back > 0) {
                m_message->show(NoticeKind::Info,
                                tr("What was typed for %1 alerts is not saved yet.").arg(back));
                m_message->offer(tr("Show it"), [this] { showUnsaved(); });
            }
            Q_EMIT draftsRestored();
        });
}

void AlertPage::change(std::function<Result<>(Session &, RecordId)> work, bool texts)
{
    if (!m_panel->alert())
        return;
    m_message->clear();
    const RecordId id = m_panel->alert()->id;
    runJob<bool>(
        this,
        [session = &m_context.session, id, work = std::move(work)](Progress &) {
            return work(*session, id).map([] { return true; });
        },
        [this, id, texts](Result<bool> changed) {
            const bool here = m_panel->alert() && m_panel->alert()->id == id; // or another one meanwhile
            if (changed && texts)
                m_panel->textsSaved(id);
            if (changed)
                m_model->refresh();
            else if (!here || !m_panel->showRefusal(changed.error()))
                m_message->showError(changed.error());
            Q_EMIT alertShown();
        });
}

} // namespace ffp::ui
