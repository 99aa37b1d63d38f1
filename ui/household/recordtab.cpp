// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/recordtab.h"

#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/models/texttablemodel.h"

#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {

RecordTab::RecordTab(Layout layout, QWidget *parent) : QWidget(parent), m_layout(std::move(layout))
{
    m_model = new TextTableModel(this);
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setEmptyText(m_layout.emptyText);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, kGap * 2, 0, 0);
    m_column->setSpacing(kGap);
    m_column->addWidget(m_table, 1);
    addButtons();
    setFocusProxy(m_table);
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        if (index.row() < static_cast<int>(m_records.size()))
            Q_EMIT opened(m_records[static_cast<size_t>(index.row())]);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                updateButtons();
                Q_EMIT currentChanged(index.row());
            });
}

void RecordTab::addButtons()
{
    if (m_layout.addText.isEmpty() && m_layout.pasteText.isEmpty() && m_layout.voidText.isEmpty())
        return;
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    const auto add = [this, row](const QString &text, void (RecordTab::*wanted)()) -> QPushButton * {
        if (text.isEmpty())
            return nullptr;
        auto *button = new QPushButton(text, this);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, wanted);
        return button;
    };
    m_add = add(m_layout.addText, &RecordTab::addRequested);
    m_paste = add(m_layout.pasteText, &RecordTab::pasteRequested);
    m_void = add(m_layout.voidText, &RecordTab::voidRequested);
    row->addStretch(1);
    m_column->addLayout(row);
    if (m_paste)
        connect(new QShortcut(QKeySequence::Paste, m_table, nullptr, nullptr, Qt::WidgetShortcut),
                &QShortcut::activated, m_paste, &QPushButton::click); // rests when the button does
    updateButtons();
}

void RecordTab::setRecords(std::vector<Record> records)
{
    const int current = m_table->currentIndex().row();
    const bool had = current >= 0 && current < static_cast<int>(m_records.size());
    const RecordId before = had ? m_records[static_cast<size_t>(current)].id : RecordId();
    m_records = std::move(records);
    ui::setRecords(*m_model, m_records, m_layout.columns, m_names);
    m_table->fitColumns();
    const auto again = std::find_if(m_records.begin(), m_records.end(),
                                    [&before](const Record &record) { return record.id == before; });
    const int row = m_records.empty()          ? -1
                    : again == m_records.end() ? 0
                                               : static_cast<int>(again - m_records.begin());
    if (row >= 0)
        m_table->selectRow(row);
    updateButtons();
    Q_EMIT currentChanged(row);
}

const Record *RecordTab::current() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_records.size()) ? &m_records[static_cast<size_t>(row)]
                                                                : nullptr;
}

void RecordTab::select(RecordId record)
{
    for (std::size_t i = 0; i < m_records.size(); ++i)
        if (m_records[i].id == record)
            m_table->selectRow(static_cast<int>(i));
}

void RecordTab::setAddEnabled(bool enabled)
{
    m_addEnabled = enabled;
    updateButtons();
}

void RecordTab::updateButtons()
{
    for (QPushButton *button : {m_add, m_paste})
        if (button)
            button->setEnabled(m_addEnabled);
    if (m_void)
        m_void->setEnabled(m_addEnabled && current());
}

void RecordTab::setHeader(QWidget *header)
{
    m_column->insertWidget(0, header);
}

} // namespace ffp::ui
