// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/familydialog.h"

#include "core/domain/codelist.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/householdrules.h"
#include "core/jobs/job.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/household/relationsgrid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {
namespace {

struct StepTexts {
    const char *menu;
    const char *hint;
    const char *action;
};
constexpr StepTexts kSteps[] = {
    {QT_TRANSLATE_NOOP("Family", "Somebody dies or leaves…"),
     QT_TRANSLATE_NOOP("Family", "Who leaves stays in the history of the household. With the last person the "
                                 "household ends."),
     QT_TRANSLATE_NOOP("Family", "Record")},
    {QT_TRANSLATE_NOOP("Family", "Another head…"),
     QT_TRANSLATE_NOOP("Family", "The relations of all members are carried over to the new head."),
     QT_TRANSLATE_NOOP("Family", "Change the head")},
    {QT_TRANSLATE_NOOP("Family", "Household splits…"),
     QT_TRANSLATE_NOOP("Family",
                       "The new household keeps village, kind of household and helpers; numbers and "
                       "history stay with the old one."),
     QT_TRANSLATE_NOOP("Family", "Split")},
    {QT_TRANSLATE_NOOP("Family", "Join another household…"),
     QT_TRANSLATE_NOOP("Family", "All members go into the other household; this one leaves the register with "
                                 "its number and history."),
     QT_TRANSLATE_NOOP("Family", "Merge")},
    {QT_TRANSLATE_NOOP("Family", "Moves to another village…"),
     QT_TRANSLATE_NOOP("Family", "All that is recorded of the household goes along; the old entry leaves the "
                                 "register with its history. Out of the area of this office the household "
                                 "ends as moved out."),
     QT_TRANSLATE_NOOP("Family", "Move")},
    {QT_TRANSLATE_NOOP("Family", "Entered by mistake…"),
     QT_TRANSLATE_NOOP("Family", "The household leaves the register with all that is recorded of it; its "
                                 "history stays."),
     QT_TRANSLATE_NOOP("Family", "Take out")},
};

QString text(const char *source)
{
    return QCoreApplication::translate("Family", source);
}
const StepTexts &textsOf(FamilyStep step)
{
    return kSteps[static_cast<size_t>(step)];
}

QString nameOf(const Record &person)
{
    return person[member::f("name")].toText();
}
QString personText(const Record &person)
{
    return QStringLiteral("%1  %2").arg(nameOf(person), valueText(fieldDef(member::f("relation")),
                                                                  person[member::f("relation")]));
}
AreaCode areaIn(const QComboBox &box)
{
    return box.currentData().value<AreaCode>();
}
RecordId idIn(const QComboBox &box)
{
    return box.currentData().value<RecordId>();
}

} // namespace

QString familyStepText(FamilyStep step)
{
    return text(textsOf(step).menu);
}

FamilyDialog::FamilyDialog(const PageContext &context, FamilyStep step, const HouseholdDetail &detail,
                           RecordId member, QWidget *parent)
    : BusyDialog(parent),
      m_context(context),
      m_step(step),
      m_detail(detail)
{
    std::copy_if(detail.members.begin(), detail.members.end(), std::back_inserter(m_there), isInHousehold);
    QString title = familyStepText(step);
    title.remove(QStringLiteral("…"));
    setWindowTitle(title);
    auto *heading = new QLabel(tr("%1: household of %2").arg(title, detail.headName), this);
    setTextRole(heading, TextRole::Title);
    auto *hint = new QLabel(text(textsOf(step).hint), this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    makeInputs();
    auto *inner = new QWidget(this);
    inner->setProperty("page", true);
    auto *innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, kGap, 0);
    m_rows = new QFormLayout;
    m_rows->setHorizontalSpacing(kGap * 2);
    m_rows->setVerticalSpacing(kGap);
    makeRows(*m_rows);
    innerLayout->addLayout(m_rows);
    innerLayout->addWidget(m_relations);
    innerLayout->addWidget(m_remaining);
    innerLayout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 2, kGap * 3, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(heading);
    layout->addWidget(hint);
    layout->addWidget(m_message);
    layout->addWidget(scroll, 1);
    makeButtons(*layout);
    constexpr QSize kFirstSize(720, 560);
    constexpr QSize kFirstSizeOfAReason(720, 260);
    resize(step == FamilyStep::Void ? kFirstSizeOfAReason : kFirstSize);
    if (const int at = m_who->findData(QVariant::fromValue(member)); at >= 0)
        m_who->setCurrentIndex(at);
    updateChoice();
}

