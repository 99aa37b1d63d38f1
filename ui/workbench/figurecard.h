// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QLabel;

namespace ffp::ui {

/// One number of the start page with what it counts and what it means; leads on when pressed. The key that
/// presses it stands in its corner.
class FigureCard : public QAbstractButton
{
    Q_OBJECT

public:
    FigureCard(const QString &what, int key, QWidget *parent);

    /// Colour of the mark before the text; without one there is none.
    void setMark(const QColor &color);
    /// A figure of 0 is shown quietly: nothing to do.
    void setFigure(qint64 figure, const QString &meaning);
    qint64 figure() const { return m_figure; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_what;
    QColor m_mark;
    qint64 m_figure = 0;
    QLabel *m_number;
    QLabel *m_label;
    QLabel *m_meaning;
};

} // namespace ffp::ui
