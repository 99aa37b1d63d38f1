// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/householdlistpage.h"

#include "ui/common/fieldtext.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/jobdialog.h"
#include "ui/common/messagebar.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/household/bulkdialog.h"
#include "ui/household/columnchooser.h"
#include "ui/household/duplicatesdialog.h"
#include "ui/household/filterdialog.h"
#include "ui/household/listcondition.h"
#include "ui/household/registrysource.h"
#include "ui/models/areatreemodel.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace ffp::ui {
namespace {

struct QuickFilter {
    const char *label;
    const char *where;
};
constexpr QuickFilter kClasses[] = {
    {QT_TRANSLATE_NOOP("ffp::ui::HouseholdListPage", "All classes"), ""},
    {QT_TRANSLATE_NOOP("ffp::ui::HouseholdListPage", "Edge households"), "monitor_class = edge"},
    {QT_TRANSLATE_NOOP("ffp::ui::HouseholdListPage", "Monitored exited households"),
     "monitor_class = exit_unstable"},
    {QT_TRANSLATE_NOOP("ffp::ui::HouseholdListPage", "Exited households"), "household_type = exited"},
    {QT_TRANSLATE_NOOP("ffp::ui::HouseholdListPage", "General households"), "household_type = general"},
};

constexpr size_t kMostRemembered = 300; ///< selected rows that survive a reload
constexpr size_t kMostCopied = 10000;

} // namespace

HouseholdListPage::HouseholdListPage(const PageContext &context, QWidget *parent)
    : Page(parent),
      m_context(context)
{
    m_areas = new AreaTreeModel(this);
    m_model = new HouseholdListModel(std::make_shared<RegistrySource>(context.session), this);
    m_tree = new QTreeView(this);
    m_tree->setModel(m_areas);
    m_tree->setAccessibleName(tr("Areas"));
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(true);
    m_tree->setIndentation(kGap * 2);
    constexpr int kTreeCharacters = 22; // names of villages beside both numbers
    m_tree->setMinimumWidth(fontMetrics().averageCharWidth() * kTreeCharacters);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(AreaTreeModel::Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(AreaTreeModel::Households, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(AreaTreeModel::Flags, QHeaderView::ResizeToContents);

    m_message = new MessageBar(this);
    buildTable();
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(buildFilterBar());
    column->addWidget(m_message);
    column->addWidget(m_table, 1);
    m_splitter = new QSplitter(this);
    m_splitter->setHandleWidth(kGap * 2);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({250, 900});
    m_splitter->restoreState(m_context.settings.value(settings::kHouseholdSplitter));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap);
    layout->addWidget(m_splitter);
    setFocusProxy(m_table);

    m_area = AreaCode::fromString(m_context.settings.value(settings::kLastArea));
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_context.settings.set(settings::kHouseholdSplitter, m_splitter->saveState()); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &HouseholdListPage::areaChosen);
    loadAreas();
}

void HouseholdListPage::buildTable()
{
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Households"));
    m_table->setOwnCopy(false);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    const QStringList remembered = m_context.settings.value(settings::kHouseholdColumns);
    setColumns(remembered.isEmpty() ? ColumnChooser::defaultColumns() : remembered);

    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        if (column < 0)
            return;
        const QString id = m_model->columns().value(column);
        m_context.settings.set(settings::kHouseholdSort,
                               order == Qt::DescendingOrder ? QStringLiteral("-") + id : id);
        applyFilter();
    });
    connect(header, &QHeaderView::sectionResized, this, &HouseholdListPage::rememberWidths);
    connect(m_table, &TableView::opened, this, &HouseholdListPage::openRow);
    connect(m_table, &TableView::copyRequested, this, &HouseholdListPage::copyRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HouseholdListPage::updateCounts);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &HouseholdListPage::rememberPlace);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HouseholdListPage::restorePlace);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (!std::exchange(m_fitted, true)) // the first texts are there
            restoreWidths();
    });
    connect(m_model, &HouseholdListModel::loaded, this, [this] {
        m_message->clear();
        m_table->setEmptyText(tr("No household fits; please widen the filter or choose another area."));
        updateCounts();
    });
    connect(m_model, &HouseholdListModel::loadingChanged, this, &HouseholdListPage::updateCounts);
    connect(m_model, &HouseholdListModel::failed, this, [this](const Error &error) {
        m_table->setEmptyText({});
        m_message->showError(error);
    });
}

