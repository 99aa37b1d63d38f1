// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/reasondialog.h"

#include "ui/common/theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {

ReasonDialog::ReasonDialog(const QString &title, const QString &text, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(title);
    auto *words = new QLabel(text, this);
    words->setWordWrap(true);
    m_reason = new QLineEdit(this);
    m_reason->setPlaceholderText(tr("Reason (kept in the history)"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    QPushButton *go = buttons->addButton(title, QDialogButtonBox::AcceptRole);
    cancel->setAutoDefault(false);
    setPrimary(go);
    go->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 2, kGap * 3, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(words);
    layout->addWidget(m_reason);
    layout->addWidget(buttons);
    constexpr int kWidth = 460;
    setMinimumWidth(kWidth);
    connect(m_reason, &QLineEdit::textChanged, this, [this, go] { go->setEnabled(!reason().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_reason->setFocus();
}

QString ReasonDialog::reason() const
{
    return m_reason->text().trimmed();
}

} // namespace ffp::ui
