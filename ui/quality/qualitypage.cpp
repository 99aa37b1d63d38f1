// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/qualitypage.h"

#include "core/reports/qualityreport.h"
#include "ui/common/areachoice.h"
#include "ui/common/fieldtext.h"
#include "ui/common/jobdialog.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/models/texttablemodel.h"
#include "ui/printing/documentfile.h"
#include "ui/quality/answerdialog.h"
#include "ui/quality/qualitylistmodel.h"

#include <QComboBox>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>

#include <algorithm>

namespace ffp::ui {

QualityPage::QualityPage(const PageContext &context, QWidget *parent) : Page(parent), m_context(context)
{
    m_counts = new TextTableModel(this);
    m_rules = new TableView(this);
    m_rules->setModel(m_counts);
    m_rules->setAccessibleName(tr("Findings by rule"));
    m_model = new QualityListModel(context.session, this);
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Findings"));
    m_message = new MessageBar(this);
    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(kGap * 2);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_rules);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(1, 1);
    constexpr int kRulesFirst = 320;
    splitter->setSizes({kRulesFirst, 3 * kRulesFirst});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap);
    layout->setSpacing(kGap);
    layout->addWidget(buildFilterBar());
    layout->addWidget(m_message);
    layout->addWidget(splitter, 1);
    layout->addWidget(buildActions());
    setFocusProxy(m_table);

    connect(m_table, &TableView::opened, this, &QualityPage::openCurrent);
    connect(m_rules->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                const TextTableModel::Row *row = m_counts->row(index.row());
                m_rule = row ? row->key : QString();
                applyFilter();
            });
    connect(m_model, &QualityListModel::loaded, this, [this](qsizetype rows) {
        m_count->setText(m_model->run() ? tr("%1 findings").arg(rows) : QString());
        m_table->setEmptyText(m_model->run() ? tr("No finding here.") : QString());
        if (rows > 0 && !m_table->currentIndex().isValid())
            m_table->selectRow(0);
        m_answer->setEnabled(rows > 0);
        m_export->setEnabled(rows > 0);
    });
    connect(m_model, &QualityListModel::dataChanged, this, [this, fitted = false]() mutable {
        if (!std::exchange(fitted, true)) // the first texts are there
            m_table->fitColumns();
    });
    connect(m_model, &QualityListModel::failed, m_message, &MessageBar::showError);
    fillAreas();
}

QualityPage::~QualityPage() = default;

QWidget *QualityPage::buildFilterBar()
{
    auto *bar = new QWidget(this);
    m_level = new QComboBox(bar);
    m_level->setAccessibleName(tr("Level"));
    m_level->addItem(tr("All levels"));
    for (const char *level : {"E", "W", "H"})
        m_level->addItem(qualityLevelText(QLatin1String(level)), QLatin1String(level));
    m_area = new QComboBox(bar);
    m_area->setAccessibleName(tr("Area"));
    m_area->addItem(tr("All villages"));
    m_area->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    constexpr int kLetters = 12;
    m_area->setMinimumContentsLength(kLetters);
    m_answered = new QToolButton(bar);
    m_answered->setText(tr("Answered ones too"));
    m_answered->setCheckable(true);
    m_answered->setProperty("chip", true);
    m_count = new QLabel(bar);
    setTextRole(m_count, TextRole::Hint);
    auto *check = new QPushButton(tr("&Check now"), bar);
    setPrimary(check);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_level);
    layout->addWidget(m_area);
    layout->addWidget(m_answered);
    layout->addWidget(m_count);
    layout->addStretch(1);
    layout->addWidget(check);
    for (QComboBox *box : {m_level, m_area})
        connect(box, &QComboBox::currentIndexChanged, this, &QualityPage::showCounts);
    connect(m_answered, &QToolButton::toggled, this, &QualityPage::applyFilter);
    connect(check, &QPushButton::clicked, this, &QualityPage::runCheck);
    return bar;
}

QWidget *QualityPage::buildActions()
{
    auto *bar = new QWidget(this);
    auto *hint = new QLabel(tr("Enter opens the household at the field."), bar);
    setTextRole(hint, TextRole::Hint);
    m_answer = new QPushButton(tr("Answer with a &reason…"), bar);
    m_export = new QPushButton(tr("Save as &workbook…"), bar);
    m_answer->setEnabled(false);
    m_export->setEnabled(false);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(hint);
    layout->addStretch(1);
    layout->addWidget(m_export);
    layout->addWidget(m_answer);
    connect(m_answer, &QPushButton::clicked, this, &QualityPage::askForReason);
    connect(m_export, &QPushButton::clicked, this, [this] { saveAs(QStringLiteral(".xlsx")); });
    return bar;
}

