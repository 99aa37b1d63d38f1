// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace ffp::ui {

/// Why some findings may stand.
class AnswerDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AnswerDialog(qsizetype findings, QWidget *parent = nullptr);

    QString reason() const;
    QPlainTextEdit &input() { return *m_reason; }
    QPushButton &acceptButton() { return *m_accept; }

private:
    QPlainTextEdit *m_reason;
    QPushButton *m_accept;
};

} // namespace ffp::ui
