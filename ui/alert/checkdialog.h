// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/checkservice.h"

#include <QDialog>

class QComboBox;

namespace ffp::ui {

/// Asks for the month of the month-end check.
class CheckDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CheckDialog(QDate today, QWidget *parent = nullptr);

    YearMonth month() const;
    QComboBox &months() { return *m_months; }

private:
    QComboBox *m_months;
};

/// What the check did, in one or two sentences.
QString checkResultText(const CheckResult &result);

} // namespace ffp::ui
