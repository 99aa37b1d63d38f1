// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/newmatterdialog.h"

#include "ui/common/fieldtext.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ffp::ui {

NewMatterDialog::NewMatterDialog(const PolicyPack &pack, const QString &household, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Start a matter"));
    const bool chinese = windowLanguage() == Language::Chinese;
    m_types = new QComboBox(this);
    for (const Chain &chain : pack.chains())
        m_types->addItem(chain.title.in(chinese), chain.id);
    m_household = new QLineEdit(household, this);
    m_household->setPlaceholderText(tr("Number of the household"));
    m_household->setReadOnly(!household.isEmpty());
    m_reason = new QLineEdit(this);
    m_reason->setPlaceholderText(tr("How it came up, in one sentence"));
    auto *form = new QFormLayout;
    form->setSpacing(kGap);
    form->addRow(tr("&Kind"), m_types);
    form->addRow(tr("&Household"), m_household);
    form->addRow(tr("&Reason"), m_reason);
    auto *steps = new QLabel(this);
    steps->setWordWrap(true);
    setTextRole(steps, TextRole::Hint);
    m_start = new QPushButton(tr("&Start"), this);
    setPrimary(m_start);
    m_start->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_start);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap * 2);
    layout->addLayout(form);
    layout->addWidget(steps, 1);
    layout->addLayout(buttons);
    constexpr QSize kFirstSize(520, 300);
    resize(kFirstSize);

    const auto describe = [this, steps, pack, chinese] {
        const Chain *chain = pack.chain(type());
        QStringList titles;
        if (chain)
            for (const ChainStep &step : chain->steps)
                titles << step.title.in(chinese);
        steps->setText(tr("Steps: %1").arg(titles.join(QStringLiteral(" → "))));
        m_start->setEnabled(chain && !this->household().isEmpty());
    };
    describe();
    connect(m_types, &QComboBox::currentIndexChanged, this, describe);
    connect(m_household, &QLineEdit::textChanged, this, describe);
    connect(m_start, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    (household.isEmpty() ? static_cast<QWidget *>(m_household) : m_types)->setFocus();
}

QString NewMatterDialog::type() const
{
    return m_types->currentData().toString();
}

QString NewMatterDialog::household() const
{
    return m_household->text().trimmed();
}

QString NewMatterDialog::reason() const
{
    return m_reason->text().simplified();
}

} // namespace ffp::ui
