// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/incometab.h"

#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/services/incomeservice.h"
#include "ui/common/fieldtext.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/household/incomefigures.h"
#include "ui/household/recordtab.h"
#include "ui/models/texttablemodel.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr FieldRef kNet = income::f("net_per_capita");
constexpr FieldRef kReference = income::f("reference_per_capita");

QString amountText(const Record &statement, FieldRef ref)
{
    const FieldDef &field = fieldDef(ref);
    const QString text = valueText(field, statement[ref]);
    return text.isEmpty() ? u"–"_s : text + u' ' + fieldUnit(field);
}

QString ruleSetText(const Record &statement)
{
    const QString stamp = statement[income::f("rule_set")].toText();
    return stamp.isEmpty() ? IncomeTab::tr("not named")
                           : incomeRuleSetName(stamp, windowLanguage() == Language::Chinese);
}

QString changeName(const IncomeChange &change)
{
    return change.item.isEmpty() ? fieldLabel(fieldDef(change.total)) : codeText("income_item", change.item);
}

QString differenceText(const IncomeChange &change)
{
    if (!change.before || !change.after)
        return {};
    const Money difference = *change.after - *change.before;
    return (difference.fen() > 0 ? u"+"_s : QString()) + difference.toYuanText();
}

} // namespace

IncomeTab::IncomeTab(QWidget *parent) : QWidget(parent)
{
    m_statements =
        new RecordTab({Entity::IncomeStatement,
                       {income::f("window_from"), income::f("window_to"), income::f("year"),
                        income::f("phase"), income::f("origin"), income::f("population"),
                        income::f("population_basis"), income::f("gross_total"), income::f("net_total"), kNet,
                        kReference, income::f("prepared_on")},
                       tr("No income statement yet; add one or import the yearly file of the household."),
                       {}},
                      this);
    m_statements->setHeader(buildFigures());
    m_itemsTitle = new QLabel(this);
    setTextRole(m_itemsTitle, TextRole::Heading);
    m_lineModel = new TextTableModel(this);
    m_lines = new TableView(this);
    m_lines->setModel(m_lineModel);
    m_lines->setEmptyText(tr("This statement has totals only, no items."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_statements, 2);
    layout->addWidget(buildButtons());
    layout->addWidget(m_itemsTitle);
    layout->addWidget(m_lines, 3);
    setFocusProxy(m_statements);
    connect(m_statements, &RecordTab::opened, this, &IncomeTab::opened);
    connect(m_statements, &RecordTab::currentChanged, this, &IncomeTab::showStatement);
}

QWidget *IncomeTab::buildFigures()
{
    auto *figures = new QWidget(this);
    auto *row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap * 2);
    row->addWidget(incomeFigureCard(fieldLabel(fieldDef(kNet)), m_net, figures));
    row->addWidget(incomeFigureCard(fieldLabel(fieldDef(kReference)), m_reference, figures));
    m_basis = new QLabel(figures);
    m_basis->setWordWrap(true);
    setTextRole(m_basis, TextRole::Hint);
    row->addWidget(m_basis, 1);
    return figures;
}

QWidget *IncomeTab::buildButtons()
{
    auto *bar = new QWidget(this);
    m_add = new QPushButton(tr("New statement…"), bar);
    m_print = new QPushButton(tr("Print…"), bar);
    m_withdraw = new QPushButton(tr("Recorded by mistake…"), bar);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    for (QPushButton *button : {m_add, m_print, m_withdraw}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, &IncomeTab::addRequested);
    connect(m_print, &QPushButton::clicked, this, [this] {
        if (const Record *statement = current())
            Q_EMIT printRequested(*statement);
    });
    connect(m_withdraw, &QPushButton::clicked, this, [this] {
        if (const Record *statement = current())
            Q_EMIT withdrawRequested(*statement);
    });
    return bar;
}

void IncomeTab::setStatements(const std::vector<Record> &statements, const std::vector<Record> &lines)
{
    m_allLines = lines;
    m_statements->setRecords(statements);
}

