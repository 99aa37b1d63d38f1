// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/messagebar.h"

#include "ui/common/errortext.h"
#include "ui/common/theme.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace ffp::ui {

MessageBar::MessageBar(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("messageBar"));
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details = new QLabel(this);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextRole(m_details, TextRole::Hint);
    m_details->hide();
    m_offer = new QPushButton(this);
    m_offer->hide();
    m_more = new QToolButton(this);
    m_more->setText(tr("Details"));
    m_more->setCheckable(true);
    m_close = new QToolButton(this);
    m_close->setText(QStringLiteral("✕"));
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());

    auto *column = new QVBoxLayout;
    column->setSpacing(kGap / 2);
    column->addWidget(m_text);
    column->addWidget(m_details);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGap + kGap / 2, kGap / 2, kGap / 2, kGap / 2);
    row->setSpacing(kGap);
    row->addLayout(column, 1);
    row->addWidget(m_offer, 0, Qt::AlignTop);
    row->addWidget(m_more, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);

    connect(m_offer, &QPushButton::clicked, this, [this] {
        const auto act = m_act; // the act may show another message
        act();
    });
    connect(m_more, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    hide();
}

void MessageBar::show(NoticeKind kind, const QString &text, const QString &details)
{
    static constexpr const char *kKinds[] = {"info", "good", "warning", "error"};
    setProperty("kind", QString::fromLatin1(kKinds[static_cast<int>(kind)]));
    restyle(this);
    m_text->setText(text);
    m_offer->hide();
    m_details->setText(details);
    m_more->setChecked(false);
    m_more->setVisible(!details.isEmpty());
    m_details->hide();
    QFrame::show();
    // A dialog makes room for it; word-wrapped texts do not ask for height by themselves.
    if (auto *dialog = qobject_cast<QDialog *>(window()))
        QTimer::singleShot(0, dialog, [dialog] {
            QLayout *all = dialog->layout();
            if (!all || !all->hasHeightForWidth())
                return;
            all->activate();
            const int needed = all->totalHeightForWidth(dialog->width());
            if (needed > dialog->height())
                dialog->resize(dialog->width(), needed);
        });
}

void MessageBar::showError(const Error &error)
{
    QString details = QLatin1String(errorCode(error.kind));
    if (!error.detail.isEmpty())
        details += QStringLiteral(": ") + error.detail;
    show(error.kind == ErrorKind::Cancelled ? NoticeKind::Info : NoticeKind::Error, errorText(error),
         details);
}

void MessageBar::offer(const QString &label, std::function<void()> act)
{
    m_act = std::move(act);
    m_offer->setText(label);
    m_offer->show();
}

void MessageBar::clear()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT cleared();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace ffp::ui
