// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/choicebar.h"

#include "ui/common/flowlayout.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace ffp::ui {

ChoiceBar::ChoiceBar(std::vector<Option> options, Mode mode, QWidget *parent)
    : QWidget(parent),
      m_options(std::move(options)),
      m_mode(mode)
{
    setFocusPolicy(Qt::StrongFocus);
    auto *flow = new FlowLayout(this, kGap / 2);
    flow->setContentsMargins(kGap / 2, kGap / 2, kGap / 2, kGap / 2); // room for the frame of the focus
    for (size_t i = 0; i < m_options.size(); ++i) {
        const Option &option = m_options[i];
        auto *button = new QToolButton(this);
        button->setText(QStringLiteral("%1  %2").arg(option.key).arg(option.label));
        button->setAccessibleName(option.label);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::NoFocus); // the bar has the keyboard: one stop for Tab
        button->setProperty("chip", true);
        flow->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QToolButton::clicked, this, [this, i](bool on) {
            setFocus();
            toggle(i, on);
        });
    }
}

QStringList ChoiceBar::chosen() const
{
    QStringList codes;
    for (size_t i = 0; i < m_options.size(); ++i)
        if (m_buttons[i]->isChecked())
            codes << m_options[i].code;
    return codes;
}

void ChoiceBar::setChosen(const QStringList &codes)
{
    for (size_t i = 0; i < m_options.size(); ++i)
        m_buttons[i]->setChecked(codes.contains(m_options[i].code));
}

void ChoiceBar::setExcluding(const QString &code)
{
    m_excluding = code;
}

bool ChoiceBar::press(const QString &keyText)
{
    for (size_t i = 0; i < m_options.size(); ++i) {
        if (keyText.size() != 1 || keyText.at(0).toUpper() != m_options[i].key)
            continue;
        toggle(i, m_mode == Mode::One || !m_buttons[i]->isChecked());
        return true;
    }
    return false;
}

void ChoiceBar::toggle(size_t index, bool on)
{
    const bool alone = m_mode == Mode::One || m_options[index].code == m_excluding;
    for (size_t i = 0; i < m_options.size(); ++i)
        if (i != index && on && (alone || m_options[i].code == m_excluding))
            m_buttons[i]->setChecked(false);
    m_buttons[index]->setChecked(on || m_mode == Mode::One);
    Q_EMIT chosenByUser();
}

void ChoiceBar::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || !press(event->text()))
        QWidget::keyPressEvent(event);
}

void ChoiceBar::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(colors().accent);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace ffp::ui