QString QualityPage::title() const
{
    return tr("Data quality");
}

void QualityPage::open(const Target &target)
{
    if (const QString rule = target.args.value(QStringLiteral("rule")).toString(); !rule.isEmpty())
        m_rule = rule;
    if (!target.area.isNull()) {
        const int index = m_area->findData(target.area.toString());
        m_area->setCurrentIndex(qMax(0, index));
        m_wantedArea = index < 0 ? target.area : AreaCode();
    }
    if (!m_model->run() && !m_running)
        runCheck();
    else
        showCounts();
}

void QualityPage::refresh()
{
    runCheck();
}

void QualityPage::dataChanged(const ffp::ChangeSummary &summary)
{
    if (!m_model->run() || m_running)
        return;
    if (!summary.bulk && summary.touches({Entity::Setting}))
        renewAnswers();
    else if (m_message->text().isEmpty()) {
        m_message->show(NoticeKind::Info, tr("The register has changed since this check."));
        m_message->offer(tr("Check now"), [this] { runCheck(); });
    }
}

void QualityPage::runCheck()
{
    if (std::exchange(m_running, true))
        return;
    m_message->clear();
    JobDialog::run<QualityRun>(
        this, tr("Data quality"),
        [session = &m_context.session](Progress &progress) {
            return QualityService(*session).run({}, progress);
        },
        [this](Result<QualityRun> run) { take(std::move(run)); });
}

void QualityPage::take(Result<QualityRun> run)
{
    m_running = false;
    if (run) {
        const std::vector<QualityRun::Missing> missing = run->notEvaluated(windowLanguage());
        QStringList details;
        for (const QualityRun::Missing &rule : missing)
            details << QStringLiteral("%1 %2: %3").arg(rule.rule, rule.title, rule.reason);
        m_message->show(
            NoticeKind::Info,
            tr("%1: %2 households looked at; to correct %3, to answer %4, hints %5. %6 rules could not be "
               "looked at (details).")
                .arg(run->day().toString(Qt::ISODate))
                .arg(run->households())
                .arg(run->count(QStringLiteral("E")))
                .arg(run->count(QStringLiteral("W")))
                .arg(run->count(QStringLiteral("H")))
                .arg(missing.size()),
            details.join(u'\n'));
        showRun(std::make_shared<const QualityRun>(std::move(*run)));
    } else {
        m_message->showError(run.error());
    }
    Q_EMIT checked();
}

void QualityPage::showRun(std::shared_ptr<const QualityRun> run)
{
    m_model->setRun(std::move(run));
    showCounts();
}

