// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/visitsheet.h"

#include "core/base/text.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/visitfields.h"
#include "ui/common/choicebar.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/common/fieldtext.h"
#include "ui/common/reasontext.h"
#include "ui/common/theme.h"
#include "ui/visit/changedfacts.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>

namespace ffp::ui {
namespace {

constexpr FieldRef kOn = visit::f("visited_on");
constexpr FieldRef kMode = visit::f("mode");
constexpr FieldRef kPurpose = visit::f("purpose");
constexpr FieldRef kPeople = visit::f("people");
constexpr FieldRef kRespondent = visit::f("respondent");
constexpr FieldRef kChanges = visit::f("changes");

const QString kNoChange = QStringLiteral("none");

/// A key for each code of a list: digits from `first` on, or letters.
std::vector<ChoiceBar::Option> optionsOf(FieldRef field, char16_t firstKey)
{
    std::vector<ChoiceBar::Option> options;
    const CodeList *list = codeList(fieldDef(field).list);
    char16_t key = firstKey;
    for (const Code &code : list->codes) {
        const bool none = QLatin1String(code.code) == kNoChange;
        options.push_back({QLatin1String(code.code), codeLabel(code), none ? QChar(u'0') : QChar(key++)});
    }
    return options;
}

Record blankVisit()
{
    Record record;
    record.entity = Entity::Visit;
    record.values.resize(entityDef(Entity::Visit).fields.size());
    return record;
}

QLabel *hintLabel(FieldRef field, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(fieldLabel(fieldDef(field)) + QStringLiteral(" *"), parent);
    setTextRole(label, TextRole::Hint);
    label->setBuddy(buddy);
    return label;
}

QLabel *faultLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setProperty("fault", true);
    label->setWordWrap(true);
    label->hide();
    return label;
}

} // namespace

VisitSheet::VisitSheet(QDate today, QWidget *parent) : QWidget(parent)
{
    makeInputs(today);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap / 2);
    layout->addWidget(m_basics);
    const auto row = [&](FieldRef field, QWidget *input, QLabel *fault) {
        layout->addSpacing(kGap / 2);
        layout->addWidget(hintLabel(field, input, this));
        layout->addWidget(input);
        layout->addWidget(fault);
    };
    row(kMode, m_mode, m_modeFault);
    row(kPeople, m_visitors, m_peopleFault);
    row(kChanges, m_changes, m_changesFault);
    layout->addSpacing(kGap);
    layout->addWidget(m_facts);
    layout->addWidget(m_texts);
    layout->addStretch(1);
    setFocusProxy(m_changes);
    connectInputs();
}

/// In the order in which Tab visits them.
void VisitSheet::makeInputs(QDate today)
{
    m_basics = new FieldForm({{QString(), {kOn, kPurpose, kRespondent}}}, today, this);
    m_mode = new ChoiceBar(optionsOf(kMode, u'1'), ChoiceBar::Mode::One, this);
    m_mode->setAccessibleName(fieldLabel(fieldDef(kMode)));
    m_visitors = makeVisitors();
    m_changes = new ChoiceBar(optionsOf(kChanges, u'A'), ChoiceBar::Mode::Any, this);
    m_changes->setAccessibleName(fieldLabel(fieldDef(kChanges)));
    m_changes->setExcluding(kNoChange);
    m_modeFault = faultLabel(this);
    m_peopleFault = faultLabel(this);
    m_changesFault = faultLabel(this);
    m_facts = new ChangedFacts(today, this);
    m_texts = new FieldForm({{QString(),
                              {visit::f("change_note"), visit::f("needs"), visit::f("new_risks"),
                               visit::f("handled"), visit::f("todo"), visit::f("signed"),
                               visit::f("signed_on"), visit::f("remark")}}},
                            today, this);
}

QWidget *VisitSheet::makeVisitors()
{
    auto *visitors = new QWidget(this);
    auto *layout = new QHBoxLayout(visitors);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    m_known = new QStringListModel(this);
    constexpr int kVisitors = 2; // forms.md F-19: two for a check; more behind a comma
    for (int i = 0; i < kVisitors; ++i) {
        auto *edit = new QLineEdit(visitors);
        edit->setAccessibleName(tr("Visitor %1").arg(i + 1));
        edit->setPlaceholderText(edit->accessibleName());
        auto *completer = new QCompleter(m_known, edit);
        completer->setFilterMode(Qt::MatchContains);
        edit->setCompleter(completer);
        layout->addWidget(edit);
        m_people.push_back(edit);
    }
    visitors->setFocusProxy(m_people.front());
    return visitors;
}

