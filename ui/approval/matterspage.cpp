// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/matterspage.h"

#include "core/domain/fields/proceedingfields.h"
#include "core/services/policyservice.h"
#include "ui/approval/actdialog.h"
#include "ui/approval/chaindialog.h"
#include "ui/approval/newmatterdialog.h"
#include "ui/common/casetext.h"
#include "ui/common/fieldtext.h"
#include "ui/common/jobdialog.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/models/texttablemodel.h"

#include <QComboBox>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTextBrowser>
#include <QTimer>

namespace ffp::ui {

namespace {

QString iso(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QString item(const QString &text)
{
    return QStringLiteral("<p style=\"margin: 2px 0 2px 8px\">%1</p>").arg(text.toHtmlEscaped());
}

QString section(const QString &title, const QStringList &items)
{
    return items.isEmpty()
               ? QString()
               : QStringLiteral("<p><b>%1</b></p>%2").arg(title.toHtmlEscaped(), items.join(QString()));
}

QString changeText(const ContentChange &change)
{
    const EntityDef &entity = entityDef(change.entity);
    const bool chinese = windowLanguage() == Language::Chinese;
    const QString kind = chinese ? QString::fromUtf16(entity.label) : QString::fromUtf8(entity.english);
    const FieldDef *field = fieldById(change.entity, change.field.toStdString());
    return field ? QStringLiteral("%1: %2").arg(kind, fieldLabel(*field, windowLanguage()))
                 : MattersPage::tr("%1: came in since").arg(kind);
}

} // namespace

MattersPage::MattersPage(const PageContext &context, QWidget *parent) : Page(parent), m_context(context)
{
    m_model = new TextTableModel(this);
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Matters"));
    m_message = new MessageBar(this);
    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(kGap * 2);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(buildPanel());
    splitter->setStretchFactor(0, 1);
    constexpr int kPanelFirst = 440;
    splitter->setSizes({2 * kPanelFirst, kPanelFirst});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap);
    layout->setSpacing(kGap);
    layout->addWidget(buildBar());
    layout->addWidget(m_message);
    layout->addWidget(splitter, 1);
    setFocusProxy(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MattersPage::loadMatter);
    connect(m_table, &TableView::opened, this, [this] {
        if (m_view)
            Q_EMIT navigate(Target::toRecord(pages::kHousehold, m_view->household.household.id));
    });
    showMatter();
}

QWidget *MattersPage::buildBar()
{
    auto *bar = new QWidget(this);
    m_box = new QComboBox(bar);
    m_box->setAccessibleName(tr("Which matters"));
    m_box->addItem(tr("Waiting for me"), int(CaseBox::Waiting));
    m_box->addItem(tr("Handled by me, under way"), int(CaseBox::Sent));
    m_box->addItem(tr("Returned"), int(CaseBox::Returned));
    m_box->addItem(tr("Late"), int(CaseBox::Late));
    m_box->addItem(tr("All"), int(CaseBox::All));
    m_count = new QLabel(bar);
    setTextRole(m_count, TextRole::Hint);
    auto *chains = new QPushButton(tr("Chains of the policy…"), bar);
    auto *fresh = new QPushButton(tr("Start a matter…"), bar);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_box);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(chains);
    layout->addWidget(fresh);
    connect(m_box, &QComboBox::currentIndexChanged, this, &MattersPage::load);
    connect(chains, &QPushButton::clicked, this, &MattersPage::showChains);
    connect(fresh, &QPushButton::clicked, this, [this] { askForNew({}); });
    return bar;
}

QWidget *MattersPage::buildPanel()
{
    auto *panel = new QWidget(this);
    m_text = new QTextBrowser(panel);
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("Where the matter stands"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    m_note = new QPushButton(tr("Note a step…"), panel);
    buttons->addWidget(m_note);
    buttons->addStretch(1);
    connect(m_note, &QPushButton::clicked, this, &MattersPage::askForNote);
    for (const CaseVerb verb : {CaseVerb::Withdraw, CaseVerb::Reject, CaseVerb::Return, CaseVerb::Record,
                                CaseVerb::Approve, CaseVerb::Submit}) {
        auto *button = new QPushButton(caseVerbText(QLatin1String(caseVerbCode(verb))) + u'…', panel);
        if (verb == CaseVerb::Submit || verb == CaseVerb::Approve || verb == CaseVerb::Record)
            setPrimary(button);
        buttons->addWidget(button);
        m_buttons.emplace_back(verb, button);
        connect(button, &QPushButton::clicked, this, [this, verb] { ask(verb); });
    }
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_text, 1);
    layout->addLayout(buttons);
    return panel;
}

QString MattersPage::title() const
{
    return tr("Review and approval");
}

QPushButton *MattersPage::button(CaseVerb verb) const
{
    for (const auto &[known, button] : m_buttons)
        if (known == verb)
            return button;
    return nullptr;
}