void IncomeTab::setAddEnabled(bool enabled)
{
    m_addEnabled = enabled;
    m_add->setEnabled(enabled);
    m_print->setEnabled(current() != nullptr);
    m_withdraw->setEnabled(enabled && current());
}

const Record *IncomeTab::current() const
{
    const auto &statements = m_statements->records();
    const int row = m_statements->table().currentIndex().row();
    return row >= 0 && row < static_cast<int>(statements.size()) ? &statements[static_cast<size_t>(row)]
                                                                 : nullptr;
}

void IncomeTab::showStatement(int row)
{
    const auto &statements = m_statements->records();
    const bool there = row >= 0 && row < static_cast<int>(statements.size());
    const Record none;
    const Record &statement = there ? statements[static_cast<size_t>(row)] : none;
    m_net->setText(there ? amountText(statement, kNet) : u"–"_s);
    m_reference->setText(there ? amountText(statement, kReference) : u"–"_s);
    m_basis->clear();
    if (there) {
        const FieldRef basis = income::f("population_basis");
        m_basis->setText(
            tr("Period %1, %2 persons (%3), rule set: %4. The two figures follow different rules: compare "
               "each only with its own line.")
                .arg(incomePeriodText(incomeWindowOf(statement)),
                     valueText(fieldDef(income::f("population")), statement[income::f("population")]),
                     valueText(fieldDef(basis), statement[basis]), ruleSetText(statement)));
    }
    showLines(statement);
    setAddEnabled(m_addEnabled);
}

void IncomeTab::showLines(const Record &statement)
{
    const auto linesOf = [this](const Record &owner) {
        std::vector<Record> lines;
        for (const Record &line : m_allLines)
            if (!owner.id.isNull() && line[income_line::f("statement_id")].toRef() == owner.id)
                lines.push_back(line);
        return lines;
    };
    const std::vector<Record> lines = linesOf(statement);
    const Record *last = lastIncomeStatement(m_statements->records(), statement);
    std::vector<TextTableModel::Row> rows;
    const auto text = [](const Record &line, FieldRef field) {
        return valueText(fieldDef(field), line[field]);
    };
    for (const Record &line : lines) {
        const bool out = !line[income_line::f("counted")].isBlank()
                         && !line[income_line::f("counted")].toBool();
        TextTableModel::Row row;
        for (const FieldRef field :
             {income_line::f("item"), income_line::f("amount"), income_line::f("factor"),
              income_line::f("quantity"), income_line::f("unit"), income_line::f("counted"),
              income_line::f("note")})
            row.cells << text(line, field);
        row.muted = out;
        rows.push_back(std::move(row));
    }
    std::vector<TextTableModel::Column> columns;
    for (const FieldRef field : {income_line::f("item"), income_line::f("amount"), income_line::f("factor"),
                                 income_line::f("quantity"), income_line::f("unit"),
                                 income_line::f("counted"), income_line::f("note")}) {
        const FieldType type = fieldDef(field).type;
        columns.push_back({fieldLabel(fieldDef(field)), type == FieldType::Money || type == FieldType::Dec});
    }
    m_itemsTitle->setText(tr("Items of the selected statement"));
    if (last) {
        for (const IncomeChange &change : incomeChanges(*last, linesOf(*last), statement, lines)) {
            if (change.item.isEmpty() && fieldDef(change.total).sensitivity == Sensitivity::S)
                continue;
            const auto yuan = [](const std::optional<Money> &amount) {
                return amount ? amount->toYuanText() : u"–"_s;
            };
            TextTableModel::Row row;
            row.cells = {tr("Changed: %1").arg(changeName(change)),
                         yuan(change.after),
                         {},
                         {},
                         {},
                         {},
                         tr("before %1, difference %2").arg(yuan(change.before), differenceText(change))};
            rows.push_back(std::move(row));
        }
        m_itemsTitle->setText(tr("Items of the selected statement, and what differs from %1")
                                  .arg(incomePeriodText(incomeWindowOf(*last))));
    }
    m_lineModel->setTable(std::move(columns), std::move(rows));
    m_lines->fitColumns();
}

} // namespace ffp::ui
