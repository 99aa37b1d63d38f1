// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/historytab.h"

#include "ui/common/fieldtext.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/common/verbtext.h"
#include "ui/models/texttablemodel.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ffp::ui {

HistoryTab::HistoryTab(QWidget *parent) : QWidget(parent)
{
    m_find = new QLineEdit(this);
    m_find->setPlaceholderText(tr("Find a field, a person or a value"));
    m_find->setClearButtonEnabled(true);
    m_count = new QLabel(this);
    setTextRole(m_count, TextRole::Hint);
    m_model = new TextTableModel(this);
    m_table = new TableView(this);
    m_table->setModel(m_model);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(kGap);
    bar->addWidget(m_find, 1);
    bar->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGap * 2, 0, 0);
    layout->setSpacing(kGap);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    connect(m_find, &QLineEdit::textChanged, this, &HistoryTab::fill);
}

void HistoryTab::setLoading()
{
    m_entries.clear();
    fill();
    m_table->setEmptyText(tr("Loading…"));
}

void HistoryTab::setFailed()
{
    m_entries.clear();
    fill();
    m_table->setEmptyText(tr("The history could not be read; F5 tries again."));
}

void HistoryTab::setEntries(std::vector<HistoryEntry> entries)
{
    m_entries = std::move(entries);
    m_table->setEmptyText(tr("No change fits."));
    fill();
}

void HistoryTab::fill()
{
    const QString wanted = m_find->text().trimmed();
    std::vector<TextTableModel::Row> rows;
    for (const HistoryEntry &entry : m_entries) {
        const FieldDef &field = fieldDef(entry.field);
        const bool reference = field.type == FieldType::Ref;
        if (reference && entry.created) // to which household it came first is plain here
            continue;
        TextTableModel::Row row;
        row.cells = {instantText(entry.atMs),
                     entry.actorName,
                     verbText(entry.verb),
                     entry.recordLabel,
                     fieldLabel(field),
                     entry.created ? QString()
                     : reference   ? entry.beforeName
                                   : maskedValueText(field, entry.before),
                     reference ? entry.afterName : maskedValueText(field, entry.after),
                     entry.note,
                     entry.siteName};
        row.record = entry.record;
        row.muted = entry.created;
        if (wanted.isEmpty() || row.cells.join(u' ').contains(wanted, Qt::CaseInsensitive))
            rows.push_back(std::move(row));
    }
    m_count->setText(tr("%1 changes").arg(rows.size()));
    m_model->setTable({{tr("When")},
                       {tr("Who")},
                       {tr("What")},
                       {tr("Entry")},
                       {tr("Field")},
                       {tr("From")},
                       {tr("To")},
                       {tr("Basis")},
                       {tr("Office")}},
                      std::move(rows));
    m_table->fitColumns();
}

} // namespace ffp::ui
