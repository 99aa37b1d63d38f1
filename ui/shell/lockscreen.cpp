// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/lockscreen.h"

#include "ui/common/theme.h"
#include "ui/common/waitcountdown.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {

LockScreen::LockScreen(QWidget *parent) : QWidget(parent)
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setFixedWidth(420);
    auto *title = new QLabel(tr("Locked"), card);
    setTextRole(title, TextRole::Title);
    m_user = new QLabel(card);
    m_user->setWordWrap(true);
    m_password = new QLineEdit(card);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("Password"));
    m_password->setAccessibleName(m_password->placeholderText());
    m_unlock = new QPushButton(tr("Unlock"), card);
    setPrimary(m_unlock);
    m_other = new QPushButton(tr("Log in as somebody else"), card);
    m_other->setProperty("link", true);
    m_message = new MessageBar(card);
    m_wait = new WaitCountdown(this);

    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(kGap * 3, kGap * 3, kGap * 3, kGap * 2);
    inside->setSpacing(kGap);
    inside->addWidget(title);
    inside->addWidget(m_user);
    inside->addSpacing(kGap);
    inside->addWidget(m_password);
    inside->addWidget(m_message);
    inside->addWidget(m_unlock);
    inside->addWidget(m_other, 0, Qt::AlignLeft);

    auto *row = new QHBoxLayout; // an alignment would not give a wrapped text its height
    row->addStretch(1);
    row->addWidget(card);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);

    connect(m_unlock, &QPushButton::clicked, this, &LockScreen::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &LockScreen::submit);
    connect(m_other, &QPushButton::clicked, this, &LockScreen::otherUserRequested);
    connect(m_wait, &WaitCountdown::tick, this, [this](int left) {
        m_unlock->setEnabled(left == 0);
        m_unlock->setText(left > 0 ? tr("Unlock (%1)").arg(left) : tr("Unlock"));
    });
    if (parent) {
        parent->installEventFilter(this);
        setGeometry(parent->rect());
    }
    hide();
}

void LockScreen::showFor(const QString &userName)
{
    m_user->setText(tr("%1, please enter your password to go on.").arg(userName));
    m_password->clear();
    m_message->clear();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_password->setFocus();
}

void LockScreen::refuse(const Error &error)
{
    setBusy(false);
    m_password->clear();
    m_message->showError(error);
    m_wait->start(error.kind == ErrorKind::WrongPassword ? error.args.value(0).toInt() : 0);
    m_password->setFocus();
}

void LockScreen::setBusy(bool busy)
{
    m_password->setEnabled(!busy);
    m_unlock->setEnabled(!busy && !m_wait->isRunning());
    m_other->setEnabled(!busy);
}

bool LockScreen::eventFilter(QObject *object, QEvent *event)
{
    if (object == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(object, event);
}

void LockScreen::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), colors().window);
}

void LockScreen::submit()
{
    if (!m_unlock->isEnabled() || m_password->text().isEmpty())
        return;
    setBusy(true);
    const QString password = m_password->text();
    m_password->clear();
    Q_EMIT unlockRequested(password);
}

} // namespace ffp::ui