QWidget *HouseholdListPage::buildFilterBar()
{
    auto *bar = new QWidget(this);
    m_text = new QLineEdit(bar);
    m_text->setPlaceholderText(tr("Name, or a condition such as Persons > 5"));
    m_text->setToolTip(
        tr("Part of the name of the head or a member; or conditions: column, one of = != < > <= >= ~, value; "
           "joined by \"and\""));
    m_text->setClearButtonEnabled(true);
    constexpr int kTextCharacters = 15; // of a Chinese font: they are wide
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * kTextCharacters);
    m_class = new QComboBox(bar);
    constexpr int kClassCharacters = 12;
    m_class->setAccessibleName(tr("All classes"));
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_class->setMinimumContentsLength(kClassCharacters);
    for (const QuickFilter &filter : kClasses)
        m_class->addItem(tr(filter.label), QLatin1String(filter.where));
    m_red = new QToolButton(bar);
    m_red->setText(tr("● Red flag"));
    m_red->setCheckable(true);
    m_red->setProperty("chip", true);
    m_red->setProperty("flag", true);
    auto *columns = new QToolButton(bar);
    columns->setText(tr("Columns…"));
    columns->setIcon(icon("columns"));
    columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *filter = new QToolButton(bar);
    filter->setText(tr("Filter…"));
    filter->setToolTip(tr("Build conditions by choosing, or take a kept list"));
    filter->setIcon(icon("filter"));
    filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_bulk = new QToolButton(bar);
    m_bulk->setText(tr("For all chosen"));
    m_bulk->setToolTip(tr("Choose households with Shift, Ctrl or Ctrl+A first"));
    m_bulk->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_bulk);
    for (const BulkStep step : {BulkStep::Assign, BulkStep::Visit, BulkStep::Set})
        connect(menu->addAction(bulkStepText(step)), &QAction::triggered, this,
                [this, step] { changeMany(step); });
    m_bulk->setMenu(menu);
    auto *doubles = new QToolButton(bar);
    doubles->setText(tr("Duplicates…"));
    doubles->setToolTip(tr("Entries that may be one person or one household twice"));
    m_count = new QLabel(bar);
    setTextRole(m_count, TextRole::Hint);
    m_typing = new QTimer(this);
    m_typing->setSingleShot(true);
    constexpr int kTypingMs = 250;
    m_typing->setInterval(kTypingMs);

    m_count->setMinimumHeight(m_text->sizeHint().height()); // in the middle of the line
    auto *flow = new FlowLayout(bar, kGap); // large letters need a second line on a small screen
    flow->setContentsMargins(0, 0, 0, 0);
    for (QWidget *one :
         std::initializer_list<QWidget *>{m_text, filter, m_class, m_red, m_count, m_bulk, doubles, columns})
        flow->addWidget(one);

    connect(m_text, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        m_typing->stop();
        applyFilter();
        m_table->setFocus();
    });
    connect(m_typing, &QTimer::timeout, this, &HouseholdListPage::applyFilter);
    connect(m_class, &QComboBox::currentIndexChanged, this, &HouseholdListPage::applyFilter);
    connect(m_red, &QToolButton::toggled, this, &HouseholdListPage::applyFilter);
    connect(columns, &QToolButton::clicked, this, &HouseholdListPage::chooseColumns);
    connect(filter, &QToolButton::clicked, this, &HouseholdListPage::chooseFilter);
    connect(doubles, &QToolButton::clicked, this, [this] {
        auto *dialog = new DuplicatesDialog(m_context, m_area, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    return bar;
}

QString HouseholdListPage::title() const
{
    const QString area = m_areas->nameOf(m_area);
    return area.isEmpty() ? tr("Households") : tr("Households – %1").arg(area);
}

void HouseholdListPage::open(const Target &target)
{
    if (!target.area.isNull())
        m_area = target.area;
    const QSignalBlocker quietText(m_text);
    const QSignalBlocker quietClass(m_class);
    const QSignalBlocker quietRed(m_red);
    if (target.args.contains(QStringLiteral("where"))) { // a figure of the whole site led here
        if (target.area.isNull())
            m_area = m_areas->areaAt(m_areas->index(0, 0));
        m_class->setCurrentIndex(0);
        m_red->setChecked(false);
        m_text->setText(conditionInWords(target.args.value(QStringLiteral("where")).toString()));
    }
    m_text->setCursorPosition(0);
    if (target.args.contains(QStringLiteral("red")))
        m_red->setChecked(target.args.value(QStringLiteral("red")).toBool());
    if (const QModelIndex index = m_areas->indexOf(m_area); index.isValid()) {
        const QSignalBlocker quietTree(m_tree->selectionModel());
        m_tree->setCurrentIndex(index);
    }
    applyFilter();
}

void HouseholdListPage::refresh()
{
    loadAreas();
    m_model->refresh();
}

bool HouseholdListPage::escape()
{
    if (m_text->text().isEmpty() && m_class->currentIndex() == 0 && !m_red->isChecked())
        return false;
    m_text->clear();
    m_class->setCurrentIndex(0);
    m_red->setChecked(false);
    return true;
}

void HouseholdListPage::dataChanged(const ffp::ChangeSummary &summary)
{
    m_model->dataChangedInRegister(summary);
    loadAreas();
}

void HouseholdListPage::loadAreas()
{
    runJob<std::vector<AreaCount>>(
        this, [&session = m_context.session](Progress &) { return RegistryService(session).areaCounts(); },
        [this](Result<std::vector<AreaCount>> counts) {
            if (!counts) {
                m_message->showError(counts.error());
                return;
            }
            const bool first = m_areas->rowCount() == 0;
            m_areas->setCounts(std::move(*counts));
            if (first)
                m_tree->expandToDepth(m_areas->rowCount() == 1 ? 3 : 0);
            QModelIndex index = m_areas->indexOf(m_area);
            if (!index.isValid() && m_areas->rowCount() > 0)
                index = m_areas->index(0, 0);
            m_tree->setCurrentIndex(index);
            m_tree->scrollTo(index);
        });
}

void HouseholdListPage::areaChosen()
{
    const AreaCode area = m_areas->areaAt(m_tree->currentIndex());
    if (area == m_area && m_model->query().area == area)
        return;
    m_area = area;
    m_context.settings.set(settings::kLastArea, area.toString());
    Q_EMIT titleChanged();
    applyFilter();
}

HouseholdQuery HouseholdListPage::filterQuery() const
{
    HouseholdQuery query;
    query.area = m_area;
    const QString typed = m_text->text().trimmed();
    QStringList where;
    if (isCondition(typed))
        where << conditionWithIds(typed);
    else
        query.text = typed;
    if (const QString quick = m_class->currentData().toString(); !quick.isEmpty())
        where << quick;
    query.where = where.join(QStringLiteral(" and "));
    query.redFlagged = m_red->isChecked();
    QString sort = m_context.settings.value(settings::kHouseholdSort);
    const bool descending = sort.startsWith(u'-');
    if (descending)
        sort.remove(0, 1);
    if (m_model->columns().contains(sort))
        query.sort.push_back({sort, descending});
    return query;
}

void HouseholdListPage::applyFilter()
{
    m_model->setQuery(filterQuery());
}

FilterDialog *HouseholdListPage::filterDialog() const
{
    return findChild<FilterDialog *>();
}

void HouseholdListPage::chooseFilter()
{
    const QString typed = m_text->text().trimmed();
    auto *dialog = new FilterDialog(m_context, isCondition(typed) ? conditionWithIds(typed) : QString(),
                                    m_model->columns(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (!dialog->columns().isEmpty()) {
            m_context.settings.set(settings::kHouseholdColumns, dialog->columns());
            setColumns(dialog->columns());
        }
        m_text->setText(conditionInWords(dialog->where()));
        m_text->setCursorPosition(0);
    });
    dialog->open();
}

void HouseholdListPage::chooseColumns()
{
    auto *chooser = new ColumnChooser(m_model->columns(), this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &QDialog::accepted, this, [this, chooser] {
        m_context.settings.set(settings::kHouseholdColumns, chooser->chosen());
        setColumns(chooser->chosen());
    });
    chooser->open();
}

void HouseholdListPage::setColumns(const QStringList &ids)
{
    QStringList known;
    for (const QString &id : ids)
        if (listColumn(id))
            known << id;
    m_fitted = false;
    m_model->setColumns(known.isEmpty() ? ColumnChooser::defaultColumns() : known);
    restoreWidths();
    QString sort = m_context.settings.value(settings::kHouseholdSort);
    const bool descending = sort.startsWith(u'-');
    if (descending)
        sort.remove(0, 1);
    const QSignalBlocker quiet(m_table->horizontalHeader());
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(m_model->columns().indexOf(sort)),
                                                  descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void HouseholdListPage::restoreWidths()
{
    const QSignalBlocker quiet(m_table->horizontalHeader());
    QMap<QString, int> widths;
    for (const QString &entry : m_context.settings.value(settings::kHouseholdWidths))
        widths[entry.section(u'=', 0, 0)] = entry.section(u'=', 1).toInt();
    for (int c = 0; c < m_model->columns().size(); ++c) {
        const int width = widths.value(m_model->columns()[c]);
        m_table->setColumnWidth(c, width > 0 ? width : m_table->fittingWidth(c));
    }
}

void HouseholdListPage::rememberWidths()
{
    QStringList entries;
    for (int c = 0; c < m_model->columns().size() - 1; ++c) // the last one takes the rest
        entries << QStringLiteral("%1=%2").arg(m_model->columns()[c]).arg(m_table->columnWidth(c));
    m_context.settings.set(settings::kHouseholdWidths, entries);
}

void HouseholdListPage::openRow(const QModelIndex &index)
{
    openAs(pages::kHousehold, index.row());
}

void HouseholdListPage::newVisit()
{
    openAs(pages::kVisitEntry, m_table->currentIndex().row());
}

void HouseholdListPage::openAs(const QString &page, int row)
{
    Target target = Target::to(page);
    target.rid = m_model->ridAt(row);
    target.sequence = m_model->ids();
    if (target.rid != 0)
        Q_EMIT navigate(target);
}

std::vector<qint64> HouseholdListPage::chosen() const
{
    std::vector<qint64> rids;
    for (const int row : m_table->selectedRowNumbers())
        rids.push_back(m_model->ridAt(row));
    return rids;
}

void HouseholdListPage::changeMany(BulkStep step)
{
    std::vector<qint64> rids = chosen();
    if (rids.empty()) {
        Q_EMIT notice(NoticeKind::Warning, tr("Please choose households in the list first."));
        return;
    }
    auto *dialog = new BulkDialog(m_context, step, std::move(rids), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const BulkOutcome &outcome = dialog->outcome();
        Q_EMIT notice(NoticeKind::Good, tr("%1 of %2 done; Ctrl+Z takes all of it back.")
                                            .arg(outcome.done)
                                            .arg(outcome.done + qint64(outcome.left.size())));
    });
    connect(dialog, &BulkDialog::householdWanted, this, [this](const RecordId &household) {
        Q_EMIT navigate(Target::toRecord(pages::kHousehold, household));
    });
    dialog->open();
}

void HouseholdListPage::copyRows()
{
    const std::vector<qint64> rids = chosen();
    if (rids.empty())
        return;
    if (rids.size() > kMostCopied) {
        Q_EMIT notice(NoticeKind::Warning,
                      tr("Please select at most %1 rows to copy, or export the list.").arg(kMostCopied));
        return;
    }
    JobDialog::run<std::vector<QStringList>>(
        this, tr("Copying"),
        [&session = m_context.session, rids, columns = m_model->columns()](Progress &) {
            return RegistryService(session).householdCells(rids, columns, windowLanguage());
        },
        [this](Result<std::vector<QStringList>> rows) {
            if (!rows) {
                m_message->showError(rows.error());
                return;
            }
            QApplication::clipboard()->setText(tabSeparated(*rows));
            Q_EMIT notice(NoticeKind::Good,
                          tr("%1 rows copied; sensitive numbers are masked.").arg(rows->size()));
        });
}

void HouseholdListPage::updateCounts()
{
    qsizetype selected = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        selected += range.height();
    const int rows = m_model->rowCount();
    m_count->setText(m_model->isLoading() ? tr("Loading…")
                     : selected > 1       ? tr("%1 of %2 selected").arg(selected).arg(rows)
                                          : tr("%1 households").arg(rows));
}

void HouseholdListPage::rememberPlace()
{
    m_currentRid = m_model->ridAt(m_table->currentIndex().row());
    m_firstRow = m_table->rowAt(0);
    m_selectedRids.clear();
    for (const int row : m_table->selectedRowNumbers()) {
        if (m_selectedRids.size() >= kMostRemembered) {
            m_selectedRids.clear();
            break;
        }
        m_selectedRids.push_back(m_model->ridAt(row));
    }
}

void HouseholdListPage::restorePlace()
{
    const int row = m_model->rowOf(m_currentRid);
    if (row >= 0) {
        m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
        m_table->scrollTo(m_model->index(row, 0));
    }
    for (const qint64 rid : m_selectedRids)
        if (const int again = m_model->rowOf(rid); again >= 0)
            m_table->selectionModel()->select(m_model->index(again, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    if (m_selectedRids.empty() && m_model->rowCount() > 0)
        m_table->selectRow(qMax(0, row));
    updateCounts();
}

} // namespace ffp::ui
