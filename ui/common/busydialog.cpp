// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/busydialog.h"

namespace ffp::ui {

void BusyDialog::reject()
{
    if (!m_busy)
        QDialog::reject();
}

void BusyDialog::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *input : m_inputs)
        input->setEnabled(!busy);
    updateAction();
}

} // namespace ffp::ui
