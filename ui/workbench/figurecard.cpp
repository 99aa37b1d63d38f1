// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/figurecard.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

namespace ffp::ui {

FigureCard::FigureCard(const QString &what, int key, QWidget *parent) : QAbstractButton(parent), m_what(what)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_label = new QLabel(what, this);
    auto *keyLabel = new QLabel(QString::number(key), this);
    setTextRole(keyLabel, TextRole::Hint);
    keyLabel->setToolTip(tr("Press this key on the start page"));
    m_number = new QLabel(QStringLiteral("–"), this);
    m_number->setProperty("role", QStringLiteral("figure"));
    m_meaning = new QLabel(this);
    setTextRole(m_meaning, TextRole::Hint);
    m_meaning->setWordWrap(true);
    m_meaning->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    for (QLabel *label : {m_label, m_number, m_meaning})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *top = new QHBoxLayout;
    top->addWidget(m_label, 1);
    top->addWidget(keyLabel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap + kGap / 2, kGap * 2, kGap + kGap / 2);
    layout->setSpacing(kGap / 4);
    layout->addLayout(top);
    layout->addWidget(m_number);
    layout->addWidget(m_meaning, 1);
    setAccessibleName(what);
}

void FigureCard::setLevel(const QString &severity)
{
    m_level = severity;
    m_label->setContentsMargins(m_label->fontMetrics().horizontalAdvance(severityMark(severity) + u' '), 0, 0,
                                0);
}

void FigureCard::setFigure(qint64 figure, const QString &meaning)
{
    m_figure = figure;
    m_number->setText(QLocale().toString(figure));
    m_number->setEnabled(figure != 0);
    m_meaning->setText(meaning);
    setAccessibleName(QStringLiteral("%1: %2, %3").arg(m_what).arg(figure).arg(meaning));
    updateGeometry();
}

QSize FigureCard::sizeHint() const
{
    // Three lines of meaning in every card: as many as the longest needs in a sixth of a small window.
    const int meaning = 3 * m_meaning->fontMetrics().lineSpacing();
    return {layout()->sizeHint().width(),
            m_label->sizeHint().height() + m_number->sizeHint().height() + meaning + kGap * 4};
}

QSize FigureCard::minimumSizeHint() const
{
    return {layout()->minimumSize().width(), sizeHint().height()};
}

void FigureCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = colors();
    const bool active = hasFocus() || underMouse();
    constexpr double kCorner = 6;
    painter.setPen(QPen(active ? c.accent : c.border, hasFocus() ? 2 : 1));
    painter.setBrush(isDown() ? c.accentSoft : c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCorner, kCorner);
    if (m_level.isEmpty())
        return;
    painter.setFont(m_label->font());
    painter.setPen(severityColor(m_level));
    painter.drawText(m_label->geometry(), Qt::AlignLeft | Qt::AlignVCenter, severityMark(m_level));
}

void FigureCard::enterEvent(QEnterEvent *)
{
    update();
}

void FigureCard::leaveEvent(QEvent *)
{
    update();
}

} // namespace ffp::ui
