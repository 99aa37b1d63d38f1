// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/workbenchpage.h"

#include "core/jobs/job.h"
#include "ui/common/fieldtext.h"
#include "ui/common/icons.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/models/texttablemodel.h"
#include "ui/workbench/figurecard.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {
namespace {

/// Columns of the urgent alerts that share the room.
enum UrgentColumn { kFound = 3, kDue };

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTextRole(label, TextRole::Heading);
    return label;
}

QPushButton *link(const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("link", true);
    return button;
}

QString monthText(YearMonth month)
{
    return WorkbenchPage::tr("%1/%2", "year, month").arg(month.year()).arg(month.month());
}

} // namespace

WorkbenchPage::WorkbenchPage(const PageContext &context, QWidget *parent) : Page(parent), m_context(context)
{
    m_message = new MessageBar(this);
    m_work = new QWidget(this);
    auto *right = new QVBoxLayout;
    right->setSpacing(kGap * 2);
    right->addWidget(buildState());
    right->addWidget(m_draftBox = buildDrafts());
    right->addStretch(1);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(kGap * 2);
    constexpr int kUrgentShare = 5;
    constexpr int kStateShare = 3;
    lower->addWidget(buildUrgent(), kUrgentShare);
    lower->addLayout(right, kStateShare);
    auto *work = new QVBoxLayout(m_work);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(kGap * 2);
    work->addWidget(buildCards());
    work->addLayout(lower, 1);
    m_welcome = buildWelcome();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_message);
    layout->addWidget(m_work, 1);
    layout->addWidget(m_welcome, 1);
    m_work->hide(); // until it is known which of the two fits
    m_welcome->hide();
    setFocusPolicy(Qt::StrongFocus);
}

QWidget *WorkbenchPage::buildCards()
{
    auto *bar = new QWidget(m_work);
    bar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap + kGap / 2);
    const std::array<QString, FigureCount> titles{tr("Red alerts"),    tr("Orange alerts"),
                                                  tr("Yellow alerts"), tr("Past their date"),
                                                  tr("To contact"),    tr("Begun visits")};
    for (int i = 0; i < FigureCount; ++i) {
        const auto figure = static_cast<Figure>(i);
        m_cards[figure] = new FigureCard(titles[figure], i + 1, bar);
        connect(m_cards[figure], &FigureCard::clicked, this, [this, figure] { pressed(figure); });
        row->addWidget(m_cards[figure], 1);
    }
    m_cards[Red]->setLevel(QStringLiteral("red"));
    m_cards[Orange]->setLevel(QStringLiteral("orange"));
    m_cards[Yellow]->setLevel(QStringLiteral("yellow"));
    return bar;
}

QWidget *WorkbenchPage::buildUrgent()
{
    auto *box = new QWidget(m_work);
    auto *head = new QHBoxLayout;
    head->addWidget(heading(tr("Most urgent"), box), 1);
    QPushButton *all = link(tr("All alerts"), box);
    head->addWidget(all);
    m_urgentModel = new TextTableModel(this);
    m_urgent = new TableView(box);
    m_urgent->setModel(m_urgentModel);
    m_urgent->setAccessibleName(tr("Most urgent"));
    m_urgent->setEmptyText(tr("No open alert. The month-end check looks for new ones."));
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addLayout(head);
    layout->addWidget(m_urgent, 1);
    layout->addStretch();
    box->installEventFilter(this);
    connect(all, &QPushButton::clicked, this, [this] {
        Target target = Target::to(pages::kAlerts);
        target.args[QStringLiteral("severity")] = QString(); // of every level
        Q_EMIT navigate(target);
    });
    connect(m_urgent, &TableView::opened, this, [this](const QModelIndex &index) {
        if (const auto *row = m_urgentModel->row(index.row())) {
            Target target = Target::toRecord(pages::kHousehold, row->record);
            target.args[QStringLiteral("tab")] = QStringLiteral("alert");
            Q_EMIT navigate(target);
        }
    });
    return box;
}

QWidget *WorkbenchPage::buildDrafts()
{
    auto *box = new QWidget(m_work);
    m_draftModel = new TextTableModel(this);
    m_drafts = new TableView(box);
    m_drafts->setModel(m_draftModel);
    m_drafts->setAccessibleName(tr("Begun visits"));
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(heading(tr("Begun visits"), box));
    layout->addWidget(m_drafts);
    connect(m_drafts, &TableView::opened, this, [this](const QModelIndex &index) {
        if (const auto *row = m_draftModel->row(index.row()))
            Q_EMIT navigate(Target::toRecord(pages::kVisitEntry, row->record));
    });
    return box;
}

