// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/tablepage.h"

#include "core/reports/tablereport.h"
#include "ui/common/conditioneditor.h"
#include "ui/common/fieldtext.h"
#include "ui/common/icons.h"
#include "ui/common/messagebar.h"
#include "ui/common/picklist.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/ledger/documentview.h"
#include "ui/ledger/ledgersource.h"
#include "ui/platform/dialogs.h"
#include "ui/platform/waiting.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

namespace ffp::ui {

namespace {

constexpr int kSettleMs = 300; ///< choices that follow each other are read once
constexpr int kFormCharacters = 44;

QLabel *heading(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(buddy);
    return label;
}

} // namespace

TablePage::TablePage(const PageContext &context, QWidget *parent) : Page(parent), m_context(context)
{
    m_soon = new QTimer(this);
    m_soon->setSingleShot(true);
    m_soon->setInterval(kSettleMs);
    connect(m_soon, &QTimer::timeout, this, &TablePage::load);
    m_view = new DocumentView(
        tr("Table"),
        [this](const QString &how, int pages) {
            return recordTableUse(m_context.session, m_shown, how, pages);
        },
        this);
    m_view->table().setEmptyText(tr("Nothing fits the conditions."));
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(kGap * 2);
    splitter->addWidget(buildForm());
    splitter->addWidget(m_view);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({450, 850});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap);
    layout->addWidget(splitter);
    setFocusProxy(m_views);
    fillFields();
    m_figures->setChosen({QStringLiteral("households")});
    loadViews({});
    m_soon->start();
}

TablePage::~TablePage()
{
    if (m_progress)
        m_progress->cancel();
}

QString TablePage::title() const
{
    return tr("Tables");
}

QWidget *TablePage::buildViewBar(QWidget *parent)
{
    auto *bar = new QWidget(parent);
    m_title = new QLineEdit(bar);
    m_title->setPlaceholderText(tr("Name of the table"));
    m_title->setAccessibleName(tr("Name of the table"));
    m_save = new QPushButton(icon("save"), tr("&Keep"), bar);
    m_save->setToolTip(tr("Keeps the choices under this name, for every user of this office"));
    m_remove = new QPushButton(icon("delete"), {}, bar);
    m_remove->setToolTip(tr("Remove this table"));
    m_remove->setAccessibleName(tr("Remove this table"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap / 2);
    row->addWidget(m_title, 1);
    row->addWidget(m_save);
    row->addWidget(m_remove);
    connect(m_save, &QPushButton::clicked, this, &TablePage::saveView);
    connect(m_remove, &QPushButton::clicked, this, &TablePage::removeView);
    connect(m_title, &QLineEdit::textChanged, m_soon, qOverload<>(&QTimer::start));
    return bar;
}

QWidget *TablePage::buildChoices(QWidget *parent)
{
    m_stack = new QStackedWidget(parent);
    auto *count = new QWidget(m_stack);
    m_groups = new PickList(tr("Count by"), count);
    m_bands = new QLineEdit(count);
    m_bands->setPlaceholderText(tr("Bounds of bands, such as 16,60"));
    m_bands->setAccessibleName(tr("Bounds of bands"));
    m_bands->setEnabled(false);
    m_figures = new PickList(tr("Figures"), count);
    auto *counted = new QVBoxLayout(count);
    counted->setContentsMargins(0, 0, 0, 0);
    counted->setSpacing(kGap / 2);
    counted->addWidget(heading(tr("Count &by"), m_groups, count));
    counted->addWidget(m_groups);
    counted->addWidget(m_bands);
    counted->addWidget(heading(tr("F&igures"), m_figures, count));
    counted->addWidget(m_figures);
    counted->addStretch();
    auto *list = new QWidget(m_stack);
    m_columns = new PickList(tr("Columns"), list);
    auto *listed = new QVBoxLayout(list);
    listed->setContentsMargins(0, 0, 0, 0);
    listed->setSpacing(kGap / 2);
    listed->addWidget(heading(tr("&Columns"), m_columns, list));
    listed->addWidget(m_columns);
    listed->addStretch();
    m_stack->addWidget(count);
    m_stack->addWidget(list);
    for (PickList *picks : {m_groups, m_figures, m_columns})
        connect(picks, &PickList::changed, m_soon, qOverload<>(&QTimer::start));
    connect(m_groups, &PickList::currentChanged, this, &TablePage::bandsOfCurrent);
    connect(m_bands, &QLineEdit::editingFinished, this, [this] {
        const QString id = m_groups->currentId().section(u':', 0, 0);
        const QString bounds = m_bands->text().trimmed().replace(u'，', u',');
        m_groups->replaceCurrent(bounds.isEmpty() ? id : id + u':' + bounds);
    });
    return m_stack;
}

QWidget *TablePage::buildForm()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *form = new QWidget(area);
    m_views = new QComboBox(form);
    m_subject = new QComboBox(form);
    for (const TableSubject &subject : TableService::subjects())
        m_subject->addItem(windowLanguage() == Language::Chinese ? subject.label : subject.english,
                           subject.id);
    m_area = new QComboBox(form);
    for (const LedgerArea &one : areasOf(m_context.session))
        m_area->addItem(QString(one.depth * 2, QChar(0x3000)) + one.name, one.area.toString());
    m_kind = new QComboBox(form);
    m_kind->addItem(tr("Count and add up"));
    m_kind->addItem(tr("List one by one"));
    for (QComboBox *box : {m_views, m_subject, m_area, m_kind})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_conditions = new ConditionEditor(form);
    m_full = new QCheckBox(tr("Sensitive facts in &full"), form);

    auto *rows = new QFormLayout;
    rows->setHorizontalSpacing(kGap);
    rows->setVerticalSpacing(kGap);
    rows->addRow(tr("Kept &table"), m_views);
    rows->addRow(tr("&Name"), buildViewBar(form));
    rows->addRow(tr("&About"), m_subject);
    rows->addRow(tr("A&rea"), m_area);
    rows->addRow(tr("&Way"), m_kind);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, kGap, 0);
    column->setSpacing(kGap);
    column->addLayout(rows);
    column->addWidget(new QLabel(tr("Only those with"), form));
    column->addWidget(m_conditions);
    column->addWidget(buildChoices(form));
    column->addWidget(m_full);
    column->addStretch();
    area->setWidget(form);
    area->setMinimumWidth(fontMetrics().averageCharWidth() * kFormCharacters);

    connect(m_views, &QComboBox::activated, this, &TablePage::viewChosen);
    connect(m_subject, &QComboBox::currentIndexChanged, this, &TablePage::fillFields);
    connect(m_area, &QComboBox::currentIndexChanged, m_soon, qOverload<>(&QTimer::start));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TablePage::countOrList);
    connect(m_conditions, &ConditionEditor::changed, m_soon, qOverload<>(&QTimer::start));
    connect(m_full, &QCheckBox::toggled, m_soon, qOverload<>(&QTimer::start));
    return area;
}