QString MattersPage::shownText() const
{
    return m_text->toPlainText();
}

void MattersPage::open(const Target &target)
{
    if (target.args.value(QStringLiteral("new")).toBool()) {
        load();
        // After the page is in view: the dialog belongs over it.
        QTimer::singleShot(0, this, [this, household = target.record] { askForNew(household); });
        return;
    }
    if (!target.record.isNull()) {
        m_wanted = target.record;
        const QSignalBlocker quiet(m_box);
        m_box->setCurrentIndex(m_box->findData(int(CaseBox::All)));
    }
    load();
}

void MattersPage::refresh()
{
    load();
}

void MattersPage::dataChanged(const ffp::ChangeSummary &summary)
{
    if (summary.bulk || summary.touches({Entity::Proceeding, Entity::Step}))
        load();
    else if (m_view)
        loadMatter();
}

void MattersPage::step(int by)
{
    const int row = m_table->currentIndex().row() + by;
    if (row >= 0 && row < m_model->rowCount())
        m_table->selectRow(row);
}

void MattersPage::load()
{
    ++m_loading;
    const auto box = CaseBox(m_box->currentData().toInt());
    runJob<std::vector<CaseRow>>(
        this,
        [session = &m_context.session, box](Progress &) {
            return CaseService(*session).list({.box = box}, windowLanguage());
        },
        [this](Result<std::vector<CaseRow>> rows) {
            --m_loading;
            if (rows)
                showRows(std::move(*rows));
            else
                m_message->showError(rows.error());
        });
}

void MattersPage::showRows(std::vector<CaseRow> rows)
{
    const RecordId wanted = !m_wanted.isNull() ? m_wanted : m_view ? m_view->matter.id : RecordId();
    m_wanted = {};
    m_rows = std::move(rows);
    std::vector<TextTableModel::Row> shown;
    int chosen = m_rows.empty() ? -1 : 0;
    for (const CaseRow &row : m_rows) {
        TextTableModel::Row line;
        line.cells = {row.headName,       row.areaName,   row.typeTitle,
                      caseStateText(row), iso(row.since), iso(row.due)};
        line.record = row.id;
        line.flagged = row.late || row.disputed;
        if (row.id == wanted)
            chosen = static_cast<int>(shown.size());
        shown.push_back(std::move(line));
    }
    m_count->setText(tr("%1 matters").arg(m_rows.size()));
    m_table->setEmptyText(tr("Nothing here."));
    m_model->setTable({{tr("Household"), false},
                       {tr("Village"), false},
                       {tr("Matter"), false},
                       {tr("Waits for"), false},
                       {tr("Since"), false},
                       {tr("Due"), false}},
                      std::move(shown));
    m_table->fitColumns();
    if (chosen >= 0) {
        m_table->selectRow(chosen);
    } else {
        m_view.reset();
        showMatter();
    }
}

void MattersPage::loadMatter()
{
    const TextTableModel::Row *row = m_model->row(m_table->currentIndex().row());
    if (!row)
        return;
    ++m_loading;
    runJob<CaseView>(
        this,
        [session = &m_context.session, id = row->record](Progress &) {
            return CaseService(*session).view(id);
        },
        [this, id = row->record](Result<CaseView> view) {
            --m_loading;
            const TextTableModel::Row *now = m_model->row(m_table->currentIndex().row());
            if (!now || now->record != id)
                return; // another one was chosen meanwhile
            if (view) {
                m_view = std::move(*view);
            } else {
                m_view.reset();
                m_message->showError(view.error());
            }
            showMatter();
        });
}

QString MattersPage::html() const
{
    const bool chinese = windowLanguage() == Language::Chinese;
    QString text = QStringLiteral("<h3>%1 · %2</h3><p>%3</p>")
                       .arg(m_view->household.headName.toHtmlEscaped(),
                            m_view->chain.title.in(chinese).toHtmlEscaped(),
                            tr("Waits for: %1")
                                .arg(caseStateText(m_view->chain, m_view->state, chinese))
                                .toHtmlEscaped());
    QStringList steps;
    for (const CaseStepState &one : m_view->steps) {
        QString line = QStringLiteral("%1 %2  %3  %4")
                           .arg(one.done      ? QStringLiteral("✓")
                                : one.current ? QStringLiteral("→")
                                              : QStringLiteral("·"),
                                m_view->chain.step(one.key)->title.in(chinese), iso(one.doneOn), one.person);
        if (one.due.isValid() && !one.doneOn.isValid())
            line += QStringLiteral("  ") + (one.late ? tr("late since %1") : tr("due %1")).arg(iso(one.due));
        steps << item(line);
    }
    text += section(tr("Steps"), steps);
    QStringList lacks;
    for (const CaseLack &lack : m_view->lacks)
        lacks << item(caseLackText(lack, m_view->pack, m_view->chain, chinese));
    text += section(tr("Still needed"), lacks);
    QStringList changed;
    for (const ContentChange &change : m_view->changed)
        changed << item(changeText(change));
    text += section(tr("Changed since the last action"), changed);
    QStringList history;
    for (const CaseEvent &event : m_view->history)
        history << item(QStringLiteral("%1  %2  %3  %4  %5%6")
                            .arg(event.date, caseStateText(m_view->chain, event.step, chinese),
                                 caseVerbText(event.verb), event.actor, event.opinion,
                                 event.fault.isEmpty()
                                     ? QString()
                                     : QStringLiteral("  ! ") + caseFaultText(event.fault)));
    return text + section(tr("What was done"), history);
}

