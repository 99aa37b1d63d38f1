// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/incomedialog.h"

#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/jobs/job.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/reveal.h"
#include "ui/common/theme.h"
#include "ui/household/incomefigures.h"
#include "ui/household/incomegrid.h"
#include "ui/household/incomegridmodel.h"
#include "ui/platform/dialogs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr FieldRef kParts[] = {income::f("wage_total"), income::f("business_total"),
                               income::f("property_total"), income::f("transfer_total"),
                               income::f("business_cost")};

std::vector<FieldRef> headFields()
{
    return {income::f("phase"),      income::f("window_from"),      income::f("window_to"),
            income::f("population"), income::f("population_basis"), income::f("prepared_on"),
            income::f("prepared_by")};
}

Value money(const std::optional<Money> &amount)
{
    return amount ? Value(amount->fen()) : Value();
}

/// The statement that the forms start with.
Record recordOf(const IncomeForm &form)
{
    Record record = form.stored;
    record.entity = Entity::IncomeStatement;
    record.values.resize(entityDef(Entity::IncomeStatement).fields.size());
    const IncomeDraft &draft = form.draft;
    const auto set = [&record](FieldRef field, const Value &value) { record.values[field.index] = value; };
    set(income::f("phase"), Value(draft.phase));
    set(income::f("window_from"), Value(draft.window.from.toString(Qt::ISODate)));
    set(income::f("window_to"), Value(draft.window.to.toString(Qt::ISODate)));
    set(income::f("population"), draft.population ? Value(*draft.population) : Value());
    set(income::f("population_basis"), Value(draft.populationBasis));
    set(income::f("prepared_by"), Value(draft.preparedBy));
    set(income::f("prepared_on"), Value(draft.preparedOn.toString(Qt::ISODate)));
    set(income::f("claims_income"), money(draft.totals.claims));
    set(income::f("compliant_self_pay"), money(draft.totals.selfPay));
    const std::optional<Money> parts[] = {draft.totals.wage, draft.totals.business, draft.totals.property,
                                          draft.totals.transfer, draft.totals.cost};
    for (size_t i = 0; i < std::size(kParts); ++i)
        set(kParts[i], money(parts[i]));
    return record;
}

std::optional<Money> moneyOf(const FieldForm &form, FieldRef field)
{
    const Value value = form.editor(field)->value();
    return value.isBlank() ? std::nullopt : std::optional(Money::fromFen(value.toInt()));
}

} // namespace