FamilyDialog::~FamilyDialog()
{
    hide(); // an input that loses the keyboard later would tell a dialog that is half gone
}

void FamilyDialog::makeInputs()
{
    m_message = new MessageBar(this);
    m_who = new QComboBox(this);
    for (const Record &person : m_there)
        m_who->addItem(personText(person), QVariant::fromValue(person.id));
    m_kind = new QComboBox(this);
    for (const char *kind : leavingChanges())
        if (QLatin1String(kind) != QLatin1String("split")) // has a step of its own
            m_kind->addItem(codeText("member_change", QLatin1String(kind)), QLatin1String(kind));
    m_leaving = new QListWidget(this);
    m_leaving->setItemDelegate(new RowDelegate(m_leaving));
    for (const Record &person : m_there) {
        auto *item = new QListWidgetItem(personText(person), m_leaving);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setData(Qt::UserRole, QVariant::fromValue(person.id));
    }
    m_head = new QComboBox(this);
    m_remainingHead = new QComboBox(this);
    m_casesFollow = new QCheckBox(tr("The monitoring goes with the new household"), this);
    m_other = new QLineEdit(this);
    m_otherText = new QLabel(this);
    m_otherText->setWordWrap(true);
    setTextRole(m_otherText, TextRole::Hint);
    m_village = new QComboBox(this);
    for (QLineEdit **line : {&m_natural, &m_group, &m_address})
        *line = new QLineEdit(this);
    const QDate today = m_context.session.clock().today();
    m_on = makeFieldEditor(fieldDef(member::f("change_on")), today, this);
    m_on->setTyped(Value(today.toString(Qt::ISODate)));
    m_reason = new QLineEdit(this);
    m_reason->setPlaceholderText(tr("Such as a document or what the family said (kept in the history)"));
    m_relations = new RelationsGrid(tr("Relations to the new head"), today, this);
    m_remaining = new RelationsGrid(tr("Relations in the old household"), today, this);
    for (QWidget *input : {static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_kind),
                           static_cast<QWidget *>(m_leaving), static_cast<QWidget *>(m_head),
                           static_cast<QWidget *>(m_remainingHead), static_cast<QWidget *>(m_casesFollow),
                           static_cast<QWidget *>(m_other), static_cast<QWidget *>(m_otherText),
                           static_cast<QWidget *>(m_village), static_cast<QWidget *>(m_natural),
                           static_cast<QWidget *>(m_group), static_cast<QWidget *>(m_address)})
        input->hide(); // the rows show what the step needs
    connect(m_who, &QComboBox::currentIndexChanged, this, &FamilyDialog::updateChoice);
    connect(m_leaving, &QListWidget::itemChanged, this, &FamilyDialog::updateChoice);
    connect(m_head, &QComboBox::currentIndexChanged, this, [this] {
        showRelations(*m_relations, *m_head, members(m_step == FamilyStep::Split));
        updateAction();
    });
    connect(m_remainingHead, &QComboBox::currentIndexChanged, this, [this] {
        showRelations(*m_remaining, *m_remainingHead, members(false));
        updateAction();
    });
    connect(m_other, &QLineEdit::editingFinished, this, &FamilyDialog::findOther);
    connect(m_village, &QComboBox::currentIndexChanged, this, &FamilyDialog::updateChoice);
    connect(m_reason, &QLineEdit::textChanged, this, &FamilyDialog::updateAction);
}

