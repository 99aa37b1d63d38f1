// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/incomefigures.h"

#include "ui/common/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace ffp::ui {

QFrame *incomeFigureCard(const QString &name, QLabel *&figure, QWidget *parent)
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

} // namespace ffp::ui