IncomeDialog::IncomeDialog(const PageContext &context, RecordId household, IncomeForm form, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_household(household),
      m_form(std::move(form))
{
    setWindowTitle(m_form.stored.id.isNull() ? tr("New income statement") : tr("Income statement"));
    const QDate today = context.session.clock().today();
    m_message = new MessageBar(this);
    m_items = new IncomeGridModel(m_form.members, this);
    m_items->setLines(m_form.draft.lines);
    m_items->setLast(m_form.last);
    m_head = new FieldForm({{{}, headFields()}}, today, this);
    m_totals = new FieldForm({{{}, {std::begin(kParts), std::end(kParts)}}}, today, this);
    m_medical = new FieldForm({{{}, {income::f("claims_income"), income::f("compliant_self_pay")}}}, today,
                              this);
    constexpr QSize kFirstSize(1240, 720);
    for (FieldForm *part : {m_head, m_totals, m_medical}) {
        part->expectWidth(kFirstSize.width() - kGap * 6);
        part->setRecord(recordOf(m_form));
        connect(part, &FieldForm::revealRequested, this, &IncomeDialog::reveal);
    }
    m_grid = new IncomeGrid(*m_items, this);
    m_body = new QStackedWidget(this);
    m_body->addWidget(m_grid);
    m_body->addWidget(m_totals);
    m_totals->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_save = new QPushButton(tr("Save (Ctrl+S)"), this);
    setPrimary(m_save);
    for (QPushButton *button : {cancel, m_save})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    auto *keys = new QLabel(tr("Enter: next item · Ctrl+Enter: after the items · Insert: one more line · "
                               "blank is not 0"),
                            this);
    setTextRole(keys, TextRole::Hint);
    buttons->addWidget(keys, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 2, kGap * 3, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_message);
    layout->addWidget(buildHead());
    layout->addWidget(m_body, 1);
    layout->addWidget(m_medical);
    layout->addWidget(buildFigures());
    layout->addLayout(buttons);
    resize(kFirstSize);

    auto *key = new QShortcut(QKeySequence(u"Ctrl+S"_s), this);
    connect(key, &QShortcut::activated, this, &IncomeDialog::save);
    connect(m_save, &QPushButton::clicked, this, &IncomeDialog::save);
    connect(cancel, &QPushButton::clicked, this, &IncomeDialog::reject);
    const auto changed = [this] {
        m_edited = true;
        recalculate();
    };
    for (FieldForm *part : {m_head, m_totals, m_medical})
        connect(part, &FieldForm::edited, this, changed);
    connect(m_items, &IncomeGridModel::edited, this, changed);
    connect(m_ruleSets, &QComboBox::activated, this, changed);
    connect(m_totalsOnly, &QCheckBox::toggled, this, [this, changed](bool on) {
        m_body->setCurrentIndex(on ? 1 : 0);
        changed();
    });
    connect(m_head, &FieldForm::finished, this, [this] {
        if (m_totalsOnly->isChecked())
            m_totals->focusFirst();
        else
            m_grid->setFocus(Qt::TabFocusReason);
    });
    connect(m_totals, &FieldForm::finished, this, [this] { m_medical->focusFirst(); });
    connect(m_grid, &IncomeGrid::finished, this, [this] { m_medical->focusFirst(); });
    connect(m_medical, &FieldForm::finished, m_save, [this] { m_save->setFocus(Qt::TabFocusReason); });
    if (m_form.stored[income::f("origin")].toText() == u"imported"_s)
        m_message->show(NoticeKind::Info,
                        tr("This statement came with a file and stays as it is; what you save "
                           "stands beside it."));
    m_totalsOnly->setChecked(!m_form.stored.id.isNull() && m_form.draft.lines.empty());
    m_edited = false;
    recalculate();
    if (m_totalsOnly->isChecked())
        m_totals->focusFirst();
    else
        m_grid->setFocus();
}

QWidget *IncomeDialog::buildHead()
{
    auto *head = new QWidget(this);
    m_ruleSets = new QComboBox(head);
    const bool chinese = windowLanguage() == Language::Chinese;
    for (const IncomeRuleSet &one : m_form.pack.incomeRuleSets())
        if (one.inForce(m_form.draft.preparedOn) || one.id == m_form.draft.ruleSet)
            m_ruleSets->addItem(one.title.in(chinese), one.id);
    m_ruleSets->setCurrentIndex(m_ruleSets->findData(m_form.draft.ruleSet));
    m_ruleSets->setAccessibleName(fieldLabel(fieldDef(income::f("rule_set"))));
    m_totalsOnly = new QCheckBox(tr("Totals only, without items"), head);
    auto *label = new QLabel(m_ruleSets->accessibleName(), head);
    label->setBuddy(m_ruleSets);
    auto *line = new QHBoxLayout;
    line->setSpacing(kGap);
    line->addWidget(label);
    line->addWidget(m_ruleSets);
    line->addStretch(1);
    line->addWidget(m_totalsOnly);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_head);
    layout->addLayout(line);
    return head;
}

QWidget *IncomeDialog::buildFigures()
{
    auto *figures = new QWidget(this);
    auto *row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap * 2);
    row->addWidget(incomeFigureCard(fieldLabel(fieldDef(income::f("net_per_capita"))), m_net, figures));
    row->addWidget(
        incomeFigureCard(fieldLabel(fieldDef(income::f("reference_per_capita"))), m_reference, figures));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_sums = new QLabel(figures);
    m_basis = new QLabel(figures);
    for (QLabel *label : {m_sums, m_basis}) {
        label->setWordWrap(true);
        words->addWidget(label);
    }
    setTextRole(m_basis, TextRole::Hint);
    row->addLayout(words, 1);
    return figures;
}

const IncomeRuleSet *IncomeDialog::rules() const
{
    return m_form.pack.incomeRuleSet(m_ruleSets->currentData().toString());
}

IncomeDraft IncomeDialog::draft() const
{
    const auto text = [this](FieldRef field) { return m_head->editor(field)->value().toText(); };
    const auto day = [&text](FieldRef field) { return QDate::fromString(text(field), Qt::ISODate); };
    IncomeDraft draft;
    draft.phase = text(income::f("phase"));
    draft.window = {day(income::f("window_from")), day(income::f("window_to"))};
    if (const Value persons = m_head->editor(income::f("population"))->value(); !persons.isBlank())
        draft.population = persons.toInt();
    draft.populationBasis = text(income::f("population_basis"));
    draft.ruleSet = m_ruleSets->currentData().toString();
    draft.preparedBy = text(income::f("prepared_by"));
    draft.preparedOn = day(income::f("prepared_on"));
    draft.totals.claims = moneyOf(*m_medical, income::f("claims_income"));
    draft.totals.selfPay = moneyOf(*m_medical, income::f("compliant_self_pay"));
    if (!m_totalsOnly->isChecked()) {
        draft.lines = m_items->lines();
        return draft;
    }
    draft.totals.wage = moneyOf(*m_totals, kParts[0]);
    draft.totals.business = moneyOf(*m_totals, kParts[1]);
    draft.totals.property = moneyOf(*m_totals, kParts[2]);
    draft.totals.transfer = moneyOf(*m_totals, kParts[3]);
    draft.totals.cost = moneyOf(*m_totals, kParts[4]);
    return draft;
}

