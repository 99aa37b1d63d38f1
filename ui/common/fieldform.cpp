// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fieldform.h"

#include "core/domain/fieldsections.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldtext.h"
#include "ui/common/reasontext.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QResizeEvent>

namespace ffp::ui {

std::vector<FieldForm::Section> formSections(Entity entity, References references)
{
    std::vector<FieldForm::Section> sections;
    for (const FieldSection &section : fieldSections(entity, [references](const FieldDef &field) {
             return !(field.flags & (kDerived | kLocalOnly))
                    && (field.type != FieldType::Ref || references == References::Ask);
         }))
        sections.push_back({groupLabel(*section.group), section.fields});
    return sections;
}

FieldForm::FieldForm(std::vector<Section> sections, QDate today, QWidget *parent) : QWidget(parent)
{
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(kGap * 2);
    m_grid->setVerticalSpacing(kGap);
    for (const Section &section : sections) {
        Block block;
        block.title = new QLabel(section.title, this);
        block.title->setVisible(!section.title.isEmpty());
        setTextRole(block.title, TextRole::Heading);
        for (const FieldRef ref : section.fields) {
            block.cells.push_back(m_cells.size());
            m_cells.push_back(makeCell(ref, today));
        }
        m_blocks.push_back(std::move(block));
    }
    for (size_t i = 0; i < m_cells.size(); ++i)
        connect(m_cells[i].editor, &FieldEditor::finished, this, [this, i] { next(i); });
    arrange();
}

FieldForm::Cell FieldForm::makeCell(FieldRef ref, QDate today)
{
    const FieldDef &field = fieldDef(ref);
    auto *box = new QWidget(this);
    auto *label = new QLabel(box);
    label->setText(field.flags & kRequired ? fieldLabel(field) + QStringLiteral(" *") : fieldLabel(field));
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignBottom);
    setTextRole(label, TextRole::Hint);
    FieldEditor *editor = makeFieldEditor(field, today, box);
    label->setBuddy(editor);
    QLabel *fault = makeLine(box, "fault");
    QLabel *remark = makeLine(box, "remark");
    QLabel *note = makeLine(box, nullptr);
    note->setObjectName(QStringLiteral("note"));
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(label);
    layout->addWidget(editor);
    layout->addWidget(fault);
    layout->addWidget(remark);
    layout->addWidget(note);
    layout->addStretch(1);
    const Cell cell{ref, editor, box, fault, note, remark, (field.flags & kMultiline) != 0};
    connect(editor, &FieldEditor::edited, this, [this, cell] {
        showFault(cell);
        Q_EMIT edited();
    });
    connect(editor, &FieldEditor::revealRequested, this, [this, ref] { Q_EMIT revealRequested(ref); });
    return cell;
}

/// A line below an input that is seen only while it says something.
QLabel *FieldForm::makeLine(QWidget *box, const char *property)
{
    auto *line = new QLabel(box);
    line->setWordWrap(true);
    if (property)
        line->setProperty(property, true);
    line->hide();
    return line;
}

int FieldForm::columnsFor(int width) const
{
    const int cell = fontMetrics().averageCharWidth() * 21;
    return qBound(1, width / qMax(1, cell), 4);
}

void FieldForm::arrange()
{
    const int columns = columnsFor(width());
    if (columns == m_columns)
        return;
    for (int c = 0; c < m_columns; ++c)
        m_grid->setColumnStretch(c, 0);
    m_columns = columns;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    int row = 0;
    for (const Block &block : m_blocks) {
        if (!block.title->isHidden()) {
            block.title->setContentsMargins(0, row > 0 ? kGap * 2 : 0, 0, 0);
            m_grid->addWidget(block.title, row++, 0, 1, columns);
        }
        int column = 0;
        for (const size_t index : block.cells) {
            const Cell &cell = m_cells[index];
            const int span = cell.wide ? columns : 1;
            if (column + span > columns) {
                column = 0;
                ++row;
            }
            m_grid->addWidget(cell.box, row, column, 1, span);
            column += span;
        }
        ++row;
    }
    for (int c = 0; c < columns; ++c) {
        m_grid->setColumnStretch(c, 1);
        m_grid->setColumnMinimumWidth(c, 0);
    }
}

void FieldForm::expectWidth(int width)
{
    resize(width, height());
    arrange(); // a hidden widget hears of its size only when it is shown
}

QSize FieldForm::minimumSizeHint() const
{
    int widest = 0;
    for (const Cell &cell : m_cells)
        widest = qMax(widest, cell.box->minimumSizeHint().width());
    return {widest, QWidget::minimumSizeHint().height()};
}

void FieldForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool FieldForm::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange) {
        m_columns = 0;
        arrange();
    }
    return QWidget::event(event);
}

void FieldForm::setRecord(const Record &record)
{
    for (const Cell &cell : m_cells) {
        cell.editor->setValue(record[cell.ref]);
        showFault(cell);
    }
}

