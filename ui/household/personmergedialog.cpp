// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/personmergedialog.h"

#include "core/domain/fields/memberfields.h"
#include "core/jobs/job.h"
#include "ui/common/fieldtext.h"
#include "ui/common/icons.h"
#include "ui/common/liketext.h"
#include "ui/common/messagebar.h"
#include "ui/common/reveal.h"
#include "ui/common/theme.h"
#include "ui/household/relationsgrid.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {
namespace {

constexpr int kFirstLine = 2; ///< of the grid: below the two headings

QString headingOf(const LikeEntry &entry)
{
    return QStringLiteral("%1\n%2  %3").arg(entry.name, entry.householdNumber, entry.areaName);
}

} // namespace

PersonMergeDialog::PersonMergeDialog(const PageContext &context, const LikeEntries &pair, QWidget *parent)
    : BusyDialog(parent),
      m_context(context),
      m_keep(pair.a),
      m_drop(pair.b)
{
    setWindowTitle(tr("One person, two entries"));
    auto *hint = new QLabel(tr("%1. What names the entry on the right names the one on the left from now on; "
                               "the right one leaves the register with its history.")
                                .arg(likeText(pair.why)),
                            this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    m_message = new MessageBar(this);
    m_inner = new QWidget(this);
    m_inner->setProperty("page", true);
    auto *inner = new QVBoxLayout(m_inner);
    inner->setContentsMargins(0, 0, kGap, 0);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(kGap * 3);
    m_grid->setVerticalSpacing(kGap / 2);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    m_headLabel = new QLabel(tr("Who follows as &head of the household on the right"), m_inner);
    m_head = new QComboBox(m_inner);
    m_headLabel->setBuddy(m_head);
    m_relations = new RelationsGrid(tr("Relations to the new head"), context.session.clock().today(),
                                    m_inner);
    inner->addLayout(m_grid);
    inner->addWidget(m_headLabel);
    inner->addWidget(m_head);
    inner->addWidget(m_relations);
    inner->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_inner);
    m_reason = new QLineEdit(this);
    m_reason->setPlaceholderText(tr("Such as a document or who confirmed it (kept in the history)"));
    auto *label = new QLabel(tr("&Reason"), this);
    label->setBuddy(m_reason);
    m_eye = new QPushButton(icon("eye"), tr("Show whole &values (is recorded)"), this);
    m_eye->setProperty("link", true);
    m_swap = new QPushButton(tr("S&wap sides"), this);
    m_action = new QPushButton(tr("Take together"), this);
    setPrimary(m_action);
    m_cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton *button : {m_eye, m_swap, m_action, m_cancel})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(label);
    row->addWidget(m_reason, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addWidget(m_eye);
    buttons->addStretch(1);
    buttons->addWidget(m_swap);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_action);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 2, kGap * 3, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(hint);
    layout->addWidget(m_message);
    layout->addWidget(scroll, 1);
    layout->addLayout(row);
    layout->addLayout(buttons);
    constexpr QSize kFirstSize(860, 600);
    resize(kFirstSize);
    setInputs({m_inner, m_reason, m_eye, m_swap, m_cancel});
    connect(m_reason, &QLineEdit::textChanged, this, &PersonMergeDialog::updateAction);
    connect(m_head, &QComboBox::currentIndexChanged, this, &PersonMergeDialog::showRelations);
    connect(m_eye, &QPushButton::clicked, this, &PersonMergeDialog::reveal);
    connect(m_swap, &QPushButton::clicked, this, [this] {
        std::swap(m_keep, m_drop);
        load();
    });
    connect(m_cancel, &QPushButton::clicked, this, &PersonMergeDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &PersonMergeDialog::apply);
    load();
}

PersonMergeDialog::~PersonMergeDialog()
{
    hide(); // an input that loses the keyboard later would tell a dialog that is half gone
}

void PersonMergeDialog::load()
{
    m_loaded = false;
    m_message->clear();
    updateAction();
    using Read = std::pair<PersonComparison, std::vector<Record>>;
    runJob<Read>(
        this,
        [&session = m_context.session, keep = m_keep, drop = m_drop](Progress &) -> Result<Read> {
            FFP_ASSIGN(PersonComparison both, DuplicateService(session).compare(keep.record, drop.record));
            FFP_ASSIGN(HouseholdDetail detail, RegistryService(session).household(drop.household));
            std::erase_if(detail.members, [](const Record &one) { return !isInHousehold(one); });
            return Read{std::move(both), std::move(detail.members)};
        },
        [this, asked = m_keep.record](Result<Read> read) {
            if (asked != m_keep.record)
                return;
            if (read)
                take(std::move(read->first), std::move(read->second));
            else
                m_message->showError(read.error());
            Q_EMIT shown();
        });
}