void IncomeDialog::recalculate()
{
    if (const IncomeRuleSet *set = rules())
        showResult(calculateIncome(completedDraft(draft(), *set), m_form.pack, *set), *set);
}

void IncomeDialog::showResult(const IncomeResult &result, const IncomeRuleSet &set)
{
    m_items->setResult(set, result.counted);
    const auto text = [](const std::optional<Money> &amount) {
        return amount ? amount->toYuanText() : u"–"_s;
    };
    m_net->setText(text(result.perCapita));
    m_reference->setText(text(result.referencePerCapita));
    QStringList sums;
    const std::optional<Money> parts[] = {result.totals.wage, result.totals.business, result.totals.property,
                                          result.totals.transfer, result.totals.cost};
    for (size_t i = 0; i < std::size(kParts); ++i)
        sums << fieldLabel(fieldDef(kParts[i])) + u' ' + text(parts[i]);
    sums << fieldLabel(fieldDef(income::f("net_total"))) + u' '
                + text(result.figures ? std::optional(result.figures->net) : std::nullopt);
    m_sums->setText(sums.join(u" · "_s));
    QStringList basis{tr("Rule set: %1").arg(set.title.in(windowLanguage() == Language::Chinese))};
    if (result.figures && result.figures->incomplete)
        basis << tr("Not complete: a group without any item counts as 0.");
    if (!result.undecided.isEmpty()) {
        QStringList names;
        for (const QString &item : result.undecided)
            names << codeText("income_item", item);
        basis << tr("Not counted, because the office has not decided on them: %1.").arg(names.join(u"、"_s));
    }
    m_basis->setText(basis.join(u"  "_s));
}

void IncomeDialog::reveal(FieldRef field)
{
    askReveal(
        this, m_context.session, m_form.stored.id, {field}, [this, field] { m_medical->reveal(field); },
        [this](const Error &error) { m_message->showError(error); });
}

void IncomeDialog::save()
{
    if (m_saving)
        return;
    m_grid->finishEditing();
    m_message->clear();
    bool good = m_head->check();
    good = m_medical->check() && good;
    good = (!m_totalsOnly->isChecked() || m_totals->check()) && good;
    if (!m_totalsOnly->isChecked() && m_items->hasFaults()) {
        m_grid->goTo(m_items->firstFault());
        good = false;
    }
    if (!good) {
        m_message->show(NoticeKind::Error, tr("Please correct the fields marked in red."));
        Q_EMIT refused();
        return;
    }
    m_saving = true;
    m_save->setEnabled(false);
    setCursor(Qt::BusyCursor);
    runJob<bool>(
        this,
        [session = &m_context.session, household = m_household,
         entered = draft()](Progress &) -> Result<bool> {
            FFP_TRY(IncomeService(*session).save(household, entered));
            return true;
        },
        [this](Result<bool> saved) { answered(std::move(saved)); });
}

void IncomeDialog::answered(Result<bool> saved)
{
    m_saving = false;
    m_save->setEnabled(true);
    unsetCursor();
    if (saved) {
        accept();
        return;
    }
    Error error = saved.error();
    QStringList rest = error.args;
    if (error.kind == ErrorKind::InvalidValue) {
        rest = m_items->showFaults(rest);
        if (const QModelIndex fault = m_items->firstFault(); fault.isValid() && !m_totalsOnly->isChecked())
            m_grid->goTo(fault);
        for (FieldForm *part : {m_head, m_medical, m_totals})
            rest = part->showServiceFaults(rest);
    }
    error.args = rest;
    if (rest.isEmpty())
        m_message->show(NoticeKind::Error, tr("Not saved: please correct the fields marked in red."));
    else
        m_message->showError(error);
    Q_EMIT refused();
}

void IncomeDialog::reject()
{
    if (m_saving)
        return;
    if (m_edited && !mayGiveUp(this))
        return;
    QDialog::reject();
}

QString IncomeDialog::netText() const
{
    return m_net->text();
}

QString IncomeDialog::referenceText() const
{
    return m_reference->text();
}

} // namespace ffp::ui