QWidget *WorkbenchPage::buildState()
{
    auto *box = new QFrame(m_work);
    box->setProperty("card", true);
    m_size = new QLabel(box);
    m_check = new QLabel(box);
    m_backup = new QLabel(box);
    for (QLabel *label : {m_size, m_check, m_backup})
        label->setWordWrap(true);
    QPushButton *list = link(tr("Households"), box);
    m_runCheck = link(tr("Month-end check"), box);
    QPushButton *backUp = link(tr("Back up now"), box);
    QPushButton *verify = link(tr("Check the data"), box);
    auto *verifyText = new QLabel(tr("Whether every entry is as it was written"), box);
    verifyText->setWordWrap(true);

    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(kGap * 2, kGap + kGap / 2, kGap * 2, kGap + kGap / 2);
    layout->setSpacing(kGap);
    layout->addWidget(heading(tr("State of the data"), box));
    const auto line = [&](QLabel *text, QPushButton *button) {
        auto *row = new QHBoxLayout;
        row->addWidget(text, 1);
        row->addWidget(button, 0, Qt::AlignTop);
        layout->addLayout(row);
    };
    line(m_size, list);
    line(m_check, m_runCheck);
    line(m_backup, backUp);
    line(verifyText, verify);
    connect(list, &QPushButton::clicked, this, [this] { Q_EMIT navigate(Target::to(pages::kHouseholds)); });
    connect(m_runCheck, &QPushButton::clicked, this, [this] { Q_EMIT navigate(Target::to(pages::kAlerts)); });
    connect(backUp, &QPushButton::clicked, this, [this] { Q_EMIT commandWanted(commands::kBackup); });
    connect(verify, &QPushButton::clicked, this, [this] { Q_EMIT commandWanted(commands::kVerify); });
    return box;
}

QWidget *WorkbenchPage::buildWelcome()
{
    auto *box = new QWidget(this);
    auto *title = heading(tr("There are no households yet"), box);
    auto *text = new QLabel(
        tr("Please import the registry files of your office (xlsx, xls, ods or csv). The program shows what it "
           "found before anything is written, and one import can be taken back as a whole."),
        box);
    text->setWordWrap(true);
    auto *import = new QPushButton(icon("import", colors().onAccent), tr("Import files…"), box);
    setPrimary(import);
    auto *restore = new QPushButton(icon("restore"), tr("Restore a backup…"), box);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addWidget(import);
    buttons->addWidget(restore);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout;
    column->setSpacing(kGap * 2);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(text);
    column->addLayout(buttons);
    column->addStretch(3);
    auto *layout = new QHBoxLayout(box);
    layout->addStretch(1);
    layout->addLayout(column, 2);
    layout->addStretch(1);
    connect(import, &QPushButton::clicked, this, [this] { Q_EMIT navigate(Target::to(pages::kImport)); });
    connect(restore, &QPushButton::clicked, this, [this] { Q_EMIT commandWanted(commands::kRestore); });
    return box;
}

QString WorkbenchPage::title() const
{
    const QDate today = m_context.session.clock().today();
    const QLocale locale = windowLanguage() == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::China)
                                                                 : QLocale(QLocale::English);
    return tr("Today – %1").arg(locale.toString(today, tr("d MMMM yyyy, dddd", "date format")));
}

void WorkbenchPage::open(const Target &)
{
    load();
}

void WorkbenchPage::refresh()
{
    load();
}

void WorkbenchPage::dataChanged(const ffp::ChangeSummary &)
{
    load();
}

void WorkbenchPage::load()
{
    const quint64 generation = ++m_generation;
    runJob<TodayWork>(
        this,
        [&session = m_context.session, language = windowLanguage()](Progress &) {
            return TodayService(session).read(language);
        },
        [this, generation](Result<TodayWork> work) {
            if (generation != m_generation)
                return;
            if (!work) {
                m_message->showError(work.error());
                return;
            }
            m_message->clear();
            show(*work);
        });
}

void WorkbenchPage::show(const TodayWork &work)
{
    m_work->setVisible(work.households > 0);
    m_welcome->setVisible(work.households == 0);
    m_contactCondition = work.contactOwedCondition;
    m_cards[Red]->setFigure(work.red, work.red > 0 ? tr("open; verify at once") : tr("none open"));
    m_cards[Orange]->setFigure(work.orange, work.orange > 0 ? tr("open; verify soon") : tr("none open"));
    m_cards[Yellow]->setFigure(work.yellow, work.yellow > 0 ? tr("open; to keep in mind") : tr("none open"));
    m_cards[Overdue]->setFigure(work.overdue, work.overdue > 0 ? tr("alerts not settled in time")
                                                               : tr("all alerts are in time"));
    m_cards[Contact]->setFigure(work.contactOwed, work.edgeHouseholds == 0
                                                      ? tr("no edge households")
                                                      : tr("of %1 edge households this month")
                                                            .arg(QLocale().toString(work.edgeHouseholds)));
    m_cards[Drafts]->setFigure(work.drafts,
                               work.drafts > 0 ? tr("typed but not saved") : tr("nothing left over"));
    showUrgent(work);
    showDrafts(work);
    showState(work);
    Q_EMIT shown();
}

