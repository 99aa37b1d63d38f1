// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fieldeditor.h"

#include "core/domain/valuetext.h"
#include "ui/common/fieldtext.h"
#include "ui/common/theme.h"

#include <QVariant>

namespace ffp::ui {

FieldEditor::FieldEditor(const FieldDef &field, QWidget *parent) : QWidget(parent), m_field(field) {}

void FieldEditor::setValue(const Value &value)
{
    m_stored = value;
    m_touched = false;
    m_serviceFault.clear();
    m_masked = m_field.sensitivity == Sensitivity::S && !value.isBlank();
    if (m_masked)
        showMasked(maskedValueText(m_field, value));
    else
        show(value);
    markFault();
}

void FieldEditor::setTyped(const Value &value)
{
    m_serviceFault.clear();
    m_masked = false;
    m_touched = true;
    show(value);
    markFault();
}

Value FieldEditor::value() const
{
    if (!m_touched || m_masked)
        return m_stored;
    QString why;
    const auto now = read(why);
    return now ? *now : m_stored;
}

bool FieldEditor::isEdited() const
{
    if (!m_touched || m_masked)
        return false;
    QString why;
    const auto now = read(why);
    return !now || !(*now == m_stored);
}

QString FieldEditor::fault() const
{
    if (!m_serviceFault.isEmpty())
        return m_serviceFault;
    if (m_masked || !m_touched)
        return {};
    QString why;
    return read(why) ? QString() : why;
}

void FieldEditor::setServiceFault(const QString &text)
{
    m_serviceFault = text;
    markFault();
}

void FieldEditor::setReadOnly(bool readOnly)
{
    const bool fixed = (m_field.type == FieldType::Ref && !m_offered)
                       || (m_field.flags & (kDerived | kLocalOnly));
    setInputReadOnly(readOnly || fixed);
}

void FieldEditor::offer(std::vector<Choice> choices)
{
    m_offered = true;
    setChoices(std::move(choices));
    setReadOnly(false);
}

void FieldEditor::reveal()
{
    if (!m_masked)
        return;
    m_masked = false;
    show(m_stored);
}

void FieldEditor::maskAgain()
{
    if (!m_masked && m_field.sensitivity == Sensitivity::S && !isEdited() && fault().isEmpty())
        setValue(m_stored);
}

void FieldEditor::inputChanged()
{
    if (m_masked) { // cut or pasted by the menu into signs that stand for something else
        showMasked(maskedValueText(m_field, m_stored));
        return;
    }
    m_touched = true;
    m_serviceFault.clear();
    markFault();
    Q_EMIT edited();
}

void FieldEditor::markFault()
{
    QWidget *shown = input();
    if (!shown)
        return;
    const bool bad = !fault().isEmpty();
    if (shown->property("fault").toBool() == bad)
        return;
    shown->setProperty("fault", bad);
    restyle(shown);
}

} // namespace ffp::ui
