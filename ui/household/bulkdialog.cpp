// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/bulkdialog.h"

#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/jobs/job.h"
#include "ui/common/fieldform.h"
#include "ui/common/messagebar.h"
#include "ui/common/reasontext.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ffp::ui {
namespace {

struct StepDef {
    const char *menu;
    const char *hint;
    Entity entity;
    std::vector<FieldRef> fields;
};

const StepDef &stepOf(BulkStep step)
{
    static const StepDef kSteps[] = {
        {QT_TRANSLATE_NOOP("Bulk", "Assign a helper…"),
         QT_TRANSLATE_NOOP("Bulk",
                           "Who held the role until now gets the day as the last one, with the reason "
                           "given here; the old line stays."),
         Entity::Assignment,
         {assignment::f("role"), assignment::f("name"), assignment::f("started_on"), assignment::f("unit"),
          assignment::f("post"), assignment::f("phone"), assignment::f("end_reason")}},
        {QT_TRANSLATE_NOOP("Bulk", "Enter a visit…"),
         QT_TRANSLATE_NOOP("Bulk", "The same visit or contact without changes for each of them; what changed "
                                   "is entered household by household."),
         Entity::Visit,
         {visit::f("visited_on"), visit::f("mode"), visit::f("purpose"), visit::f("people")}},
        {QT_TRANSLATE_NOOP("Bulk", "Set values…"),
         QT_TRANSLATE_NOOP("Bulk", "Only what is filled in here is set; everything else stays as it is."),
         Entity::Household,
         {household::f("natural_village"), household::f("villager_group"), household::f("military_family"),
          household::f("no_labour_backstop"), household::f("data_date"), household::f("remark")}},
    };
    return kSteps[static_cast<size_t>(step)];
}

QString text(const char *source)
{
    return QCoreApplication::translate("Bulk", source);
}

Result<BulkOutcome> run(Session &session, BulkStep step, const std::vector<qint64> &rids, FieldValues values,
                        BulkMode mode, Progress &progress)
{
    const RegistryService registry(session);
    std::vector<RecordId> households;
    for (const qint64 rid : rids) {
        FFP_ASSIGN(const RecordId id, registry.recordOf(rid));
        households.push_back(id);
    }
    BulkService bulk(session);
    switch (step) {
    case BulkStep::Assign: {
        const QString reason = valueIn(values, assignment::f("end_reason")).toText();
        std::erase_if(values, [](const auto &one) { return one.first == assignment::f("end_reason"); });
        return bulk.assign(households, values, reason, mode, progress);
    }
    case BulkStep::Visit: return bulk.visit(households, values, mode, progress);
    case BulkStep::Set: return bulk.set(households, values, {}, mode, progress);
    }
    Q_UNREACHABLE();
}

} // namespace

QString bulkStepText(BulkStep step)
{
    return text(stepOf(step).menu);
}

BulkDialog::BulkDialog(const PageContext &context, BulkStep step, std::vector<qint64> rids, QWidget *parent)
    : BusyDialog(parent),
      m_context(context),
      m_step(step),
      m_rids(std::move(rids))
{
    QString title = bulkStepText(step);
    title.remove(QStringLiteral("…"));
    setWindowTitle(title);
    auto *heading = new QLabel(tr("%1: %n households", nullptr, static_cast<int>(m_rids.size())).arg(title),
                               this);
    setTextRole(heading, TextRole::Title);
    auto *hint = new QLabel(text(stepOf(step).hint), this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    m_message = new MessageBar(this);
    m_form = new FieldForm({{QString(), stepOf(step).fields}}, context.session.clock().today(), this);
    fillForm();
    m_text = new QLabel(this);
    setTextRole(m_text, TextRole::Heading);
    m_left = new QTableWidget(0, 3, this);
    m_left->setHorizontalHeaderLabels({tr("Household number"), tr("Head"), tr("Why not")});
    m_left->horizontalHeader()->setStretchLastSection(true);
    m_left->verticalHeader()->hide();
    m_left->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_left->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_left->setToolTip(tr("Enter or double click opens the household"));
    m_left->hide();
    m_action = new QPushButton(this);
    setPrimary(m_action);
    m_cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton *button : {m_action, m_cancel})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_action);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 2, kGap * 3, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addWidget(m_message);
    layout->addWidget(m_form);
    layout->addWidget(m_text);
    layout->addWidget(m_left, 1);
    layout->addStretch(0);
    layout->addLayout(buttons);
    constexpr QSize kFirstSize(820, 480);
    resize(kFirstSize);
    setInputs({m_form, m_cancel});
    connect(m_form, &FieldForm::edited, this, &BulkDialog::forgetPreview);
    connect(m_form, &FieldForm::finished, m_action, [this] { m_action->setFocus(Qt::TabFocusReason); });
    connect(m_action, &QPushButton::clicked, this, &BulkDialog::apply);
    connect(m_cancel, &QPushButton::clicked, this, &BulkDialog::reject);
    connect(m_left, &QTableWidget::activated, this, [this](const QModelIndex &index) {
        if (isBusy())
            return;
        const RecordId household = m_outcome.left[static_cast<size_t>(index.row())].household;
        reject();
        Q_EMIT householdWanted(household);
    });
    updateAction();
    m_form->focusFirst();
}