void FamilyDialog::makeRows(QFormLayout &rows)
{
    const auto add = [&rows](const QString &label, QWidget *input) {
        input->show();
        rows.addRow(label, input);
    };
    switch (m_step) {
    case FamilyStep::Leave:
        add(tr("&Who"), m_who);
        add(tr("Chan&ge"), m_kind);
        add(tr("New &head"), m_head);
        break;
    case FamilyStep::NewHead: add(tr("New &head"), m_head); break;
    case FamilyStep::Split:
        add(tr("Who &goes"), m_leaving);
        add(tr("&Head of the new household"), m_head);
        add(tr("Head of the &old household"), m_remainingHead);
        if (std::any_of(m_detail.cases.begin(), m_detail.cases.end(),
                        [](const Record &one) { return isOpenCase(one); }))
            add({}, m_casesFollow);
        break;
    case FamilyStep::Merge:
        add(tr("&Number of the other household"), m_other);
        add({}, m_otherText);
        add(tr("Lives &in"), m_village);
        rows.setRowVisible(m_village, false);
        break;
    case FamilyStep::Move:
        add(tr("Moves &to"), m_village);
        add(tr("Natural &village"), m_natural);
        add(tr("Gro&up"), m_group);
        add(tr("&Address"), m_address);
        add({}, m_otherText);
        fillVillages();
        showBelongings();
        break;
    case FamilyStep::Void: break;
    }
    if (m_step == FamilyStep::Void)
        m_on->hide();
    else
        add(tr("&Day"), m_on);
    add(tr("&Reason"), m_reason);
}

void FamilyDialog::makeButtons(QVBoxLayout &layout)
{
    m_action = new QPushButton(text(textsOf(m_step).action), this);
    setPrimary(m_action);
    m_cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton *button : {m_action, m_cancel})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_action);
    layout.addLayout(buttons);
    setInputs({m_who, m_kind, m_leaving, m_head, m_remainingHead, m_casesFollow, m_other, m_village,
               m_natural, m_group, m_address, m_on, m_reason, m_relations, m_remaining, m_cancel});
    connect(m_cancel, &QPushButton::clicked, this, &FamilyDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &FamilyDialog::apply);
    connect(m_reason, &QLineEdit::returnPressed, m_action, [this] {
        if (m_action->isEnabled())
            m_action->setFocus(Qt::TabFocusReason);
    });
}

std::vector<RecordId> FamilyDialog::members(bool chosen) const
{
    std::vector<RecordId> out;
    for (size_t i = 0; i < m_there.size(); ++i) {
        bool leaves = false;
        if (m_step == FamilyStep::Split)
            leaves = m_leaving->item(static_cast<int>(i))->checkState() == Qt::Checked;
        else if (m_step == FamilyStep::Leave)
            leaves = m_there[i].id == idIn(*m_who);
        if (leaves == chosen)
            out.push_back(m_there[i].id);
    }
    return out;
}

bool FamilyDialog::headLeaves() const
{
    const std::vector<RecordId> gone = members(true);
    return std::any_of(m_there.begin(), m_there.end(), [&gone](const Record &person) {
        return person[member::f("relation")].toText() == QLatin1String("head")
               && std::find(gone.begin(), gone.end(), person.id) != gone.end();
    });
}

void FamilyDialog::fillHeads(QComboBox &box, const std::vector<RecordId> &among)
{
    const QSignalBlocker blocker(box);
    const RecordId before = idIn(box);
    box.clear();
    for (const Record &person : m_there)
        if (std::find(among.begin(), among.end(), person.id) != among.end())
            box.addItem(personText(person), QVariant::fromValue(person.id));
    // Nobody is proposed: who follows is the family's business.
    box.setCurrentIndex(before.isNull() ? -1 : box.findData(QVariant::fromValue(before)));
    if (m_step == FamilyStep::Split && &box == m_head && box.currentIndex() < 0 && box.count() == 1)
        box.setCurrentIndex(0);
}

void FamilyDialog::showRelations(RelationsGrid &grid, const QComboBox &head, const std::vector<RecordId> &of)
{
    const RecordId next = idIn(head);
    if (next.isNull()) {
        grid.setProposals({}, {});
        return;
    }
    std::vector<RelationProposal> proposals = proposedRelations(m_there, next);
    std::erase_if(proposals, [&of](const RelationProposal &one) {
        return std::find(of.begin(), of.end(), one.member) == of.end();
    });
    grid.setProposals(proposals, next);
}

