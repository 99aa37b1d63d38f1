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

    /// Of alerts of this level (red, orange, yellow): its mark stands before the text.
    void setLevel(const QString &severity);
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
    QString m_level;
    qint64 m_figure = 0;
    QLabel *m_number;
    QLabel *m_label;
    QLabel *m_meaning;
};

} // namespace ffp::ui