void WorkbenchPage::showUrgent(const TodayWork &work)
{
    std::vector<TextTableModel::Row> rows;
    for (const Alert &alert : work.urgent) {
        TextTableModel::Row row;
        row.cells = {severityMark(alert.severity) + u' ' + codeText("flag_level", alert.severity),
                     alert.headName, alert.areaName, alert.ruleTitle,
                     alert.due.isValid() ? alert.due.toString(Qt::ISODate) : tr("to be set")};
        row.record = alert.household;
        row.mark = severityColor(alert.severity);
        rows.push_back(std::move(row));
    }
    m_urgentModel
        ->setTable({{tr("Level")}, {tr("Household")}, {tr("Village")}, {tr("What was found")}, {tr("Due")}},
                   std::move(rows));
    m_urgent->fitColumns();
    // What was found is cut before the due date is.
    QHeaderView &header = *m_urgent->horizontalHeader();
    header.setStretchLastSection(false);
    header.setSectionResizeMode(kFound, QHeaderView::Stretch);
    header.setSectionResizeMode(kDue, QHeaderView::ResizeToContents);
    fitUrgent();
}

/// As many rows as there is room for whole: half a row at the lower edge hides what it says.
void WorkbenchPage::fitUrgent()
{
    const int rows = m_urgentModel->rowCount();
    const int room = m_urgent->parentWidget()->height() - m_urgent->y();
    m_urgent->setMaximumHeight(rows == 0 ? QWIDGETSIZE_MAX
                                         : m_urgent->heightOfRows(qMin(rows, m_urgent->wholeRowsIn(room))));
}

bool WorkbenchPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_urgent->parentWidget())
        fitUrgent();
    return Page::eventFilter(watched, event);
}

void WorkbenchPage::showDrafts(const TodayWork &work)
{
    std::vector<TextTableModel::Row> rows;
    for (const DraftLine &draft : work.newestDrafts) {
        TextTableModel::Row row;
        row.cells = {draft.headName, draft.areaName, instantText(draft.savedAtMs)};
        row.record = draft.household;
        rows.push_back(std::move(row));
    }
    m_draftBox->setVisible(!rows.empty());
    m_draftModel->setTable({{tr("Household")}, {tr("Village")}, {tr("Typed")}}, std::move(rows));
    m_drafts->fitColumns();
    m_drafts->fitHeight(TodayService::kMostLines);
}

void WorkbenchPage::showState(const TodayWork &work)
{
    const QLocale locale;
    m_size->setText(
        tr("%1 households, %2 persons").arg(locale.toString(work.households), locale.toString(work.members)));
    if (work.checkDue)
        m_check->setText(
            work.lastCheck
                ? tr("Month-end check of %1 is due; last done for %2")
                      .arg(monthText(work.dueCheck), monthText(*work.lastCheck))
                : tr("Month-end check of %1 is due; none was done yet").arg(monthText(work.dueCheck)));
    else if (work.lastCheck)
        m_check->setText(tr("Month-end check: last done for %1").arg(monthText(*work.lastCheck)));
    m_check->setProperty("due", work.checkDue);
    m_backup->setText(work.lastBackupMs > 0 ? tr("Last backup: %1").arg(instantText(work.lastBackupMs))
                                            : tr("No backup yet"));
    m_backup->setProperty("due", work.lastBackupMs == 0);
    for (QLabel *label : {m_check, m_backup})
        restyle(label);
}

void WorkbenchPage::pressed(Figure figure)
{
    Target target = Target::to(pages::kAlerts);
    switch (figure) {
    case Red: target.args[QStringLiteral("severity")] = QStringLiteral("red"); break;
    case Orange: target.args[QStringLiteral("severity")] = QStringLiteral("orange"); break;
    case Yellow: target.args[QStringLiteral("severity")] = QStringLiteral("yellow"); break;
    case Contact:
        target = Target::to(pages::kHouseholds);
        target.args[QStringLiteral("where")] = m_contactCondition;
        target.args[QStringLiteral("red")] = false;
        break;
    case Drafts:
        if (m_draftModel->rowCount() == 1)
            target = Target::toRecord(pages::kVisitEntry, m_draftModel->row(0)->record);
        else if (m_draftModel->rowCount() > 1) {
            m_drafts->setFocus(Qt::ShortcutFocusReason);
            m_drafts->selectRow(0);
            return;
        } else
            target = Target::to(pages::kVisits);
        break;
    case Overdue: target.args[QStringLiteral("overdue")] = true; break;
    case FigureCount: break;
    }
    Q_EMIT navigate(target);
}

void WorkbenchPage::keyPressEvent(QKeyEvent *event)
{
    const int number = event->key() - Qt::Key_1;
    if ((event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && number >= 0 && number < FigureCount
        && m_work->isVisible()) {
        m_cards[static_cast<size_t>(number)]->click();
        return;
    }
    Page::keyPressEvent(event);
}

} // namespace ffp::ui