void FamilyDialog::updateChoice()
{
    const std::vector<RecordId> stay = members(false);
    switch (m_step) {
    case FamilyStep::Leave: {
        const bool asked = headLeaves() && !stay.empty();
        m_rows->setRowVisible(m_head, asked);
        fillHeads(*m_head, asked ? stay : std::vector<RecordId>());
        showRelations(*m_relations, *m_head, stay);
        break;
    }
    case FamilyStep::NewHead: {
        std::vector<RecordId> others;
        for (const Record &person : m_there)
            if (person[member::f("relation")].toText() != QLatin1String("head"))
                others.push_back(person.id);
        fillHeads(*m_head, others);
        break;
    }
    case FamilyStep::Split: {
        const std::vector<RecordId> go = members(true);
        const bool asked = headLeaves() && !stay.empty();
        fillHeads(*m_head, go);
        m_rows->setRowVisible(m_remainingHead, asked);
        fillHeads(*m_remainingHead, asked ? stay : std::vector<RecordId>());
        showRelations(*m_relations, *m_head, go);
        showRelations(*m_remaining, *m_remainingHead, stay);
        break;
    }
    case FamilyStep::Move: {
        const bool within = m_village->currentIndex() >= 0 && !areaIn(*m_village).isNull();
        for (QLineEdit *line : {m_natural, m_group, m_address})
            m_rows->setRowVisible(line, within);
        break;
    }
    case FamilyStep::Merge:
    case FamilyStep::Void: break;
    }
    updateAction();
}

bool FamilyDialog::asksVillage() const
{
    return m_step == FamilyStep::Move
           || (m_step == FamilyStep::Merge && m_into && m_into->household.area != m_detail.household.area);
}

/// Nothing is proposed: both are as likely.
void FamilyDialog::fillVillages()
{
    const QSignalBlocker blocker(m_village);
    const DivisionTable &divisions = m_context.session.divisions();
    const AreaCode here = m_detail.household.area;
    m_village->clear();
    const auto add = [&](const AreaCode &code) {
        m_village->addItem(divisions.fullName(code, AreaLevel::Township), QVariant::fromValue(code));
    };
    if (m_step == FamilyStep::Merge) {
        for (const AreaCode &code : {here, m_into->household.area})
            add(code);
    } else {
        for (const AreaCode &code : divisions.descendants(m_context.session.site().area, AreaLevel::Village))
            if (code != here && !divisions.isRetired(code))
                add(code);
        m_village->addItem(tr("Out of the area of this office"), QVariant::fromValue(AreaCode()));
    }
    m_village->setCurrentIndex(-1);
}

void FamilyDialog::showBelongings()
{
    runJob<std::map<Entity, qint64>>(
        this,
        [&session = m_context.session, id = m_detail.household.id](Progress &) {
            return HouseholdChanges(session).belongings(id);
        },
        [this](Result<std::map<Entity, qint64>> counts) {
            QStringList words;
            if (counts)
                for (const auto &[kind, count] : *counts)
                    if (kind != Entity::Household)
                        words << tr("%1: %2").arg(entityLabel(entityDef(kind))).arg(count);
            m_otherText->setText(tr("Goes along: %1").arg(words.join(tr(", "))));
            Q_EMIT otherShown();
        });
}

void FamilyDialog::findOther()
{
    const QString number = m_other->text().trimmed();
    if (number == m_asked) // the field only lost the keyboard
        return;
    m_asked = number;
    m_into.reset();
    m_relations->setProposals({}, {});
    m_otherText->clear();
    updateAction();
    if (number.isEmpty())
        return;
    runJob<HouseholdDetail>(
        this,
        [&session = m_context.session, number](Progress &) -> Result<HouseholdDetail> {
            const RegistryService registry(session);
            FFP_ASSIGN(const RecordId id, registry.findHousehold(number));
            return registry.household(id);
        },
        [this, number](Result<HouseholdDetail> found) {
            if (number != m_asked)
                return;
            if (!found) {
                m_message->showError(found.error());
            } else {
                m_message->clear();
                m_into = std::move(*found);
                const auto persons = std::count_if(m_into->members.begin(), m_into->members.end(),
                                                   isInHousehold);
                m_otherText->setText(tr("%1, %2, %n persons", nullptr, static_cast<int>(persons))
                                         .arg(m_into->headName, m_into->areaName));
                std::vector<RelationProposal> asked; // nothing in the two households tells it
                for (const Record &person : m_there)
                    asked.push_back({person.id,
                                     nameOf(person),
                                     person[member::f("relation")].toText(),
                                     {QString(), false}});
                m_relations->setProposals(asked, {});
            }
            m_rows->setRowVisible(m_village, asksVillage());
            if (asksVillage())
                fillVillages();
            updateAction();
            Q_EMIT otherShown();
        });
}