void VisitSheet::connectInputs()
{
    for (FieldForm *form : {m_basics, m_texts})
        connect(form, &FieldForm::edited, this, &VisitSheet::edited);
    connect(m_facts, &ChangedFacts::edited, this, &VisitSheet::edited);
    connect(m_facts, &ChangedFacts::revealRequested, this, &VisitSheet::revealRequested);
    connect(m_basics, &FieldForm::finished, m_changes, [this] { m_changes->setFocus(Qt::TabFocusReason); });
    connect(m_texts, &FieldForm::finished, this, &VisitSheet::finished);
    connect(m_mode, &ChoiceBar::chosenByUser, this, [this] {
        showFault(m_modeFault, {});
        Q_EMIT edited();
    });
    connect(m_changes, &ChoiceBar::chosenByUser, this, &VisitSheet::changesChosen);
    for (size_t i = 0; i < m_people.size(); ++i) {
        connect(m_people[i], &QLineEdit::textEdited, this, [this] {
            showFault(m_peopleFault, {});
            Q_EMIT edited();
        });
        QWidget *next = i + 1 < m_people.size() ? static_cast<QWidget *>(m_people[i + 1]) : m_changes;
        connect(m_people[i], &QLineEdit::returnPressed, next, [next] { next->setFocus(); });
    }
}

void VisitSheet::show(const VisitForm &form)
{
    m_household = form.household.household.id;
    Record defaults = blankVisit();
    for (const auto &[field, value] : form.proposed)
        defaults.values[field.index] = value;
    m_basics->setRecord(defaults);
    m_texts->setRecord(blankVisit());
    m_mode->setChosen({defaults[kMode].toText()});
    m_changes->setChosen({});
    m_known->setStringList(form.knownPeople);
    for (size_t i = 0; i < m_people.size(); ++i)
        m_people[i]->setText(form.people.value(static_cast<qsizetype>(i)));
    m_facts->setHousehold(form.household);
    clearFaults();
}

void VisitSheet::setDraft(const NewVisit &draft)
{
    m_basics->setTyped(draft.values);
    m_texts->setTyped(draft.values);
    for (const auto &[field, value] : draft.values) {
        if (field == kMode)
            m_mode->setChosen({value.toText()});
        if (field == kChanges)
            m_changes->setChosen(value.toList());
        if (field != kPeople)
            continue;
        const QStringList people = value.toList();
        m_people[0]->setText(people.value(0));
        m_people[1]->setText(people.mid(1).join(QStringLiteral("，")));
    }
    m_facts->setChanges(m_changes->chosen());
    m_facts->setDraft(draft);
}

QStringList VisitSheet::visitors() const
{
    QStringList people;
    for (const QLineEdit *edit : m_people)
        for (const QString &name : splitList(edit->text()))
            if (!people.contains(name))
                people << name;
    return people;
}

NewVisit VisitSheet::collect() const
{
    NewVisit visit;
    visit.household = m_household;
    const auto add = [&visit](FieldRef field, const Value &value) {
        if (!value.isBlank())
            visit.values.emplace_back(field, value);
    };
    for (const FieldRef field : {kOn, kPurpose, kRespondent})
        add(field, m_basics->editor(field)->value());
    QStringList changes = m_changes->chosen();
    changes.sort();
    add(kMode, Value(m_mode->chosen().value(0)));
    add(kPeople, Value(visitors()));
    add(kChanges, Value(changes));
    for (const auto &[field, value] : m_texts->editedValues())
        add(field, value);
    m_facts->collect(visit);
    return visit;
}

bool VisitSheet::check()
{
    clearFaults();
    bool good = m_basics->check();
    if (m_mode->chosen().isEmpty())
        good = showFault(m_modeFault, QStringLiteral("required"));
    if (visitors().isEmpty())
        good = showFault(m_peopleFault, QStringLiteral("required"));
    if (m_changes->chosen().isEmpty())
        good = showFault(m_changesFault, QStringLiteral("required"));
    good = m_facts->check() && good;
    return m_texts->check() && good;
}

QStringList VisitSheet::showServiceFaults(const QStringList &faults)
{
    QStringList rest;
    for (const QString &fault : faults) {
        const QString field = fault.section(u':', 0, 0).trimmed();
        const QString why = fault.section(u':', 1).trimmed();
        if (field == QLatin1String(fieldDef(kMode).id))
            showFault(m_modeFault, why);
        else if (field == QLatin1String(fieldDef(kPeople).id))
            showFault(m_peopleFault, why);
        else if (field == QLatin1String(fieldDef(kChanges).id))
            showFault(m_changesFault, why);
        else
            rest << fault;
    }
    rest = m_basics->showServiceFaults(rest);
    rest = m_texts->showServiceFaults(rest);
    return m_facts->showServiceFaults(rest);
}

bool VisitSheet::press(const QString &keyText)
{
    return m_changes->press(keyText) || m_mode->press(keyText);
}

void VisitSheet::reveal(RecordId record, FieldRef field)
{
    m_facts->reveal(record, field);
}

void VisitSheet::changesChosen()
{
    showFault(m_changesFault, {});
    m_facts->setChanges(m_changes->chosen());
    Q_EMIT edited();
}

/// False, for check().
bool VisitSheet::showFault(QLabel *label, const QString &fault)
{
    label->setText(reasonText(fault));
    label->setVisible(!fault.isEmpty());
    return false;
}

void VisitSheet::clearFaults()
{
    for (QLabel *label : {m_modeFault, m_peopleFault, m_changesFault})
        showFault(label, {});
}

} // namespace ffp::ui