void MattersPage::showMatter()
{
    for (const auto &[verb, button] : m_buttons)
        button->setVisible(
            m_view && std::find(m_view->mayDo.begin(), m_view->mayDo.end(), verb) != m_view->mayDo.end());
    m_note->setVisible(m_view && !m_view->chain.workBefore(m_view->state).empty());
    m_text->setHtml(m_view ? html() : QString());
}

void MattersPage::ask(CaseVerb verb)
{
    if (!m_view)
        return;
    const CaseView view = *m_view; // the page may load another one meanwhile
    ActDialog dialog(view, verb, m_context.session.clock().today(), this);
    if (dialog.exec() == QDialog::Accepted)
        perform(dialog.request());
}

void MattersPage::askForNote()
{
    if (!m_view)
        return;
    const CaseView view = *m_view;
    const bool chinese = windowLanguage() == Language::Chinese;
    const std::vector<const ChainStep *> work = view.chain.workBefore(view.state);
    QStringList titles;
    for (const ChainStep *one : work)
        titles << one->title.in(chinese);
    bool chosen = true;
    const QString title = work.size() == 1 ? titles.front()
                                           : QInputDialog::getItem(this, tr("Note a step"), tr("Which step"),
                                                                   titles, 0, false, &chosen);
    if (!chosen)
        return;
    const ChainStep &step = *work[static_cast<size_t>(titles.indexOf(title))];
    ActDialog dialog(view, step, m_context.session.clock().today(), this);
    if (dialog.exec() == QDialog::Accepted)
        note(view.matter.id, step.key, dialog.values());
}

void MattersPage::askForNew(RecordId household)
{
    const Result<PolicyPack> pack = PolicyService(m_context.session).pack();
    if (!pack) {
        m_message->showError(pack.error());
        return;
    }
    QString shown;
    if (!household.isNull())
        if (const Result<HouseholdDetail> detail = RegistryService(m_context.session).household(household))
            shown = QStringLiteral("%1 %2").arg(detail->headName, detail->areaName);
    NewMatterDialog dialog(*pack, shown, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    NewMatter matter{dialog.type(), household, dialog.reason(), {}};
    if (household.isNull()) {
        const Result<RecordId> found = RegistryService(m_context.session).findHousehold(dialog.household());
        if (!found) {
            m_message->showError(found.error());
            return;
        }
        matter.household = *found;
    }
    start(matter);
}

void MattersPage::start(const NewMatter &matter)
{
    m_message->clear();
    runJob<RecordId>(
        this,
        [session = &m_context.session, matter](Progress &) { return CaseService(*session).open(matter); },
        [this](Result<RecordId> made) {
            if (made) {
                Q_EMIT notice(NoticeKind::Good, tr("Started."));
                open(Target::toRecord(pages::kMatters, *made));
            } else {
                m_message->showError(made.error());
            }
            Q_EMIT done();
        });
}

void MattersPage::perform(const CaseRequest &request)
{
    m_message->clear();
    runJob<ChangeSummary>(
        this,
        [session = &m_context.session, request](Progress &) { return CaseService(*session).act(request); },
        [this](Result<ChangeSummary> result) { finished(result); });
}

void MattersPage::note(RecordId matter, const QString &step, const FieldValues &values)
{
    m_message->clear();
    runJob<ChangeSummary>(
        this,
        [session = &m_context.session, matter, step, values](Progress &) {
            return CaseService(*session).noteStep(matter, step, values);
        },
        [this](Result<ChangeSummary> result) { finished(result); });
}

void MattersPage::finished(const Result<ChangeSummary> &result)
{
    if (result) {
        Q_EMIT notice(NoticeKind::Good, tr("Done and signed."));
        load();
    } else {
        m_message->showError(result.error());
    }
    Q_EMIT done();
}

void MattersPage::showChains()
{
    const Result<PolicyPack> pack = PolicyService(m_context.session).pack();
    if (!pack) {
        m_message->showError(pack.error());
        return;
    }
    ChainDialog dialog(*pack, m_view ? m_view->chain.id : QString(), this);
    dialog.exec();
}

bool MattersPage::waitUntilShown(int ms)
{
    const QDeadlineTimer until(ms);
    QEventLoop loop;
    while (m_loading > 0 && !until.hasExpired()) {
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return m_loading == 0;
}

} // namespace ffp::ui
