// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/answerdialog.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ffp::ui {

AnswerDialog::AnswerDialog(qsizetype findings, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Answer findings"));
    auto *text = new QLabel(tr("Why may these %1 findings stand? They come back when the values change.")
                                .arg(findings),
                            this);
    text->setWordWrap(true);
    auto *label = new QLabel(tr("&Reason (no numbers of certificates or phones)"), this);
    setTextRole(label, TextRole::Hint);
    m_reason = new QPlainTextEdit(this);
    m_reason->setTabChangesFocus(true);
    label->setBuddy(m_reason);
    m_accept = new QPushButton(tr("&Answer"), this);
    setPrimary(m_accept);
    m_accept->setDefault(true);
    m_accept->setEnabled(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(text);
    layout->addWidget(label);
    layout->addWidget(m_reason, 1);
    layout->addLayout(buttons);
    constexpr QSize kFirstSize(460, 260);
    resize(kFirstSize);
    m_reason->setFocus();
    connect(m_reason, &QPlainTextEdit::textChanged, this,
            [this] { m_accept->setEnabled(!reason().isEmpty()); });
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

QString AnswerDialog::reason() const
{
    return m_reason->toPlainText().simplified();
}

} // namespace ffp::ui