BulkDialog::~BulkDialog()
{
    hide(); // an input that loses the keyboard later would tell a dialog that is half gone
}

void BulkDialog::fillForm()
{
    Record blank;
    blank.entity = stepOf(m_step).entity;
    blank.values.resize(entityDef(blank.entity).fields.size());
    m_form->setRecord(blank);
    const Value today(m_context.session.clock().today().toString(Qt::ISODate));
    if (m_step == BulkStep::Assign)
        m_form->setTyped({{assignment::f("role"), Value(QStringLiteral("helper"))},
                          {assignment::f("started_on"), today},
                          {assignment::f("end_reason"), Value(QStringLiteral("moved"))}});
    if (m_step == BulkStep::Visit)
        m_form->setTyped(
            {{visit::f("visited_on"), today}, {visit::f("mode"), Value(QStringLiteral("home"))}});
}

void BulkDialog::forgetPreview()
{
    m_previewed = false;
    m_text->clear();
    m_left->hide();
    updateAction();
}

void BulkDialog::updateAction()
{
    m_action->setEnabled(!isBusy() && (!m_previewed || m_outcome.done > 0));
    m_action->setText(m_previewed ? tr("Do it for %n households", nullptr, static_cast<int>(m_outcome.done))
                                  : tr("See what would be done"));
}

QString BulkDialog::outcomeText() const
{
    return m_text->text();
}

void BulkDialog::showOutcome(const BulkOutcome &outcome)
{
    m_outcome = outcome;
    m_text->setText(
        tr("%1 of %2 households; %3 not:").arg(outcome.done).arg(m_rids.size()).arg(outcome.left.size()));
    if (outcome.left.empty())
        m_text->setText(tr("All %n households.", nullptr, static_cast<int>(m_rids.size())));
    m_left->setRowCount(static_cast<int>(outcome.left.size()));
    int row = 0;
    for (const BulkLeft &one : outcome.left) {
        int column = 0;
        for (const QString &cell : {one.number, one.headName, reasonText(one.why)})
            m_left->setItem(row, column++, new QTableWidgetItem(cell));
        ++row;
    }
    m_left->resizeColumnsToContents();
    m_left->setVisible(!outcome.left.empty());
}

void BulkDialog::apply()
{
    if (!m_action->isEnabled())
        return;
    m_message->clear();
    if (!m_form->check()) {
        m_message->show(NoticeKind::Error, tr("Please correct the fields marked in red."));
        Q_EMIT answered();
        return;
    }
    const bool write = m_previewed;
    const FieldValues values = m_form->editedValues();
    setBusy(true);
    runJob<BulkOutcome>(
        this,
        [session = &m_context.session, step = m_step, rids = m_rids, values,
         mode = write ? BulkMode::Write : BulkMode::Preview](Progress &progress) {
            return run(*session, step, rids, values, mode, progress);
        },
        [this, write](Result<BulkOutcome> outcome) {
            if (!outcome) {
                m_previewed = false;
                setBusy(false);
                m_message->showError(outcome.error());
            } else {
                m_previewed = true;
                showOutcome(*outcome);
                setBusy(false);
                if (write)
                    accept();
            }
            Q_EMIT answered();
        });
}

} // namespace ffp::ui
