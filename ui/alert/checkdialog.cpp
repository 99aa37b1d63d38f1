// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alert/checkdialog.h"

#include "ui/common/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {

CheckDialog::CheckDialog(QDate today, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Month-end check"));
    auto *text =
        new QLabel(tr("All households are compared with the rules of the policy. New alerts are opened, "
                      "those that no longer hold are closed; the same month twice changes nothing."),
                   this);
    text->setWordWrap(true);
    auto *label = new QLabel(tr("&Month"), this);
    setTextRole(label, TextRole::Hint);
    m_months = new QComboBox(this);
    label->setBuddy(m_months);
    const YearMonth now = YearMonth::of(today);
    constexpr int kMonths = 12; // older ones are before the last one checked in any site that is in use
    for (int back = 0; back < kMonths; ++back)
        m_months->addItem(now.plus(-back).toString());
    auto *run = new QPushButton(tr("&Run the check"), this);
    setPrimary(run);
    run->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(run);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(text);
    layout->addSpacing(kGap / 2);
    layout->addWidget(label);
    layout->addWidget(m_months);
    layout->addSpacing(kGap);
    layout->addLayout(buttons);
    constexpr int kWidth = 440;
    setMinimumWidth(kWidth);
    text->setMinimumHeight(text->heightForWidth(kWidth - 4 * kGap)); // else a large text is cut off
    m_months->setFocus();
    connect(run, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

YearMonth CheckDialog::month() const
{
    return YearMonth::fromString(m_months->currentText()).value_or(YearMonth());
}

QString checkResultText(const CheckResult &result)
{
    QString text = CheckDialog::tr(
                       "Check of %1: %2 households looked at; %3 alerts opened, %4 kept, %5 closed.")
                       .arg(result.month.toString())
                       .arg(result.evaluated)
                       .arg(result.opened)
                       .arg(result.kept)
                       .arg(result.closed);
    if (result.settled > 0)
        text += CheckDialog::tr(" %1 still hold but were settled by a person.").arg(result.settled);
    if (!result.notEvaluated.isEmpty())
        text += CheckDialog::tr(" %1 rules could not be looked at (details).")
                    .arg(result.notEvaluated.size());
    return text;
}

} // namespace ffp::ui
