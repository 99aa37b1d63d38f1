// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingsdialog.h"

#include "ui/common/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace ffp::ui {
namespace {

constexpr int kAutoLockChoices[] = {5, 10, 15, 30, 60};

void choose(QComboBox *box, const QVariant &value)
{
    if (const int index = box->findData(value); index >= 0)
        box->setCurrentIndex(index);
}

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent) : QDialog(parent), m_settings(settings)
{
    setWindowTitle(tr("Settings"));
    m_language = new QComboBox(this);
    m_language->addItem(QStringLiteral("中文"), QStringLiteral("zh_CN"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_textSize = new QComboBox(this);
    m_textSize->addItem(tr("Normal"), 0);
    m_textSize->addItem(tr("Large"), 1);
    m_textSize->addItem(tr("Largest"), 2);
    m_theme = new QComboBox(this);
    m_theme->addItem(tr("Light"), QStringLiteral("light"));
    m_theme->addItem(tr("Dark"), QStringLiteral("dark"));
    m_autoLock = new QComboBox(this);
    const int minutes = settings.value(settings::kAutoLockMinutes);
    for (const int choice : kAutoLockChoices)
        m_autoLock->addItem(tr("after %1 minutes").arg(choice), choice);
    if (m_autoLock->findData(minutes) < 0)
        m_autoLock->addItem(minutes > 0 ? tr("after %1 minutes").arg(minutes) : tr("never"), minutes);
    choose(m_language, settings.value(settings::kLanguage));
    choose(m_textSize, settings.value(settings::kTextSize));
    choose(m_theme, settings.value(settings::kTheme));
    choose(m_autoLock, minutes);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(kGap * 3);
    form->setVerticalSpacing(kGap + kGap / 2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("&Text size"), m_textSize);
    form->addRow(tr("T&heme"), m_theme);
    form->addRow(tr("Loc&k when nobody is there"), m_autoLock);
    auto *hint = new QLabel(tr("These settings hold for this computer, not for the data file."), this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    setPrimary(buttons->button(QDialogButtonBox::Ok));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 3, kGap * 3, kGap * 2);
    layout->setSpacing(kGap * 2);
    layout->addLayout(form);
    layout->addWidget(hint);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(420);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SettingsDialog::accept()
{
    m_settings.set(settings::kLanguage, m_language->currentData().toString());
    m_settings.set(settings::kTextSize, m_textSize->currentData().toInt());
    m_settings.set(settings::kTheme, m_theme->currentData().toString());
    m_settings.set(settings::kAutoLockMinutes, m_autoLock->currentData().toInt());
    QDialog::accept();
}

} // namespace ffp::ui
