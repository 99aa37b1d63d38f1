// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace ffp::ui {

/// A combo box that can be typed into: part of a name finds the entry, nothing new can be entered. The wheel
/// scrolls the table under it and changes nothing.
class FindingBox : public QComboBox
{
    Q_OBJECT

public:
    explicit FindingBox(QWidget *parent);

Q_SIGNALS:
    void entered();

protected:
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    /// Enter on half a name offers what fits; the default button would take the old entry for the answer.
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace ffp::ui
