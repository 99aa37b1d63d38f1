// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/visitspage.h"

#include "core/domain/fields/visitfields.h"
#include "core/jobs/job.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/models/texttablemodel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace ffp::ui {
namespace {

constexpr FieldRef kShown[] = {visit::f("visited_on"), visit::f("mode"), visit::f("people"),
                               visit::f("changes"), visit::f("change_note")};

} // namespace

VisitsPage::VisitsPage(const PageContext &context, QWidget *parent) : Page(parent), m_context(context)
{
    m_message = new MessageBar(this);
    m_model = new TextTableModel(this);
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Visits"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap);
    layout->setSpacing(kGap);
    layout->addWidget(buildFilterBar());
    layout->addWidget(m_message);
    layout->addWidget(buildDrafts());
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    connect(m_table, &TableView::opened, this,
            [this](const QModelIndex &index) { openRow(index, pages::kHousehold); });
}

QWidget *VisitsPage::buildFilterBar()
{
    auto *bar = new QWidget(this);
    m_month = new QComboBox(bar);
    m_month->setAccessibleName(tr("Month"));
    const YearMonth now = YearMonth::of(m_context.session.clock().today());
    constexpr int kMonths = 24;
    for (int back = 0; back < kMonths; ++back)
        m_month->addItem(now.plus(-back).toString());
    m_text = new QLineEdit(bar);
    m_text->setPlaceholderText(tr("Household, village, visitor or change"));
    m_text->setClearButtonEnabled(true);
    m_count = new QLabel(bar);
    setTextRole(m_count, TextRole::Hint);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_month);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_count);
    connect(m_month, &QComboBox::currentIndexChanged, this, &VisitsPage::load);
    connect(m_text, &QLineEdit::textChanged, this, &VisitsPage::filter);
    return bar;
}

QWidget *VisitsPage::buildDrafts()
{
    m_draftBox = new QWidget(this);
    auto *heading = new QLabel(tr("Begun and not saved yet"), m_draftBox);
    setTextRole(heading, TextRole::Heading);
    m_draftModel = new TextTableModel(this);
    m_drafts = new TableView(m_draftBox);
    m_drafts->setModel(m_draftModel);
    m_drafts->setAccessibleName(heading->text());
    auto *layout = new QVBoxLayout(m_draftBox);
    layout->setContentsMargins(0, 0, 0, kGap);
    layout->setSpacing(kGap / 2);
    layout->addWidget(heading);
    layout->addWidget(m_drafts);
    m_draftBox->hide();
    connect(m_drafts, &TableView::opened, this, [this](const QModelIndex &index) {
        if (const TextTableModel::Row *row = m_draftModel->row(index.row()))
            Q_EMIT navigate(Target::toRecord(pages::kVisitEntry, row->record));
    });
    return m_draftBox;
}

QString VisitsPage::title() const
{
    return tr("Visits");
}

void VisitsPage::open(const Target &)
{
    load();
}

void VisitsPage::refresh()
{
    load();
}

void VisitsPage::dataChanged(const ffp::ChangeSummary &summary)
{
    if (summary.touches({Entity::Visit}))
        load();
}

Result<VisitsPage::Loaded> VisitsPage::read(Session &session, YearMonth month)
{
    const VisitService visits(session);
    const RegistryService registry(session);
    Loaded loaded;
    FFP_ASSIGN(const std::vector<VisitRow> rows,
               visits.rows({}, month.firstDay(), month.lastDay(), windowLanguage()));
    for (const VisitRow &row : rows) {
        Line line{{row.headName, row.areaName}, row.visit.id, row.householdRid};
        for (const FieldRef field : kShown)
            line.cells << maskedValueText(fieldDef(field), row.visit[field]);
        loaded.visits.push_back(std::move(line));
    }
    FFP_ASSIGN(const std::vector<VisitDraft> drafts, visits.drafts());
    for (const VisitDraft &draft : drafts) {
        FFP_ASSIGN(const HouseholdDetail detail, registry.household(draft.household));
        loaded.drafts.push_back({draft.household, draft.savedAtMs, detail.headName, detail.areaName});
    }
    return loaded;
}

void VisitsPage::load()
{
    const auto month = YearMonth::fromString(m_month->currentText());
    if (!month)
        return;
    runJob<Loaded>(
        this, [session = &m_context.session, month = *month](Progress &) { return read(*session, month); },
        [this, generation = ++m_generation](Result<Loaded> loaded) {
            if (generation != m_generation)
                return;
            if (loaded)
                showLoaded(std::move(*loaded));
            else
                m_message->showError(loaded.error());
            Q_EMIT this->loaded();
        });
}

void VisitsPage::showLoaded(Loaded loaded)
{
    m_message->clear();
    m_lines = std::move(loaded.visits);
    m_table->setEmptyText(tr("No visit in this month. F6 in the household list begins one."));
    showDrafts(loaded.drafts);
    filter();
}

void VisitsPage::showDrafts(const std::vector<Draft> &drafts)
{
    std::vector<TextTableModel::Row> rows;
    for (const Draft &draft : drafts)
        rows.push_back({{draft.headName, draft.areaName, instantText(draft.savedAtMs)}, draft.household, {}});
    m_draftModel->setTable({{tr("Household")}, {tr("Village")}, {tr("Typed last")}}, std::move(rows));
    m_drafts->fitColumns();
    constexpr int kMostRows = 4;
    m_drafts->fitHeight(kMostRows);
    m_draftBox->setVisible(!drafts.empty());
}

void VisitsPage::filter()
{
    const QString wanted = m_text->text().trimmed();
    std::vector<TextTableModel::Column> columns{{tr("Household")}, {tr("Village")}};
    for (const FieldRef field : kShown)
        columns.push_back({fieldLabel(fieldDef(field))});
    std::vector<TextTableModel::Row> rows;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const auto fits = [&wanted](const QString &cell) {
            return cell.contains(wanted, Qt::CaseInsensitive);
        };
        if (wanted.isEmpty() || std::any_of(line.cells.begin(), line.cells.end(), fits))
            rows.push_back({line.cells, line.visit, QString::number(i)});
    }
    m_count->setText(tr("%1 visits").arg(rows.size()));
    m_model->setTable(std::move(columns), std::move(rows));
    m_table->fitColumns();
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
}

void VisitsPage::newVisit()
{
    openRow(m_table->currentIndex(), pages::kVisitEntry);
}

void VisitsPage::openRow(const QModelIndex &index, const QString &page)
{
    const TextTableModel::Row *row = m_model->row(index.row());
    if (!row)
        return;
    Target target = Target::to(page);
    target.rid = m_lines[static_cast<size_t>(row->key.toLongLong())].householdRid;
    target.args[QStringLiteral("tab")] = QStringLiteral("visit");
    Q_EMIT navigate(target);
}

} // namespace ffp::ui