void TablePage::fillFields()
{
    const QString subject = m_subject->currentData().toString();
    std::vector<PickList::Item> fields;
    std::vector<PickList::Item> figures{{QStringLiteral("households"), tr("Households")}};
    if (subject == QLatin1String("household") || subject == QLatin1String("member"))
        figures.push_back({QStringLiteral("persons"), tr("Persons")});
    else
        figures.push_back({QStringLiteral("records"), tr("Records")});
    for (const TableColumnInfo &column : TableService::columns(subject)) {
        QString label = fieldLabel(column.shape, windowLanguage());
        if (column.ofHousehold)
            label = tr("Household: %1").arg(label);
        fields.push_back({column.id, label});
        if (!isNumber(column.shape.type))
            continue;
        figures.push_back({QStringLiteral("sum:") + column.id, tr("%1, sum").arg(label)});
        figures.push_back({QStringLiteral("mean:") + column.id, tr("%1, mean").arg(label)});
        figures.push_back({QStringLiteral("min:") + column.id, tr("%1, least").arg(label)});
        figures.push_back({QStringLiteral("max:") + column.id, tr("%1, most").arg(label)});
    }
    m_conditions->setSubject(subject);
    m_columns->setItems(fields);
    m_groups->setItems(fields);
    m_figures->setItems(std::move(figures));
    m_soon->start();
}

void TablePage::countOrList()
{
    m_stack->setCurrentIndex(m_kind->currentIndex());
    m_soon->start();
}

void TablePage::bandsOfCurrent()
{
    const QString id = m_groups->currentId();
    bool number = false;
    for (const TableColumnInfo &column : TableService::columns(m_subject->currentData().toString()))
        number |= column.id == id.section(u':', 0, 0) && isNumber(column.shape.type);
    m_bands->setEnabled(number);
    m_bands->setText(number && id.contains(u':') ? id.section(u':', 1) : QString());
}

TableRequest TablePage::request() const
{
    TableRequest request;
    request.table.title = m_title->text().trimmed();
    request.table.subject = m_subject->currentData().toString();
    request.table.where = m_conditions->conditions();
    if (m_kind->currentIndex() == 0) {
        request.table.groups = m_groups->chosen();
        request.table.figures = m_figures->chosen();
    } else {
        request.table.columns = m_columns->chosen();
    }
    request.area = AreaCode::fromString(m_area->currentData().toString());
    request.sensitiveShown = m_full->isChecked();
    return request;
}