void FamilyDialog::updateAction()
{
    bool ready = !isBusy() && !m_reason->text().trimmed().isEmpty();
    switch (m_step) {
    case FamilyStep::Leave:
        ready = ready && !idIn(*m_who).isNull()
                && (!headLeaves() || m_there.size() == 1 || !idIn(*m_head).isNull());
        break;
    case FamilyStep::NewHead: ready = ready && !idIn(*m_head).isNull(); break;
    case FamilyStep::Split:
        ready = ready && !idIn(*m_head).isNull() && !members(false).empty()
                && (!headLeaves() || !idIn(*m_remainingHead).isNull());
        break;
    case FamilyStep::Merge:
        ready = ready && m_into.has_value() && (!asksVillage() || m_village->currentIndex() >= 0);
        break;
    case FamilyStep::Move: ready = ready && m_village->currentIndex() >= 0; break;
    case FamilyStep::Void: break;
    }
    m_action->setEnabled(ready);
}

ChangeOccasion FamilyDialog::occasion() const
{
    return {QDate::fromString(m_on->value().toText(), Qt::ISODate), m_reason->text().trimmed()};
}

std::function<Result<>(Session &)> FamilyDialog::splitWork() const
{
    const SplitRequest request{.household = m_detail.household.id,
                               .leaving = members(true),
                               .head = {idIn(*m_head), m_relations->relations()},
                               .remaining = {idIn(*m_remainingHead), m_remaining->relations()},
                               .values = {},
                               .casesFollow = m_casesFollow->isChecked(),
                               .occasion = occasion()};
    return [request](Session &session) -> Result<> {
        FFP_TRY(HouseholdChanges(session).split(request));
        return {};
    };
}

std::function<Result<>(Session &)> FamilyDialog::mergeWork() const
{
    const MergeRequest request{.from = m_detail.household.id,
                               .into = m_into->household.id,
                               .relations = m_relations->relations(),
                               .village = asksVillage() ? areaIn(*m_village) : AreaCode(),
                               .occasion = occasion()};
    return [request](Session &session) -> Result<> {
        FFP_TRY(HouseholdChanges(session).merge(request));
        return {};
    };
}

std::function<Result<>(Session &)> FamilyDialog::moveWork() const
{
    MoveRequest request{.household = m_detail.household.id,
                        .to = areaIn(*m_village),
                        .values = {},
                        .occasion = occasion()};
    for (const auto &[field, line] :
         {std::pair(household::f("natural_village"), m_natural),
          std::pair(household::f("villager_group"), m_group), std::pair(household::f("address"), m_address)})
        if (!line->text().trimmed().isEmpty())
            request.values.emplace_back(field, Value(line->text().trimmed()));
    return [request](Session &session) -> Result<> {
        FFP_TRY(HouseholdChanges(session).move(request));
        return {};
    };
}

std::function<Result<>(Session &)> FamilyDialog::work() const
{
    const RecordId household = m_detail.household.id;
    const NewHead next{idIn(*m_head), m_relations->relations()};
    switch (m_step) {
    case FamilyStep::Leave:
        return [who = idIn(*m_who), kind = m_kind->currentData().toString(), next,
                why = occasion()](Session &session) -> Result<> {
            FFP_TRY(HouseholdChanges(session).leave(who, kind, next, why));
            return {};
        };
    case FamilyStep::NewHead:
        return [household, next, why = occasion()](Session &session) -> Result<> {
            FFP_TRY(HouseholdChanges(session).setHead(household, next, why));
            return {};
        };
    case FamilyStep::Split: return splitWork();
    case FamilyStep::Merge: return mergeWork();
    case FamilyStep::Move: return moveWork();
    case FamilyStep::Void:
        return [household, reason = m_reason->text().trimmed()](Session &session) -> Result<> {
            FFP_TRY(HouseholdChanges(session).voidHousehold(household, reason));
            return {};
        };
    }
    Q_UNREACHABLE();
}

void FamilyDialog::apply()
{
    if (!m_action->isEnabled())
        return;
    m_message->clear();
    const auto what = work(); // as it stands now: inputs that are switched off lose the keyboard
    setBusy(true);
    runJob<bool>(
        this,
        [session = &m_context.session, work = what](Progress &) -> Result<bool> {
            FFP_TRY(work(*session));
            return true;
        },
        [this](Result<bool> done) {
            setBusy(false);
            if (done)
                accept();
            else
                m_message->showError(done.error());
            Q_EMIT answered();
        });
}

} // namespace ffp::ui
