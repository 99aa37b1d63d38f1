// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/passworddialog.h"

#include "core/jobs/job.h"
#include "core/services/userservice.h"
#include "ui/common/messagebar.h"
#include "ui/common/passwordhint.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {

PasswordDialog::PasswordDialog(Session &session, QWidget *parent) : BusyDialog(parent), m_session(session)
{
    setWindowTitle(tr("Change password"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 3, kGap * 3, kGap * 2);
    layout->setSpacing(kGap / 2);
    const auto add = [this, layout](const QString &text) {
        auto *edit = new QLineEdit(this);
        edit->setEchoMode(QLineEdit::Password);
        auto *label = new QLabel(text, this);
        label->setBuddy(edit);
        setTextRole(label, TextRole::Hint);
        layout->addWidget(label);
        layout->addWidget(edit);
        layout->addSpacing(kGap / 2);
        connect(edit, &QLineEdit::textChanged, this, &PasswordDialog::updateAction);
        return edit;
    };
    m_old = add(tr("&Present password"));
    m_new = add(tr("&New password"));
    m_again = add(tr("New password &again"));
    m_hint = new QLabel(this);
    m_hint->setWordWrap(true);
    setTextRole(m_hint, TextRole::Hint);
    m_message = new MessageBar(this);
    layout->addWidget(m_hint);
    layout->addWidget(m_message);
    layout->addSpacing(kGap);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_change = new QPushButton(tr("Change password"), this);
    m_change->setDefault(true);
    setPrimary(m_change);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_change);
    layout->addLayout(buttons);
    setMinimumWidth(380);
    connect(cancel, &QPushButton::clicked, this, &PasswordDialog::reject);
    connect(m_change, &QPushButton::clicked, this, &PasswordDialog::change);
    setInputs({m_old, m_new, m_again});
    updateAction();
}

void PasswordDialog::updateAction()
{
    const PasswordHint hint = passwordHint(m_new->text(), m_session.user().name);
    const bool differ = !m_again->text().isEmpty() && m_again->text() != m_new->text();
    m_hint->setText(differ ? tr("The two new passwords differ.") : hint.text);
    m_change->setEnabled(!isBusy() && !m_old->text().isEmpty() && hint.acceptable
                         && m_new->text() == m_again->text());
}

void PasswordDialog::change()
{
    m_message->clear();
    setBusy(true);
    runJob<bool>(
        this,
        [session = &m_session, before = m_old->text(), now = m_new->text()](Progress &) {
            return UserService(*session).changePassword(before, now).map([] { return true; });
        },
        [this](Result<bool> changed) {
            setBusy(false);
            if (changed) {
                accept();
                return;
            }
            m_message->showError(changed.error());
            QLineEdit *wrong = changed.error().kind == ErrorKind::WeakPassword ? m_new : m_old;
            wrong->setFocus();
            wrong->selectAll();
        });
}

} // namespace ffp::ui
