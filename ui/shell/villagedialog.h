// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/divisionservice.h"
#include "ui/common/busydialog.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace ffp::ui {

class MessageBar;

/// Adds a village that the table of divisions lacks. A free code is proposed; the real one may be typed.
class VillageDialog : public BusyDialog
{
    Q_OBJECT

public:
    explicit VillageDialog(Session &session, QWidget *parent = nullptr);

    /// 虞姬镇新村, after it was accepted.
    const QString &addedName() const { return m_added; }

private:
    QLayout *makeButtons();
    void proposeCode();
    void updateAction() override;
    void add();

    Session &m_session;
    QComboBox *m_township;
    QLineEdit *m_code;
    QLineEdit *m_name;
    MessageBar *m_message;
    QPushButton *m_add;
    QString m_added;
};

} // namespace ffp::ui