bool QualityPage::waitUntilChecked(int ms)
{
    const QDeadlineTimer until(ms);
    QEventLoop loop;
    const auto there = [this] {
        return !m_running && m_model->run() && !m_model->isLoading()
               && (m_model->rowCount() == 0 || m_model->index(0, 0).data().isValid());
    };
    while (!there() && !until.hasExpired()) {
        QTimer::singleShot(20, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return there();
}

void QualityPage::showCounts()
{
    const std::shared_ptr<const QualityRun> &run = m_model->run();
    if (!run)
        return;
    const bool chinese = windowLanguage() == Language::Chinese;
    const QualityFilter wanted = filter();
    std::vector<TextTableModel::Row> rows(1);
    qint64 all = 0;
    int chosen = 0;
    std::vector<QualityRun::Count> counts = run->counts(wanted.area);
    std::stable_sort(counts.begin(), counts.end(), [](const auto &a, const auto &b) {
        return qualityLevelOrder(a.rule->level) < qualityLevelOrder(b.rule->level);
    });
    for (const QualityRun::Count &count : counts) {
        if (!wanted.level.isEmpty() && count.rule->level != wanted.level)
            continue;
        if (count.found == 0 && count.answered == 0 && count.rule->id != m_rule)
            continue;
        all += count.found;
        if (count.rule->id == m_rule)
            chosen = static_cast<int>(rows.size());
        TextTableModel::Row row;
        row.cells = {qualityLevelText(count.rule->level).left(1) + u' ' + count.rule->id,
                     QString::number(count.found), count.rule->title.in(chinese)};
        row.key = count.rule->id;
        row.muted = count.found == 0;
        row.mark = qualityLevelColor(count.rule->level);
        row.hint = qualityRuleText(*count.rule, windowLanguage());
        rows.push_back(std::move(row));
    }
    rows.front().cells = {tr("All rules"), QString::number(all), QString()};
    {
        const QSignalBlocker quiet(m_rules->selectionModel());
        m_counts->setTable({{tr("Rule"), false}, {tr("Open"), true}, {tr("What it is"), false}},
                           std::move(rows));
        m_rules->fitColumns();
        m_rules->selectRow(chosen);
    }
    if (chosen == 0)
        m_rule.clear();
    applyFilter();
}

void QualityPage::fillAreas()
{
    runJob<std::vector<AreaCount>>(
        this, [session = &m_context.session](Progress &) { return RegistryService(*session).areaCounts(); },
        [this](Result<std::vector<AreaCount>> areas) {
            if (!areas) {
                m_message->showError(areas.error());
                return;
            }
            listAreas(m_area, *areas, std::exchange(m_wantedArea, {}));
            showCounts();
        });
}

QualityFilter QualityPage::filter() const
{
    const AreaCode chosen = AreaCode::fromString(m_area->currentData().toString());
    return {m_wantedArea.isNull() ? chosen : m_wantedArea, m_rule, m_level->currentData().toString(),
            m_answered->isChecked()};
}

void QualityPage::applyFilter()
{
    m_model->setFilter(filter());
}

std::vector<qsizetype> QualityPage::selected() const
{
    std::vector<qsizetype> which;
    for (const int row : m_table->selectedRowNumbers())
        if (const qsizetype hit = m_model->hitAt(row); hit >= 0)
            which.push_back(hit);
    return which;
}

void QualityPage::openCurrent()
{
    const qsizetype hit = m_model->hitAt(m_table->currentIndex().row());
    if (hit < 0)
        return;
    runJob<std::vector<QualityFinding>>(
        this,
        [session = &m_context.session, run = m_model->run(), hit](Progress &) {
            const qsizetype one[] = {hit};
            return QualityService(*session).findings(*run, one, windowLanguage());
        },
        [this](Result<std::vector<QualityFinding>> found) {
            if (!found)
                m_message->showError(found.error());
            else
                opened(found->front());
        });
}

void QualityPage::opened(const QualityFinding &finding)
{
    if (finding.household.isNull()) {
        m_message->show(NoticeKind::Warning, tr("There is no household to open: %1").arg(finding.message));
        return;
    }
    Target target = Target::toRecord(pages::kHousehold, finding.household);
    target.args[QStringLiteral("field")] = finding.field;
    target.args[QStringLiteral("member")] = finding.member.toString();
    target.args[QStringLiteral("notice")] = QStringLiteral("%1 %2").arg(finding.rule, finding.message);
    Q_EMIT navigate(target);
}

void QualityPage::askForReason()
{
    const qsizetype count = qsizetype(selected().size());
    if (count == 0)
        return;
    AnswerDialog dialog(count, this);
    if (dialog.exec() == QDialog::Accepted)
        answerSelected(dialog.reason());
}

void QualityPage::answerSelected(const QString &reason)
{
    m_message->clear();
    runJob<ChangeSummary>(
        this,
        [session = &m_context.session, run = m_model->run(), which = selected(), reason](Progress &) {
            return QualityService(*session).answer(*run, which, reason);
        },
        [this](Result<ChangeSummary> done) {
            if (done) {
                Q_EMIT notice(NoticeKind::Good, tr("Answered; Ctrl+Z takes it back."));
                renewAnswers();
            } else {
                m_message->showError(done.error());
            }
            Q_EMIT answered();
        });
}

void QualityPage::renewAnswers()
{
    runJob<QualityRun>(
        this,
        [session = &m_context.session, run = m_model->run()](Progress &) -> Result<QualityRun> {
            QualityRun renewed = *run;
            FFP_TRY(QualityService(*session).renewAnswers(renewed));
            return renewed;
        },
        [this](Result<QualityRun> run) {
            if (run)
                showRun(std::make_shared<const QualityRun>(std::move(*run)));
            else
                m_message->showError(run.error());
        });
}

void QualityPage::saveAs(const QString &ending)
{
    const auto run = m_model->run();
    if (!run)
        return;
    const auto document = std::make_shared<const TableDocument>(
        qualityDocument(m_context.session, run, run->select(filter())));
    saveDocument(this, document, ending, [this](const SavedDocument &saved) {
        if (saved.report)
            m_message->show(NoticeKind::Good, savedText(saved));
        else
            m_message->showError(saved.report.error());
    });
}

} // namespace ffp::ui