void TablePage::showTable(const TableDefinition &table)
{
    const int subject = m_subject->findData(table.subject);
    if (subject < 0)
        return;
    m_subject->setCurrentIndex(subject);
    fillFields();
    m_title->setText(table.title);
    m_conditions->setConditions(table.where);
    m_kind->setCurrentIndex(table.isCount() ? 0 : 1);
    m_groups->setChosen(table.groups);
    m_figures->setChosen(table.figures);
    m_columns->setChosen(table.columns);
    m_soon->start();
}

void TablePage::open(const Target &target)
{
    const QString wanted = target.args.value(QStringLiteral("view")).toString();
    for (const TableService::View &view : m_known)
        if (view.table.title == wanted) {
            m_views->setCurrentIndex(m_views->findData(wanted));
            viewChosen(m_views->currentIndex());
        }
}

void TablePage::refresh()
{
    load();
}

void TablePage::dataChanged(const ffp::ChangeSummary &summary)
{
    if (summary.touches({Entity::Setting}))
        loadViews(m_views->currentData().toString());
    m_soon->start();
}

void TablePage::loadViews(const QString &chosen)
{
    m_views->clear();
    m_views->addItem(tr("New table"), QString());
    const auto views = TableService(m_context.session).views();
    if (!views) {
        m_view->message().showError(views.error());
        return;
    }
    m_known = *views;
    for (const TableService::View &view : m_known) {
        const bool chinese = windowLanguage() == Language::Chinese || view.table.english.isEmpty();
        m_views->addItem(chinese ? view.table.title : view.table.english, view.table.title);
    }
    m_views->setCurrentIndex(std::max(0, m_views->findData(chosen)));
    m_remove->setEnabled(m_views->currentIndex() > 0 && !m_known[size_t(m_views->currentIndex()) - 1].ofPack);
}

void TablePage::viewChosen(int index)
{
    m_remove->setEnabled(index > 0 && !m_known[size_t(index) - 1].ofPack);
    if (index > 0) {
        showTable(m_known[size_t(index) - 1].table);
        return;
    }
    TableDefinition fresh;
    fresh.figures = {QStringLiteral("households")};
    showTable(fresh);
}

void TablePage::saveView()
{
    const TableDefinition table = request().table;
    if (table.title.isEmpty()) {
        m_view->message().show(NoticeKind::Warning, tr("Please give the table a name first."));
        m_title->setFocus();
        return;
    }
    if (const auto saved = TableService(m_context.session).save(table); !saved) {
        m_view->message().showError(saved.error());
        return;
    }
    loadViews(table.title);
    Q_EMIT notice(NoticeKind::Good, tr("Kept as %1.").arg(table.title));
}

void TablePage::removeView()
{
    const QString title = m_views->currentData().toString();
    const Question question{tr("Remove this table"),
                            tr("Remove \"%1\" from the kept tables?").arg(title),
                            tr("The facts of the register stay as they are."),
                            {tr("Remove"), tr("Cancel")},
                            false};
    if (title.isEmpty() || dialogs().ask(this, question) != 0)
        return;
    if (const auto removed = TableService(m_context.session).remove(title); !removed) {
        m_view->message().showError(removed.error());
        return;
    }
    loadViews({});
}

void TablePage::load()
{
    m_soon->stop();
    if (m_progress)
        m_progress->cancel();
    const TableRequest wanted = request();
    if (wanted.table.columns.isEmpty() && wanted.table.figures.isEmpty()) {
        m_loading = false;
        m_view->setDocument(nullptr, nullptr);
        m_view->setTotals(tr("Please choose what to list or to count."));
        return;
    }
    m_loading = true;
    m_view->setReading();
    std::function<Result<AdHocTables>(Progress &)> work = [&session = m_context.session, wanted,
                                                           language = windowLanguage()](Progress &progress) {
        return makeTable(session, wanted, language, progress);
    };
    m_progress = runJob<AdHocTables>(this, std::move(work), [this, wanted](Result<AdHocTables> made) {
        if (!made && made.error().kind == ErrorKind::Cancelled)
            return; // newer choices are being read
        m_loading = false;
        if (!made) {
            m_view->setDocument(nullptr, nullptr);
            m_view->message().showError(made.error());
            return;
        }
        m_shown = wanted;
        m_view->message().clear();
        m_view->table().setOwnCopy(!wanted.sensitiveShown);
        const auto printed = std::make_shared<const TableDocument>(std::move(made->printed));
        const auto screen = made->screen ? std::make_shared<const TableDocument>(std::move(*made->screen))
                                         : printed;
        m_view->setDocument(printed, screen);
        m_view->setNotes(screen->notes.join(windowLanguage() == Language::Chinese ? QStringLiteral("；")
                                                                                  : QStringLiteral("; ")));
    });
}

bool TablePage::waitUntilLoaded(int ms)
{
    return waitUntil([this] { return !m_loading && !m_soon->isActive(); }, ms);
}

} // namespace ffp::ui
