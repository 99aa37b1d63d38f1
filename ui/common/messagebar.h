// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/common/page.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace ffp::ui {

/// One sentence above or below a form, with details on demand. Hidden while there is nothing to say.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(NoticeKind kind, const QString &text, const QString &details = {});
    /// The sentence of the error; code and technical reason behind the details button.
    void showError(const Error &error);
    /// A button beside the sentence that does what it asks for; goes with the message.
    void offer(const QString &label, std::function<void()> act);
    void clear();
    QString text() const;

Q_SIGNALS:
    void cleared();

private:
    QLabel *m_text;
    QLabel *m_details;
    QPushButton *m_offer;
    std::function<void()> m_act;
    QToolButton *m_more;
    QToolButton *m_close;
};

} // namespace ffp::ui