void PersonMergeDialog::take(PersonComparison both, std::vector<Record> household)
{
    m_both = std::move(both);
    m_others = std::move(household);
    m_loaded = true;
    makeLines();
    const bool heads = m_both.drop[member::f("relation")].toText() == QLatin1String("head")
                       && m_keep.household != m_drop.household && m_others.size() > 1;
    m_head->clear();
    for (const Record &one : m_others)
        if (heads && one.id != m_drop.record)
            m_head->addItem(one[member::f("name")].toText(), QVariant::fromValue(one.id));
    m_head->setCurrentIndex(-1); // who follows is the family's business
    m_headLabel->setVisible(heads);
    m_head->setVisible(heads);
    showRelations();
    updateAction();
}

void PersonMergeDialog::makeLines()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_lines.clear();
    const auto heading = [this](const QString &text, int row, int column, TextRole role) {
        auto *label = new QLabel(text, m_inner);
        label->setWordWrap(true);
        setTextRole(label, role);
        m_grid->addWidget(label, row, column);
    };
    heading(tr("Stays"), 0, 1, TextRole::Heading);
    heading(tr("Leaves the register"), 0, 2, TextRole::Heading);
    heading(headingOf(m_keep), 1, 1, TextRole::Hint);
    heading(headingOf(m_drop), 1, 2, TextRole::Hint);
    int row = kFirstLine;
    for (const FieldRef field : m_both.fields) {
        auto *label = new QLabel(fieldLabel(fieldDef(field)), m_inner);
        Line line{field, new QRadioButton(m_inner), new QRadioButton(m_inner)};
        auto *group = new QButtonGroup(label);
        group->addButton(line.keep);
        group->addButton(line.drop);
        // A blank is filled in any case.
        const bool fill = m_both.keep[field].isBlank();
        (fill ? line.drop : line.keep)->setChecked(true);
        line.keep->setEnabled(!fill);
        line.drop->setEnabled(!m_both.drop[field].isBlank());
        m_grid->addWidget(label, row, 0);
        m_grid->addWidget(line.keep, row, 1);
        m_grid->addWidget(line.drop, row, 2);
        m_lines.push_back(line);
        ++row;
    }
    setTexts(false);
}

void PersonMergeDialog::setTexts(bool whole)
{
    const auto text = [whole](FieldRef field, const Value &value) {
        if (value.isBlank())
            return tr("(blank)");
        return whole ? valueText(fieldDef(field), value) : maskedValueText(fieldDef(field), value);
    };
    for (const Line &line : m_lines) {
        line.keep->setText(text(line.field, m_both.keep[line.field]));
        line.drop->setText(text(line.field, m_both.drop[line.field]));
    }
    m_eye->setVisible(!whole && std::any_of(m_lines.begin(), m_lines.end(), [](const Line &line) {
        return fieldDef(line.field).sensitivity == Sensitivity::S;
    }));
}

void PersonMergeDialog::reveal()
{
    std::vector<FieldRef> fields;
    for (const Line &line : m_lines)
        if (fieldDef(line.field).sensitivity == Sensitivity::S)
            fields.push_back(line.field);
    const auto refused = [this](const Error &error) { m_message->showError(error); };
    askReveal(
        this, m_context.session, m_keep.record, fields,
        [this, fields, refused, keep = m_keep.record] {
            askReveal(
                this, m_context.session, m_drop.record, fields,
                [this, keep] {
                    if (keep == m_keep.record)
                        setTexts(true);
                },
                refused);
        },
        refused);
}

std::pair<QRadioButton *, QRadioButton *> PersonMergeDialog::choice(FieldRef field) const
{
    for (const Line &line : m_lines)
        if (line.field == field)
            return {line.keep, line.drop};
    return {nullptr, nullptr};
}

void PersonMergeDialog::showRelations()
{
    const auto next = m_head->currentData().value<RecordId>();
    std::vector<RelationProposal> proposals;
    if (!next.isNull())
        proposals = proposedRelations(m_others, next);
    std::erase_if(proposals, [this](const RelationProposal &one) { return one.member == m_drop.record; });
    m_relations->setProposals(proposals, next);
    updateAction();
}

void PersonMergeDialog::updateAction()
{
    m_action->setEnabled(!isBusy() && m_loaded && !m_reason->text().trimmed().isEmpty()
                         && (m_head->count() == 0 || m_head->currentIndex() >= 0));
}

void PersonMergeDialog::apply()
{
    if (!m_action->isEnabled())
        return;
    PersonMerge request{.keep = m_keep.record,
                        .drop = m_drop.record,
                        .taken = {},
                        .next = {m_head->currentData().value<RecordId>(), m_relations->relations()},
                        .occasion = {m_context.session.clock().today(), m_reason->text().trimmed()}};
    for (const Line &line : m_lines)
        if (line.drop->isChecked())
            request.taken.push_back(line.field);
    m_message->clear();
    setBusy(true);
    runJob<ChangeSummary>(
        this,
        [&session = m_context.session, request](Progress &) {
            return DuplicateService(session).merge(request);
        },
        [this](Result<ChangeSummary> done) {
            setBusy(false);
            if (done)
                accept();
            else
                m_message->showError(done.error());
            Q_EMIT answered();
        });
}

} // namespace ffp::ui
