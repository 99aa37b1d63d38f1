// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/actdialog.h"

#include "core/domain/fields/stepfields.h"
#include "ui/common/casetext.h"
#include "ui/common/fieldform.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ffp::ui {

namespace {

/// Fields that the step asks for, the opinion excepted: it has a box of its own.
std::vector<FieldRef> askedFields(const ChainStep &step)
{
    std::vector<FieldRef> fields;
    for (const QString &id : step.record + step.asks)
        if (id != QLatin1String("opinion"))
            fields.push_back(stepField(id));
    return fields;
}

} // namespace

ActDialog::ActDialog(const CaseView &view, CaseVerb verb, QDate today, QWidget *parent)
    : QDialog(parent),
      m_view(view),
      m_verb(verb),
      m_today(today)
{
    const ChainStep *const pending = view.pending();
    build(pending ? *pending : view.chain.first(), caseVerbText(QLatin1String(caseVerbCode(verb))),
          pending && isForward(verb));
}

ActDialog::ActDialog(const CaseView &view, const ChainStep &work, QDate today, QWidget *parent)
    : QDialog(parent),
      m_view(view),
      m_today(today)
{
    build(work, caseVerbText(QStringLiteral("work")), true);
}

void ActDialog::build(const ChainStep &step, const QString &title, bool forward)
{
    const bool chinese = windowLanguage() == Language::Chinese;
    setWindowTitle(QStringLiteral("%1 · %2").arg(title, step.title.in(chinese)));
    auto *who = new QLabel(QStringLiteral("%1   %2").arg(m_view.household.headName,
                                                         m_view.household.areaName),
                           this);
    setTextRole(who, TextRole::Title);
    m_message = new MessageBar(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(who);
    layout->addWidget(m_message);
    if (const std::vector<FieldRef> asked = askedFields(step); forward && !asked.empty()) {
        m_fields = new FieldForm({{step.title.in(chinese), asked}}, m_today, this);
        Record blank;
        blank.entity = Entity::Step;
        blank.values.resize(entityDef(Entity::Step).fields.size());
        m_fields->setRecord(blank);
        layout->addWidget(m_fields);
    }
    auto *form = new QFormLayout;
    form->setSpacing(kGap);
    if (m_verb == CaseVerb::Return && step.isSigned()) {
        m_returnTo = new QComboBox(this);
        for (const QString &key : step.returnsTo)
            m_returnTo->addItem(m_view.chain.step(key)->title.in(chinese), key);
        form->addRow(tr("Return &to"), m_returnTo);
    }
    m_comment = new QPlainTextEdit(this);
    m_comment->setTabChangesFocus(true);
    constexpr int kCommentHeight = 90;
    m_comment->setMinimumHeight(kCommentHeight);
    form->addRow(forward ? tr("&Opinion") : tr("&Reason"), m_comment);
    const bool judged = step.act == ChainStep::Act::Approve && m_verb != CaseVerb::Withdraw;
    if (judged) {
        m_password = new QLineEdit(this);
        m_password->setEchoMode(QLineEdit::Password);
        form->addRow(tr("Your &password, again"), m_password);
    }
    layout->addLayout(form, 1);
    m_sign = new QPushButton(title, this);
    setPrimary(m_sign);
    m_sign->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_sign);
    layout->addLayout(buttons);
    constexpr int kFirstWidth = 560;
    resize(kFirstWidth, sizeHint().height());
    connect(m_sign, &QPushButton::clicked, this, &ActDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    if (m_fields)
        m_fields->focusFirst();
    else
        m_comment->setFocus();
}

void ActDialog::accept()
{
    if (m_fields && !m_fields->check())
        return;
    const bool reason = m_verb == CaseVerb::Return || m_verb == CaseVerb::Reject;
    if (reason && m_comment->toPlainText().trimmed().isEmpty()) {
        m_message->show(NoticeKind::Warning, tr("Please say why, so that the others know what to do."));
        m_comment->setFocus();
        return;
    }
    if (m_password && m_password->text().isEmpty()) {
        m_message->show(NoticeKind::Warning,
                        tr("Please enter your password once more; it makes the signature."));
        m_password->setFocus();
        return;
    }
    QDialog::accept();
}

FieldValues ActDialog::values() const
{
    FieldValues values = m_fields ? m_fields->editedValues() : FieldValues();
    if (const QString text = m_comment->toPlainText().trimmed(); !text.isEmpty())
        values.emplace_back(step::f("opinion"), Value(text));
    return values;
}

CaseRequest ActDialog::request() const
{
    CaseRequest request;
    request.matter = m_view.matter.id;
    request.verb = m_verb;
    request.comment = m_comment->toPlainText().trimmed();
    request.record = m_fields ? m_fields->editedValues() : FieldValues();
    request.returnTo = m_returnTo ? m_returnTo->currentData().toString() : QString();
    request.password = m_password ? m_password->text() : QString();
    request.seen = m_view.digest;
    return request;
}

} // namespace ffp::ui
