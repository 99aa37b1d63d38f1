// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QDialog>

class QComboBox;

namespace ffp::ui {

/// Settings of the program on this computer. They take effect when the dialog is accepted.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);
    void accept() override;

private:
    Settings &m_settings;
    QComboBox *m_language;
    QComboBox *m_textSize;
    QComboBox *m_theme;
    QComboBox *m_autoLock;
};

} // namespace ffp::ui
