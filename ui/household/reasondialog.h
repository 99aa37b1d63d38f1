// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace ffp::ui {

/// Asks why something is done that takes something away; without an answer it is not done.
class ReasonDialog : public QDialog
{
    Q_OBJECT

public:
    ReasonDialog(const QString &title, const QString &text, QWidget *parent = nullptr);

    QString reason() const;
    QLineEdit &input() { return *m_reason; }

private:
    QLineEdit *m_reason;
};

} // namespace ffp::ui
