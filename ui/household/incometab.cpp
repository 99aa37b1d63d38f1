// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/incometab.h"

#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "ui/common/fieldtext.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/household/recordtab.h"
#include "ui/models/texttablemodel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ffp::ui {
namespace {

constexpr FieldRef kNet = income::f("net_per_capita");
constexpr FieldRef kReference = income::f("reference_per_capita");

/// A figure under its full name in a card.
QFrame *figureCard(const QString &name, QLabel *&figure, QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("card", true);
    auto *label = new QLabel(name, card);
    setTextRole(label, TextRole::Hint);
    figure = new QLabel(card);
    setTextRole(figure, TextRole::Heading);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(kGap * 2, kGap, kGap * 2, kGap);
    layout->setSpacing(2);
    layout->addWidget(label);
    layout->addWidget(figure);
    return card;
}

QString amountText(const Record &statement, FieldRef ref)
{
    const FieldDef &field = fieldDef(ref);
    const QString text = valueText(field, statement[ref]);
    return text.isEmpty() ? QStringLiteral("–") : text + u' ' + fieldUnit(field);
}

} // namespace

IncomeTab::IncomeTab(QWidget *parent) : QWidget(parent)
{
    m_statements = new RecordTab({Entity::IncomeStatement,
                                  {income::f("year"), income::f("phase"), income::f("window_from"),
                                   income::f("window_to"), income::f("population"),
                                   income::f("population_basis"), income::f("gross_total"),
                                   income::f("net_total"), kNet, kReference, income::f("prepared_on")},
                                  tr("No income statement yet; import the yearly file of the household."),
                                  {}},
                                 this);
    auto *figures = new QWidget(this);
    auto *row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap * 2);
    row->addWidget(figureCard(fieldLabel(fieldDef(kNet)), m_net, figures));
    row->addWidget(figureCard(fieldLabel(fieldDef(kReference)), m_reference, figures));
    m_basis = new QLabel(figures);
    m_basis->setWordWrap(true);
    setTextRole(m_basis, TextRole::Hint);
    row->addWidget(m_basis, 1);
    m_statements->setHeader(figures);

    auto *itemsTitle = new QLabel(tr("Items of the selected statement"), this);
    setTextRole(itemsTitle, TextRole::Heading);
    m_lineModel = new TextTableModel(this);
    m_lines = new TableView(this);
    m_lines->setModel(m_lineModel);
    m_lines->setEmptyText(tr("This statement has totals only, no items."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_statements, 3);
    layout->addWidget(itemsTitle);
    layout->addWidget(m_lines, 2);
    setFocusProxy(m_statements);
    connect(m_statements, &RecordTab::opened, this, &IncomeTab::opened);
    connect(m_statements, &RecordTab::currentChanged, this, &IncomeTab::showStatement);
}

void IncomeTab::setStatements(const std::vector<Record> &statements, const std::vector<Record> &lines)
{
    m_allLines = lines;
    m_statements->setRecords(statements);
}

void IncomeTab::showStatement(int row)
{
    const auto &statements = m_statements->records();
    const bool there = row >= 0 && row < static_cast<int>(statements.size());
    const Record none;
    const Record &statement = there ? statements[static_cast<size_t>(row)] : none;
    m_net->setText(there ? amountText(statement, kNet) : QStringLiteral("–"));
    m_reference->setText(there ? amountText(statement, kReference) : QStringLiteral("–"));
    if (there) {
        const FieldRef basis = income::f("population_basis");
        m_basis->setText(
            tr("Statement of %1, %2 persons (%3). The two figures follow different rules: compare "
               "each only with its own line.")
                .arg(valueText(fieldDef(income::f("year")), statement[income::f("year")]),
                     valueText(fieldDef(income::f("population")), statement[income::f("population")]),
                     valueText(fieldDef(basis), statement[basis])));
    } else {
        m_basis->clear();
    }
    std::vector<Record> lines;
    for (const Record &line : m_allLines)
        if (there && line[income_line::f("statement_id")].toRef() == statement.id)
            lines.push_back(line);
    setRecords(*m_lineModel, lines,
               {income_line::f("item"), income_line::f("quantity"), income_line::f("unit"),
                income_line::f("amount"), income_line::f("factor"), income_line::f("counted"),
                income_line::f("note")});
    m_lines->fitColumns();
}

} // namespace ffp::ui