void FieldForm::renewRecord(const Record &record)
{
    for (const Cell &cell : m_cells)
        if (!cell.editor->isEdited() && !(cell.editor->value() == record[cell.ref]))
            cell.editor->setValue(record[cell.ref]);
}

void FieldForm::setTyped(const FieldValues &values)
{
    for (const auto &[ref, value] : values)
        if (FieldEditor *typed = editor(ref))
            typed->setTyped(value);
}

FieldValues FieldForm::editedValues() const
{
    FieldValues values;
    for (const Cell &cell : m_cells)
        if (cell.editor->isEdited())
            values.emplace_back(cell.ref, cell.editor->value());
    return values;
}

bool FieldForm::isEdited() const
{
    return std::any_of(m_cells.begin(), m_cells.end(),
                       [](const Cell &cell) { return cell.editor->isEdited(); });
}

bool FieldForm::check()
{
    FieldEditor *first = nullptr;
    for (const Cell &cell : m_cells) {
        if (cell.editor->fault().isEmpty() && (fieldDef(cell.ref).flags & kRequired)
            && cell.editor->value().isBlank())
            cell.editor->setServiceFault(tr("Please fill this in."));
        showFault(cell);
        if (!first && !cell.editor->fault().isEmpty())
            first = cell.editor;
    }
    if (first)
        first->setFocus();
    return !first;
}

QStringList FieldForm::showServiceFaults(const QStringList &faults)
{
    QStringList rest;
    FieldEditor *first = nullptr;
    for (const QString &fault : faults) {
        const QString name = fault.section(u':', 0, 0).section(u'.', -1).trimmed();
        const QString why = fault.section(u':', 1).trimmed();
        bool placed = false;
        for (const Cell &cell : m_cells) {
            const FieldDef &field = fieldDef(cell.ref);
            if (name != QLatin1String(field.id) && name != QString::fromUtf16(field.label))
                continue;
            cell.editor->setServiceFault(why.isEmpty() ? fault : reasonText(why));
            showFault(cell);
            if (!first)
                first = cell.editor;
            placed = true;
        }
        if (!placed)
            rest << fault;
    }
    if (first)
        first->setFocus();
    return rest;
}

void FieldForm::setFault(FieldRef field, const QString &text)
{
    for (const Cell &cell : m_cells) {
        if (!(cell.ref == field))
            continue;
        cell.editor->setServiceFault(text);
        showFault(cell);
    }
}

void FieldForm::setNote(FieldRef field, const QString &text)
{
    for (const Cell &cell : m_cells)
        if (cell.ref == field) {
            cell.note->setText(text);
            cell.note->setVisible(!text.isEmpty());
        }
}

QString FieldForm::note(FieldRef field) const
{
    for (const Cell &cell : m_cells)
        if (cell.ref == field)
            return cell.note->text();
    return {};
}

void FieldForm::setRemarks(const std::vector<std::pair<FieldRef, QString>> &remarks)
{
    for (const Cell &cell : m_cells) {
        QStringList lines;
        for (const auto &[field, text] : remarks)
            if (field == cell.ref)
                lines << text;
        cell.remark->setText(lines.join(u'\n'));
        cell.remark->setVisible(!lines.isEmpty());
    }
}

QString FieldForm::remark(FieldRef field) const
{
    for (const Cell &cell : m_cells)
        if (cell.ref == field)
            return cell.remark->text();
    return {};
}

void FieldForm::setReadOnly(bool readOnly)
{
    QWidget *const focus = QApplication::focusWidget();
    if (readOnly) // an input that can only be disabled loses the keyboard
        m_focusBefore = focus && isAncestorOf(focus) ? focus : nullptr;
    for (const Cell &cell : m_cells)
        cell.editor->setReadOnly(readOnly);
    if (!readOnly && m_focusBefore && (!focus || isAncestorOf(focus)))
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

FieldEditor *FieldForm::editor(FieldRef field) const
{
    for (const Cell &cell : m_cells)
        if (cell.ref == field)
            return cell.editor;
    return nullptr;
}

void FieldForm::focusFirst()
{
    if (!m_cells.empty())
        m_cells.front().editor->setFocus();
}

void FieldForm::reveal(FieldRef field)
{
    if (FieldEditor *shown = editor(field))
        shown->reveal();
}

void FieldForm::maskAgain()
{
    for (const Cell &cell : m_cells)
        cell.editor->maskAgain();
}

void FieldForm::showFault(const Cell &cell)
{
    const QString text = cell.editor->fault();
    cell.fault->setText(text);
    cell.fault->setVisible(!text.isEmpty());
}

void FieldForm::next(size_t index)
{
    if (index + 1 < m_cells.size())
        m_cells[index + 1].editor->setFocus(Qt::TabFocusReason);
    else
        Q_EMIT finished();
}

} // namespace ffp::ui
