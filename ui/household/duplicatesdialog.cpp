// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/duplicatesdialog.h"

#include "core/jobs/job.h"
#include "ui/common/liketext.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/household/familydialog.h"
#include "ui/household/personmergedialog.h"
#include "ui/models/texttablemodel.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {
namespace {

QString placeOf(const LikeEntry &entry)
{
    return QStringLiteral("%1  %2").arg(entry.householdNumber, entry.areaName).trimmed();
}

} // namespace

DuplicatesDialog::DuplicatesDialog(const PageContext &context, const AreaCode &area, QWidget *parent)
    : BusyDialog(parent),
      m_context(context),
      m_area(area)
{
    setWindowTitle(tr("Possible duplicates"));
    auto *hint = new QLabel(tr("Entries that may be one person, or one household, twice. Entries with two "
                               "different certificate numbers are never listed, nor those that somebody has "
                               "said to be two."),
                            this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    m_kind = new QComboBox(this);
    m_kind->addItems({tr("Persons"), tr("Households")});
    m_message = new MessageBar(this);
    m_model = new TextTableModel(this);
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setAccessibleName(windowTitle());
    m_reason = new QLineEdit(this);
    m_reason->setPlaceholderText(tr("Such as who confirmed it (kept in the history)"));
    auto *label = new QLabel(tr("&Reason"), this);
    label->setBuddy(m_reason);
    m_distinct = new QPushButton(tr("&Not the same"), this);
    m_merge = new QPushButton(tr("&Compare and merge…"), this);
    setPrimary(m_merge);
    m_close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_distinct, m_merge, m_close})
        button->setAutoDefault(false);
    auto *top = new QHBoxLayout;
    top->setSpacing(kGap);
    top->addWidget(m_kind);
    top->addWidget(hint, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(label);
    row->addWidget(m_reason, 1);
    row->addWidget(m_distinct);
    row->addWidget(m_merge);
    row->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addLayout(top);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    constexpr QSize kFirstSize(1080, 600);
    resize(kFirstSize);
    setInputs({m_kind, m_table, m_reason, m_close});
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DuplicatesDialog::load);
    connect(m_reason, &QLineEdit::textChanged, this, &DuplicatesDialog::updateAction);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DuplicatesDialog::updateAction);
    connect(m_table, &TableView::opened, this, &DuplicatesDialog::merge);
    connect(m_distinct, &QPushButton::clicked, this, &DuplicatesDialog::setDistinct);
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesDialog::merge);
    connect(m_close, &QPushButton::clicked, this, &DuplicatesDialog::reject);
    load();
}

DuplicatesDialog::~DuplicatesDialog()
{
    if (m_loading)
        m_loading->cancel();
}

bool DuplicatesDialog::people() const
{
    return m_kind->currentIndex() == 0;
}

const LikeEntries *DuplicatesDialog::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_pairs.size()) ? &m_pairs[static_cast<size_t>(row)] : nullptr;
}

void DuplicatesDialog::load()
{
    if (m_loading)
        m_loading->cancel(); // its answer belongs to another choice
    m_pairs.clear();
    fill();
    m_table->setEmptyText(tr("Looking…"));
    m_loading = runJob<std::vector<LikeEntries>>(
        this,
        [&session = m_context.session, area = m_area, people = people()](Progress &progress) {
            const DuplicateService service(session);
            return people ? service.persons(area, progress) : service.households(area, progress);
        },
        [this, people = people()](Result<std::vector<LikeEntries>> pairs) {
            if (people != this->people() || (!pairs && pairs.error().kind == ErrorKind::Cancelled))
                return;
            m_table->setEmptyText(tr("Nobody looks like somebody else."));
            if (pairs)
                m_pairs = std::move(*pairs);
            else
                m_message->showError(pairs.error());
            fill();
            Q_EMIT loaded();
        });
}

void DuplicatesDialog::fill()
{
    std::vector<TextTableModel::Row> rows;
    for (const LikeEntries &pair : m_pairs)
        rows.push_back({{pair.a.name, pair.a.birth, placeOf(pair.a), pair.b.name, pair.b.birth,
                         placeOf(pair.b), likeText(pair.why)},
                        pair.a.record,
                        {}});
    const QString name = people() ? tr("Name") : tr("Head");
    m_model->setTable(
        {{name}, {tr("Born")}, {tr("Household")}, {name}, {tr("Born")}, {tr("Household")}, {tr("Why")}},
        std::move(rows));
    m_table->fitColumns();
    if (!m_pairs.empty())
        m_table->selectRow(0);
    updateAction();
}

void DuplicatesDialog::updateAction()
{
    const bool chosen = !isBusy() && current();
    m_distinct->setEnabled(chosen && !m_reason->text().trimmed().isEmpty());
    m_merge->setEnabled(chosen);
}

void DuplicatesDialog::setDistinct()
{
    const LikeEntries *pair = current();
    if (!pair || !m_distinct->isEnabled())
        return;
    m_message->clear();
    setBusy(true);
    runJob<ChangeSummary>(
        this,
        [&session = m_context.session, a = pair->a.record, b = pair->b.record,
         reason = m_reason->text().trimmed()](Progress &) {
            return DuplicateService(session).setDistinct(a, b, true, reason);
        },
        [this](Result<ChangeSummary> done) {
            setBusy(false);
            if (done)
                m_message->show(NoticeKind::Good, tr("Remembered; Ctrl+Z takes it back."));
            else
                m_message->showError(done.error());
            load();
        });
}

void DuplicatesDialog::merge()
{
    const LikeEntries *pair = current();
    if (!pair || isBusy())
        return;
    m_message->clear();
    if (!people()) {
        mergeHouseholds(*pair);
        return;
    }
    auto *dialog = new PersonMergeDialog(m_context, *pair, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_message->show(NoticeKind::Good, tr("Taken together; Ctrl+Z takes it apart."));
        load();
    });
    dialog->open();
}

/// The members of the second one come into the first, as when a household joins another.
void DuplicatesDialog::mergeHouseholds(const LikeEntries &pair)
{
    setBusy(true);
    runJob<HouseholdDetail>(
        this,
        [&session = m_context.session, id = pair.b.household](Progress &) {
            return RegistryService(session).household(id);
        },
        [this, into = pair.a.household](Result<HouseholdDetail> detail) {
            setBusy(false);
            if (!detail) {
                m_message->showError(detail.error());
                return;
            }
            auto *dialog = new FamilyDialog(m_context, FamilyStep::Merge, *detail, {}, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->other().setText(into.toString());
            Q_EMIT dialog->other().editingFinished();
            connect(dialog, &QDialog::accepted, this, &DuplicatesDialog::load);
            dialog->open();
        });
}

} // namespace ffp::ui
