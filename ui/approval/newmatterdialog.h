// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policypack.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace ffp::ui {

/// Which kind of matter is started, for which household, and why.
class NewMatterDialog : public QDialog
{
    Q_OBJECT

public:
    /// `household`: its number when it is known already; then only the kind is asked.
    NewMatterDialog(const PolicyPack &pack, const QString &household, QWidget *parent = nullptr);

    QString type() const;
    QString household() const;
    QString reason() const;

    QComboBox &types() { return *m_types; }
    QLineEdit &householdEdit() { return *m_household; }
    QPushButton &startButton() { return *m_start; }

private:
    QComboBox *m_types;
    QLineEdit *m_household;
    QLineEdit *m_reason;
    QPushButton *m_start;
};

} // namespace ffp::ui
