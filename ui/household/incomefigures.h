// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace ffp::ui {

/// A figure under its full name in a card: the two figures per person are never shown without theirs.
QFrame *incomeFigureCard(const QString &name, QLabel *&figure, QWidget *parent);

} // namespace ffp::ui
