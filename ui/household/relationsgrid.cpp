// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/relationsgrid.h"

#include "core/domain/fields/memberfields.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldtext.h"
#include "ui/common/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace ffp::ui {

RelationsGrid::RelationsGrid(const QString &title, QDate today, QWidget *parent)
    : QWidget(parent),
      m_today(today)
{
    m_title = new QLabel(title, this);
    setTextRole(m_title, TextRole::Heading);
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, kGap, 0, 0);
    m_grid->setHorizontalSpacing(kGap * 2);
    m_grid->setVerticalSpacing(kGap / 2);
    m_grid->addWidget(m_title, 0, 0, 1, 4);
    m_grid->setColumnStretch(3, 1);
    hide();
}

void RelationsGrid::setProposals(const std::vector<RelationProposal> &proposals, RecordId head)
{
    for (int row = m_grid->rowCount() - 1; row > 0; --row)
        for (int column = 0; column < m_grid->columnCount(); ++column)
            if (QLayoutItem *item = m_grid->itemAtPosition(row, column)) {
                delete item->widget();
            }
    m_lines.clear();
    const FieldDef &field = fieldDef(member::f("relation"));
    int row = 1;
    for (const RelationProposal &one : proposals) {
        if (one.member == head)
            continue;
        auto *name = new QLabel(one.name, this);
        auto *before = new QLabel(tr("%1 until now").arg(valueText(field, Value(one.before))), this);
        setTextRole(before, TextRole::Hint);
        FieldEditor *editor = makeFieldEditor(field, m_today, this);
        editor->setTyped(Value(one.after.relation));
        editor->setMinimumWidth(200);
        auto *mark = new QLabel(one.after.sure ? QString() : tr("please check"), this);
        setTextRole(mark, TextRole::Hint);
        m_grid->addWidget(name, row, 0);
        m_grid->addWidget(before, row, 1);
        m_grid->addWidget(editor, row, 2);
        m_grid->addWidget(mark, row, 3);
        for (QWidget *widget : {static_cast<QWidget *>(name), static_cast<QWidget *>(before),
                                static_cast<QWidget *>(editor), static_cast<QWidget *>(mark)})
            widget->show();
        m_lines.push_back({one.member, editor});
        ++row;
    }
    setVisible(!m_lines.empty());
}

std::map<RecordId, QString> RelationsGrid::relations() const
{
    std::map<RecordId, QString> out;
    for (const Line &line : m_lines)
        if (const QString relation = line.editor->value().toText(); !relation.isEmpty())
            out.emplace(line.member, relation);
    return out;
}

std::vector<FieldEditor *> RelationsGrid::editors() const
{
    std::vector<FieldEditor *> out;
    for (const Line &line : m_lines)
        out.push_back(line.editor);
    return out;
}

} // namespace ffp::ui
