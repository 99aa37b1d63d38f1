// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/villagedialog.h"

#include "core/jobs/job.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {

VillageDialog::VillageDialog(Session &session, QWidget *parent) : BusyDialog(parent), m_session(session)
{
    setWindowTitle(tr("Add a village"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 3, kGap * 3, kGap * 2);
    layout->setSpacing(kGap / 2);
    const auto add = [this, layout](const QString &text, QWidget *field) {
        auto *label = new QLabel(text, this);
        label->setBuddy(field);
        setTextRole(label, TextRole::Hint);
        layout->addWidget(label);
        layout->addWidget(field);
        layout->addSpacing(kGap / 2);
    };
    m_township = new QComboBox(this);
    for (const AreaCode &township : DivisionService(session).townships())
        m_township->addItem(session.divisions().fullName(township, AreaLevel::County), township.toString());
    m_name = new QLineEdit(this);
    m_code = new QLineEdit(this);
    constexpr int kDigits = 12;
    m_code->setMaxLength(kDigits);
    m_message = new MessageBar(this);
    add(tr("&Township"), m_township);
    add(tr("&Name of the village"), m_name);
    add(tr("Division &code (a free one is proposed)"), m_code);
    layout->addWidget(m_message);
    layout->addSpacing(kGap);
    layout->addLayout(makeButtons());
    setMinimumWidth(420);
    connect(m_township, &QComboBox::currentIndexChanged, this, &VillageDialog::proposeCode);
    for (QLineEdit *edit : {m_name, m_code})
        connect(edit, &QLineEdit::textChanged, this, &VillageDialog::updateAction);
    setInputs({m_township, m_name, m_code});
    proposeCode();
    updateAction();
    m_name->setFocus();
}

QLayout *VillageDialog::makeButtons()
{
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_add = new QPushButton(tr("Add"), this);
    m_add->setDefault(true);
    setPrimary(m_add);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    connect(cancel, &QPushButton::clicked, this, &VillageDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &VillageDialog::add);
    return buttons;
}

void VillageDialog::proposeCode()
{
    const AreaCode township = AreaCode::fromString(m_township->currentData().toString());
    m_code->setText(DivisionService(m_session).proposedCode(township).toString());
}

void VillageDialog::updateAction()
{
    m_add->setEnabled(!isBusy() && !m_name->text().trimmed().isEmpty()
                      && !m_code->text().trimmed().isEmpty());
}

void VillageDialog::add()
{
    m_message->clear();
    setBusy(true);
    // In a worker: with the table of a whole province beside it, laying it anew takes a moment.
    runJob<QString>(
        this,
        [&session = m_session, code = m_code->text(), name = m_name->text()](Progress &) -> Result<QString> {
            FFP_TRY(DivisionService(session).add(code, name));
            return session.divisions().fullName(AreaCode::fromString(code.trimmed()), AreaLevel::Township);
        },
        [this](Result<QString> added) {
            setBusy(false);
            if (!added) {
                m_message->showError(added.error());
                (added.error().subject.field == QLatin1String("name") ? m_name : m_code)->setFocus();
                return;
            }
            m_added = *added;
            accept();
        });
}

} // namespace ffp::ui
